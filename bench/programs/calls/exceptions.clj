; try with and without a throw, finally, ex-data, throws through several frames.
(ns bench.exceptions)

(defn fail-at [depth n]
  (if (zero? depth)
    (throw (ex-info "too deep" {:n n}))
    (inc (fail-at (dec depth) n))))

(defn guarded [n depth]
  (try
    (if (zero? (rem n 4)) (fail-at depth n) n)
    (catch clojure.lang.ExceptionInfo e (:n (ex-data e)))))

(defn finished [n log]
  (try (+ n 1) (finally (vswap! log inc))))

(defn run []
  (let [log (volatile! 0)]
    (loop [i 0 sum 0]
      (if (< i 12000)
        (recur (inc i) (+ sum (guarded i (rem i 5)) (finished i log)))
        (+ sum @log)))))
