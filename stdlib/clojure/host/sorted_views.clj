(ns clojure.host.sorted-views
  "java.util.Collections: sorted sets and maps that refuse changes."
  (:require [clojure.host.collections
             :refer [fixed-entry given no-change read-only read-only-iterator read-only-map-of]]
            [clojure.host.defclass :refer [extend-class]])
  (:import (java.util AbstractMap AbstractSet Collections NavigableMap NavigableSet TreeMap TreeSet)))

(defn- read-only-sorted-set [coll]
  (read-only [AbstractSet NavigableSet]
    (size [] (.size coll))
    (contains [x] (.contains coll x))
    (toString [] (.toString coll))
    (iterator [] (read-only-iterator coll))
    (comparator [] (.comparator coll))
    (first [] (.first coll))
    (last [] (.last coll))
    (floor [x] (.floor coll x))
    (lower [x] (.lower coll x))
    (ceiling [x] (.ceiling coll x))
    (higher [x] (.higher coll x))
    (pollFirst [] (no-change))
    (pollLast [] (no-change))
    (descendingSet [] (read-only-sorted-set (.descendingSet coll)))
    (descendingIterator [] (read-only-iterator (.descendingSet coll)))
    (headSet ([to] (read-only-sorted-set (.headSet coll to))) ([to inclusive] (read-only-sorted-set (.headSet coll to inclusive))))
    (tailSet ([from] (read-only-sorted-set (.tailSet coll from)))
      ([from inclusive] (read-only-sorted-set (.tailSet coll from inclusive))))
    (subSet ([from to] (read-only-sorted-set (.subSet coll from to)))
      ([from from-inclusive to to-inclusive] (read-only-sorted-set (.subSet coll from from-inclusive to to-inclusive))))))

(defn- read-only-sorted-map [m]
  (read-only-map-of m
    [NavigableMap]
    (comparator [] (.comparator m))
    (firstKey [] (.firstKey m))
    (lastKey [] (.lastKey m))
    (firstEntry [] (fixed-entry (.firstEntry m)))
    (lastEntry [] (fixed-entry (.lastEntry m)))
    (floorEntry [k] (fixed-entry (.floorEntry m k)))
    (lowerEntry [k] (fixed-entry (.lowerEntry m k)))
    (ceilingEntry [k] (fixed-entry (.ceilingEntry m k)))
    (higherEntry [k] (fixed-entry (.higherEntry m k)))
    (floorKey [k] (.floorKey m k))
    (lowerKey [k] (.lowerKey m k))
    (ceilingKey [k] (.ceilingKey m k))
    (higherKey [k] (.higherKey m k))
    (pollFirstEntry [] (no-change))
    (pollLastEntry [] (no-change))
    (descendingMap [] (read-only-sorted-map (.descendingMap m)))
    (navigableKeySet [] (read-only-sorted-set (.navigableKeySet m)))
    (descendingKeySet [] (read-only-sorted-set (.descendingKeySet m)))
    (headMap ([to] (read-only-sorted-map (.headMap m to))) ([to inclusive] (read-only-sorted-map (.headMap m to inclusive))))
    (tailMap ([from] (read-only-sorted-map (.tailMap m from)))
      ([from inclusive] (read-only-sorted-map (.tailMap m from inclusive))))
    (subMap ([from to] (read-only-sorted-map (.subMap m from to)))
      ([from from-inclusive to to-inclusive] (read-only-sorted-map (.subMap m from from-inclusive to to-inclusive))))))

(extend-class java.util.Collections
  :static
  (unmodifiableSortedSet [coll] (read-only-sorted-set (given java.util.SortedSet coll "s")))
  (unmodifiableNavigableSet [coll] (read-only-sorted-set (given NavigableSet coll "s")))
  (unmodifiableSortedMap [m] (read-only-sorted-map (given java.util.SortedMap m "m")))
  (unmodifiableNavigableMap [m] (read-only-sorted-map (given NavigableMap m "m")))
  (emptySortedSet [] (Collections/unmodifiableSortedSet (TreeSet.)))
  (emptyNavigableSet [] (Collections/unmodifiableSortedSet (TreeSet.)))
  (emptySortedMap [] (Collections/unmodifiableSortedMap (TreeMap.)))
  (emptyNavigableMap [] (Collections/unmodifiableSortedMap (TreeMap.))))
