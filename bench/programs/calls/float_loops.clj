; Sums and a numeric integration in doubles, with conversions and Math functions.
(ns bench.float-loops)

(defn weighted-sum [n]
  (loop [i 0 x 0.0]
    (if (< i n) (recur (inc i) (+ x (* 1.5 (double i)))) x)))

(defn integrate [f from to steps]
  (let [width (/ (- to from) (double steps))]
    (loop [i 0 sum 0.0]
      (if (< i steps)
        (recur (inc i) (+ sum (* width (f (+ from (* (+ i 0.5) width))))))
        sum))))

(defn run []
  (long (+ (weighted-sum 200000)
           (* 1000 (integrate (fn [x] (- (* x x) (/ x 3.0))) 0.0 10.0 100000)))))
