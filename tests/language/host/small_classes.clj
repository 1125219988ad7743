;; LinkedHashMap in access order, ArrayDeque, BitSet, StringTokenizer, formats with a position; parameters with a namespace.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(import '(java.util ArrayDeque BitSet LinkedHashMap StringTokenizer) '(java.text ChoiceFormat DecimalFormat MessageFormat NumberFormat ParsePosition))
(defprotocol P (m [x y]))
(deftype T [f] P (m [a/_ b/y] [f y]))
(defrecord R [f] P (m [a/_ y] [f y]))
(show (m (reify P (m [a/this y] y)) 1) (m (reify P (m [a/this b/y] 5)) 1) (m (reify P (m [a/this b/y] y)) 1) (.compare (reify java.util.Comparator (compare [a/_ a/x a/y] 7)) 1 2))
(show (m (T. 1) 2) (m (R. 1) 2))
(let [m (LinkedHashMap. 16 0.75 true)]
  (doseq [k [:a :b :c]] (.put m k 1))
  (.get m :a)
  (show m (do (.getOrDefault m :b 0) m) (do (.put m :c 9) m) (do (.putIfAbsent m :a 5) m) (do (.containsKey m :b) m)))
(let [m (proxy [LinkedHashMap] [16 0.75 true] (removeEldestEntry [e] (> (.size this) 2)))]
  (doseq [k [:a :b :c]] (.put m k k))
  (show (vec (.keySet m)) (do (.get m :b) (.put m :d :d) (vec (.keySet m))) (.size m) (do (.putAll m {:x 1 :y 2 :z 3}) (.size m))))
(show (str (BitSet/valueOf (long-array [5]))) (str (BitSet/valueOf (byte-array [-1 1]))) (vec (.toArray (.stream (BitSet/valueOf (long-array [5]))))) (.removeFirstOccurrence (ArrayDeque. [1 2 1]) 1) (vec (doto (ArrayDeque. [1 2 1]) (.removeLastOccurrence 1))) (.removeLastOccurrence (ArrayDeque.) 1)
      (let [t (StringTokenizer. "a,b;c" ",;" true)] (loop [r []] (if (.hasMoreTokens t) (recur (conj r (.nextToken t))) r))) (.countTokens (StringTokenizer. " a b  c ")) (let [t (StringTokenizer. "a,b c")] [(.nextToken t ",") (.nextToken t) (.hasMoreElements t)]) (.nextToken (StringTokenizer. ""))
      (.format (ChoiceFormat. "0#none|1#one|1<many {0}") 5) (.format (ChoiceFormat. (double-array [0 1 2]) (into-array ["a" "b" "c"])) 1.5) (.format (ChoiceFormat. "0#none|1#one") -3) (MessageFormat/format "{0,choice,0#no files|1#one file|1<{0} files}." (object-array [3])) (MessageFormat/format "{" (object-array 0))
      (let [p (ParsePosition. 2)] [(.parse (NumberFormat/getInstance java.util.Locale/US) "xx12yy" p) (.getIndex p)]) (let [p (ParsePosition. 0)] [(.parse (NumberFormat/getInstance java.util.Locale/US) "x" p) (.getErrorIndex p)]) (.parse (doto (DecimalFormat. "0") (.setParseIntegerOnly true)) "12.9"))

;; MissingResourceException: what was sought, and where
(let [e (java.util.MissingResourceException. "no such text" "app.Texts" "greeting")]
  (prn (ex-message e) (.getClassName e) (.getKey e) (ex-cause e)))
(prn (.getMessage (java.util.MissingResourceException. nil nil nil)))
