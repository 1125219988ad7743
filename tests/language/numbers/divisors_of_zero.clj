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
