// The tree evaluator on forms that need no library.
#include "clj/tree/tree.h"

#include "../analyze/support.h"

namespace clj::analyze_test {
namespace {

struct Case {
  const char* source;
  const char* result;  // as pr prints it, or "class: message" of the exception
};

const Case cases[] = {
    {"(do 1 2 3)", "3"},
    {"(if nil 1 2)", "2"},
    {"(if false 1)", "nil"},
    {"(let* [a 1 b (+ a 1) a 5] [a b])", "[5 2]"},
    {"(loop* [i 0 acc 1] (if (< i 10) (recur (+ i 1) (+ acc acc)) acc))", "1024"},
    {"(loop* [a 1 b 2 n 0] (if (< n 3) (recur b a (+ n 1)) [a b]))", "[2 1]"},
    {"((fn* [x] (if (< x 10) (recur (+ x 1)) x)) 0)", "10"},
    {"((fn* [x & xs] [x xs]) 1 2 3)", "[1 (2 3)]"},
    {"((fn* [x & xs] [x xs]) 1)", "[1 nil]"},
    {"((fn* ([] :none) ([x] [:one x]) ([x & r] [:more x r])) 1 2)", "[:more 1 (2)]"},
    {"((fn* [x & xs] (if x (recur nil [1 2]) xs)) 1 2 3)", "[1 2]"},
    {"(apply (fn* [a & r] [a r]) 1 [2 3])", "[1 (2 3)]"},
    {"(((fn* [x] (fn* [y] (fn* [] [x y]))) 1) 2)", "#fn"},
    {"((((fn* [x] (fn* [y] (fn* [] [x y]))) 1) 2))", "[1 2]"},
    {"((fn* fact [n] (if (< n 2) 1 (+ n (fact (- n 1))))) 5)", "15"},
    {"(letfn* [even (fn* [n] (if (= n 0) true (odd (- n 1)))) odd (fn* [n] (if (= n 0) false (even (- n 1))))] "
     "[(even 10) (odd 10)])",
     "[true false]"},
    {"(loop* [i 0 fs []] (if (< i 3) (recur (+ i 1) [fs (fn* [] i)]) ((fs 1))))", "2"},
    {"(try (/ 1 0) (catch ArithmeticException e :divided))", ":divided"},
    {"(try (/ 1 0) (catch IllegalStateException e 1) (catch Throwable e 2))", "2"},
    {"(try (/ 1 0) (catch org.foo.Unknown e 1))", "java.lang.ArithmeticException: Divide by zero"},
    {"(try (try (/ 1 0) (finally (def finally-ran 1))) (catch Exception e finally-ran))", "1"},
    {"(try 1 (finally 2))", "1"},
    {"(try (throw (new RuntimeException \"a\")) (finally (throw (new RuntimeException \"b\"))))",
     "java.lang.RuntimeException: b"},
    {"(throw nil)", "java.lang.NullPointerException: Cannot throw exception because \"null\" is null"},
    {"(let* [x 2] (case* x :none [1 :one 2 :two]))", ":two"},
    {"(let* [x [1 2]] (case* x :none [[1 2] :pair]))", ":pair"},
    {"(let* [x 9] (case* x :none [1 :one]))", ":none"},
    {"(let* [a 1] {a 1 1 2})", "java.lang.IllegalArgumentException: Duplicate key: 1"},
    {"(let* [a 1] #{a 1})", "java.lang.IllegalArgumentException: Duplicate key: 1"},
    {"(let* [a 1] {:x a, :y [a #{a}]})", "{:x 1, :y [1 #{1}]}"},
    {"(meta ^{:a (identity 1)} [1])", "{:a 1}"},
    {"(meta ^{:a 1} (fn* [] 1))", "{:a 1}"},
    {"(meta (fn* [] 1))", "nil"},
    {"((fn* f [x] x) 1 2)", "clojure.lang.ArityException: Wrong number of args (2) passed to: user/eval1/f--2"},
    {"(do (def f1 (fn* [x] x)) (f1))", "clojure.lang.ArityException: Wrong number of args (0) passed to: user/f1"},
    {"(do (def unbound-var) (unbound-var))",
     "java.lang.IllegalStateException: Attempting to call unbound fn: #'user/unbound-var"},
    {"(do (def with-doc \"doc\" 1) (meta (var with-doc)))",
     "{:line 1, :column 5, :file \"test.clj\", :doc \"doc\", :name with-doc, :ns #ns}"},
    {"(do (def ^:const pi 3) pi)", "3"},
    {"(set! clojure.core/*unchecked-math* 1)",
     "java.lang.IllegalStateException: Can't change/establish root binding of: *unchecked-math* with set"},
    {"(do (deftype* user/P user.P [x ^:unsynchronized-mutable y] :implements [] (bump [this] (set! y (+ x y))) "
     "(both [_ z] [x y z]) (self [this] (fn* [] x))) (clojure.core/import* \"user.P\") "
     "(let* [p (P. 1 2)] [(.bump p) (.bump p) (.both p 9) ((.self p)) (.-x p) (class p)]))",
     "[3 4 [1 4 9] 1 1 user.P]"},
    {"(do (deftype* user/S user.S [^:unsynchronized-mutable n] :implements [] "
     "(closed [_] (let* [f (fn* [] (fn* [] n))] (set! n 5) [((f)) n])) "
     "(reified [_] (let* [r (reify* [] (get [_] n))] (set! n 6) [(.get r) n])) "
     "(mutual [_] (letfn* [f (fn* [] n)] (set! n 7) [(f) n]))) "
     "[(.closed (user.S. 1)) (.reified (user.S. 1)) (.mutual (user.S. 1))])",
     "[[1 5] [1 6] [1 7]]"},
    {"(let* [] (deftype* user/Q user.Q [x] :implements [] (twin [_] (Q. x))) (.-x (.twin (user.Q. 7))))", "7"},
    {"(let* [a 5] (.get (reify* [] (get [this] [a (.other this)]) (other [_] 6))))", "[5 6]"},
    {"(let* [n (fn* [] (reify* [] (me [_] 1)))] (= (class (n)) (class (n))))", "true"},
    {"(do (clojure.core/import* \"org.joda.time.DateTime\") (fn* [] (DateTime. 1)) :loaded)", ":loaded"},
    {"(DateTime. 1)", "java.lang.ClassNotFoundException: org.joda.time.DateTime"},
    {"(extend org.joda.time.DateTime 1)", "org.joda.time.DateTime"},
    {"(do (def traced (fn* [] (try (/ 1 0) (catch Exception e (trace e))))) (traced))",
     "[\"user$traced\" 1 \"user$eval1\" 1]"},
    {"(eval '(+ 1 2))", "3"},
    {"((fn* forever [x] (+ 1 (forever x))) 1)", "java.lang.StackOverflowError: null"},
};

// Functions and namespaces print with an address: only that they are such counts here.
std::string show(Value v) {
  if (is_fn(v)) return "#fn";
  if (is_map(v) && contains(v, roots.kw_ns)) v = assoc(v, roots.kw_ns, make_symbol("", "#ns"));
  return print_text(v);
}

void check_all() {
  tree::install();
  for (const Case& c : cases) {
    INFO(c.source);
    Value form = read(c.source);
    std::string result;
    Value thrown = thrown_by([&] { result = show(analyze::eval_top_level(form, tree::run)); });
    if (!thrown.is_nil()) result = class_name(thrown) + ": " + message(thrown);
    CHECK(result == c.result);
  }
}

TEST_CASE("special forms evaluate") {
  Session session;
  check_all();
}

TEST_CASE("special forms evaluate while the heap is collected all the time") {
  gc::Options stressed;
  stressed.stress = true;
  stressed.stress_period = 101;
  gc::initialize(stressed);
  Session session;
  check_all();
  gc::initialize({});
}

TEST_CASE("forms of a top-level do are analysed one after the other") {
  Session session;
  tree::install();
  CHECK(print_text(analyze::eval_top_level(read("(do (def later (fn* [] 7)) (do (later)))"), tree::run)) == "7");
}

TEST_CASE("a unit dies with the last function made from it") {
  Session session;
  tree::install();
  gc::upcalls.finalize = tree::finalize;
  std::weak_ptr<analyze::Unit> watched;
  {
    auto unit = analyze::analyze(read("(fn* [] 1)"));
    watched = unit;
    Value f = tree::run(unit);
    unit.reset();
    CHECK(!watched.expired());
    CHECK(print_text(invoke(f)) == "1");
  }
}

}  // namespace
}  // namespace clj::analyze_test
