;; Default methods of interfaces that programs implement, functions between kinds of numbers, and other members of the platform.
(import '(java.util Collections Enumeration Iterator LinkedList Locale PriorityQueue Scanner)
        '(java.util.function Consumer DoubleToIntFunction DoubleToLongFunction IntToDoubleFunction IntToLongFunction LongToDoubleFunction
          LongToIntFunction) '(java.util.stream DoubleStream IntStream LongStream))
(defmacro show [form]
  `(println (try (pr-str ~form) (catch Throwable e# (str (.getName (class e#)) ": " (.getMessage e#))))))
(def printer (reify Consumer (accept [_ x] (print x ""))))
(defn counting [n]
  (let [left (atom n)]
    (reify Iterator
      (hasNext [_] (pos? @left))
      (next [_] (swap! left dec)))))
(show (with-out-str (.forEachRemaining (counting 3) printer)))
(show (.remove (counting 3)))
(show (with-out-str (.forEachRemaining (doto (.listIterator (java.util.ArrayList. [1 2 3])) .next) printer)))
(show (with-out-str (.forEachRemaining (Scanner. "a b c") printer)))
(show (let [it (.asIterator (reify Enumeration (hasMoreElements [_] true) (nextElement [_] :x)))] [(.hasNext it) (.next it)]))

(show (vec (.toArray (.mapToDouble (IntStream/range 0 3) (reify IntToDoubleFunction (applyAsDouble [_ x] (/ x 2.0)))))))
(show (vec (.toArray (.mapToLong (IntStream/range 0 3) (reify IntToLongFunction (applyAsLong [_ x] (* 5 x)))))))
(show (vec (.toArray (.mapToInt (LongStream/range 0 3) (reify LongToIntFunction (applyAsInt [_ x] (int (inc x))))))))
(show (vec (.toArray (.mapToDouble (LongStream/range 0 3) (reify LongToDoubleFunction (applyAsDouble [_ x] (double x)))))))
(show (vec (.toArray (.mapToInt (DoubleStream/of (double-array [1.5 2.5])) (reify DoubleToIntFunction (applyAsInt [_ x] (int x)))))))
(show (vec (.toArray (.mapToLong (DoubleStream/of (double-array [1.5 2.5])) (reify DoubleToLongFunction (applyAsLong [_ x] (long x)))))))

(show (let [w (java.io.StringWriter.)]
        (doto (java.io.PrintWriter. w) (.printf Locale/US "%.2f|" (object-array [1.5])) (.format Locale/US "%,d|" (object-array [12345]))
              (.printf "%s-%s" (object-array ["a" "b"])) .flush)
        (str w)))
(show (let [b (java.io.ByteArrayOutputStream.)]
        (doto (java.io.PrintStream. b) (.printf Locale/US "%d" (object-array [5])) .flush)
        (str b)))
(doseq [f [#(.get % 5) #(.set % -1 :x) #(.add % 4 :x)]]
  (show (f (LinkedList. [1 2]))))
(show [(.addAll (PriorityQueue. [1]) []) (.addAll (PriorityQueue. [1]) [2])])
(show [(Collections/emptySortedSet) (Collections/emptyNavigableMap) (.isEmpty (Collections/emptySortedMap))])
(show [(Integer/getInteger "") (Integer/getInteger "no.such.property" 3) (Long/getLong "" 4) (Boolean/getBoolean "") (class (Integer/getInteger "no.such.property" 3))])
