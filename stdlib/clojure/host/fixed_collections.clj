(ns clojure.host.fixed-collections
  "Collections of Java that nobody changes: List.of, Set.of, Map.of, Collections.nCopies and singletons.
  They refuse changes, and those of `of` refuse nil."
  (:require [clojure.host.collections :refer [no-change read-only-iterator]]
            [clojure.host.defclass :refer [extend-class]])
  (:import (java.util AbstractList AbstractMap AbstractMap$SimpleImmutableEntry AbstractSet ArrayList Collections LinkedHashMap
                      LinkedHashSet RandomAccess)))

(defn- present [x] (if (nil? x) (throw (NullPointerException.)) x))

(defn- out-of-bounds [i size]
  (throw (if (< size 3)
           (IndexOutOfBoundsException. (str "Index: " i " Size: " size))
           (ArrayIndexOutOfBoundsException. (str "Index " i " out of bounds for length " size)))))

;; `check` is what becomes of an element that is looked for.
(defn- fixed-list [xs check]
  (let [inner (ArrayList. xs) size (.size inner)]
    (proxy [AbstractList RandomAccess] []
      (get [i] (if (< -1 i size) (.get inner (int i)) (out-of-bounds i size)))
      (size [] size)
      (contains [x] (.contains inner (check x)))
      (indexOf [x] (.indexOf inner (check x)))
      (lastIndexOf [x] (.lastIndexOf inner (check x)))
      (toString [] (.toString inner))
      (iterator [] (read-only-iterator inner))
      (remove [_] (no-change))
      (removeIf [_] (no-change))
      (removeAll [_] (no-change))
      (retainAll [_] (no-change))
      (addAll ([_] (no-change)) ([_ _] (no-change)))
      (clear [] (no-change))
      (replaceAll [_] (no-change))
      (sort [_] (no-change)))))

(defn- fixed-set [inner check]
  (proxy [AbstractSet] []
    (size [] (.size inner))
    (contains [x] (.contains inner (check x)))
    (toString [] (.toString inner))
    (iterator [] (read-only-iterator inner))
    (remove [_] (no-change))
    (removeIf [_] (no-change))
    (removeAll [_] (no-change))
    (retainAll [_] (no-change))
    (addAll [_] (no-change))
    (clear [] (no-change))))

(defn- fixed-map [inner check]
  (proxy [AbstractMap] []
    (size [] (.size inner))
    (get [k] (.get inner (check k)))
    (getOrDefault [k default] (.getOrDefault inner (check k) default))
    (containsKey [k] (.containsKey inner (check k)))
    (containsValue [v] (.containsValue inner (check v)))
    (toString [] (.toString inner))
    (put [_ _] (no-change))
    (putIfAbsent [_ _] (no-change))
    (putAll [_] (no-change))
    (remove ([_] (no-change)) ([_ _] (no-change)))
    (merge [_ _ _] (no-change))
    (compute [_ _] (no-change))
    (computeIfAbsent [_ _] (no-change))
    (computeIfPresent [_ _] (no-change))
    (replace ([_ _] (no-change)) ([_ _ _] (no-change)))
    (replaceAll [_] (no-change))
    (clear [] (no-change))
    (keySet [] (fixed-set (.keySet inner) identity))
    (values [] (fixed-list (.values inner) identity))
    (entrySet [] (fixed-set (.entrySet inner) identity))))

(defn- elements
  "What variable arguments stand for: one array is its elements."
  [args]
  (let [[x & more] args]
    (vec (if (and (nil? more) (some? x) (.isArray (class x))) x args))))

(defn- distinct-set [xs]
  (let [inner (LinkedHashSet.)]
    (doseq [x xs]
      (when-not (.add inner (present x)) (throw (IllegalArgumentException. (str "duplicate element: " x)))))
    (fixed-set inner present)))

(defn- distinct-map [pairs]
  (let [inner (LinkedHashMap.)]
    (doseq [[k v] pairs]
      (when (.containsKey inner (present k)) (throw (IllegalArgumentException. (str "duplicate key: " k))))
      (.put inner k (present v)))
    (fixed-map inner present)))

(extend-class java.util.List
  :static
  (of [& xs] (fixed-list (map present (elements xs)) present))
  (copyOf [coll] (fixed-list (map present coll) present)))

(extend-class java.util.Set
  :static
  (of [& xs] (distinct-set (elements xs)))
  (copyOf [coll] (distinct-set (distinct coll))))

(extend-class java.util.Map
  :static
  (entry [k v] (AbstractMap$SimpleImmutableEntry. (present k) (present v)))
  (of [& kvs] (distinct-map (partition 2 kvs)))
  (ofEntries [& entries] (distinct-map (map (juxt key val) (elements entries))))
  (copyOf [m] (distinct-map (map (juxt key val) m))))

(extend-class java.util.Collections
  :static
  (nCopies [n x]
    (when (neg? n) (throw (IllegalArgumentException. (str "List length = " n))))
    (fixed-list (repeat n x) identity))
  (singletonList [x] (fixed-list [x] identity))
  (singleton [x] (fixed-set (LinkedHashSet. [x]) identity))
  (singletonMap [k v] (fixed-map (LinkedHashMap. {k v}) identity)))
