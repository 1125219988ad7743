(ns libraries.riddley
  (:require [riddley.walk :as r] [riddley.compiler :as c]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

;; Expansion of everything, with locals that shadow macros
(defmacro my-when [test & body] `(if ~test (do ~@body)))
(defmacro my-cond [& clauses] (when clauses `(if ~(first clauses) ~(second clauses) (my-cond ~@(nnext clauses)))))
(show (r/macroexpand-all '(my-when a b c))
      (r/macroexpand-all '(my-cond a 1 b (my-when c 2)))
      (r/macroexpand-all '(let* [my-when list] (my-when 1 2)))
      (r/macroexpand-all '(fn* ([my-when] (my-when 1 2)) ([a b] (my-when a b))))
      (r/macroexpand-all '(loop* [my-cond 1] (my-cond 1 2)))
      (r/macroexpand-all '(letfn* [my-when (fn* my-when ([x] (my-when x 1)))] (my-when 3 4)))
      (r/macroexpand-all '(try (my-when a b) (catch Exception my-when (my-when 1 2)) (finally (my-when 3 4))))
      (r/macroexpand-all ''(my-when a b))
      (r/macroexpand-all '(case* x 0 0 (my-when d e) {1 [1 (my-when f g)]} :compact :int))
      (r/macroexpand-all '[(my-when a b) {:k (my-when c d)} #{(my-when e f)}])
      (r/macroexpand-all '(def x (my-when a b)))
      (r/macroexpand-all '(new String (my-when a b)))
      (r/macroexpand '(my-cond a 1)))

;; Walking
(show (r/walk-exprs number? inc '(let [x 1] (my-when x (list 2 [3 {4 5}]))))
      (r/walk-exprs string? keyword '(f "a" ["b" {"c" "d"}]))
      (r/walk-exprs #(and (seq? %) (= 'swap (first %))) (fn [[_ a b]] (list b a)) '(swap 1 f))
      (r/walk-exprs (constantly false) identity '(quote (my-when 1 2)))
      (let [seen (atom [])] (r/walk-exprs symbol? (fn [s] (swap! seen conj s) s) '(fn* ([a] (a b)))) @seen)
      (binding [*print-meta* true] (pr-str (r/walk-exprs number? inc (with-meta '(f 1) {:line 7})))))

;; Locals of a macro
(defmacro locals-here [] `'~(vec (sort (keys (c/locals)))))
(defmacro expand-here [form] `'~(macroexpand-1 form))
(defmacro expand-all-here [form] `'~(r/macroexpand-all form))
(show (locals-here)
      (let [a 1 b 2] (locals-here))
      (let [a 1] ((fn inner [c & more] (loop [i 0] (locals-here))) 2 3))
      (expand-here (my-when 1 2))
      (let [my-when list] (expand-here (my-when 1 2)))
      (let [my-cond list] (expand-all-here (my-when 1 (my-cond 2 3))))
      (c/locals)
      (c/tag-of (with-meta 'x {:tag 'String}))
      (c/tag-of (with-meta 'x {:tag String}))
      (c/tag-of 'x)
      (c/with-base-env (c/register-arg 'q) (c/register-local 'w 1) (sort (keys (c/locals)))))
(defmacro class-of-local [x] (let [b (get &env x)] (if (.hasJavaClass b) (.getName (.getJavaClass b)) "?")))
(show (let [^String s (identity "")] (class-of-local s)) (let [v (identity 1)] (class-of-local v)))
