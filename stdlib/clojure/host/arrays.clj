(ns clojure.host.arrays
  "What java.util.Arrays, Objects and UUID have beside their native members."
  (:require [clojure.host.defclass :refer [extend-class fi]])
  (:import (java.util Arrays)))

(defn- array? [x] (and (some? x) (.isArray (class x))))

(defn- deep-equals [a b]
  (cond
    (identical? a b) true
    (or (nil? a) (nil? b)) false
    (and (array? a) (array? b))
    (and (= (class a) (class b)) (= (alength a) (alength b))
         (every? (fn [i] (deep-equals (aget a i) (aget b i))) (range (alength a))))
    :else (.equals a b)))

(defn- deep-hash [x]
  (if (array? x)
    (if (instance? (Class/forName "[Ljava.lang.Object;") x)
      (reduce (fn [h y] (unchecked-int (unchecked-add (unchecked-multiply 31 h) (deep-hash y)))) 1 x)
      (Arrays/hashCode x))
    (if (nil? x) 0 (.hashCode x))))

(defn- differing-index
  "The first index at which the arrays differ, by equals or by a comparator, within the shorter one; nil if there is none."
  ([a b] (differing-index a b (fn [x y] (java.util.Objects/equals x y))))
  ([a b same?]
   ;; None behind it is looked at: what compares may be a program's.
   (let [end (min (alength a) (alength b))]
     (loop [i 0]
       (when (< i end)
         (if (same? (aget a i) (aget b i)) (recur (inc i)) i))))))

(defn- same-by [order]
  (java.util.Objects/requireNonNull order)
  (fn [x y] (or (identical? x y) (zero? (.compare order x y)))))

(defn- first-difference
  "What the comparator says of the first elements that it tells apart, within the shorter array; or nil."
  [order a b]
  (let [end (min (alength a) (alength b))]
    (loop [i 0]
      (when (< i end)
        (let [x (aget a i) y (aget b i)
              n (if (identical? x y) 0 (.compare order x y))]
          (if (zero? n) (recur (inc i)) n))))))

(defn- call-with-int
  "Calls a function, or a functional interface that takes an int."
  [f i]
  (if (fn? f)
    (f i)
    (condp instance? f
      java.util.function.IntUnaryOperator (.applyAsInt f (int i))
      java.util.function.IntToLongFunction (.applyAsLong f (int i))
      java.util.function.IntToDoubleFunction (.applyAsDouble f (int i))
      (.apply f (int i)))))

(defn- combine [f x y]
  (if (fn? f)
    (f x y)
    (condp instance? f
      java.util.function.IntBinaryOperator (.applyAsInt f x y)
      java.util.function.LongBinaryOperator (.applyAsLong f x y)
      java.util.function.DoubleBinaryOperator (.applyAsDouble f x y)
      (.apply f x y))))

(defn- check-range
  "Throws unless from and to are the bounds of a part of the array."
  [xs from to]
  (when (> from to) (throw (IllegalArgumentException. (str "fromIndex(" from ") > toIndex(" to ")"))))
  (when (neg? from) (throw (ArrayIndexOutOfBoundsException. (str "Array index out of range: " from))))
  (when (> to (alength xs)) (throw (ArrayIndexOutOfBoundsException. (str "Array index out of range: " to)))))

(defn- part [xs from to]
  (check-range xs from to)
  (Arrays/copyOfRange xs from to))

(defn- mismatch-of [a b differing]
  (int (or differing (if (= (alength a) (alength b)) -1 (min (alength a) (alength b))))))

(defn- compare-elements
  "As compareTo of the elements' classes, which for bytes, shorts and characters is a difference."
  [x y]
  (cond (or (instance? Byte x) (instance? Short x)) (- x y)
        (char? x) (- (int x) (int y))
        (or (double? x) (float? x)) (Double/compare x y)
        :else (compare x y)))

(extend-class java.util.Arrays
  :static
  (deepEquals [a b] (deep-equals a b))
  (equals [a from to b from2 to2] (Arrays/equals (part a from to) (part b from2 to2)))
  (mismatch [a from to b from2 to2] (Arrays/mismatch (part a from to) (part b from2 to2)))
  (compare [a from to b from2 to2] (Arrays/compare (part a from to) (part b from2 to2)))
  (deepHashCode [xs] (int (deep-hash xs)))
  (compare [a b]
    (int (if-let [i (differing-index a b)] (compare-elements (aget a i) (aget b i)) (- (alength a) (alength b)))))
  (compare [a b order]
    (java.util.Objects/requireNonNull order)
    (int (or (first-difference order a b) (- (alength a) (alength b)))))
  (equals [a b order]
    (java.util.Objects/requireNonNull order)
    (boolean (or (identical? a b)
                 (and a b (= (alength a) (alength b))
                      (nil? (differing-index a b (fn [x y] (zero? (.compare order x y)))))))))
  (mismatch ([a b] (mismatch-of a b (differing-index a b)))
    ([a b order] (mismatch-of a b (differing-index a b (same-by order)))))
  (setAll [xs f] (dotimes [i (alength xs)] (aset xs i (call-with-int f i))))
  (parallelSetAll [xs f] (Arrays/setAll xs f))
  (parallelPrefix [xs f] (doseq [i (range 1 (alength xs))] (aset xs i (combine f (aget xs (dec i)) (aget xs i)))))
  (parallelSort ([xs] (Arrays/sort xs)) ([xs order] (Arrays/sort xs order)) ([xs from to] (Arrays/sort xs from to)))
  (binarySearch ([xs from to x]
                 (check-range xs from to)
                 (loop [low from high (dec to)]
                   (if (> low high)
                     (int (- (inc low)))
                     (let [i (quot (+ low high) 2) c (compare (aget xs i) x)]
                       (cond (neg? c) (recur (inc i) high) (pos? c) (recur low (dec i)) :else (int i))))))
    ([xs x order] (java.util.Collections/binarySearch (Arrays/asList xs) x order))))

(extend-class java.util.Objects
  :static
  (deepEquals [a b] (deep-equals a b))
  (checkFromToIndex [from to n]
    (if (and (<= 0 from) (<= from to) (<= to n))
      (int from)
      (throw (IndexOutOfBoundsException. (str "Range [" from ", " to ") out of bounds for length " n)))))
  (checkFromIndexSize [from size n]
    (if (and (<= 0 from) (<= 0 size) (<= (+ from size) n))
      (int from)
      (throw (IndexOutOfBoundsException. (str "Range [" from ", " from " + " size ") out of bounds for length " n))))))

;; UUIDs of version 1 hold a time, a number and a place.

(defn- check-time-based [uuid]
  (when-not (= 1 (.version uuid)) (throw (UnsupportedOperationException. "Not a time-based UUID"))))

(extend-class java.util.UUID
  (timestamp [this]
    (check-time-based this)
    (let [high (.getMostSignificantBits this)]
      (bit-or (bit-shift-left (bit-and high 0xfff) 48) (bit-shift-left (bit-and (bit-shift-right high 16) 0xffff) 32)
              (unsigned-bit-shift-right high 32))))
  (clockSequence [this]
    (check-time-based this)
    (int (bit-and 0x3fff (unsigned-bit-shift-right (.getLeastSignificantBits this) 48))))
  (node [this]
    (check-time-based this)
    (bit-and 0xffffffffffff (.getLeastSignificantBits this))))
