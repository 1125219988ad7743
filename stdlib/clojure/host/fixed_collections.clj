(ns clojure.host.fixed-collections
  "Collections of Java that nobody changes: List.of, Set.of, Map.of, Collections.nCopies and singletons.
  They refuse changes, and those of `of` refuse nil. Arrays.asList: a list as long as its array."
  (:require [clojure.host.collections :refer [no-change read-only-iterator unchanging-map]]
            [clojure.host.defclass :refer [defclass extend-class fi]])
  (:import (java.util AbstractList AbstractMap AbstractMap$SimpleImmutableEntry AbstractSet ArrayList Arrays Collections Iterator
                      LinkedHashMap LinkedHashSet NoSuchElementException Objects RandomAccess)))

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

;; What would make it shorter fails at its iterator, what would make it longer at `add`.
(defn- refuse-unless-all [keep? array]
  (when-not (every? keep? array) (throw (UnsupportedOperationException. "remove")))
  false)

(defclass java.util.Arrays$ArrayList [array]
  (size [_] (int (alength array)))
  (isEmpty [_] (zero? (alength array)))
  (get [_ i] (aget array i))
  (set [_ i x] (let [old (aget array i)] (aset array i x) old))
  (add ([_ _] (no-change)) ([_ _ _] (no-change)))
  (addAll ([this xs] (.addAll this 0 xs)) ([_ _ xs] (if (.isEmpty xs) false (no-change))))
  (clear [_] (when (pos? (alength array)) (no-change)))
  (remove [_ x] (if (instance? Integer x) (no-change) (refuse-unless-all (fn [y] (not (Objects/equals x y))) array)))
  (removeIf [_ p] (refuse-unless-all (fn [x] (not (fi p test x))) array))
  (removeAll [_ xs] (refuse-unless-all (fn [x] (not (.contains xs x))) array))
  (retainAll [_ xs] (refuse-unless-all (fn [x] (.contains xs x)) array))
  (contains [_ x] (.contains (vec array) x))
  (indexOf [_ x] (.indexOf (vec array) x))
  (lastIndexOf [_ x] (.lastIndexOf (vec array) x))
  (sort [_ order] (if order (Arrays/sort array order) (Arrays/sort array)))
  (toArray ([_] (to-array (vec array))) ([_ to] (.toArray (vec array) to)))
  (iterator [_]
    (let [at (int-array 1)]
      (reify Iterator
        (hasNext [_] (< (aget at 0) (alength array)))
        (next [_]
          (let [i (aget at 0)]
            (when-not (< i (alength array)) (throw (NoSuchElementException.)))
            (aset at 0 (unchecked-inc-int i))
            (aget array i))))))
  :static
  (new [array] (java.util.Arrays$ArrayList/<init> array)))

(extend-class java.util.Arrays
  :static
  (asList [& xs]
    (if (next xs)
      (java.util.Arrays$ArrayList. (to-array xs))
      (java.util.Arrays$ArrayList.
       (Objects/requireNonNull (clojure.core/-as (Class/forName "[Ljava.lang.Object;") (first xs)))))))

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
  (unchanging-map
    (size [] (.size inner))
    (get [k] (.get inner (check k)))
    (getOrDefault [k default] (.getOrDefault inner (check k) default))
    (containsKey [k] (.containsKey inner (check k)))
    (containsValue [v] (.containsValue inner (check v)))
    (toString [] (.toString inner))
    (put [_ _] (no-change))
    (putAll [_] (no-change))
    (remove ([_] (no-change)) ([_ _] (no-change)))
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
  (copyOf [coll] (distinct-set (distinct (seq coll)))))

(extend-class java.util.Map
  :static
  (entry [k v] (AbstractMap$SimpleImmutableEntry. (present k) (present v)))
  (of [& kvs] (distinct-map (partition 2 kvs)))
  (ofEntries [& entries] (distinct-map (map (juxt key val) (elements entries))))
  (copyOf [m] (distinct-map (map (juxt key val) m))))

(defn- repeated-list
  "A list of n times x, which has nothing that could change it but its order by `reorder`."
  [n x reorder]
  (proxy [AbstractList RandomAccess] []
    (get [i] (if (< -1 i n) x (throw (IndexOutOfBoundsException. (str "Index: " i ", Size: " n)))))
    (size [] n)
    (sort [_] (reorder))
    (iterator [] (read-only-iterator (ArrayList. (repeat n x))))))

(defn- single-set [x]
  (proxy [AbstractSet] []
    (size [] 1)
    (iterator [] (read-only-iterator (ArrayList. [x])))))

(defn- single-map [k v]
  (unchanging-map
    (entrySet [] (single-set (AbstractMap$SimpleImmutableEntry. k v)))
    (keySet [] (single-set k))
    (values [] (single-set v))
    (remove ([key] (when (Objects/equals k key) (no-change))) ([_ _] (no-change)))))

(extend-class java.util.Collections
  :static
  (nCopies [n x]
    (when (neg? n) (throw (IllegalArgumentException. (str "List length = " n))))
    (repeated-list n x (fn [] (when (pos? n) (no-change)))))
  (singletonList [x] (repeated-list 1 x (fn [])))
  (singleton [x] (single-set x))
  (singletonMap [k v] (single-map k v)))
