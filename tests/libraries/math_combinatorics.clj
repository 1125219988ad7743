(ns libraries.math-combinatorics
  (:require [clojure.math.combinatorics :as c]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(show (c/combinations [1 2 3] 2) (c/subsets [1 2 3]) (c/cartesian-product [1 2] [:a :b] "xy") (c/selections [0 1] 3)
      (c/permutations [1 2 3]) (c/permutations [1 1 2]) (c/combinations [1 1 2 2] 2) (c/count-combinations (range 20) 7)
      (c/count-permutations [1 1 2 3]) (c/nth-permutation (range 10) 1000000) (c/nth-combination (range 20) 5 1234)
      (c/drop-permutations [1 2 3] 3) (c/permutation-index [3 1 2]) (c/partitions [1 2 3])
      (c/partitions [1 1 2]) (c/partitions (range 5) :min 2 :max 2) (c/count-subsets [1 2 2 3]) (c/nth-subset [1 2 3] 5)
      (count (c/permutations (range 7))) (take 3 (c/permutations (range 12))) (c/combinations [] 0)
      (c/combinations [1] 2) (c/nth-permutation [1 2] 5))
