; aget and aset of arrays of every kind, with indexes that are longs and ints.
(defmacro attempt [form] `(try ~form (catch Throwable e# [(.getSimpleName (class e#)) (ex-message e#)])))
(defn shown [x] [x (if (nil? x) nil (.getSimpleName (class x)))])

(doseq [[array value] [[(int-array 3) (int 7)] [(long-array 3) 4503599627370496] [(byte-array 3) (byte -5)] [(short-array 3) (short 9)]
                       [(char-array "abc") \x] [(boolean-array 3) true] [(float-array 3) (float 1.5)] [(double-array 3) 2.5]
                       [(object-array 3) :k] [(into-array String ["a" "b" "c"]) "z"]]]
  (println (attempt (shown (aset array 1 value))) (shown (aget array 1)) (shown (aget array (int 2))) (attempt (aset array (int 0) value))
           (mapv shown array)
           (attempt (aget array 3)) (attempt (aget array (int -1))) (attempt (aset array 3 value))))

(defn follow [^ints links ^long from] (loop [at from seen []] (if (= (count seen) 6) seen (recur (long (aget links at)) (conj seen at)))))
(println (follow (int-array [3 0 1 2]) 0))
(defn sieve [^long n]
  (let [^booleans composite (boolean-array (inc n))]
    (loop [i 2 found []]
      (if (> i n)
        found
        (do (loop [k (* i i)] (when (<= k n) (aset composite k true) (recur (+ k i))))
            (recur (inc i) (if (aget composite i) found (conj found i))))))))
(println (sieve 60))
(let [^objects row (object-array 2)]
  (aset row 0 (str "a" 1))
  (aset row 1 row)
  (println (aget row 0) (identical? row (aget row 1))))
