#include "clj/core/array.h"
#include "clj/core/collections.h"
#include "clj/core/numbers.h"
#include "clj/core/roots.h"
#include "ranges.h"

namespace clj {
namespace {

Value new_long_range(int64_t start, int64_t step, uint64_t count, uint8_t flags = 0) {
  auto* range = gc::make<LongRange>();
  range->set_flag(flags);
  range->start = start;
  range->step = step;
  range->count = count;
  return Value::object(range);
}

Value new_range(Value start, Value end, Value step) {
  auto* range = gc::make<Range>();
  range->start = start;
  range->end = end;
  range->step = step;
  return Value::object(range);
}

bool is_past(Value x, const Range* range) {
  return num::is_positive(range->step) ? num::less_equal(range->end, x) : num::less_equal(x, range->end);
}

}  // namespace

Value make_long_range(int64_t start, int64_t end, int64_t step) {
  if (step == 0) return start == end ? roots.empty_list : make_repeat(-1, make_long(start));
  if (step > 0 ? start >= end : start <= end) return roots.empty_list;
  // The distance of two longs fits an unsigned word.
  uint64_t distance = step > 0 ? static_cast<uint64_t>(end) - static_cast<uint64_t>(start)
                               : static_cast<uint64_t>(start) - static_cast<uint64_t>(end);
  uint64_t stride = step > 0 ? static_cast<uint64_t>(step) : 0 - static_cast<uint64_t>(step);
  return new_long_range(start, step, (distance - 1) / stride + 1);
}

Value make_range(Value start, Value end, Value step) {
  if (is_long(start) && is_long(end) && is_long(step))
    return make_long_range(as_long(start), as_long(end), as_long(step));
  // Not the other way round: a NaN is neither below nor above.
  bool positive = num::is_positive(step), negative = num::less(step, Value::inline_long(0));
  if ((positive && num::less(end, start)) || (negative && num::less(start, end))) return roots.empty_list;
  if (num::equivalent(start, end)) return roots.empty_list;
  if (num::is_zero(step)) return make_repeat(-1, start);
  if (is_long(start) && is_long(step) && is_fixed_integer(end)) {
    Value range = make_long_range(as_long(start), as_fixed_integer(end), as_long(step));
    if (is_kind(range, Kind::kLongRange)) range.as_object()->set_flag(LongRange::kGeneral);
    return range;
  }
  return new_range(start, end, step);
}

Value long_range_chunk(const LongRange* range) {
  uint64_t n = std::min<uint64_t>(range->count, kChunkSize);
  Value array = make_object_array(static_cast<int64_t>(n));
  for (uint64_t i = 0; i < n; ++i) {
    Value x = make_long(long_range_at(range, i));
    cast<ObjectArray>(array)->items()[i] = x;
    gc::write_barrier(array.as_object());
  }
  return make_array_chunk(array, 0, static_cast<uint32_t>(n));
}

Value long_range_drop(const LongRange* range, uint64_t n) {
  if (n >= range->count) return Value::nil();
  return new_long_range(long_range_at(range, n), range->step, range->count - n, range->flags.load(std::memory_order_relaxed) & LongRange::kGeneral);
}

Value range_next(const Range* range) {
  Value x = num::add_promoting(range->start, range->step);
  return is_past(x, range) ? Value::nil() : new_range(x, range->end, range->step);
}

Value range_chunk(const Range* range) {
  Value array = make_object_array(kChunkSize);
  uint32_t n = 0;
  // The first element is never past the end, even where it is no number.
  for (Value x = range->start; n < kChunkSize && (n == 0 || !is_past(x, range)); x = num::add_promoting(x, range->step)) {
    cast<ObjectArray>(array)->items()[n++] = x;
    gc::write_barrier(array.as_object());
  }
  return make_array_chunk(array, 0, n);
}

Value range_drop_chunk(const Range* range) {
  Value x = range->start;
  for (uint32_t i = 0; i < kChunkSize; ++i) {
    if (is_past(x, range)) return Value::nil();
    x = num::add_promoting(x, range->step);
  }
  return is_past(x, range) ? Value::nil() : new_range(x, range->end, range->step);
}

}  // namespace clj
