; Events: a bus with multimethod handlers, channels over blocking queues, workers, a pipeline and timeouts.
(ns events
  (:require [clojure.string :as str])
  (:import (java.util.concurrent LinkedBlockingQueue ArrayBlockingQueue TimeUnit CountDownLatch ConcurrentHashMap Executors Future)
           (java.util.concurrent.atomic AtomicLong AtomicInteger)))

;; Channels.
(defprotocol Channel
  (put! [ch x])
  (take!! [ch] [ch timeout-ms default])
  (close! [ch])
  (closed? [ch]))

(defrecord QueueChannel [^LinkedBlockingQueue queue open]
  Channel
  (put! [_ x]
    (when (nil? x) (throw (IllegalArgumentException. "Can't put nil on a channel")))
    (if @open (do (.put queue [x]) true) false))
  (take!! [_]
    (let [item (.take queue)]
      (if (= ::end item) (do (.put queue ::end) nil) (first item))))
  (take!! [_ timeout-ms default]
    (let [item (.poll queue timeout-ms TimeUnit/MILLISECONDS)]
      (cond (nil? item) default
            (= ::end item) (do (.put queue ::end) nil)
            :else (first item))))
  (close! [_]
    (when (compare-and-set! open true false) (.put queue ::end)))
  (closed? [_] (not @open)))

(defn chan [] (->QueueChannel (LinkedBlockingQueue.) (atom true)))

(defmacro go [& body]
  `(let [out# (chan)]
     (future (try (let [v# (do ~@body)] (when (some? v#) (put! out# v#)))
                  (catch Throwable e# (put! out# {:error (ex-message e#)}))
                  (finally (close! out#))))
     out#))

(defn drain [ch] (take-while some? (repeatedly #(take!! ch))))

(defn pipeline [n from xf to]
  (let [f (xf (fn ([] nil) ([_] nil) ([_ x] (put! to x) nil)))
        latch (CountDownLatch. n)]
    (dotimes [_ n]
      (future
        (loop []
          (when-some [x (take!! from)]
            (locking to (f nil x))
            (recur)))
        (.countDown latch)))
    (future (.await latch) (close! to))
    to))

;; The bus.
(def log (atom []))
(def hierarchy (-> (make-hierarchy)
                   (derive :order/placed :order/any) (derive :order/paid :order/any) (derive :order/any :event/any)
                   (derive :user/joined :event/any)))
(defmulti handle "Handles an event." (fn [event & _] (:type event)) :hierarchy #'hierarchy :default ::unknown)
(defmethod handle ::unknown [event & _] (swap! log conj [:unknown (:type event)]))
(defmethod handle :event/any [{:keys [type]} & _] (swap! log conj [:any type]))
(defmethod handle :order/any [{:keys [type id]} & extra] (swap! log conj [:order type id (vec extra)]))
(defmethod handle :order/paid [{:keys [id amount] :or {amount 0} :as event} & _]
  (swap! log conj [:paid id amount (dissoc event :type :id :amount)]))

(def subscribers (ConcurrentHashMap.))
(defn subscribe! [type f] (.computeIfAbsent subscribers type (reify java.util.function.Function (apply [_ _] (atom []))))
  (swap! (.get subscribers type) conj f))
(defn publish! [event]
  (apply handle event (:extra event))
  (doseq [type (cons (:type event) (sort (ancestors hierarchy (:type event))))
          f (some-> (.get subscribers type) deref)]
    (f event)))

(def seen (AtomicLong.))
(subscribe! :order/any (fn [e] (.incrementAndGet seen)))
(subscribe! :event/any (fn [_] (.addAndGet seen 100)))
(run! publish! [{:type :order/placed :id 1} {:type :order/paid :id 1 :amount 5M :by :card} {:type :user/joined} {:type :mystery}
                {:type :order/placed :id 2 :extra [:a :b]} {:type :order/paid :id 2}])
(run! println @log)
(println "seen" (.get seen))

(let [c (chan)]
  (println (put! c 1) (put! c 2) (close! c) (put! c 3) (closed? c))
  (println (take!! c) (take!! c) (take!! c) (take!! c 5 :timeout))
  (println (try (put! (chan) nil) (catch IllegalArgumentException e (ex-message e))))
  (println (take!! (chan) 5 :timeout)))
(println (take!! (go (reduce + (range 100)))) (take!! (go (throw (ex-info "boom" {})))) (take!! (go nil)))
(println (let [from (chan) to (chan)]
           (run! (partial put! from) (range 20))
           (close! from)
           (sort (drain (pipeline 3 from (comp (filter even?) (map #(* % %)) (mapcat #(vector % (- %)))) to)))))

(let [pool (Executors/newFixedThreadPool 3)
      counter (AtomicInteger. 0)
      tasks (for [i (range 10)] (fn [] (.incrementAndGet counter) (* i i)))]
  (try
    (println (map (fn [^Future f] (.get f)) (.invokeAll pool tasks)) (.get counter))
    (println (.get ^Future (.submit pool ^Callable (fn [] (str/upper-case "done")))))
    (println (try (.get ^Future (.submit pool ^Callable (fn [] (throw (ex-info "inside" {:a 1})))))
                  (catch java.util.concurrent.ExecutionException e [(class (.getCause e)) (ex-message (.getCause e)) (ex-data (.getCause e))])))
    (finally (.shutdown pool)))
  (println (.awaitTermination pool 1 TimeUnit/SECONDS) (.isShutdown pool)))

(let [q (ArrayBlockingQueue. 2)]
  (println (.offer q 1) (.offer q 2) (.offer q 3) (.peek q) (.poll q) (.remainingCapacity q) (.size q) (vec q)))
(let [p (promise) d (delay (swap! log conj :forced) :value)]
  (println (deref p 5 :late) (realized? p) (identical? p (deliver p 1)) @p (deliver p 2) (realized? d) @d @d (realized? d) (count (filter #{:forced} @log))))
(println (let [results (atom [])]
           (doseq [f (doall (for [i (range 5)] (future (swap! results conj i))))] @f)
           (sort @results)))
(shutdown-agents)
