// How deftypes and host objects take part in the generic collection functions: by the methods
// of the JVM interface each function is built on.
#pragma once
#include <string>

#include "clj/core/call.h"
#include "clj/core/roots.h"
#include "clj/core/type.h"

namespace clj {

// Values whose behaviour is in methods: deftype, defrecord, reify, host objects, and proxies of the
// host classes with a representation of their own.
inline bool has_methods(Value v) {
  if (!v.is_object()) return false;
  switch (v.as_object()->kind) {
    case Kind::kInstance:
    case Kind::kHostObject: return true;
    case Kind::kThrowable:
    case Kind::kReader:
    case Kind::kWriter: return is_proxy(v);
    default: return false;
  }
}

// Calls the method when the value has one; false, `out` untouched, when not.
template <class... Args>
bool try_method(Value target, Value symbol, Value& out, Args... args) {
  if (!has_methods(target)) return false;
  Value method = find_method(target, symbol);
  if (method.is_absent()) return false;
  Value arguments[] = {target, args...};
  out = invoke(method, arguments, 1 + sizeof...(args));
  return true;
}

// The simple name of v's class: "PersistentHashMap".
std::string simple_class_name(Value v);
// The full name, "java.lang.Long"; "null" for nil.
std::string class_name(Value v);

}  // namespace clj
