; Locks show their state, conditions have owners and waiters, what waits refuses an interrupted thread.
(import '(java.util Timer TimerTask) '(java.util.concurrent CompletableFuture Semaphore TimeUnit)
        '(java.util.concurrent.locks ReentrantLock ReentrantReadWriteLock StampedLock) 'java.time.temporal.ChronoUnit)

(defmacro try-all [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form)
                          (catch Throwable e# (str (.getName (class e#)) ": " (ex-message e#))))))))
(defn text [x] (clojure.string/replace (str x) #"@[0-9a-f]+" "@"))

(println "locks")
(let [lock (ReentrantLock.) condition (.newCondition lock) log (atom [])
      thread (Thread. (fn [] (.lock lock) (swap! log conj :waits) (.await condition) (swap! log conj :awake) (.unlock lock)))]
  (try-all (text lock) (.hasWaiters lock condition) (.hasQueuedThread lock thread))
  (.start thread)
  (while (empty? @log) (Thread/yield))
  (.lock lock)
  (try-all (.hasWaiters lock condition) (.getWaitQueueLength lock condition) (.hasWaiters (ReentrantLock.) condition)
           (.awaitUntil condition (java.util.Date. 0)) (.await condition 1 TimeUnit/MILLISECONDS))
  (.signal condition)
  (.unlock lock)
  (.join thread)
  (println @log))
(let [both (ReentrantReadWriteLock.) reading (.readLock both) writing (.writeLock both) condition (.newCondition writing)]
  (try-all (text both) (text reading) (text writing))
  (.lock writing)
  (.lock reading)
  (try-all (text both) (text reading) (re-find #"\[Locked by thread .*\]" (text writing)) (.hasWaiters both condition) (.getWaitQueueLength both condition)))
(let [lock (StampedLock.) stamp (.writeLock lock) reading (.asReadLock lock) writing (.asWriteLock lock)]
  (try-all (text lock) (.tryLock reading) (.tryLock writing) (StampedLock/isWriteLockStamp stamp) (StampedLock/isReadLockStamp stamp)
           (StampedLock/isLockStamp stamp) (StampedLock/isOptimisticReadStamp stamp))
  (.unlockWrite lock stamp)
  (try-all (text lock) (.lock reading) (text lock) (.tryLock writing) (.unlock reading) (.unlock reading) (.unlock writing) (.newCondition reading)
           (StampedLock/isOptimisticReadStamp (.tryOptimisticRead lock)) (.tryLock (.readLock (.asReadWriteLock lock)))))

(println "interrupted")
(defn interrupted [f] (.interrupt (Thread/currentThread)) (try (f) (catch InterruptedException _ :refused) (finally (Thread/interrupted))))
(let [lock (ReentrantLock.) both (ReentrantReadWriteLock.)]
  (try-all (interrupted #(.lockInterruptibly lock)) (interrupted #(.tryLock lock 1 TimeUnit/SECONDS)) (interrupted #(.tryLock lock))
           (interrupted #(.await (.newCondition lock))) (interrupted #(.lock lock))
           (interrupted #(.lockInterruptibly (.readLock both))) (interrupted #(.lockInterruptibly (.writeLock both)))
           (interrupted #(.lock (.writeLock both)))
           (interrupted #(.acquire (Semaphore. 1))) (interrupted #(.tryAcquire (Semaphore. 1) 1 TimeUnit/SECONDS))
           (interrupted #(.tryAcquire (Semaphore. 1))) (interrupted #(.acquireUninterruptibly (Semaphore. 1)))
           (interrupted #(do (.acquireUninterruptibly (Semaphore. 1)) (.isInterrupted (Thread/currentThread))))))

(println "time units")
(try-all (str (TimeUnit/of ChronoUnit/DAYS)) (str (TimeUnit/of ChronoUnit/NANOS)) (TimeUnit/of ChronoUnit/WEEKS) (TimeUnit/of nil)
         (.timedJoin TimeUnit/SECONDS (doto (Thread. (fn [])) .start) 10) (.timedWait TimeUnit/SECONDS (Object.) 1) (.timedWait TimeUnit/SECONDS (Object.) 0))

(println "timer tasks")
(let [timer (Timer. true) done (promise) task (proxy [TimerTask] [] (run [] (deliver done true)))]
  (try-all (.cancel (proxy [TimerTask] [] (run []))) (.schedule timer task 1000000) (.schedule timer task 1) (.cancel task) (.cancel task)
           (.schedule timer task 1))
  (let [task (proxy [TimerTask] [] (run [] (deliver done true)))]
    (.schedule timer task 0)
    @done
    (try-all (.cancel task) (.schedule timer task 1)))
  (.cancel timer))

(println "stages")
(let [failed (fn [] (CompletableFuture/failedFuture (Exception. "a")))
      recover (reify java.util.function.Function (apply [_ e] (CompletableFuture/completedFuture (ex-message e))))]
  (try-all (.get (.exceptionallyCompose (failed) recover)) (.get (.exceptionallyComposeAsync (failed) recover))
           (.get (.exceptionallyComposeAsync (CompletableFuture/completedFuture 1) recover))
           (.get (.completeAsync (CompletableFuture.) (reify java.util.function.Supplier (get [_] 5))))
           (.get (.completeAsync (CompletableFuture.) (reify java.util.function.Supplier (get [_] 5)) (.defaultExecutor (CompletableFuture.))))
           (CompletableFuture/failedFuture nil) (CompletableFuture/failedStage nil)))

(println "interrupted before")
(defmacro interrupted [& forms]
  `(try-all ~@(for [form forms]
                `(do (.interrupt (Thread/currentThread))
                     [(try ~form (catch InterruptedException e# (ex-message e#) :refused)) (Thread/interrupted)]))))
(import '(java.util.concurrent ArrayBlockingQueue CountDownLatch CyclicBarrier DelayQueue LinkedBlockingQueue PriorityBlockingQueue))
(interrupted (.await (CountDownLatch. 0)) (.await (CountDownLatch. 0) 1 TimeUnit/SECONDS) (.await (CyclicBarrier. 1))
             (.take (LinkedBlockingQueue. [1])) (.put (LinkedBlockingQueue.) 1) (.poll (LinkedBlockingQueue. [1]))
             (.poll (LinkedBlockingQueue. [1]) 1 TimeUnit/SECONDS) (.offer (LinkedBlockingQueue.) 1 1 TimeUnit/SECONDS) (.offer (LinkedBlockingQueue.) 1)
             (.put (ArrayBlockingQueue. 1) 1) (.take (PriorityBlockingQueue. [1])) (.put (PriorityBlockingQueue.) 1)
             (.poll (PriorityBlockingQueue. [1]) 1 TimeUnit/SECONDS) (.take (DelayQueue.))
             (.writeLock (StampedLock.)) (.writeLockInterruptibly (StampedLock.)) (.readLockInterruptibly (StampedLock.))
             (.tryWriteLock (StampedLock.) 1 TimeUnit/SECONDS) (.tryReadLock (StampedLock.) 1 TimeUnit/SECONDS) (.tryReadLock (StampedLock.))
             (deref (deliver (promise) 1)) (deref (deliver (promise) 1) 1 2) (.join (CompletableFuture/completedFuture 1)))
(let [barrier (CyclicBarrier. 2)] (interrupted (.await barrier)) (try-all (.isBroken barrier)))
(try-all (.hasQueuedThread (ReentrantLock.) nil) (.hasWaiters (ReentrantLock.) nil))
(let [lock (ReentrantLock.) condition (.newCondition lock) result (promise)
      thread (Thread. (fn []
                        (.lock lock)
                        (.interrupt (Thread/currentThread))
                        (.awaitUninterruptibly condition)
                        (deliver result [(.isHeldByCurrentThread lock) (Thread/interrupted)])
                        (.unlock lock)))]
  (.start thread)
  (loop []
    (.lock lock)
    (let [waits (.hasWaiters lock condition)]
      (when waits (.signal condition))
      (.unlock lock)
      (when-not waits
        (Thread/yield)
        (recur))))
  (println @result))
