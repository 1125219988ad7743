(ns clojure.host.collections
  "java.util.Collections, and the parts of lists."
  (:require [clojure.host.defclass :refer [extend-class]])
  (:import (java.util AbstractCollection AbstractList AbstractMap AbstractMap$SimpleImmutableEntry AbstractSet ArrayList Collections Iterator RandomAccess)))

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

(defn given
  "x, which is not nil and of that class. The name is that of Java's parameter, whose class is asked for."
  [type x name]
  (when (nil? x) (throw (NullPointerException. (when name (str "Cannot invoke \"Object.getClass()\" because \"" name "\" is null")))))
  (if (instance? type x)
    x
    (throw (ClassCastException.
            (str "class " (.getName (class x)) " cannot be cast to class " (.getName type))))))

(defmacro read-only
  "A proxy of the class with these methods that refuses all that changes a collection, even where nothing would change."
  [bases & methods]
  `(proxy ~bases []
     ~@methods
     ~@(for [method '[add remove removeAll retainAll removeIf]]
         (list method '[_] '(no-change)))
     ~'(addAll ([_] (no-change)) ([_ _] (no-change)))
     ~'(clear [] (no-change))))

(defn read-only-collection
  "A view of a collection that changes nothing."
  [coll]
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

(defn read-only-set
  "A view of a set that changes nothing."
  [coll]
  (read-only [AbstractSet]
    (size [] (.size coll))
    (contains [x] (.contains coll x))
    (toString [] (.toString coll))
    (iterator [] (read-only-iterator coll))))

(defmacro unchanging-map
  "A proxy of AbstractMap, and of the interfaces that stand first in a vector, with these methods that refuses to put, to
  merge and to replace, even where nothing would change."
  [& methods]
  `(proxy [AbstractMap ~@(when (vector? (first methods)) (first methods))] []
     ~@(if (vector? (first methods)) (rest methods) methods)
     ~@(for [[method & params] '[[putIfAbsent [_ _]] [computeIfAbsent [_ _]] [computeIfPresent [_ _]] [compute [_ _]]
                                 [merge [_ _ _]] [replace [_ _] [_ _ _]] [replaceAll [_]]]]
         (cons method (for [names params] (list names `(no-change)))))))

(defn fixed-entry
  "An entry of a map, nil if there is none, that cannot be changed."
  [e]
  (when e (AbstractMap$SimpleImmutableEntry. (key e) (val e))))

(defn read-only-entries
  "A view of the entries of a map that changes neither them nor it."
  [entries]
  (read-only [AbstractSet]
    (size [] (.size entries))
    (contains [e] (.contains entries e))
    (toString [] (.toString entries))
    (iterator []
      (let [it (.iterator entries)]
        (reify Iterator
          (hasNext [_] (.hasNext it))
          (next [_] (fixed-entry (.next it)))
          (remove [_] (no-change)))))))

(defmacro read-only-map-of
  "A view of the map that changes nothing, with these members on top."
  [m & members]
  `(unchanging-map
     ~@members
     (~'size [] (.size ~m))
     (~'get [k#] (.get ~m k#))
     (~'getOrDefault [k# default#] (.getOrDefault ~m k# default#))
     (~'containsKey [k#] (.containsKey ~m k#))
     (~'remove ([_#] (no-change)) ([_# _#] (no-change)))
     (~'put [_# _#] (no-change))
     (~'clear [] (no-change))
     (~'putAll [_#] (no-change))
     (~'toString [] (.toString ~m))
     (~'keySet [] (read-only-set (.keySet ~m)))
     (~'values [] (read-only-collection (.values ~m)))
     (~'entrySet [] (read-only-entries (.entrySet ~m)))))

(defn- read-only-map [m] (read-only-map-of m))

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
  (unmodifiableCollection [coll] (read-only-collection (given java.util.Collection coll "c")))
  (unmodifiableList [coll] (read-only-list (given java.util.List coll "list")))
  (unmodifiableSet [coll] (read-only-set (given java.util.Set coll "s")))
  (unmodifiableMap [m] (read-only-map (given java.util.Map m "m")))
  (newSetFromMap [m]
    (when-not (.isEmpty m) (throw (IllegalArgumentException. "Map is non-empty")))
    (set-on-map m))
  (list [enumeration] (ArrayList. (vec (enumeration-seq enumeration))))
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
  (reverseOrder ([] (java.util.Comparator/reverseOrder)) ([c] (if (nil? c) (java.util.Comparator/reverseOrder) (.reversed c))))
  (replaceAll [coll old x]
    (reduce (fn [changed i] (if (= old (.get coll (int i))) (do (.set coll (int i) x) true) changed)) false (range (.size coll))))
  (indexOfSubList [coll part] (int (or (first (sub-list-indices coll part)) -1)))
  (lastIndexOfSubList [coll part] (int (or (last (sub-list-indices coll part)) -1)))
  (checkedCollection [coll _] coll)
  (checkedList [coll _] coll)
  (checkedSet [coll _] coll)
  (checkedMap [m _ _] m)
  (asLifoQueue [deque] (lifo-queue deque))
  (disjoint [a b]
    (when (nil? a) (throw (NullPointerException. "Cannot invoke \"java.util.Collection.size()\" because \"c1\" is null")))
    (when (nil? b)
      (throw (NullPointerException. (if (set? a)
                                      "Cannot invoke \"java.util.Collection.iterator()\" because \"iterate\" is null"
                                      "Cannot invoke \"java.util.Collection.size()\" because \"c2\" is null"))))
    (not-any? (fn [x] (.contains b x)) a)))
