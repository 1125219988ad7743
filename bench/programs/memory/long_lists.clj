;; Long lists and lazy seqs, realized and held.
(ns bench.long_lists)

(defn run []
  (let [l (reduce conj () (range 300000))
        s (doall (map inc l))
        r (reverse s)]
    (+ (count l) (count s) (first r) (last s))))
