#include "clj/core/array.h"

#include <algorithm>

#include "clj/core/collections.h"
#include "clj/core/cursor.h"
#include "clj/core/error.h"
#include "clj/core/numbers.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/gc/cards.h"
#include "copy_values.h"

namespace clj {
namespace {

size_t element_bytes(Kind kind) {
  switch (kind) {
    case Kind::kBooleanArray:
    case Kind::kByteArray: return 1;
    case Kind::kCharArray:
    case Kind::kShortArray: return 2;
    case Kind::kIntArray:
    case Kind::kFloatArray: return 4;
    default: return 8;
  }
}

char* raw_items(Object* array) { return reinterpret_cast<char*>(static_cast<Array*>(array) + 1); }

const Value& number_or_throw(const Value& x, const char* expected = "java.lang.Number") {
  if (is_number(x)) return x;
  if (x.is_nil()) throw_errorf(Error::kNullPointer, "Cannot invoke \"java.lang.Number.%sValue()\" because \"x\" is null", "int");
  throw_class_cast(x, expected);
}

[[noreturn]] void throw_out_of_bounds(Value array, int64_t index) {
  throw_errorf(Error::kArrayIndexOutOfBounds, "Index %ld out of bounds for length %ld", static_cast<long>(index),
               static_cast<long>(array_length(array)));
}

void check_index(Value array, int64_t index) {
  if (static_cast<uint64_t>(index) >= static_cast<uint64_t>(array_length(array))) throw_out_of_bounds(array, index);
}

// Whether aset takes the element as it is: no conversion but between the widths of integers
// and of floating point numbers, which on the JVM the compiler sees to.
bool takes(Kind array_kind, Value x) {
  auto is = [&](ImmediateKind kind) { return x.is_immediate(kind); };
  switch (array_kind) {
    case Kind::kObjectArray: return true;
    case Kind::kBooleanArray: return x.is_boolean();
    case Kind::kCharArray: return x.is_character();
    case Kind::kByteArray: return is(ImmediateKind::kByte);
    case Kind::kShortArray: return is(ImmediateKind::kShort);
    case Kind::kIntArray:
    case Kind::kLongArray: return is_fixed_integer(x);
    default: return x.is_double() || is(ImmediateKind::kFloat);
  }
}

template <class T>
T* as(Value array) {
  return cast<T>(array);
}

}  // namespace

Value make_array(Kind kind, int64_t length) {
  if (length < 0) throw_error(Error::kNegativeArraySize, std::to_string(length));
  bool is_object_array = kind == Kind::kObjectArray;
  size_t bytes = sizeof(Array) + static_cast<size_t>(length) * element_bytes(kind);
  auto* array = static_cast<Array*>(gc::allocate_object(kind, is_object_array ? Object::kManySlots : 0, bytes));
  array->length = length;
  return Value::object(array);
}

Value make_object_array(const Value* items, size_t n) {
  Value array = make_object_array(static_cast<int64_t>(n));
  copy_values(cast<ObjectArray>(array)->items(), items, n);
  return array;
}

Value array_at(Value array, int64_t i) {
  switch (array.as_object()->kind) {
    case Kind::kObjectArray: return as<ObjectArray>(array)->items()[i];
    case Kind::kBooleanArray: return Value::boolean(as<BooleanArray>(array)->items()[i] != 0);
    case Kind::kCharArray: return Value::character(as<CharArray>(array)->items()[i]);
    case Kind::kByteArray: return make_byte(as<ByteArray>(array)->items()[i]);
    case Kind::kShortArray: return make_short(as<ShortArray>(array)->items()[i]);
    case Kind::kIntArray: return make_int(as<IntArray>(array)->items()[i]);
    case Kind::kLongArray: return make_long(as<LongArray>(array)->items()[i]);
    case Kind::kFloatArray: return make_float(as<FloatArray>(array)->items()[i]);
    default: return make_double(as<DoubleArray>(array)->items()[i]);
  }
}

void array_put(Value array, int64_t i, Value x) {
  switch (array.as_object()->kind) {
    case Kind::kObjectArray:
      as<ObjectArray>(array)->items()[i] = x;
      gc::write_barrier_at(array.as_object(), as<ObjectArray>(array)->items() + i);
      return;
    case Kind::kBooleanArray:
      if (x.is_nil())
        throw_error(Error::kNullPointer,
                    "Cannot invoke \"java.lang.Boolean.booleanValue()\" because the return value of "
                    "\"clojure.lang.ISeq.first()\" is null");
      if (!x.is_boolean()) throw_class_cast(x, "java.lang.Boolean");
      as<BooleanArray>(array)->items()[i] = x.is_true();
      return;
    case Kind::kCharArray:
      if (!x.is_character()) throw_class_cast(x, "java.lang.Character");
      as<CharArray>(array)->items()[i] = x.as_character();
      return;
    case Kind::kByteArray: as<ByteArray>(array)->items()[i] = to_byte_unchecked(number_or_throw(x)); return;
    case Kind::kShortArray: as<ShortArray>(array)->items()[i] = to_short_unchecked(number_or_throw(x)); return;
    case Kind::kIntArray: as<IntArray>(array)->items()[i] = to_int_unchecked(number_or_throw(x)); return;
    case Kind::kLongArray: as<LongArray>(array)->items()[i] = to_long_unchecked(number_or_throw(x)); return;
    case Kind::kFloatArray: as<FloatArray>(array)->items()[i] = to_float_unchecked(number_or_throw(x)); return;
    default: as<DoubleArray>(array)->items()[i] = to_double(number_or_throw(x)); return;
  }
}

Value array_get(Value array, int64_t index) {
  check_index(array, index);
  return array_at(array, index);
}

namespace {

// An array of references takes instances of its class's element class only.
bool takes_class(Value array, Value x) {
  if (x.is_nil() || array.as_object()->aux.load(std::memory_order_relaxed) == 0) return true;
  std::string name = to_utf8(cast<Class>(class_of(array))->name);
  bool nested = name[1] == '[';
  Value element = find_class(nested ? name.substr(1) : name.substr(2, name.size() - 3));
  return element.is_nil() || is_instance(element, x);
}

}  // namespace

bool array_takes(Value array, Value x) {
  return takes(array.as_object()->kind, x) && (!is_kind(array, Kind::kObjectArray) || takes_class(array, x));
}

void array_set(Value array, int64_t index, Value x) {
  if (!takes(array.as_object()->kind, x))
    throw_error(Error::kIllegalArgument, "No matching method aset found taking 3 args");
  check_index(array, index);
  if (is_kind(array, Kind::kObjectArray) && !takes_class(array, x))
    throw_error(Error::kArrayStore, to_utf8(cast<Class>(class_of(x))->name));
  array_put(array, index, x);
}

Value check_array(Value array, const char* function, uint32_t count) {
  if (is_array(array)) return array;
  if (array.is_nil()) throw_error(Error::kNullPointer, "Cannot read the array length because \"xs\" is null");
  if (function == nullptr) throw_error(Error::kIllegalArgument, "Argument is not an array");
  throw_error(Error::kIllegalArgument, "No matching method " + std::string(function) + " found taking " +
                                           std::to_string(count) + " args");
}

namespace {

// The overload of aset that reflection chooses for nil, by what is to be stored.
const char* stored_in(Value x) {
  if (is_long(x)) return "long";
  if (x.is_character()) return "char";
  if (x.is_immediate(ImmediateKind::kByte)) return "byte/boolean";
  return x.is_immediate(ImmediateKind::kShort) ? "short" : "object";
}

}  // namespace

Value aget(Value array, Value index) {
  if (array.is_nil()) throw_error(Error::kNullPointer, "Cannot load from object array because \"xs\" is null");
  return array_get(check_array(array, "aget", 2), to_int(index));
}
Value aset(Value array, Value index, Value x) {
  int32_t i = to_int(index);
  if (array.is_nil())
    throw_error(Error::kNullPointer, std::string("Cannot store to ") + stored_in(x) + " array because \"xs\" is null");
  array_set(check_array(array, "aset", 3), i, x);
  return array_get(array, i);
}
Value alength(Value array) { return Value::inline_long(array_length(check_array(array, "alength", 1))); }

Value array_clone(Value array) {
  Kind kind = array.as_object()->kind;
  int64_t length = array_length(array);
  Value copy = make_array(kind, length);
  std::memcpy(raw_items(copy.as_object()), raw_items(array.as_object()), static_cast<size_t>(length) * element_bytes(kind));
  // The class of an array of references (type.h: set_array_class).
  copy.as_object()->aux.store(array.as_object()->aux.load(std::memory_order_relaxed), std::memory_order_relaxed);
  return copy;
}

Value array_from_seq(Kind kind, Value coll) {
  gc::ValueList elements;
  append_elements(coll, elements);
  Value array = make_array(kind, static_cast<int64_t>(elements.size()));
  for (size_t i = 0; i < elements.size(); ++i) array_put(array, static_cast<int64_t>(i), elements[i]);
  return array;
}

namespace {

// An array in the messages of a copy: "int[3]", "object array[2]".
std::string copied_text(Value array, bool with_length) {
  std::string name = to_utf8(cast<Class>(class_of(array))->name);  // "[I", "[Ljava.lang.Object;"
  size_t primitive = std::string_view("ZBCSIJFD").find(name[1]);
  constexpr const char* kNames[] = {"boolean", "byte", "char", "short", "int", "long", "float", "double"};
  std::string element = name.size() == 2 && primitive != std::string_view::npos ? kNames[primitive] : "object array";
  return element + "[" + (with_length ? std::to_string(array_length(array)) : "") + "]";
}

void check_copied(Value array, int64_t index, int64_t length, std::string_view name) {
  std::string text;
  if (index < 0) {
    text = std::string(name) + " index " + std::to_string(index);
  } else if (length >= 0 && index > array_length(array) - length) {
    text = "last " + std::string(name) + " index " + std::to_string(index + length);
  }
  if (text.empty()) return;
  throw_error(Error::kArrayIndexOutOfBounds, "arraycopy: " + text + " out of bounds for " + copied_text(array, true));
}

// The class of an array's elements as messages name it: that of "[Ljava.lang.String;" is "java.lang.String".
std::string element_class_name(Value array) {
  std::string name = to_utf8(cast<Class>(class_of(array))->name);
  return name[1] == 'L' ? name.substr(2, name.size() - 3) : name.substr(1);
}

// Into an array of objects of another class: those before the first that it does not take are copied.
void copy_objects(Value from, int64_t from_index, Value to, int64_t to_index, int64_t length) {
  for (int64_t i = 0; i < length; ++i) {
    Value x = array_at(from, from_index + i);
    if (array_takes(to, x)) {
      array_put(to, to_index + i, x);
      continue;
    }
    std::string source = element_class_name(from), destination = element_class_name(to);
    Value source_class = find_class(source), destination_class = find_class(destination);
    bool narrower = !source_class.is_nil() && !destination_class.is_nil() && is_assignable(destination_class, source_class);
    throw_error(Error::kArrayStore, narrower ? "arraycopy: element type mismatch: can not cast one of the elements of " + source +
                                                   "[] to the type of the destination array, " + destination
                                             : "arraycopy: type mismatch: can not copy " + source + "[] into " + destination + "[]");
  }
}

}  // namespace

void array_copy(Value from, int64_t from_index, Value to, int64_t to_index, int64_t length) {
  Kind kind = from.as_object()->kind;
  if (kind != to.as_object()->kind) {
    throw_error(Error::kArrayStore, "arraycopy: type mismatch: can not copy " + copied_text(from, false) + " into " + copied_text(to, false));
  }
  if (from_index >= 0 && to_index >= 0 && length < 0) {
    throw_error(Error::kArrayIndexOutOfBounds, "arraycopy: length " + std::to_string(length) + " is negative");
  }
  check_copied(from, from_index, length, "source");
  check_copied(to, to_index, length, "destination");
  if (kind == Kind::kObjectArray && class_of(from) != class_of(to)) return copy_objects(from, from_index, to, to_index, length);
  size_t bytes = element_bytes(kind);
  std::memmove(raw_items(to.as_object()) + static_cast<size_t>(to_index) * bytes,
               raw_items(from.as_object()) + static_cast<size_t>(from_index) * bytes, static_cast<size_t>(length) * bytes);
  gc::write_barrier(to.as_object());
}

}  // namespace clj
