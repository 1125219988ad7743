; Faults by argument that random forms showed.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (pr-str '~form) "=>"
                     (try (pr-str (eval '~form))
                          (catch Throwable e#
                            (let [e# (if (instance? clojure.lang.Compiler$CompilerException e#) (ex-cause e#) e#)
                                  npe?# (instance? NullPointerException e#)]
                              (pr-str [(class e#) (when-not npe?# (first (.split (str (.getMessage e#)) " \\(")))]))))))))

(show (Integer/compare 1 2) (Integer/compare 2 1) (Integer/compare 1 1) (Long/hashCode -1) (Long/hashCode (.lastIndexOf [1] 2))
      (Long/hashCode 5000000000) (.movePointLeft 1e20M 0) (.movePointRight 1e20M 0) (.movePointLeft 1e20M 1)
      (.movePointRight 1.50M 3) (clojure.lang.Cons. 1 [2]) (clojure.lang.Cons. 1 '(2)) (clojure.lang.Cons. 1 nil)
      (.divideToIntegralValue 0.00M 0.00M) (.divideToIntegralValue 1M 0M) (clojure.lang.Murmur3/hashOrdered "ab")
      (clojure.lang.Murmur3/hashOrdered [1 2]) (with-meta nil 1) (with-meta nil {}) (with-meta 1 1) (with-meta [] 1)
      (System/getProperty "") (System/getProperty nil) (System/getProperty "no.such") (StringBuffer. :a)
      (str (StringBuffer. "a")) (str (StringBuffer. 5)) (.merge (java.util.HashMap. {:a 1}) :a nil nil)
      (.setCharAt (StringBuilder. "a") 9 nil) (vec (.toArray (.lines "\n"))) (vec (.toArray (.lines "a\n\n")))
      (vec (.toArray (.lines "\r\n\r"))) ((accessor {} :a) {}) (struct-map {} :a 1) (struct 1 2)
      (.plusSeconds (java.time.Instant/ofEpochSecond 31556889864403199) 1))
