(ns clojure.host.fork-join
  "java.util.concurrent's ForkJoinPool with its tasks, and Phaser."
  (:require [clojure.host.concurrent :refer [await-until]]
            [clojure.host.defclass :refer [defclass extend-class]]
            [clojure.host.thread-pools :refer [named-factory]])
  (:import (java.util.concurrent CancellationException Executors ExecutionException ForkJoinPool ForkJoinTask
                                 LinkedBlockingQueue Phaser)))

;; Forked tasks wait in one queue. A worker runs those that nobody has begun; who joins a task that is not
;; begun runs it at once, so that waiting never needs another worker.

(def ^:private pools (atom 0))
(def ^:private processors (max 1 (.availableProcessors (Runtime/getRuntime))))

(defn- start-worker [queue n]
  (doto (Thread. (fn [] (loop []
                          (Thread/interrupted) ; of the task before
                          (let [run (.take queue)]
                            (try (run) (catch Throwable _)))
                          (recur)))
                 (str "ForkJoinPool.commonPool-worker-" n))
    (.setDaemon true)
    (.start)))

(def ^:private forked
  (delay (let [queue (LinkedBlockingQueue.)]
           (dotimes [n processors] (start-worker queue (inc n)))
           queue)))

;; `cell` is an atom of nil, :begun, [:value x] or [:error e].
(defclass java.util.concurrent.RecursiveTask [state]
  (cell [_] state)
  :static
  (new [] (java.util.concurrent.RecursiveTask/<init> (atom nil))))

(defclass java.util.concurrent.RecursiveAction [state]
  (cell [_] state)
  :static
  (new [] (java.util.concurrent.RecursiveAction/<init> (atom nil))))

;; A task of a function; what is no function is asked through its interface.
(defclass java.util.concurrent.ForkJoinTask$AdaptedCallable [state f]
  (cell [_] state)
  (compute [_] (if (instance? java.util.concurrent.Callable f) (.call f) (.run f))))

(defn- finished [task kind] (let [state @(.cell task)] (when (and (vector? state) (= kind (first state))) state)))

(defn- finish [task outcome]
  (locking task
    (reset! (.cell task) outcome)
    (.notifyAll task)))

(defn- begin [task]
  (when (compare-and-set! (.cell task) nil :begun)
    (finish task (try [:value (.compute task)] (catch Throwable t [:error t])))))

(defn- outcome [task nanos]
  (begin task)
  (locking task
    (or (await-until task nanos (fn [] (let [state @(.cell task)] (when (vector? state) state))))
        (throw (java.util.concurrent.TimeoutException.)))))

(defn- value [task]
  (let [[kind x] (outcome task nil)]
    (if (= kind :value) x (throw x))))

(extend-class java.util.concurrent.ForkJoinTask
  (fork [this] (.add @forked (fn [] (begin this))) this)
  (join [this] (value this))
  (invoke [this] (value this))
  (call [this] (value this))
  (run [this] (value this) nil)
  (get ([this] (.get this nil nil))
    ([this n unit]
     (let [[kind x] (outcome this (when unit (.toNanos unit n)))]
       (cond
         (= kind :value) x
         (instance? CancellationException x) (throw x)
         :else (throw (ExecutionException. x))))))
  (getRawResult [this] (second (finished this :value)))
  (complete [this x] (finish this [:value x]) nil)
  (completeExceptionally [this e] (finish this [:error e]) nil)
  (cancel [this _]
    (when-not (vector? @(.cell this)) (finish this [:error (CancellationException.)]))
    (.isCancelled this))
  (isDone [this] (vector? @(.cell this)))
  (isCancelled [this] (instance? CancellationException (second (finished this :error))))
  (isCompletedNormally [this] (some? (finished this :value)))
  (isCompletedAbnormally [this] (some? (finished this :error)))
  (getException [this] (second (finished this :error)))
  (tryUnfork [_] false)
  (reinitialize [this] (reset! (.cell this) nil) nil)
  :static
  (adapt
    ([f] (java.util.concurrent.ForkJoinTask$AdaptedCallable/<init> (atom nil) f))
    ([runnable result] (ForkJoinTask/adapt (fn [] (.run runnable) result))))
  (invokeAll ([tasks]
              (let [all (if (instance? java.util.Collection tasks) tasks (vec tasks))]
                (doseq [task (rest all)] (.fork task))
                (doseq [task all] (.join task))
                (when (instance? java.util.Collection tasks) tasks)))
    ([a b] (.fork b) (.invoke a) (.join b) nil))
  (getPool [] nil)
  (inForkJoinPool [] (.startsWith (.getName (Thread/currentThread)) "ForkJoinPool")))

(defn- as-call [task] (if (instance? ForkJoinTask task) (fn [] (.invoke task)) task))

