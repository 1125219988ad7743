; (.subList vector from to) shares the vector.
(println (.subList [1 2 3] 1 2) (.subList (subvec [1 2 3 4] 1) 1 2) (.subList [1 2] 1 1) (.subList (first {:a 1}) 0 1)
         (.subList (vec (range 100)) 40 44) (conj (.subList [1 2 3 4] 1 3) :new))
(println (vec (for [[a b] [[-1 1] [0 9] [2 1]]] (try (.subList [1 2 3] a b) (catch IndexOutOfBoundsException e :out)))))
(println (loop [v (vec (range 50)) n 0] (if (pos? (count v)) (recur (.subList v 1 (count v)) (inc n)) n)))
