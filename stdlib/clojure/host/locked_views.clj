(ns clojure.host.locked-views
  "java.util.Collections: collections whose members run under a monitor."
  (:require [clojure.host.collections :refer [given]]
            [clojure.host.defclass :refer [extend-class]])
  (:import (java.util AbstractCollection AbstractList AbstractMap AbstractSet NavigableMap NavigableSet RandomAccess)))

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

(defmacro ^:private locked-proxy
  "A proxy of these classes whose members, (name arity*) in vars, run those of the object `of` under the proxy's monitor."
  [bases of & tables]
  `(proxy ~bases []
     ~@(for [table tables, [member & arities] (var-get (resolve table))]
         (list* member
                (for [n arities :let [args (vec (take n '[a b c d]))]]
                  (list args (list 'locking 'this (list '. of (list* member args)))))))))

(def ^:private set-members
  "The members of a set, with their numbers of arguments."
  '[(add 1) (addAll 1) (remove 1) (removeAll 1) (retainAll 1) (removeIf 1) (clear 0) (size 0) (isEmpty 0) (contains 1) (toString 0)
    (iterator 0)])

(def ^:private map-members
  "The members of a map, with their numbers of arguments."
  '[(size 0) (isEmpty 0) (get 1) (getOrDefault 2) (containsKey 1) (containsValue 1) (put 2) (putIfAbsent 2) (putAll 1) (remove 1 2)
    (clear 0) (computeIfAbsent 2) (computeIfPresent 2) (compute 2) (merge 3) (replace 2 3) (replaceAll 1) (forEach 1) (toString 0)
    (keySet 0) (values 0) (entrySet 0)])

(defn- locked-collection [coll] (locked-proxy [AbstractCollection] coll set-members))
(defn- locked-set [coll] (locked-proxy [AbstractSet] coll set-members))
(defn- locked-map [m] (locked-proxy [AbstractMap] m map-members))

(def ^:private sorted-set-members
  '[(comparator 0) (first 0) (last 0) (floor 1) (lower 1) (ceiling 1) (higher 1) (pollFirst 0) (pollLast 0) (descendingSet 0)
    (descendingIterator 0) (headSet 1 2) (tailSet 1 2) (subSet 2 4)])

(def ^:private sorted-map-members
  '[(comparator 0) (firstKey 0) (lastKey 0) (firstEntry 0) (lastEntry 0) (floorEntry 1) (lowerEntry 1) (ceilingEntry 1)
    (higherEntry 1) (floorKey 1) (lowerKey 1) (ceilingKey 1) (higherKey 1) (pollFirstEntry 0) (pollLastEntry 0) (descendingMap 0)
    (navigableKeySet 0) (descendingKeySet 0) (headMap 1 2) (tailMap 1 2) (subMap 2 4)])

(defn- locked-sorted-set [coll] (locked-proxy [AbstractSet NavigableSet] coll set-members sorted-set-members))
(defn- locked-sorted-map [m] (locked-proxy [AbstractMap NavigableMap] m map-members sorted-map-members))

(extend-class java.util.Collections
  :static
  (synchronizedCollection [coll] (locked-collection (given java.util.Collection coll nil)))
  (synchronizedList [coll] (locked-list (given java.util.List coll nil)))
  (synchronizedSet [coll] (locked-set (given java.util.Set coll nil)))
  (synchronizedMap [m] (locked-map (given java.util.Map m nil)))
  (synchronizedSortedSet [coll] (locked-sorted-set (given java.util.SortedSet coll nil)))
  (synchronizedNavigableSet [coll] (locked-sorted-set (given NavigableSet coll nil)))
  (synchronizedSortedMap [m] (locked-sorted-map (given java.util.SortedMap m nil)))
  (synchronizedNavigableMap [m] (locked-sorted-map (given NavigableMap m nil))))
