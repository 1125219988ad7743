;; java.util.Collections, ranges of sorted collections, read-only and locked views.
(import '(java.util TreeMap TreeSet Collections ArrayList HashMap))
(defmacro t [& forms]
  `(do ~@(for [f forms] `(println '~f "=>" (try (pr-str ~f) (catch Throwable e# (str (.getName (class e#)) " " (.getMessage e#))))))))
(def m (TreeMap. {1 :a 3 :c 5 :e 7 :g}))
(t (.headMap m 5) (.tailMap m 5) (.subMap m 3 7) (.headMap m 5 true) (.tailMap m 5 false) (.subMap m 3 false 7 true) (.headMap m 0)
   (.descendingMap m) (seq (.descendingKeySet m)) (seq (.navigableKeySet m)) (.comparator m)
   (.headMap (.descendingMap m) 3) (.firstKey (.descendingMap m)))
(def s (TreeSet. [5 1 3 7]))
(t (.headSet s 5) (.tailSet s 5) (.subSet s 3 7) (.headSet s 5 true) (.tailSet s 5 false) (.subSet s 1 false 7 true)
   (.descendingSet s) (seq (iterator-seq (.descendingIterator s))) (.comparator s)
   (let [by-length (TreeSet. (comparator (fn [a b] (< (count a) (count b)))))]
     (.addAll by-length ["ccc" "a" "bb"]) [(vec (.headSet by-length "xx")) (vec (.descendingSet by-length))]))
(let [l (ArrayList. [3 1 2]) view (Collections/unmodifiableList l)]
  (t (.add view 4) (.set view 0 9) (.remove view 0) (.clear view) (.get view 0) (.size view) (vec view) (.contains view 2) (= view [3 1 2])
     (= [3 1 2] view) (.equals view l) (str view) (do (.add l 7) (.size view)) (count view) (seq view) (reduce + view) (nth view 1) (instance? java.util.List view)))
(let [h (HashMap. {:a 1}) view (Collections/unmodifiableMap h)]
  (t (.put view :b 2) (.remove view :a) (.clear view) (.get view :a) (get view :a) (.size view) (.containsKey view :a) (do (.put h :c 3) (.size view))
     (str (Collections/unmodifiableMap (HashMap. {:a 1}))) (.add (.keySet view) 1) (= {:a 1} (Collections/unmodifiableMap (HashMap. {:a 1}))) (into (sorted-map) view)))
(let [view (Collections/unmodifiableSet (java.util.HashSet. [1]))]
  (t (.add view 2) (.remove view 1) (.contains view 1) (contains? view 1) (seq view) (= #{1} view)))
(t (.add (Collections/unmodifiableCollection (ArrayList. [1])) 2) (vec (Collections/unmodifiableCollection (ArrayList. [1]))))
(let [l (Collections/synchronizedList (ArrayList.)) m (Collections/synchronizedMap (HashMap.)) s (Collections/synchronizedSet (java.util.HashSet.))
      workers (mapv (fn [w] (future (dotimes [i 200] (.add l i) (.put m [w i] i) (.add s i)))) (range 4))]
  (run! deref workers)
  (t (.size l) (.size m) (.size s) (reduce + l) (.get l 0)))
(t (let [l (ArrayList. [1 2 3 4])] (Collections/rotate l 1) l) (let [l (ArrayList. [1 2 3 4])] (Collections/rotate l -1) l)
   (let [l (ArrayList. [1 2])] (Collections/fill l :x) l) (let [l (ArrayList. [1 2 3])] (Collections/copy l [9 8]) l)
   (Collections/copy (ArrayList. [1]) [1 2])
   (let [s (Collections/newSetFromMap (HashMap.))] [(.add s 1) (.add s 1) (.contains s 1) (.size s) (.remove s 1) (.isEmpty s)])
   (Collections/newSetFromMap (HashMap. {1 2}))
   (Collections/list (Collections/enumeration [1 2])) (sort (Collections/reverseOrder) [1 3 2]) (.hasNext (Collections/emptyIterator))
   (Collections/disjoint [1] [2]) (Collections/frequency [1 2 1] 1)
   (Collections/disjoint [1] [2 1]) (Collections/disjoint nil [1]) (Collections/disjoint [1] nil) (Collections/disjoint #{} nil))
(prn (proxy [java.util.AbstractList] [] (get [i] i) (size [] 3)))
(prn (proxy [java.util.AbstractList java.util.RandomAccess] [] (get [i] i) (size [] 3)))
(prn (proxy [java.util.AbstractMap] [] (entrySet [] #{(first {1 2})})))
(prn (proxy [java.util.AbstractSet] [] (iterator [] (.iterator [1 2])) (size [] 2)))
(prn (reify java.util.List (size [_] 2) (get [_ i] i) (iterator [_] (.iterator [0 1]))))
(println (str (proxy [java.util.AbstractList] [] (get [i] i) (size [] 3))))
(prn [(Collections/unmodifiableList (ArrayList. [1])) (Collections/unmodifiableMap (HashMap. {1 2})) (Collections/unmodifiableSet (java.util.HashSet. [3]))])
(import '(java.util.concurrent ConcurrentSkipListMap ConcurrentSkipListSet))
(let [m (ConcurrentSkipListMap.) s (ConcurrentSkipListSet. [3 1 2])]
  (run! deref (mapv (fn [w] (future (dotimes [i 100] (.put m (+ i (* 100 w)) i)))) (range 4)))
  (t (.size m) (.get m 250) (.firstKey m) (.floorKey m 1000) (.putIfAbsent m 5 :old) (.remove m 5) (.get m 5) (key (.lastEntry m)) (count m) (get m 7)
     (.containsKey m 5) (vec (.keySet (.headMap m 3))) (vec s) (.first s) (.add s 2) (.add s 9) (vec (.descendingSet s)) (.ceiling s 4) (count s)
     (contains? s 9) (str s) (str (ConcurrentSkipListMap. {1 2})) (map key (ConcurrentSkipListMap. {2 :b 1 :a}))))
(let [m (TreeMap. {1 2 3 nil})]
  (t (.remove m 1 3) (.remove m 1 2) (.remove m 3 nil) (.remove m 9 nil) (.size m) (.replace m 1 5) (.put m 1 2) (.replace m 1 5) (.replace m 1 5 6) (.replace m 1 0 7) m))
(let [i (.asIterator (.elements (java.util.Vector. [1 2])))] (println (iterator-seq i) (.hasNext i) (instance? java.util.Iterator i)))
(let [i (.asIterator (java.util.Collections/enumeration []))]
  (println (.hasNext i) (try (.next i) (catch java.util.NoSuchElementException _ :none)) (try (.remove i) (catch UnsupportedOperationException _ :no))))
