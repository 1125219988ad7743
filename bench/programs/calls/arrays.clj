; The sieve of Eratosthenes and prefix sums in primitive arrays.
(ns bench.arrays)

(defn primes-below [n]
  (let [^longs marks (long-array n)]
    (loop [i 2 found 0]
      (if (< i n)
        (if (zero? (aget marks i))
          (do (loop [j (* i i)]
                (when (< j n)
                  (aset marks j 1)
                  (recur (+ j i))))
              (recur (inc i) (inc found)))
          (recur (inc i) found))
        found))))

(defn prefix-sum [n]
  (let [^doubles xs (double-array n)]
    (dotimes [i n] (aset xs i (double (rem i 7))))
    (loop [i 1]
      (when (< i (alength xs))
        (aset xs i (+ (aget xs i) (aget xs (dec i))))
        (recur (inc i))))
    (long (aget xs (dec n)))))

(defn run [] (+ (primes-below 100000) (prefix-sum 100000)))
