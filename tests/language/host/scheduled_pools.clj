;; Pools that run tasks later: one thread runs one task at a time, in the order in which they are due.
(import '(java.util Timer TimerTask) '(java.util.concurrent CancellationException CountDownLatch ExecutionException Executors ScheduledThreadPoolExecutor TimeUnit))
(defmacro show [& forms]
  `(do ~@(for [f forms] `(println (pr-str (quote ~f)) "=>" (try (pr-str ~f) (catch Throwable e# (str (.getName (class e#)))))))))
(def log (atom []))
(defn note [x] (swap! log conj x))
(let [pool (Executors/newScheduledThreadPool 1) gate (CountDownLatch. 1) begun (promise)]
  (.execute pool (fn [] (deliver begun true) (.await gate)))
  @begun
  (let [third (.schedule pool ^Runnable (fn [] (note :third)) 1 TimeUnit/HOURS)
        first (.schedule pool ^Runnable (fn [] (note :first)) 1 TimeUnit/MILLISECONDS)
        second (.schedule pool ^Callable (fn [] (note :second) 2) 2 TimeUnit/MILLISECONDS)]
    (while (pos? (.getDelay second TimeUnit/NANOSECONDS)))
    (show @log (.getPoolSize pool) (.getActiveCount pool) (count (.getQueue pool)) (.getTaskCount pool))
    (.countDown gate)
    (show @second @log (.isDone first) (.isCancelled first) (.isDone third) (.cancel third false) @log))
  (let [names (mapv (fn [_] @(.submit pool ^Callable (fn [] (.getName (Thread/currentThread))))) (range 5))]
    (show (count (distinct names)) (re-find #"thread-1" (first names))))
  (show (.shutdown pool) (.awaitTermination pool 10 TimeUnit/SECONDS) (.isTerminated pool) (.execute pool (fn [])) (.getPoolSize pool) (.getLargestPoolSize pool) (.getCompletedTaskCount pool)))
(let [pool (ScheduledThreadPoolExecutor. 2) n (atom 0) done (promise)]
  (let [task (.scheduleAtFixedRate pool (fn [] (when (= 3 (swap! n inc)) (deliver done :three))) 0 1 TimeUnit/MILLISECONDS)]
    (show @done (.cancel task true) (.cancel task true) (.isCancelled task) (.isDone task) @task (.isPeriodic task)))
  (let [task (.scheduleWithFixedDelay pool (fn [] (throw (ex-info "fails" {}))) 0 1 TimeUnit/MILLISECONDS)]
    (show @task (.isDone task) (.isCancelled task)))
  (let [later (.schedule pool ^Runnable (fn []) 1 TimeUnit/HOURS)]
    (.purge pool)
    (show (pos? (.getDelay later TimeUnit/MINUTES)) (.cancel later false) (count (.getQueue pool)) (do (.purge pool) (count (.getQueue pool)))
          (do (.setRemoveOnCancelPolicy pool true) (.cancel (.schedule pool ^Runnable (fn []) 1 TimeUnit/HOURS) false)) (count (.getQueue pool))
          (.scheduleAtFixedRate pool (fn []) 0 0 TimeUnit/SECONDS)
          (.getContinueExistingPeriodicTasksAfterShutdownPolicy pool) (.getExecuteExistingDelayedTasksAfterShutdownPolicy pool)))
  (let [delayed (.schedule pool ^Callable (fn [] :ran) 20 TimeUnit/MILLISECONDS)
        periodic (.scheduleAtFixedRate pool (fn []) 1 1 TimeUnit/HOURS)]
    (.shutdown pool)
    (show (.isCancelled periodic) @delayed (.awaitTermination pool 10 TimeUnit/SECONDS) (.isTerminated pool))))
(let [pool (ScheduledThreadPoolExecutor. 1) interrupted (promise) begun (promise)]
  (.execute pool (fn [] (deliver begun true) (try (Thread/sleep 600000) (catch InterruptedException _ (deliver interrupted :interrupted)))))
  @begun
  (.schedule pool ^Runnable (fn []) 1 TimeUnit/HOURS)
  (show (count (.shutdownNow pool)) @interrupted (.awaitTermination pool 10 TimeUnit/SECONDS)))
(let [timer (Timer. "ticks" true) n (atom 0) done (promise) name (promise)
      task (proxy [TimerTask] [] (run [] (deliver name (.getName (Thread/currentThread))) (when (= 3 (swap! n inc)) (.cancel this) (deliver done :three))))]
  (.schedule timer task 0 1)
  (show @done @name (.cancel task))
  (let [order (atom []) last (promise)]
    (.schedule timer (proxy [TimerTask] [] (run [] (swap! order conj :c))) 3600000)
    (.schedule timer (proxy [TimerTask] [] (run [] (swap! order conj :a))) 5)
    (.schedule timer (proxy [TimerTask] [] (run [] (swap! order conj :b) (deliver last true))) 6)
    @last
    (show @order))
  (.cancel timer)
  (show @n (.schedule timer task 1) (.schedule (Timer. true) (proxy [TimerTask] [] (run [])) -1)))
(shutdown-agents)

;; Several tasks at once, factories, threads that end when nothing is to be done.
(let [pool (java.util.concurrent.ScheduledThreadPoolExecutor. 2)
      tasks (mapv (fn [n] (reify java.util.concurrent.Callable (call [_] (if (neg? n) (throw (Exception. "negative")) n)))) [-1 1 2])]
  (prn (mapv (fn [f] (try (.get f) (catch Exception e (class e)))) (.invokeAll pool tasks))
       (contains? #{1 2} (.invokeAny pool tasks)) (contains? #{1 2} (.invokeAny pool tasks 10 java.util.concurrent.TimeUnit/SECONDS)))
  (.setThreadFactory pool (reify java.util.concurrent.ThreadFactory (newThread [_ r] (doto (Thread. r "mine") (.setDaemon true)))))
  (.setKeepAliveTime pool 20 java.util.concurrent.TimeUnit/MILLISECONDS)
  (.allowCoreThreadTimeOut pool true)
  (prn (.getKeepAliveTime pool java.util.concurrent.TimeUnit/MILLISECONDS) (.allowsCoreThreadTimeOut pool))
  (loop [n 0] (when (and (pos? (.getPoolSize pool)) (< n 500)) (Thread/sleep 10) (recur (inc n))))
  (prn (.getPoolSize pool) (.get (.submit pool ^Runnable (fn [] 1) :result)))
  (.shutdown pool))
(let [pool (java.util.concurrent.Executors/unconfigurableExecutorService (java.util.concurrent.Executors/newFixedThreadPool 1))]
  (prn (.get (.submit pool ^Callable (fn [] 7))))
  (.shutdown pool))

;; invokeAny takes the task that ends first, not the one that stands first.
(doseq [pool [(java.util.concurrent.Executors/newFixedThreadPool 2) (ScheduledThreadPoolExecutor. 2)]]
  (let [never (promise)
        outcome (fn [tasks] (try (.invokeAny pool tasks 20 java.util.concurrent.TimeUnit/SECONDS) (catch Exception e [(class e) (ex-message e)])))
        fails (fn [] (throw (IllegalStateException. "no")))]
    (prn (outcome [(fn [] @never) (fn [] 2)]) (outcome [fails (fn [] 3)]) (outcome [fails]) (outcome []) (outcome [(fn [] nil)])
         (try (.invokeAny pool [(fn [] @never)] 10 java.util.concurrent.TimeUnit/MILLISECONDS) (catch Exception e (class e)))
         (first (outcome [nil])))
    (.shutdownNow pool)))
