(ns clojure.host.struct-maps
  "Struct maps: maps whose first keys, those of a basis, are always there. Their values are in a vector in the
  order of the basis, what else was added is in a map of its own."
  (:require [clojure.host.defclass :refer [defclass]])
  (:import (clojure.lang ArityException MapEntry PersistentStructMap PersistentStructMap$Def)))

;; slots: each key of the basis to its index.
(defclass clojure.lang.PersistentStructMap$Def [keys slots])

(defn- as-basis [x] (clojure.core/-as clojure.lang.PersistentStructMap$Def x))

(defn- slot-of [basis k] (get (.-slots basis) k))

(defn- with-entry
  "As conj of one entry, a pair, or a seqable of entries."
  [m x]
  (cond
    (instance? java.util.Map$Entry x) (assoc m (.getKey x) (.getValue x))
    (vector? x) (if (= 2 (count x))
                  (assoc m (nth x 0) (nth x 1))
                  (throw (IllegalArgumentException. "Vector arg to map conj must be a pair")))
    :else (reduce (fn [m x]
                    (let [entry (clojure.core/-as java.util.Map$Entry x)]
                      (assoc m (.getKey entry) (.getValue entry))))
                  m (seq x))))

(defn- entries
  "The entries from the i-th on, as the JVM walks them: one by one, and then those of ext."
  [basis-keys vals i ext]
  (when basis-keys
    (cons (MapEntry/create (first basis-keys) (nth vals i))
          (if (next basis-keys)
            (lazy-seq (entries (next basis-keys) vals (inc i) ext))
            (seq ext)))))

(defn- plain
  "The map with the same entries, for what depends on them alone."
  [m]
  (into {} (seq m)))

(defn- refuse-arguments [n]
  (throw (ArityException. n "clojure.lang.PersistentStructMap")))

(defclass clojure.lang.PersistentStructMap [basis vals ext metadata]
  (meta [_] metadata)
  (withMeta [_ m] (PersistentStructMap/<init> basis vals ext m))
  (valAt ([this k] (.valAt this k nil))
    ([_ k default] (if-let [slot (slot-of basis k)] (nth vals slot) (get ext k default))))
  (invoke ([_] (refuse-arguments 0))
    ([this k] (.valAt this k nil))
    ([this k default] (.valAt this k default))
    ([_ _ _ _ & more] (refuse-arguments (min 21 (+ 3 (count more))))))
  (applyTo [this args]
    (let [[k default] args]
      (case (bounded-count 21 args)
        1 (.valAt this k nil)
        2 (.valAt this k default)
        (refuse-arguments (min 21 (bounded-count 21 args))))))
  (get [this k] (.valAt this k nil))
  (getOrDefault [this k default] (.valAt this k default))
  (containsKey [_ k] (or (some? (slot-of basis k)) (contains? ext k)))
  (containsValue [this v] (boolean (some (fn [entry] (= v (val entry))) (.seq this))))
  (entryAt [_ k]
    (if-let [slot (slot-of basis k)]
      (MapEntry/create (key (find (.-slots basis) k)) (nth vals slot))
      (find ext k)))
  (assoc [_ k v]
    (if-let [slot (slot-of basis k)]
      (PersistentStructMap/<init> basis (assoc vals slot v) ext metadata)
      (PersistentStructMap/<init> basis vals (assoc ext k v) metadata)))
  (assocEx [this k v]
    (if (.containsKey this k)
      (throw (RuntimeException. "Key already present"))
      (.assoc this k v)))
  (without [this k]
    (when (slot-of basis k)
      (throw (RuntimeException. "Can't remove struct key")))
    (if (contains? ext k)
      (PersistentStructMap/<init> basis vals (dissoc ext k) metadata)
      this))
  (cons [this x] (with-entry this x))
  (count [_] (int (+ (count vals) (count ext))))
  (size [this] (.count this))
  (isEmpty [_] false)
  (seq [_] (entries (.-keys basis) vals 0 ext))
  (iterator [this] (.iterator (plain this)))
  (empty [_] (PersistentStructMap/construct basis nil))
  (equiv [this other] (= (plain this) other))
  (equals [this other] (.equals (plain this) other))
  (hasheq [this] (hash (plain this)))
  (hashCode [this] (.hashCode (plain this)))
  (keySet [this] (.keySet (plain this)))
  (values [this] (.values (plain this)))
  (entrySet [this] (.entrySet (plain this)))
  (toString [this] (str (plain this)))
  :static
  (createSlotMap [ks]
    (when-not ks
      (throw (IllegalArgumentException. "Must supply keys")))
    (PersistentStructMap$Def/<init>
     (seq ks)
     (clojure.lang.RT/map (to-array (mapcat vector ks (range))))))
  (create [basis keyvals]
    (as-basis basis)
    (loop [vals (vec (repeat (count (.-slots basis)) nil)) ext clojure.lang.PersistentHashMap/EMPTY more (seq keyvals)]
      (if more
        (let [k (first more) slot (slot-of basis k)]
          (when-not (next more)
            (throw (IllegalArgumentException. (str "No value supplied for key: " (pr-str k)))))
          (if slot
            (recur (assoc vals slot (second more)) ext (nnext more))
            (recur vals (assoc ext k (second more)) (nnext more))))
        (PersistentStructMap/<init> basis vals ext nil))))
  (construct [basis values]
    (as-basis basis)
    (let [n (count (.-slots basis))]
      (when (> (count values) n)
        (throw (IllegalArgumentException. "Too many arguments to struct constructor")))
      (PersistentStructMap/<init> basis (vec (take n (concat values (repeat nil)))) clojure.lang.PersistentHashMap/EMPTY nil)))
  (getAccessor [basis k]
    (as-basis basis)
    (let [slot (or (slot-of basis k)
                   (throw (IllegalArgumentException. "Not a key of struct")))]
      (fn [m]
        (clojure.core/-as clojure.lang.PersistentStructMap m)
        (when-not (identical? basis (.-basis m))
          (throw (RuntimeException. "Accessor/struct mismatch")))
        (nth (.-vals m) slot)))))
