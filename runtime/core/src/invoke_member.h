// Calling a member that a class has in Clojure.
#pragma once
#include <string>

#include "clj/core/call.h"
#include "clj/core/error.h"
#include "clj/core/munge.h"
#include "clj/core/text.h"
#include "clj/core/type.h"

namespace clj {

// One that has no arity for the arguments is no such member, and no_such_member throws so.
template <class NoSuchMember>
Value invoke_member(Value f, Value* args, uint32_t count, NoSuchMember&& no_such_member) {
  Value error;
  try {
    return invoke(f, args, count);
  } catch (const ClojureThrow& thrown) {
    error = thrown.value;
    if (!is_instance(find_class("clojure.lang.ArityException"), error)) throw;
    std::string wanted = "Wrong number of args (" + std::to_string(count) + ") passed to: " + name_of_class_of(function_name(f));
    Value message = is_kind(error, Kind::kThrowable) ? cast<Throwable>(error)->message : Value::nil();
    if (!is_string(message) || to_utf8(message) != wanted) throw;
  }
  no_such_member();
  return Value::nil();
}

}  // namespace clj
