#include "clj/core/scalar.h"

#include <atomic>

#include "clj/core/bigdecimal.h"
#include "clj/core/equality.h"
#include "clj/core/error.h"
#include "clj/core/instant.h"
#include "clj/core/numbers.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/uuid.h"
#include "clj/core/var.h"

namespace clj {

namespace {

// Both objects of one kind that is neither a number nor a collection.
bool same_kind_equal(Object* a, Object* b) {
  switch (a->kind) {
    case Kind::kString: return equal(static_cast<String*>(a), static_cast<String*>(b));
    case Kind::kSymbol: return equal(static_cast<Symbol*>(a), static_cast<Symbol*>(b));
    case Kind::kUuid: return compare(static_cast<Uuid*>(a), static_cast<Uuid*>(b)) == 0;
    case Kind::kInst: return static_cast<Inst*>(a)->millis == static_cast<Inst*>(b)->millis;
    case Kind::kRoundingMode: return static_cast<RoundingMode*>(a)->rounding == static_cast<RoundingMode*>(b)->rounding;
    case Kind::kMathContext: {
      auto *x = static_cast<MathContext*>(a), *y = static_cast<MathContext*>(b);
      return x->digits == y->digits && x->rounding == y->rounding;
    }
    default: return false;
  }
}

uint32_t boolean_hash(Value v) { return v.is_true() ? 1231 : 1237; }

template <class T>
T* same_class(Value v, const char* class_name) {
  if (T* object = try_cast<T>(v)) return object;
  throw_class_cast(v, class_name);
}

}  // namespace

bool equiv_scalars(Value a, Value b) {
  if (a == b) return !(a.is_double() && a.as_double() != a.as_double());
  if (has_number_kind(a)) return num::equal(a, b);
  if (!a.is_object() || !b.is_object() || a.as_object()->kind != b.as_object()->kind) return false;
  return same_kind_equal(a.as_object(), b.as_object());
}

bool java_equals_scalars(Value a, Value b) {
  if (a == b) return true;
  if (has_number_kind(a)) return num::java_equals(a, b);
  if (!a.is_object() || !b.is_object() || a.as_object()->kind != b.as_object()->kind) return false;
  return same_kind_equal(a.as_object(), b.as_object());
}

namespace {

// Kinds whose aux word keeps the identity hash, so that it is the same in a boot image, where
// the object has another address, and in every run. A Class has the hash of its name there.
bool keeps_identity_hash(const Object* object) {
  switch (object->kind) {
    case Kind::kClass:
    case Kind::kVar:
    case Kind::kNamespace:
    case Kind::kNativeFn:
    case Kind::kNativeClosure:
    case Kind::kClosure:
    case Kind::kMetaFn:
    case Kind::kMultiFn:
    case Kind::kProtocolFn:
    case Kind::kAtom:
    case Kind::kVolatile:
    case Kind::kThrowable:
    case Kind::kPlainObject: return true;
    // A record keeps its hasheq there.
    case Kind::kInstance: return !static_cast<const Instance*>(object)->type.as_object()->has_flag(Class::kRecord);
    default: return false;
  }
}

}  // namespace

uint32_t identity_hash(const Object* object) {
  if (!keeps_identity_hash(object)) {
    return murmur3::hash_long(reinterpret_cast<uint64_t>(object) >> 4) & 0x7FFFFFFF;
  }
  auto& kept = const_cast<Object*>(object)->aux;
  uint32_t hash = kept.load(std::memory_order_relaxed);
  if (hash == 0) {
    static std::atomic<uint32_t> counter{1};
    uint32_t fresh = (murmur3::hash_int(counter.fetch_add(1, std::memory_order_relaxed)) & 0x7FFFFFFF) | 1;
    hash = kept.compare_exchange_strong(hash, fresh, std::memory_order_relaxed) ? fresh : hash;
  }
  return hash & 0x7FFFFFFF;
}

uint32_t hash_eq_scalar(Value v) {
  if (has_number_kind(v)) return num::hash_eq(v);
  if (v.is_object()) {
    Object* object = v.as_object();
    switch (object->kind) {
      case Kind::kString: return murmur3::hash_int(java_hash(static_cast<String*>(object)));
      case Kind::kSymbol: return hash_eq(static_cast<Symbol*>(object));
      case Kind::kKeyword: return hash_eq(static_cast<Keyword*>(object));
      default: break;
    }
  }
  return java_hash_scalar(v);
}

uint32_t java_hash_scalar(Value v) {
  if (has_number_kind(v)) return num::java_hash(v);
  if (v.is_nil()) return 0;
  if (v.is_character()) return v.as_character();
  if (v.is_boolean()) return boolean_hash(v);
  if (!v.is_object()) return 0;
  Object* object = v.as_object();
  switch (object->kind) {
    case Kind::kString: return java_hash(static_cast<String*>(object));
    case Kind::kSymbol: return java_hash(static_cast<Symbol*>(object));
    case Kind::kKeyword: return java_hash(static_cast<Keyword*>(object));
    case Kind::kUuid: return java_hash(static_cast<Uuid*>(object));
    case Kind::kInst: return java_hash(static_cast<Inst*>(object));
    case Kind::kMathContext: {
      auto* context = static_cast<MathContext*>(object);
      return murmur3::hash_long(uint64_t{context->digits} << 8 | static_cast<uint64_t>(context->rounding));
    }
    case Kind::kRoundingMode: return murmur3::hash_int(1 + static_cast<uint32_t>(static_cast<RoundingMode*>(object)->rounding));
    // What has a name hashes by it: an address would not survive into a boot image, and builds
    // would differ in the order of maps.
    case Kind::kClass: return object->cached_hash();
    case Kind::kNamespace: return murmur3::hash_int(java_hash_scalar(static_cast<Namespace*>(object)->name));
    case Kind::kVar: {
      auto* var = static_cast<Var*>(object);
      if (var->ns.is_nil()) return identity_hash(object);
      return hash_combine(java_hash_scalar(var->ns), java_hash_scalar(var->symbol));
    }
    default: return identity_hash(object);
  }
}

int compare_scalars(Value a, Value b) {
  if (a == b) return 0;
  if (a.is_nil()) return -1;
  if (b.is_nil()) return 1;
  if (is_number(a)) {
    if (!is_number(b)) throw_class_cast(b, "java.lang.Number");
    return num::compare(a, b);
  }
  if (a.is_character()) {
    if (!b.is_character()) throw_class_cast(b, "java.lang.Character");
    return a.as_character() - b.as_character();
  }
  if (a.is_boolean()) {
    if (!b.is_boolean()) throw_class_cast(b, "java.lang.Boolean");
    return a.is_true() ? 1 : -1;
  }
  if (!a.is_object()) throw_class_cast(a, "java.lang.Comparable");
  Object* object = a.as_object();
  switch (object->kind) {
    case Kind::kString: return compare(static_cast<String*>(object), same_class<String>(b, "java.lang.String"));
    case Kind::kSymbol: return compare(static_cast<Symbol*>(object), same_class<Symbol>(b, "clojure.lang.Symbol"));
    case Kind::kKeyword: return compare(static_cast<Keyword*>(object), same_class<Keyword>(b, "clojure.lang.Keyword"));
    case Kind::kUuid: return compare(static_cast<Uuid*>(object), same_class<Uuid>(b, "java.util.UUID"));
    case Kind::kInst: {
      int64_t x = static_cast<Inst*>(object)->millis, y = same_class<Inst>(b, "java.util.Date")->millis;
      return x < y ? -1 : x > y;
    }
    case Kind::kRoundingMode:
      return static_cast<int>(static_cast<RoundingMode*>(object)->rounding) -
             static_cast<int>(same_class<RoundingMode>(b, "java.math.RoundingMode")->rounding);
    default: throw_class_cast(a, "java.lang.Comparable");
  }
}

}  // namespace clj
