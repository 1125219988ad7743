; Collatz chains and common divisors: quot, rem, even?, zero?, max, dotimes.
(ns bench.integer-loops)

(defn chain-length [n]
  (loop [n n length 1]
    (cond
      (= n 1) length
      (even? n) (recur (quot n 2) (inc length))
      :else (recur (inc (* 3 n)) (inc length)))))

(defn longest-chain [limit]
  (loop [n 1 longest 0]
    (if (< n limit)
      (recur (inc n) (max longest (chain-length n)))
      longest)))

(defn gcd [a b] (if (zero? b) a (recur b (rem a b))))

(defn divisor-sum [limit]
  (let [sum (atom 0)]
    (dotimes [a limit]
      (reset! sum (+ @sum (loop [b 1 sum 0]
                            (if (< b 40) (recur (inc b) (+ sum (gcd a b))) sum)))))
    @sum))

(defn run [] (+ (longest-chain 4000) (divisor-sum 3000)))
