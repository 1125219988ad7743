(ns clojure.host.fork-join
  "java.util.concurrent's ForkJoinPool with its tasks, and Phaser."
  (:require [clojure.host.concurrent :refer [await-until]]
            [clojure.host.defclass :refer [defclass extend-class]])
  (:import (java.util.concurrent CancellationException Executors ExecutionException ForkJoinPool ForkJoinTask
                                 LinkedBlockingQueue Phaser)))

;; Forked tasks wait in one queue. A worker runs those that nobody has begun; who joins a task that is not
;; begun runs it at once, so that waiting never needs another worker.

(def ^:private processors (max 1 (.availableProcessors (Runtime/getRuntime))))

(defn- start-worker [queue n]
  (doto (Thread. (fn [] (loop []
                          (let [task (.take queue)]
                            (try (.begin task) (catch Throwable _)))
                          (recur)))
                 (str "ForkJoinPool.commonPool-worker-" n))
    (.setDaemon true)
    (.start)))

(def ^:private forked
  (delay (let [queue (LinkedBlockingQueue.)]
           (dotimes [n processors] (start-worker queue (inc n)))
           queue)))

;; The state is an atom of nil, :begun, [:value x] or [:error e].
(defmacro ^:private def-task-class [class-sym & members]
  `(defclass ~class-sym [~'state]
     (~'begin [this#]
       (when (compare-and-set! ~'state nil :begun)
         (let [outcome# (try [:value (.compute this#)] (catch Throwable t# [:error t#]))]
           (locking this#
             (reset! ~'state outcome#)
             (.notifyAll this#)))))
     (~'outcome [this# nanos#]
       (.begin this#)
       (locking this#
         (or (await-until this# nanos# (fn [] (when (vector? @~'state) @~'state)))
             (throw (java.util.concurrent.TimeoutException.)))))
     (~'value [this#]
       (let [[kind# x#] (.outcome this# nil)]
         (if (= kind# :value) x# (throw x#))))
     (~'fork [this#] (.put @forked this#) this#)
     (~'join [this#] (.value this#))
     (~'invoke [this#] (.value this#))
     (~'call [this#] (.value this#))
     (~'run [this#] (.value this#) nil)
     (~'get ([this#] (.get this# nil nil))
       ([this# n# unit#]
        (let [[kind# x#] (.outcome this# (when unit# (.toNanos unit# n#)))]
          (cond
            (= kind# :value) x#
            (instance? CancellationException x#) (throw x#)
            :else (throw (ExecutionException. x#))))))
     (~'getRawResult [_#] (when (vector? @~'state) (let [[kind# x#] @~'state] (when (= kind# :value) x#))))
     (~'complete [this# x#] (locking this# (reset! ~'state [:value x#]) (.notifyAll this#)) nil)
     (~'completeExceptionally [this# e#] (locking this# (reset! ~'state [:error e#]) (.notifyAll this#)) nil)
     (~'cancel [this# _#]
       (when-not (vector? @~'state) (.completeExceptionally this# (CancellationException.)))
       (.isCancelled this#))
     (~'isDone [_#] (vector? @~'state))
     (~'isCancelled [_#] (and (vector? @~'state) (instance? CancellationException (second @~'state))))
     (~'isCompletedNormally [_#] (and (vector? @~'state) (= :value (first @~'state))))
     (~'isCompletedAbnormally [_#] (and (vector? @~'state) (= :error (first @~'state))))
     (~'getException [_#] (when (and (vector? @~'state) (= :error (first @~'state))) (second @~'state)))
     (~'tryUnfork [_#] false)
     (~'reinitialize [_#] (reset! ~'state nil) nil)
     ~@members
     :static
     (~'new [] (. ~class-sym (~'<init> (atom nil))))))

(def-task-class java.util.concurrent.RecursiveTask)
(def-task-class java.util.concurrent.RecursiveAction)

(extend-class java.util.concurrent.ForkJoinTask
  :static
  (invokeAll ([tasks]
              (let [all (if (instance? java.util.Collection tasks) tasks (vec tasks))]
                (doseq [task (rest all)] (.fork task))
                (doseq [task all] (.join task))
                (when (instance? java.util.Collection tasks) tasks)))
    ([a b] (.fork b) (.invoke a) (.join b) nil))
  (getPool [] nil)
  (inForkJoinPool [] (.startsWith (.getName (Thread/currentThread)) "ForkJoinPool")))

(defn- as-call [task] (if (instance? ForkJoinTask task) (fn [] (.invoke task)) task))

(defclass java.util.concurrent.ForkJoinPool [pool parallelism common]
  (invoke [_ task] (.invoke task))
  (submit ([_ task]
           (let [submitted (.submit pool (as-call task))]
             (if (instance? ForkJoinTask task) task submitted)))
    ([_ task result] (.submit pool task result)))
  (execute [_ task] (.execute pool (if (instance? ForkJoinTask task) (fn [] (.begin task)) task)))
  (invokeAll [_ tasks] (.invokeAll pool tasks))
  (invokeAny [_ tasks] (.invokeAny pool tasks))
  (getParallelism [_] (int parallelism))
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
  (new ([] (ForkJoinPool. processors))
    ([n]
     (when-not (pos? n) (throw (IllegalArgumentException.)))
     (ForkJoinPool/<init> (Executors/newFixedThreadPool n) n false))
    ([n _ _ _] (ForkJoinPool. n)))
  (getCommonPoolParallelism [] (int processors)))

(def ^:private common-pool (delay (ForkJoinPool/<init> (Executors/newCachedThreadPool) processors true)))

(extend-class java.util.concurrent.ForkJoinPool
  :static
  (commonPool [] @common-pool))

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
    ([x] (Phaser/<init> 0 (if (number? x) x 0) 0))))
