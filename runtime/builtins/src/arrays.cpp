// Java arrays.
#include "clj/core/array.h"
#include "clj/core/vector.h"

#include "native.h"

namespace clj::builtins {

namespace {

// Whether the second argument of (int-array 3 x) is what fills the array, and no seq of elements.
bool is_fill(Kind kind, Value x) {
  switch (kind) {
    case Kind::kBooleanArray: return x.is_boolean();
    case Kind::kCharArray: return x.is_character();
    case Kind::kByteArray: return x.is_immediate(ImmediateKind::kByte);
    case Kind::kShortArray: return x.is_immediate(ImmediateKind::kShort);
    default: return is_number(x);
  }
}

// (int-array size-or-seq), (int-array size init-val-or-seq).
Value new_array(Kind kind, Value* args, uint32_t count) {
  if (count == 1) {
    if (is_number(args[0])) return make_array(kind, to_int_unchecked(args[0]));
    if (is_counted(args[0])) clj::count(args[0]);  // a range too long for an array is refused before it is walked
    return array_from_seq(kind, args[0]);
  }
  if (args[0].is_nil()) to_int(args[0]);  // tells of RT.intCast
  if (!is_number(args[0])) throw_bad_argument(args[0], "java.lang.Number");
  int64_t length = to_int(args[0]);
  Value array = make_array(kind, length);
  if (is_fill(kind, args[1])) {
    for (int64_t i = 0; i < length; ++i) array_put(array, i, args[1]);
  } else {
    int64_t i = 0;
    for_each(args[1], [&](Value v) {
      if (i >= length) return false;
      array_put(array, i++, v);
      return true;
    });
  }
  return array;
}

struct PrimitiveKind {
  std::string_view name;
  Kind kind;
  char code;
};
constexpr PrimitiveKind kPrimitiveKinds[] = {
    {"boolean", Kind::kBooleanArray, 'Z'}, {"char", Kind::kCharArray, 'C'},   {"byte", Kind::kByteArray, 'B'},
    {"short", Kind::kShortArray, 'S'},     {"int", Kind::kIntArray, 'I'},     {"long", Kind::kLongArray, 'J'},
    {"float", Kind::kFloatArray, 'F'},     {"double", Kind::kDoubleArray, 'D'}};

// "[Ljava.lang.String;" for the class of strings.
std::string array_class_name(Value element_class) {
  std::string name = to_utf8(cast<Class>(element_class)->name);
  for (const PrimitiveKind& primitive : kPrimitiveKinds)
    if (is_primitive_class(cast<Class>(element_class)) && primitive.name == name) return std::string("[") + primitive.code;
  return name[0] == '[' ? "[" + name : "[L" + name + ";";
}

// An array for elements of a class: (make-array Integer/TYPE 3) is an int[]. nil: Object.
Value make_array_of(Value element_class, int64_t length) {
  if (element_class.is_nil()) return make_object_array(length);
  std::string name = array_class_name(element_class);
  if (name.size() == 2) {
    for (const PrimitiveKind& primitive : kPrimitiveKinds)
      if (primitive.code == name[1]) return make_array(primitive.kind, length);
  }
  Value array = make_object_array(length);
  Value cls = find_class(name);
  if (!cls.is_nil()) set_array_class(array, cls);
  return array;
}

Value multi_array(Value type, const Value* dimensions, uint32_t count) {
  int64_t length = to_int(dimensions[0]);
  if (count == 1) return make_array_of(type, length);
  std::string row_class = array_class_name(type);
  for (uint32_t i = 2; i < count; ++i) row_class = "[" + row_class;
  Value array = make_array_of(find_class(row_class), length);
  for (int64_t i = 0; i < length; ++i) array_put(array, i, multi_array(type, dimensions + 1, count - 1));
  return array;
}

Value checked(Value v, Kind kind, const char* jvm_class) {
  if (!v.is_nil() && !is_kind(v, kind)) throw_class_cast(v, jvm_class);
  return v;
}

}  // namespace

CLJ_FN(make_array_value) {
  if (args[0].is_nil()) {
    for (uint32_t i = 1; i < count; ++i) to_int(args[i]);  // are refused before a nil
  }
  object_arg<Class>(args[0], "java.lang.Class");
  return multi_array(args[0], args + 1, count - 1);
}
CLJ_FN(object_array) { return new_array(Kind::kObjectArray, args, count); }
CLJ_FN(boolean_array) { return new_array(Kind::kBooleanArray, args, count); }
CLJ_FN(byte_array) { return new_array(Kind::kByteArray, args, count); }
CLJ_FN(char_array) { return new_array(Kind::kCharArray, args, count); }
CLJ_FN(short_array) { return new_array(Kind::kShortArray, args, count); }
CLJ_FN(int_array) { return new_array(Kind::kIntArray, args, count); }
CLJ_FN(long_array) { return new_array(Kind::kLongArray, args, count); }
CLJ_FN(float_array) { return new_array(Kind::kFloatArray, args, count); }
CLJ_FN(double_array) { return new_array(Kind::kDoubleArray, args, count); }

CLJ_FN(to_array) {
  if (is_kind(args[0], Kind::kObjectArray)) return args[0];
  require_elements(args[0]);
  return array_from_seq(Kind::kObjectArray, args[0]);
}

CLJ_FN(to_array_2d) {
  if (!is_instance(roots.class_java_collection, args[0])) throw_bad_argument(args[0], "java.util.Collection");
  gc::ValueList rows;
  append_elements(args[0], rows);
  Value array = make_array_of(find_class("[Ljava.lang.Object;"), static_cast<int64_t>(rows.size()));
  for (size_t i = 0; i < rows.size(); ++i)
    array_put(array, static_cast<int64_t>(i), to_array(&rows[i], 1));
  return array;
}

CLJ_FN(char_cast);
CLJ_FN(short_cast);
CLJ_FN(byte_cast);
CLJ_FN(int_cast);
CLJ_FN(long_cast);
CLJ_FN(float_cast);
CLJ_FN(double_cast);
CLJ_FN(boolean_cast);
namespace {

// Java's widening conversions lead from a lower row to a higher one.
enum Width { kNoNumber, kByteWidth, kShortWidth, kIntWidth, kLongWidth, kFloatWidth, kDoubleWidth };

Width width_of(Value x) {
  if (x.is_immediate(ImmediateKind::kByte)) return kByteWidth;
  if (x.is_immediate(ImmediateKind::kShort)) return kShortWidth;
  if (x.is_immediate(ImmediateKind::kInteger) || x.is_character()) return kIntWidth;
  if (is_long(x)) return kLongWidth;
  if (x.is_immediate(ImmediateKind::kFloat)) return kFloatWidth;
  return x.is_double() ? kDoubleWidth : kNoNumber;
}

Width width_of(Kind array) {
  switch (array) {
    case Kind::kByteArray: return kByteWidth;
    case Kind::kShortArray: return kShortWidth;
    case Kind::kIntArray: return kIntWidth;
    case Kind::kLongArray: return kLongWidth;
    case Kind::kFloatArray: return kFloatWidth;
    case Kind::kDoubleArray: return kDoubleWidth;
    default: return kNoNumber;
  }
}

}  // namespace

// aset with several indices and into-array call it, too.
Value set_reflectively(Value array, int64_t index, Value x) {
  bool of_references = is_kind(array, Kind::kObjectArray);
  if (index < 0 || index >= array_length(array)) throw_error(Error::kArrayIndexOutOfBounds);
  if (!of_references && x.is_nil()) throw_error(Error::kIllegalArgument);
  Width room = width_of(array.as_object()->kind), width = width_of(x);
  bool fits = room == kNoNumber ? array_takes(array, x) : width != kNoNumber && width <= room;
  if (!fits) throw_error(Error::kIllegalArgument, of_references ? "array element type mismatch" : "argument type mismatch");
  array_put(array, index, room != kNoNumber && x.is_character() ? make_long(x.as_character()) : x);
  return x;
}

namespace {

// The element as into-array puts it into an array of primitives: most types have a checked cast.
void set_cast(Value array, int64_t index, Value x) {
  switch (array.as_object()->kind) {
    case Kind::kIntArray: return array_put(array, index, int_cast(&x, 1));
    case Kind::kByteArray: return array_put(array, index, byte_cast(&x, 1));
    case Kind::kShortArray: return array_put(array, index, short_cast(&x, 1));
    case Kind::kCharArray: return array_put(array, index, char_cast(&x, 1));
    case Kind::kFloatArray: return array_put(array, index, float_cast(&x, 1));
    default: set_reflectively(array, index, x);
  }
}

}  // namespace

CLJ_FN(into_array) {
  // What is no class is refused before the elements are looked at, a nil behind them.
  if (count == 2 && !args[0].is_nil()) object_arg<Class>(args[0], "java.lang.Class");
  gc::ValueList items;
  append_elements(args[count - 1], items);
  if (count == 2) object_arg<Class>(args[0], "java.lang.Class");
  Value type = count == 2 ? args[0] : items.empty() ? Value::nil() : class_of(items[0]);
  Value array = make_array_of(type, static_cast<int64_t>(items.size()));
  for (size_t i = 0; i < items.size(); ++i) set_cast(array, static_cast<int64_t>(i), items[i]);
  return array;
}

CLJ_FN(vector_of) {
  std::string type = is_keyword(args[0]) ? symbol_text(cast<Keyword>(args[0])->symbol) : "";
  for (const PrimitiveKind& primitive : kPrimitiveKinds) {
    if (primitive.name != type) continue;
    Value v = make_primitive_vector(primitive.kind);
    for (uint32_t i = 1; i < count; ++i) v = conj(v, args[i]);
    return v;
  }
  throw_error(Error::kIllegalArgument, "Unrecognized type " + (args[0].is_nil() ? "" : to_utf8(str_value(args[0]))));
}

// What is said of nil tells that the last index is java.lang.reflect.Array's, where the call is not put in line.
CLJ_FN(aget) {
  Value array = args[0];
  for (uint32_t i = 1; i + 1 < count; ++i) array = clj::aget(array, args[i]);
  if (array.is_nil()) {
    throw_error(Error::kNullPointer,
                "Cannot invoke \"java.lang.Class.getComponentType()\" because the return value of "
                "\"clojure.core$class.invokeStatic(Object)\" is null");
  }
  return clj::aget(array, args[count - 1]);
}

CLJ_FN(aset) {
  Value array = args[0];
  for (uint32_t i = 1; i + 2 < count; ++i) array = clj::aget(array, args[i]);
  if (array.is_nil()) throw_error(Error::kNullPointer);
  if (count == 3) return clj::aset(array, args[1], args[2]);
  return set_reflectively(check_array(array), to_int(args[count - 2]), args[count - 1]);
}

// aset-int and the like convert the value first, so that what does not fit is an error, and say
// nothing about an index out of bounds: they go through java.lang.reflect.Array.
namespace {
Value aset_converted(Value* args, uint32_t count, NativeCode convert) {
  Value given = args[count - 1], array = args[0];
  for (uint32_t i = 1; i + 2 < count; ++i) array = clj::aget(array, args[i]);
  int64_t index = int_arg(args[count - 2]);
  Value converted = convert(&args[count - 1], 1);
  if (array.is_nil()) throw_error(Error::kNullPointer);
  if (is_kind(check_array(array), Kind::kObjectArray)) {
    throw_error(Error::kIllegalArgument, "Argument is not an array of primitive type");
  }
  set_reflectively(array, index, converted);
  return given;
}
}  // namespace
CLJ_FN(aset_boolean) { return aset_converted(args, count, boolean_cast); }
CLJ_FN(aset_long) { return aset_converted(args, count, long_cast); }
CLJ_FN(aset_double) { return aset_converted(args, count, double_cast); }
CLJ_FN(aset_char) { return aset_converted(args, count, char_cast); }
CLJ_FN(aset_short) { return aset_converted(args, count, short_cast); }
CLJ_FN(aset_byte) { return aset_converted(args, count, byte_cast); }
CLJ_FN(aset_int) { return aset_converted(args, count, int_cast); }
CLJ_FN(aset_float) { return aset_converted(args, count, float_cast); }

CLJ_FN(alength) { return make_int(static_cast<int32_t>(clj::alength(args[0]).as_inline_long())); }
CLJ_FN(alength_as_long) { return clj::alength(args[0]); }
// Of nil, what is said tells which overload reflection takes.
CLJ_FN(aclone) {
  if (args[0].is_nil()) throw_error(Error::kNullPointer, "Cannot invoke \"[F.clone()\" because \"xs\" is null");
  return array_clone(check_array(args[0], "aclone", 1));
}

CLJ_FN(booleans) { return checked(args[0], Kind::kBooleanArray, "[Z"); }
CLJ_FN(bytes) { return checked(args[0], Kind::kByteArray, "[B"); }
CLJ_FN(chars) { return checked(args[0], Kind::kCharArray, "[C"); }
CLJ_FN(shorts) { return checked(args[0], Kind::kShortArray, "[S"); }
CLJ_FN(ints) { return checked(args[0], Kind::kIntArray, "[I"); }
CLJ_FN(longs) { return checked(args[0], Kind::kLongArray, "[J"); }
CLJ_FN(floats) { return checked(args[0], Kind::kFloatArray, "[F"); }
CLJ_FN(doubles) { return checked(args[0], Kind::kDoubleArray, "[D"); }

}  // namespace clj::builtins
