; Arithmetic on big integers and ratios.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(defn pow [b e] (reduce *' (repeat e b)))
(show (pow 2 62) (pow 2 63) (pow 2 64) (pow 2 128) (pow 10 40) (pow -3 41) (pow 2N 10) (class (pow 2 62)) (class (pow 2 63)))
(show (- (pow 2 64) (pow 2 64)) (class (- (pow 2 64) (pow 2 64))) (/ (pow 2 64) (pow 2 60)) (/ (pow 2 64) 3) (quot (pow 10 30) 7) (rem (pow 10 30) 7) (mod (- (pow 10 30)) 7) (* 1N (pow 10 20)) (+ (pow 2 64) 0.5) (+ (pow 2 64) 1M) (* (pow 2 64) 1/2) (compare (pow 2 64) (pow 2 65)) (= (pow 2 64) 18446744073709551616) (== (pow 2 64) 1.8446744073709552E19) (hash (pow 2 64)) (hash (- (pow 2 64))) (hash (bigint 5)) (even? (pow 2 64)) (odd? (inc (pow 2 64))) (long (bigint 5)) (int 5N) (double (pow 2 64)) (max 1N 2N) (zero? 0N) (neg? -1N) (bit-and 5N 3) (str (pow 2 70)) (.bitLength (biginteger 255)) (.toString (biginteger 255) 16) (.gcd (biginteger 12) (biginteger 18)) (.modPow (biginteger 3) (biginteger 100) (biginteger 7)) (.pow (biginteger 2) 100) (.isProbablePrime (biginteger 97) 10) (.add (biginteger 1) (biginteger 2)) (.testBit (biginteger 5) 2) (.negate (biginteger 5)) (.compareTo (biginteger 5) (biginteger 6)) (.signum (biginteger -5)) (.shiftLeft (biginteger 1) 70) (BigInteger/valueOf 7) BigInteger/ONE (long (pow 2 64)))
(show (reduce + (map / (range 1 15))) (* 2/3 3/2) (/ 2/3 4/3) (- 1/3 1/3) (+ 1/3 0.0) (< 1/3 0.33) (compare 1/3 1/2) (quot 7/2 1) (rem 7/2 1) (mod -7/2 2) (int 7/2) (double 1/7) (float 1/3) (bigdec 1/8) (rationalize 0.125) (numerator 1/3) (hash 1/3) (hash -22/7) (zero? 0/5) (pos? 1/100) (inc 1/2) (* 1/2 4) (/ 6 4) (/ -6 4) (/ 6 -4) (/ 0 5) (/ 1/2) (min 1/2 1/3) (ratio? 4/2) (= 1/2 0.5) (== 1/2 0.5) (str -1/2) (/ 9223372036854775807 2) (/ -9223372036854775808 -1) (/ 1 -9223372036854775808) (* 1/9223372036854775807 9223372036854775807))
(defn fibs [n] (loop [a 0 b 1 i 0] (if (= i n) a (recur b (+' a b) (inc i)))))
(show (fibs 90) (fibs 100) (fibs 200))
(defn isqrt [n] (loop [x n] (let [y (quot (+ x (quot n x)) 2)] (if (>= y x) x (recur y)))))
(show (isqrt (pow 10 60)) (isqrt (* 2 (pow 10 60))))
