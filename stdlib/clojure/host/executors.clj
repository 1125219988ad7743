(ns clojure.host.executors
  "java.util.concurrent: futures that are completed by hand, scheduled executors, timers, atomic arrays."
  (:require [clojure.host.concurrent :refer [await-until]]
            [clojure.host.defclass :refer [defclass extend-class fi given]])
  (:import (java.util.concurrent CancellationException CompletableFuture CompletionException ExecutionException Executors
                                 FutureTask TimeUnit TimeoutException)))

(defn- run-task [task]
  (cond
    (fn? task) (task)
    (instance? Callable task) (.call task)
    :else (do (.run task) nil)))

(defn- start-thread [f daemon]
  (doto (Thread. f) (.setDaemon daemon) (.start)))

;; FutureTask: `state` is nil, [:value v], [:error e] or [:cancelled].

(defn- future-result [[kind x]]
  (case kind
    :value x
    :cancelled (throw (CancellationException.))
    (throw (ExecutionException. x))))

(defclass java.util.concurrent.FutureTask [task result ^:unsynchronized-mutable state ^:unsynchronized-mutable runner]
  (finish [this outcome]
    (locking this
      (boolean (when-not state
                 (set! state outcome)
                 (.notifyAll this)
                 true))))
  (run [this]
    (set! runner (Thread/currentThread))
    (when-not state
      (.finish this (try [:value (let [v (run-task task)] (if result (first result) v))] (catch Throwable t [:error t]))))
    nil)
  (wait-for [this nanos]
    (locking this
      (or (await-until this nanos (fn [] (.-state this))) (throw (TimeoutException.)))))
  (get ([this] (future-result (.wait-for this nil))) ([this n unit] (future-result (.wait-for this (.toNanos unit n)))))
  (isDone [this] (locking this (some? state)))
  (isCancelled [this] (locking this (= :cancelled (first state))))
  (cancel [this interrupt]
    (let [done (.finish this [:cancelled])]
      (when (and done interrupt runner) (.interrupt runner))
      done))
  (toString [this]
    (let [[kind x] (locking this state)]
      (str "java.util.concurrent.FutureTask@" (Integer/toHexString (System/identityHashCode this))
           (case kind
             :value "[Completed normally]"
             :error (str "[Completed exceptionally: " x "]")
             :cancelled "[Cancelled]"
             (str "[Not completed, task = " task "]")))))
  :static
  (new ([task] (FutureTask/<init> (java.util.Objects/requireNonNull task) nil nil nil))
    ([task result] (FutureTask/<init> (java.util.Objects/requireNonNull task) [result] nil nil))))

;; CompletableFuture: `state` is nil, [:value v] or [:error e]; `actions` are called with it.

(defn- wrapped [e] (if (instance? CompletionException e) e (CompletionException. e)))
(defn- unwrapped [e] (if (and (instance? CompletionException e) (ex-cause e)) (ex-cause e) e))

