; clojure.math and java.lang.Math.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(require '[clojure.math :as m])
(show (m/sqrt 16) (m/sqrt -1) (m/pow 2 10) (m/pow 2 0.5) (m/exp 0) (m/log m/E) (m/log10 1000) (m/sin 0) (m/cos 0) (m/tan 0) (m/atan2 1 1) (m/floor 1.7) (m/floor -1.7) (m/ceil 1.2) (m/ceil -1.2) (m/round 1.5) (m/round 2.5) (m/round -1.5) (m/round -2.5) (m/rint 2.5) (m/rint 3.5) m/PI m/E (m/cbrt 27) (m/hypot 3 4) (m/signum -5.0) (m/to-degrees m/PI) (m/to-radians 180) (m/floor-div 7 -2) (m/floor-mod 7 -2) (m/floor-div -7 2) (m/floor-mod -7 2) (m/asin 1) (m/acos 1) (m/atan 1) (m/sinh 0) (m/cosh 0) (m/tanh 0) (m/expm1 0) (m/log1p 0) (m/ulp 1.0) (m/next-up 1.0) (m/next-down 1.0) (m/next-after 1.0 2.0) (m/copy-sign 1.0 -2.0) (m/get-exponent 8.0) (m/scalb 1.0 4) (m/IEEE-remainder 5 3) (m/add-exact 1 2) (m/multiply-exact 3 4) (m/negate-exact 5) (m/increment-exact 1) (m/decrement-exact 1) (m/subtract-exact 3 1) (m/round ##NaN) (m/round 1e30))