(defclass java.util.concurrent.ForkJoinPool [pool parallelism common async]
  (invoke [_ task] (.invoke task))
  (submit ([_ task]
           (let [submitted (.submit pool (as-call task))]
             (if (instance? ForkJoinTask task) task submitted)))
    ([_ task result] (.submit pool task result)))
  (execute [_ task] (.execute pool (if (instance? ForkJoinTask task) (fn [] (begin task)) task)))
  (invokeAll [_ tasks] (.invokeAll pool tasks))
  (invokeAny [_ tasks] (.invokeAny pool tasks))
  (getParallelism [_] (int parallelism))
  (getAsyncMode [_] (boolean async))
  (getPoolSize [_] (int parallelism))
  (shutdown [_] (when-not common (.shutdown pool)))
  (shutdownNow [_] (if common (java.util.ArrayList.) (.shutdownNow pool)))
  (close [_] (when-not common (.close pool)))
  (isShutdown [_] (.isShutdown pool))
  (isTerminated [_] (.isTerminated pool))
  (isQuiescent [_] true)
  (awaitTermination [_ n unit] (if common false (.awaitTermination pool n unit)))
  (awaitQuiescence [_ _ _] true)
  :static
  ;; Workers come from this pool, whatever makes and keeps them elsewhere: a factory of threads and the bounds of a pool are
  ;; taken and not used.
  (new ([] (ForkJoinPool. processors))
    ([n] (ForkJoinPool. n nil nil false))
    ([n _ _ async]
     (when-not (pos? n) (throw (IllegalArgumentException.)))
     (ForkJoinPool/<init> (Executors/newFixedThreadPool n (named-factory (str "ForkJoinPool-" (swap! pools inc) "-worker-") true))
                          n false async))
    ([n factory handler async _ _ _ _ _ _] (ForkJoinPool. n factory handler async)))
  (getCommonPoolParallelism [] (int processors)))

(def ^:private common-pool (delay (ForkJoinPool/<init> (Executors/newCachedThreadPool (named-factory "ForkJoinPool.commonPool-worker-" true)) processors true false)))

(extend-class java.util.concurrent.ForkJoinPool
  :static
  (commonPool [] @common-pool))

(extend-class java.util.concurrent.Executors
  :static
  (newWorkStealingPool ([] (ForkJoinPool.)) ([n] (ForkJoinPool. n))))

;; Phaser: parties that wait for each other, phase after phase. A phase is negative once it is terminated.

(defn- ended [phase] (bit-or (bit-and phase Integer/MAX_VALUE) Integer/MIN_VALUE))

(defclass java.util.concurrent.Phaser
  [^:unsynchronized-mutable phase ^:unsynchronized-mutable parties ^:unsynchronized-mutable arrived]
  (onAdvance [_ _ registered] (zero? registered))
  (advance [this]
    (when (and (not (neg? phase)) (= arrived parties))
      (let [next-phase (bit-and (inc phase) Integer/MAX_VALUE)
            terminated (.onAdvance this (int phase) (int parties))]
        (set! arrived 0)
        (set! phase (if terminated (ended next-phase) next-phase))
        (.notifyAll this))))
  (register [this] (.bulkRegister this 1))
  (bulkRegister [this n]
    (when (neg? n) (throw (IllegalArgumentException.)))
    (locking this
      (when-not (neg? phase) (set! parties (+ parties n)))
      (int phase)))
  (arriving [this leaving]
    (locking this
      (let [before phase]
        (when-not (neg? phase)
          (when (>= arrived parties)
            (throw (IllegalStateException. (str "Attempted arrival of unregistered party for " this))))
          (if leaving (set! parties (dec parties)) (set! arrived (inc arrived)))
          (.advance this))
        (int before))))
  (arrive [this] (.arriving this false))
  (arriveAndDeregister [this] (.arriving this true))
  (arriveAndAwaitAdvance [this] (let [before (.arriving this false)] (if (neg? before) before (.awaitAdvance this before))))
  (waiting [this before nanos]
    (if (neg? before)
      (int before)
      (locking this
        (when-not (await-until this nanos (fn [] (not= before (.-phase this))))
          (throw (java.util.concurrent.TimeoutException.)))
        (int phase))))
  (awaitAdvance [this before] (.waiting this before nil))
  (awaitAdvanceInterruptibly ([this before] (.waiting this before nil))
    ([this before n unit] (.waiting this before (.toNanos unit n))))
  (forceTermination [this] (locking this (set! phase (ended phase)) (.notifyAll this)) nil)
  (getPhase [this] (locking this (int phase)))
  (getRegisteredParties [this] (locking this (int parties)))
  (getArrivedParties [this] (locking this (int arrived)))
  (getUnarrivedParties [this] (locking this (int (- parties arrived))))
  (getParent [_] nil)
  (getRoot [this] this)
  (isTerminated [this] (locking this (neg? phase)))
  (toString [this]
    (str "java.util.concurrent.Phaser@" (Integer/toHexString (System/identityHashCode this))
         "[phase = " phase " parties = " parties " arrived = " arrived "]"))
  :static
  (new ([] (Phaser/<init> 0 0 0))
    ([x]
     (when (and (number? x) (not (<= 0 x 65535))) (throw (IllegalArgumentException. "Illegal number of parties")))
     (Phaser/<init> 0 (if (number? x) x 0) 0))))
