#include "clj/core/print.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <regex>

#include "clj/core/array.h"
#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/instant.h"
#include "clj/core/numbers.h"
#include "clj/core/queue.h"
#include "clj/core/refs.h"
#include "clj/core/roots.h"
#include "clj/core/seqs.h"
#include "clj/core/tagged.h"
#include "clj/core/type.h"
#include "clj/core/uuid.h"
#include "clj/core/var.h"
#include "support.h"

using namespace clj;

namespace {

Value kw(std::string_view name) { return make_keyword("", name); }
Value kw(std::string_view ns, std::string_view name) { return make_keyword(ns, name); }
Value text(std::string_view s) { return make_string(s); }
Value integer(int64_t n) { return make_long(n); }
Value map_of(std::initializer_list<Value> kvs) { return make_map(kvs.begin(), kvs.size()); }

// Hashes hidden: they are addresses.
std::string scrub(std::string s) {
  s = std::regex_replace(s, std::regex("0x[0-9a-f]+"), "0xH");
  return std::regex_replace(s, std::regex("@[0-9a-f]+"), "@H");
}
std::string pr(Value v) { return scrub(print_text(v)); }
std::string print(Value v) { return scrub(print_text(v, false)); }
std::string str(Value v) { return scrub(to_utf8(str_value(v))); }

// Prints with var bound to value.
std::string pr_with(Value var, Value value, Value v) {
  BindingScope scope(map_of({var, value}));
  return pr(v);
}

}  // namespace

TEST_CASE("pr of scalars") {
  CoreScope session;
  CHECK(pr(Value::nil()) == "nil");
  CHECK(pr(Value::boolean(true)) == "true");
  CHECK(pr(make_double(1e21)) == "1.0E21");
  CHECK(pr(make_double(HUGE_VAL)) == "##Inf");
  CHECK(pr(make_double(-HUGE_VAL)) == "##-Inf");
  CHECK(str(make_double(HUGE_VAL)) == "Infinity");
  CHECK(pr(make_double(NAN)) == "##NaN");
  CHECK(pr(parse_number("1N")) == "1N");
  CHECK(str(parse_number("1N")) == "1");
  CHECK(pr(parse_number("1.50M")) == "1.50M");
  CHECK(pr(text("a\"b\\c\n\t\r\f\b\xC3\xA9")) == "\"a\\\"b\\\\c\\n\\t\\r\\f\\b\xC3\xA9\"");
  CHECK(print(text("a\"b\n")) == "a\"b\n");
  CHECK(pr(Value::character('\n')) == "\\newline");
  CHECK(pr(Value::character(' ')) == "\\space");
  CHECK(pr(Value::character('a')) == "\\a");
  CHECK(print(Value::character('a')) == "a");
  CHECK(pr(kw("a", "b")) == ":a/b");
  CHECK(pr(make_symbol("a", "b")) == "a/b");
  CHECK(pr(parse_instant(text("2020"))) == "#inst \"2020-01-01T00:00:00.000-00:00\"");
  CHECK(pr(parse_uuid(text("1-1-1-1-1"))) == "#uuid \"00000001-0001-0001-0001-000000000001\"");
  CHECK(str(Value::nil()) == "");
}

TEST_CASE("pr and str of collections") {
  CoreScope session;
  Value vector = make_vector({integer(1), text("a"), Value::character('b'), Value::nil()});
  CHECK(pr(vector) == "[1 \"a\" \\b nil]");
  CHECK(print(vector) == "[1 a b nil]");
  CHECK(str(vector) == "[1 \"a\" \\b nil]");
  CHECK(pr(make_list({integer(1), integer(2)})) == "(1 2)");
  CHECK(pr(roots.empty_list) == "()");
  CHECK(pr(map_of({kw("a"), integer(1), kw("b"), text("x")})) == "{:a 1, :b \"x\"}");
  Value one = integer(1);
  CHECK(pr(make_set(&one, 1)) == "#{1}");
  CHECK(pr(make_map_entry(kw("a"), integer(1))) == "[:a 1]");
  CHECK(pr(make_long_range(0, 3, 1)) == "(0 1 2)");
  CHECK(str(cons(integer(1), vector)) == "(1 1 \"a\" \\b nil)");
  CHECK(pr(roots.empty_queue) == "#object[clojure.lang.PersistentQueue 0xH \"clojure.lang.PersistentQueue@H\"]");
}

