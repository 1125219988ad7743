#include "clj/core/queue.h"

#include "clj/core/collections.h"
#include "clj/core/roots.h"

namespace clj {

Value make_queue(Value front, Value rear, int64_t count, Value meta) {
  auto* queue = gc::make<Queue>();
  queue->front = front;
  queue->rear = rear;
  queue->meta = meta;
  queue->count = count;
  return Value::object(queue);
}

Value queue_conj(Value queue_value, Value x) {
  auto* queue = cast<Queue>(queue_value);
  if (queue->front.is_nil()) return make_queue(make_list(&x, 1), Value::nil(), 1, queue->meta);
  Value rear = conj(queue->rear.is_nil() ? roots.empty_vector : queue->rear, x);
  return make_queue(queue->front, rear, queue->count + 1, queue->meta);
}

Value queue_pop(Value queue_value) {
  auto* queue = cast<Queue>(queue_value);
  if (queue->front.is_nil()) return queue_value;
  Value front = next(queue->front), rear = queue->rear;
  if (front.is_nil()) {
    front = seq(rear);
    rear = Value::nil();
  }
  return make_queue(front, rear, queue->count - 1, queue->meta);
}

Value queue_peek(Value queue) { return first(cast<Queue>(queue)->front); }

}  // namespace clj
