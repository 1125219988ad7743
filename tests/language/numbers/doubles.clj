;; Doubles and floats: printing, special values, clojure.math and Math.

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

(require '[clojure.math :as m])
(doseq [x [0.0 -0.0 1.0 10.0 100.0 1234567.0 9999999.0 1.0E7 1.2345678E7 1.0E-3 9.99E-4 1.0E-5 0.1 0.2 0.30000000000000004 1.0E21 1.0E22 1.7976931348623157E308 4.9E-324 2.2250738585072014E-308
           9007199254740992.0 9007199254740993.0 1.1 3.3333333333333335 100.5 1.0E100 -1.5E-10 123456789012345680.0 1.0E16 ##Inf ##-Inf ##NaN 0.001 0.0010001 12345.678 2.0E-3 5.0E-324]]
  (println x (str x) (hash x) (.hashCode x) (Double/toString x) (Double/doubleToLongBits x)
           (try (long x) (catch Throwable t (.getMessage t))) (try (rationalize x) (catch Throwable t (.getMessage t))) (try (bigdec x) (catch Throwable t (.getMessage t)))
           (unchecked-long x) (unchecked-int x) (Math/round x) (m/rint x) (m/floor x) (m/ceil x) (m/signum x) (m/get-exponent x) ))
(doseq [[name f] [["sqrt" m/sqrt] ["cbrt" m/cbrt] ["exp" m/exp] ["expm1" m/expm1] ["log" m/log] ["log10" m/log10] ["log1p" m/log1p] ["to-radians" m/to-radians] ["to-degrees" m/to-degrees]]]
  (println name (map f [0.0 -0.0 1.0 2.0 -1.0 0.5 100 1/2 10N ##Inf ##-Inf ##NaN])))
(show
 (m/pow 2 10) (m/pow 2 0.5) (m/pow -8 1/3) (m/pow 0 0) (m/hypot 3 4) (m/atan2 1 1) (m/IEEE-remainder 5 3) (m/copy-sign 1 -0.0) (m/scalb 1.5 4) (m/next-after 1.0 2.0) (m/floor-div -7 2) (m/floor-mod -7 2) (m/floor-div 7 0)
 (m/add-exact 9223372036854775807 1) (m/multiply-exact 4611686018427387904 2) (m/subtract-exact -9223372036854775808 1) (m/negate-exact -9223372036854775808) (m/increment-exact 9223372036854775807) (m/decrement-exact -9223372036854775808)
 (m/round 0.5) (m/round -0.5) (m/round 1.5) (m/round -1.5) (m/round 2.5) (m/round ##NaN) (m/round 1e300) (m/round 1/2) m/PI m/E (m/sin 0) (m/cos 0) (m/tan 0) (m/asin 2) (m/acos 1) (m/sinh 0) (m/cosh 0) (m/tanh 0)
 (m/sqrt "a") (m/sqrt nil) (m/floor :a) 
 (Math/abs -5) (Math/abs -5.5) (Math/abs -9223372036854775808) (Math/max 1 2) (Math/max 1.0 2.0) (Math/min -0.0 0.0) (Math/max -0.0 0.0) (Math/pow 2 3) (Math/sqrt 16) (Math/floorDiv -7 2) (Math/floorMod -7 3) (Math/round 2.4) (Math/round (float 2.5)) (Math/ceil 1.2) (Math/floor -1.2) (Math/signum -3.0) (Math/hypot 5 12) (Math/cbrt 27) (Math/toIntExact 5) (Math/toIntExact 3000000000) (Math/addExact 1 2) (Math/addExact 9223372036854775807 1) (Math/log10 1000) (Math/exp 0) (Math/rint 2.5) (Math/fma 2.0 3.0 1.0) Math/PI Math/E
 (== 0.0 -0.0) (= 0.0 -0.0) (= ##NaN ##NaN) (== ##NaN ##NaN) (identical? ##NaN ##NaN) (compare ##NaN 1.0) (compare 1.0 ##NaN) (compare 0.0 -0.0) (.equals 0.0 -0.0) (Double/compare 0.0 -0.0) (hash 0.0) (hash -0.0) (.hashCode -0.0)
 #{0.0 1.0} (contains? #{0.0} -0.0) (get {0.0 :z} -0.0) (get {1 :a} 1.0) (get {1N :a} 1) (get {1 :a} (int 1)) (get {1 :a} (short 1)) (contains? #{1.0} 1) (= [1.0] [1]) (== 1 1.0 1M 1N) (distinct? 1 1.0) (distinct [1 1.0 1N 1M 1.0M (int 1)])
 (/ 1.0 0) (/ -1.0 0.0) (/ 0.0 0.0) (/ 1 0.0) (* 0.0 -1) (+ ##Inf ##-Inf) (- ##Inf ##Inf) (* ##Inf 0) (max ##NaN 1) (min 1 ##NaN) (< ##NaN 1) (> ##NaN 1) (== ##NaN 1) (zero? -0.0) (neg? -0.0) (pos? ##Inf) (inc ##Inf) (quot 7.5 2) (rem 7.5 2) (mod -7.5 2) (mod 7.5 -2) (quot -7.5 2) (rem -7.5 2) (quot 1e300 1e-10) (rem 5 ##Inf) (mod -5 ##Inf) (quot ##NaN 1) (quot ##Inf 1) (rem ##Inf 2) (mod 5.0 0)
 (float 0.1) (double (float 0.1)) (+ (float 0.1) 0) (= (float 0.1) 0.1) (= (float 0.5) 0.5) (== (float 0.1) 0.1) (hash (float 0.5)) (hash 0.5) (str (float 1e10)) (float 1e40) (float 1e-50) (float 16777217) (float 3.4e38) (class (float 1)) (class (+ (float 1) (float 2))) (class (* 2 (float 1.5))) (float 123456789) (float 0.001) (float 1.0E-5)
 (Double/parseDouble "1e3") (Double/parseDouble " 1.5 ") (Double/parseDouble "NaN") (Double/parseDouble "0x1p3") (Double/parseDouble "1.5d") (Double/parseDouble "abc") (Double/parseDouble "") (Double/parseDouble nil) (Double/valueOf "2.5") (Float/parseFloat "0.1") Double/MAX_VALUE Double/MIN_VALUE Double/POSITIVE_INFINITY Double/NaN Float/MAX_VALUE Float/MIN_VALUE (Double/isNaN ##NaN) (Double/isInfinite 1.0) (Double/toString 1e7) (.isNaN 1.0) (.intValue 1.9) (.longValue -1.9) (.doubleValue 5) (.floatValue 0.1) (.byteValue 300) (.shortValue 70000) (.intValue 3000000000)
 (NaN? ##NaN) (infinite? ##-Inf) (parse-double "Infinity") (parse-double "-Infinity") (parse-double "1e400") (parse-double "1.") (parse-double ".5") (parse-double "1e") (parse-double "+1.5") (parse-double "0x10") (parse-long "9223372036854775808") (parse-long "-9223372036854775808") (parse-long "1.0") (parse-long "") (parse-long "+5") (parse-double "١"))
