;; clojure.template: expressions with holes.

(ns clojure.template
  "Repeats an expression with different values in place of symbols."
  (:require [clojure.walk :as walk]))

(defn apply-template
  "expr with each symbol of argv replaced by the value in the same place."
  [argv expr values]
  (assert (vector? argv))
  (assert (every? symbol? argv))
  (walk/postwalk-replace (zipmap argv values) expr))

(defmacro do-template
  "Evaluates expr once for each group of as many values as argv has symbols, with the values in
  their place."
  [argv expr & values]
  `(do ~@(map (fn [group] (apply-template argv expr group))
              (partition (count argv) values))))
