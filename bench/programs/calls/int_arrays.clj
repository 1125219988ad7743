; Permutations in int arrays, the prefix reversed until a zero is in front; a sieve in a boolean array.
(ns bench.int-arrays)

(defn reverse-prefix [^ints row ^long last]
  (loop [i 0 j last]
    (when (< i j)
      (let [t (aget row i)]
        (aset row i (aget row j))
        (aset row j t)
        (recur (inc i) (dec j))))))

(defn flips ^long [^ints from ^ints row]
  (System/arraycopy from 0 row 0 (alength from))
  (loop [n 0]
    (let [front (aget row 0)]
      (if (zero? front)
        n
        (do (reverse-prefix row front)
            (recur (inc n)))))))

(defn next-permutation [^ints row]
  (let [n (alength row)
        i (loop [i (- n 2)] (if (and (>= i 0) (>= (aget row i) (aget row (inc i)))) (recur (dec i)) i))]
    (when (>= i 0)
      (let [j (loop [j (dec n)] (if (<= (aget row j) (aget row i)) (recur (dec j)) j))
            t (aget row i)]
        (aset row i (aget row j))
        (aset row j t)
        (loop [a (inc i) b (dec n)]
          (when (< a b)
            (let [t (aget row a)]
              (aset row a (aget row b))
              (aset row b t)
              (recur (inc a) (dec b)))))
        true))))

(defn most-flips [n]
  (let [row (int-array (range n)) copy (int-array n)]
    (loop [most 0]
      (let [most (max most (flips row copy))]
        (if (next-permutation row) (recur most) most)))))

(defn primes-below [^long n]
  (let [composite (boolean-array n)]
    (loop [i 2 found 0]
      (cond
        (>= i n) found
        (aget composite i) (recur (inc i) found)
        :else (do (loop [k (* i i)]
                    (when (< k n)
                      (aset composite k true)
                      (recur (+ k i))))
                  (recur (inc i) (inc found)))))))

(defn run [] [(most-flips 7) (primes-below 50000)])
