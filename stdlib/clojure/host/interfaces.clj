(ns clojure.host.interfaces
  "Default and static methods of interfaces, what abstract classes bring to the proxies made of them,
  and what small classes have besides their rows."
  (:require [clojure.host.defclass :refer [defenum extend-class fi given]])
  (:import (java.util Comparator)
           (java.util.function Function)))

(defenum java.lang.Thread$State [] [NEW RUNNABLE BLOCKED WAITING TIMED_WAITING TERMINATED])

(extend-class java.lang.StackTraceElement
  (isNativeMethod [frame] (= -2 (.getLineNumber frame))))

;; java.util.function

(extend-class java.util.function.Function
  (andThen [f g] (given g) (reify Function (apply [_ x] (fi g apply (fi f apply x)))))
  (compose [f g] (given g) (reify Function (apply [_ x] (fi f apply (fi g apply x)))))
  :static
  (identity [] (reify Function (apply [_ x] x))))

(extend-class java.util.function.UnaryOperator
  :static
  (identity [] (reify java.util.function.UnaryOperator (apply [_ x] x))))

(extend-class java.util.function.BiFunction
  (andThen [f g] (given g) (reify java.util.function.BiFunction (apply [_ x y] (fi g apply (fi f apply x y))))))

(defmacro ^:private extend-predicate [class-sym params & statics]
  `(extend-class ~class-sym
     (~'negate [p#] (reify ~class-sym (~'test [_# ~@params] (not (fi p# ~'test ~@params)))))
     (~'and [p# q#] (given q#) (reify ~class-sym (~'test [_# ~@params] (boolean (and (fi p# ~'test ~@params) (fi q# ~'test ~@params))))))
     (~'or [p# q#] (given q#) (reify ~class-sym (~'test [_# ~@params] (boolean (or (fi p# ~'test ~@params) (fi q# ~'test ~@params))))))
     ~@statics))

(extend-predicate java.util.function.Predicate [x]
  :static
  (not [p] (given p) (reify java.util.function.Predicate (test [_ x] (not (fi p test x)))))
  (isEqual [y] (reify java.util.function.Predicate (test [_ x] (= x y)))))
(extend-predicate java.util.function.BiPredicate [x y])
(extend-predicate java.util.function.IntPredicate [x])
(extend-predicate java.util.function.LongPredicate [x])
(extend-predicate java.util.function.DoublePredicate [x])

(defmacro ^:private extend-consumer [class-sym params]
  `(extend-class ~class-sym
     (~'andThen [f# g#] (given g#) (reify ~class-sym (~'accept [_# ~@params] (fi f# ~'accept ~@params) (fi g# ~'accept ~@params) nil)))))

(extend-consumer java.util.function.Consumer [x])
(extend-consumer java.util.function.BiConsumer [x y])
(extend-consumer java.util.function.IntConsumer [x])
(extend-consumer java.util.function.LongConsumer [x])
(extend-consumer java.util.function.DoubleConsumer [x])

(defmacro ^:private extend-operator [class-sym method]
  `(extend-class ~class-sym
     (~'andThen [f# g#] (given g#) (reify ~class-sym (~method [_# x#] (fi g# ~method (fi f# ~method x#)))))
     (~'compose [f# g#] (given g#) (reify ~class-sym (~method [_# x#] (fi f# ~method (fi g# ~method x#)))))
     :static
     (~'identity [] (reify ~class-sym (~method [_# x#] x#)))))

(extend-operator java.util.function.IntUnaryOperator applyAsInt)
(extend-operator java.util.function.LongUnaryOperator applyAsLong)
(extend-operator java.util.function.DoubleUnaryOperator applyAsDouble)

(extend-class java.util.function.BinaryOperator
  :static
  (minBy [order] (given order) (reify java.util.function.BinaryOperator (apply [_ x y] (if (pos? (.compare order x y)) y x))))
  (maxBy [order] (given order) (reify java.util.function.BinaryOperator (apply [_ x y] (if (neg? (.compare order x y)) y x)))))

;; Comparator

(defn- comparing [key-of order]
  (reify Comparator (compare [_ a b] (int (.compare order (key-of a) (key-of b))))))

(defn- then [first-order second-order]
  (reify Comparator
    (compare [_ a b]
      (let [c (.compare first-order a b)]
        (if (zero? c) (.compare second-order a b) c)))))

(extend-class java.util.Map$Entry
  :static
  (comparingByKey ([] (comparing key compare)) ([order] (comparing key order)))
  (comparingByValue ([] (comparing val compare)) ([order] (comparing val order))))

(defn- natural [a b]
  (clojure.core/-as java.lang.Comparable b)
  (.compareTo (clojure.core/-as java.lang.Comparable a) b))

(extend-class java.util.Comparator
  (reversed [c] (reify Comparator (compare [_ a b] (.compare c b a))))
  (thenComparing [c d]
    (given d)
    (if (instance? Comparator d)
      (then c d)
      (.thenComparing c d compare)))
  (thenComparing [c f order] (given f) (then c (comparing (fn [x] (fi f apply x)) order)))
  (thenComparingInt [c f] (given f) (then c (comparing (fn [x] (fi f applyAsInt x)) compare)))
  (thenComparingDouble [c f] (given f) (then c (comparing (fn [x] (fi f applyAsDouble x)) compare)))
  (thenComparingLong [c f] (given f) (then c (comparing (fn [x] (fi f applyAsLong x)) compare)))
  :static
  (naturalOrder [] (reify Comparator (compare [_ a b] (natural a b))))
  (reverseOrder [] (reify Comparator (compare [_ a b] (natural b a))))
  (comparing [f] (given f) (comparing (fn [x] (fi f apply x)) compare))
  (comparing [f order] (given f) (comparing (fn [x] (fi f apply x)) order))
  (comparingInt [f] (given f) (comparing (fn [x] (fi f applyAsInt x)) compare))
  (comparingLong [f] (given f) (comparing (fn [x] (fi f applyAsLong x)) compare))
  (comparingDouble [f] (given f) (comparing (fn [x] (fi f applyAsDouble x)) compare))
  (nullsFirst [c] (reify Comparator
                    (compare [_ a b] (int (cond (nil? a) (if (nil? b) 0 -1) (nil? b) 1 :else (.compare c a b))))))
  (nullsLast [c] (reify Comparator
                   (compare [_ a b] (int (cond (nil? a) (if (nil? b) 0 1) (nil? b) -1 :else (.compare c a b)))))))

;; Collections

(extend-class java.util.Iterator
  (forEachRemaining [this f]
    (given f)
    (while (.hasNext this) (fi f accept (.next this))))
  (remove [_] (throw (UnsupportedOperationException. "remove"))))

(extend-class clojure.lang.IMapIterable
  (keyIterator [this] (.iterator (or (keys this) ())))
  (valIterator [this] (.iterator (or (vals this) ()))))

;; Clojure's maps are maps of the host as well, which have a forEach of their own.
(extend-class java.lang.Iterable
  (forEach [this f]
    (if (and (instance? java.util.Map this) (not (instance? java.util.function.Consumer f)))
      (doseq [e (.entrySet this)] (fi f accept (key e) (val e)))
      (doseq [x this] (fi f accept x)))))

(extend-class java.util.Collection
  (removeIf [this p] (let [gone (filterv (fn [x] (fi p test x)) this)]
                       (doseq [x gone] (.remove this x))
                       (boolean (seq gone)))))

(defn- remove-such
  "Removes by the collection's iterator what satisfies the predicate; says whether there was any."
  [coll gone?]
  (let [it (.iterator coll)]
    (loop [changed false]
      (if (.hasNext it)
        (if (gone? (.next it))
          (do (.remove it) (recur true))
          (recur changed))
        changed))))

(defn- equal? [x y] (if (nil? x) (nil? y) (.equals x y)))

(defn- remove-first [coll x]
  (let [it (.iterator coll)]
    (loop []
      (cond (not (.hasNext it)) false
            (equal? x (.next it)) (do (.remove it) true)
            :else (recur)))))

(defn- given-collection [xs]
  (when (nil? xs)
    (throw (NullPointerException. "Cannot invoke \"java.util.Collection.iterator()\" because \"c\" is null"))))

(extend-class java.util.AbstractCollection
  (isEmpty [this] (zero? (.size this)))
  (contains [this x] (boolean (some (fn [y] (equal? x y)) this)))
  (containsAll [this xs] (given-collection xs) (every? (fn [x] (.contains this x)) xs))
  (toArray ([this] (to-array (seq this))) ([this array] (.toArray (vec (seq this)) array)))
  (addAll [this xs] (given-collection xs) (reduce (fn [changed x] (or (.add this x) changed)) false xs))
  (add [_ _] (throw (UnsupportedOperationException.)))
  (remove [this x] (remove-first this x))
  (removeIf [this p] (given p) (remove-such this (fn [x] (fi p test x))))
  (removeAll [this xs] (given xs) (remove-such this (fn [x] (.contains xs x))))
  (retainAll [this xs] (given xs) (remove-such this (fn [x] (not (.contains xs x)))))
  (clear [this] (remove-such this (constantly true)) nil)
  (toString [this] (str "[" (apply str (interpose ", " (map (fn [x] (if (nil? x) "null" (str x))) (iterator-seq (.iterator this))))) "]")))

(extend-class java.util.List
  (replaceAll [this f] (given f) (dotimes [i (.size this)] (.set this (int i) (fi f apply (.get this (int i))))))
  (sort [this order] (let [sorted (vec (if order (sort order this) (sort this)))]
                       (dotimes [i (count sorted)] (.set this (int i) (nth sorted i))))))

(defn- list-iterator [list start]
  (when-not (<= 0 start (.size list))
    (throw (IndexOutOfBoundsException. (str "Index: " start ", Size: " (.size list)))))
  (let [at (atom start)                                 ; of what next gives
        given (atom -1)                                 ; of what next or previous gave last
        given-index (fn [] (if (neg? @given) (throw (IllegalStateException.)) (int @given)))
        give (fn [i] (reset! given i) (.get list (int i)))]
    (reify java.util.ListIterator
      (hasNext [_] (< @at (.size list)))
      (next [_]
        (when-not (< @at (.size list))
          (throw (java.util.NoSuchElementException.)))
        (give (dec (swap! at inc))))
      (hasPrevious [_] (pos? @at))
      (previous [_]
        (when-not (pos? @at)
          (throw (java.util.NoSuchElementException.)))
        (give (swap! at dec)))
      (nextIndex [_] (int @at))
      (previousIndex [_] (int (dec @at)))
      (remove [_]
        (let [i (given-index)]
          (.remove list (int i))
          (when (< i @at) (swap! at dec))
          (reset! given -1)
          nil))
      (set [_ x] (.set list (given-index) x) nil)
      (add [_ x]
        (.add list (int @at) x)
        (swap! at inc)
        (reset! given -1)
        nil))))

(extend-class java.util.List
  (listIterator ([this] (list-iterator this 0)) ([this start] (list-iterator this start))))

(extend-class java.util.AbstractList
  (add ([_ _] (throw (UnsupportedOperationException.))) ([_ _ _] (throw (UnsupportedOperationException.))))
  (remove [this x] (if (instance? Integer x) (throw (UnsupportedOperationException.)) (remove-first this x)))
  (set [_ _ _] (throw (UnsupportedOperationException.)))
  (iterator [this] (list-iterator this 0))
  (listIterator ([this] (list-iterator this 0)) ([this start] (list-iterator this start)))
  (indexOf [this x] (int (or (first (keep-indexed (fn [i y] (when (equal? y x) i)) this)) -1)))
  (lastIndexOf [this x] (int (or (last (keep-indexed (fn [i y] (when (equal? y x) i)) this)) -1)))
  (equals [this o] (and (instance? java.util.List o) (= (vec this) (vec o))))
  (hashCode [this] (.hashCode (vec this))))

(extend-class java.util.AbstractSet
  (equals [this o] (and (instance? java.util.Set o) (= (set this) (set o))))
  (hashCode [this] (.hashCode (set this))))

(defn- remove-pair [m k v]
  (let [held (.get m k)]
    (if (and (= held v) (or (some? held) (.containsKey m k)))
      (do (.remove m k) true)
      false)))

(defn- entry-of [m k] (first (filter (fn [e] (equal? k (key e))) (.entrySet m))))

(extend-class java.util.AbstractMap
  (get [this k] (when-let [e (entry-of this k)] (val e)))
  (containsKey [this k] (boolean (entry-of this k)))
  (containsValue [this v] (boolean (some (fn [e] (equal? v (val e))) (.entrySet this))))
  (size [this] (.size (.entrySet this)))
  (isEmpty [this] (zero? (.size this)))
  (keySet [this] (set (map key (.entrySet this))))
  (values [this] (map val (.entrySet this)))
  (put [_ _ _] (throw (UnsupportedOperationException.)))
  (putAll [this m] (doseq [e (.entrySet m)] (.put this (key e) (val e))))
  (remove ([this k]
           (let [it (.iterator (.entrySet this))]
             (loop []
               (when (.hasNext it)
                 (let [e (.next it)]
                   (if (equal? k (key e))
                     (let [v (val e)] (.remove it) v)
                     (recur)))))))
    ([this k v] (remove-pair this k v)))
  (clear [this] (.clear (.entrySet this)))
  (toString [this]
    (str "{" (apply str (interpose ", " (map (fn [e] (str (key e) "=" (val e))) (.entrySet this)))) "}"))
  (equals [this o] (and (instance? java.util.Map o) (= (into {} (.entrySet this)) (into {} (.entrySet o)))))
  (hashCode [this] (.hashCode (into {} (.entrySet this)))))

;; The default methods of what programs implement.

(extend-class java.util.Enumeration
  (asIterator [this]
    (reify java.util.Iterator
      (hasNext [_] (.hasMoreElements this))
      (next [_] (.nextElement this)))))

(extend-class java.util.Map
  (remove [m k v] (remove-pair m k v))
  (getOrDefault [m k default] (if (.containsKey m k) (.get m k) default))
  (forEach [m f] (doseq [e (vec (.entrySet m))] (fi f accept (key e) (val e))))
  (replaceAll [m f] (given f) (doseq [e (.entrySet m)] (.setValue e (fi f apply (key e) (val e)))))
  (putIfAbsent [m k v] (let [old (.get m k)] (when (nil? old) (.put m k v)) old))
  (computeIfAbsent [m k f]
    (given f)
    (let [old (.get m k)]
      (if (nil? old)
        (let [v (fi f apply k)] (when-not (nil? v) (.put m k v)) v)
        old)))
  (computeIfPresent [m k f]
    (given f)
    (let [old (.get m k)]
      (when-not (nil? old)
        (let [v (fi f apply k old)] (if (nil? v) (.remove m k) (.put m k v)) v))))
  (compute [m k f]
    (given f)
    (let [v (fi f apply k (.get m k))]
      (cond (some? v) (.put m k v)
            (.containsKey m k) (.remove m k))
      v))
  (replace ([m k v] (when (.containsKey m k) (.put m k v)))
    ([m k old v] (boolean (when (and (.containsKey m k) (= (.get m k) old)) (.put m k v) true))))
  (merge [m k v f]
    (given f)
    (given v)
    (let [old (.get m k) v (if (nil? old) v (fi f apply old v))]
      (if (nil? v) (.remove m k) (.put m k v))
      v)))

;; Streams of characters and bytes

(extend-class java.io.Writer
  (append ([this x] (if (char? x) (.write this (int x)) (.write this (str x))) this)
    ([this x start end] (.write this (str (.subSequence (if (nil? x) "null" x) start end))) this)))

(extend-class java.io.OutputStream
  (write ([this b] (if (int? b) (throw (UnsupportedOperationException. "write")) (.write this b 0 (alength b))))
    ([this b at n] (dotimes [i n] (.write this (int (bit-and 255 (aget b (+ at i))))))))
  (flush [_])
  (close [_]))

(defn- read-up-to
  "Reads until n bytes are there or no more come: how many."
  [in b at n]
  (loop [done 0]
    (let [got (if (< done n) (.read in b (int (+ at done)) (int (- n done))) -1)]
      (if (neg? got) (int done) (recur (+ done got))))))

(extend-class java.io.InputStream
  (close [_])
  (available [_] (int 0))
  (markSupported [_] false)
  (mark [_ _])
  (reset [_] (throw (java.io.IOException. "mark/reset not supported")))
  (read ([_] (throw (UnsupportedOperationException. "read")))
    ([this b] (.read this b 0 (alength b)))
    ([this b at n]
     (loop [i 0]
       (let [x (if (< i n) (.read this) -1)]
         (cond
           (not (neg? x)) (do (aset-byte b (+ at i) (unchecked-byte x)) (recur (inc i)))
           (and (zero? i) (pos? n)) (int -1)
           :else (int i))))))
  (readNBytes ([this n]
               (when (neg? n) (throw (IllegalArgumentException. "len < 0")))
               (let [b (byte-array n)] (java.util.Arrays/copyOf b (read-up-to this b 0 n))))
    ([this b at n]
     (when (or (neg? at) (neg? n) (> (+ at n) (alength b))) (throw (IndexOutOfBoundsException.)))
     (read-up-to this b at n)))
  (skipNBytes [this n]
    (loop [left n]
      (when (pos? left)
        (let [skipped (.skip this left)]
          (cond
            (pos? skipped) (recur (- left skipped))
            (neg? (.read this)) (throw (java.io.EOFException.))
            :else (recur (dec left)))))))
  (transferTo [this out]
    (let [b (byte-array 8192)]
      (loop [total 0]
        (let [n (.read this b 0 8192)]
          (if (neg? n) total (do (.write out b 0 n) (recur (+ total n))))))))
  (skip [this n] (loop [i 0] (if (or (>= i n) (neg? (.read this))) i (recur (inc i)))))
  (readAllBytes [this]
    (let [out (java.io.ByteArrayOutputStream.) buffer (byte-array 8192)]
      (loop []
        (let [n (.read this buffer 0 8192)]
          (when-not (neg? n)
            (.write out buffer 0 n)
            (recur))))
      (.toByteArray out))))

(extend-class java.lang.Number
  (byteValue [this] (byte (.intValue this)))
  (shortValue [this] (short (.intValue this))))
