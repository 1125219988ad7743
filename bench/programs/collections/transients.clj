;; Transient vectors, maps and sets.
(ns bench.transients)

(defn run []
  (let [v (loop [i 0 v (transient [])] (if (< i 300000) (recur (inc i) (conj! v i)) (persistent! v)))
        m (loop [i 0 m (transient {})] (if (< i 100000) (recur (inc i) (assoc! m i i)) (persistent! m)))
        s (loop [i 0 s (transient #{})] (if (< i 100000) (recur (inc i) (conj! s (mod i 30000))) (persistent! s)))]
    (+ (count v) (count m) (count s))))
