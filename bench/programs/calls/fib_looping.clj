; The same numbers by iteration: many short loops of three variables.
(ns bench.fib-looping)

(defn fib [n]
  (loop [i 0 a 0 b 1]
    (if (= i n) a (recur (inc i) b (+ a b)))))

(defn run []
  (loop [round 0 sum 0]
    (if (= round 20000)
      sum
      (recur (inc round) (+ sum (rem (fib (+ 20 (rem round 50))) 1000))))))
