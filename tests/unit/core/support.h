// What the tests of core share.
#pragma once
#include <string>

#include "clj/core/error.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/gc/heap.h"

namespace clj {

// A mutator thread with a bootstrapped core.
struct CoreScope {
  gc::ThreadScope thread{64 << 20};
  CoreScope() {
    static const bool once = (bootstrap_core(), true);
    (void)once;
  }
};

// The text f() returns, or "class: message" of what it throws.
template <class F>
std::string outcome(F&& f) {
  try {
    return f();
  } catch (const ClojureThrow& thrown) {
    auto* throwable = cast<Throwable>(thrown.value);
    std::string name = to_utf8(cast<Class>(throwable->type)->name);
    return name + ": " + (throwable->message.is_nil() ? "null" : to_utf8(throwable->message));
  }
}

}  // namespace clj
