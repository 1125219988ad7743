(ns clojure.host.collections
  "java.util.Collections, and the parts of lists."
  (:require [clojure.host.defclass :refer [defclass extend-class]])
  (:import (java.util AbstractCollection AbstractList AbstractMap AbstractSet ArrayList Collections Iterator RandomAccess TreeMap TreeSet)))

;; Parts of lists: views, as long as only they change the list's length.

(defn- part-of-list [list from to]
  (when (neg? from)
    (throw (IndexOutOfBoundsException. (str "fromIndex = " from))))
  (when (< (.size list) to)
    (throw (IndexOutOfBoundsException. (str "toIndex = " to))))
  (when (< to from)
    (throw (IllegalArgumentException. (str "fromIndex(" from ") > toIndex(" to ")"))))
  (let [from (long from)
        size (atom (- to from))
        length (atom (.size list))
        check-length (fn []
                       (when-not (= @length (.size list))
                         (throw (java.util.ConcurrentModificationException.))))
        resized (fn [by] (swap! size + by) (swap! length + by))
        at (fn [i end]
             (when-not (< -1 i end)
               (throw (IndexOutOfBoundsException. (str "Index " i " out of bounds for length " @size))))
             (check-length)
             (int (+ from i)))
        position (fn [x] (first (keep-indexed (fn [i y] (when (= x y) i)) (for [i (range @size)] (.get list (int (+ from i)))))))]
    (proxy [AbstractList RandomAccess] []
      (get [i] (.get list (at i @size)))
      (set [i x] (.set list (at i @size) x))
      (size [] (check-length) @size)
      (isEmpty [] (check-length) (zero? @size))
      (hashCode [] (.hashCode (vec this)))
      (add ([x] (check-length) (.add list (int (+ from @size)) x) (resized 1) true)
        ([i x] (.add list (at i (inc @size)) x) (resized 1) nil))
      (addAll ([xs] (doseq [x xs] (.add this x)) (boolean (seq xs)))
        ([i xs] (doseq [[n x] (map-indexed vector xs)] (.add this (+ i n) x)) (boolean (seq xs))))
      (remove [x]
        (if (instance? Integer x)
          (let [removed (.remove list (int (at x @size)))] (resized -1) removed)
          (if-let [i (position x)]
            (do (.remove list (int (at i @size))) (resized -1) true)
            false)))
      (removeIf [p]
        (let [kept (filterv (fn [x] (not (if (fn? p) (p x) (.test p x)))) this)
              changed (< (count kept) @size)]
          (when changed
            (.clear this)
            (.addAll this kept))
          changed))
      (removeAll [xs] (.removeIf this (fn [x] (.contains xs x))))
      (retainAll [xs] (.removeIf this (fn [x] (not (.contains xs x)))))
      (clear []
        (check-length)
        (.removeRange list (int from) (int (+ from @size)))
        (resized (- @size)))
      (removeRange [a b]
        (.removeRange list (at a @size) (int (+ from b)))
        (resized (- a b)))
      (subList [a b] (part-of-list this a b)))))

(extend-class java.util.List
  (subList [this from to] (part-of-list this from to)))
(extend-class clojure.lang.ASeq
  (subList [this from to] (Collections/unmodifiableList (.subList (ArrayList. this) from to))))
(extend-class clojure.lang.LazySeq
  (subList [this from to] (.subList (ArrayList. this) from to)))

;; Read-only and locked views

(defn no-change
  "What a collection that nobody changes does instead."
  []
  (throw (UnsupportedOperationException.)))

(defn read-only-iterator
  "An iterator of the collection that removes nothing."
  [coll]
  (let [it (.iterator coll)]
    (reify Iterator
      (hasNext [_] (.hasNext it))
      (next [_] (.next it))
      (remove [_] (no-change)))))

(defn- given [type x]
  (when (nil? x) (throw (NullPointerException.)))
  (if (instance? type x)
    x
    (throw (ClassCastException.
            (str "class " (.getName (class x)) " cannot be cast to class " (.getName type))))))

