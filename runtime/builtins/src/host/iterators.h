// java.util.Iterator objects.
#pragma once
#include "clj/value/value.h"

namespace clj::builtins::host {

// Over a seq (or nil).
Value make_seq_iterator(Value seq, const char* class_name = "clojure.lang.SeqIterator");
// Over what is asked for its seq when the first element is wanted.
Value make_iterator_of(Value source);
// Over the elements of an ObjectArray from `from` to `to`. `owner`, when not nil, is the mutable
// collection: Iterator.remove calls its method "remove" with what `next` returned (with its
// index where `by_index`).
Value make_array_iterator(Value array, int64_t from, int64_t to, Value owner, bool by_index);
// Over a seq of the owner's elements, which Iterator.remove takes out by the owner's "-removeEntry"; with `size` it throws
// ConcurrentModificationException when the owner has another size than it left.
Value make_owned_seq_iterator(Value seq, Value owner, int64_t (*size)(Value owner));
// One of an array, which throws ConcurrentModificationException when it sees another size of the owner than it left; and how
// it knows the end: by the elements there were, or by its place among those that are, which may be beyond a list's end.
enum class End { kOfElements, kAtSize, kFromSize };
Value make_fail_fast_iterator(Value array, int64_t from, int64_t to, Value owner, int64_t (*size)(Value owner), End end);

// Functional interfaces: calls the deftype's or reify's only method, or the function itself.
Value call_functional(Value f, const char* method, Value* args, uint32_t count);

}  // namespace clj::builtins::host
