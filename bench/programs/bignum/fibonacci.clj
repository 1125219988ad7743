;; Sums of big integers.
(ns bench.fibonacci)

(defn run []
  (loop [i 0 a 0N b 1N]
    (if (< i 12000) (recur (inc i) b (+ a b)) (mod a 1000000007))))
