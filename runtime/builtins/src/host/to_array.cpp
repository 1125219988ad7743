// Collection.toArray.
#include "to_array.h"

#include "../native.h"
#include "clj/core/array.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/type.h"
#include "host_support.h"
#include "iterators.h"

namespace clj::builtins::host {
namespace {

// Classes that move their elements with one System.arraycopy, whose message says so.
bool copies_at_once(Value coll) {
  std::string name = to_utf8(cast<Class>(class_of(coll))->name);
  for (const char* known : {"java.util.ArrayList", "java.util.ArrayDeque", "java.util.Vector", "java.util.Stack", "java.util.PriorityQueue",
                            "java.util.concurrent.ArrayBlockingQueue", "java.util.concurrent.CopyOnWriteArrayList"}) {
    if (name == known) return true;
  }
  return false;
}

void check_copied(Value array, gc::ValueList& elements) {
  for (Value element : elements) {
    if (array_takes(array, element)) continue;
    std::string name = to_utf8(cast<Class>(class_of(array))->name);  // "[Ljava.lang.String;"
    throw_error(Error::kArrayStore, "arraycopy: element type mismatch: can not cast one of the elements of java.lang.Object[] to the type "
                                    "of the destination array, " + name.substr(2, name.size() - 3));
  }
}

Value given_array(Value coll, Value given) {
  bool own = is_instance(roots.class_seqable, coll);
  if (given.is_nil())
    throw_error(Error::kNullPointer, std::string("Cannot read the array length because \"") + (own ? "dest" : "a") + "\" is null");
  if (is_array(given) && !is_kind(given, Kind::kObjectArray)) throw_no_overload(coll, CLJ_METHOD_NAME(toArray), 1);
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
  Value array = given_array(args[0], args[1]);
  if (copies_at_once(args[0])) check_copied(array, elements);
  auto length = static_cast<size_t>(array_length(array));
  if (length < elements.size()) return filled(new_array_like(array, elements.size()), elements);
  filled(array, elements);
  if (length > elements.size()) array_put(array, static_cast<int64_t>(elements.size()), Value::nil());
  return array;
}

CLJ_FN(collection_to_array) {
  require_elements(args[0]);
  gc::ValueList elements;
  append_elements(args[0], elements);
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
