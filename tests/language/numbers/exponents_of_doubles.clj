;; The constants about exponents of java.lang.Double and java.lang.Float.
(require '[clojure.math :as math])
(println Double/MAX_EXPONENT Double/MIN_EXPONENT Float/MAX_EXPONENT Float/MIN_EXPONENT)
(println (map class [Double/MAX_EXPONENT Double/MIN_EXPONENT Float/MAX_EXPONENT Float/MIN_EXPONENT]))
(println (map math/get-exponent [Double/MAX_VALUE Double/MIN_NORMAL Double/MIN_VALUE 0.0 ##Inf ##NaN]))
(println (= Double/MAX_EXPONENT (math/get-exponent Double/MAX_VALUE)) (= (dec Double/MIN_EXPONENT) (math/get-exponent 0.0)))
(println (map #(Math/scalb 1.0 (int %)) [Double/MAX_EXPONENT Double/MIN_EXPONENT (inc Double/MAX_EXPONENT)]))
