; Longs of more than 50 bits, ints, shorts and bytes as operands of everything that is compiled to an instruction.
(def pairs [[Long/MAX_VALUE 1] [Long/MIN_VALUE -1] [Long/MAX_VALUE Long/MIN_VALUE] [562949953421311 1] [-562949953421312 1] [(int 7) 2]
            [(short -7) (byte 3)] [(int 2147483647) (int 2)] [Long/MIN_VALUE (int -1)] [(byte 5) 4503599627370496]])
(defn show [name f]
  (println name (mapv (fn [[x y]]
                        (try (let [r (f x y)] (if (integer? r) [r (.getSimpleName (class r))] r))
                             (catch ArithmeticException e (ex-message e))))
                      pairs)))
(defmacro table [& ops] `(do ~@(for [op ops] `(show '~op (fn [x# y#] (~op x# y#))))))

(table + - * quot rem mod bit-and bit-or bit-xor bit-shift-left bit-shift-right unsigned-bit-shift-right
       unchecked-add unchecked-subtract unchecked-multiply max min)
(table < <= > >= = ==)

(defmacro with-constants [& forms]
  `(doseq [~'x [Long/MAX_VALUE Long/MIN_VALUE 562949953421311 -562949953421312 (int 100) (short -3) (byte 4)]]
     (println ~'x ~@(for [f forms] `(try ~f (catch ArithmeticException e# (ex-message e#)))))))
(with-constants (inc x) (dec x) (+ x 5) (- x 5) (* x 2) (quot x 3) (rem x 3) (mod x 3) (bit-and x 255) (bit-xor x 1) (bit-not x)
  (bit-shift-left x 3) (unsigned-bit-shift-right x 3) (unchecked-inc x) (unchecked-dec x) (unchecked-multiply x 31) (max x 4) (min x 4) (long x)
  (if (< x 5) 1 2) (if (<= x 100) 1 2) (if (> x 99) 1 2) (if (>= x -3) 1 2) (if (= x 100) 1 2) (if (== x 4) 1 2) (if (even? x) 1 2)
  (if (< x 2.5) 1 2) (if (<= 2.5 x) 1 2) (if (== x 100.0) 1 2) (if (= x 9223372036854775807) 1 2) (if (pos? x) 1 2) (if (zero? x) 1 2))

(defn steps [from to by] (loop [i from n 0] (if (< i to) (recur (+ i by) (inc n)) [i n])))
(println (steps 562949953421300 562949953421330 5) (steps (int 0) (int 20) (int 3)) (steps 0 10.5 4) (steps 0.5 10 4))
(defn xorshift ^long [^long x]
  (let [x (bit-xor x (bit-shift-left x 13)) x (bit-xor x (unsigned-bit-shift-right x 7))] (bit-xor x (bit-shift-left x 17))))
(println (take 6 (iterate xorshift 88172645463325252)))
