;; Trees that live for different lengths of time.
(ns bench.binary_trees)

(defn- make [depth] (if (zero? depth) [nil nil] [(make (dec depth)) (make (dec depth))]))
(defn- check [t] (if-let [l (nth t 0)] (+ 1 (check l) (check (nth t 1))) 1))

(defn run []
  (let [long-lived (make 15)]
    (+ (loop [i 0 sum 0] (if (< i 60) (recur (inc i) (+ sum (check (make 11)))) sum))
       (check long-lived))))
