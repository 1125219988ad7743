// Vectors and their seqs as the JVM's classes show them: fields and constructors.
#include "clj/core/array.h"
#include "clj/core/collections.h"
#include "clj/core/seqs.h"
#include "clj/core/vector.h"
#include "host_support.h"

namespace clj::builtins::host {

namespace {

// The elements from `start` on that share a leaf of the JVM's tree of (vector-of …), as that leaf's array.
Value leaf_array(const PrimitiveVector* v, uint32_t start) {
  Value self = Value::object(const_cast<PrimitiveVector*>(v));
  uint32_t end = std::min(start + 32, vector_count(self));
  Value array = make_array(v->array_kind, end - start);
  for (uint32_t i = start; i < end; ++i) array_put(array, i - start, vector_at(self, i));
  return array;
}

SubVector* sub_vector(Value* args) { return cast<SubVector>(args[0]); }

Value int_value(uint32_t n) { return integer(static_cast<int32_t>(n)); }

// The first `end` elements of a vector; of a type of the program they are taken at once, as they do not change.
Value own_vector(Value v, int64_t end) {
  if (!is_vector(v)) throw_class_cast(v, "clojure.lang.IPersistentVector");
  if (end < 0 || end > clj::count(v)) throw_error(Error::kIndexOutOfBounds);
  if (!is_kind(v, Kind::kInstance)) return v;
  gc::ValueList elements;
  for (int64_t i = 0; i < end; ++i) elements.push_back(nth(v, i));
  return make_vector(elements.data(), elements.size());
}

}  // namespace

CLJ_FN(primitive_vector_array_for) {
  int64_t index = to_int(args[1]);
  if (index < 0 || index >= vector_count(args[0])) throw_error(Error::kIndexOutOfBounds);
  return leaf_array(cast<PrimitiveVector>(args[0]), static_cast<uint32_t>(index) & ~31u);
}
CLJ_FN(primitive_vector_tail) {
  uint32_t size = vector_count(args[0]);
  return leaf_array(cast<PrimitiveVector>(args[0]), size == 0 ? 0 : (size - 1) & ~31u);
}
CLJ_FN(primitive_vector_seq_vector) { return cast<PrimitiveVectorSeq>(args[0])->vector; }

CLJ_FN(vector_seq_vector) { return cast<VectorSeq>(args[0])->vector; }
CLJ_FN(vector_seq_offset) { return int_value(cast<VectorSeq>(args[0])->index & 31); }
// (new ChunkedSeq vector start-of-the-leaf offset)
CLJ_FN(vector_seq_new) {
  int64_t index = static_cast<int64_t>(to_int(args[1])) + to_int(args[2]);
  if (!is_kind(args[0], Kind::kVector)) throw_class_cast(args[0], "clojure.lang.PersistentVector");
  if (index < 0 || index >= vector_count(args[0])) throw_error(Error::kIndexOutOfBounds);
  return make_vector_seq(args[0], static_cast<uint32_t>(index));
}

CLJ_FN(reverse_seq_new) {
  int64_t index = to_int(args[1]);
  if (index < 0) throw_error(Error::kIndexOutOfBounds);
  return make_reverse_seq(own_vector(args[0], index + 1), static_cast<uint32_t>(index));
}

CLJ_FN(sub_vector_vector) { return sub_vector(args)->base; }
CLJ_FN(sub_vector_start) { return int_value(sub_vector(args)->start); }
CLJ_FN(sub_vector_end) { return int_value(sub_vector(args)->end); }
// (new SubVector meta vector start end)
CLJ_FN(sub_vector_new) {
  int64_t start = to_int(args[2]), end = to_int(args[3]);
  Value part = subvec(own_vector(args[1], end), start, end);
  return args[0].is_nil() ? part : with_meta(part, args[0]);
}

}  // namespace clj::builtins::host
