// Persistent queues: clojure.lang.PersistentQueue.
//
// A seq of the front and a vector of the rear; when the front runs out the rear becomes it.
// conj and pop are amortised O(1).
//
// Threads  Immutable.
// Design   docs/collections.md
#pragma once
#include <cstdint>

#include "clj/value/object.h"

namespace clj {

// aux caches hasheq.
struct Queue : Object {
  static constexpr Kind kKind = Kind::kQueue;
  static constexpr uint16_t kSlots = 3;
  Value front;  // seq or nil when empty
  Value rear;   // Vector or nil
  Value meta;
  int64_t count;
};

struct QueueSeq : Object {
  static constexpr Kind kKind = Kind::kQueueSeq;
  static constexpr uint16_t kSlots = 3;
  Value front;  // seq, never nil
  Value rear;   // seq or nil
  Value meta;
};

Value make_queue(Value front, Value rear, int64_t count, Value meta);
Value queue_conj(Value queue, Value x);
Value queue_pop(Value queue);
Value queue_peek(Value queue);

}  // namespace clj
