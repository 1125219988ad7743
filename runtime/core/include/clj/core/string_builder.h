// java.lang.StringBuilder: a growable buffer of UTF-16 units on the heap.
//
// Threads  Belongs to one thread at a time, as on the JVM.
// Errors   StringIndexOutOfBoundsException as the JVM words it.
#pragma once
#include <string_view>

#include "clj/core/text.h"
#include "clj/value/object.h"

namespace clj {

struct StringBuilder : Object {
  static constexpr Kind kKind = Kind::kStringBuilder;
  static constexpr uint16_t kSlots = 1;
  AtomicValue buffer;  // a char array: its length is the capacity
  uint64_t length;     // units in use

  const char16_t* units() const;
};

// In `aux` of one that is a java.lang.StringBuffer.
inline constexpr uint32_t kIsStringBuffer = 1;

Value make_string_builder(size_t capacity = 16);
void append(StringBuilder* builder, const String* string);
void append(StringBuilder* builder, const char16_t* units, size_t n);
void append(StringBuilder* builder, std::string_view latin1);
// Replaces [from, to) by the units. Precondition: from <= to <= length.
void replace(StringBuilder* builder, size_t from, size_t to, const char16_t* units, size_t n);
char16_t* mutable_units(StringBuilder* builder);
void set_length(StringBuilder* builder, size_t length);  // pads with zero units
Value to_string(const StringBuilder* builder);

}  // namespace clj
