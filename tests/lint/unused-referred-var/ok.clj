(ns ok
  (:require [clojure.set :refer [union difference]]
            [clojure.test :refer [deftest is]]))
(def f union)
(defmacro g [x] `(difference ~x))
(deftest h (is (= 1 1)))
