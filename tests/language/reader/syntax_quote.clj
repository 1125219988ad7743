; Syntax quote: qualification, unquote, splicing, gensyms, nesting.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(require '[clojure.string :as str])
(show `a `map `str/join `if `clojure.core/x `String `.foo `Foo. `String. `java.util.Date `& `def `user/x `nope/x `fn* `catch)
(show `(a ~(+ 1 2) ~@[1 2]) `[~@[1] ~@nil ~@()] `{:a ~(inc 1)} `#{~(inc 1)} `() `[] `{} `#{} `nil `1 `"s" `:k `\c)
(show `(~@[1 2]) `(~@[] ~@nil) `(x ~'x) `(~'x ~`x) `~(+ 1 2))
(let [[a b c] `(x# x# y#)] (show (= a b) (= a c) (nil? (namespace a)) (boolean (re-matches #"x__\d+__auto__" (name a)))))
(let [[a b] [`x# `x#]] (show (= a b)))
(let [x 1] (show `(x ~x) ``~~x `(1 `(2 ~(3 ~x)))))
(show (eval `(let [a# 1] (+ a# a#))) (class `(a)) (class `[a]) (class `{a b}) (seq? `(a)) (list? `()))
(show (meta `^:foo [a]) `(quote a) `'a `@a `#'a `(fn [~'x] ~'x))
(show (read-string "~@a") (eval (read-string "`~@a")) (read-string "`~"))
(defmacro m1 [x] `(let [y# ~x] (* y# y#)))
(defmacro m2 [& xs] `(vector ~@(map (fn [x] `(m1 ~x)) xs)))
(show (m1 3) (m2 1 2 3) (macroexpand-1 '(m2 1)) )
(show `{~@[:a 1] ~@[]} `#{~@[1 2]} `[a ~@(map inc [1 2]) b])

(show (namespace (gensym "a/b")) (namespace (gensym 'a/b/c)) (namespace (gensym "/")) (namespace (gensym "a")))
