// Between the files of chunked and generated seqs.
#pragma once
#include "clj/core/seqs.h"

namespace clj {

// Element `i`; they wrap around like the JVM's longs, but none that exists does.
inline int64_t long_range_at(const LongRange* range, uint64_t i) {
  return static_cast<int64_t>(static_cast<uint64_t>(range->start) + i * static_cast<uint64_t>(range->step));
}
Value long_range_chunk(const LongRange* range);          // up to kChunkSize elements
Value long_range_drop(const LongRange* range, uint64_t n);  // nil when nothing is left
Value range_chunk(const Range* range);
Value range_drop_chunk(const Range* range);
Value range_next(const Range* range);

Value chunked_cons_next(ChunkedCons* cell);
Value chunked_cons_rest(ChunkedCons* cell);

// first and next of the seqs that remember what they computed.
Value iterate_first(Iterate* s);
Value iterate_next(Iterate* s);
Value cycle_current(Cycle* s);
Value cycle_next(Cycle* s);
Value repeat_next(const Repeat* s);
Value iterator_seq_first(Value s);  // of an IteratorSeq or EnumerationSeq
Value iterator_seq_next(Value s);

}  // namespace clj
