;; BigInteger as bits and bytes, Double/toHexString, what a PatternSyntaxException tells.
(println (Double/toHexString 1.0) (Double/toHexString -0.1) (Double/toHexString 0.0) (Double/toHexString 4.9E-324) (Double/toHexString ##Inf)
         (Double/toHexString 1e300) (Double/toHexString ##NaN) (Double/toHexString 2.2250738585072014E-308))
(println (map #(seq (.toByteArray (biginteger %))) [258 -1 128 0 -129 1e30]))
(println (.setBit (biginteger 0) 70) (.clearBit (biginteger 7) 1) (.flipBit (biginteger 5) 0) (.getLowestSetBit (biginteger 40))
         (.getLowestSetBit (biginteger 0)) (.andNot (biginteger 7) (biginteger 2)) (seq (.divideAndRemainder (biginteger -7) (biginteger 2))))
(println (try (.setBit (biginteger 0) -1) (catch ArithmeticException e (.getMessage e))) (BigInteger. (.toByteArray (biginteger -12345678901))))
(doseq [p ["(" "[a" "a{2" "*" "a)"]]
  (try (re-pattern p) (catch java.util.regex.PatternSyntaxException e (prn (.getDescription e) (.getIndex e) (.getPattern e)))))
(let [m (re-matcher #"a" "b")]
  (doseq [f [#(.start m) #(.end m) #(.group m)]]
    (try (f) (catch IllegalStateException e (println (.getMessage e))))))
;; The key and entry sets of maps have the map's order and are no Clojure sets; those of records are.
(defrecord R [a b])
(prn (.entrySet {:a 1 :b 2}) (.keySet {:z 1 :a 2}) (set? (.keySet {})) (seq (.values {:a 1})) (contains? (.keySet {:a 1}) :a)
     (.contains (.keySet {:a 1}) :a) (= #{:a} (.keySet {:a 1})) (count (.values {:a 1})) (into {} (.entrySet {:a 1}))
     (set? (.keySet (->R 1 2))) (.values (->R 1 2)))
(try (java.util.Collections/enumeration nil) (catch NullPointerException _ (println "null")))
