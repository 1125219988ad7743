(ns gate.floats)
(defn -main []
  (println (loop [i 0 x 0.0]
             (if (< i 100000) (recur (inc i) (+ x (* 1.5 (double i)))) x))))
