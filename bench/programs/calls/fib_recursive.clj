; Calls of a var and small integers, nothing else.
(ns bench.fib-recursive)

(defn fib [n]
  (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))

(defn run [] (fib 32))
