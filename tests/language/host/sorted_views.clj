; Sorted sets and maps that refuse changes, and those that lock a monitor; entries that nobody changes.
(import '(java.util ArrayList Collections HashMap NavigableMap NavigableSet TreeMap TreeSet)
        '(java.util.function BiFunction Function Predicate))

(defmacro try-all [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form)
                          (catch Throwable e# (str (.getName (class e#)) ": " (ex-message e#))))))))
(def f1 (reify Function (apply [_ x] x)))
(def f2 (reify BiFunction (apply [_ _ x] x)))

(println "sets")
(doseq [make [(fn [s] (Collections/unmodifiableSortedSet s)) (fn [s] (Collections/unmodifiableNavigableSet s))
              (fn [s] (Collections/synchronizedSortedSet s)) (fn [s] (Collections/synchronizedNavigableSet s))]]
  (let [inner (TreeSet. [1 3 5 7]) s (make inner)]
    (try-all (.first s) (.last s) (str s) (str (.headSet s 5)) (str (.tailSet s 5)) (str (.subSet s 1 5)) (.comparator s) (vec s)
             (.contains s 3) (= s #{1 3 5 7}) (.size s) (instance? java.util.SortedSet s))
    (when (instance? NavigableSet (Collections/unmodifiableNavigableSet inner))
      (.add inner 9)
      (println (str s)))
    (try-all (.add s 2) (.remove s 1) (.add (.headSet s 4) 0) (.clear (.tailSet s 7)) (str inner)
             (do (doto (.iterator s) .next .remove) (str inner)))))
(let [s (Collections/unmodifiableNavigableSet (TreeSet. [1 3 5 7]))]
  (try-all (.floor s 4) (.lower s 1) (.ceiling s 4) (.higher s 5) (.pollFirst s) (.pollLast s) (str (.descendingSet s))
           (vec (iterator-seq (.descendingIterator s))) (str (.headSet s 5 true)) (str (.subSet s 1 false 7 true)) (.add (.descendingSet s) 1)))
(try-all (Collections/unmodifiableSortedSet nil) (.first (Collections/emptySortedSet)) (str (Collections/emptyNavigableSet)))

(println "maps")
(doseq [make [(fn [m] (Collections/unmodifiableSortedMap m)) (fn [m] (Collections/unmodifiableNavigableMap m))
              (fn [m] (Collections/synchronizedSortedMap m)) (fn [m] (Collections/synchronizedNavigableMap m))]]
  (let [inner (TreeMap. {1 :a 3 :c 5 :e}) m (make inner)]
    (try-all (.firstKey m) (.lastKey m) (str m) (str (.headMap m 5)) (str (.tailMap m 3)) (str (.subMap m 1 5)) (.comparator m)
             (.get m 3) (get m 3) (.getOrDefault m 4 :none) (= m {1 :a 3 :c 5 :e}) (into {} m)
             (.put m 1 :z) (.putIfAbsent m 7 :g) (.merge m 1 :y f2) (.computeIfAbsent m 8 f1) (.remove m 5) (.replace m 3 :x)
             (.put (.headMap m 3) 2 :b) (str inner))))
(let [m (Collections/unmodifiableNavigableMap (TreeMap. {1 :a 3 :c 5 :e}))]
  (try-all (str (.firstEntry m)) (.setValue (.firstEntry m) 1) (str (.floorEntry m 4)) (.lowerKey m 1) (.ceilingKey m 4) (.higherKey m 5)
           (.pollFirstEntry m) (str (.descendingMap m)) (str (.descendingKeySet m)) (str (.navigableKeySet m)) (str (.headMap m 3 true))
           (.clear (.values m)) (.remove (.keySet m) 1) (str (Collections/emptyNavigableMap)) (.firstKey (Collections/emptySortedMap))))

(println "entries")
(let [inner (HashMap. {1 2}) m (Collections/unmodifiableMap inner)]
  (try-all (.setValue (first (.entrySet m)) 3) (str (first (.entrySet m))) (= (first (.entrySet m)) (first {1 2}))
           (.contains (.entrySet m) (first {1 2})) (.remove (.entrySet m) (first {1 2})) (.put m 1 3) (.putAll m {}) (.getOrDefault m 4 :none)
           (.removeIf (.entrySet m) (reify Predicate (test [_ _] false))) (str inner)))

(println "lists that lock")
(let [l (Collections/synchronizedList (ArrayList. [3 1 2]))]
  (try-all (.addAll l 1 [7 8]) (str l) (.sort l compare) (str l) (.removeAll l [7]) (.retainAll l [1 2 8]) (str l) (.addAll l 9 [1])
           (.replaceAll l (reify java.util.function.UnaryOperator (apply [_ x] (inc x)))) (str l)
           (instance? java.util.RandomAccess l)
           (instance? java.util.RandomAccess (Collections/synchronizedList (java.util.LinkedList. [1])))))
