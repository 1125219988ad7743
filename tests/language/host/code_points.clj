;; Limits of code points, an order of texts, ratios made of their parts.
(println (map (fn [x] [(class x) (int x)]) [Character/MIN_CODE_POINT Character/MAX_CODE_POINT Character/MIN_SUPPLEMENTARY_CODE_POINT Character/MIN_HIGH_SURROGATE
  Character/MAX_HIGH_SURROGATE Character/MIN_LOW_SURROGATE Character/MAX_LOW_SURROGATE Character/MIN_SURROGATE Character/MAX_SURROGATE Character/SIZE Character/BYTES]))
(println (clojure.lang.Ratio. (biginteger 22) (biginteger 7)) (class (clojure.lang.Ratio. (biginteger 22) (biginteger 7))) (+ 1/7 (clojure.lang.Ratio. (biginteger 1) (biginteger 7))))
(println (vec (.keySet (doto (java.util.TreeMap. String/CASE_INSENSITIVE_ORDER) (.put "b" 1) (.put "A" 2) (.put "a" 3)))))
