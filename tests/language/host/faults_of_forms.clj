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
      (.plusSeconds (java.time.Instant/ofEpochSecond 31556889864403199) 1) (NumberFormatException. [1])
      (StackOverflowError. :a) (IndexOutOfBoundsException. :a) (IllegalArgumentException. 1) (ArithmeticException. 1)
      (NullPointerException. \a) (java.io.FileNotFoundException. 1) (java.io.IOException. 1) (InterruptedException. :a)
      (Error. 1) (UnsupportedOperationException. :a)
      (read+string (clojure.lang.LineNumberingPushbackReader. (java.io.StringReader. ", 1 2")))
      (read+string (clojure.lang.LineNumberingPushbackReader. (java.io.StringReader. "a ,")))
      (read+string (clojure.lang.LineNumberingPushbackReader. (java.io.StringReader. "\t\n a")))
      (read+string (clojure.lang.LineNumberingPushbackReader. (java.io.StringReader. (str (char 2) " a"))))
      (read+string (clojure.lang.LineNumberingPushbackReader. (java.io.StringReader. (pr-str (char 2)))))
      (Character/isLetter 5000000000) (Character/toString 65)
      (with-out-str (prn (sequence (map vector) [] (iteration (fn [k] (print "called") nil))))) (sequence (map vector) [1] 5)
      (sequence (map vector) 5 [1]) (sequence (map vector) nil [1]) (sequence (map vector) "ab" {:a 1 :b 2})
      (sequence (map vector) (int-array [1 2]) (java.util.ArrayList. [3 4])) (nth (.entrySet {:a 1}) 0)
      (.getSimpleName (class (.keySet {:a 1}))) (Character/toString (byte 65)) (Character/isLetter (short 66))
      (Character/isDigit (int 49)) (Character/isLetter 1.5) (Double/hashCode (float 17)))
