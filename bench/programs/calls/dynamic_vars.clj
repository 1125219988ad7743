; Dynamic vars: bindings made in a loop, values read at depth, set!.
(ns bench.dynamic-vars)

(def ^:dynamic *depth* 0)
(def ^:dynamic *total* 0)

(defn descend [n]
  (if (zero? n)
    *depth*
    (binding [*depth* (inc *depth*)] (descend (dec n)))))

(defn tally [n]
  (binding [*total* 0]
    (dotimes [i n] (set! *total* (+ *total* (rem i 3))))
    *total*))

(defn run []
  (loop [i 0 sum 0]
    (if (< i 2000)
      (recur (inc i) (+ sum (descend 10) (tally 20)))
      sum)))
