// What the tests of core share: a bootstrapped runtime on the main thread, short literals, and
// native functions made from lambdas.
#pragma once
#include <catch2/catch.hpp>
#include <initializer_list>
#include <string>

#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/equality.h"
#include "clj/core/error.h"
#include "clj/core/numbers.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/gc/heap.h"
#include "support.h"

namespace clj::test {

// A mutator thread with a bootstrapped core and the functions of function().
struct Runtime : CoreScope {
  Runtime();
};

inline Value integer(int64_t n) { return make_long(n); }
inline Value kw(std::string_view name) { return make_keyword("", name); }
inline Value str(std::string_view text) { return make_string(text); }
inline Value vec(std::initializer_list<Value> items) { return make_vector(items); }
inline Value map(std::initializer_list<Value> items) { return make_map(items.begin(), items.size()); }
inline Value set(std::initializer_list<Value> items) { return make_set(items.begin(), items.size()); }
Value longs(int64_t from, int64_t to);  // a vector

// A function value that runs `code`. The code must outlive its last call (a captureless lambda).
Value function(NativeCode code);

// What evaluating `thunk` throws: "java.lang.Class: message", or "" when it does not throw.
template <class F>
std::string thrown(F&& thunk) {
  return outcome([&] {
    thunk();
    return std::string();
  });
}

// Elements in order, as text: "1 2 3". Longs only.
std::string elements(Value coll);

}  // namespace clj::test
