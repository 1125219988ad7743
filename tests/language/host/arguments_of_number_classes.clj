; The static methods of the number classes cast their arguments as their parameters say.

(defmacro each [& forms]
  `(do ~@(for [form forms]
           `(println '~form "=>" (try (pr-str ~form)
                                      (catch NullPointerException e# "NullPointerException")
                                      (catch Exception e# (str (.getSimpleName (class e#)) ": " (first (re-seq #"^.{0,90}" (str (ex-message e#)))))))))))

(defn object [x] (first [x]))

(each (Integer/toString 7) (Integer/toString 10000000000) (Integer/toString 10000000000 16) (Integer/toString (object 10000000000))
      (Integer/toString (object 10000000000) 16) (Integer/toString 255 16) (Integer/toString -255 99) (Integer/toString \a))
(each (Long/toString 10000000000) (Long/toString 10000000000 16) (Short/toString 7) (Short/toString 100000) (Byte/toString 7) (Byte/toString 1000))
(each (Boolean/toString true) (Boolean/toString 1) (Boolean/toString nil) (Boolean/hashCode true) (Boolean/hashCode 1) (Boolean/hashCode nil)
      (Boolean/compare true false) (Boolean/compare 1 2) (Boolean/logicalAnd 1 true) (Boolean/logicalOr true false)
      (Boolean/logicalOr true 1) (Boolean/logicalXor true nil))
(each (.regionMatches "abc" 5 nil 0 3) (.regionMatches "abc" true 9 nil 0 3) (.regionMatches "abc" true -1 nil 0 3)
      (.regionMatches "abc" true 1 nil -1 1) (.regionMatches "abc" true 0 nil 0 3) (.regionMatches "abc" true 0 "ABCD" 0 3)
      (.regionMatches "abc" true 0 "ABCD" 2 3) (.regionMatches "abc" false 0 "ABC" 0 3))
(each (str (java.math.MathContext. "precision=5 roundingMode=UP")) (java.math.MathContext. "x") (java.math.MathContext. "")
      (java.math.MathContext. "precision=5") (java.math.MathContext. "precision=5 roundingMode=FOO")
      (java.math.MathContext. "precision=-5 roundingMode=UP") (str (java.math.MathContext. "precision=+5 roundingMode=HALF_DOWN"))
      (java.math.MathContext. "precision=5  roundingMode=UP") (java.math.MathContext. "precision= roundingMode=UP")
      (java.math.MathContext. -1) (java.math.MathContext. 5 :a) (str (java.math.MathContext. 5)))
(each (with-precision "precision=3 roundingMode=UP" (/ 1M 3)) (with-precision "a" 1) (with-precision (object "a") 1)
      (with-precision 3 :rounding UP (/ 1M 3)) (with-precision (object 3) (/ 1M 3)) (with-precision -1 (/ 1M 3)))
