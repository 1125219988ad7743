(ns clojure.host.skip-lists
  "java.util.concurrent.ConcurrentSkipListMap and -Set: a tree under the object's monitor."
  (:require [clojure.host.collections :refer [given]]
            [clojure.host.defclass :refer [defclass]]
            [clojure.host.removal :refer [removing-iterator]])
  (:import (java.util TreeMap TreeSet)))

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
  (put [this k v] (locking this (.put inner k (given Object v nil))))
  (putIfAbsent [this k v] (locking this (.putIfAbsent inner k (given Object v nil))))
  (replace ([this k v] (locking this (.replace inner k (given Object v nil))))
    ([this k old v] (locking this (.replace inner k (given Object old nil) (given Object v nil)))))
  (equals [this o] (and (instance? java.util.Map o) (= (into {} (.entrySet this)) (into {} (.entrySet o)))))
  (containsValue [this v] (locking this (.containsValue inner (given Object v nil))))
  (clone [this] (java.util.concurrent.ConcurrentSkipListMap. (locking this (.clone inner))))
  (forEach [this f] (.forEach (locking this (TreeMap. inner)) f)))

(def-locked java.util.concurrent.ConcurrentSkipListSet TreeSet. sorted-set-members
  (equals [this o] (and (instance? java.util.Set o) (= (set (.toArray this)) (set (.toArray o)))))
  (clone [this] (java.util.concurrent.ConcurrentSkipListSet. (locking this (.clone inner))))
  (iterator [this] (removing-iterator this (locking this (vec (.toArray inner))))))
