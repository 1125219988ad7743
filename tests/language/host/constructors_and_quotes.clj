; Constructors that take no such argument, classes in place of functions, durations, and the lists of quoted forms.
(deftype T1 [a])
(defrecord R1 [a])
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (pr-str '~form) "=>"
                     (try (pr-str (eval '~form))
                          (catch Throwable e#
                            (let [e# (if (instance? clojure.lang.Compiler$CompilerException e#) (ex-cause e#) e#)
                                  npe?# (instance? NullPointerException e#)]
                              (pr-str [(class e#) (when-not npe?# (first (.split (str (.getMessage e#)) " \\(")))]))))))))

(show (inst-ms (java.time.Instant/ofEpochSecond 2)) (inst? (java.time.Instant/now)) (inst? (java.util.Date.))
      (inst-ms (java.sql.Timestamp. 5)) (inst-ms 1) (inst-ms nil) (T1 1) (R1 1) (String 1) (java.util.Date) (Long 1)
      (let [x 1] (T1 x)) (map String [1]) ((identity String) 1) (String) (fuzz.Nope 1) (T1) [T1] (fn [] (T1)) (some-> 1 String)
      (for [m [-1 -1500 1500 -59999]] (let [d (java.time.Duration/ofMillis m)] [(.toMinutes d) (.toMillis d) (.toSeconds d) (.getSeconds d) (.getNano d) (.toMillisPart d) (.toNanosPart d) (.toNanos d) (str d)]))
      (list? ''a) (list? (read-string "'a")) (list? '@a) (class ''a) (class (rest ''a)) (class '#'a) (class '`a) (class '`(a))
      (class '`[a]) (class '~a) (class '~@a) (counted? ''a) (list? '(1 2)) (class '`()) (class '`{a 1}) (class '`#{a})
      (seq? ''a) (= ''a '(quote a)) (hash ''a) (hash '(quote a)) (conj ''a 1) (class (next '`(a b))) (class (second '`(a b)))
      (meta (read-string "'a")) `(a ~@[1 2]) (.retainAll (java.util.ArrayList. [1]) {:a 1})
      (.removeAll (java.util.ArrayList. [1]) "a") (.containsAll (java.util.ArrayList. [1]) {:a 1}) (.containsAll [1] {:a 1})
      (.containsAll [1] nil) (.containsAll [1 2] [1]) (.addAll (java.util.HashSet. [1]) {:a 1})
      (.removeAll (java.util.HashSet. [1]) nil) (.containsAll #{1} [1 2]) (.containsAll #{1 2} #{1})
      (.removeIf (java.util.ArrayList. [1 2 3]) nil) (.retainAll (java.util.HashSet. [1 2]) [2]) (.get (map inc [1 2]) true)
      (.get (range 3) "a") (.get '(1 2) 1) (BigInteger. :a) (BigInteger. 1) (BigInteger. [1]) (BigInteger. \a)
      (BigInteger. "1" :a) (BigDecimal. :a) (BigDecimal. [1]) (BigDecimal. \a) (Long. :a) (Integer. :a) (Double. \a)
      (String. 1) (String. :a) (java.util.Date. :a) (java.util.ArrayList. 1/2) (java.util.ArrayList. :a)
      (java.util.HashMap. :a) (java.util.HashSet. 5.5) (StringBuilder. :a) (java.util.Random. "a") (java.io.File. :a)
      (java.io.StringReader. 1) (Exception. 1) (Exception. :a :b) (java.util.UUID. 1 "a")
      (java.util.concurrent.atomic.AtomicLong. "a") (java.util.StringTokenizer. 1) (Character. "a") (Boolean. 1) (Byte. 1)
      (Short. "1") (Float. "x") (java.net.URI. 1) (java.util.TreeMap. "a") (java.util.TreeSet. 1) (java.util.LinkedList. 1)
      (java.util.ArrayDeque. "a") (java.io.ByteArrayInputStream. "a") (java.util.concurrent.CountDownLatch. "a"))
