// The seqs that are not lists: lazy, chunked, views of collections, generated.
//
// A LazySeq runs its thunk once, whatever the number of threads that ask, and unwraps nested
// lazy seqs in a loop. The other seqs are immutable cells: `next` makes a new cell, the
// collection behind is shared. Ranges, Iterate, Cycle and Repeat are reduced without cells.
//
// Threads  Safe to share. Realising a LazySeq blocks other threads that want the same one.
// Errors   What thunks and functions throw; a thunk that threw is called again next time.
// Design   docs/collections.md
#pragma once
#include <cstdint>

#include "clj/value/object.h"

namespace clj {

// aux is the lock word: 0, or the number of the thread that realises it.
struct LazySeq : Object {
  static constexpr Kind kKind = Kind::kLazySeq;
  static constexpr uint16_t kSlots = 3;
  static constexpr uint8_t kCalled = kFlagA;  // the thunk has returned, `pending` is its value
  AtomicValue pending;  // the thunk, then what it returned, then nil
  AtomicValue seq;      // absent() until realised
  Value meta;
};
Value make_lazy_seq(Value thunk);
// One whose thunk has run: `seq` is nil or of a kSeq kind.
Value make_realized_lazy_seq(Value seq);
// The seq behind: nil or something of a kSeq kind.
Value realize(LazySeq* lazy);
bool is_realized(const LazySeq* lazy);

// Chunks. Positions are in an ObjectArray.
struct ChunkBuffer : Object {
  static constexpr Kind kKind = Kind::kChunkBuffer;
  static constexpr uint16_t kSlots = 1;
  Value array;  // ObjectArray; nil once `chunk` was called
  uint32_t count;
};
struct ArrayChunk : Object {
  static constexpr Kind kKind = Kind::kArrayChunk;
  static constexpr uint16_t kSlots = 1;
  Value array;
  uint32_t start;
  uint32_t end;
};
struct ChunkedCons : Object {
  static constexpr Kind kKind = Kind::kChunkedCons;
  static constexpr uint16_t kSlots = 3;
  Value array;
  Value more;  // a seq, a LazySeq, () or nil
  Value meta;
  uint32_t start;
  uint32_t end;  // start < end
};
constexpr uint32_t kChunkSize = 32;
Value make_chunk_buffer(int64_t capacity);
void chunk_append(Value buffer, Value x);
Value chunk(Value buffer);
Value make_array_chunk(Value array, uint32_t start, uint32_t end);
Value chunk_cons(Value chunk, Value rest);
bool is_chunked_seq(Value s);
Value chunk_first(Value s);  // ArrayChunk
Value chunk_rest(Value s);   // () at the end
Value chunk_next(Value s);   // nil at the end

// Views of collections.
struct VectorSeq : Object {
  static constexpr Kind kKind = Kind::kVectorSeq;
  static constexpr uint16_t kSlots = 3;
  Value vector;  // Vector
  Value leaf;    // the VectorNode that holds `index`
  Value meta;
  uint32_t index;
};
struct VectorRSeq : Object {
  static constexpr Kind kKind = Kind::kVectorRSeq;
  static constexpr uint16_t kSlots = 2;
  Value vector;  // of any vector kind
  Value meta;
  uint32_t index;
};
struct SubVectorSeq : Object {
  static constexpr Kind kKind = Kind::kSubVectorSeq;
  static constexpr uint16_t kSlots = 2;
  Value vector;  // SubVector
  Value meta;
  uint32_t index;
};
// Of a vector of primitives, in chunks of 32; not counted, as on the JVM.
struct PrimitiveVectorSeq : Object {
  static constexpr Kind kKind = Kind::kPrimitiveVectorSeq;
  static constexpr uint16_t kSlots = 2;
  Value vector;  // PrimitiveVector
  Value meta;
  uint32_t index;
};
struct StringSeq : Object {
  static constexpr Kind kKind = Kind::kStringSeq;
  static constexpr uint16_t kSlots = 2;
  Value string;
  Value meta;
  uint32_t index;
};
struct ArraySeq : Object {
  static constexpr Kind kKind = Kind::kArraySeq;
  static constexpr uint16_t kSlots = 2;
  Value array;  // of any array kind
  Value meta;
  uint32_t index;
};
struct ArrayMapSeq : Object {
  static constexpr Kind kKind = Kind::kArrayMapSeq;
  static constexpr uint16_t kSlots = 2;
  Value map;
  Value meta;
  uint32_t index;
};
// Also the frame of an outer node, whose `index` is the child the walk is in.
struct HashMapSeq : Object {
  static constexpr Kind kKind = Kind::kHashMapSeq;
  static constexpr uint16_t kSlots = 3;
  Value node;
  Value up;  // HashMapSeq or nil
  Value meta;
  uint32_t index;
};
struct KeySeq : Object {
  static constexpr Kind kKind = Kind::kKeySeq;
  static constexpr uint16_t kSlots = 2;
  Value entries;  // a seq of entries
  Value meta;
};
struct ValSeq : Object {
  static constexpr Kind kKind = Kind::kValSeq;
  static constexpr uint16_t kSlots = 2;
  Value entries;
  Value meta;
};
// clojure.lang.IteratorSeq/create's: over a host iterator (hasNext, next) that has more. An element is fetched when it is
// asked for, once, and whether there are more when what follows it is asked for. aux is a lock word.
struct IteratorSeq : Object {
  static constexpr Kind kKind = Kind::kIteratorSeq;
  static constexpr uint16_t kSlots = 4;
  Value iterator;
  AtomicValue element, following;  // absent() until asked for
  Value meta;
};
// The same over a java.util.Enumeration (hasMoreElements, nextElement).
struct EnumerationSeq : IteratorSeq {
  static constexpr Kind kKind = Kind::kEnumerationSeq;
};
Value make_vector_seq(Value vector, uint32_t index);
Value make_reverse_seq(Value vector, uint32_t index);  // of any vector kind, from index down to 0
Value make_primitive_vector_seq(Value vector, uint32_t index);  // nil at the end
Value make_string_seq(Value string);
Value make_array_seq(Value array, uint32_t index = 0);  // nil when index is at the end
// The arguments of a variadic call: an ArraySeq, nil when there are none.
Value make_rest_args(const Value* items, size_t n);
// nil when the iterator is at its end; else a LazySeq, unrealized, of chunks of 32, as the JVM's seqs of Iterables are, or one element at a time.
Value make_chunked_iterator_seq(Value iterator);
Value make_iterator_seq(Value iterator);        // nil when the iterator is at its end
Value make_enumeration_seq(Value enumeration);  // nil when the enumeration is at its end

// Generated seqs.
// kGeneral: its class is clojure.lang.Range, which is not Counted, as its end was an Integer, Short or Byte.
struct LongRange : Object {
  static constexpr Kind kKind = Kind::kLongRange;
  static constexpr uint8_t kGeneral = kFlagA;
  static constexpr uint16_t kSlots = 1;
  Value meta;
  int64_t start;
  int64_t step;
  uint64_t count;  // > 0
};
// Any numbers; elements by repeated addition, so doubles come out as on the JVM.
struct Range : Object {
  static constexpr Kind kKind = Kind::kRange;
  static constexpr uint16_t kSlots = 4;
  Value start;
  Value end;
  Value step;
  Value meta;
};
struct Iterate : Object {
  static constexpr Kind kKind = Kind::kIterate;
  static constexpr uint16_t kSlots = 5;
  Value function;
  AtomicValue previous;  // nil once `current` is known
  AtomicValue current;   // absent() until asked for
  AtomicValue next;      // absent() until asked for
  Value meta;
};
struct Cycle : Object {
  static constexpr Kind kKind = Kind::kCycle;
  static constexpr uint16_t kSlots = 4;
  Value all;
  Value previous;       // where the round was one step before; nil when `current` is given
  AtomicValue current;  // absent() until asked for
  Value meta;
};
struct Repeat : Object {
  static constexpr Kind kKind = Kind::kRepeat;
  static constexpr uint16_t kSlots = 2;
  Value value;
  Value meta;
  int64_t count;  // > 0, or -1: for ever
};
Value make_range(Value start, Value end, Value step);  // (range start end step)
Value make_long_range(int64_t start, int64_t end, int64_t step);
Value make_iterate(Value f, Value x);
Value make_cycle(Value coll);
Value make_repeat(int64_t count, Value x);  // count < 0: for ever

}  // namespace clj
