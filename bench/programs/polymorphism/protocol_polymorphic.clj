; A protocol with three implementations at each call.
(ns bench.protocol-polymorphic)

(defprotocol Shape
  (area [shape])
  (scale [shape factor]))

(defrecord Square [side]
  Shape
  (area [_] (* side side))
  (scale [_ factor] (Square. (* side factor))))

(defrecord Rectangle [width height]
  Shape
  (area [_] (* width height))
  (scale [_ factor] (Rectangle. (* width factor) (* height factor))))

(defrecord Triangle [base height]
  Shape
  (area [_] (quot (* base height) 2))
  (scale [_ factor] (Triangle. (* base factor) (* height factor))))

(defn run []
  (let [shapes [(Square. 3) (Rectangle. 2 5) (Triangle. 4 6)]]
    (loop [i 0 sum 0]
      (if (< i 90000)
        (let [shape (nth shapes (rem i 3))]
          (recur (inc i) (+ sum (area shape) (area (scale shape 2)))))
        sum))))
