;; A sieve of nested lazy filters.
(ns bench.lazy_sieve)

(defn- sieve [s]
  (lazy-seq
   (let [p (first s)]
     (cons p (sieve (remove #(zero? (rem % p)) (rest s)))))))

(defn run []
  (reduce + (take 400 (sieve (iterate inc 2)))))
