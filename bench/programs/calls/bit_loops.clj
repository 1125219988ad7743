; A xorshift generator and population counts: bit operations on longs.
(ns bench.bit-loops)

(defn scramble [x]
  (let [x (bit-xor x (bit-and (bit-shift-left x 13) 0x7fffffff))
        x (bit-xor x (bit-shift-right x 17))]
    (bit-xor x (bit-and (bit-shift-left x 5) 0x7fffffff))))

(defn ones [x]
  (loop [x x n 0]
    (if (zero? x) n (recur (bit-and x (dec x)) (inc n)))))

(defn run []
  (loop [i 0 x 2463534 sum 0]
    (if (< i 50000)
      (recur (inc i) (scramble x) (+ sum (ones x)))
      sum)))
