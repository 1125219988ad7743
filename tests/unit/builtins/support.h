// What tests of native functions share: a runtime, and calling natives by name.
#pragma once
#include <string>

#include "clj/builtins/builtins.h"
#include "clj/core/call.h"
#include "clj/core/error.h"
#include "clj/core/equality.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "clj/gc/heap.h"

struct Runtime {
  clj::gc::ThreadScope thread{64 << 20};
  Runtime() {
    static const bool once = [] {
      clj::bootstrap_core();
      clj::register_builtins();
      clj::intern_builtins();
      return true;
    }();
    (void)once;
  }
};

inline clj::Value native(const char* name) {
  return clj::deref(clj::cast<clj::Var>(clj::intern_var("clojure.core", name)));
}

// "class: message" of what `f` throws, "" when it does not.
template <class F>
std::string thrown(F&& f) {
  try {
    f();
  } catch (clj::ClojureThrow& t) {
    auto* throwable = clj::cast<clj::Throwable>(t.value);
    std::string message = throwable->message.is_nil() ? "null" : clj::to_utf8(throwable->message);
    return clj::to_utf8(clj::cast<clj::Class>(throwable->type)->name) + ": " + message;
  }
  return "";
}
