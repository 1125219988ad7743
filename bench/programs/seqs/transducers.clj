;; transduce, into and sequence with composed transducers.
(ns bench.transducers)

(defn run []
  (+ (transduce (comp (map inc) (filter even?)) + (range 500000))
     (count (into [] (comp (map #(* % 3)) (remove odd?) (take 50000)) (range 200000)))
     (reduce + 0 (eduction (map inc) (keep #(when (odd? %) %)) (range 100000)))
     (count (sequence (comp (filter even?) (map str)) (range 50000)))))
