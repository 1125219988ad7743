;; clojure-complete: what begins with a prefix.
(ns complete-test (:require [complete.core :as complete]))
(println (complete/completions "red" 'complete-test))
(println (complete/completions "complete/comp" 'complete-test))
(println (complete/completions "clojure.core/redu" 'complete-test))
(println (distinct (complete/completions "Integer/parse" 'complete-test)))
(println (complete/completions "nothing-begins-so" 'complete-test))