(defmacro ^:private attempt [& body]
  `(try [:value (do ~@body)] (catch Throwable e# [:error (wrapped e#)])))

(defn- derived
  "A future that is completed with (f state) once `source` is; through the executor when there is one."
  [source executor f]
  (let [made (CompletableFuture.)
        act (fn [state] (.finish made (f state)))]
    (.onDone source (if executor (fn [state] (executor (fn [] (act state)))) act))
    made))

(defn- on-value [source executor f]
  (derived source executor
           (fn [[kind x]] (if (= kind :value) (attempt (f x)) [:error (wrapped x)]))))

(defn- both
  "A future of the values of two, once both are completed: nobody waits for the other."
  [one other]
  (let [made (CompletableFuture.)]
    (.onDone one
             (fn [[kind x]]
               (.onDone (.toCompletableFuture other)
                        (fn [[other-kind y]]
                          (.finish made (cond
                                          (= kind :error) [:error (wrapped x)]
                                          (= other-kind :error) [:error (wrapped y)]
                                          :else [:value [x y]]))))))
    made))

(defn- flattened
  "A future of the value of the future that is the value of `source`."
  [source]
  (let [made (CompletableFuture.)]
    (.onDone source
             (fn [[kind x :as outcome]]
               (if (= kind :value)
                 (.onDone x (fn [[kind y]] (.finish made [kind (if (= kind :error) (wrapped y) y)])))
                 (.finish made outcome))))
    made))

(defn- async
  ([] (fn [f] (start-thread f true)))
  ([executor] (fn [f] (.execute executor f))))

(defn- recovered
  "What a future is completed with, or the future that f makes of what it failed with."
  [source executor f]
  (flattened
   (derived source executor
            (fn [[kind x :as outcome]]
              (if (= kind :value)
                [:value (CompletableFuture/completedFuture x)]
                (attempt (.toCompletableFuture (fi f apply x))))))))

(defmacro ^:private def-stages
  "For each (name [this arg* f] executor-taking-form): the method, its Async form, and that with an
  executor. The form mentions `executor`."
  [& stages]
  `(extend-class java.util.concurrent.CompletableFuture
     ~@(mapcat (fn [[method params form]]
                 (let [async-name (symbol (str method "Async"))]
                   [`(~method ~params (given ~'f) (let [~'executor nil] ~form))
                    `(~async-name ~params (given ~'f) (let [~'executor (async)] ~form))
                    `(~async-name ~(conj params 'service) (given ~'f) (let [~'executor (async (given ~'service))] ~form))]))
               stages)))

(defclass java.util.concurrent.CompletableFuture [^:unsynchronized-mutable state ^:unsynchronized-mutable actions]
  (finish [this outcome]
    (let [due (locking this
                (when-not state
                  (set! state outcome)
                  (.notifyAll this)
                  (let [all actions] (set! actions nil) [all])))]
      (doseq [f (first due)] (f outcome))
      (boolean due)))
  (onDone [this f]
    (when (locking this (if state true (do (set! actions (conj (or actions []) f)) false)))
      (f state)))
  (complete [this v] (.finish this [:value v]))
  (completeExceptionally [this e] (.finish this [:error e]))
  (newIncompleteFuture [_] (CompletableFuture.))
  (defaultExecutor [_] (reify java.util.concurrent.Executor (execute [_ task] (start-thread (fn [] (fi task run)) true) nil)))
  (completeAsync ([this f] (.completeAsync this f (.defaultExecutor this)))
    ([this f executor]
     (given f)
     (.execute (given executor) (fn [] (.finish this (attempt (fi f get)))))
     this))
  (cancel [this _] (or (.finish this [:error (CancellationException.)]) (.isCancelled this)))
  (obtrudeValue [this v] (locking this (set! state [:value v]) (.notifyAll this)) nil)
  (obtrudeException [this e] (locking this (set! state [:error e]) (.notifyAll this)) nil)
  (getNumberOfDependents [_] (int (count actions)))
  (copy [this] (.thenApply this identity))
  (minimalCompletionStage [this] (.copy this))
  (wait-for [this nanos]
    (locking this
      (or (await-until this nanos (fn [] (.-state this))) (throw (TimeoutException.)))))
  (result [this nanos]
    (let [[kind x] (.wait-for this nanos)]
      (cond
        (= kind :value) x
        (instance? CancellationException x) (throw x)
        :else (throw (ExecutionException. (unwrapped x))))))
  (get ([this] (.result this nil)) ([this n unit] (.result this (.toNanos unit n))))
  (join [this]
    (let [[kind x] (.wait-for this nil)]
      (cond
        (= kind :value) x
        (instance? CancellationException x) (throw x)
        :else (throw (wrapped x)))))
  (getNow [this default] (if (.isDone this) (.join this) default))
  (isDone [this] (locking this (some? state)))
  (isCompletedExceptionally [this] (locking this (= :error (first state))))
  (isCancelled [this] (locking this (instance? CancellationException (second state))))
  (toCompletableFuture [this] this)
  (toString [this]
    (let [[[kind x] waiting] (locking this [state (count actions)])]
      (str "java.util.concurrent.CompletableFuture@" (Integer/toHexString (System/identityHashCode this))
           (case kind
             :value "[Completed normally]"
             :error (str "[Completed exceptionally: " x "]")
             (if (zero? waiting) "[Not completed]" (str "[Not completed, " waiting " dependents]"))))))
  (orTimeout [this n unit]
    (start-thread (fn [] (.sleep unit n) (.completeExceptionally this (TimeoutException.))) true)
    this)
  (completeOnTimeout [this v n unit]
    (start-thread (fn [] (.sleep unit n) (.complete this v)) true)
    this)
  :static
  (new [] (CompletableFuture/<init> nil nil))
  (completedFuture [v] (CompletableFuture/<init> [:value v] nil))
  (completedStage [v] (CompletableFuture/<init> [:value v] nil))
  (failedFuture [e] (CompletableFuture/<init> [:error (given e)] nil))
  (failedStage [e] (CompletableFuture/failedFuture e))
  (delayedExecutor
    ([n unit] (reify java.util.concurrent.Executor
                (execute [_ task] (start-thread (fn [] (.sleep unit n) (fi task run)) true) nil)))
    ([n unit executor] (reify java.util.concurrent.Executor
                         (execute [_ task] (start-thread (fn [] (.sleep unit n) (.execute executor task)) true) nil))))
  (supplyAsync
    ([f] (given f) (let [made (CompletableFuture.)]
           (start-thread (fn [] (.finish made (attempt (fi f get)))) true)
           made))
    ([f executor] (given f) (let [made (CompletableFuture.)]
                    (.execute executor (fn [] (.finish made (attempt (fi f get)))))
                    made)))
  (runAsync
    ([f] (given f) (let [made (CompletableFuture.)]
           (start-thread (fn [] (.finish made (attempt (fi f run) nil))) true)
           made))
    ([f executor] (given f) (let [made (CompletableFuture.)]
                    (.execute executor (fn [] (.finish made (attempt (fi f run) nil))))
                    made)))
  (allOf [futures]
    (let [made (CompletableFuture.) left (atom (count futures))
          act (fn [_]
                (when (zero? (swap! left dec))
                  (let [failed (first (filter (fn [f] (.isCompletedExceptionally f)) futures))]
                    (.finish made (if failed [:error (wrapped (second (.wait-for failed nil)))] [:value nil])))))]
      (if (zero? (count futures))
        (.complete made nil)
        (doseq [f futures] (.onDone f act)))
      made))
  (anyOf [futures]
    (let [made (CompletableFuture.)]
      (doseq [f futures] (.onDone f (fn [[kind x]] (.finish made [kind (if (= kind :error) (wrapped x) x)]))))
      made)))

(def-stages
  (thenApply [this f] (on-value this executor (fn [x] (fi f apply x))))
  (thenAccept [this f] (on-value this executor (fn [x] (fi f accept x) nil)))
  (thenRun [this f] (on-value this executor (fn [_] (fi f run) nil)))
  (thenCombine [this other f] (on-value (both this other) executor (fn [[x y]] (fi f apply x y))))
  (thenAcceptBoth [this other f] (on-value (both this other) executor (fn [[x y]] (fi f accept x y) nil)))
  (runAfterBoth [this other f] (on-value (both this other) executor (fn [_] (fi f run) nil)))
  (thenCompose [this f] (flattened (on-value this executor (fn [x] (.toCompletableFuture (fi f apply x))))))
  (applyToEither [this other f]
    (on-value (CompletableFuture/anyOf [this other]) executor (fn [x] (fi f apply x))))
  (acceptEither [this other f]
    (on-value (CompletableFuture/anyOf [this other]) executor (fn [x] (fi f accept x) nil)))
  (runAfterEither [this other f]
    (on-value (CompletableFuture/anyOf [this other]) executor (fn [_] (fi f run) nil)))
  (handle [this f]
    (derived this executor (fn [[kind x]] (attempt (if (= kind :value) (fi f apply x nil) (fi f apply nil x))))))
  (whenComplete [this f]
    (derived this executor (fn [[kind x]]
                             (let [called (attempt (if (= kind :value) (fi f accept x nil) (fi f accept nil x)))]
                               (cond
                                 (= kind :error) [:error (wrapped x)]
                                 (= :error (first called)) called
                                 :else [:value x])))))
  (exceptionallyCompose [this f] (recovered this executor f))
  (exceptionally [this f]
    (derived this executor (fn [[kind x]] (if (= kind :value) [:value x] (attempt (fi f apply x)))))))

;; Atomic arrays: an array under its own monitor.

(defn- counting-members
  "The members of an array of numbers that add; `wrap` takes what overflows back among them."
  [wrap]
  `[(~'addAndGet [this# i# n#] (.change this# i# (fn [x#] (~wrap (unchecked-add (long x#) (long n#)))) true))
    (~'getAndAdd [this# i# n#] (.change this# i# (fn [x#] (~wrap (unchecked-add (long x#) (long n#)))) false))
    (~'incrementAndGet [this# i#] (.addAndGet this# i# 1))
    (~'decrementAndGet [this# i#] (.addAndGet this# i# -1))
    (~'getAndIncrement [this# i#] (.getAndAdd this# i# 1))
    (~'getAndDecrement [this# i#] (.getAndAdd this# i# -1))])

(defmacro ^:private def-atomic-array
  "`one` and `two` are the methods of its functional interfaces of one and two arguments, `wrap` is nil where nothing is counted."
  [class-sym make coerce one two wrap]
  `(defclass ~class-sym [~'items]
     (~'get [_# i#] (locking ~'items (aget ~'items i#)))
     (~'set [_# i# x#] (locking ~'items (aset ~'items i# (~coerce x#))) nil)
     (~'change [_# i# f# new?#]
       (locking ~'items
         (let [old# (aget ~'items i#) x# (~coerce (f# old#))]
           (aset ~'items i# x#)
           (if new?# x# old#))))
     (~'length [_#] (int (alength ~'items)))
     ~@(for [method '[getPlain getOpaque getAcquire]] (list method '[this i] '(.get this i)))
     ~@(for [method '[lazySet setPlain setOpaque setRelease]] (list method '[this i x] '(.set this i x)))
     (~'getAndSet [this# i# x#] (.change this# i# (fn [_#] x#) false))
     (~'compareAndExchange [_# i# old# x#]
       (locking ~'items
         (let [y# (aget ~'items i#)]
           (when (if (number? y#) (= y# old#) (identical? y# old#))
             (aset ~'items i# (~coerce x#)))
           y#)))
     (~'compareAndSet [this# i# old# x#]
       (let [y# (.compareAndExchange this# i# old# x#)]
         (if (number? y#) (= y# old#) (identical? y# old#))))
     ~@(for [method '[weakCompareAndSet weakCompareAndSetPlain weakCompareAndSetVolatile weakCompareAndSetAcquire
                      weakCompareAndSetRelease]]
         (list method '[this i old x] '(.compareAndSet this i old x)))
     ~@(when wrap (counting-members wrap))
     (~'updateAndGet [this# i# f#] (.change this# i# (fn [x#] (fi f# ~one x#)) true))
     (~'getAndUpdate [this# i# f#] (.change this# i# (fn [x#] (fi f# ~one x#)) false))
     (~'accumulateAndGet [this# i# y# f#] (.change this# i# (fn [x#] (fi f# ~two x# y#)) true))
     (~'getAndAccumulate [this# i# y# f#] (.change this# i# (fn [x#] (fi f# ~two x# y#)) false))
     (~'toString [_#] (java.util.Arrays/toString ~'items))
     :static
     (~'new [x#] (. ~class-sym (~'<init> (if (number? x#) (~make x#) (aclone x#)))))))

(def-atomic-array java.util.concurrent.atomic.AtomicIntegerArray int-array int applyAsInt applyAsInt unchecked-int)
(def-atomic-array java.util.concurrent.atomic.AtomicLongArray long-array long applyAsLong applyAsLong unchecked-long)
(def-atomic-array java.util.concurrent.atomic.AtomicReferenceArray object-array identity apply apply nil)

(defclass java.util.concurrent.atomic.DoubleAdder [total]
  (add [_ x] (swap! total + x) nil)
  (sum [_] @total)
  (reset [_] (reset! total 0.0) nil)
  (sumThenReset [_] (first (reset-vals! total 0.0)))
  (doubleValue [_] @total)
  (floatValue [_] (float @total))
  (longValue [_] (long @total))
  (intValue [_] (int @total))
  (toString [_] (str @total))
  :static
  (new [] (java.util.concurrent.atomic.DoubleAdder/<init> (atom 0.0))))

(extend-class java.util.concurrent.CopyOnWriteArrayList
  (addIfAbsent [this x] (if (.contains this x) false (.add this x)))
  (addAllAbsent [this xs] (int (count (filterv (fn [x] (.addIfAbsent this x)) xs)))))

;; A list without duplicates; iterators see it as it was.
(defclass java.util.concurrent.CopyOnWriteArraySet [items]
  (add [_ x] (.addIfAbsent items x))
  (addAll [this xs] (reduce (fn [changed x] (or (.add this x) changed)) false (vec xs)))
  (remove [_ x] (.removeAll items [x]))
  (removeAll [_ xs] (.removeAll items xs))
  (retainAll [_ xs] (.retainAll items xs))
  (removeIf [_ f] (.removeIf items f))
  (contains [_ x] (.contains items x))
  (clear [_] (.clear items))
  (size [_] (.size items))
  (iterator [_] (.iterator items))
  (toString [_] (.toString items))
  :static
  (new ([] (java.util.concurrent.CopyOnWriteArraySet/<init> (java.util.concurrent.CopyOnWriteArrayList.)))
    ([coll] (doto (java.util.concurrent.CopyOnWriteArraySet.) (.addAll coll)))))
