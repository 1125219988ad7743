// What the host class files share: strings as UTF-16 units, JVM ints, exceptions by class name.
#pragma once
#include <string>
#include <string_view>

#include "../native.h"
#include "clj/core/host.h"
#include "clj/core/sorted.h"

namespace clj::builtins::host {

using clj::builtins::boolean;
using clj::builtins::integer;

inline std::u16string units(const String* s) {
  if (s->is_utf16()) return {s->utf16(), s->length};
  return {s->latin1(), s->latin1() + s->length};
}
inline std::u16string units(Value string) { return units(string_arg(string)); }
inline Value from_units(std::u16string_view text) { return make_string_utf16(text.data(), text.size()); }

// A new object of a host class whose layout is T. May collect.
template <class T>
T* make_host_object(std::string_view class_name) {
  Value type = find_class(class_name);
  auto* object = gc::make<T>();
  object->type = type;
  return object;
}

// A CharSequence argument (String, StringBuilder, or anything with toString) as a String.
const String* char_sequence_arg(Value v);
using clj::builtins::int_arg;
inline bool is_int(Value v) { return is_integer(v); }

// Throws an exception of any host class by its name; the message may be nil.
[[noreturn]] void throw_named(const char* class_name, Value message);
// "begin 2, end 1, length 3".
[[noreturn]] void throw_bad_range(int64_t begin, int64_t end, int64_t length);
// "No matching ctor found for class C", unless the argument of a constructor is a collection or map.
void check_collection_arg(Value v, const char* wanted, const char* class_name);
// Throws "No matching ctor found for class C" unless a constructor takes the argument.
void require_constructor_argument(bool fits, const char* class_name);
// Refuses the size of a buffer, the second argument of a constructor, that is not positive.
void check_buffer_size(const Value* args, uint32_t count);
// The java.util.Collection that a method takes. Throws NullPointerException, ClassCastException.
void require_collection(Value v);
// The same for a java.util.Map.
void require_map(Value v);
// "No matching method m found taking n args for class C", when no overload takes the arguments.
[[noreturn]] void throw_no_overload(Value target, const char* method, uint32_t count);

// The name of a method in messages. A text in the sources would count as the name of a member that the runtime calls.
#define CLJ_METHOD_NAME(name) #name
// The same of a static method: "No matching method m found taking n args".
[[noreturn]] void throw_no_static_overload(const char* method, uint32_t count);

}  // namespace clj::builtins::host
