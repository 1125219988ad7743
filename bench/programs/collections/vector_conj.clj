;; A vector built with persistent conj, read back by index.
(ns bench.vector_conj)

(defn run []
  (let [v (loop [i 0 v []] (if (< i 300000) (recur (inc i) (conj v i)) v))]
    (loop [i 0 sum 0]
      (if (< i 300000) (recur (inc i) (+ sum (nth v i))) sum))))
