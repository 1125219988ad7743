(ns clojure.host.map-views
  "The live views of java.util's maps and sorted sets: keys, values, entries, and ranges."
  (:require [clojure.host.defclass :refer [defclass extend-class]])
  (:import (java.util ConcurrentModificationException HashMap$EntrySet HashMap$KeySet HashMap$Node HashMap$Values Iterator
                      NoSuchElementException TreeMap TreeMap$KeySet TreeMap$NavigableSubMap)
           (java.util.concurrent ConcurrentHashMap)))

;; An entry of a map, whose value can be set.
(defmacro ^:private def-entries [& class-syms]
  `(do ~@(for [class-sym class-syms]
           `(defclass ~class-sym [~'m ~'k ~(with-meta 'v {:unsynchronized-mutable true})]
              (~'getKey [_#] ~'k)
              (~'getValue [_#] ~'v)
              (~'setValue [_# x#] (let [old# ~'v] (set! ~'v x#) (.put ~'m ~'k x#) old#))
              (~'equals [_# o#] (and (instance? java.util.Map$Entry o#) (= ~'k (key o#)) (= ~'v (val o#))))
              (~'hashCode [_#] (bit-xor (if (nil? ~'k) 0 (.hashCode ~'k)) (if (nil? ~'v) 0 (.hashCode ~'v))))
              (~'toString [_#] (str (if (nil? ~'k) "null" ~'k) "=" (if (nil? ~'v) "null" ~'v)))))))

(def-entries java.util.HashMap$Node java.util.LinkedHashMap$Entry java.util.Hashtable$Entry java.util.WeakHashMap$Entry
  java.util.TreeMap$Entry java.util.concurrent.ConcurrentHashMap$MapEntry)

(defn- new-entry [m k v]
  (condp instance? m
    java.util.LinkedHashMap (java.util.LinkedHashMap$Entry/<init> m k v)
    java.util.HashMap (HashMap$Node/<init> m k v)
    TreeMap (java.util.TreeMap$Entry/<init> m k v)
    TreeMap$NavigableSubMap (java.util.TreeMap$Entry/<init> m k v)
    ConcurrentHashMap (java.util.concurrent.ConcurrentHashMap$MapEntry/<init> m k v)
    java.util.Hashtable (java.util.Hashtable$Entry/<init> m k v)
    java.util.WeakHashMap (java.util.WeakHashMap$Entry/<init> m k v)
    (HashMap$Node/<init> m k v)))

(defn- iterator-over
  "An iterator over what `give` makes of the entries that a map has now. `remove` takes a key away; a change of the
  size by anybody else ends it, unless the map is made for several threads."
  [m entries give remove]
  (let [it (.iterator entries)
        strict (not (instance? ConcurrentHashMap m))
        size (atom (.size m))
        given (atom nil)]
    (reify Iterator
      (hasNext [_] (.hasNext it))
      (next [_]
        (when (and strict (not= @size (.size m))) (throw (ConcurrentModificationException.)))
        (let [e (.next it)]
          (reset! given [(key e)])
          (give e)))
      (remove [_]
        (when-not @given (throw (IllegalStateException.)))
        (remove (first @given))
        (reset! size (.size m))
        (reset! given nil)))))

(defn- entries-of [m] (if (instance? TreeMap$NavigableSubMap m) (.inside m) (.snapshotEntries m)))
(defn- node [m] (fn [e] (new-entry m (key e) (val e))))
(defn- same-entry? [m e] (and (instance? java.util.Map$Entry e) (.containsKey m (key e)) (= (val e) (.get m (key e)))))

(defclass java.util.HashMap$KeySet [m]
  (size [_] (.size m))
  (contains [_ k] (.containsKey m k))
  (remove [_ k] (let [known (.containsKey m k)] (.remove m k) known))
  (clear [_] (.clear m))
  (iterator [_] (iterator-over m (entries-of m) key (fn [k] (.remove m k)))))

(defclass java.util.HashMap$Values [m]
  (size [_] (.size m))
  (contains [_ v] (.containsValue m v))
  (remove [_ v]
    (if-let [e (first (filter (fn [e] (= v (val e))) (entries-of m)))]
      (do (.remove m (key e)) true)
      false))
  (clear [_] (.clear m))
  (iterator [_] (iterator-over m (entries-of m) val (fn [k] (.remove m k)))))

(defclass java.util.HashMap$EntrySet [m]
  (size [_] (.size m))
  (contains [_ e] (same-entry? m e))
  (remove [_ e] (if (same-entry? m e) (do (.remove m (key e)) true) false))
  (clear [_] (.clear m))
  (iterator [_] (iterator-over m (entries-of m) (node m) (fn [k] (.remove m k)))))

(defmacro ^:private def-views [& class-syms]
  `(do ~@(for [class-sym class-syms]
           `(extend-class ~class-sym
              (~'keySet [m#] (HashMap$KeySet/<init> m#))
              (~'values [m#] (HashMap$Values/<init> m#))
              (~'entrySet [m#] (HashMap$EntrySet/<init> m#))))))

(def-views java.util.HashMap java.util.LinkedHashMap java.util.Hashtable java.util.WeakHashMap java.util.IdentityHashMap
  java.util.concurrent.ConcurrentHashMap)

;; The views of Clojure's maps, which cannot be changed through them.

(defn- iterator-of [xs] (.iterator (or xs ())))

(defclass clojure.lang.APersistentMap$4 [m]
  (size [_] (int (count m)))
  (contains [_ e] (boolean (and (instance? java.util.Map$Entry e) (= (find m (key e)) e))))
  (iterator [_] (iterator-of (seq m))))

(defclass clojure.lang.APersistentMap$5 [m]
  (size [_] (int (count m)))
  (contains [_ k] (contains? m k))
  (iterator [_] (iterator-of (keys m))))

(defclass clojure.lang.APersistentMap$6 [m]
  (size [_] (int (count m)))
  (iterator [_] (iterator-of (vals m))))

(extend-class clojure.lang.APersistentMap
  (keySet [m] (clojure.lang.APersistentMap$5/<init> m))
  (values [m] (clojure.lang.APersistentMap$6/<init> m))
  (entrySet [m] (clojure.lang.APersistentMap$4/<init> m)))

;; Ranges. A bound is nil or [key inclusive].

(defn- order-of [sorted] (or (.comparator sorted) (java.util.Comparator/naturalOrder)))

(defn- within? [order low high k]
  (and (or (nil? low) (let [c (.compare order k (first low))] (or (pos? c) (and (second low) (zero? c)))))
       (or (nil? high) (let [c (.compare order k (first high))] (or (neg? c) (and (second high) (zero? c)))))))

(defn- check-in-range [ok what] (when-not ok (throw (IllegalArgumentException. (str what " out of range")))))

(defn- narrowed
  "The bounds [low high] of a part of a range that is seen downwards or upwards; each of from and to is nil or
  [key inclusive]."
  [order low high down from to]
  (let [[new-low new-high] (if down [to from] [from to])
        closed (fn [bound] (when bound [(first bound) true]))
        may-bound? (fn [[k inclusive]] (if inclusive (within? order low high k) (within? order (closed low) (closed high) k)))]
    (when from (check-in-range (may-bound? from) "fromKey"))
    (when to (check-in-range (may-bound? to) "toKey"))
    (when (and new-low new-high (pos? (.compare order (first new-low) (first new-high))))
      (throw (IllegalArgumentException. "fromKey > toKey")))
    [(or new-low low) (or new-high high)]))

(defn- lowest
  "The first entry of a sorted map or set within bounds, or nil."
  [sorted low high]
  (let [e (cond
            (nil? low) (.snapshotFirst sorted)
            (second low) (.snapshotCeiling sorted (first low))
            :else (.snapshotHigher sorted (first low)))]
    (when (and e (within? (order-of sorted) nil high (key e))) e)))

(defn- highest [sorted low high]
  (let [e (cond
            (nil? high) (.snapshotLast sorted)
            (second high) (.snapshotFloor sorted (first high))
            :else (.snapshotLower sorted (first high)))]
    (when (and e (within? (order-of sorted) low nil (key e))) e)))

(defn- below
  "The last entry within bounds whose key is less than k, or k itself where `reached`."
  [sorted low high k reached]
  (if (within? (order-of sorted) nil high k)
    (let [e (if reached (.snapshotFloor sorted k) (.snapshotLower sorted k))]
      (when (and e (within? (order-of sorted) low nil (key e))) e))
    (highest sorted low high)))

(defn- above [sorted low high k reached]
  (if (within? (order-of sorted) low nil k)
    (let [e (if reached (.snapshotCeiling sorted k) (.snapshotHigher sorted k))]
      (when (and e (within? (order-of sorted) nil high (key e))) e))
    (lowest sorted low high)))

(defn- inside
  "A vector of the entries within bounds, from the first on or from the last."
  [sorted low high down]
  (loop [e (lowest sorted low high) out (transient [])]
    (if e
      (recur (above sorted nil high (key e) false) (conj! out e))
      (let [all (persistent! out)] (if down (vec (rseq all)) all)))))

(defn- existing [x] (if (nil? x) (throw (NoSuchElementException.)) x))
(defn- view-order [sorted down] (if down (java.util.Collections/reverseOrder (order-of sorted)) (order-of sorted)))
(defn- exported [e] (when e (java.util.AbstractMap$SimpleImmutableEntry. (key e) (val e))))
(defn- part [m low high down] (TreeMap$NavigableSubMap/<init> m low high down))

(defclass java.util.TreeMap$NavigableSubMap [m low high down]
  (order [_] (view-order m down))
  (comparator [this] (if down (.order this) (.comparator m)))
  (inside [_] (inside m low high down))
  (edge [_ first?] (if (= first? (not down)) (lowest m low high) (highest m low high)))
  (before [_ k reached] (if down (above m low high k reached) (below m low high k reached)))
  (after [_ k reached] (if down (below m low high k reached) (above m low high k reached)))
  (in-range [_ k] (within? (order-of m) low high k))
  (narrow [_ from to] (let [[low high] (narrowed (order-of m) low high down from to)] (part m low high down)))
  (size [this] (int (count (.inside this))))
  (isEmpty [this] (nil? (.edge this true)))
  (containsKey [this k] (and (.in-range this k) (.containsKey m k)))
  (get [this k] (when (.in-range this k) (.get m k)))
  (put [this k v] (check-in-range (.in-range this k) "key") (.put m k v))
  (putAll [this other] (doseq [e other] (.put this (key e) (val e))))
  (remove [this k] (when (.in-range this k) (.remove m k)))
  (clear [this] (doseq [e (.inside this)] (.remove m (key e))))
  (firstEntry [this] (exported (.edge this true)))
  (lastEntry [this] (exported (.edge this false)))
  (firstKey [this] (key (existing (.firstEntry this))))
  (lastKey [this] (key (existing (.lastEntry this))))
  (pollFirstEntry [this] (when-let [e (.firstEntry this)] (.remove m (key e)) e))
  (pollLastEntry [this] (when-let [e (.lastEntry this)] (.remove m (key e)) e))
  (floorEntry [this k] (exported (.before this k true)))
  (lowerEntry [this k] (exported (.before this k false)))
  (ceilingEntry [this k] (exported (.after this k true)))
  (higherEntry [this k] (exported (.after this k false)))
  (floorKey [this k] (some-> (.floorEntry this k) key))
  (lowerKey [this k] (some-> (.lowerEntry this k) key))
  (ceilingKey [this k] (some-> (.ceilingEntry this k) key))
  (higherKey [this k] (some-> (.higherEntry this k) key))
  (headMap ([this to] (.headMap this to false)) ([this to inclusive] (.narrow this nil [to inclusive])))
  (tailMap ([this from] (.tailMap this from true)) ([this from inclusive] (.narrow this [from inclusive] nil)))
  (subMap ([this from to] (.subMap this from true to false))
    ([this from from-inclusive to to-inclusive] (.narrow this [from from-inclusive] [to to-inclusive])))
  (descendingMap [_] (part m low high (not down)))
  (keySet [this] (.navigableKeySet this))
  (navigableKeySet [_] (TreeMap$KeySet/<init> m low high down))
  (descendingKeySet [_] (TreeMap$KeySet/<init> m low high (not down)))
  (values [this] (HashMap$Values/<init> this))
  (entrySet [this] (HashMap$EntrySet/<init> this)))

;; The keys of a range of a TreeMap, or a range of a TreeSet.
(defclass java.util.TreeMap$KeySet [source low high down]
  (order [_] (view-order source down))
  (comparator [this] (if down (.order this) (.comparator source)))
  (has [_ x] (if (instance? TreeMap source) (.containsKey source x) (.contains source x)))
  (inside [_] (mapv key (inside source low high down)))
  (edge [_ first?] (if (= first? (not down)) (lowest source low high) (highest source low high)))
  (before [_ x reached] (if down (above source low high x reached) (below source low high x reached)))
  (after [_ x reached] (if down (below source low high x reached) (above source low high x reached)))
  (in-range [_ x] (within? (order-of source) low high x))
  (narrow [_ from to]
    (let [[low high] (narrowed (order-of source) low high down from to)] (TreeMap$KeySet/<init> source low high down)))
  (size [this] (int (count (.inside this))))
  (isEmpty [this] (nil? (.edge this true)))
  (contains [this x] (and (.in-range this x) (.has this x)))
  (add [this x]
    (when (instance? TreeMap source) (throw (UnsupportedOperationException.)))
    (check-in-range (.in-range this x) "key")
    (.add source x))
  (remove [this x] (let [known (.contains this x)] (when known (.remove source x)) known))
  (clear [this] (doseq [x (.inside this)] (.remove source x)))
  (iterator [this] (iterator-over source (mapv (fn [x] (clojure.lang.MapEntry/create x x)) (.inside this)) key
                                  (fn [x] (.remove source x))))
  (descendingIterator [this] (.iterator (.descendingSet this)))
  (descendingSet [_] (TreeMap$KeySet/<init> source low high (not down)))
  (first [this] (key (existing (.edge this true))))
  (last [this] (key (existing (.edge this false))))
  (pollFirst [this] (when-let [e (.edge this true)] (.remove source (key e)) (key e)))
  (pollLast [this] (when-let [e (.edge this false)] (.remove source (key e)) (key e)))
  (floor [this x] (some-> (.before this x true) key))
  (lower [this x] (some-> (.before this x false) key))
  (ceiling [this x] (some-> (.after this x true) key))
  (higher [this x] (some-> (.after this x false) key))
  (headSet ([this to] (.headSet this to false)) ([this to inclusive] (.narrow this nil [to inclusive])))
  (tailSet ([this from] (.tailSet this from true)) ([this from inclusive] (.narrow this [from inclusive] nil)))
  (subSet ([this from to] (.subSet this from true to false))
    ([this from from-inclusive to to-inclusive] (.narrow this [from from-inclusive] [to to-inclusive]))))

(defn- whole [m] (part m nil nil false))

(extend-class java.util.TreeMap
  (clone [m] (doto (TreeMap. (.comparator m)) (.putAll m)))
  (firstEntry [m] (exported (.snapshotFirst m)))
  (lastEntry [m] (exported (.snapshotLast m)))
  (pollFirstEntry [m] (exported (.takeFirst m)))
  (pollLastEntry [m] (exported (.takeLast m)))
  (floorEntry [m k] (exported (.snapshotFloor m k)))
  (ceilingEntry [m k] (exported (.snapshotCeiling m k)))
  (lowerEntry [m k] (exported (.snapshotLower m k)))
  (higherEntry [m k] (exported (.snapshotHigher m k)))
  (headMap ([m to] (.headMap (whole m) to)) ([m to inclusive] (.headMap (whole m) to inclusive)))
  (tailMap ([m from] (.tailMap (whole m) from)) ([m from inclusive] (.tailMap (whole m) from inclusive)))
  (subMap ([m from to] (.subMap (whole m) from to))
    ([m from from-inclusive to to-inclusive] (.subMap (whole m) from from-inclusive to to-inclusive)))
  (descendingMap [m] (part m nil nil true))
  (keySet [m] (.navigableKeySet m))
  (navigableKeySet [m] (TreeMap$KeySet/<init> m nil nil false))
  (descendingKeySet [m] (TreeMap$KeySet/<init> m nil nil true))
  (values [m] (HashMap$Values/<init> m))
  (entrySet [m] (HashMap$EntrySet/<init> m)))

(defn- whole-set [s] (TreeMap$KeySet/<init> s nil nil false))

(extend-class java.util.TreeSet
  (clone [s] (doto (java.util.TreeSet. (.comparator s)) (.addAll s)))
  (headSet ([s to] (.headSet (whole-set s) to)) ([s to inclusive] (.headSet (whole-set s) to inclusive)))
  (tailSet ([s from] (.tailSet (whole-set s) from)) ([s from inclusive] (.tailSet (whole-set s) from inclusive)))
  (subSet ([s from to] (.subSet (whole-set s) from to))
    ([s from from-inclusive to to-inclusive] (.subSet (whole-set s) from from-inclusive to to-inclusive)))
  (descendingSet [s] (TreeMap$KeySet/<init> s nil nil true))
  (descendingIterator [s] (.iterator (.descendingSet s))))
