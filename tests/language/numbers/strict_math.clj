; The last bits of StrictMath's functions, and of Math's and clojure.math's where they are the same ones.
(require '[clojure.math :as m])
(defn bits [x] (format "%016x" (Double/doubleToLongBits x)))
(def special [0.0 -0.0 1 -1 2 0.5 -0.5 ##NaN ##Inf ##-Inf 4.9E-324 1.7976931348623157E308 2.2250738585072014E-308 709.7 710.4 -745.1
              22.0 1e22 -1e300 0.975 0.4375 2.4375 Math/PI (/ Math/PI 2) (/ Math/PI 4) (* 1000 Math/PI) 1e-10 823549.6 1048576.7
              4194304.3 1e9 -1024.5 9007199254740993.0])
; Numbers that look random: products by 0x9E3779B97F4A7C15, of several magnitudes.
(defn arguments [n]
  (for [i (range n)]
    (let [r (* (bit-shift-right (unchecked-multiply (inc i) -7046029254386353131) 11) (Math/scalb 1.0 (int -52)))]
      (case (mod i 4) 0 r 1 (* 40 r) 2 (* 1e6 r) 3 (Math/scalb (double r) (int (- (mod i 201) 100)))))))
(defn digest [xs] (format "%016x" (reduce (fn [h x] (unchecked-add (unchecked-multiply 31 h) (Double/doubleToLongBits x))) 0 xs)))
(defn show [label f]
  (println label (bits (f 0.7)) (bits (f -12.3)) (digest (map f special)) (digest (map f (arguments 2000)))))
(defn show2 [label f]
  (println label (bits (f 0.7 -12.3)) (digest (for [x special y special] (f x y)))
           (digest (map f (arguments 2000) (map #(* 1.7 %) (rest (arguments 2001)))))))

(println "StrictMath")
(doseq [[label f] [["exp" #(StrictMath/exp %)] ["expm1" #(StrictMath/expm1 %)] ["sinh" #(StrictMath/sinh %)]
                   ["cosh" #(StrictMath/cosh %)] ["tanh" #(StrictMath/tanh %)] ["log" #(StrictMath/log %)]
                   ["log1p" #(StrictMath/log1p %)] ["log10" #(StrictMath/log10 %)] ["cbrt" #(StrictMath/cbrt %)]
                   ["sin" #(StrictMath/sin %)] ["cos" #(StrictMath/cos %)] ["tan" #(StrictMath/tan %)]
                   ["asin" #(StrictMath/asin %)] ["acos" #(StrictMath/acos %)] ["atan" #(StrictMath/atan %)]]]
  (show label f))
(show2 "pow" #(StrictMath/pow %1 %2))
(show2 "hypot" #(StrictMath/hypot %1 %2))
(show2 "atan2" #(StrictMath/atan2 %1 %2))

(println "Math")
(doseq [[label f] [["expm1" #(Math/expm1 %)] ["sinh" #(Math/sinh %)] ["cosh" #(Math/cosh %)] ["tanh" #(Math/tanh %)]
                   ["log1p" #(Math/log1p %)] ["cbrt" #(Math/cbrt %)] ["asin" #(Math/asin %)] ["acos" #(Math/acos %)]
                   ["atan" #(Math/atan %)]]]
  (show label f))
(show2 "hypot" #(Math/hypot %1 %2))
(show2 "atan2" #(Math/atan2 %1 %2))
; Of what is not the same function the digits that are the same everywhere.
(println (map #(bits (Math/log10 %)) [2 3 5 7 0.1 1e22 123.456 1e-5]))
(println (map #(Math/cbrt %) [27 1000 2 -3]) (Math/hypot 3 4) (Math/hypot 1e200 1e200) (Math/atan2 -1 -1))

(println "clojure.math")
(doseq [[label f] [["expm1" m/expm1] ["sinh" m/sinh] ["cosh" m/cosh] ["tanh" m/tanh] ["log1p" m/log1p] ["cbrt" m/cbrt]
                   ["asin" m/asin] ["acos" m/acos] ["atan" m/atan]]]
  (show label f))
(show2 "hypot" m/hypot)
(show2 "atan2" m/atan2)
