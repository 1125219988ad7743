;; Sorted maps and sets: building, lookup, ranges, removal.
(ns bench.sorted)

(def ^:private numbers (vec (take 20000 (iterate #(mod (+ (* % 1103515245) 12345) 2147483648) 42))))

(defn run []
  (let [m (reduce (fn [m n] (assoc m n (inc n))) (sorted-map) numbers)
        s (into (sorted-set) numbers)
        w (into (sorted-map-by >) (map #(vector % %)) (take 5000 numbers))]
    (+ (count (subseq m > 1000000000))
       (reduce + (take 100 (vals m)))
       (count (reduce disj s (take 10000 numbers)))
       (reduce (fn [sum n] (+ sum (get m n))) 0 numbers)
       (key (first w)))))
