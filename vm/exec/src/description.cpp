#include "description.h"

#include "clj/core/array.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/host.h"
#include "clj/core/map.h"
#include "clj/core/numbers.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/seqs.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/walk.h"
#include "clj/core/var.h"
#include "clj/gc/heap.h"

namespace clj::exec {

bool catches(Value cls, Value thrown) {
  if (is_string(cls)) {
    cls = find_class(to_utf8(cls));
    if (cls.is_nil()) return false;
  }
  return is_instance(cls, thrown);
}

void throw_checked(Value thrown) {
  if (!is_instance(error_class(Error::kThrowable), thrown)) throw_class_cast(thrown, "java.lang.Throwable");
  throw_value(thrown);
}

Value next_element_checked(Value walk) {
  if (!is_kind(walk, Kind::kWalk)) throw_class_cast(walk, "clojure.core.Walk");
  return next_element(cast<Walk>(walk));
}

Value make_rest_args(const Value* args, uint32_t count) { return seq(make_object_array(args, count)); }

Value nth_or_nil(Value coll, Value index) {
  if (is_string(index)) throw_class_cast(index, "java.lang.Number");
  return nth(coll, to_int(index), Value::nil());
}

Value nth_checked(Value coll, Value index) {
  if (!index.is_inline_long() && !is_number(index)) {
    if (index.is_nil()) {  // the words of RT.nth's cast
      throw_error(Error::kNullPointer, "Cannot invoke \"java.lang.Character.charValue()\" because \"x\" is null");
    }
    throw_class_cast(index, "java.lang.Number");
  }
  return nth(coll, to_int(index));
}

Value append_to_vector(Value vector, const Value* items, uint32_t count) {
  for (uint32_t i = 0; i < count; ++i) vector = conj(vector, items[i]);
  return vector;
}

Value append_to_map(Value map, const Value* items, uint32_t count) {
  for (uint32_t i = 0; i < count; i += 2) {
    if (contains(map, items[i])) throw_duplicate_key(items[i]);
    map = assoc(map, items[i], items[i + 1]);
  }
  return map;
}

Value append_to_set(Value set, const Value* items, uint32_t count) {
  for (uint32_t i = 0; i < count; ++i) {
    if (contains(set, items[i])) throw_duplicate_key(items[i]);
    set = conj(set, items[i]);
  }
  return set;
}

Value define_described_type(Value description, const Value* methods, uint32_t count) {
  return define_type(nth(description, 0), nth(description, 1), nth(description, 2), nth(description, 3), methods,
                     count);
}

Value reify_described(Value description, Value site, const Value* args, uint32_t count) {
  auto* cell = cast<Box>(site);
  Value cls = cell->value.load();
  if (cls.is_nil()) {
    cls = define_reify_class(nth(description, 0), nth(description, 1), nth(description, 2));
    cell->value.store(cls);
    gc::write_barrier(cell);
  }
  return make_reify_instance(cls, args[0], args + 1, count);
}

}  // namespace clj::exec
