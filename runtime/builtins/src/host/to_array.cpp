// Collection.toArray.
#include "to_array.h"

#include "../native.h"
#include "../reducing.h"
#include "clj/core/array.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/type.h"
#include "iterators.h"

namespace clj::builtins::host {
namespace {

Value given_array(Value given) {
  if (given.is_nil()) throw_error(Error::kNullPointer, "Cannot read the array length because \"a\" is null");
  if (!is_array(given)) {
    Value length = make_long(0);
    given = call_functional(given, "apply", &length, 1);
  }
  if (!is_kind(given, Kind::kObjectArray)) throw_class_cast(given, "[Ljava.lang.Object;");
  return given;
}

Value new_array_like(Value array, size_t length) {
  Value fresh = make_object_array(static_cast<int64_t>(length));
  set_array_class(fresh, class_of(array));
  return fresh;
}

Value filled(Value array, gc::ValueList& elements) {
  for (size_t i = 0; i < elements.size(); ++i) array_set(array, static_cast<int64_t>(i), elements[i]);
  return array;
}

}  // namespace

Value elements_to_array(gc::ValueList& elements, const Value* args, uint32_t count) {
  if (count == 1) return make_object_array(elements.data(), elements.size());
  Value array = given_array(args[1]);
  auto length = static_cast<size_t>(array_length(array));
  if (length < elements.size()) return filled(new_array_like(array, elements.size()), elements);
  filled(array, elements);
  if (length > elements.size()) array_put(array, static_cast<int64_t>(elements.size()), Value::nil());
  return array;
}

CLJ_FN(collection_to_array) {
  require_elements(args[0]);
  gc::ValueList elements;
  append_elements(walkable(args[0]), elements);
  return elements_to_array(elements, args, count);
}

// As gvec has it: of Object when the given one is too short, and without null after the elements.
CLJ_FN(primitive_vector_to_array) {
  gc::ValueList elements;
  append_elements(args[0], elements);
  if (count == 1 || array_length(args[1]) < static_cast<int64_t>(elements.size()))
    return make_object_array(elements.data(), elements.size());
  return filled(args[1], elements);
}

}  // namespace clj::builtins::host
