;; Products, quotients and remainders of integers whose digits, of whatever size, are extreme: all
;; ones, powers of two and their neighbours, long runs of zeros, one digit and many.
(defn power [n] (reduce * (repeat n 2N)))
(def numbers
  (vec (for [bits [1 59 60 61 64 119 120 127 180 240 1300]
             make [(fn [p] p) dec inc (fn [p] (* p (dec (power 61)))) (fn [p] (- (* p p) (quot p 3) 1))]]
         (make (power bits)))))
(defn signed [n i] (if (odd? i) (- n) n))

(loop [i 0 sum 0N wrong 0]
  (if (< i 150)
    (let [a (signed (numbers (mod (* i 37) 55)) i)
          b (signed (numbers (mod (* i 23) 55)) (quot i 2))
          b (if (zero? b) 7N b)
          q (quot a b) r (rem a b) m (mod a b)]
      (recur (inc i)
             (mod (+ (* 31 sum) q (* 3 r) (* 5 m) (* a b) (* a a)) 1000000000000000003N)
             (if (and (= a (+ (* q b) r)) (< (abs r) (abs b)) (= (* a b) (* b a)) (zero? (rem (* a b) b)))
               wrong
               (inc wrong))))
    (println sum wrong)))
(println (mapv (fn [[a b]] [(quot a b) (rem a b) (mod a b)])
               [[(power 120) (dec (power 60))] [(- (power 120)) (inc (power 60))] [(dec (power 180)) (power 120)]
                [(- (dec (power 121))) (- (power 60))] [5N (power 100)] [(power 100) (power 100)] [0N (power 70)]]))
(println (try (quot (power 70) 0N) (catch ArithmeticException e (ex-message e)))
         (try (rem (power 70) 0) (catch ArithmeticException e (ex-message e))))
