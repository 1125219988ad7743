;; Loops with first and next over a vector, a list, a range, a string and a map.
(ns bench.first_next_walk)

(def ^:private v (vec (range 50000)))
(def ^:private l (apply list v))
(def ^:private s (apply str (repeat 50000 "x")))
(def ^:private m (zipmap v v))

(defn- total [coll]
  (loop [s (seq coll) sum 0]
    (if s (recur (next s) (+ sum (first s))) sum)))

(defn- length [coll]
  (loop [s (seq coll) n 0]
    (if s (recur (next s) (inc n)) n)))

(defn run []
  (+ (total v) (total l) (total (range 50000)) (length s) (length m)))
