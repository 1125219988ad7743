;; What divisions of decimals by zero say.
(defmacro show [& expressions]
  `(do
     ~@(for [e expressions]
         `(println (pr-str '~e) "=>"
                   (try (pr-str ~e)
                        (catch Throwable t#
                          (let [message# (when-not (instance? NullPointerException t#) (.getMessage t#))
                                end# (when message# (.indexOf message# " ("))]
                            (str (.getName (class t#)) ": "
                                 (if (and end# (pos? end#)) (subs message# 0 end#) message#)))))))))


(show
 (.divide 123456789.123456789M 0.00M java.math.RoundingMode/HALF_EVEN)
 (.divide 1M 0M java.math.RoundingMode/HALF_EVEN)
 (.divide 1M 0.00M java.math.RoundingMode/HALF_EVEN)
 (.divide 1.00M 0M java.math.RoundingMode/HALF_EVEN)
 (.divide 1e20M 0M java.math.RoundingMode/HALF_EVEN)
 (.divide 1e20M 0.00000M java.math.RoundingMode/HALF_EVEN)
 (.divide 0M 0M java.math.RoundingMode/HALF_EVEN)
 (.divide 1M 0M 5 java.math.RoundingMode/HALF_EVEN)
 (.divide 1M 0M 25 java.math.RoundingMode/HALF_EVEN)
 (.divide 0M 0M 25 java.math.RoundingMode/HALF_EVEN)
 (.divide 1M 0M)
 (.divide 0M 0M)
 (.divide 1M 0M java.math.MathContext/DECIMAL32)
 (.divide 0M 0M java.math.MathContext/DECIMAL32)
 (.divide 12345678901234567890M 0M java.math.RoundingMode/HALF_EVEN)
 (.divideToIntegralValue 1M 0M)
 (.remainder 1M 0M)
 (.remainder 0M 0M)
 (vec (.divideAndRemainder 1M 0M)))
;; A primitive double is divided as one, where what it is made of is known: + and the like with one argument are calls.
(show
 (/ (/ 0.1) 0.00M) (/ (/ 0.1) 0) (/ (+ 0.1) 0) (/ (* 0.1) 0) (/ (- 0.1) 0) (/ (max 0.1) 0) (/ (min 0.1) 0M) (/ (+' 0.1) 0) (/ (+ 0.1 1) 0)
 (let [x (/ 0.1)] (/ x 0M)) (let [x (/ 1 0.1)] (/ x 0M)) (quot (+ 5) 0) (quot (- 5) 0)
 (/ 1N (quot (.scale 10M) 10.5)) (/ 1N (quot (.length "abc") 10.5)) (/ 1N (quot (.precision 10M) 20.5)) (/ 1N (quot (.indexOf "abc" "b") 10.5))
 (/ 1M (Double/parseDouble "0.0")) (/ 1M (Math/IEEEremainder 4.0 2.0)) (/ 1M (Math/copySign 0.0 1.0)) (/ 1M (StrictMath/sqrt 0.0)))
;; An int that such a call gives back is an Integer.
(show
 (class (+ (int 1))) (class (* (int 1))) (class (max (int 1))) (class (min (int 1))) (class (- (int 1))) (class (+ (int 1) (int 1)))
 (class (max (int 1) (int 2))) (class (+ (.length "abc"))) (class (+ (count [1]))) (class (+ (short 1))) (class (max (float 1))))
