(ns clojure.host.scheduled-pools
  "java.util.concurrent.ScheduledThreadPoolExecutor, and Timer, which is one with a single thread.

  A pool's monitor guards its state. What waits is in the order in which it is due; a worker waits on the monitor until the
  first task is due, or until something changes."
  (:require [clojure.host.concurrent :refer [await-until deadline]]
            [clojure.host.defclass :refer [defclass extend-class fi given]]
            [clojure.host.thread-pools :refer [run-all run-any]])
  (:import (java.util ArrayList)
           (java.util.concurrent Executors FutureTask LinkedBlockingQueue RejectedExecutionException
                                 ScheduledThreadPoolExecutor ScheduledThreadPoolExecutor$ScheduledFutureTask ThreadFactory
                                 TimeUnit)))

;; `step` is nil for what runs once, else [nanoseconds fixed-rate]. `runner` is the thread that runs it.
(defclass java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask
  [pool f future ^:unsynchronized-mutable due number step ^:unsynchronized-mutable runner]
  (get ([_] (.get future)) ([_ n unit] (.get future n unit)))
  (isDone [_] (.isDone future))
  (isCancelled [_] (.isCancelled future))
  (isPeriodic [_] (some? step))
  (cancel [this interrupt]
    (let [done (.cancel future false)]
      (when done
        (when interrupt (locking this (when runner (.interrupt runner))))
        (.cancelled pool this))
      done))
  (place [_] [due number])
  ;; Whether it has to run again.
  (run [this]
    (locking this (set! runner (Thread/currentThread)))
    (try
      (if step
        (and (not (.isDone future))
             (try
               (let [begun due [period fixed-rate] step]
                 (fi f run)
                 (set! due (deadline (if fixed-rate begun (System/nanoTime)) period))
                 (not (.isDone future)))
               (catch Throwable t (.finish future [:error t]) false)))
        (do (.run future) false))
      (finally (locking this (set! runner nil)))))
  (getDelay [_ unit] (.convert unit (- due (System/nanoTime)) TimeUnit/NANOSECONDS))
  (compareTo [this o] (int (compare (.place this) (.place o))))
  (toString [this]
    (str "java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask@" (Integer/toHexString (System/identityHashCode this))
         (re-find #"\[.*" (.toString future)))))

;; `state` is :running, :shutdown (what may still run is run) or :stop. `waiting` maps [due number] to tasks. `policies` has
;; :periodic and :delayed, whether such tasks run after a shutdown, and :remove, whether cancelled ones are dropped at once.
(defclass java.util.concurrent.ScheduledThreadPoolExecutor
  [^:unsynchronized-mutable core ^:unsynchronized-mutable factory ^:unsynchronized-mutable state ^:unsynchronized-mutable waiting
   ^:unsynchronized-mutable workers ^:unsynchronized-mutable counts ^:unsynchronized-mutable policies]
  (cancelled [this task]
    (locking this (when (:remove policies) (set! waiting (dissoc waiting (.place task))) (.notifyAll this))))
  ;; The next task that is due, or nil when the worker has nothing more to do.
  (next-task [this]
    (locking this
      (loop []
        (let [[place task] (first waiting)
              nanos (when place (- (first place) (System/nanoTime)))]
          (cond
            (= state :stop) nil
            (and (nil? place) (= state :shutdown)) nil
            (and (nil? place) (:core-may-end policies))
            (do (.wait this (max 1 (.getKeepAliveTime this TimeUnit/MILLISECONDS)))
                (when (seq waiting) (recur)))
            (nil? place) (do (.wait this) (recur))
            (pos? nanos) (do (.wait this (quot nanos 1000000) (int (rem nanos 1000000))) (recur))
            :else (do (set! waiting (dissoc waiting place))
                      (set! counts (update counts :active inc))
                      task))))))
  (work [this]
    (try
      (loop []
        (when-let [task (try (.next-task this) (catch InterruptedException _ :again))]
          (when-not (= task :again)
            (let [again (.run task)]
              (Thread/interrupted)
              (locking this
                (set! counts (-> counts (update :active dec) (update :completed inc)))
                (when (and again (or (= state :running) (and (= state :shutdown) (:periodic policies))))
                  (set! waiting (assoc waiting (.place task) task)))
                (.notifyAll this))))
          (recur)))
      (finally
        (locking this
          (set! workers (disj workers (Thread/currentThread)))
          (.notifyAll this)))))
  (start-worker [this]
    (let [thread (.newThread factory (fn [] (.work this)))]
      (set! workers (conj workers thread))
      (set! counts (update counts :largest max (count workers)))
      (.start thread)))
  (begin [this f delay-nanos step]
    (when (nil? f) (throw (NullPointerException.)))
    (locking this
      (let [task (ScheduledThreadPoolExecutor$ScheduledFutureTask/<init>
                  this f (FutureTask. f) (deadline (max 0 delay-nanos)) (:begun counts) step nil)]
        (when-not (= state :running)
          (throw (RejectedExecutionException. (str "Task " task " rejected from " this))))
        (set! counts (update counts :begun inc))
        (set! waiting (assoc waiting (.place task) task))
        (when (< (count workers) (max 1 core)) (.start-worker this))
        (.notifyAll this)
        task)))
  (schedule [this f n unit] (.begin this f (.toNanos unit n) nil))
  (scheduleAtFixedRate [this f n period unit]
    (when-not (pos? period) (throw (IllegalArgumentException.)))
    (.begin this f (.toNanos unit n) [(.toNanos unit period) true]))
  (scheduleWithFixedDelay [this f n period unit]
    (when-not (pos? period) (throw (IllegalArgumentException.)))
    (.begin this f (.toNanos unit n) [(.toNanos unit period) false]))
  (submit ([this f] (.begin this f 0 nil)) ([this f result] (.begin this (fn [] (fi f run) result) 0 nil)))
  (invokeAll ([this tasks] (run-all this tasks)) ([this tasks n unit] (run-all this tasks n unit)))
  (invokeAny ([this tasks] (run-any this tasks)) ([this tasks n unit] (run-any this tasks n unit)))
  (execute [this f] (.begin this f 0 nil) nil)
  (shutdown [this]
    (locking this
      (when (= state :running)
        (set! state :shutdown)
        (doseq [[place task] waiting]
          (when (or (.isCancelled task) (not ((if (.isPeriodic task) :periodic :delayed) policies)))
            (set! waiting (dissoc waiting place))
            (.cancel task false))))
      (.notifyAll this)))
  (shutdownNow [this]
    (locking this
      (let [left (vals waiting)]
        (set! state :stop)
        (set! waiting (sorted-map))
        (doseq [worker workers] (.interrupt worker))
        (.notifyAll this)
        (ArrayList. (vec left)))))
  (isShutdown [this] (locking this (not= state :running)))
  (isTerminated [this] (locking this (and (not= state :running) (empty? workers))))
  (isTerminating [this] (locking this (boolean (and (not= state :running) (seq workers)))))
  (getCorePoolSize [_] (int core))
  (setCorePoolSize [_ n] (set! core n) nil)
  (getMaximumPoolSize [_] Integer/MAX_VALUE)
  (getPoolSize [this] (locking this (int (count workers))))
  (getLargestPoolSize [this] (locking this (int (:largest counts))))
  (getActiveCount [this] (locking this (int (:active counts))))
  (getTaskCount [this] (locking this (long (+ (:completed counts) (:active counts) (count waiting)))))
  (getCompletedTaskCount [this] (locking this (long (:completed counts))))
  (getQueue [this] (LinkedBlockingQueue. (vec (locking this (vals waiting)))))
  (remove [this task]
    (locking this
      (let [place (some (fn [[place t]] (when (identical? t task) place)) waiting)]
        (set! waiting (dissoc waiting place))
        (some? place))))
  (purge [this]
    (locking this (set! waiting (into (sorted-map) (remove (fn [[_ task]] (.isCancelled task))) waiting)) nil))
  (getThreadFactory [_] factory)
  (setThreadFactory [_ f] (when (nil? f) (throw (NullPointerException.))) (set! factory f) nil)
  (getKeepAliveTime [_ unit] (.convert unit (:keep-alive policies 10000000) TimeUnit/NANOSECONDS))
  (setKeepAliveTime [_ n unit] (set! policies (assoc policies :keep-alive (.toNanos unit n))) nil)
  (allowsCoreThreadTimeOut [_] (:core-may-end policies false))
  (allowCoreThreadTimeOut [this yes]
    (locking this
      (set! policies (assoc policies :core-may-end yes))
      (.notifyAll this)))
  (setMaximumPoolSize [_ n] nil)
  (getRemoveOnCancelPolicy [_] (:remove policies))
  (setRemoveOnCancelPolicy [_ yes] (set! policies (assoc policies :remove yes)) nil)
  (getExecuteExistingDelayedTasksAfterShutdownPolicy [_] (:delayed policies))
  (setExecuteExistingDelayedTasksAfterShutdownPolicy [_ yes] (set! policies (assoc policies :delayed yes)) nil)
  (getContinueExistingPeriodicTasksAfterShutdownPolicy [_] (:periodic policies))
  (setContinueExistingPeriodicTasksAfterShutdownPolicy [_ yes] (set! policies (assoc policies :periodic yes)) nil)
  (toString [this]
    (locking this
      (str "java.util.concurrent.ScheduledThreadPoolExecutor@" (Integer/toHexString (System/identityHashCode this))
           "[" (cond (= state :running) "Running" (empty? workers) "Terminated" :else "Shutting down")
           ", pool size = " (count workers) ", active threads = " (:active counts)
           ", queued tasks = " (count waiting) ", completed tasks = " (:completed counts) "]")))
  (awaitTermination [this n unit]
    (locking this (boolean (await-until this (.toNanos unit n) (fn [] (.isTerminated this))))))
  :static
  (new ([n] (ScheduledThreadPoolExecutor. n (Executors/defaultThreadFactory)))
    ([n factory]
     (when (neg? n) (throw (IllegalArgumentException.)))
     (when (nil? factory) (throw (NullPointerException.)))
     (ScheduledThreadPoolExecutor/<init> n factory :running (sorted-map) #{} {:begun 0 :active 0 :completed 0 :largest 0}
                                         {:periodic false :delayed true :remove false}))
    ([n factory _] (ScheduledThreadPoolExecutor. n factory))))

(extend-class java.util.concurrent.Executors
  :static
  (newScheduledThreadPool ([n] (ScheduledThreadPoolExecutor. n))
    ([n factory] (ScheduledThreadPoolExecutor. n factory)))
  (unconfigurableExecutorService [pool] (given pool))
  (unconfigurableScheduledExecutorService [pool] (given pool))
  (newSingleThreadScheduledExecutor ([] (ScheduledThreadPoolExecutor. 1))
    ([factory] (ScheduledThreadPoolExecutor. 1 factory)))
  (callable ([f] (fn [] (fi f run) nil)) ([f result] (fn [] (fi f run) result))))

;; Timers

;; What became of tasks, as long as somebody has them: :scheduled, :executed or :cancelled.
(def ^:private task-states (java.util.WeakHashMap.))

(defn- state-of [task] (locking task-states (.get task-states task)))
(defn- become
  "Gives the task a state, and returns the one that it had."
  [task state]
  (locking task-states (.put task-states task state)))

(def ^:private timers (atom -1))

(extend-class java.util.TimerTask
  (cancel [this] (= :scheduled (become this :cancelled))))

(defclass java.util.Timer [pool]
  (begin [_ task delay-millis period-millis fixed-rate]
    (when (neg? delay-millis) (throw (IllegalArgumentException. "Negative delay.")))
    (when (and period-millis (not (pos? period-millis))) (throw (IllegalArgumentException. "Non-positive period.")))
    (when (.isShutdown pool) (throw (IllegalStateException. "Timer already cancelled.")))
    (locking task-states
      (when (state-of task) (throw (IllegalStateException. "Task already scheduled or cancelled")))
      (become task :scheduled))
    (let [handle (promise)
          once (fn []
                 (when-not (or period-millis (= :cancelled (state-of task))) (become task :executed))
                 (if (= :cancelled (state-of task))
                   (.cancel @handle false)
                   ;; A task that throws ends its timer.
                   (try (.run task)
                        (catch Throwable t
                          (.shutdownNow pool)
                          (let [thread (Thread/currentThread)]
                            (.uncaughtException (.getUncaughtExceptionHandler thread) thread t))))))]
      (deliver handle (.begin pool once (* 1000000 delay-millis)
                              (when period-millis [(* 1000000 period-millis) fixed-rate])))
      nil))
  (delay-until [_ when] (if (inst? when) (max 0 (- (inst-ms when) (System/currentTimeMillis))) when))
  (schedule ([this task delay] (.begin this task (.delay-until this delay) nil false))
    ([this task delay period] (.begin this task (.delay-until this delay) period false)))
  (scheduleAtFixedRate [this task delay period] (.begin this task (.delay-until this delay) period true))
  (cancel [_] (.shutdownNow pool) nil)
  (purge [_] (int 0))
  :static
  (new ([] (java.util.Timer. false))
    ([x] (if (string? x) (java.util.Timer. x false) (java.util.Timer. (str "Timer-" (swap! timers inc)) x)))
    ([name daemon]
     (java.util.Timer/<init>
      (ScheduledThreadPoolExecutor. 1 (reify ThreadFactory
                                        (newThread [_ task] (doto (Thread. task name) (.setDaemon daemon)))))))))
