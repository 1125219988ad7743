// Equality, hashes and order of what is no collection: the leaves of equality.h.
//
// Scalars are nil, booleans, characters, numbers, strings, symbols, keywords, UUIDs, instants
// and the host's value classes; every other object that is no collection is equal to itself
// alone and hashes by its address.
#pragma once
#include <cstdint>

#include "clj/value/object.h"

namespace clj {

// `=` when neither is a collection or an Instance.
bool equiv_scalars(Value a, Value b);
bool java_equals_scalars(Value a, Value b);
uint32_t hash_eq_scalar(Value v);
uint32_t java_hash_scalar(Value v);
// System.identityHashCode: kept in aux by the kinds that can be keys in a boot image, where they
// have other addresses; otherwise by address, which never changes.
uint32_t identity_hash(const Object* object);
// compare(a, b) where `a` is no collection; nil is less than everything. ClassCastException
// when b is of another class, or a cannot be compared at all.
int compare_scalars(Value a, Value b);

}  // namespace clj
