(ns gate.varargs)
(defn arity [& xs] (count xs))
(defn -main []
  (println (loop [i 0 sum 0]
             (if (< i 20000) (recur (inc i) (+ sum (arity i i) (apply + [1 2 3]))) sum))))
