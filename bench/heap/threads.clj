;; Two threads that work apart, against one thread that does half of it: the second time divided by
;; the first says what threads cost each other. `compute` makes nothing, `allocate` makes maps,
;; vectors and strings that die at once, `keep` keeps a map of its own, too.
(ns bench.threads)

(defn- compute [n]
  (loop [i 0 sum 0]
    (if (< i n)
      (recur (inc i) (unchecked-add sum (rem (* i 7) 13)))
      sum)))

(defn- allocate [n]
  (loop [i 0 sum 0]
    (if (< i n)
      (recur (inc i) (+ sum (count (str i)) (:b (assoc {:a i} :b (nth [i 2 3] 1)))))
      sum)))

(defn- keep-some [n]
  (loop [i 0 table {}]
    (if (< i n)
      (recur (inc i) (assoc table (rem i 5000) [i (str i)]))
      (count table))))

(defn- milliseconds [work threads n]
  (let [begin (System/nanoTime)
        running (mapv (fn [_] (future (work n))) (range threads))]
    (run! deref running)
    (/ (- (System/nanoTime) begin) 1e6)))

(defn -main [& names]
  (doseq [[name work n] [["compute" compute 10000000] ["allocate" allocate 1500000] ["keep" keep-some 600000]]
          :when (or (empty? names) (some #{name} names))]
    (milliseconds work 2 (quot n 10))
    (let [times (vec (repeatedly 7 (fn [] [(milliseconds work 1 n) (milliseconds work 2 n)])))
          one (apply min (map first times))
          two (apply min (map second times))]
      (println (format "%-9s one thread %7.1f ms, two threads %7.1f ms: %.2f" name one two (/ two one)))))
  (shutdown-agents))
(apply -main *command-line-args*)
