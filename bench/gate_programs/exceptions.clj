(ns gate.exceptions)
(defn check [n] (if (zero? (rem n 2)) (throw (ex-info "even" {:n n})) n))
(defn -main []
  (println (loop [i 0 sum 0]
             (if (< i 2000)
               (recur (inc i) (+ sum (try (check i) (catch clojure.lang.ExceptionInfo e (:n (ex-data e))))))
               sum))))
