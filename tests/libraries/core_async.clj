(ns libraries.core-async
  (:require [clojure.core.async :as a :refer [<! <!! >! >!! alt! alt!! alts! alts!! buffer chan close! dropping-buffer go go-loop offer! poll!
                                              put! sliding-buffer take! thread timeout]]))

(defn show [label v] (println label (pr-str v)))
;; Channels and buffers
(let [c (chan 2)] (show "offer" [(offer! c 1) (offer! c 2) (offer! c 3) (poll! c) (poll! c) (poll! c)]))
(let [c (chan (dropping-buffer 2))] (dotimes [i 5] (>!! c i)) (close! c) (show "dropping" (<!! (a/into [] c))))
(let [c (chan (sliding-buffer 2))] (dotimes [i 5] (>!! c i)) (close! c) (show "sliding" (<!! (a/into [] c))))
(let [c (chan)] (close! c) (show "closed" [(<!! c) (>!! c 1) (offer! c 1)]))
(show "nil" (try (>!! (chan 1) nil) (catch IllegalArgumentException e (ex-message e))))
;; Threads and go blocks
(let [c (chan)] (thread (>!! c (+ 40 2))) (show "thread" (<!! c)))
(let [c (chan)] (go (dotimes [i 4] (>! c (* i i))) (close! c)) (show "go" (<!! (a/into [] c))))
(show "go value" (<!! (go (let [x (<! (go 20)) y (<! (go 22))] (+ x y)))))
(show "go-loop" (<!! (let [c (a/to-chan! (range 10))] (go-loop [sum 0] (if-some [x (<! c)] (recur (+ sum x)) sum)))))
(show "go try" (<!! (go (try (<! (go 1)) (throw (ex-info "boom" {:n 1})) (catch Exception e (ex-data e)) (finally nil)))))
(show "go case" (<!! (go (case (<! (go :b)) :a 1 :b 2 3))))
(show "go destructuring" (<!! (go (let [{:keys [a b]} (<! (go {:a 1 :b [2 3]})) [p & more] b] [a p more]))))
(show "go when" (<!! (go (when-let [x (<! (go 5))] (cond (< x 3) :small (< x 10) :middle :else :large)))))
(def ^:dynamic *level* 0)
(show "bindings" (binding [*level* 3] (<!! (go (<! (timeout 1)) *level*))))
;; Choice
(let [a1 (chan) b1 (chan)] (go (>! b1 :from-b)) (show "alts" (let [[v p] (alts!! [a1 b1])] [v (= p b1)])))
(show "timeout" (<!! (go (alt! (timeout 10) :late (chan) :never))))
(show "default" (alts!! [(chan)] :default :none))
(let [c (chan 1)] (show "put choice" [(first (alts!! [[c :x]])) (<!! c)]))
(show "alt" (let [c (chan 1)] (>!! c 7) (alt!! c ([v] [:got v]) (timeout 1000) :late)))
(show "priority" (let [c (a/to-chan! [1]) d (a/to-chan! [2])] (Thread/sleep 20) (first (alts!! [c d] :priority true))))
;; Transducers and pipelines
(show "xform" (let [c (chan 10 (comp (filter odd?) (map inc)))] (a/onto-chan! c (range 10)) (<!! (a/into [] c))))
(show "ex-handler" (let [c (chan 10 (map #(/ 6 %)) (fn [e] (ex-message e)))] (a/onto-chan! c [1 2 0 3]) (<!! (a/into [] c))))
(show "pipeline" (let [out (chan)] (a/pipeline 2 out (map #(* % %)) (a/to-chan! (range 8))) (<!! (a/into [] out))))
(show "pipeline-async" (let [out (chan)] (a/pipeline-async 3 out (fn [x c] (go (>! c x) (>! c (- x)) (close! c))) (a/to-chan! [1 2 3])) (<!! (a/into [] out))))
(show "merge" (sort (<!! (a/into [] (a/merge [(a/to-chan! [1 2]) (a/to-chan! [3])])))))
(show "reduce" (<!! (a/reduce + 0 (a/to-chan! (range 5)))))
(show "transduce" (<!! (a/transduce (map inc) + 0 (a/to-chan! (range 5)))))
(show "map" (<!! (a/into [] (a/map + [(a/to-chan! [1 2 3]) (a/to-chan! [10 20 30])]))))
(show "take" (<!! (a/into [] (a/take 2 (a/to-chan! (range))))))
(show "split" (let [[o e] (a/split odd? (a/to-chan! (range 6)) 10 10)] [(<!! (a/into [] o)) (<!! (a/into [] e))]))
(show "partition" (let [c (chan 10 (partition-all 2))] (a/onto-chan! c (range 5)) (<!! (a/into [] c))))
;; Many readers
(let [source (chan) m (a/mult source) x (chan 5) y (chan 5)]
  (a/tap m x) (a/tap m y)
  (doseq [i (range 3)] (>!! source i))
  (close! source)
  (show "mult" [(<!! (a/into [] x)) (<!! (a/into [] y))]))
(let [source (chan) p (a/pub source :topic) news (chan 5) sport (chan 5)]
  (a/sub p :news news) (a/sub p :sport sport)
  (doseq [m [{:topic :news :n 1} {:topic :sport :n 2} {:topic :news :n 3} {:topic :other :n 4}]] (>!! source m))
  (close! source)
  (show "pub" [(map :n (<!! (a/into [] news))) (map :n (<!! (a/into [] sport)))]))
(let [out (chan) m (a/mix out) c (a/to-chan! [1 2])] (a/admix m c) (show "mix" (sort [(<!! out) (<!! out)])))
(let [result (promise)] (take! (go :taken) #(deliver result %)) (show "take!" @result))
(let [result (promise) c (chan 1)] (put! c 1 (fn [ok] (deliver result ok))) (show "put!" [@result (<!! c)]))
;; A pipeline of workers
(let [jobs (chan 100) results (chan 100)]
  (dotimes [_ 4] (go-loop [] (when-some [job (<! jobs)] (>! results (* job job)) (recur))))
  (doseq [i (range 50)] (>!! jobs i))
  (close! jobs)
  (show "workers" (reduce + (repeatedly 50 #(<!! results)))))
(show "many" (let [cs (mapv (fn [i] (go (<! (timeout 5)) i)) (range 500))] (reduce + (map <!! cs))))
(shutdown-agents)
