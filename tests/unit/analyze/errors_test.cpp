// The messages of the analyzer, as JVM Clojure 1.11.1 words them.
#include "support.h"

namespace clj::analyze_test {
namespace {

struct Case {
  const char* source;
  const char* error;  // "class: message" of the CompilerException's cause
};

const Case cases[] = {
    {"foo", "java.lang.RuntimeException: Unable to resolve symbol: foo in this context"},
    {"(foo)", "java.lang.RuntimeException: Unable to resolve symbol: foo in this context"},
    {"[(foo)]", "java.lang.RuntimeException: Unable to resolve symbol: foo in this context"},
    {"{:a foo}", "java.lang.RuntimeException: Unable to resolve symbol: foo in this context"},
    {"foo/bar", "java.lang.RuntimeException: No such namespace: foo"},
    {"clojure.core/nope", "java.lang.RuntimeException: No such var: clojure.core/nope"},
    {"other/secret", "java.lang.IllegalStateException: var: other/secret is not public"},
    {"o/secret", "java.lang.IllegalStateException: var: o/secret is not public"},
    {"(o/secret 1)", "java.lang.IllegalStateException: var: #'other/secret is not public"},
    {"when", "java.lang.RuntimeException: Can't take value of a macro: #'clojure.core/when"},
    {"&", "java.lang.RuntimeException: Unable to resolve symbol: & in this context"},
    {"let*", "java.lang.RuntimeException: Unable to resolve symbol: let* in this context"},
    {"(catch Exception e 1)", "java.lang.RuntimeException: Unable to resolve symbol: catch in this context"},
    {"(nil 1)", "java.lang.IllegalArgumentException: Can't call nil, form: (nil 1)"},
    {"(let* [] (when))", "clojure.lang.ArityException: Wrong number of args (0) passed to: clojure.core/when"},
    {"(def)", "java.lang.RuntimeException: Too few arguments to def"},
    {"(def 1 2)", "java.lang.RuntimeException: First argument to def must be a Symbol"},
    {"(def a 1 2)", "java.lang.RuntimeException: Too many arguments to def"},
    {"(def a \"x\" 1 2)", "java.lang.RuntimeException: Too many arguments to def"},
    {"(def foo/bar 1)", "java.lang.RuntimeException: Can't refer to qualified var that doesn't exist"},
    {"(def other/open 1)", "java.lang.RuntimeException: Can't create defs outside of current ns"},
    {"(def String 1)", "java.lang.RuntimeException: Expecting var, but String is mapped to class java.lang.String"},
    {"(if)", "java.lang.RuntimeException: Too few arguments to if"},
    {"(if 1)", "java.lang.RuntimeException: Too few arguments to if"},
    {"(if 1 2 3 4)", "java.lang.RuntimeException: Too many arguments to if"},
    {"(let* [x] 1)", "java.lang.IllegalArgumentException: Bad binding form, expected matched symbol expression pairs"},
    {"(let* (x 1) 1)", "java.lang.IllegalArgumentException: Bad binding form, expected vector"},
    {"(let* [1 2] 1)", "java.lang.IllegalArgumentException: Bad binding form, expected symbol, got: 1"},
    {"(let* [a/b 2] 1)", "java.lang.RuntimeException: Can't let qualified name: a/b"},
    {"(loop* [a/b 1] 1)", "java.lang.RuntimeException: Can't let qualified name: a/b"},
    {"(letfn* [a/b (fn* [])] 2)", "java.lang.RuntimeException: Can't let qualified name: a/b"},
    {"(letfn* (a) 2)", "java.lang.IllegalArgumentException: Bad binding form, expected vector"},
    {"(loop* [x 1] (recur))",
     "java.lang.IllegalArgumentException: Mismatched argument count to recur, expected: 1 args, got: 0"},
    {"(fn* [x] (recur 1 2))",
     "java.lang.IllegalArgumentException: Mismatched argument count to recur, expected: 1 args, got: 2"},
    {"(fn* [& xs] (recur 1 2))",
     "java.lang.IllegalArgumentException: Mismatched argument count to recur, expected: 1 args, got: 2"},
    {"(letfn* [f (fn* [x] (recur))] 1)",
     "java.lang.IllegalArgumentException: Mismatched argument count to recur, expected: 1 args, got: 0"},
    {"(loop* [] (identity (loop* [] (recur 1))))",
     "java.lang.IllegalArgumentException: Mismatched argument count to recur, expected: 0 args, got: 1"},
    {"(loop* [x 1] (recur 1) 2)", "java.lang.UnsupportedOperationException: Can only recur from tail position"},
    {"(fn* [] (+ 1 (recur)))", "java.lang.UnsupportedOperationException: Can only recur from tail position"},
    {"(fn* [x] (try 1 (catch Exception e (recur 1))))",
     "java.lang.UnsupportedOperationException: Can only recur from tail position"},
    {"(fn* [x] (try 1 (finally (recur 1))))",
     "java.lang.UnsupportedOperationException: Can only recur from tail position"},
    {"(loop* [x 1] (try (recur 1) (catch Exception e)))",
     "java.lang.UnsupportedOperationException: Cannot recur across try"},
    {"(loop* [x 1] (identity (try (recur 1))))", "java.lang.UnsupportedOperationException: Cannot recur across try"},
    {"(fn* [a/b] 1)", "java.lang.RuntimeException: Can't use qualified name as parameter: a/b"},
    {"(fn* [1] 1)", "java.lang.IllegalArgumentException: fn params must be Symbols"},
    {"(fn* [& a b] 1)", "java.lang.RuntimeException: Unexpected parameter"},
    {"(fn* [& &] 1)", "java.lang.RuntimeException: Invalid parameter list"},
    {"(fn* ([a] 1) ([b] 2))", "java.lang.RuntimeException: Can't have 2 overloads with same arity"},
    {"(fn* ([& a] 1) ([& b] 2))", "java.lang.RuntimeException: Can't have more than 1 variadic overload"},
    {"(fn* ([a b] 1) ([& b] 2))",
     "java.lang.RuntimeException: Can't have fixed arity function with more params than variadic function"},
    {"(fn* [a b c d e f g h i j k l m n o p q r s t u] 1)",
     "java.lang.RuntimeException: Can't specify more than 20 params"},
    {"(fn* [^long a b c d e] 1)",
     "java.lang.IllegalArgumentException: fns taking primitives support only 4 or fewer args"},
    {"(quote)", "clojure.lang.ExceptionInfo: Wrong number of args (0) passed to quote"},
    {"(quote 1 2)", "clojure.lang.ExceptionInfo: Wrong number of args (2) passed to quote"},
    {"(var String)", "java.lang.RuntimeException: Expecting var, but String is mapped to class java.lang.String"},
    {"(var zork)", "java.lang.RuntimeException: Unable to resolve var: zork in this context"},
    {"(var clojure.core/zork)", "java.lang.RuntimeException: Unable to resolve var: clojure.core/zork in this context"},
    {"(var zz/zork)", "java.lang.RuntimeException: Unable to resolve var: zz/zork in this context"},
    {"(throw)", "java.lang.RuntimeException: Too few arguments to throw, throw expects a single Throwable instance"},
    {"(throw 1 2)",
     "java.lang.RuntimeException: Too many arguments to throw, throw expects a single Throwable instance"},
    {"(new)", "java.lang.RuntimeException: wrong number of arguments, expecting: (new Classname args...)"},
    {"(new Foo)", "java.lang.IllegalArgumentException: Unable to resolve classname: Foo"},
    {"(Foo. 1)", "java.lang.IllegalArgumentException: Unable to resolve classname: Foo"},
    {"(clojure.strng/join 1)", "java.lang.ClassNotFoundException: clojure.strng"},
    {"(.foo)", "java.lang.IllegalArgumentException: Malformed member expression, expecting (.member target ...)"},
    {"(. 1)", "java.lang.IllegalArgumentException: Malformed member expression, expecting (. target member ...)"},
    {"(. \"a\" 1)", "java.lang.IllegalArgumentException: Malformed member expression"},
    {"(. \"a\" (1 2))", "java.lang.IllegalArgumentException: Malformed member expression"},
    {"(set!)", "java.lang.IllegalArgumentException: Malformed assignment, expecting (set! target val)"},
    {"(set! 1 2)", "java.lang.IllegalArgumentException: Invalid assignment target"},
    {"(set! String 1)", "java.lang.IllegalArgumentException: Invalid assignment target"},
    {"(set! x 1)", "java.lang.RuntimeException: Unable to resolve symbol: x in this context"},
    {"(let* [x 1] (set! x 2))", "java.lang.IllegalArgumentException: Cannot assign to non-mutable: x"},
    {"(deftype* T user.T [a] :implements [] (m [this] (set! a 1)))",
     "java.lang.IllegalArgumentException: Cannot assign to non-mutable: a"},
    {"(deftype* T user.T [^:unsynchronized-mutable a] :implements [] (m [this] (fn* [] (set! a 1))))",
     "java.lang.IllegalArgumentException: Cannot assign to non-mutable: a"},
    {"(reify* [] (m [] 1))", "java.lang.IllegalArgumentException: Must supply at least one argument for 'this' in: m"},
    {"(reify* [String])", "java.lang.IllegalArgumentException: only interfaces are supported, had: java.lang.String"},
    {"(try 1 (finally 2) 3)", "java.lang.RuntimeException: finally clause must be last in try expression"},
    {"(try 1 (catch Exception e) 3)",
     "java.lang.RuntimeException: Only catch or finally clause can follow catch in try expression"},
    {"(try (catch))", "java.lang.IllegalArgumentException: Unable to resolve classname: null"},
    {"(try (catch Foo e 1))", "java.lang.IllegalArgumentException: Unable to resolve classname: Foo"},
    {"(try (catch Exception 1 1))", "java.lang.IllegalArgumentException: Bad binding form, expected symbol, got: 1"},
    {"(try (catch Exception a/b 1))", "java.lang.RuntimeException: Can't bind qualified name:a/b"},
};

TEST_CASE("errors have the JVM's classes and messages") {
  Session session;
  for (const Case& c : cases) {
    INFO(c.source);
    Value form = read(c.source);
    Value thrown = thrown_by([&] { analyze::analyze(form); });
    REQUIRE(is_kind(thrown, Kind::kThrowable));
    CHECK(class_name(thrown) == "clojure.lang.Compiler$CompilerException");
    Value cause = cast<Throwable>(thrown)->cause;
    REQUIRE(is_kind(cause, Kind::kThrowable));
    CHECK(class_name(cause) + ": " + message(cause) == c.error);
  }
}

TEST_CASE("an error names file, line, column and operator") {
  Session session;
  auto describe = [](const char* source) {
    Value form = read(source);
    Value thrown = thrown_by([&] { analyze::analyze(form); });
    return message(thrown) + " " + print_text(cast<Throwable>(thrown)->data);
  };
  CHECK(describe("(let* []\n  (def))") ==
        "Syntax error compiling def at (test.clj:2:3). #:clojure.error{:phase :compile-syntax-check, :line 2, "
        ":column 3, :source \"test.clj\", :symbol def}");
  CHECK(describe("(let* []\n  [foo])") ==
        "Syntax error compiling at (test.clj:1:1). #:clojure.error{:phase :compile-syntax-check, :line 1, "
        ":column 1, :source \"test.clj\"}");
  CHECK(describe("(misuse)") ==
        "Syntax error macroexpanding misuse at (test.clj:1:1). #:clojure.error{:phase :macro-syntax-check, :line 1, "
        ":column 1, :source \"test.clj\", :symbol misuse}");
  CHECK(describe("(broken)") ==
        "Unexpected error macroexpanding broken at (test.clj:1:1). #:clojure.error{:phase :macroexpansion, :line 1, "
        ":column 1, :source \"test.clj\", :symbol broken}");
}

TEST_CASE("deep nesting is a StackOverflowError, not a crash") {
  Session session;
  Value form = Value::inline_long(1);
  for (int i = 0; i < 200000; ++i) form = make_vector({form});
  Value thrown = thrown_by([&] { analyze::analyze(form); });
  REQUIRE(is_kind(thrown, Kind::kThrowable));
  while (!cast<Throwable>(thrown)->cause.is_nil()) thrown = cast<Throwable>(thrown)->cause;
  CHECK(class_name(thrown) == "java.lang.StackOverflowError");
}

}  // namespace
}  // namespace clj::analyze_test
