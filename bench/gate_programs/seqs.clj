(ns gate.seqs)
(defn -main []
  (println (reduce + (map inc (filter odd? (range 20000))))
           (transduce (comp (map inc) (take 10000)) + (range 20000))
           (count (sort (map #(rem (* 7919 %) 1000) (range 5000))))))
