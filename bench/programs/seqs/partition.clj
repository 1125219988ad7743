;; partition with and without step, partition-all, partition-by.
(ns bench.partition)

(defn run []
  (+ (count (partition 3 1 (range 30000)))
     (reduce + (map first (partition 4 (range 40000))))
     (count (partition-all 5 (range 40000)))
     (count (partition-by #(quot % 7) (range 40000)))))
