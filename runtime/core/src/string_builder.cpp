#include "clj/core/string_builder.h"

#include <algorithm>
#include <cstring>

#include "clj/gc/heap.h"
#include "latin1_units.h"

namespace clj {
namespace {

// Laid out as every primitive array: the length, then the elements.
struct Units : Object {
  int64_t capacity;
  char16_t* data() { return reinterpret_cast<char16_t*>(this + 1); }
};

Units* make_units(size_t capacity) {
  auto* units = static_cast<Units*>(
      gc::allocate_object(Kind::kCharArray, 0, sizeof(Units) + capacity * sizeof(char16_t)));
  units->capacity = static_cast<int64_t>(capacity);
  return units;
}

Units* units_of(const StringBuilder* builder) { return static_cast<Units*>(builder->buffer.load().as_object()); }

void reserve(StringBuilder* builder, size_t wanted) {
  Units* old = units_of(builder);
  size_t capacity = static_cast<size_t>(old->capacity);
  if (wanted <= capacity) return;
  Units* units = make_units(std::max(wanted, capacity * 2 + 2));
  std::memcpy(units->data(), old->data(), builder->length * sizeof(char16_t));
  builder->buffer.store(Value::object(units));
  gc::write_barrier(builder);
}

}  // namespace

const char16_t* StringBuilder::units() const { return units_of(this)->data(); }
char16_t* mutable_units(StringBuilder* builder) { return units_of(builder)->data(); }

Value make_string_builder(size_t capacity) {
  Units* units = make_units(capacity);
  auto* builder = gc::make<StringBuilder>();
  builder->buffer.store(Value::object(units));
  return Value::object(builder);
}

void append(StringBuilder* builder, const char16_t* units, size_t n) {
  reserve(builder, builder->length + n);
  std::memcpy(mutable_units(builder) + builder->length, units, n * sizeof(char16_t));
  builder->length += n;
}

void append(StringBuilder* builder, std::string_view latin1) {
  reserve(builder, builder->length + latin1.size());
  widen_units(reinterpret_cast<const uint8_t*>(latin1.data()), latin1.size(), mutable_units(builder) + builder->length);
  builder->length += latin1.size();
}

void append(StringBuilder* builder, const String* string) {
  if (string->is_utf16()) return append(builder, string->utf16(), string->length);
  append(builder, {reinterpret_cast<const char*>(string->latin1()), string->length});
}

void replace(StringBuilder* builder, size_t from, size_t to, const char16_t* units, size_t n) {
  size_t tail = builder->length - to;
  reserve(builder, from + n + tail);
  char16_t* data = mutable_units(builder);
  std::memmove(data + from + n, data + to, tail * sizeof(char16_t));
  std::memcpy(data + from, units, n * sizeof(char16_t));
  builder->length = from + n + tail;
}

void set_length(StringBuilder* builder, size_t length) {
  reserve(builder, length);
  if (length > builder->length) {
    std::memset(mutable_units(builder) + builder->length, 0, (length - builder->length) * sizeof(char16_t));
  }
  builder->length = length;
}

Value to_string(const StringBuilder* builder) { return make_string_utf16(builder->units(), builder->length); }

}  // namespace clj
