; Loops, compare-and-branch, exceptions.
(defn sum-to [n] (loop [i 0 sum 0] (if (<= i n) (recur (inc i) (+ sum i)) sum)))
(defn safely [f] (try (f) (catch ArithmeticException e (ex-message e)) (finally (println "done"))))
