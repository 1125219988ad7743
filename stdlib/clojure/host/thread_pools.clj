(ns clojure.host.thread-pools
  "java.util.concurrent.ThreadPoolExecutor, what it does with tasks that it cannot take, and Executors' pools.

  A pool's state is guarded by its own monitor. A worker is a thread of the factory that takes tasks out of the
  queue; it ends when the pool is shut down, when it is idle for too long, or when a task that nobody can ask for
  its outcome throws: then the thread's handler hears of it and another worker takes its place."
  (:require [clojure.host.concurrent :refer [await-until deadline]]
            [clojure.host.defclass :refer [defclass extend-class fi given]]
            [clojure.host.executors])
  (:import (java.util ArrayList)
           (java.util.concurrent ExecutionException Executors FutureTask LinkedBlockingQueue RejectedExecutionException
                                 RejectedExecutionHandler SynchronousQueue ThreadFactory ThreadPoolExecutor TimeUnit
                                 TimeoutException)))

(def ^:private pools (atom 0))

(defn named-factory
  "A thread factory that counts the names of its threads."
  [prefix daemon]
  (let [n (atom 0)]
    (reify ThreadFactory
      (newThread [_ task] (doto (Thread. task (str prefix (swap! n inc))) (.setDaemon daemon))))))

(defn- default-factory []
  (named-factory (str "pool-" (swap! pools inc) "-thread-") false))

;; What a pool does with several tasks at once.

(defn run-all
  "invokeAll: the futures of all tasks, which are done, or cancelled where the time is over."
  ([pool tasks]
   (let [futures (mapv (fn [task] (.submit pool task)) tasks)]
     (doseq [future futures]
       (try (.get future) (catch ExecutionException _) (catch java.util.concurrent.CancellationException _)))
     (ArrayList. futures)))
  ([pool tasks n unit]
   (let [end (deadline (.toNanos unit n))
         futures (mapv (fn [task] (.submit pool task)) tasks)]
     (doseq [future futures]
       (try (.get future (max 0 (- end (System/nanoTime))) TimeUnit/NANOSECONDS)
            (catch ExecutionException _)
            (catch TimeoutException _ (.cancel future true))))
     (ArrayList. futures))))

(defn- telling
  "The task, which tells the queue how it ended: [true value] or [false thrown]."
  [task ends]
  (fn []
    (.add ends (try [true (fi task call)] (catch Throwable e [false e])))))

(defn run-any
  "invokeAny: what the task gives that is the first to end without a failure; the others are cancelled."
  ([pool tasks] (run-any pool tasks Long/MAX_VALUE TimeUnit/NANOSECONDS))
  ([pool tasks n unit]
   (let [begun (System/nanoTime)
         nanos (.toNanos unit n)
         ends (LinkedBlockingQueue.)
         futures (mapv (fn [task] (.submit pool (telling (given task) ends))) tasks)]
     (try
       (loop [left (count futures) failure (IllegalArgumentException.)]
         (if (zero? left)
           (throw failure)
           (let [[ok x] (or (.poll ends (- nanos (- (System/nanoTime) begun)) TimeUnit/NANOSECONDS) (throw (TimeoutException.)))]
             (if ok x (recur (dec left) (ExecutionException. x))))))
       (finally (doseq [future futures] (.cancel future true)))))))

(defclass java.util.concurrent.ThreadPoolExecutor$AbortPolicy []
  (rejectedExecution [_ task pool]
    (throw (RejectedExecutionException. (str "Task " task " rejected from " pool)))))

(defclass java.util.concurrent.ThreadPoolExecutor$CallerRunsPolicy []
  (rejectedExecution [_ task pool] (when-not (.isShutdown pool) (fi task run))))

(defclass java.util.concurrent.ThreadPoolExecutor$DiscardPolicy []
  (rejectedExecution [_ _ _]))

(defclass java.util.concurrent.ThreadPoolExecutor$DiscardOldestPolicy []
  (rejectedExecution [_ task pool]
    (when-not (.isShutdown pool)
      (.poll (.getQueue pool))
      (.execute pool task))))

