(ns clojure.host.locked-views
  "java.util.Collections: collections whose members run under a monitor."
  (:require [clojure.host.collections :refer [given]]
            [clojure.host.defclass :refer [extend-class]])
  (:import (java.util AbstractCollection AbstractList AbstractMap AbstractSet NavigableMap NavigableSet RandomAccess)))

(defmacro ^:private locked-proxy
  "A proxy of these classes whose members, (name arity*) in vars, run those of the object `of` under the proxy's monitor."
  [bases of & tables]
  `(proxy ~bases []
     ~@(for [table tables, [member & arities] (var-get (resolve table))]
         (list* member
                (for [n arities :let [args (vec (take n '[a b c d]))]]
                  (list args (list 'locking 'this (list '. of (list* member args)))))))))

(def ^:private list-members
  "The members of a list, with their numbers of arguments."
  '[(get 1) (set 2) (add 1 2) (addAll 1 2) (remove 1) (removeAll 1) (retainAll 1) (removeIf 1) (replaceAll 1) (sort 1) (clear 0)
    (size 0) (isEmpty 0) (contains 1) (indexOf 1) (lastIndexOf 1) (toArray 0 1) (toString 0) (iterator 0)])

(def ^:private set-members
  "The members of a set, with their numbers of arguments."
  '[(add 1) (addAll 1) (remove 1) (removeAll 1) (retainAll 1) (removeIf 1) (clear 0) (size 0) (isEmpty 0) (contains 1) (toString 0)
    (iterator 0)])

(def ^:private map-members
  "The members of a map, with their numbers of arguments."
  '[(size 0) (isEmpty 0) (get 1) (getOrDefault 2) (containsKey 1) (containsValue 1) (put 2) (putIfAbsent 2) (putAll 1) (remove 1 2)
    (clear 0) (computeIfAbsent 2) (computeIfPresent 2) (compute 2) (merge 3) (replace 2 3) (replaceAll 1) (forEach 1) (toString 0)
    (keySet 0) (values 0) (entrySet 0)])

(defn- locked-list [coll]
  (if (instance? RandomAccess coll)
    (locked-proxy [AbstractList RandomAccess] coll list-members)
    (locked-proxy [AbstractList] coll list-members)))

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
