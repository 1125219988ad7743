#include "clj/core/array.h"
#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/numbers.h"
#include "clj/core/record.h"
#include "clj/core/refs.h"
#include "clj/core/roots.h"
#include "clj/core/seqs.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/vector.h"
#include "copy_values.h"
#include "ranges.h"

namespace clj {

Value make_chunk_buffer(int64_t capacity) {
  Value array = make_object_array(capacity);
  auto* buffer = gc::make<ChunkBuffer>();
  buffer->array = array;
  return Value::object(buffer);
}

void chunk_append(Value buffer_value, Value x) {
  auto* buffer = try_cast<ChunkBuffer>(buffer_value);
  if (!buffer) throw_class_cast(buffer_value, "clojure.lang.ChunkBuffer");
  if (buffer->array.is_nil())
    throw_error(Error::kNullPointer, "Cannot store to object array because \"this.buffer\" is null");
  auto* array = cast<ObjectArray>(buffer->array);
  if (buffer->count >= array->length)
    throw_errorf(Error::kArrayIndexOutOfBounds, "Index %u out of bounds for length %ld", buffer->count,
                 static_cast<long>(array->length));
  array->items()[buffer->count++] = x;
  gc::write_barrier(array);
}

Value chunk(Value buffer_value) {
  auto* buffer = try_cast<ChunkBuffer>(buffer_value);
  if (!buffer) throw_class_cast(buffer_value, "clojure.lang.ChunkBuffer");
  if (buffer->array.is_nil()) {  // the second time; on the JVM only an access to such a chunk's elements fails
    if (buffer->count > 0) throw_error(Error::kNullPointer, "The chunk of this buffer was taken already");
    buffer->array = make_object_array(nullptr, 0);
  }
  Value result = make_array_chunk(buffer->array, 0, buffer->count);
  buffer->array = Value::nil();
  return result;
}

Value make_array_chunk(Value array, uint32_t start, uint32_t end) {
  auto* chunk = gc::make<ArrayChunk>();
  chunk->array = array;
  chunk->start = start;
  chunk->end = end;
  return Value::object(chunk);
}

namespace {

Value make_chunked_cons(Value array, uint32_t start, uint32_t end, Value more) {
  auto* cell = gc::make<ChunkedCons>();
  cell->array = array;
  cell->start = start;
  cell->end = end;
  cell->more = more;
  return Value::object(cell);
}

// Elements [from, to) of a leaf as a chunk.
Value leaf_chunk(const VectorNode* leaf, uint32_t from, uint32_t to) {
  Value array = make_object_array(to - from);
  copy_values(cast<ObjectArray>(array)->items(), leaf->items() + from, to - from);
  return make_array_chunk(array, 0, to - from);
}

uint32_t leaf_end(const VectorSeq* s) { return std::min((s->index | 31) + 1, cast<Vector>(s->vector)->count); }
uint32_t leaf_end(const PrimitiveVectorSeq* s) { return std::min((s->index | 31) + 1, vector_count(s->vector)); }

Value primitive_vector_chunk(const PrimitiveVectorSeq* s) {
  Value array = make_object_array(leaf_end(s) - s->index);
  for (uint32_t i = s->index; i < leaf_end(s); ++i) cast<ObjectArray>(array)->items()[i - s->index] = vector_at(s->vector, i);
  return make_array_chunk(array, 0, leaf_end(s) - s->index);
}

}  // namespace

Value chunk_cons(Value chunk_value, Value rest) {
  auto* chunk = try_cast<ArrayChunk>(chunk_value);
  if (!chunk) throw_class_cast(chunk_value, "clojure.lang.IChunk");
  if (chunk->start == chunk->end) return rest;
  return make_chunked_cons(chunk->array, chunk->start, chunk->end, rest);
}

namespace {

// What a seq of a program's type answers.
Value ask_chunked_seq(Value s, std::string_view method) {
  if (!is_instance(roots.class_chunked_seq, s)) throw_class_cast(s, "clojure.lang.IChunkedSeq");
  return call_method(s, make_symbol("", method), nullptr, 0);
}

// The chunk of a program's type as one of the runtime's.
Value native_chunk(Value chunk) {
  if (is_kind(chunk, Kind::kArrayChunk)) return chunk;
  gc::ValueList items;
  for (int64_t i = 0, n = count(chunk); i < n; ++i) items.push_back(nth(chunk, i));
  return make_array_chunk(make_object_array(items.data(), items.size()), 0, static_cast<uint32_t>(items.size()));
}

}  // namespace

bool is_chunked_seq(Value s) {
  return is_kind(s, Kind::kChunkedCons) || is_kind(s, Kind::kVectorSeq) || is_kind(s, Kind::kLongRange) ||
         is_kind(s, Kind::kRange) || is_kind(s, Kind::kPrimitiveVectorSeq);
}

Value chunk_first(Value s) {
  if (auto* cell = try_cast<ChunkedCons>(s)) return make_array_chunk(cell->array, cell->start, cell->end);
  if (auto* cell = try_cast<VectorSeq>(s)) {
    uint32_t base = cell->index & ~31u;
    return leaf_chunk(cast<VectorNode>(cell->leaf), cell->index - base, leaf_end(cell) - base);
  }
  if (is_kind(s, Kind::kLongRange)) return long_range_chunk(cast<LongRange>(s));
  if (is_kind(s, Kind::kRange)) return range_chunk(cast<Range>(s));
  if (auto* cell = try_cast<PrimitiveVectorSeq>(s)) return primitive_vector_chunk(cell);
  return native_chunk(ask_chunked_seq(s, "chunkedFirst"));
}

Value chunk_next(Value s) {
  if (auto* cell = try_cast<ChunkedCons>(s)) return seq(cell->more);
  if (auto* cell = try_cast<VectorSeq>(s)) {
    uint32_t end = leaf_end(cell);
    return end < cast<Vector>(cell->vector)->count ? make_vector_seq(cell->vector, end) : Value::nil();
  }
  if (is_kind(s, Kind::kLongRange)) return long_range_drop(cast<LongRange>(s), kChunkSize);
  if (is_kind(s, Kind::kRange)) return range_drop_chunk(cast<Range>(s));
  if (auto* cell = try_cast<PrimitiveVectorSeq>(s)) return make_primitive_vector_seq(cell->vector, leaf_end(cell));
  return ask_chunked_seq(s, "chunkedNext");
}

Value chunk_rest(Value s) {
  if (auto* cell = try_cast<ChunkedCons>(s)) return cell->more.is_nil() ? roots.empty_list : cell->more;
  if (is_kind(s, Kind::kInstance)) return ask_chunked_seq(s, "chunkedMore");
  Value n = chunk_next(s);
  return n.is_nil() ? roots.empty_list : n;
}

// next of a ChunkedCons.
Value chunked_cons_next(ChunkedCons* cell) {
  if (cell->end - cell->start > 1) return make_chunked_cons(cell->array, cell->start + 1, cell->end, cell->more);
  return seq(cell->more);
}

Value chunked_cons_rest(ChunkedCons* cell) {
  if (cell->end - cell->start > 1) return make_chunked_cons(cell->array, cell->start + 1, cell->end, cell->more);
  return cell->more.is_nil() ? roots.empty_list : cell->more;
}

}  // namespace clj
