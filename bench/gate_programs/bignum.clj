(ns gate.bignum)
(defn -main [] (println (count (str (reduce *' (range 1 600)))) (reduce + (map / (range 1 60)))))
