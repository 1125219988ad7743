; What `bench/compare` puts behind a program's text, so that the same source runs on every
; Clojure. RUNS and SECONDS are replaced by numbers. Prints one line: the first and the best
; time of `run` in milliseconds, and the value that every run gave.
(let [now (fn [] #?(:clj (/ (System/nanoTime) 1e6) :cljs (js/performance.now)))
      begin (now)
      [first-ms best-ms value]
      (loop [n 0 first-ms 0.0 best-ms 1e12 value nil]
        (if (and (>= n RUNS) (or (= n 1) (> (- (now) begin) (* 1000.0 SECONDS))))
          [first-ms best-ms value]
          (let [start (now)
                result (run)
                ms (- (now) start)]
            (when-not (or (zero? n) (= result value))
              (throw (ex-info "two runs differ" {:first value :then result})))
            (recur (inc n) (if (zero? n) ms first-ms) (min best-ms ms) result))))]
  (println "@" first-ms best-ms (str value)))
#?(:clj (shutdown-agents))  ; whose threads would keep the JVM for a minute
