;; assoc and pop on vectors, subvec, vectors of vectors.
(ns bench.vector_update)

(def ^:private start (vec (range 10000)))

(defn run []
  (let [v (reduce (fn [v i] (assoc v (mod (* i 7919) 10000) i)) start (range 100000))
        grid (reduce (fn [g i] (assoc-in g [(mod i 50) (mod (* 3 i) 50)] i)) (vec (repeat 50 (vec (repeat 50 0)))) (range 20000))]
    (loop [v v sum 0]
      (if (seq v)
        (recur (pop v) (+ sum (peek v)))
        (+ sum (get-in grid [3 9]) (reduce + (subvec start 5000)))))))