;; `state` is :running, :shutdown (what waits is still run) or :stop; `busy` maps each worker's thread to whether
;; it runs a task.
(defclass java.util.concurrent.ThreadPoolExecutor
  [^:unsynchronized-mutable core ^:unsynchronized-mutable maximum ^:unsynchronized-mutable keep-alive
   ^:unsynchronized-mutable core-may-end queue ^:unsynchronized-mutable factory ^:unsynchronized-mutable handler
   ^:unsynchronized-mutable state ^:unsynchronized-mutable busy ^:unsynchronized-mutable completed
   ^:unsynchronized-mutable largest ^:unsynchronized-mutable ended]
  (beforeExecute [_ _ _])
  (afterExecute [_ _ _])
  (terminated [_])
  (mark [this working]
    (locking this (set! busy (assoc busy (Thread/currentThread) working))))
  (next-task [this]
    ;; Who is interrupted while it waits looks at the state again.
    (let [wait (locking this
                 (cond
                   (or (= state :stop) (and (= state :shutdown) (.isEmpty queue))) :end
                   (or core-may-end (> (count busy) core)) :some-time
                   :else :for-ever))]
      (case wait
        :end nil
        :some-time (or (try (.poll queue keep-alive TimeUnit/NANOSECONDS) (catch InterruptedException _ ::again))
                       (when (locking this (and (= state :running) (not (.isEmpty queue)))) ::again))
        (try (.take queue) (catch InterruptedException _ ::again)))))
  (work [this first-task]
    (let [failed (atom true)]
      (try
        (loop [task first-task]
          (let [task (if (nil? task) (.next-task this) task)]
            (cond
              (nil? task) (reset! failed false)
              (= task ::again) (recur nil)
              :else (do (.mark this true)
                        (when-not (= state :stop) (Thread/interrupted))
                        (try
                          (.beforeExecute this (Thread/currentThread) task)
                          (let [thrown (try (fi task run) nil (catch Throwable t t))]
                            (.afterExecute this task thrown)
                            (when thrown (throw thrown)))
                          (finally
                            (locking this (set! completed (inc completed)))
                            (.mark this false)))
                        (recur nil)))))
        (finally (.worker-ended this @failed)))))
  (worker-ended [this failed]
    (locking this
      (set! busy (dissoc busy (Thread/currentThread)))
      (cond
        (and (= state :running) (or (and failed (< (count busy) core)) (and (empty? busy) (not (.isEmpty queue)))))
        (.start-worker this nil)
        (not= state :running) (.end-when-done this))))
  (end-when-done [this]
    (cond
      ended nil
      (and (seq busy) (or (= state :stop) (.isEmpty queue))) (.interrupt-idle this)
      (seq busy) nil
      (and (= state :shutdown) (not (.isEmpty queue))) (.start-worker this nil)
      :else (do (set! ended true)
                (.terminated this)
                (.notifyAll this))))
  (interrupt-idle [_]
    (doseq [[thread working] busy :when (not working)] (.interrupt thread)))
  (start-worker [this task]
    (let [thread (.newThread factory (fn [] (.work this task)))]
      (set! busy (assoc busy thread (some? task)))
      (set! largest (max largest (count busy)))
      (.start thread)))
  (execute [this task]
    (when (nil? task) (throw (NullPointerException.)))
    (when-not (locking this
                (when (= state :running)
                  (cond
                    (< (count busy) core) (do (.start-worker this task) true)
                    (.offer queue task) (do (when (empty? busy) (.start-worker this nil)) true)
                    (< (count busy) maximum) (do (.start-worker this task) true))))
      (.rejectedExecution handler task this))
    nil)
  (submit ([this task] (let [future (FutureTask. task)] (.execute this future) future))
    ([this task result] (let [future (FutureTask. task result)] (.execute this future) future)))
  (invokeAll ([this tasks] (run-all this tasks)) ([this tasks n unit] (run-all this tasks n unit)))
  (invokeAny ([this tasks] (run-any this tasks)) ([this tasks n unit] (run-any this tasks n unit)))
  (shutdown [this]
    (locking this
      (when (= state :running) (set! state :shutdown))
      (.interrupt-idle this)
      (.end-when-done this))
    nil)
  (shutdownNow [this]
    (locking this
      (set! state :stop)
      (let [left (ArrayList.)]
        (.drainTo queue left)
        (doseq [[thread] busy] (.interrupt thread))
        (.end-when-done this)
        left)))
  (isShutdown [this] (locking this (not= state :running)))
  (isTerminated [this] (locking this (boolean ended)))
  (isTerminating [this] (locking this (and (not= state :running) (not ended))))
  (awaitTermination [this n unit]
    (locking this (boolean (await-until this (.toNanos unit n) (fn [] (.isTerminated this))))))
  (close [this]
    (.shutdown this)
    (locking this (await-until this nil (fn [] (.isTerminated this))))
    nil)
  (getQueue [_] queue)
  (remove [_ task] (.remove queue task))
  (purge [_] (doseq [task (vec queue)] (when (and (instance? FutureTask task) (.isCancelled task)) (.remove queue task))))
  (getCorePoolSize [_] (int core))
  (setCorePoolSize [this n] (locking this (set! core n) (.interrupt-idle this)) nil)
  (getMaximumPoolSize [_] (int maximum))
  (setMaximumPoolSize [this n] (locking this (set! maximum n) (.interrupt-idle this)) nil)
  (getKeepAliveTime [_ unit] (.convert unit keep-alive TimeUnit/NANOSECONDS))
  (setKeepAliveTime [this n unit] (locking this (set! keep-alive (.toNanos unit n)) (.interrupt-idle this)) nil)
  (allowCoreThreadTimeOut [this yes] (locking this (set! core-may-end yes) (.interrupt-idle this)) nil)
  (allowsCoreThreadTimeOut [_] (boolean core-may-end))
  (prestartCoreThread [this]
    (locking this (boolean (when (< (count busy) core) (.start-worker this nil) true))))
  (prestartAllCoreThreads [this] (loop [n 0] (if (.prestartCoreThread this) (recur (inc n)) (int n))))
  (getThreadFactory [_] factory)
  (setThreadFactory [_ f] (set! factory f) nil)
  (getRejectedExecutionHandler [_] handler)
  (setRejectedExecutionHandler [_ h] (set! handler h) nil)
  (getPoolSize [this] (locking this (int (count busy))))
  (getLargestPoolSize [_] (int largest))
  (getActiveCount [this] (locking this (int (count (filter val busy)))))
  (getCompletedTaskCount [_] completed)
  (getTaskCount [this] (locking this (long (+ completed (.size queue) (count (filter val busy))))))
  (toString [this]
    (locking this
      (str "java.util.concurrent.ThreadPoolExecutor@" (Integer/toHexString (System/identityHashCode this))
           "[" (cond (= state :running) "Running" ended "Terminated" :else "Shutting down")
           ", pool size = " (count busy) ", active threads = " (count (filter val busy))
           ", queued tasks = " (.size queue) ", completed tasks = " completed "]")))
  :static
  (new ([core maximum n unit queue] (ThreadPoolExecutor. core maximum n unit queue (default-factory)))
    ([core maximum n unit queue x]
     (if (instance? RejectedExecutionHandler x)
       (ThreadPoolExecutor. core maximum n unit queue (default-factory) x)
       (ThreadPoolExecutor. core maximum n unit queue x (java.util.concurrent.ThreadPoolExecutor$AbortPolicy.))))
    ([core maximum n unit queue factory handler]
     (when-not (and (<= 0 core) (pos? maximum) (<= core maximum) (<= 0 n)) (throw (IllegalArgumentException.)))
     (when-not (and queue factory handler) (throw (NullPointerException.)))
     (ThreadPoolExecutor/<init> core maximum (.toNanos unit n) false queue factory handler :running {} 0 0 false))))

(defn- fixed [n factory]
  (ThreadPoolExecutor. n n 0 TimeUnit/MILLISECONDS (LinkedBlockingQueue.) factory))
(defn- cached [factory]
  (ThreadPoolExecutor. 0 Integer/MAX_VALUE 60 TimeUnit/SECONDS (SynchronousQueue.) factory))

(extend-class java.util.concurrent.Executors
  :static
  (newFixedThreadPool ([n] (fixed n (default-factory))) ([n factory] (fixed n factory)))
  (newSingleThreadExecutor ([] (fixed 1 (default-factory))) ([factory] (fixed 1 factory)))
  (newCachedThreadPool ([] (cached (default-factory))) ([factory] (cached factory)))
  (newThreadPerTaskExecutor [factory] (cached factory))
  (newVirtualThreadPerTaskExecutor [] (cached (reify ThreadFactory (newThread [_ task] (doto (Thread. task "") (.setDaemon true))))))
  (defaultThreadFactory [] (default-factory)))
