;; Hash maps with long keys: assoc, get, dissoc.
(ns bench.map_long_keys)

(defn run []
  (let [m (loop [i 0 m {}] (if (< i 60000) (recur (inc i) (assoc m (* i 31) i)) m))
        sum (loop [i 0 sum 0] (if (< i 60000) (recur (inc i) (+ sum (get m (* i 31)))) sum))
        m (loop [i 0 m m] (if (< i 30000) (recur (inc i) (dissoc m (* i 62))) m))]
    (+ sum (count m))))
