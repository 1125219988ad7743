;; BigDecimal: with-precision, every rounding mode, scales and printing.

(defmacro show [& expressions]
  `(do
     ~@(for [e expressions]
         `(println (pr-str '~e) "=>"
                   (try (pr-str ~e)
                        (catch Throwable t#
                          (let [message# (.getMessage t#)
                                end# (when message# (.indexOf message# " ("))]
                            (str (.getName (class t#)) ": "
                                 (if (and end# (pos? end#)) (subs message# 0 end#) message#)))))))))

(doseq [mode '[UP DOWN CEILING FLOOR HALF_UP HALF_DOWN HALF_EVEN UNNECESSARY]]
  (println mode
           (mapv (fn [x]
                   (try (eval `(with-precision 2 :rounding ~mode (+ 0M ~x)))
                        (catch Throwable t (.getMessage t))))
                 [1.25M -1.25M 1.35M -1.35M 1.251M -1.249M 1.2M 0.00125M 125M 995M -995M])))
(show
 (with-precision 10 (/ 1M 3)) (with-precision 3 (/ 2M 3)) (with-precision 1 (* 1.5M 1.5M)) (with-precision 4 (- 1.00005M 1M))
 (with-precision 5 (+ 123456M 1)) (with-precision 5 (/ 1M 3N)) (with-precision 5 (/ 1M 1/3)) (with-precision 3 (quot 10M 3M)) (with-precision 0 (* 1.23456M 2))
 (with-precision 3 (inc 1.2345M)) (with-precision 3 (- 1.2345M)) (with-precision 3 (max 1.2345M 1M)) (with-precision 3 (bigdec 1.23456))
 (/ 1M 3) (/ 1M 8) (/ 1.00M 8) (/ 10M 4) (/ 1M 0) (/ 0M 5) (/ 1E+3M 8M) (/ 1.000M 2.0M) (/ 6M 2M) (/ 100M 25M) (/ 1M 1024M)
 (quot 7.5M 2) (rem 7.5M 2) (mod -7.5M 2) (quot -7.5M 0.2M) (rem -7.5M 0.2M) (mod 7.5M -2M) (quot 1e10M 3M) (rem 1e10M 3M)
 1E+3M 1e3M 1.0e3M 1E-3M 0.0000001M 0.000001M 1E-7M 123E+5M 1.23E+10M -0.00M 0E+3M 0E-8M 100M 1e-10M 12345678901234567890.123M
 (str 1E+3M) (str 0.0000001M) (.toPlainString 1E+3M) (.toPlainString 0.0000001M) (.toEngineeringString 123E+5M)
 (.scale 1.50M) (.precision 1.50M) (.unscaledValue 1.50M) (.stripTrailingZeros 1.500M) (.setScale 1.255M 2 java.math.RoundingMode/HALF_UP) (.negate 1.5M) (.signum -1.5M)
 (.setScale 1.255M 2) (.setScale 1.2M 4) (.pow 1.5M 3) (.movePointLeft 15M 1) (.movePointRight 1.5M 3) (.abs -1.5M) (.remainder 7.5M 2M) (.compareTo 1.0M 1.00M) (.equals 1.0M 1.00M)
 (.add 1.50M 2.5M) (.subtract 1M 0.001M) (.multiply 1.50M 2.0M) (.divide 1M 8M) (.divide 10M 3M 5 java.math.RoundingMode/HALF_UP) (.intValue 12.7M) (.longValue 12.7M) (.doubleValue 12.7M) (.toBigInteger 12.7M)
 (= 1.0M 1.00M) (== 1.0M 1.00M) (= 1M 1) (== 1M 1) (= 1.5M 1.5) (== 1.5M 1.5) (hash 1.0M) (hash 1.00M) (hash 1.5M) (.hashCode 1.50M) (hash 100M) (hash 1e2M)
 (compare 1.0M 1.00M) (compare 1M 2) (compare 1.5M 1.4) (+ 1M 1) (+ 1M 1N) (+ 1M 1/2) (+ 1M 1/3) (+ 1M 1.5) (* 2M 1/3) (- 1M 1/3) (< 1/3 1M) (== 1/2 0.5M) (= 1/2 0.5M)
 (bigdec 1/8) (bigdec 1/3) (bigdec 10) (bigdec 10N) (bigdec 1.1) (bigdec "1.10") (bigdec 1.0) (bigdec 1e20) (bigdec 1e-7) (bigdec nil) (bigdec "x") (bigdec (float 1.1))
 (rationalize 1.5M) (rationalize 1.10M) (rationalize 100M) (rationalize 1e3M) (rationalize 0.1) (rationalize 1.5) (rationalize 3.0) (rationalize 1e20) (rationalize (/ 1.0 3)) (rationalize -0.75) (rationalize 1/3)
 (long 1.9M) (int -1.9M) (double 1.1M) (float 1.1M) (long 1e30M) (bigint 1.9M) (biginteger -1.9M) (int 1e10M) (decimal? 1M) (zero? 0.00M) (neg? -0.0M) (pos? 1E-100M)
 (apply + [1M 2.50M 3]) (reduce * [1.5M 2 3N]) (max 1.0M 1.00M) (min 1M 1) (max 1M 2.0) (sort [3M 1.5 2 1/2 2N 0.1M]) (format "%.2f" 1.005M) (format "%.2f" 2.675M) (format "%s" 1E+3M) (format "%e" 12345.678M) (format "%,.3f" 1234567.8M)
 (BigDecimal. "1.50") (BigDecimal. 1.5) (BigDecimal. 3) (BigDecimal/valueOf 1.5) (BigDecimal/valueOf 150 2) BigDecimal/ONE BigDecimal/TEN BigDecimal/ZERO (BigDecimal. "abc") (new BigDecimal 0.1)
 (.round 123.456M (java.math.MathContext. 4)) (.toString 1.50M) (number? 1M) (class (* 1M 1N)) (class (+ 1M 1.0)) (class (/ 1M 2)) (class (/ 1N 2)) (class (rationalize 2M)))

;; The subtrahend is negated in its own category: of a decimal rounded, of a long, a BigInt or a ratio exactly.
(show
 (with-precision 6 :rounding UP (- 1e3M -10198195254)) (with-precision 2 :rounding UP (- 1M 101)) (with-precision 2 :rounding UP (- 1M 101N))
 (with-precision 2 :rounding UP (- 1M 101M)) (with-precision 2 :rounding UP (-' 1M 101)) (with-precision 2 :rounding FLOOR (- 1M 101/3))
 (with-precision 2 :rounding CEILING (- 1M 101/3)) (with-precision 2 :rounding UP (unchecked-subtract 1M 101)) (-' 1M Long/MIN_VALUE)
 (with-precision 3 (-' 1M Long/MIN_VALUE)) (with-precision 2 :rounding UP (- 101/100 1M)) (with-precision 2 :rounding UP (- 101 1M)))
