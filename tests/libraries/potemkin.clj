(ns libraries.potemkin
  (:require [potemkin :as p :refer [import-vars unify-gensyms condp-case try* doit doary]] [clojure.string] [clojure.set]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(import-vars [clojure.string upper-case blank?] [clojure.set union] [clojure.core when-not])
(defprotocol Area (area [s]) (scale [s k]))
(defrecord Square [w] Area (area [_] (* w w)) (scale [_ k] (Square. (* w k))))
(deftype Circle [r] Area (area [_] (* 3 r r)) (scale [_ k] (Circle. (* r k))))
(defmacro twice [x] (unify-gensyms `(let [v## ~x] (+ v## v##))))
(def calls (atom 0))
(show (upper-case "abc") (blank? " ") (union #{1} #{2}) (when-not false 1) (string? (:doc (meta #'upper-case))) (:arglists (meta #'union)) (:macro (meta #'when-not))
      (area (->Square 3)) (area (scale (->Circle 1) 2)) (area (reify Area (area [_] 1) (scale [s _] s))) (twice (do (swap! calls inc) 4)) (condp-case = 2 (1 2) :low 3 :mid :other) (try* (/ 1 0) (catch ArithmeticException e :div) (catch Throwable t :other)) (let [a (atom 0)] (doit [x [1 2 3]] (swap! a + x)) @a))
