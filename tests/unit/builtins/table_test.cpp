// The table of native functions is complete and says the same thing in all its columns.
#include <catch2/catch.hpp>
#include <cstring>
#include <set>
#include <string>

#include "clj/builtins/builtins.h"
#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/numbers.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/var.h"
#include "support.h"

using namespace clj;

namespace {

std::string name_of(const NativeRow& row) { return std::string(row.ns) + "/" + row.name; }

// The arities that an arglists column names: the least, and the greatest or -1.
void arities(Value arglists, int& least, int& greatest) {
  least = 1000;
  greatest = -2;
  for_each(arglists, [&](Value params) {
    int n = 0;
    bool variadic = false;
    for_each(params, [&](Value p) {
      if (equiv(p, roots.sym_amp)) variadic = true;
      else if (!variadic) ++n;
      return true;
    });
    least = std::min(least, n);
    if (variadic) greatest = -1;
    else if (greatest != -1) greatest = std::max(greatest, n);
    return true;
  });
}

}  // namespace

TEST_CASE("every native function has its own name and a docstring") {
  Runtime runtime;
  std::set<std::string> names;
  for (uint32_t i = 0; i < native_row_count; ++i) {
    const NativeRow& row = native_rows[i];
    INFO(name_of(row));
    CHECK(names.insert(name_of(row)).second);
    CHECK(to_utf8(get(meta(intern_var(row.ns, row.name)), roots.kw_doc)).size() > 2);
    CHECK(row.code != nullptr);
    CHECK((row.max_args == -1 || row.min_args <= row.max_args));
  }
}

TEST_CASE("arglists say what the arity columns say") {
  Runtime runtime;
  for (uint32_t i = 0; i < native_row_count; ++i) {
    const NativeRow& row = native_rows[i];
    Value var = intern_var(row.ns, row.name);
    int least, greatest;
    arities(get(meta(var), roots.kw_arglists), least, greatest);
    INFO(name_of(row) << " " << print_text(get(meta(var), roots.kw_arglists)));
    CHECK(least == row.min_args);
    CHECK(greatest == row.max_args);
  }
}

TEST_CASE("natives are interned with metadata, helpers are private") {
  Runtime runtime;
  auto* conj = cast<Var>(intern_var("clojure.core", "conj"));
  CHECK(print_text(get(meta(Value::object(conj)), roots.kw_arglists)) == "([] [coll] [coll x] [coll x & xs])");
  CHECK_FALSE(conj->has_flag(Var::kPrivate));
  CHECK(cast<Var>(intern_var("clojure.core", "-string-writer"))->has_flag(Var::kPrivate));
  CHECK_FALSE(cast<Var>(intern_var("clojure.core", "-"))->has_flag(Var::kPrivate));
  CHECK_FALSE(cast<Var>(intern_var("clojure.core", "-'"))->has_flag(Var::kPrivate));
}

TEST_CASE("calling a native with the wrong number of arguments throws ArityException") {
  Runtime runtime;
  CHECK(thrown([] { invoke(native("inc")); }) ==
        "clojure.lang.ArityException: Wrong number of args (0) passed to: clojure.core/inc");
}
