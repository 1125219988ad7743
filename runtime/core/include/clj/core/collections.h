// Generic operations over every collection: what clojure.core's seq, conj, get … do.
//
// They dispatch on the kind; a deftype instance answers through its methods (type.h), nil
// puns as in Clojure. Concrete types are in vector.h, map.h, set.h, sorted.h, seqs.h …
//
// Errors   The JVM's classes and messages.
// Design   docs/collections.md
#pragma once
#include <cstdint>
#include <initializer_list>
#include <type_traits>

#include "clj/gc/heap.h"
#include "clj/value/object.h"

namespace clj {

// Seqs. `seq` gives nil or something `first`/`next` work on directly.
Value seq(Value coll);
Value first(Value coll);
Value next(Value coll);  // nil at the end
Value rest(Value coll);  // () at the end
Value cons(Value head, Value tail);
Value rseq(Value coll);  // from the end, nil when empty; vectors and sorted collections only
Value nth(Value coll, int64_t index);                       // throws IndexOutOfBounds
Value nth(Value coll, int64_t index, Value not_found);
int64_t count(Value coll);
bool is_counted(Value v);

// Associative and other collections.
Value conj(Value coll, Value x);
Value empty(Value coll);
Value look_up(Value coll, Value key, Value not_found);  // asks what a program defined without a default
inline Value get(Value coll, Value key) { return look_up(coll, key, Value::nil()); }
// What a program defined is asked with the default, nil too; for absent() with an object of its own.
Value get(Value coll, Value key, Value not_found);
bool contains(Value coll, Value key);
Value find(Value coll, Value key);  // MapEntry or nil
Value assoc(Value coll, Value key, Value value);
Value dissoc(Value coll, Value key);
Value disj(Value set, Value key);
Value peek(Value coll);
Value pop(Value coll);
Value keys(Value map);
Value vals(Value map);

// Constructors. Maps of up to 8 entries are ArrayMaps in insertion order, as literals are.
Value make_list(const Value* items, size_t n);
Value make_list(std::initializer_list<Value> items);
Value make_vector(const Value* items, size_t n);
Value make_vector(std::initializer_list<Value> items);
Value make_map(const Value* keys_and_values, size_t n);  // later keys win; n is even
Value make_set(const Value* items, size_t n);
Value make_map_entry(Value key, Value value);

// Internal iteration: calls `step(context, element)` for each element until it returns false.
// Walks chunks, trie nodes and arrays directly; never holds the head of a lazy seq.
// Maps yield MapEntries. Returns false when stopped early.
using Step = bool (*)(void* context, Value element);
bool for_each(Value coll, Step step, void* context);
// The same over the key/value pairs of a map, without entries.
using StepKv = bool (*)(void* context, Value key, Value value);
bool for_each_kv(Value map, StepKv step, void* context);
template <class F>
bool for_each(Value coll, F&& f) {
  return for_each(coll, [](void* c, Value v) -> bool { return (*static_cast<std::remove_reference_t<F>*>(c))(v); }, &f);
}
template <class F>
bool for_each_kv(Value map, F&& f) {
  return for_each_kv(map, [](void* c, Value k, Value v) -> bool { return (*static_cast<std::remove_reference_t<F>*>(c))(k, v); }, &f);
}
// All elements appended to `out`.
void append_elements(Value coll, gc::ValueList& out);

// (reduce f init coll) natively, honouring `reduced`; calls f through call.h.
Value reduce(Value f, Value init, Value coll);
Value reduce(Value f, Value coll);                   // (reduce f coll): the first element is init
Value reduce_kv(Value f, Value init, Value coll);    // maps, vectors by index, nil

// Transients.
Value transient(Value coll);
Value persistent(Value transient);
Value conj_transient(Value t, Value x);
Value assoc_transient(Value t, Value key, Value value);
Value dissoc_transient(Value t, Value key);
Value disj_transient(Value t, Value key);
Value pop_transient(Value t);

// Predicates with Clojure's meaning, deftype instances included.
bool is_seq(Value v);         // seq?
bool is_sequential(Value v);
bool is_vector(Value v);      // vector?: Vector, SubVector, MapEntry, …
bool is_map(Value v);
bool is_set(Value v);
bool is_coll(Value v);
bool is_associative(Value v);
bool is_list(Value v);

// Metadata. `meta` of anything without is nil; with_meta throws ClassCastException there.
Value meta(Value v);
Value with_meta(Value v, Value meta);
Value with_form_meta(Value v, Value meta);  // of a literal collection or a fn form
bool supports_meta(Value v);

}  // namespace clj
