;; Thread pools: their threads, factories, bounded queues, what they do with tasks that do not fit.
(import '(java.util.concurrent ArrayBlockingQueue Callable CountDownLatch Executors ExecutorService ExecutionException LinkedBlockingQueue
          RejectedExecutionException RejectedExecutionHandler SynchronousQueue ThreadFactory ThreadPoolExecutor
          ThreadPoolExecutor$CallerRunsPolicy ThreadPoolExecutor$DiscardOldestPolicy ThreadPoolExecutor$DiscardPolicy TimeUnit FutureTask)
        '(java.util.concurrent.locks ReentrantLock))
(defn thread-name [] (.getName (Thread/currentThread)))
(defn scrub [s] (clojure.string/replace s #"@[0-9a-f]+|\$[\w$]+" "@H"))
(defn counting [prefix made]
  (reify ThreadFactory
    (newThread [_ task] (swap! made inc) (doto (Thread. task (str prefix @made)) (.setDaemon true)))))
(defn finish [^ExecutorService pool]
  (.shutdown pool)
  [(.awaitTermination pool 5 TimeUnit/SECONDS) (.isShutdown pool) (.isTerminated pool)])

(let [made (atom 0) pool (Executors/newFixedThreadPool 2 (counting "w-" made))]
  (println (mapv deref (mapv (fn [_] (.submit pool ^Callable thread-name)) (range 1))))
  (dotimes [_ 10] (.get (.submit pool ^Callable thread-name)))
  (println @made (.getPoolSize pool) (.getCorePoolSize pool) (finish pool)))
(println (let [pool (Executors/newSingleThreadExecutor)]
           (let [a (.get (.submit pool ^Callable thread-name)) b (.get (.submit pool ^Callable thread-name))]
             (.shutdown pool)
             [(= a b) (some? (re-matches #"pool-\d+-thread-1" a))])))
;; A full pool
(let [gate (CountDownLatch. 1) begun (CountDownLatch. 1)
      pool (ThreadPoolExecutor. 1 1 0 TimeUnit/SECONDS (ArrayBlockingQueue. 1))
      first-task (.submit pool ^Callable (fn [] (.countDown begun) (.await gate) :first))]
  (.await begun)
  (let [second-task (.submit pool ^Callable (fn [] :second))]
    (println (scrub (str pool)))
    (println (try (.execute pool (fn [])) (catch RejectedExecutionException e (scrub (ex-message e)))))
    (println (scrub (str first-task)) (.isDone first-task))
    (.countDown gate)
    (println (.get first-task) (.get second-task) (scrub (str first-task)) (finish pool))
    (println (scrub (str pool)))
    (println (try (.submit pool ^Callable (fn [] 1)) (catch RejectedExecutionException e (subs (scrub (ex-message e)) 0 40))))))
(defn policy [handler]
  (let [gate (CountDownLatch. 1) log (atom []) begun (CountDownLatch. 1)
        pool (ThreadPoolExecutor. 1 1 0 TimeUnit/SECONDS (ArrayBlockingQueue. 1) ^RejectedExecutionHandler handler)]
    (.execute pool (fn [] (.countDown begun) (.await gate)))
    (.await begun)
    (doseq [i [1 2 3]] (.execute pool (fn [] (swap! log conj [i (= "main" (thread-name))]))))
    (.countDown gate)
    (finish pool)
    @log))
(println (policy (ThreadPoolExecutor$CallerRunsPolicy.)) (policy (ThreadPoolExecutor$DiscardPolicy.))
         (policy (ThreadPoolExecutor$DiscardOldestPolicy.))
         (policy (reify RejectedExecutionHandler (rejectedExecution [_ task pool] (.put (.getQueue pool) (do (.poll (.getQueue pool)) task))))))
;; Grows when the queue is full, up to the maximum
(let [gate (CountDownLatch. 1) pool (ThreadPoolExecutor. 1 3 1 TimeUnit/SECONDS (ArrayBlockingQueue. 1))
      tasks (mapv (fn [i] (.submit pool ^Callable (fn [] (.await gate) i))) (range 4))]
  (println (.getPoolSize pool) (.size (.getQueue pool)) (.getMaximumPoolSize pool) (.getKeepAliveTime pool TimeUnit/MILLISECONDS))
  (println (try (.submit pool ^Callable (fn [] 5)) (catch RejectedExecutionException _ :full)))
  (.countDown gate)
  (println (mapv #(.get %) tasks) (.getLargestPoolSize pool) (finish pool)))
;; What a task throws
(let [seen (LinkedBlockingQueue.) made (atom 0)
      pool (Executors/newFixedThreadPool 1 (reify ThreadFactory
                                             (newThread [_ task]
                                               (swap! made inc)
                                               (doto (Thread. task (str "t" @made))
                                                 (.setUncaughtExceptionHandler
                                                  (reify Thread$UncaughtExceptionHandler
                                                    (uncaughtException [_ t e] (.put seen [(.getName t) (ex-message e)]))))))))]
  (.execute pool (fn [] (throw (ex-info "lost" {}))))
  (println (.take seen))
  (println (.get (.submit pool ^Callable thread-name)) (try (.get (.submit pool ^Callable (fn [] (throw (ex-info "kept" {})))))
                                                            (catch ExecutionException e (ex-message e))))
  (println @made (finish pool) (.size seen)))
(let [pool (Executors/newFixedThreadPool 1) gate (CountDownLatch. 1) begun (CountDownLatch. 1)
      a (.submit pool ^Callable (fn [] (.countDown begun) (try (.await gate) (catch InterruptedException _ :interrupted))))
      b (.submit pool ^Callable (fn [] :never))]
  (.await begun)
  (println (count (.shutdownNow pool)) (.get a) (.isDone b) (.awaitTermination pool 5 TimeUnit/SECONDS) (.cancel b true) (.isCancelled b)
           (try (.get b) (catch java.util.concurrent.CancellationException e :cancelled))))
(let [pool (Executors/newCachedThreadPool)]
  (println (mapv #(.get %) (.invokeAll pool [(fn [] 1) (fn [] 2)])) (.invokeAny pool [(fn [] :any)])
           (mapv #(.isCancelled %) (.invokeAll pool [(fn [] 1) (fn [] (Thread/sleep 9000))] 1500 TimeUnit/MILLISECONDS))
           (.get (.submit pool ^Runnable (fn [] 5) :result)) (finish pool)))
(println (try (Executors/newFixedThreadPool 0) (catch IllegalArgumentException e [:refused (ex-message e)]))
         (try (.execute (Executors/newCachedThreadPool) nil) (catch NullPointerException _ :npe)))
;; hooks
(let [log (atom []) pool (proxy [ThreadPoolExecutor] [1 1 0 TimeUnit/SECONDS (LinkedBlockingQueue.)]
                           (beforeExecute [t task] (swap! log conj :before))
                           (afterExecute [task thrown] (swap! log conj [:after thrown]))
                           (terminated [] (swap! log conj :terminated)))]
  (.get (.submit pool ^Callable (fn [] (swap! log conj :task) 7)))
  (println (finish pool) @log))
;; bindings are those of a new thread
(def ^:dynamic *x* :root)
(let [pool (Executors/newFixedThreadPool 1)]
  (binding [*x* :bound] (println (.get (.submit pool ^Callable (fn [] *x*))) (.get (.submit pool ^Callable (bound-fn [] *x*)))
    (.join (java.util.concurrent.CompletableFuture/supplyAsync (reify java.util.function.Supplier (get [_] *x*))))))
  (.shutdown pool))
;; waiting and signalling, many times
(let [lock (ReentrantLock.) turn (.newCondition lock) n (atom 0)
      player (fn [me] (future (dotimes [_ 20] (.lock lock) (try (while (not= me (mod @n 2)) (.await turn 1 TimeUnit/SECONDS)) (swap! n inc) (.signal turn) (finally (.unlock lock)))) me))
      players (mapv player [0 1])]
  (println (mapv deref players) @n))
(let [f (FutureTask. ^Callable (fn [] 5))] (.run f) (println @f (deref f 1 2) (future? f)))
(shutdown-agents)