TEST_CASE("maps with one namespace") {
  CoreScope session;
  Value lifted = map_of({kw("a", "b"), integer(1), make_symbol("a", "c"), integer(2)});
  CHECK(pr(lifted) == "{:a/b 1, a/c 2}");
  auto with = [&](Value map) { return pr_with(roots.var_print_namespace_maps, Value::boolean(true), map); };
  CHECK(with(lifted) == "#:a{:b 1, c 2}");
  CHECK(with(map_of({kw("a", "b"), integer(1), kw("c"), integer(2)})) == "{:a/b 1, :c 2}");
  CHECK(with(map_of({kw("a", "b"), integer(1), kw("d", "c"), integer(2)})) == "{:a/b 1, :d/c 2}");
  CHECK(with(map_of({kw("a", "b"), integer(1), Value::nil(), integer(2)})) == "{:a/b 1, nil 2}");
  CHECK(with(roots.empty_array_map) == "{}");
}

TEST_CASE("*print-length* and *print-level*") {
  CoreScope session;
  Value three = make_vector({integer(1), integer(2), integer(3)});
  auto length = [&](int64_t n, Value v) { return pr_with(roots.var_print_length, integer(n), v); };
  CHECK(length(2, three) == "[1 2 ...]");
  CHECK(length(3, three) == "[1 2 3]");
  CHECK(length(0, three) == "[...]");
  CHECK(length(0, roots.empty_vector) == "[]");
  CHECK(length(2, make_repeat(-1, kw("x"))) == "(:x :x ...)");
  CHECK(length(1, map_of({kw("a"), integer(1), kw("b"), integer(2)})) == "{:a 1, ...}");
  Value nested = make_vector({make_vector({make_vector({integer(1)})})});
  auto level = [&](int64_t n, Value v) { return pr_with(roots.var_print_level, integer(n), v); };
  CHECK(level(0, nested) == "#");
  CHECK(level(1, nested) == "[#]");
  CHECK(level(2, nested) == "[[#]]");
  CHECK(level(3, nested) == "[[[1]]]");
  CHECK(level(1, map_of({kw("a"), nested})) == "{:a #}");
  CHECK(level(1, make_atom(nested)) == "#object[clojure.lang.Atom 0xH {:status :ready, :val #}]");
}

TEST_CASE("*print-meta*") {
  CoreScope session;
  auto with = [&](Value v) { return pr_with(roots.var_print_meta, Value::boolean(true), v); };
  Value vector = make_vector({integer(1)});
  CHECK(with(with_meta(vector, map_of({kw("a"), integer(1)}))) == "^{:a 1} [1]");
  CHECK(with(with_meta(vector, map_of({roots.kw_tag, make_symbol("", "String")}))) == "^String [1]");
  CHECK(with(with_meta(vector, roots.empty_array_map)) == "[1]");
  CHECK(with(with_meta(make_symbol("", "a"), map_of({kw("a"), integer(1)}))) == "^{:a 1} a");
  BindingScope scope(map_of({roots.var_print_meta, Value::boolean(true)}));
  CHECK(print(with_meta(vector, map_of({kw("a"), integer(1)}))) == "[1]");
}

TEST_CASE("references and objects") {
  CoreScope session;
  CHECK(pr(make_atom(text("x"))) == "#object[clojure.lang.Atom 0xH {:status :ready, :val \"x\"}]");
  CHECK(pr(make_reduced(integer(1))) == "#object[clojure.lang.Reduced 0xH {:status :ready, :val 1}]");
  CHECK(pr(make_delay(Value::nil())) == "#object[clojure.lang.Delay 0xH {:status :pending, :val nil}]");
  CHECK(str(make_atom(integer(1))) == "clojure.lang.Atom@H");
  CHECK(pr(make_array(Kind::kIntArray, 2)) == "#object[\"[I\" 0xH \"[I@H\"]");
  CHECK(print(make_array(Kind::kIntArray, 2)) == "#object[[I 0xH [I@H]");
  Value core = roots.core_ns;
  CHECK(pr(core) == "#object[clojure.lang.Namespace 0xH \"clojure.core\"]");
  CHECK(str(core) == "clojure.core");
  Value var = intern_var("user", "t");
  CHECK(pr(var) == "#'user/t");
  CHECK(str(var) == "#'user/t");
  CHECK(pr(cast<Var>(var)->root.load()) == "#object[clojure.lang.Var$Unbound 0xH \"Unbound: #'user/t\"]");
  CHECK(pr(find_class("java.lang.String")) == "java.lang.String");
  CHECK(str(find_class("java.lang.String")) == "class java.lang.String");
  CHECK(str(find_class("java.lang.Runnable")) == "interface java.lang.Runnable");
  CHECK(pr(make_tagged_literal(make_symbol("", "foo"), text("a"))) == "#foo \"a\"");
  CHECK(pr(make_reader_conditional(make_list({kw("clj"), integer(1)}), Value::boolean(true))) == "#?@(:clj 1)");
  CHECK(pr(transient(roots.empty_vector)) ==
        "#object[clojure.lang.PersistentVector$TransientVector 0xH "
        "\"clojure.lang.PersistentVector$TransientVector@H\"]");
}

