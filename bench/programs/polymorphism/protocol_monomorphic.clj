; A protocol with one implementation at each call.
(ns bench.protocol-monomorphic)

(defprotocol Counter
  (current [counter])
  (advance [counter by]))

(deftype Modular [n limit]
  Counter
  (current [_] n)
  (advance [_ by] (Modular. (rem (+ n by) limit) limit)))

(defn run []
  (loop [i 0 counter (Modular. 0 1000) sum 0]
    (if (< i 150000)
      (recur (inc i) (advance counter 7) (+ sum (current counter)))
      sum)))
