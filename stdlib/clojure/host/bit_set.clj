(ns clojure.host.bit-set
  "java.util.BitSet: bit i is bit (rem i 64) of the long at (quot i 64)."
  (:require [clojure.host.defclass :refer [defclass]]
            [clojure.string :as str])
  (:import (java.util Arrays BitSet)))

(defn- out-of-bounds [& parts] (throw (IndexOutOfBoundsException. (apply str parts))))

(defn- check-range [from to]
  (cond (neg? from) (out-of-bounds "fromIndex < 0: " from)
        (neg? to) (out-of-bounds "toIndex < 0: " to)
        (> from to) (out-of-bounds "fromIndex: " from " > toIndex: " to)))

(defn- used
  "How many longs there are up to the last that is not 0."
  ^long [^longs words]
  (loop [n (alength words)] (if (and (pos? n) (zero? (aget words (dec n)))) (recur (dec n)) n)))

(defn- combine
  "Stores (f word other-word) for the first n words; where `others` end, their words are 0."
  [^longs words ^longs others n f]
  (dotimes [k n] (aset words k (long (f (aget words k) (if (< k (alength others)) (aget others k) 0))))))

(defn- mask
  "The bits of word k that lie in [from, to)."
  ^long [^long k ^long from ^long to]
  (bit-and (if (= k (bit-shift-right from 6)) (bit-shift-left -1 from) -1)
           (if (= k (bit-shift-right (dec to) 6)) (unsigned-bit-shift-right -1 (- to)) -1)))

