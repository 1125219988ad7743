;; Members of classes of the platform that programs use now and then.
(import '(java.io ByteArrayInputStream ByteArrayOutputStream CharArrayReader CharArrayWriter OutputStream PrintStream PrintWriter
                  Reader StringReader StringWriter Writer)
        '(java.time DayOfWeek Duration Instant LocalDate LocalTime Period ZoneOffset)
        '(java.time.temporal ChronoField ChronoUnit TemporalAdjuster TemporalAdjusters)
        '(java.util HashMap Map$Entry TreeMap)
        '(java.util.function BiFunction BinaryOperator Function Predicate Supplier)
        '(java.util.stream Collectors Stream))

(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println '~form "=>" (try (pr-str ~form) (catch Throwable e# [(class e#) (ex-message e#)]))))))

;; Adjusters are objects
(def first-day (TemporalAdjusters/firstDayOfMonth))
(show
 (instance? TemporalAdjuster first-day)
 (str (.adjustInto first-day (LocalDate/of 2020 5 5)))
 (str (.with (LocalDate/of 2020 5 5) first-day))
 (map (fn [a] (str (.adjustInto a (LocalDate/of 2020 2 5))))
      [(TemporalAdjusters/lastDayOfMonth) (TemporalAdjusters/firstDayOfNextYear) (TemporalAdjusters/next DayOfWeek/MONDAY)
       (TemporalAdjusters/previousOrSame DayOfWeek/WEDNESDAY) (TemporalAdjusters/lastInMonth DayOfWeek/FRIDAY)
       (TemporalAdjusters/dayOfWeekInMonth 2 DayOfWeek/TUESDAY)]))

(show
 (str (.truncatedTo (Duration/ofSeconds 3725 999) ChronoUnit/HOURS))
 (str (.truncatedTo (Duration/ofSeconds -3725) ChronoUnit/MINUTES))
 (str (.truncatedTo (Duration/ofHours 50) ChronoUnit/DAYS))
 (str (.truncatedTo (Duration/ofSeconds 1) ChronoUnit/WEEKS))
 (str (Duration/from (Duration/ofMinutes 5)))
 (str (Duration/from (Period/ofDays 5)))
 (str (LocalTime/ofInstant (Instant/ofEpochSecond 3661) ZoneOffset/UTC))
 (mapv str (.toArray (.datesUntil (LocalDate/of 2020 1 30) (LocalDate/of 2020 4 10) (Period/ofMonths 1))))
 (mapv str (.toArray (.datesUntil (LocalDate/of 2020 1 5) (LocalDate/of 2020 1 1) (Period/ofDays -2))))
 (mapv str (.toArray (.datesUntil (LocalDate/of 2020 1 5) (LocalDate/of 2020 1 7)))))

;; Collectors and entries
(defn by [f] (reify Function (apply [_ x] (f x))))
(def plus (reify BinaryOperator (apply [_ a b] (+ a b))))
(defn collect [xs c] (.collect (.stream xs) c))
(show
 (collect [1 2 3 4] (Collectors/partitioningBy (reify Predicate (test [_ x] (even? x))) (Collectors/counting)))
 (collect [1 2 3] (Collectors/teeing (Collectors/counting) (Collectors/reducing 0 plus) (reify BiFunction (apply [_ n sum] [n sum]))))
 (collect [[1 2] [3]] (Collectors/flatMapping (by (fn [x] (.stream x))) (Collectors/toList)))
 (str (collect [1 2 3] (Collectors/reducing plus)))
 (str (collect [] (Collectors/reducing plus)))
 (collect ["a" "bb"] (Collectors/reducing 0 (by count) plus))
 (class (collect ["bb" "a"] (Collectors/groupingBy (by count) (reify Supplier (get [_] (TreeMap.))) (Collectors/toList))))
 (str (collect ["bb" "a" "cc"] (Collectors/groupingBy (by count) (reify Supplier (get [_] (TreeMap.))) (Collectors/joining "+"))))
 (str (collect ["bb" "a" "cc"] (Collectors/toMap (by count) (by identity) (reify BinaryOperator (apply [_ a b] (str a b))) (reify Supplier (get [_] (TreeMap.))))))
 (= #{1 2} (collect [1 1 2] (Collectors/toUnmodifiableSet)))
 (mapv str (sort (Map$Entry/comparingByValue) (HashMap. {:a 3 :b 1 :c 2})))
 (mapv str (sort (Map$Entry/comparingByKey (comparator >)) (HashMap. {1 :a 3 :b 2 :c}))))

;; Texts
(show
 (.stripIndent "  a\n    b\n  c  ")
 (.stripIndent "  a\n b\n")
 (.stripIndent "")
 (vec (.toArray (.codePoints "a😀b")))
 (let [b (StringBuilder. "a😀b")] [(.codePointAt b 1) (.codePointCount b 0 4)])
 (let [units (char-array 3)] (.getChars (StringBuilder. "abc") 0 2 units 1) (mapv int units)))

;; Streams
(show
 (let [out (StringWriter.)] [(.transferTo (StringReader. "text") out) (str out)])
 (with-open [o (OutputStream/nullOutputStream)] (.write o 5) (.write o (byte-array 3)) :written)
 (binding [*out* (Writer/nullWriter)] (println "unseen") :written)
 (.read (Reader/nullReader))
 (.checkError (PrintWriter. (StringWriter.)))
 (let [w (CharArrayWriter.)] (.write w "hello") (.write w 33) (.append w \?) [(str w) (.size w) (String. (.toCharArray w)) (do (.reset w) (str w))])
 (let [w (CharArrayWriter.)] (binding [*out* w] (print "printed" 1)) (str w))
 (let [r (CharArrayReader. (char-array "abcd"))] [(char (.read r)) (slurp r)])
 (slurp (CharArrayReader. (char-array "abcd") 1 2)))

(let [w (StringWriter.)
      buffer (.getBuffer w)]
  (.write w "one")
  (show (str buffer) (.length buffer) (str (.append buffer "two")) (str w))
  (.setLength buffer 0)
  (.write w "three")
  (show (str w) (str (.getBuffer w)) (.indexOf buffer "r") (str (.insert buffer 0 ">")) (str (.reverse buffer)) (str w)
        (instance? StringBuffer buffer) (instance? CharSequence buffer) (re-find #"e+" buffer)))

;; The system's streams
(let [out System/out
      bytes (ByteArrayOutputStream.)]
  (System/setOut (PrintStream. bytes))
  (.println System/out "kept")
  (println "still seen")
  (System/setOut out)
  (prn (str bytes))
  (.println System/out "seen again")
  (.flush System/out))
(let [in System/in]
  (System/setIn (ByteArrayInputStream. (.getBytes "from here")))
  (prn (slurp System/in))
  (System/setIn in))

(show (.lpart 5N) (.bipart 5N) (.lpart 99999999999999999999N) (.bipart 99999999999999999999N) (.lpart -9223372036854775808N))

;; Members that programs lean on now and then.
(let [d (java.util.Date. 124 0 15 10 30)]
  (.setHours d 5) (.setMinutes d 7) (.setSeconds d 9) (.setDate d 20) (.setYear d 125) (.setMonth d 5)
  (println (.getYear d) (.getMonth d) (.getDate d) (.getHours d) (.getMinutes d) (.getSeconds d))
  (.setDate d 31)
  (println (.getMonth d) (.getDate d)))
(let [f (java.text.DecimalFormat. "0.##")]
  (println (.getNegativePrefix f) (pr-str (.getNegativeSuffix f)) (.getMultiplier f) (.getMultiplier (java.text.DecimalFormat. "0%")))
  (.setMultiplier f 12)
  (println (.format f 0.25) (.parse f "3"))
  (.setMultiplier f 1)
  (.setDecimalSeparatorAlwaysShown f true)
  (println (.format f 5) (.isDecimalSeparatorAlwaysShown f))
  (.setNegativePrefix f "(")
  (.setNegativeSuffix f ")")
  (.setPositivePrefix f "+")
  (.setPositiveSuffix f "!")
  (println (.format f 5) (.format f -5)))
(println (map #(.parse (java.text.NumberFormat/getInstance) %) ["99999999999999999999" "9223372036854775807" "-0" "0" "-0.5" "1E3"]))
(let [l (java.util.LinkedList. [1 2 1 3 1])]
  (println (.removeFirstOccurrence l 1) (.removeLastOccurrence l 1) (.removeFirstOccurrence l 9) (vec l)))
(let [m (java.util.TreeMap. {1 2}) c (.clone m)] (.put c 3 4) (println (str m) (str c)))
(let [s (java.util.TreeSet. [2 1]) c (.clone s)] (.add c 3) (println (str s) (str c)))
(let [v (java.util.Vector. [1 2 1]) a (object-array 4)]
  (println (.indexOf v 1 1) (.indexOf v 1 3))
  (.copyInto v a)
  (.setSize v 4)
  (println (vec a) (str v))
  (.setSize v 1)
  (println (str v)))
(println (iterator-seq (.asIterator (java.util.StringTokenizer. "a b"))) (.hasNext (java.util.Collections/emptyListIterator))
         (.hasMoreElements (java.util.Collections/emptyEnumeration)))
(let [a (doto (java.util.IntSummaryStatistics.) (.accept 1)) b (doto (java.util.IntSummaryStatistics.) (.accept 6))]
  (.combine a b)
  (println (str a)))
(println (.convert java.util.concurrent.TimeUnit/SECONDS (java.time.Duration/ofMinutes 2)))
