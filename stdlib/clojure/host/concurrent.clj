(ns clojure.host.concurrent
  "java.util.concurrent: time units, locks and what else makes threads wait for each other, all built
  on the monitor of an object and on wait and notifyAll."
  (:require [clojure.host.defclass :refer [defclass defenum extend-class fi given]])
  (:import (java.util.concurrent TimeUnit TimeoutException)
           (java.util.concurrent.locks ReentrantLock ReentrantReadWriteLock)))

(defenum java.util.concurrent.TimeUnit [nanos-of]
  [(NANOSECONDS 1) (MICROSECONDS 1000) (MILLISECONDS 1000000) (SECONDS 1000000000) (MINUTES 60000000000)
   (HOURS 3600000000000) (DAYS 86400000000000)]
  (convert [this duration] (.convert this (.toNanos duration) TimeUnit/NANOSECONDS))
  (convert [this n unit]
    (let [total (quot (*' n (.toNanos unit 1)) nanos-of)]
      (long (max Long/MIN_VALUE (min Long/MAX_VALUE total)))))
  (toNanos [this n] (long (max Long/MIN_VALUE (min Long/MAX_VALUE (*' n nanos-of)))))
  (toMicros [this n] (.convert TimeUnit/MICROSECONDS n this))
  (toMillis [this n] (.convert TimeUnit/MILLISECONDS n this))
  (toSeconds [this n] (.convert TimeUnit/SECONDS n this))
  (toMinutes [this n] (.convert TimeUnit/MINUTES n this))
  (toHours [this n] (.convert TimeUnit/HOURS n this))
  (toDays [this n] (.convert TimeUnit/DAYS n this))
  (sleep [this n] (when (pos? n)
                    (let [nanos (.toNanos this n)] (Thread/sleep (quot nanos 1000000) (rem nanos 1000000)))))
  (timedJoin [this thread n]
    (when (pos? n)
      (let [nanos (.toNanos this n)] (.join thread (max 1 (quot nanos 1000000))))))
  (timedWait [this object n]
    (when (pos? n)
      (let [nanos (.toNanos this n)] (.wait object (quot nanos 1000000) (int (rem nanos 1000000))))))
  (toChronoUnit [_] (nth (vec (java.time.temporal.ChronoUnit/values)) (if (= index 6) 7 index)))
  :static
  (of [chrono-unit]
    (java.util.Objects/requireNonNull chrono-unit "chronoUnit")
    ;; By name: the class is in every program, java.time is not.
    (case (.name chrono-unit)
      "NANOS" TimeUnit/NANOSECONDS
      "MICROS" TimeUnit/MICROSECONDS
      "MILLIS" TimeUnit/MILLISECONDS
      ("SECONDS" "MINUTES" "HOURS" "DAYS") (TimeUnit/valueOf (.name chrono-unit))
      (throw (IllegalArgumentException. (str "No TimeUnit equivalent for " chrono-unit))))))

(defn deadline
  "What System/nanoTime will be after the nanoseconds, from now or from another such time; the last of all times where that
  would be later."
  ([nanos] (deadline (System/nanoTime) nanos))
  ([from nanos] (+ from (min nanos (- Long/MAX_VALUE from)))))

(defn await-until
  "Waits on the monitor, which is held, until (done?) or until the nanoseconds are over; the value of
  (done?). Nil and more than a century of nanoseconds are no limit."
  [monitor nanos done?]
  (let [end (when (and nanos (< nanos 0x3fffffffffffffff)) (+ (System/nanoTime) nanos))]
    (loop []
      (or (done?)
          (if end
            (let [left (- end (System/nanoTime))]
              (when (pos? left)
                (.wait monitor (quot left 1000000) (int (max 1 (rem left 1000000))))
                (recur)))
            (do (.wait monitor) (recur)))))))

;; Locks. The state is guarded by the object's own monitor.

(defn refuse-interruption
  "What waits refuses to begin where its thread was interrupted."
  []
  (when (Thread/interrupted) (throw (InterruptedException.))))

(defn- without-interruption
  "What (acquire) gives when it is not interrupted; an interruption is kept for later."
  [acquire]
  (loop [interrupted false]
    (let [result (try [(acquire)] (catch InterruptedException _ nil))]
      (when (and result interrupted) (.interrupt (Thread/currentThread)))
      (if result (nth result 0) (recur true)))))

(defn- identity-text [object] (str (.getName (class object)) "@" (Integer/toHexString (System/identityHashCode object))))
(defn- ownership [owner] (if owner (str "[Locked by thread " (.getName owner) "]") "[Unlocked]"))

(defn- not-held [] (throw (IllegalMonitorStateException.)))

(defclass java.util.concurrent.locks.ReentrantLock
  [fair ^:unsynchronized-mutable owner ^:unsynchronized-mutable holds ^:unsynchronized-mutable queued]
  (acquire [this nanos n]
    (locking this
      (let [me (Thread/currentThread)]
        (set! queued (conj queued me))
        (try
          (boolean (when (await-until this nanos (fn [] (or (nil? (.-owner this)) (identical? (.-owner this) me))))
                     (set! owner me)
                     (set! holds (+ holds n))
                     true))
          (finally (set! queued (disj queued me)))))))
  (releaseAll [this]
    (locking this
      (when-not (identical? owner (Thread/currentThread)) (not-held))
      (let [n holds]
        (set! holds 0)
        (set! owner nil)
        (.notifyAll this)
        n)))
  (lock [this] (without-interruption (fn [] (.acquire this nil 1))) nil)
  (lockInterruptibly [this] (refuse-interruption) (.acquire this nil 1) nil)
  (tryLock [this] (.acquire this 0 1))
  (tryLock [this n unit] (refuse-interruption) (.acquire this (.toNanos unit n) 1))
  (unlock [this]
    (locking this
      (when-not (identical? owner (Thread/currentThread)) (not-held))
      (set! holds (dec holds))
      (when (zero? holds)
        (set! owner nil)
        (.notifyAll this))
      nil))
  (newCondition [this] (java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject/<init> this []))
  (isLocked [this] (locking this (some? owner)))
  (isHeldByCurrentThread [this] (locking this (identical? owner (Thread/currentThread))))
  (getHoldCount [this] (int (if (.isHeldByCurrentThread this) holds 0)))
  (owner [this] this)
  (isFair [_] fair)
  (hasQueuedThreads [this] (locking this (boolean (seq queued))))
  (hasQueuedThread [this thread] (given thread) (locking this (contains? queued thread)))
  (getQueueLength [this] (locking this (int (count queued))))
  (getWaitQueueLength [this condition] (.waiting (given condition) this))
  (hasWaiters [this condition] (pos? (.waiting (given condition) this)))
  (toString [this] (str (identity-text this) (ownership owner)))
  :static
  (new ([] (ReentrantLock/<init> false nil 0 #{})) ([fair] (ReentrantLock/<init> fair nil 0 #{}))))

;; A waiter is an object in `tickets`, which the lock guards; a signal takes it out and notifies it.
(defclass java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject
  [lock ^:unsynchronized-mutable tickets]
  (awaitNanos [this nanos]
    (refuse-interruption)
    (.await-signal this nanos (fn [wait] (wait))))
  ;; Waits by (calling wait).
  (await-signal [this nanos calling]
    (when-not (.isHeldByCurrentThread lock) (not-held))
    (let [start (System/nanoTime)
          ticket (Object.)
          holds (.getHoldCount lock)]
      ;; The ticket's monitor is left before the lock is taken again: who signals has the lock and enters the monitor.
      (try
        (locking ticket
          (set! tickets (conj tickets ticket))
          (.releaseAll lock)
          (calling (fn [] (await-until ticket nanos (fn [] (not (some (fn [t] (identical? t ticket)) (.-tickets this))))))))
        (finally
          (without-interruption (fn [] (.acquire lock nil holds)))
          (.forget this ticket)))
      (- (or nanos 0) (- (System/nanoTime) start))))
  (waiting [_ owner]
    (when-not (identical? owner (.owner lock)) (throw (IllegalArgumentException. "Not owner")))
    (when-not (.isHeldByCurrentThread lock) (not-held))
    (int (count tickets)))
  (forget [_ ticket] (set! tickets (into [] (remove (fn [t] (identical? t ticket))) tickets)))
  (await [this] (.awaitNanos this nil) nil)
  (await [this n unit] (pos? (.awaitNanos this (.toNanos unit n))))
  (awaitUntil [this date] (pos? (.awaitNanos this (* 1000000 (- (inst-ms date) (System/currentTimeMillis))))))
  (awaitUninterruptibly [this] (.await-signal this nil without-interruption) nil)
  (signal [this]
    (when-not (.isHeldByCurrentThread lock) (not-held))
    (when-let [ticket (first tickets)]
      (.forget this ticket)
      (locking ticket (.notifyAll ticket))))
  (signalAll [this]
    (when-not (.isHeldByCurrentThread lock) (not-held))
    (let [all tickets]
      (set! tickets [])
      (doseq [ticket all] (locking ticket (.notifyAll ticket))))))

;; The halves of a ReentrantReadWriteLock share its state: readers, a map of thread to holds, and a
;; ReentrantLock for the writer.
(defclass java.util.concurrent.locks.ReentrantReadWriteLock$ReadLock [both]
  (acquire [_ nanos]
    (locking both
      (let [me (Thread/currentThread)]
        (boolean (when (await-until both nanos (fn [] (.readable both me)))
                   (.addReader both me 1)
                   true)))))
  (lock [this] (without-interruption (fn [] (.acquire this nil))) nil)
  (lockInterruptibly [this] (refuse-interruption) (.acquire this nil) nil)
  (tryLock [this] (.acquire this 0))
  (tryLock [this n unit] (refuse-interruption) (.acquire this (.toNanos unit n)))
  (toString [this] (str (identity-text this) "[Read locks = " (.getReadLockCount both) "]"))
  (unlock [_]
    (locking both
      (let [me (Thread/currentThread)]
        (when-not (pos? (.readHolds both me))
          (throw (IllegalMonitorStateException. "attempt to unlock read lock, not locked by current thread")))
        (.addReader both me -1)
        (.notifyAll both)
        nil)))
  (newCondition [_] (throw (UnsupportedOperationException.))))

(defclass java.util.concurrent.locks.ReentrantReadWriteLock$WriteLock [both]
  (acquire [_ nanos n]
    (locking both
      (let [me (Thread/currentThread)]
        (boolean (when (await-until both nanos (fn [] (.writable both me)))
                   (.addWriter both me n)
                   true)))))
  (releaseAll [this]
    (locking both
      (let [n (.getWriteHoldCount both)]
        (when (zero? n) (not-held))
        (.addWriter both (Thread/currentThread) (- n))
        (.notifyAll both)
        n)))
  (lock [this] (without-interruption (fn [] (.acquire this nil 1))) nil)
  (lockInterruptibly [this] (refuse-interruption) (.acquire this nil 1) nil)
  (tryLock [this] (.acquire this 0 1))
  (tryLock [this n unit] (refuse-interruption) (.acquire this (.toNanos unit n) 1))
  (owner [_] both)
  (toString [this] (str (identity-text this) (ownership (.-writer both))))
  (unlock [this]
    (locking both
      (when-not (.isHeldByCurrentThread this) (not-held))
      (.addWriter both (Thread/currentThread) -1)
      (.notifyAll both)
      nil))
  (isHeldByCurrentThread [_] (pos? (.getWriteHoldCount both)))
  (getHoldCount [_] (.getWriteHoldCount both))
  (newCondition [this] (java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject/<init> this [])))

(defclass java.util.concurrent.locks.ReentrantReadWriteLock
  [fair ^:unsynchronized-mutable readers ^:unsynchronized-mutable writer ^:unsynchronized-mutable holds]
  (readLock [this] (java.util.concurrent.locks.ReentrantReadWriteLock$ReadLock/<init> this))
  (writeLock [this] (java.util.concurrent.locks.ReentrantReadWriteLock$WriteLock/<init> this))
  (readable [_ me] (or (nil? writer) (identical? writer me)))
  (writable [_ me] (or (identical? writer me) (and (nil? writer) (empty? readers))))
  (readHolds [_ me] (get readers me 0))
  (addReader [_ me n] (let [left (+ n (get readers me 0))]
                        (set! readers (if (zero? left) (dissoc readers me) (assoc readers me left)))))
  (addWriter [_ me n]
    (set! holds (+ holds n))
    (set! writer (when (pos? holds) me)))
  (getReadLockCount [this] (locking this (int (reduce + (vals readers)))))
  (getReadHoldCount [this] (locking this (int (get readers (Thread/currentThread) 0))))
  (getWriteHoldCount [this] (locking this (int (if (identical? writer (Thread/currentThread)) holds 0))))
  (isWriteLocked [this] (locking this (some? writer)))
  (isWriteLockedByCurrentThread [this] (pos? (.getWriteHoldCount this)))
  (isFair [_] fair)
  (getWaitQueueLength [this condition] (.waiting (given condition) this))
  (hasWaiters [this condition] (pos? (.waiting (given condition) this)))
  (toString [this] (str (identity-text this) "[Write locks = " holds ", Read locks = " (.getReadLockCount this) "]"))
  :static
  (new ([] (ReentrantReadWriteLock/<init> false {} nil 0)) ([fair] (ReentrantReadWriteLock/<init> fair {} nil 0))))

(defmacro ^:private lock-view
  "A half of a StampedLock, `this`, as a Lock of its own."
  [lock lock-interruptibly try-lock unlock]
  (let [on-lock (fn [method & args] (list* '. 'this [(list* method args)]))]
    `(reify java.util.concurrent.locks.Lock
       (~'lock [~'_] ~(on-lock lock) nil)
       (~'lockInterruptibly [~'_] ~(on-lock lock-interruptibly) nil)
       (~'tryLock [~'_] (not (zero? ~(on-lock try-lock))))
       (~'tryLock [~'_ ~'n ~'unit] (not (zero? ~(on-lock try-lock 'n 'unit))))
       (~'unlock [~'_] (~unlock))
       (~'newCondition [~'_] (throw (UnsupportedOperationException.))))))

;; A stamp is the version: its bit 7 is set while there is a writer. Not reentrant, and no thread owns it.
(defclass java.util.concurrent.locks.StampedLock [^:unsynchronized-mutable version ^:unsynchronized-mutable readers]
  (writing [_] (bit-test version 7))
  (acquireWrite [this nanos]
    (locking this
      (if (await-until this nanos (fn [] (and (not (.writing this)) (zero? (.-readers this)))))
        (set! version (+ version 128))
        0)))
  (acquireRead [this nanos]
    (locking this
      (if (await-until this nanos (fn [] (not (.writing this))))
        (do (set! readers (inc readers)) (+ version 1))
        0)))
  (releaseWrite [this] (set! version (+ version 128)) (.notifyAll this))
  (releaseRead [this] (set! readers (dec readers)) (.notifyAll this))
  (sameVersion [_ stamp] (= (bit-and stamp -128) (bit-and version -128)))
  (writeLock [this] (without-interruption (fn [] (.acquireWrite this nil))))
  (writeLockInterruptibly [this] (refuse-interruption) (.acquireWrite this nil))
  (tryWriteLock ([this] (.acquireWrite this 0)) ([this n unit] (refuse-interruption) (.acquireWrite this (.toNanos unit n))))
  (readLock [this] (without-interruption (fn [] (.acquireRead this nil))))
  (readLockInterruptibly [this] (refuse-interruption) (.acquireRead this nil))
  (tryReadLock ([this] (.acquireRead this 0)) ([this n unit] (refuse-interruption) (.acquireRead this (.toNanos unit n))))
  (unlockWrite [this stamp]
    (locking this
      (when-not (and (.writing this) (= stamp version)) (not-held))
      (.releaseWrite this)
      nil))
  (unlockRead [this stamp]
    (locking this
      (when-not (and (pos? readers) (.sameVersion this stamp)) (not-held))
      (.releaseRead this)
      nil))
  (unlock [this stamp] (if (bit-test stamp 7) (.unlockWrite this stamp) (.unlockRead this stamp)))
  (tryUnlockWrite [this] (locking this (boolean (when (.writing this) (.releaseWrite this) true))))
  (tryUnlockRead [this] (locking this (boolean (when (pos? readers) (.releaseRead this) true))))
  (tryOptimisticRead [this] (locking this (if (.writing this) 0 version)))
  (validate [this stamp] (locking this (and (not (zero? stamp)) (.sameVersion this stamp))))
  (tryConvertToWriteLock [this stamp]
    (locking this
      (cond
        (not (.sameVersion this stamp)) 0
        (.writing this) stamp
        (zero? (bit-and stamp 127)) (if (zero? readers) (set! version (+ version 128)) 0)
        (= 1 readers) (do (set! readers 0) (set! version (+ version 128)))
        :else 0)))
  (tryConvertToReadLock [this stamp]
    (locking this
      (cond
        (not (.sameVersion this stamp)) 0
        (.writing this) (do (.releaseWrite this) (set! readers (inc readers)) (+ version 1))
        (zero? (bit-and stamp 127)) (do (set! readers (inc readers)) (+ version 1))
        :else stamp)))
  (tryConvertToOptimisticRead [this stamp]
    (locking this
      (if (.sameVersion this stamp)
        (do
          (cond (.writing this) (.releaseWrite this)
                (pos? (bit-and stamp 127)) (.releaseRead this))
          version)
        0)))
  (isWriteLocked [this] (locking this (.writing this)))
  (isReadLocked [this] (locking this (pos? readers)))
  (getReadLockCount [this] (locking this (int readers)))
  (asReadLock [this]
    (lock-view readLock readLockInterruptibly tryReadLock (fn [] (or (.tryUnlockRead this) (not-held)) nil)))
  (asWriteLock [this]
    (lock-view writeLock writeLockInterruptibly tryWriteLock (fn [] (or (.tryUnlockWrite this) (not-held)) nil)))
  (asReadWriteLock [this]
    (reify java.util.concurrent.locks.ReadWriteLock
      (readLock [_] (.asReadLock this))
      (writeLock [_] (.asWriteLock this))))
  (toString [this]
    (str (identity-text this)
         (locking this
           (cond (.writing this) "[Write-locked]" (pos? readers) (str "[Read-locks:" readers "]") :else "[Unlocked]"))))
  :static
  (isWriteLockStamp [stamp] (= 128 (bit-and stamp 255)))
  (isReadLockStamp [stamp] (not (zero? (bit-and stamp 127))))
  (isLockStamp [stamp] (not (zero? (bit-and stamp 255))))
  (isOptimisticReadStamp [stamp] (and (zero? (bit-and stamp 255)) (not (zero? stamp))))
  (new [] (java.util.concurrent.locks.StampedLock/<init> 256 0)))

;; Semaphore, CyclicBarrier, Exchanger

(defclass java.util.concurrent.Semaphore [^:unsynchronized-mutable permits fair]
  (take [this n nanos]
    (when (neg? n) (throw (IllegalArgumentException.)))
    (locking this
      (boolean (when (await-until this nanos (fn [] (>= (.-permits this) n)))
                 (set! permits (- permits n))
                 true))))
  (acquire ([this] (.acquire this 1)) ([this n] (refuse-interruption) (.take this n nil) nil))
  (acquireUninterruptibly ([this] (.acquireUninterruptibly this 1))
    ([this n] (without-interruption (fn [] (.take this n nil))) nil))
  (tryAcquire
    ([this] (.take this 1 0))
    ([this n] (.take this n 0))
    ([this n unit] (.tryAcquire this 1 n unit))
    ([this permits-wanted n unit] (refuse-interruption) (.take this permits-wanted (.toNanos unit n))))
  (release ([this] (.release this 1))
    ([this n]
     (when (neg? n) (throw (IllegalArgumentException.)))
     (locking this
       (set! permits (+ permits n))
       (.notifyAll this)
       nil)))
  (isFair [_] fair)
  (hasQueuedThreads [_] false)
  (getQueueLength [_] (int 0))
  (toString [this]
    (str "java.util.concurrent.Semaphore@" (Integer/toHexString (System/identityHashCode this)) "[Permits = " permits "]"))
  (availablePermits [this] (locking this (int permits)))
  (drainPermits [this] (locking this (let [n permits] (set! permits 0) (int n))))
  :static
  (new ([n] (java.util.concurrent.Semaphore/<init> n false)) ([n fair] (java.util.concurrent.Semaphore/<init> n fair))))

(defclass java.util.concurrent.CyclicBarrier
  [parties action ^:unsynchronized-mutable waiting ^:unsynchronized-mutable generation ^:unsynchronized-mutable broken]
  (arrive [this nanos]
    (locking this
      (let [mine generation
            index (- parties 1 waiting)]
        (when (.-broken this) (throw (java.util.concurrent.BrokenBarrierException.)))
        (when (.isInterrupted (Thread/currentThread))
          (set! broken true)
          (.notifyAll this)
          (refuse-interruption))
        (set! waiting (inc waiting))
        (if (zero? index)
          (do (when action (fi action run))
              (set! waiting 0)
              (set! generation (inc generation))
              (.notifyAll this))
          (when-not (await-until this nanos (fn [] (or (not= mine (.-generation this)) (.-broken this))))
            (set! broken true)
            (.notifyAll this)
            (throw (TimeoutException.))))
        (when (and (.-broken this) (= mine generation)) (throw (java.util.concurrent.BrokenBarrierException.)))
        (int index))))
  (await ([this] (.arrive this nil)) ([this n unit] (.arrive this (.toNanos unit n))))
  (getParties [_] (int parties))
  (getNumberWaiting [this] (locking this (int waiting)))
  (isBroken [this] (locking this (boolean broken)))
  (reset [this]
    (locking this
      (when (pos? waiting) (set! broken true) (.notifyAll this))
      (set! waiting 0)
      (set! generation (inc generation))
      (set! broken false)
      nil))
  :static
  (new ([n] (java.util.concurrent.CyclicBarrier. n nil))
    ([n action]
     (when-not (pos? n) (throw (IllegalArgumentException.)))
     (java.util.concurrent.CyclicBarrier/<init> n action 0 0 false))))

(defclass java.util.concurrent.Exchanger [^:unsynchronized-mutable offered ^:unsynchronized-mutable answer]
  (swap [this x nanos]
    (locking this
      (if (and offered (nil? answer))
        (let [theirs (first offered)]
          (set! answer [x])
          (.notifyAll this)
          theirs)
        (do (await-until this nil (fn [] (nil? (.-offered this))))
            (set! offered [x])
            (if (await-until this nanos (fn [] (.-answer this)))
              (let [theirs (first answer)]
                (set! offered nil)
                (set! answer nil)
                (.notifyAll this)
                theirs)
              (do (set! offered nil) (throw (TimeoutException.))))))))
  (exchange ([this x] (.swap this x nil)) ([this x n unit] (.swap this x (.toNanos unit n))))
  :static
  (new [] (java.util.concurrent.Exchanger/<init> nil nil)))
