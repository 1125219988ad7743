;; List comprehensions with :let, :when and :while, and doseq.
(ns bench.for_doseq)

(defn run []
  (let [total (volatile! 0)]
    (doseq [x (range 300) y (range 100) :when (even? (+ x y))]
      (vswap! total + (* x y)))
    (+ @total
       (count (for [x (range 200) y (range x) :let [z (+ x y)] :when (odd? z)] [x y z]))
       (reduce + (for [x (range 400) y (range 400) :while (< y x)] (- x y))))))
