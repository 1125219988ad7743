; Functions that are instructions: every path of each, as a value and as a test, with the values
; and the errors at their edges.
(ns calls.instructions)

(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form)
                          (catch Throwable e# (str (.getSimpleName (class e#)) ": " (ex-message e#))))))))

(def numbers [0 1 -7 8 3.5 -0.0 5N 7/2 1.5M Long/MAX_VALUE Long/MIN_VALUE 600000000000000])

(defn tests [x]
  [(zero? x) (pos? x) (neg? x)
   (if (zero? x) :zero :other) (if (pos? x) :pos :other) (if (neg? x) :neg :other)
   (some? x) (if (some? x) 1 2) (not= x 1) (if (not= x 1) 1 2) (if (not (not= x 1)) 1 2)])
(doseq [x numbers] (show (tests x)))

(defn parity [x] [(even? x) (odd? x) (if (even? x) 1 2) (if (odd? x) 1 2)])
(show (parity 0) (parity 7) (parity -8) (parity 5N) (parity Long/MAX_VALUE) (parity (int 3)) (parity 1.0) (parity 1/2)
      (map even? [1 2 3]) (filter odd? (range 5)))

(defn extremes [a b] [(max a b) (min a b)])
(show (extremes 1 2) (extremes 1 1.0) (extremes 1.0 1) (extremes 1.5 2.5) (extremes ##NaN 1) (extremes 1 ##NaN)
      (extremes 1.0 ##NaN) (extremes (float 1.5) 1) (extremes 1 2N) (extremes 1/2 1) (extremes nil 1)
      (max 1 5 3) (min 4 2 8 1.0) (max 1) (apply max [3 1 2]))

(defn wrap [a b]
  [(unchecked-add a b) (unchecked-subtract a b) (unchecked-multiply a b) (unchecked-inc a) (unchecked-dec a)
   (unchecked-negate a)])
(show (wrap 1 2) (wrap Long/MAX_VALUE 1) (wrap Long/MIN_VALUE 1) (wrap Long/MAX_VALUE Long/MAX_VALUE)
      (wrap 500000000000000 500000000000000) (wrap 1.5 2) (wrap 1.5 2.5) (wrap 1/2 3))

(defn folds [a b c d] [(+ a b c d) (- a b c d) (* a b c d) (/ a b c d)])
(show (folds 1 2 3 4) (folds 1.5 2 3 4) (folds 1 2 3/2 4N) (folds Long/MAX_VALUE 0 1 1))
(show (let [i 5] (loop [i i n 0] (if (< n 3) (recur (+ i n i) (inc n)) i))))
(show (+ 1 2 "3") (- 9 (throw (ex-info "second" {})) "x"))

(defn bits [a n]
  [(bit-not a) (bit-shift-left a n) (bit-shift-right a n) (unsigned-bit-shift-right a n)
   (bit-and a n 6) (bit-or a n 6) (bit-xor a n 6)])
(show (bits 5 3) (bits -5 3) (bits 1 62) (bits 1 63) (bits 1 64) (bits 300000000000000 1) (bits -300000000000000 2)
      (bits Long/MIN_VALUE 1) (bits 1 -1) (bits 1.5 1) (bits (int 5) 1))

(defn casts [x] [(long x) (double x)])
(show (casts 3) (casts 3.99) (casts -3.99) (casts 5N) (casts 7/2) (casts (int 4)) (casts Long/MAX_VALUE) (long \a)
      (long 1e30) (double "x") (long nil))

(defn array-ops [a i x] [(aget a i) (do (aset a i x) (aget a i)) (alength a)])
(let [longs (long-array [1 2]) doubles (double-array [1 2]) objects (object-array [1 :a]) ints (int-array [7])]
  (show (array-ops longs 1 9) (array-ops longs 0 Long/MAX_VALUE) (array-ops doubles 1 2.5) (array-ops objects 0 :x)
        (array-ops ints 0 (int 8)) (aset ^longs longs 0 5)
        (aget ^longs longs 2) (aget ^longs longs -1) (aset ^doubles doubles 2 1.0) (alength ^longs longs)
        (let [m (to-array-2d [[1 2] [3 4]])] [(aget m 1 0) (aset m 0 1 :z) (aget m 0 1)])))

(defn mixed [a b] [(+ a b) (- a b) (* a b) (/ a b) (< a b) (if (< a b) 1 2) (= a b) (== a b)])
(show (mixed 1 2.5) (mixed 2.5 1) (mixed 0 1.5) (mixed 1.5 0) (mixed 0.0 3) (mixed 3 0.0) (mixed -0.0 2) (mixed 2 -2.0)
      (mixed 1 ##Inf) (mixed Long/MAX_VALUE 1.5) (mixed 1/2 0.5) (mixed 2 (float 0.5)))
