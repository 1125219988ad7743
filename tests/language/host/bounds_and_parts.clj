;; Small members of the platform: bounds, comparisons, removal of many elements, parts of times.
(import '(java.time Instant LocalDate LocalDateTime LocalTime OffsetTime Year YearMonth ZoneOffset) '(java.util Collections Stack TreeSet Vector)
        '(java.util.concurrent CopyOnWriteArrayList))
(defmacro show [form]
  `(println (try (pr-str ~form) (catch Throwable e# (str (.getName (class e#)) ": " (.getMessage e#))))))
(defmacro shown [& forms] `(do ~@(map (fn [form] `(show ~form)) forms)))

(shown (.compareTo (byte 3) (byte 5)) (Byte/compare (byte -3) (byte 1)) (.compareTo (short 9) (short 2)) (Short/compare (short 7) (short -1))
       (.compareTo 9 2) (compare (byte 3) (byte 9)))
(shown (.offsetByCodePoints "abcabc" 3 -2) (.offsetByCodePoints "a😀b" 3 -1) (.offsetByCodePoints "a😀b" 4 -3) (.offsetByCodePoints "ab" 0 -1)
       (.offsetByCodePoints "ab" 3 0) (.offsetByCodePoints "ab" -1 1))
(shown (BigInteger/probablePrime 1 (java.util.Random. 1)) (.isProbablePrime (biginteger 100) 0) (.isProbablePrime (biginteger 100) 10))
(shown (java.util.Objects/checkIndex 1 2) (class (java.util.Objects/checkIndex 1 2)) (class (java.util.Objects/checkIndex (int 1) (int 2))))

(doseq [make [#(Vector. [3 1 2]) #(doto (Stack.) (.addAll [3 1 2])) #(CopyOnWriteArrayList. [3 1 2])]]
  (shown (.get (make) 7) (.set (make) 3 0) (.add (make) 9 :x) (.addAll (make) 4 [1])))
(shown (.elementAt (Vector. [1]) 4) (.removeElementAt (Vector. [1]) 4) (.setElementAt (Vector. [1]) :x 1) (.lastIndexOf (Vector. [1 2 1 2]) 2 2))
(doseq [make [#(TreeSet. [5 1 3 2]) #(java.util.PriorityQueue. [5 1 3 1]) #(java.util.concurrent.ConcurrentLinkedQueue. [5 1 3])
              #(java.util.concurrent.LinkedBlockingQueue. [5 1 3])]]
  (shown (let [c (make)] [(.removeAll c [1 2 9]) (vec c)]) (let [c (make)] [(.retainAll c #{1 3}) (vec c)]) (.removeAll (make) [7])))
(shown (.removeAll [1 2] [1]) (.retainAll '(1 2) [1]))
(shown (java.util.Set/copyOf #{1}) (count (java.util.Set/copyOf [1 1 2])))
(let [seen (atom []) it (doto (.listIterator (java.util.ArrayList. [1 2 3])) .next)]
  (while (.hasNext it) (swap! seen conj (.next it)))
  (show @seen))

(shown (str (.plusYears (YearMonth/of 2020 2) 9000)) (str (YearMonth/of 987 2)) (str (YearMonth/of -44 3)) (str (LocalDate/of 11020 2 1)))
(shown (str (.atTime (LocalDate/of 2020 2 29) (OffsetTime/of 13 5 9 0 ZoneOffset/UTC))) (str (.atTime (LocalDate/of 2020 2 29) (LocalTime/of 1 2))))
(doseq [t [Instant/EPOCH (LocalTime/of 1 2) (Year/of 2020) (YearMonth/of 2020 2) (LocalDateTime/of 2020 1 1 0 0)]]
  (shown (str (.with t (LocalDate/of 2000 1 1)))))
(shown (str (.adjustInto (LocalDate/of 2000 1 1) (LocalDateTime/of 2020 2 3 4 5))) (str (.adjustInto (LocalTime/of 7 8) (LocalDateTime/of 2020 2 3 4 5)))
       (str (.adjustInto (LocalTime/of 7 8) (LocalDate/of 2020 2 3))))
(shown (class (.compareAndExchange (java.util.concurrent.atomic.AtomicInteger. 5) 5 6)) (.remove (doto (java.util.Properties.) (.setProperty "a" "1")) "a" "1"))
