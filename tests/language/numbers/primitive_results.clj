;; What functions with a primitive result are in arithmetic: doubles that divide by zero, longs that overflow.
(ns primitive-results (:require [clojure.math :as m]))
(defmacro show [& forms] `(do ~@(for [f forms] `(println '~f "=>" (try (pr-str ~f) (catch Throwable e# (str (.getName (class e#)) ": " (ex-message e#))))))))
(defn f ^double [^double x] x)
(defn g ^long [^long x] x)
(defn k ^double [x y] 0.0)
(defn multi (^double [^double x] x) ([x y] y))
(show (/ 1 (m/log 1)) (/ (m/log 1) 0) (/ 1 (f 0.0)) (/ 1 (k 1 2)) (/ 1 (multi 0.0)) (/ 1 (multi 1 0.0))
 (/ 1 (m/sqrt 0)) (let [z (m/sin 0)] (/ 1 z)) (/ 5 (g 0)) (quot (g 5) 0) (/ (g 5) 0)
 (+ (g Long/MAX_VALUE) 1) (inc (g Long/MAX_VALUE)) (* (g Long/MAX_VALUE) 2) (- (g Long/MIN_VALUE)) (loop [x (f 0.0) n 0] (if (< n 1) (recur (/ 1 x) (inc n)) x))
 (/ 1 (m/floor 0.5)) (/ 1 (m/round 0.2)) (mod 5 (f 0.0)) (rem 5 (f 0.0)) (quot 5 (f 0.0)) (/ (f 0.0) (f 0.0)) (/ 0 (f 0.0)) (apply / 1 [(f 0.0)]) (/ 1 ((fn ^double [x] x) 0.0)) (/ 1 (m/to-radians 0)))

;; What Math's methods of doubles and longs return is primitive, as are calls of clojure.math.
(println
 (for [f [(fn [n] (/ (Math/nextDown 1.0) n)) (fn [n] (/ (clojure.math/next-up 1.0) n)) (fn [n] (quot (Math/floorDiv 7 2) 0)) (fn [n] (quot (Math/addExact 1 n) n))
          (fn [n] (let [x (Math/round 2.5)] (rem x 0))) (fn [n] (let [x (System/nanoTime)] (quot x 0))) (fn [n] (let [x (Math/addExact 1 2)] (- x Long/MIN_VALUE)))
          (fn [n] (loop [x (clojure.math/floor-mod 7 2) i 0] (if (< i 2) (recur (+ x 1.5) (inc i)) x)))]]
   (try (f 0) (catch ArithmeticException e (ex-message e)))))

;; The value of a loop that is an argument, or a local's, is an object.
(println
 (for [f [(fn [n] (/ (loop [i 0 x 0.0] (if (pos? i) (recur (dec i) x) x)) n)) (fn [n] (let [x (loop [i 5] (if (pos? i) (recur (dec i)) i))] (quot x 0)))
          (fn [n] (quot (loop [i 5] (if (pos? i) (recur (dec i)) i)) n)) (fn [n] (/ (let [y 1.0] (loop [i 2 x y] (if (pos? i) (recur (dec i) (* x 2.0)) x))) n))
          (fn [n] (- (loop [i 1] (if (pos? i) (recur (dec i)) i)) Long/MIN_VALUE)) (fn ^double [n] (loop [i 2 x 1.0] (if (pos? i) (recur (dec i) (* x 2.0)) x)))
          (fn [n] (class (loop [i (unchecked-inc-int 1)] i))) (fn [n] (class (max (loop [i 1.5] i) 1)))]]
   (try (f 0M) (catch ArithmeticException e (ex-message e)))))

;; The larger of two ints is a long, and num makes one.
(println (map class [(num (.scale 1e20M)) (max (.length "abc") 1) (min (unchecked-inc-int 5) 9) (num (int 5)) (max (count [1]) (.length "a")) (num (Math/getExponent 2.0)) (.length "abc")])
         (format "%x %x" (num (.scale 1e20M)) (.scale 1e20M)))
