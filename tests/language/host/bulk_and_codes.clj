; Operations on all of a ConcurrentHashMap, comparisons of arrays, codes of locales, exceptions of the compiler as values.
(import '(java.util ArrayList Arrays Base64 Collections Locale) '(java.util.concurrent ConcurrentHashMap LinkedBlockingDeque PriorityBlockingQueue TimeUnit)
        '(java.util.function BiConsumer BiFunction Consumer Function IntBinaryOperator LongBinaryOperator ToIntFunction ToLongBiFunction ToLongFunction)
        '(java.time Duration LocalDate LocalDateTime ZoneOffset))

(defmacro try-all [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form)
                          (catch Throwable e# (str (.getName (class e#)) ": " (ex-message e#))))))))

(println "maps")
(def one-by-one Long/MAX_VALUE)
(let [m (ConcurrentHashMap. {1 2 3 4 5 nil?})
      m (doto m (.remove 5))
      show (reify Consumer (accept [_ x] (print x "")))
      mark (reify Function (apply [_ x] (when-not (= x 1) (str x "!"))))
      join (reify BiFunction (apply [_ a b] (str a "+" b)))
      add (reify LongBinaryOperator (applyAsLong [_ a b] (+ a b)))
      number (reify ToLongFunction (applyAsLong [_ x] (long x)))]
  (try-all (.forEach m one-by-one (reify BiConsumer (accept [_ k v] (print k v "")))) (.forEach m one-by-one join show)
           (.forEachKey m one-by-one show) (.forEachKey m one-by-one mark show) (.forEachValue m one-by-one mark show)
           (.forEachEntry m one-by-one (reify Consumer (accept [_ e] (print (str e) ""))))
           (.forEachEntry m one-by-one (reify Function (apply [_ e] (val e))) show)
           (.search m one-by-one join) (.searchKeys m one-by-one mark) (.searchValues m one-by-one mark)
           (.searchEntries m one-by-one (reify Function (apply [_ e] (when (= 3 (key e)) (val e)))))
           (.reduce m one-by-one join join) (.reduceKeys m one-by-one join) (.reduceValues m one-by-one mark join)
           (val (.reduceEntries m one-by-one (reify BiFunction (apply [_ a b] b))))
           (.reduceEntries m one-by-one (reify Function (apply [_ e] (key e))) join)
           (.reduceKeysToLong m one-by-one number 100 add) (.reduceValuesToLong m one-by-one number 100 add)
           (.reduceToLong m one-by-one (reify ToLongBiFunction (applyAsLong [_ k v] (* k v))) 0 add)
           (.reduceEntriesToInt m one-by-one (reify ToIntFunction (applyAsInt [_ e] (int (key e)))) (int 1) (reify IntBinaryOperator (applyAsInt [_ a b] (int (+ a b)))))
           (.searchKeys m one-by-one nil) (.reduceKeys m one-by-one nil)))

(println "arrays")
(try-all (Arrays/compare (byte-array [65]) (byte-array [60])) (Arrays/compare (char-array "a") (char-array "d")) (Arrays/compare (short-array [1]) (short-array [5]))
         (Arrays/compare (int-array [1]) (int-array [5])) (Arrays/compare (int-array [1 2]) (int-array [1]))
         (Arrays/mismatch (object-array [nil 1]) (object-array [nil 2])) (Arrays/mismatch (object-array 2) (object-array 3)) (Arrays/mismatch (object-array 2) (object-array 2))
         (Arrays/compare (into-array ["b"]) (into-array ["a"]) (comparator >)) (Arrays/compare (object-array [1 3]) (object-array [1 2]) (comparator >))
         (Arrays/equals (object-array [1 2]) (object-array [1 2]) (comparator <)) (Arrays/mismatch (object-array [1 2]) (object-array [1 3]) (comparator <))
         (Arrays/equals (object-array 1) (object-array 1) nil) (Arrays/equals (object-array [1 "a"]) (object-array 5) (comparator <))
         (Arrays/equals (object-array [1 "a"]) (object-array [1 "a"]) (comparator <)) (Arrays/mismatch (object-array [1 "a"]) (object-array [1 "a"]) (comparator <)))

(println "coders and queues")
(let [to (byte-array 5)]
  (try-all (.encode (Base64/getEncoder) (byte-array [1 2 3]) to) (vec to) (.decode (Base64/getDecoder) (.getBytes "AQID") to) (vec to)
           (.encode (Base64/getEncoder) (byte-array 9) to) (.decode (Base64/getDecoder) (.getBytes "AQIDAQID") to)))
(try-all (.comparator (PriorityBlockingQueue.)) (.offerFirst (LinkedBlockingDeque.) 1 1 TimeUnit/SECONDS)
         (let [d (LinkedBlockingDeque. 1)] [(.offerLast d 1 1 TimeUnit/MILLISECONDS) (.offerFirst d 2 1 TimeUnit/MILLISECONDS) (str d)])
         (let [c (Collections/synchronizedCollection (ArrayList. [1]))] (.add c 1) [(str c) (instance? java.util.Set c) (= c [1 1])])
         (.addAll (LinkedBlockingDeque.) nil) (.containsAll (PriorityBlockingQueue.) nil) (.addAll (java.util.TreeSet. [1]) nil)
         (vec (sort (Collections/reverseOrder nil) [1 3 2])))

(println "locales")
(doseq [l [(Locale. "en" "US") (Locale. "de" "AT") (Locale. "zh" "CN") (Locale. "xx" "ZZ") (Locale. "" "") (Locale. "eng" "")]]
  (try-all (.getISO3Language l) (.getISO3Country l)))
(try-all (.getDisplayScript Locale/US) (.getDisplayVariant Locale/US) (.getExtensionKeys Locale/US) (.getUnicodeLocaleKeys Locale/US) (.getExtension Locale/US \u))

(println "exceptions")
(import 'clojure.lang.Compiler$CompilerException)
(doseq [e [(Compiler$CompilerException. "f.clj" 1 2 (Exception. "x")) (Compiler$CompilerException. "f.clj" 1 2 'foo (Exception. "x"))
           (Compiler$CompilerException. "f.clj" 1 2 'foo :execution (ex-info "x" {:a 1})) (Compiler$CompilerException. "f.clj" 1 2 nil :read-source (Exception. "x"))
           (Compiler$CompilerException. nil 1 2 nil :macroexpansion (Exception. "x"))]]
  (prn (ex-message e) (ex-data e) (ex-message (ex-cause e)) (.-line e) (class (.-line e)) (.-source e)))
(try-all (.initCause (ex-info "m" {}) (Exception. "c")) (ex-message (ex-cause (.initCause (Exception. "m") (Exception. "c")))))
(defprotocol P (f [x]))
(try-all (extends? P "x") (extends? P nil) (extends? P String) (set-error-mode! (agent 1) nil))

(println "dates and classes")
(try-all (.withNanos (Duration/ofSeconds 1) -1) (str (.withNanos (Duration/ofSeconds 1) 5)) (LocalDateTime/ofEpochSecond 1 -1 ZoneOffset/UTC)
         (.datesUntil (LocalDate/of 2024 1 2) (LocalDate/of 2024 1 1)) (.count (.datesUntil (LocalDate/of 2024 1 2) (LocalDate/of 2024 1 2)))
         (alength (.getAnnotations String)) (.isAnnotationPresent String Deprecated) (.getAnnotation String Deprecated) (.getAnnotation String nil)
         (instance? RuntimeException (java.nio.file.FileSystemNotFoundException. "x")))

(println "where arrays differ")
(let [objects (fn [& xs] (into-array Object xs))
      told (fn [a b] (print a b "") (compare a b))
      same (fn [xs] ^objects xs)]
  (try-all (Arrays/compare (double-array [##NaN]) (double-array [1.0])) (Arrays/compare (double-array [0.0]) (double-array [-0.0]))
           (Arrays/compare (float-array [-0.0]) (float-array [0.0])) (Arrays/compare (boolean-array [true]) (boolean-array [false]))
           (Arrays/mismatch (double-array [##NaN 0.0]) (double-array [##NaN -0.0]))
           (Arrays/mismatch (objects 1 2 3) (objects 1 5 4) told) (Arrays/equals (objects 1 2 3) (objects 1 5 4) told)
           (Arrays/compare (objects 1 2 3) (objects 1 5 4) told) (Arrays/compare (objects 1 2 3) (objects 1 2) told)
           (Arrays/equals ^objects (identity nil) ^objects (same (objects)) ^java.util.Comparator compare)))

(println "functions that are nil")
(try-all (.forEach (ConcurrentHashMap.) 1 nil) (.forEachKey (ConcurrentHashMap. {1 2}) 1 nil)
         (.forEachValue (ConcurrentHashMap.) 1 (reify Function (apply [_ x] x)) nil))
