;; Products of big integers.
(ns bench.factorial)

(defn run []
  (let [f (reduce *' (range 1 2001))
        g (reduce * (map bigint (range 1 1501)))]
    (+ (count (str f)) (mod g 1000003) (long (mod f 1000000007)))))
