(ns libraries.sjacket
  (:require [net.cgrand.sjacket :as sj] [net.cgrand.sjacket.parser :as p] [net.cgrand.parsley :as parsley] [clojure.zip :as z]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(def arithmetic (parsley/parser {:space :ws? :main :expr*} :ws #"\s+" :expr #{:num :sum} :num #"[0-9]+" :sum ["(" "+" :expr* ")"]))
(defn shape [node] (if (map? node) (into [(:tag node)] (map shape) (:content node)) node))
(show (shape (p/parser "(foo [1 :a] \"s\") ; c\n{:k 'v}")) (shape (p/parser "#(+ % 1) @x ^:m y \\a #\"re\" #_z")) (shape (p/parser "(unclosed")) (sj/str-pt (p/parser "(a  b\n c)")) (shape (arithmetic "(+ 1 (+ 2 3))")) (shape (arithmetic "1 2")) (shape (arithmetic "(+ 1")) (shape (arithmetic "x")) (map sj/to-sexprs [[(p/parser "(a [1 \"s\" :k nil true {:a 1} #{2}])")]]))
(show (sj/transform-src "(foo (bar baz))" 5 (fn [loc] 'new)) (sj/str-pt (z/node (sj/loc-at (p/parser "(a b c)") 3))) (sj/offset-of (sj/loc-at (p/parser "(a b c)") 3)) (sj/column (sj/loc-at (p/parser "(a\n  b)") 5)))
