#include "bootstrap.h"
#include "clj/core/list.h"
#include "clj/core/map.h"
#include "clj/core/queue.h"
#include "clj/core/roots.h"
#include "clj/core/set.h"
#include "clj/core/sorted.h"
#include "clj/gc/heap.h"
#include "vectors.h"

namespace clj {
namespace {

template <class T>
Value make_empty_table() {
  auto* table = gc::make<T>();
  table->nil_value = Value::absent();
  return Value::object(table);
}

}  // namespace

void bootstrap_collections() {
  roots.empty_list = make_empty_list(Value::nil());
  roots.empty_vector_node = Value::object(new_vector_node(0, Value::nil()));
  auto* vector = gc::make<Vector>();
  vector->root = vector->tail = roots.empty_vector_node;
  vector->shift = 5;
  roots.empty_vector = Value::object(vector);
  roots.empty_array_map = Value::object(gc::make<ArrayMap>());
  roots.empty_hash_map = make_empty_table<HashMap>();
  roots.empty_hash_set = make_empty_table<HashSet>();
  roots.empty_tree_map = make_tree_map(Value::nil());
  roots.empty_tree_set = make_tree_set(Value::nil());
  roots.empty_queue = make_queue(Value::nil(), Value::nil(), 0, Value::nil());
}

}  // namespace clj
