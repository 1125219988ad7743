#include "clj/launch/report.h"

#include <catch2/catch.hpp>

#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/numbers.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "clj/gc/heap.h"

using namespace clj;
using launch::nearest_name;
using launch::report_text;
using launch::ReportOptions;

namespace {

struct Session {
  gc::ThreadScope thread{4 << 20};
  Session() {
    static const bool once = (bootstrap_core(), true);
    (void)once;
  }
};

Value error_key(const char* name) { return make_keyword("clojure.error", name); }

// A CompilerException at a.clj:line:column of `phase`, caused by a RuntimeException.
Value compiler_exception(const char* phase, int64_t line, int64_t column, const char* message) {
  Value cause = make_throwable(error_class(Error::kRuntimeException), make_string(message), Value::nil(), Value::nil());
  cast<Throwable>(cause)->trace = Value::nil();
  Value data[] = {error_key("phase"), make_keyword("", phase), error_key("line"), make_long(line),
                  error_key("column"), make_long(column), error_key("source"), make_string("a.clj")};
  return make_throwable(error_class(Error::kCompilerException), make_string("Syntax error"), cause,
                        make_map(data, std::size(data)));
}

Value frame(const char* function, const char* file, int64_t line, int64_t column) {
  return make_vector({make_string(function), make_string("invoke"), file ? make_string(file) : Value::nil(),
                      make_long(line), make_long(column)});
}

ReportOptions with_source(std::string_view text) {
  ReportOptions options;
  options.source_text = text;
  options.source_name = "a.clj";
  return options;
}

}  // namespace

TEST_CASE("the nearest name") {
  std::vector<std::string> names = {"println", "print", "map", "mapv", "reduce", "first"};
  CHECK(nearest_name("prinltn", names) == "println");
  CHECK(nearest_name("pirnt", names) == "print");
  CHECK(nearest_name("mpa", names) == "map");
  CHECK(nearest_name("redcue", names) == "reduce");
  CHECK(nearest_name("filter", names) == "");
  CHECK(nearest_name("x", names) == "");
  CHECK(nearest_name("frist", {}) == "");
}

TEST_CASE("an error of the compiler shows its place") {
  Session session;
  Value error = compiler_exception("compile-syntax-check", 2, 3, "Unable to resolve symbol: foo in this context");
  CHECK(report_text(error, with_source("(def x 1)\n\t\xC3\xA9(foo)\n")) ==
        "a.clj:2:3: error: RuntimeException: Unable to resolve symbol: foo in this context\n"
        " 2 | \t\xC3\xA9(foo)\n"
        "   | \t ^\n");
}

TEST_CASE("an unresolved name is answered with the nearest one") {
  Session session;
  Value ns = find_or_create_namespace(make_symbol("", "report.test"));
  cast<Var>(intern(ns, make_symbol("", "transmogrify")));
  Value binding[] = {roots.var_ns, ns};
  BindingScope scope(make_map(binding, 2));
  Value error = compiler_exception("compile-syntax-check", 1, 1,
                                   "Unable to resolve symbol: transmorgify in this context");
  CHECK(report_text(error, with_source("(transmorgify)")).find("help: did you mean transmogrify?\n") !=
        std::string::npos);
  Value qualified = compiler_exception("compile-syntax-check", 1, 1, "No such var: report.test/transmogrfy");
  bind_root(cast<Var>(intern(ns, make_symbol("", "transmogrify"))), Value::nil());
  CHECK(report_text(qualified, with_source("x")).find("help: did you mean report.test/transmogrify?\n") !=
        std::string::npos);
}

TEST_CASE("an error of the reader points at what was read last") {
  Session session;
  CHECK(report_text(compiler_exception("read-source", 1, 4, "Unmatched delimiter: )"), with_source("1 )")) ==
        "a.clj:1:4: error: RuntimeException: Unmatched delimiter: )\n"
        " 1 | 1 )\n"
        "   |   ^\n");
  // The end of the text is past its last line.
  std::string text = report_text(compiler_exception("read-source", 4, 1, "EOF while reading"),
                                 with_source("(a\n (b c\n\n"));
  CHECK(text.find(" 2 |  (b c\n   |     ^\nnote: the ( at 2:2 is not closed\n") != std::string::npos);
  text = report_text(compiler_exception("read-source", 2, 10, "Unmatched delimiter: )"),
                     with_source("(let [a \\[ \"[\" ; [\n  (f [])) "));
  CHECK(text.find("note: the [ at 1:6 is not closed\n") != std::string::npos);
}

TEST_CASE("a long line is cut to what stands around the column") {
  Session session;
  std::string source = std::string(300, 'a') + "(foo)" + std::string(300, 'b');
  std::string text = report_text(compiler_exception("compile-syntax-check", 1, 301, "x"), with_source(source));
  CHECK(text == "a.clj:1:301: error: RuntimeException: x\n 1 | ..." + std::string(59, 'a') + "(foo)" +
                    std::string(56, 'b') + "...\n   | " + std::string(62, ' ') + "^\n");
}

TEST_CASE("causes, data and the stack") {
  Session session;
  Value root = make_throwable(error_class(Error::kArithmetic), make_string("Divide by zero"), Value::nil(), Value::nil());
  cast<Throwable>(root)->trace =
      make_vector({frame("clojure.core/map", "core.clj", 5, 1), frame("user/f", "a.clj", 1, 4),
                   frame("user/f", "a.clj", 1, 4), frame("user/g", nullptr, 0, 0)});
  Value entries[] = {make_keyword("", "n"), make_long(1)};
  Value outer = make_throwable(error_class(Error::kExceptionInfo), make_string("outer"), root, make_map(entries, 2));
  CHECK(report_text(outer, with_source("(g (f))")) ==
        "a.clj:1:4: error: ExceptionInfo: outer\n"
        " 1 | (g (f))\n"
        "   |    ^\n"
        "  data: {:n 1}\n"
        "caused by: ArithmeticException: Divide by zero\n"
        "  at clojure.core/map (core.clj:5)\n"
        "  at user/f (a.clj:1) [2 times]\n"
        "  at user/g\n");
  ReportOptions short_stack = with_source("");
  short_stack.frames = 1;
  CHECK(report_text(outer, short_stack).find("  at clojure.core/map (core.clj:5)\n  ... 3 more\n") !=
        std::string::npos);
}

TEST_CASE("nothing is known of the place") {
  Session session;
  Value error = make_throwable(error_class(Error::kException), Value::nil(), Value::nil(), Value::nil());
  cast<Throwable>(error)->trace = Value::nil();
  CHECK(report_text(error, {}) == "error: Exception\n");
  ReportOptions coloured;
  coloured.colour = true;
  CHECK(report_text(error, coloured) == "\033[1;31merror:\033[0m \033[1mException\033[0m\n");
}
