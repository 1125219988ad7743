// Hashing and comparing keys, inlined for the kinds that are keys most of the time.
#pragma once
#include "clj/core/equality.h"
#include "clj/value/object.h"

namespace clj {

inline bool is_nan(Value v) { return v.is_double() && v.as_double() != v.as_double(); }

// Clojure's = for a looked-up key against a stored one.
inline bool key_equal(Value a, Value b) {
  if (a == b) return !is_nan(a);
  // A keyword equals only itself; a long kept in the word only numbers kept elsewhere.
  if (is_kind(a, Kind::kKeyword) || is_kind(b, Kind::kKeyword)) return false;
  if (a.is_inline_long() && b.is_inline_long()) return false;
  return equiv(a, b);
}

inline uint32_t key_hash(Value key) {
  if (is_kind(key, Kind::kKeyword)) {
    if (uint32_t hash = key.as_object()->cached_hash()) return hash;
  }
  return hash_eq(key);
}

}  // namespace clj