(defclass java.util.BitSet [^:unsynchronized-mutable words ^:unsynchronized-mutable sticky]
  (reserve [_ n]
    (let [^longs old words n (long n)]
      (when (< (alength old) n)
        (set! sticky false)
        (set! words (Arrays/copyOf old (int (max n (* 2 (alength old)))))))
      nil))
  (change [this f from to]
    (let [from (long from) ^longs w words to (min (long to) (* 64 (alength w)))]
      (loop [k (bit-shift-right from 6)]
        (when (< (* 64 k) to)
          (aset w k (long (f (aget w k) (mask k from to))))
          (recur (inc k))))))
  (get ([_ i]
        (let [i (long i) k (bit-shift-right i 6) ^longs w words]
          (when (neg? i) (out-of-bounds "bitIndex < 0: " i))
          (and (< k (alength w)) (bit-test (aget w k) (bit-and i 63)))))
    ([this from to]
     (check-range from to)
     (let [slice (BitSet. (max 0 (- (min (long to) (long (.length this))) (long from))))]
       (loop [i (long (.nextSetBit this from))]
         (if (< -1 i (long to))
           (do (.set slice (- i (long from))) (recur (long (.nextSetBit this (inc i)))))
           slice)))))
  (set ([this i]
        (let [i (long i) k (bit-shift-right i 6)]
          (when (neg? i) (out-of-bounds "bitIndex < 0: " i))
          (when (>= k (alength ^longs words)) (.reserve this (inc k)))
          (let [^longs w words] (aset w k (bit-or (aget w k) (bit-shift-left 1 i))))
          nil))
    ([this i x]
     (cond (not (boolean? x)) (.set this i x true)
           x (.set this i)
           :else (.clear this i)))
    ([this from to on]
     (check-range from to)
     (when (< (long from) (long to))
       (if on
         (do (.reserve this (inc (bit-shift-right (dec (long to)) 6)))
             (.change this bit-or from to))
         (.change this bit-and-not from to)))))
  (clear ([_] (Arrays/fill ^longs words 0))
    ([_ i]
     (let [i (long i) k (bit-shift-right i 6) ^longs w words]
       (when (neg? i) (out-of-bounds "bitIndex < 0: " i))
       (when (< k (alength w)) (aset w k (bit-and-not (aget w k) (bit-shift-left 1 i))))
       nil))
    ([this from to] (.set this from to false)))
  (flip ([this i] (if (.get this i) (.clear this i) (.set this i)))
    ([this from to]
     (check-range from to)
     (when (< (long from) (long to))
       (.reserve this (inc (bit-shift-right (dec (long to)) 6)))
       (.change this bit-xor from to))))
  (and [_ o] (combine words (.-words o) (alength ^longs words) bit-and))
  (or [this o]
    (let [n (used (.-words o))]
      (.reserve this n)
      (combine words (.-words o) n bit-or)))
  (xor [this o]
    (let [n (used (.-words o))]
      (.reserve this n)
      (combine words (.-words o) n bit-xor)))
  (andNot [_ o] (combine words (.-words o) (alength ^longs words) bit-and-not))
  (intersects [_ o] (boolean (some true? (map (fn [a b] (not (zero? (bit-and a b)))) words (.-words o)))))
  (cardinality [_] (let [^longs w words] (int (areduce w k n 0 (+ n (Long/bitCount (aget w k)))))))
  (isEmpty [_] (zero? (used words)))
  (length [_]
    (let [n (used words)]
      (int (if (zero? n) 0 (- (* 64 n) (Long/numberOfLeadingZeros (aget ^longs words (dec n))))))))
  (size [_] (int (* 64 (alength ^longs words))))
  (nextSetBit [_ i]
    (let [i (long i) ^longs w words n (alength w)]
      (when (neg? i) (out-of-bounds "fromIndex < 0: " i))
      (loop [k (bit-shift-right i 6) kept (bit-shift-left -1 i)]
        (if (< k n)
          (let [word (bit-and (aget w k) kept)]
            (if (zero? word) (recur (inc k) -1) (int (+ (* 64 k) (Long/numberOfTrailingZeros word)))))
          (int -1)))))
  (nextClearBit [_ i]
    (let [i (long i) ^longs w words n (alength w)]
      (when (neg? i) (out-of-bounds "fromIndex < 0: " i))
      (loop [k (bit-shift-right i 6) kept (bit-shift-left -1 i)]
        (if (< k n)
          (let [word (bit-and (bit-not (aget w k)) kept)]
            (if (zero? word) (recur (inc k) -1) (int (+ (* 64 k) (Long/numberOfTrailingZeros word)))))
          (int (max i (* 64 n)))))))
  (previousSetBit [this i]
    (let [i (long i)]
      (when (< i -1) (out-of-bounds "fromIndex < -1: " i))
      (loop [i (min i (dec (long (.length this))))]
        (if (or (neg? i) (.get this i)) (int i) (recur (dec i))))))
  (previousClearBit [this i]
    (let [i (long i)]
      (when (< i -1) (out-of-bounds "fromIndex < -1: " i))
      (loop [i i] (if (and (>= i 0) (.get this i)) (recur (dec i)) (int i)))))
  (indices [this] (take-while (complement neg?) (iterate (fn [i] (.nextSetBit this (inc i))) (.nextSetBit this 0))))
  (stream [this] (java.util.Arrays/stream (int-array (.indices this))))
  (clone [_]
    (when-not sticky (set! words (Arrays/copyOf ^longs words (int (used words)))))
    (BitSet/<init> (aclone ^longs words) sticky))
  (equals [_ o]
    (and (instance? BitSet o)
         (let [n (used words)]
           (and (= n (used (.-words o))) (= (take n words) (take n (.-words o)))))))
  (hashCode [_]
    (let [^longs w words
          h (areduce w k h 1234 (bit-xor h (unchecked-multiply (aget w k) (inc k))))]
      (unchecked-int (bit-xor (bit-shift-right h 32) h))))
  (toLongArray [_] (Arrays/copyOf ^longs words (int (used words))))
  (toByteArray [this]
    (let [^longs w words]
      (byte-array (map (fn [i] (unchecked-byte (bit-shift-right (aget w (quot i 8)) (* 8 (rem i 8)))))
                       (range (quot (+ 7 (.length this)) 8))))))
  (toString [this] (str "{" (str/join ", " (.indices this)) "}"))
  :static
  (new ([] (BitSet/<init> (long-array 1) false))
    ([n] (when (neg? n) (throw (NegativeArraySizeException. (str "nbits < 0: " n))))
         (BitSet/<init> (long-array (quot (+ 63 n) 64)) true)))
  (valueOf [xs]
    (if (bytes? xs)
      (let [words (long-array (quot (+ 7 (alength xs)) 8))]
        (dotimes [i (alength xs)]
          (let [k (quot i 8)]
            (aset words k (bit-or (aget words k) (bit-shift-left (bit-and 255 (aget xs i)) (* 8 (rem i 8)))))))
        (BitSet/<init> (Arrays/copyOf words (int (used words))) false))
      (BitSet/<init> (Arrays/copyOf ^longs xs (int (used xs))) false))))
