// A process with the core bootstrapped and a handful of native functions and macros, enough
// to analyse and run special forms without the standard library.
#pragma once
#include <string>

#include "catch2/catch.hpp"
#include "clj/analyze/analyze.h"
#include "clj/base/file.h"
#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/equality.h"
#include "clj/core/error.h"
#include "clj/core/numbers.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "clj/reader/reader.h"

namespace clj::analyze_test {

constexpr size_t kStackBytes = 4 << 20;

inline const NativeRow rows[] = {
    {"clojure.core", "list", [](Value* a, uint32_t n) { return make_list(a, n); }, 0, -1},
    {"clojure.core", "identity", [](Value* a, uint32_t) { return a[0]; }, 1, 1},
    {"clojure.core", "+", [](Value* a, uint32_t) { return num::add(a[0], a[1]); }, 2, 2},
    {"clojure.core", "-", [](Value* a, uint32_t) { return num::subtract(a[0], a[1]); }, 2, 2},
    {"clojure.core", "/", [](Value* a, uint32_t) { return num::divide(a[0], a[1]); }, 2, 2},
    {"clojure.core", "<", [](Value* a, uint32_t) { return Value::boolean(num::less(a[0], a[1])); }, 2, 2},
    {"clojure.core", "=", [](Value* a, uint32_t) { return Value::boolean(equiv(a[0], a[1])); }, 2, 2},
    {"clojure.core", "meta", [](Value* a, uint32_t) { return meta(a[0]); }, 1, 1},
    {"clojure.core", "class", [](Value* a, uint32_t) { return class_of(a[0]); }, 1, 1},
    {"clojure.core", "apply", [](Value* a, uint32_t n) { return apply(a[0], a + 1, n - 2, a[n - 1]); }, 2, -1},
    {"clojure.core", "extend", [](Value* a, uint32_t) { return a[0]; }, 1, -1},
    {"clojure.core", "eval", [](Value* a, uint32_t) { return core_upcalls.eval(a[0]); }, 1, 1},
    {"clojure.core", "trace",  // of a throwable: the classes of its frames
     [](Value* a, uint32_t) {
       gc::ValueList names;
       for_each(cast<Throwable>(a[0])->trace, [&](Value frame) {
         names.push_back(nth(frame, 0));
         names.push_back(nth(frame, 3));
         return true;
       });
       return make_vector(names.data(), names.size());
     },
     1, 1},
    // Macros: &form and &env come first.
    {"clojure.core", "when",
     [](Value* a, uint32_t n) {
       return make_list({roots.sym_if_, a[2], cons(roots.sym_do_, make_list(a + 3, n - 3))});
     },
     3, -1},
    {"clojure.core", "ns", [](Value*, uint32_t) { return Value::nil(); }, 2, -1},
    {"clojure.core", "env",  // the symbols in scope, as a quoted set
     [](Value* a, uint32_t) {
       Value symbols = roots.empty_hash_set;
       for_each_kv(a[1], [&](Value k, Value) { return symbols = conj(symbols, k), true; });
       return make_list({roots.sym_quote, symbols});
     },
     2, 2},
    {"clojure.core", "misuse", [](Value*, uint32_t) -> Value { throw_error(Error::kIllegalArgument, "misused"); }, 2, 2},
    {"clojure.core", "broken", [](Value*, uint32_t) -> Value { throw_error(Error::kUnsupportedOperation, "broken"); },
     2, 2},
};

inline bool is_macro_row(std::string_view name) {
  return name == "when" || name == "env" || name == "misuse" || name == "broken" || name == "ns";
}

// Bootstraps once per process; a scope per test: *ns* is user, which sees every row.
class Session {
 public:
  Session() : thread_(kStackBytes), bindings_(user_bindings()) {}

 private:
  static Value user_bindings() {
    static bool done = false;
    if (!done) {
      done = true;
      bootstrap_core();
      native_rows = rows;
      native_row_count = std::size(rows);
      Value user = find_or_create_namespace(make_symbol("", "user"));
      for (uint32_t i = 0; i < native_row_count; ++i) {
        Value var = intern_var(rows[i].ns, rows[i].name);
        auto* f = gc::make<NativeFn>();
        f->row = i;
        bind_root(cast<Var>(var), Value::object(f));
        if (is_macro_row(rows[i].name)) {
          Value flag[] = {roots.kw_macro, Value::boolean(true)};
          set_var_meta(cast<Var>(var), make_map(flag, 2));
        }
        refer_var(user, make_symbol("", rows[i].name), var);
      }
      Value secret = intern_var("other", "secret");
      Value flag[] = {roots.kw_private_, Value::boolean(true)};
      set_var_meta(cast<Var>(secret), make_map(flag, 2));
      intern_var("other", "open");
      add_alias(user, make_symbol("", "o"), find_namespace(make_symbol("", "other")));
    }
    Value entries[] = {roots.var_ns,
                       find_namespace(make_symbol("", "user")),
                       roots.var_file,
                       make_string("test.clj"),
                       roots.var_print_namespace_maps,
                       Value::boolean(true)};
    return make_map(entries, 6);
  }
  gc::ThreadScope thread_;
  BindingScope bindings_;
};

inline Value read(std::string_view text) {
  gc::ValueList forms;
  reader::read_all(text, "test.clj", {}, forms);
  REQUIRE(forms.size() == 1);
  return forms[0];
}

inline std::string class_name(Value throwable) { return to_utf8(cast<Class>(cast<Throwable>(throwable)->type)->name); }
inline std::string message(Value throwable) {
  Value text = cast<Throwable>(throwable)->message;
  return text.is_nil() ? "null" : to_utf8(text);
}

// What `f` throws, or nil.
template <class F>
Value thrown_by(F&& f) {
  try {
    f();
  } catch (const ClojureThrow& thrown) {
    return thrown.value;
  }
  return Value::nil();
}

inline std::string golden_path(const std::string& file) {
  std::string here = __FILE__;
  return here.substr(0, here.rfind("/unit/")) + "/golden/" + file;
}

}  // namespace clj::analyze_test
