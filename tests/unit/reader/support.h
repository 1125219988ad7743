// A process with the core bootstrapped and the namespaces that the reader's tests resolve in.
#pragma once
#include <string>

#include "clj/core/collections.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "clj/reader/edn.h"
#include "clj/reader/reader.h"

namespace clj::reader_test {

constexpr size_t kStackBytes = 4 << 20;

inline Value symbol(std::string_view name) { return make_symbol("", name); }

// Bootstraps once per process; a scope per test: *ns* is user, with the alias lib.
class Session {
 public:
  Session() : thread_(kStackBytes), bindings_(user_bindings()) {}

 private:
  static Value user_bindings() {
    static bool done = false;
    if (!done) {
      done = true;
      bootstrap_core();
      Value user = find_or_create_namespace(symbol("user"));
      add_alias(user, symbol("lib"), find_or_create_namespace(symbol("some.lib")));
      for (const char* name : {"map", "in-ns", "ns", "let", "fn", "unquote", "/", "first", "true?", "nil?"})
        refer_var(user, symbol(name), intern_var("clojure.core", name));
    }
    Value entries[] = {roots.var_ns, find_namespace(symbol("user")), roots.var_print_namespace_maps,
                       Value::boolean(true)};
    return make_map(entries, 4);
  }
  gc::ThreadScope thread_;
  BindingScope bindings_;
};

inline std::string class_name(Value throwable) { return to_utf8(cast<Class>(cast<Throwable>(throwable)->type)->name); }

// What reading gave: the form as pr prints it, or "!! class: message" of the innermost reader
// exception and where it was met.
template <class Read>
std::string outcome(Read&& read) {
  try {
    return print_text(read());
  } catch (const ClojureThrow& thrown) {
    auto* throwable = cast<Throwable>(thrown.value);
    Value data = throwable->data;
    Value reader_exception = error_class(Error::kReaderException);
    while (throwable->type == reader_exception && !throwable->cause.is_nil()) throwable = cast<Throwable>(throwable->cause);
    std::string text = "!! " + class_name(Value::object(throwable)) + ": " +
                       (throwable->message.is_nil() ? "null" : to_utf8(throwable->message));
    if (!data.is_nil()) {
      text += " @ " + print_text(get(data, make_keyword("clojure.error", "line"))) + ":" +
              print_text(get(data, make_keyword("clojure.error", "column")));
    }
    return text;
  }
}

inline std::string read_outcome(std::string_view text, const reader::Options& options = {}) {
  return outcome([&] {
    reader::Options with_eof = options;
    with_eof.eof_throws = true;
    return reader::read_string(make_string(text), with_eof);
  });
}

}  // namespace clj::reader_test
