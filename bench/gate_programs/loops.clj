(ns gate.loops)
(defn -main []
  (println (loop [i 0 sum 0]
             (if (< i 100000)
               (recur (inc i) (if (even? i) (+ sum (quot i 3)) (max sum (bit-and i 255))))
               sum))))
