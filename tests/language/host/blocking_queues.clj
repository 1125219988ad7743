;; Blocking queues under competition.
(import '(java.util.concurrent ArrayBlockingQueue LinkedBlockingQueue TimeUnit))
;; Takers that race for few elements: everyone gets one or goes on waiting, and a limit is one limit
(let [queue (LinkedBlockingQueue.) n 20000 taken (atom 0)
      takers (mapv (fn [_] (future (loop [sum 0] (let [x (.take queue)] (cond (nil? x) :nothing (= x :end) sum :else (do (swap! taken inc) (recur (+ sum x))))))))
                   (range 4))]
  (dotimes [i n] (.put queue i) (when (zero? (rem i 8)) (loop [k 0] (when (and (< k 1000) (<= @taken i)) (recur (inc k))))))
  (dotimes [_ 4] (.put queue :end))
  (println (let [sums (mapv deref takers)] (if (some #{:nothing} sums) sums (= (apply + sums) (apply + (range n)))))))
(let [queue (ArrayBlockingQueue. 2) n 500
      putters (mapv (fn [k] (future (dotimes [i n] (.put queue [k i])))) (range 3))
      taken (vec (repeatedly (* 3 n) #(.take queue)))]
  (run! deref putters)
  (println (count (set taken)) (every? (fn [[_ xs]] (apply < (map second xs))) (group-by first taken)) (.isEmpty queue)))
;; A limit is one limit, however often others take what it waited for
(let [queue (LinkedBlockingQueue.) done (atom false)
      thief (future (while (not @done) (.offer queue 1) (.poll queue) (Thread/sleep 1)))
      start (System/nanoTime)
      polls (vec (repeatedly 3 #(.poll queue 20 TimeUnit/MILLISECONDS)))]
  (reset! done true)
  @thief
  (println (every? #(contains? #{nil 1} %) polls) (< (- (System/nanoTime) start) 5e9)))
(shutdown-agents)