(defmacro ^:private read-only
  "A proxy of the class with these methods that refuses all that changes a collection, even where nothing would change."
  [bases & methods]
  `(proxy ~bases []
     ~@methods
     ~@(for [method '[add remove removeAll retainAll removeIf]]
         (list method '[_] '(no-change)))
     ~'(addAll ([_] (no-change)) ([_ _] (no-change)))
     ~'(clear [] (no-change))))

(defn- read-only-collection [coll]
  (read-only [AbstractCollection]
    (size [] (.size coll))
    (contains [x] (.contains coll x))
    (toString [] (.toString coll))
    (iterator [] (read-only-iterator coll))))

(defn- read-only-list [coll]
  (read-only [AbstractList RandomAccess]
    (get [i] (.get coll (int i)))
    (size [] (.size coll))
    (contains [x] (.contains coll x))
    (toString [] (.toString coll))
    (iterator [] (read-only-iterator coll))
    (replaceAll [_] (no-change))
    (sort [_] (no-change))))

(defn- read-only-set [coll]
  (read-only [AbstractSet]
    (size [] (.size coll))
    (contains [x] (.contains coll x))
    (toString [] (.toString coll))
    (iterator [] (read-only-iterator coll))))

(defmacro unchanging-map
  "A proxy of AbstractMap with these methods that refuses to put, to merge and to replace, even where nothing would change."
  [& methods]
  `(proxy [AbstractMap] []
     ~@methods
     ~@(for [[method & params] '[[putIfAbsent [_ _]] [computeIfAbsent [_ _]] [computeIfPresent [_ _]] [compute [_ _]]
                                 [merge [_ _ _]] [replace [_ _] [_ _ _]] [replaceAll [_]]]]
         (cons method (for [names params] (list names `(no-change)))))))

(defn- read-only-map [m]
  (unchanging-map
    (size [] (.size m))
    (get [k] (.get m k))
    (containsKey [k] (.containsKey m k))
    (remove ([_] (no-change)) ([_ _] (no-change)))
    (clear [] (no-change))
    (putAll [_] (no-change))
    (toString [] (.toString m))
    (keySet [] (read-only-set (.keySet m)))
    (values [] (read-only-collection (.values m)))
    (entrySet [] (read-only-set (.entrySet m)))))

(defn- locked-list [coll]
  (proxy [AbstractList RandomAccess] []
    (get [i] (locking this (.get coll (int i))))
    (set [i x] (locking this (.set coll (int i) x)))
    (add ([x] (locking this (.add coll x))) ([i x] (locking this (.add coll (int i) x))))
    (addAll [xs] (locking this (.addAll coll xs)))
    (remove [x] (locking this (.remove coll x)))
    (removeIf [p] (locking this (.removeIf coll p)))
    (clear [] (locking this (.clear coll)))
    (size [] (locking this (.size coll)))
    (isEmpty [] (locking this (.isEmpty coll)))
    (contains [x] (locking this (.contains coll x)))
    (indexOf [x] (locking this (.indexOf coll x)))
    (lastIndexOf [x] (locking this (.lastIndexOf coll x)))
    (toArray ([] (locking this (.toArray coll))) ([array] (locking this (.toArray coll array))))
    (toString [] (locking this (.toString coll)))
    (iterator [] (.iterator coll))))

(defn- locked-set [coll]
  (proxy [AbstractSet] []
    (add [x] (locking this (.add coll x)))
    (remove [x] (locking this (.remove coll x)))
    (clear [] (locking this (.clear coll)))
    (size [] (locking this (.size coll)))
    (contains [x] (locking this (.contains coll x)))
    (toString [] (locking this (.toString coll)))
    (iterator [] (.iterator coll))))

(defn- locked-map [m]
  (proxy [AbstractMap] []
    (size [] (locking this (.size m)))
    (get [k] (locking this (.get m k)))
    (containsKey [k] (locking this (.containsKey m k)))
    (put [k v] (locking this (.put m k v)))
    (putIfAbsent [k v] (locking this (.putIfAbsent m k v)))
    (putAll [xs] (locking this (.putAll m xs)))
    (remove [k] (locking this (.remove m k)))
    (clear [] (locking this (.clear m)))
    (toString [] (locking this (.toString m)))
    (keySet [] (locking this (.keySet m)))
    (values [] (locking this (.values m)))
    (entrySet [] (locking this (.entrySet m)))))

(defn- set-on-map [m]
  (proxy [AbstractSet] []
    (add [x] (nil? (.put m x true)))
    (remove [x] (some? (.remove m x)))
    (clear [] (.clear m))
    (size [] (.size m))
    (contains [x] (.containsKey m x))
    (iterator [] (.iterator (.keySet m)))))

(defn- sub-list-indices [coll part]
  (let [all (vec coll) part (vec part) n (count part)]
    (filter (fn [i] (= part (subvec all i (+ i n)))) (range (inc (- (count all) n))))))

(defn- lifo-queue [deque]
  (proxy [java.util.AbstractQueue] []
    (add [x] (.addFirst deque x) true)
    (offer [x] (.offerFirst deque x))
    (poll [] (.pollFirst deque))
    (remove ([] (.removeFirst deque)) ([x] (.remove deque x)))
    (peek [] (.peekFirst deque))
    (element [] (.getFirst deque))
    (clear [] (.clear deque))
    (size [] (.size deque))
    (contains [x] (.contains deque x))
    (iterator [] (.iterator deque))
    (toString [] (str deque))))

(defn- remove-last-occurrence [items x]
  (let [kept (vec items) i (.lastIndexOf kept x)]
    (if (neg? i)
      false
      (do (.clear items) (.addAll items (into (subvec kept 0 i) (subvec kept (inc i)))) true))))

(extend-class java.util.ArrayDeque
  (removeFirstOccurrence [this x] (.remove this x))
  (removeLastOccurrence [this x] (remove-last-occurrence this x)))
(extend-class java.util.LinkedList
  (removeFirstOccurrence [this x] (let [i (.indexOf this x)] (if (neg? i) false (do (.remove this (int i)) true))))
  (removeLastOccurrence [this x] (remove-last-occurrence this x)))

(extend-class java.util.Collections
  :static
  (unmodifiableCollection [coll] (read-only-collection (given java.util.Collection coll)))
  (unmodifiableList [coll] (read-only-list (given java.util.List coll)))
  (unmodifiableSet [coll] (read-only-set (given java.util.Set coll)))
  (unmodifiableSortedSet [coll] (read-only-set coll))
  (unmodifiableMap [m] (read-only-map (given java.util.Map m)))
  (unmodifiableSortedMap [m] (read-only-map m))
  (synchronizedCollection [coll] (locked-set coll))
  (synchronizedList [coll] (locked-list coll))
  (synchronizedSet [coll] (locked-set coll))
  (synchronizedMap [m] (locked-map m))
  (newSetFromMap [m]
    (when-not (.isEmpty m) (throw (IllegalArgumentException. "Map is non-empty")))
    (set-on-map m))
  (list [enumeration] (ArrayList. (vec (enumeration-seq enumeration))))
  (emptySortedSet [] (Collections/unmodifiableSortedSet (TreeSet.)))
  (emptyNavigableSet [] (Collections/unmodifiableSortedSet (TreeSet.)))
  (emptySortedMap [] (Collections/unmodifiableSortedMap (TreeMap.)))
  (emptyNavigableMap [] (Collections/unmodifiableSortedMap (TreeMap.)))
  (emptyIterator [] (.iterator []))
  (emptyListIterator [] (.listIterator []))
  (emptyEnumeration [] (java.util.Collections/enumeration []))
  (fill [coll x] (dotimes [i (.size coll)] (.set coll (int i) x)))
  (copy [to from]
    (when (> (.size from) (.size to)) (throw (IndexOutOfBoundsException. "Source does not fit in dest")))
    (dotimes [i (.size from)] (.set to (int i) (.get from (int i)))))
  (rotate [coll distance]
    (let [n (.size coll) all (vec coll)]
      (when-not (or (zero? n) (zero? (mod distance n)))
        (dotimes [i n] (.set coll (int (mod (+ i distance) n)) (nth all i))))))
  (reverseOrder ([] (java.util.Comparator/reverseOrder)) ([c] (.reversed c)))
  (replaceAll [coll old x]
    (reduce (fn [changed i] (if (= old (.get coll (int i))) (do (.set coll (int i) x) true) changed)) false (range (.size coll))))
  (indexOfSubList [coll part] (int (or (first (sub-list-indices coll part)) -1)))
  (lastIndexOfSubList [coll part] (int (or (last (sub-list-indices coll part)) -1)))
  (checkedCollection [coll _] coll)
  (checkedList [coll _] coll)
  (checkedSet [coll _] coll)
  (checkedMap [m _ _] m)
  (unmodifiableNavigableMap [m] (read-only-map m))
  (unmodifiableNavigableSet [coll] (read-only-set coll))
  (synchronizedSortedMap [m] (locked-map m))
  (synchronizedSortedSet [coll] (locked-set coll))
  (asLifoQueue [deque] (lifo-queue deque))
  (disjoint [a b]
    (when (nil? a) (throw (NullPointerException. "Cannot invoke \"java.util.Collection.size()\" because \"c1\" is null")))
    (when (nil? b)
      (throw (NullPointerException. (if (set? a)
                                      "Cannot invoke \"java.util.Collection.iterator()\" because \"iterate\" is null"
                                      "Cannot invoke \"java.util.Collection.size()\" because \"c2\" is null"))))
    (not-any? (fn [x] (.contains b x)) a)))

;; ConcurrentSkipListMap and -Set: a tree under the object's monitor.

(def ^:private sorted-map-members
  '{0 [size isEmpty clear firstKey lastKey firstEntry lastEntry pollFirstEntry pollLastEntry descendingMap navigableKeySet
       descendingKeySet keySet values entrySet comparator toString hashCode]
    1 [get remove containsKey floorKey ceilingKey lowerKey higherKey floorEntry ceilingEntry lowerEntry higherEntry headMap
       tailMap putAll]
    2 [remove getOrDefault computeIfAbsent computeIfPresent compute headMap tailMap subMap]
    3 [merge]
    4 [subMap]})

(def ^:private sorted-set-members
  '{0 [size isEmpty clear first last pollFirst pollLast descendingSet descendingIterator toArray toString hashCode comparator]
    1 [add remove contains floor ceiling lower higher addAll headSet tailSet toArray]
    2 [headSet tailSet subSet]
    4 [subSet]})

(defmacro ^:private def-locked
  "A class around a collection that is not thread-safe, whose members, by their numbers of arguments,
  run under the monitor."
  [class-sym make member-names & members]
  (let [arguments '[a b c d]]
    `(defclass ~class-sym [~'inner]
       ~@(for [[n names] (var-get (resolve member-names)) member names :let [args (subvec arguments 0 n)]]
           (list member (into '[this] args) (list 'locking 'this (list* '. 'inner [(list* member args)]))))
       ~@members
       :static
       (~'new ([] (. ~class-sym (~'<init> (~make)))) ([x#] (. ~class-sym (~'<init> (~make x#))))))))

(def-locked java.util.concurrent.ConcurrentSkipListMap TreeMap. sorted-map-members
  (put [this k v] (locking this (.put inner k (given Object v))))
  (putIfAbsent [this k v] (locking this (.putIfAbsent inner k (given Object v))))
  (replace ([this k v] (locking this (.replace inner k (given Object v))))
    ([this k old v] (locking this (.replace inner k (given Object old) (given Object v)))))
  (equals [this o] (and (instance? java.util.Map o) (= (into {} (.entrySet this)) (into {} (.entrySet o)))))
  (forEach [this f] (.forEach (locking this (TreeMap. inner)) f)))

(def-locked java.util.concurrent.ConcurrentSkipListSet TreeSet. sorted-set-members
  (equals [this o] (and (instance? java.util.Set o) (= (set (.toArray this)) (set (.toArray o)))))
  (iterator [this] (.iterator (locking this (vec (.toArray inner))))))
