// = and .equals.
//
// Collections compare by walking both sides; each level of nesting is a level of C++ calls,
// bounded by check_stack.
#include "clj/core/equality.h"

#include <algorithm>

#include "clj/core/collections.h"
#include "clj/core/cursor.h"
#include "clj/core/error.h"
#include "clj/core/map.h"
#include "clj/core/numbers.h"
#include "clj/core/record.h"
#include "clj/core/scalar.h"
#include "clj/core/seqs.h"
#include "clj/core/set.h"
#include "clj/core/tagged.h"
#include "clj/core/vector.h"
#include "clj/core/host.h"
#include "dead_stack.h"
#include "instances.h"
#include "keys.h"
#include "maps.h"

namespace clj {
namespace {

using Equal = bool (*)(Value, Value);

uint16_t flags_of(Value v) { return v.is_object() ? info(v.as_object()->kind).flags : 0; }

// A function of its own, called last, so that no frame keeps the head of a lazy seq.
[[gnu::noinline]] bool equal_walks(Value a, Value b, Equal equal) {
  ElementCursor left(a), right(b);
  for (Value x, y;;) {
    bool has_x = left.next(x), has_y = right.next(y);
    if (has_x != has_y) return false;
    if (!has_x) return true;
    if (!equal(x, y)) return false;
  }
}

// Leaf by leaf; what both share is equal.
bool equal_vectors(const Vector* a, const Vector* b, Equal equal) {
  if (a->count != b->count) return false;
  for (uint32_t from = 0; from < a->count; from += 32) {
    VectorNode *left = a->leaf_for(from), *right = b->leaf_for(from);
    if (left == right) continue;
    for (uint32_t i = 0, n = std::min(32u, a->count - from); i < n; ++i) {
      if (!equal(left->items()[i], right->items()[i])) return false;
    }
  }
  return true;
}

bool equal_elements(Value a, Value b, Equal equal) {
  // A vector asks for the count of what is a vector or a list only: a type may be Indexed without having one.
  bool asks = !is_kind(a, Kind::kVector) || !is_kind(b, Kind::kInstance) || implements(b, roots.class_java_list);
  if (asks && is_counted(a) && is_counted(b) && count(a) != count(b)) return false;
  prepare_walk(a);
  prepare_walk(b);
  return equal_walks(a, b, equal);
}

// `b` is anything get and contains? work on.
bool equal_maps(Value a, Value b, Equal equal) {
  if (is_kind(a, Kind::kArrayMap) && is_kind(b, Kind::kArrayMap)) {
    auto *left = cast<ArrayMap>(a), *right = cast<ArrayMap>(b);
    if (left->count() != right->count()) return false;
    for (uint32_t i = 0; i < 2 * left->count(); i += 2) {
      // Mostly the keys stand in the same order.
      Value key = left->entries()[i];
      const Value* other = right->entries() + i;
      if (!(*other == key) || key.is_double()) other = array_map_find(right, key);
      if (other == nullptr || !equal(left->entries()[i + 1], other[1])) return false;
    }
    return true;
  }
  if (count(a) != count(b)) return false;
  return for_each_kv(a, [&](Value k, Value v) {
    Value other = get(b, k, Value::absent());
    return !other.is_absent() && equal(v, other);
  });
}

// What a sorted collection cannot compare with its own keys is not in it.
template <class Test>
bool false_if_incomparable(Test test) {
  try {
    return test();
  } catch (const ClojureThrow& thrown) {
    if (!is_instance(error_class(Error::kClassCast), thrown.value)) throw;
    return false;
  }
}

bool equal_sets(Value a, Value b) {
  if (count(a) != count(b)) return false;
  if (!is_kind(a, Kind::kTreeSet)) return for_each(b, [&](Value x) { return contains(a, x); });
  return false_if_incomparable([&] { return for_each(b, [&](Value x) { return contains(a, x); }); });
}

// What unequal kinds answer. The JVM asks a lazy seq all the same, which runs its body.
bool unequal_kinds(Value a, Value b) {
  if (is_kind(a, Kind::kLazySeq)) seq(a);
  else if (is_kind(b, Kind::kLazySeq) && !flags_of(a)) seq(b);
  return false;
}

// The left side is a built-in collection.
bool equal_collections(Value a, Value b, Equal equal, bool is_java) {
  check_stack();
  uint16_t kind = flags_of(a);
  if (kind & kSequential) {
    if (is_kind(a, Kind::kVector) && is_kind(b, Kind::kVector)) return equal_vectors(cast<Vector>(a), cast<Vector>(b), equal);
    if (!is_sequential(b) && (is_kind(a, Kind::kQueue) || !implements(b, roots.class_java_list))) return unequal_kinds(a, b);
    // The equals of a vector asks another list for its size, which a lazy one has to be computed for.
    bool is_vector = is_kind(a, Kind::kVector) || is_kind(a, Kind::kSubVector) || is_kind(a, Kind::kMapEntry);
    if (is_java && is_vector && !is_counted(b) && count(a) != count(b)) return false;
    return equal_elements(a, b, equal);
  }
  if (kind & kMap) {
    if (is_kind(a, Kind::kTreeMap) && is_kind(b, Kind::kTreeMap)) return false_if_incomparable([&] { return equal_maps(a, b, equal); });
    if (flags_of(b) & kMap) return equal_maps(a, b, equal);
    if (is_record(b)) return is_java && equal_maps(a, b, equal);
    bool equivalent = is_java || !is_map(b) || implements(b, roots.class_map_equivalence);
    return equivalent && implements(b, roots.class_java_map) && equal_maps(a, b, equal);
  }
  return (flags_of(b) & kSet || implements(b, roots.class_java_set)) && equal_sets(a, b);
}

bool is_built_in_collection(Value v) {
  return flags_of(v) & (kSequential | kMap | kSet);
}

// The kinds of data that are neither scalar nor collection.
bool equal_others(Value a, Value b) {
  if (auto* x = try_cast<TaggedLiteral>(a)) {
    auto* y = try_cast<TaggedLiteral>(b);
    return y && equiv(x->tag, y->tag) && equiv(x->form, y->form);
  }
  if (auto* x = try_cast<ReaderConditional>(a)) {
    auto* y = try_cast<ReaderConditional>(b);
    return y && equiv(x->form, y->form) && x->splicing == y->splicing;
  }
  if (auto* x = try_cast<StackTraceElement>(a)) {
    auto* y = try_cast<StackTraceElement>(b);
    return y && equiv(x->class_name, y->class_name) && equiv(x->method_name, y->method_name) &&
           equiv(x->file_name, y->file_name) && equiv(x->line, y->line);
  }
  return false;
}

// Values with methods on the left.
bool equal_by_method(Value a, Value b, Value method) {
  Value result;
  if (try_method(a, method, result, b)) return result.truthy();
  if (method == roots.sym_m_equiv && is_coll(a)) check_interface_method(a, roots.class_persistent_collection, "equiv", 1);
  if (!(method == roots.sym_m_equals) && try_method(a, roots.sym_m_equals, result, b)) return result.truthy();
  if (is_kind(a, Kind::kHostObject) && has_host_method(a, roots.sym_m_equals, 1)) {
    Value args[] = {a, b};
    return call_host_method(roots.sym_m_equals, args, 2).truthy();
  }
  return method == roots.sym_m_equiv && is_number(a) && num::equal(a, b);
}

}  // namespace

bool equiv(Value a, Value b) {
  if (a == b) return !is_nan(a);
  if (!a.is_object() && !b.is_object()) return has_number_kind(a) && has_number_kind(b) && num::equal(a, b);
  // An instance that is a collection may equal anything but nil on its left.
  if (a.is_nil()) return false;
  if (b.is_nil() && !is_kind(a, Kind::kInstance)) return unequal_kinds(a, b);
  if (a.is_object() && b.is_object()) {
    Object *x = a.as_object(), *y = b.as_object();
    if ((x->kind == Kind::kKeyword || y->kind == Kind::kKeyword) && !has_methods(a) && !has_methods(b)) return unequal_kinds(a, b);
    if ((x->kind == Kind::kString || x->kind == Kind::kSymbol) && x->kind == y->kind) return equiv_scalars(a, b);
  }
  if (has_number_kind(a) && !is_kind(b, Kind::kInstance)) return is_number(b) ? num::equal(a, b) : unequal_kinds(a, b);
  if (is_built_in_collection(a)) return equal_collections(a, b, equiv, false);
  if (answers_as_record(a, roots.sym_m_equiv)) return record_equiv(a, b);
  if (has_methods(a) && is_coll(a)) return equal_by_method(a, b, roots.sym_m_equiv);
  // A collection on the right decides, whatever is on the left.
  if (is_built_in_collection(b)) return equal_collections(b, a, equiv, false);
  if (answers_as_record(b, roots.sym_m_equiv)) return record_equiv(b, a);
  if (has_methods(b) && is_coll(b)) return equal_by_method(b, a, roots.sym_m_equiv);
  if (has_methods(a)) return equal_by_method(a, b, roots.sym_m_equiv);
  return equiv_scalars(a, b) || equal_others(a, b);
}

bool java_equals(Value a, Value b) {
  if (a == b) return true;
  if (a.is_nil()) return false;
  if (b.is_nil()) return unequal_kinds(a, b);
  if (has_number_kind(a)) return java_equals_scalars(a, b);
  if (is_built_in_collection(a)) return equal_collections(a, b, java_equals, true);
  if (answers_as_record(a, roots.sym_m_equals)) return (is_map(b) || implements(b, roots.class_java_map)) && equal_maps(a, b, java_equals);
  if (has_methods(a)) return equal_by_method(a, b, roots.sym_m_equals);
  return java_equals_scalars(a, b) || equal_others(a, b);
}

bool identical(Value a, Value b) {
  if (a == b) return true;
  // A long too wide for the word is one value, wherever it was boxed.
  auto *x = try_cast<BoxedLong>(a), *y = try_cast<BoxedLong>(b);
  return x && y && x->value == y->value;
}

}  // namespace clj
