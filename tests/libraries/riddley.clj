(ns libraries.riddley
  (:require [riddley.walk :as w] [riddley.compiler :as c]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(show (w/macroexpand-all '(when a (let [b 1] (-> b inc)))) (w/walk-exprs number? inc '(let [n 1] (inc n))) (w/walk-exprs symbol? #(if (= % 'x) 'y %) '(fn [x] x)) (w/macroexpand-all '(fn f ([] 1) ([a] a))) (w/macroexpand-all '(try 1 (catch Exception e 2) (finally 3))) (w/macroexpand-all '(quote (when a b))) (w/walk-exprs number? str '{:a 1 :b #{2} :c [3]}))
