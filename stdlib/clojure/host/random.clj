(ns clojure.host.random
  "What java.util.random.RandomGenerator brings to its classes, and SplittableRandom: the same numbers as Java's."
  (:require [clojure.host.defclass :refer [defclass extend-class]])
  (:import (java.util SplittableRandom)
           (java.util.stream DoubleStream IntStream LongStream)))

(defn- check-bound [bound]
  (when-not (and (< 0 bound) (< bound ##Inf)) (throw (IllegalArgumentException. "bound must be positive"))))

(defn- check-range [from to]
  (when-not (< from to) (throw (IllegalArgumentException. "bound must be greater than origin"))))

(defn- bounded-long
  "A number of [0, bound), from next-long."
  [next-long bound]
  (let [m (dec bound)]
    (if (zero? (bit-and bound m))
      (bit-and (next-long) m)
      (loop [u (unsigned-bit-shift-right (next-long) 1)]
        (let [r (rem u bound)]
          (if (neg? (unchecked-subtract (unchecked-add u m) r))
            (recur (unsigned-bit-shift-right (next-long) 1))
            r))))))

(defn- ranged-long [next-long from to]
  (let [n (unchecked-subtract to from)]
    (if (pos? n)
      (+ from (bounded-long next-long n))
      (loop [r (next-long)] (if (and (<= from r) (< r to)) r (recur (next-long)))))))

(defn- bounded-int [next-int bound]
  (let [m (dec bound)]
    (if (zero? (bit-and bound m))
      (bit-and (next-int) m)
      (loop [u (unsigned-bit-shift-right (bit-and (next-int) 0xffffffff) 1)]
        (let [r (rem u bound)]
          (if (> (- (+ u m) r) Integer/MAX_VALUE)
            (recur (unsigned-bit-shift-right (bit-and (next-int) 0xffffffff) 1))
            r))))))

(defn- ranged-int [next-int from to]
  (let [n (- to from)]
    (if (<= n Integer/MAX_VALUE)
      (+ from (bounded-int next-int n))
      (loop [r (next-int)] (if (and (<= from r) (< r to)) r (recur (next-int)))))))

(defn- ranged-double [x from to]
  (let [r (+ from (* x (- to from)))]
    (if (>= r to) (Math/nextDown (double to)) r)))

(defn- check-size [n]
  (when (neg? n) (throw (IllegalArgumentException. "size must be non-negative"))))

(extend-class java.util.random.RandomGenerator
  (nextLong [this bound] (check-bound bound) (bounded-long (fn [] (.nextLong this)) bound))
  (nextLong [this from to] (check-range from to) (ranged-long (fn [] (.nextLong this)) from to))
  (nextDouble [this bound] (check-bound bound) (ranged-double (.nextDouble this) 0.0 bound))
  (nextDouble [this from to] (check-range from to) (ranged-double (.nextDouble this) from to))
  (ints ([this] (IntStream/generate (fn [] (.nextInt this))))
    ([this n] (check-size n) (.limit (.ints this) n))
    ([this from to] (check-range from to) (IntStream/generate (fn [] (int (ranged-int (fn [] (.nextInt this)) from to)))))
    ([this n from to] (check-size n) (.limit (.ints this from to) n)))
  (longs ([this] (LongStream/generate (fn [] (.nextLong this))))
    ([this n] (check-size n) (.limit (.longs this) n))
    ([this from to] (check-range from to) (LongStream/generate (fn [] (ranged-long (fn [] (.nextLong this)) from to))))
    ([this n from to] (check-size n) (.limit (.longs this from to) n)))
  (doubles ([this] (DoubleStream/generate (fn [] (.nextDouble this))))
    ([this n] (check-size n) (.limit (.doubles this) n))
    ([this from to] (check-range from to) (DoubleStream/generate (fn [] (ranged-double (.nextDouble this) from to))))
    ([this n from to] (check-size n) (.limit (.doubles this from to) n))))

;; SplittableRandom: a sequence of numbers `gamma` apart, mixed (Steele, Lea, Flood: Fast Splittable
;; Pseudorandom Number Generators).

(defn- mixed [z shift-1 factor-1 shift-2 factor-2]
  (let [z (unchecked-multiply (bit-xor z (unsigned-bit-shift-right z shift-1)) factor-1)]
    (unchecked-multiply (bit-xor z (unsigned-bit-shift-right z shift-2)) factor-2)))

(defn- mix-64 [z]
  (let [z (mixed z 30 -4658895280553007687 27 -7723592293110705685)]
    (bit-xor z (unsigned-bit-shift-right z 31))))

(defn- mix-32 [z]
  (unchecked-int (unsigned-bit-shift-right (mixed z 33 7109453100751455733 28 -3808689974395783757) 32)))

(defn- mix-gamma [z]
  (let [z (mixed z 33 -49064778989728563 33 -4265267296055464877)
        z (bit-or 1 (bit-xor z (unsigned-bit-shift-right z 33)))]
    (if (< (Long/bitCount (bit-xor z (unsigned-bit-shift-right z 1))) 24)
      (bit-xor z -6148914691236517206)
      z)))

(defclass java.util.SplittableRandom [^:unsynchronized-mutable seed gamma]
  (advance [_] (set! seed (unchecked-add seed gamma)) seed)
  (nextInt ([this] (mix-32 (.advance this)))
    ([this bound] (check-bound bound) (int (bounded-int (fn [] (.nextInt this)) bound)))
    ([this from to] (check-range from to) (int (ranged-int (fn [] (.nextInt this)) from to))))
  (nextLong ([this] (mix-64 (.advance this)))
    ([this bound] (check-bound bound) (bounded-long (fn [] (.nextLong this)) bound))
    ([this from to] (check-range from to) (ranged-long (fn [] (.nextLong this)) from to)))
  (nextDouble ([this] (* (unsigned-bit-shift-right (.nextLong this) 11) 1.1102230246251565E-16))
    ([this bound] (check-bound bound) (ranged-double (.nextDouble this) 0.0 bound))
    ([this from to] (check-range from to) (ranged-double (.nextDouble this) from to)))
  (nextFloat [this] (float (/ (unsigned-bit-shift-right (bit-and (.nextInt this) 0xffffffff) 8) 16777216.0)))
  (nextBoolean [this] (neg? (.nextInt this)))
  (nextBytes [this bytes]
    (loop [i 0 word 0]
      (when (< i (alength bytes))
        (let [word (if (zero? (rem i 8)) (.nextLong this) word)]
          (aset-byte bytes i (unchecked-byte word))
          (recur (inc i) (unsigned-bit-shift-right word 8))))))
  (split [this] (SplittableRandom/<init> (.nextLong this) (mix-gamma (.advance this))))
  :static
  (new ([] (SplittableRandom. (.nextLong (java.util.Random.))))
    ([seed] (SplittableRandom/<init> (long seed) -7046029254386353131))))
