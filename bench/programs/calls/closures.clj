; Functions made, passed and composed: captures, comp, partial, complement, higher order calls.
(ns bench.closures)

(defn adder [n] (fn [x] (+ x n)))

(defn repeat-call [f n x]
  (loop [i 0 x x]
    (if (< i n) (recur (inc i) (f x)) x)))

(defn counter []
  (let [n (volatile! 0)]
    (fn [] (vswap! n inc) @n)))

(defn run []
  (let [step (comp (adder 3) (adder -2) (partial + 1))
        odd (complement even?)
        tick (counter)]
    (+ (repeat-call step 60000 0)
       (loop [i 0 sum 0]
         (if (< i 60000)
           (recur (inc i) (if (odd i) (+ sum ((adder i) 1)) (+ sum (tick))))
           sum)))))
