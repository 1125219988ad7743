; The Mandelbrot set on a small grid: a loop of doubles with an early exit.
(ns bench.mandelbrot)

(defn escape-time [cr ci limit]
  (loop [zr 0.0 zi 0.0 n 0]
    (let [rr (* zr zr) ii (* zi zi)]
      (if (or (> (+ rr ii) 4.0) (= n limit))
        n
        (recur (+ (- rr ii) cr) (+ (* 2.0 zr zi) ci) (inc n))))))

(defn run []
  (loop [y 0 sum 0]
    (if (< y 120)
      (recur (inc y)
             (loop [x 0 sum sum]
               (if (< x 160)
                 (recur (inc x)
                        (+ sum (escape-time (- (* x 0.01875) 2.2) (- (* y 0.02) 1.2) 100)))
                 sum)))
      sum)))
