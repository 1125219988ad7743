;; Sets: conj, contains?, union, intersection, difference, select.
(ns bench.sets
  (:require [clojure.set :as set]))

(def ^:private a (set (range 0 30000)))
(def ^:private b (set (range 15000 45000)))

(defn run []
  (+ (count (set/union a b))
     (count (set/intersection a b))
     (count (set/difference a b))
     (count (set/select even? a))
     (count (filter a (range 60000)))
     (count (reduce conj #{} (range 30000)))))
