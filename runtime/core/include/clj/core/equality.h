// =, hash, compare: clojure.lang.Util and Murmur3.
//
// Deep structures are bounded by check_stack (error.h): StackOverflowError, never a crash.
#pragma once
#include <cstdint>

#include "clj/value/value.h"

namespace clj {

struct String;

bool equiv(Value a, Value b);          // clojure.core/=
bool java_equals(Value a, Value b);    // .equals
uint32_t hash_eq(Value v);             // clojure.core/hash, as a 32-bit pattern
uint32_t java_hash_code(Value v);      // .hashCode
int compare(Value a, Value b);         // clojure.core/compare
// a.compareTo(b): no nil, and as a rule only values of a's class. Throws what Java's compareTo throws.
int natural_compare(Value a, Value b);
// What natural_compare throws for a and b.
void require_natural_order(Value a, Value b);
bool is_comparable(Value v);           // nil, numbers and what implements java.lang.Comparable
bool identical(Value a, Value b);      // identical?

namespace murmur3 {  // Murmur3_x86_32 with Clojure's seed 0 and finalisation
uint32_t hash_int(uint32_t input);
uint32_t hash_long(uint64_t input);
uint32_t mix_collection(uint32_t hash, uint32_t count);
uint32_t hash_string(const String* string);  // of its UTF-16 units (hashUnencodedChars)
}  // namespace murmur3
uint32_t hash_combine(uint32_t seed, uint32_t hash);  // clojure.lang.Util.hashCombine

}  // namespace clj
