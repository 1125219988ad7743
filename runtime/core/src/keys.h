// Hashing and comparing keys, inlined for the kinds that are keys most of the time.
#pragma once
#include "clj/core/equality.h"
#include "clj/core/text.h"
#include "clj/value/object.h"

namespace clj {

inline bool is_nan(Value v) { return v.is_double() && v.as_double() != v.as_double(); }

inline bool has_text(Value v) { return is_kind(v, Kind::kString) || is_kind(v, Kind::kSymbol); }

// Clojure's = for a looked-up key against a stored one.
inline bool key_equal(Value a, Value b) {
  if (a == b) return !is_nan(a);
  // A keyword equals only itself; a long kept in the word only numbers kept elsewhere.
  if (is_kind(a, Kind::kKeyword) || is_kind(b, Kind::kKeyword)) return false;
  if (a.is_inline_long() && b.is_inline_long()) return false;
  if (has_text(a) && b.is_object() && b.as_object()->kind == a.as_object()->kind) {
    uint32_t ha = a.as_object()->cached_hash(), hb = b.as_object()->cached_hash();
    if (ha != hb && ha != 0 && hb != 0) return false;
    return is_kind(a, Kind::kString) ? equal(as_string(a), as_string(b)) : equal(cast<Symbol>(a), cast<Symbol>(b));
  }
  return equiv(a, b);
}

inline uint32_t key_hash(Value key) {
  if (is_kind(key, Kind::kKeyword)) {
    if (uint32_t hash = key.as_object()->cached_hash()) return hash;
  }
  return hash_eq(key);
}

}  // namespace clj