TEST_CASE("lazy seqs") {
  CoreScope session;
  Value lazy = make_lazy_seq(Value::nil());
  auto* cell = cast<LazySeq>(lazy);
  cell->set_flag(LazySeq::kCalled);
  cell->pending.store(make_vector({integer(1), integer(2)}));
  CHECK(pr(lazy) == "(1 2)");
  CHECK(str(lazy) == "clojure.lang.LazySeq@H");
}

TEST_CASE("exceptions") {
  CoreScope session;
  Value trace = make_vector({make_vector({text("user$f"), text("invoke"), text("a.clj"), integer(3)}),
                             make_vector({text("user$g"), text("invoke"), Value::nil(), integer(-1)})});
  Value cause = make_throwable(find_class("java.lang.RuntimeException"), text("c"), Value::nil(), Value::nil());
  cast<Throwable>(cause)->trace = trace;
  Value outer = make_throwable(error_class(Error::kExceptionInfo), text("m\"q"), cause, map_of({kw("a"), integer(1)}));
  cast<Throwable>(outer)->trace = Value::nil();
  CHECK(pr(outer) ==
        "#error {\n :cause \"c\"\n :via\n [{:type clojure.lang.ExceptionInfo\n   :message \"m\\\"q\"\n   :data {:a 1}}\n"
        "  {:type java.lang.RuntimeException\n   :message \"c\"\n   :at [user$f invoke \"a.clj\" 3]}]\n"
        " :trace\n [[user$f invoke \"a.clj\" 3]\n  [user$g invoke nil -1]]}");
  CHECK(str(outer) == "clojure.lang.ExceptionInfo: m\"q {:a 1}");
  CHECK(str(cause) == "java.lang.RuntimeException: c");
}

TEST_CASE("*print-dup*") {
  CoreScope session;
  auto dup = [&](Value v) { return pr_with(roots.var_print_dup_flag, Value::boolean(true), v); };
  CHECK(dup(map_of({kw("a"), integer(1)})) == "#=(clojure.lang.PersistentArrayMap/create {:a 1})");
  CHECK(dup(Value::immediate(ImmediateKind::kInteger, 1)) == "#=(java.lang.Integer. \"1\")");
  CHECK(dup(make_vector({text("a\n"), integer(1)})) == "[\"a\\n\" 1]");
  CHECK(dup(intern_var("user", "b")) == "#=(var user/b)");
  CHECK(dup(roots.core_ns) == "#=(find-ns clojure.core)");
  CHECK_THROWS_AS(dup(make_atom(integer(1))), ClojureThrow);
}

TEST_CASE("hooks and flushing") {
  CoreScope session;
  print_hooks.is_extended = [](Value v) { return is_keyword(v); };
  print_hooks.print_extended = [](StringBuffer& out, Value, Value) { out.append("K"); };
  CHECK(pr(map_of({kw("a"), make_vector({kw("b"), integer(1)})})) == "{K [K 1]}");
  print_hooks = {};

  std::string seen;
  PrintFlush flush{[](void* context, StringBuffer& out) {
                     *static_cast<std::string*>(context) += out.to_utf8() + "|";
                     out = StringBuffer();
                     return Value::nil();
                   },
                   &seen};
  StringBuffer out;
  // The thunk cannot be called: what was printed before has been handed on.
  CHECK_THROWS_AS(print_value(out, make_vector({integer(1), make_lazy_seq(Value::nil())}), true, &flush), ClojureThrow);
  CHECK(seen.substr(0, 5) == "[1 (|");
}

TEST_CASE("printing what is nested too deeply is an error that can be caught") {
  CoreScope session;
  Value deep = Value::nil();
  for (int i = 0; i < 1000000; ++i) deep = make_vector({deep});
  const char* stack_limit = gc::mutator().stack_limit;
  gc::mutator().stack_limit = static_cast<const char*>(__builtin_frame_address(0)) - (4 << 20);
  CHECK_THROWS_AS(print_text(deep), ClojureThrow);
  gc::mutator().stack_limit = stack_limit;
}
