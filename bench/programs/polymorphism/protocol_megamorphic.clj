; A protocol extended to many classes, the host's among them.
(ns bench.protocol-megamorphic)

(defprotocol Weighed
  (weight [x] "How heavy x is."))

(deftype A [n])
(deftype B [n])
(deftype C [n])
(deftype D [n])
(deftype E [n] Weighed (weight [_] n))
(deftype F [n] Weighed (weight [_] (* 2 n)))

(extend-protocol Weighed
  A (weight [_] 1)
  B (weight [_] 2)
  C (weight [_] 3)
  D (weight [_] 4)
  nil (weight [_] 0)
  String (weight [s] (count s))
  Long (weight [n] (rem n 10))
  clojure.lang.Keyword (weight [_] 6)
  clojure.lang.IPersistentVector (weight [v] (count v)))

(defn run []
  (let [things [(A. 1) (B. 1) "three" (C. 1) 44 (D. 1) nil (E. 5) :key (F. 6) [1 2 3]]]
    (loop [i 0 sum 0]
      (if (< i 400000)
        (recur (inc i) (+ sum (weight (nth things (rem i 11)))))
        sum))))
