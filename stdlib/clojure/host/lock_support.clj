(ns clojure.host.lock-support
  "java.util.concurrent.locks.LockSupport: a permit for each thread."
  (:require [clojure.host.defclass :refer [extend-class]])
  (:import (java.util WeakHashMap)
           (java.util.concurrent Semaphore TimeUnit)))

(def ^:private permits (WeakHashMap.))

(defn- permit-of [thread]
  (locking permits
    (or (.get permits thread)
        (let [permit (Semaphore. 0)] (.put permits thread permit) permit))))

(defn- park
  "Waits for the permit, for so many nanoseconds or for ever. An interrupt ends it and stays."
  [nanos]
  (let [thread (Thread/currentThread)
        permit (permit-of thread)]
    (try
      (if nanos (.tryAcquire permit nanos TimeUnit/NANOSECONDS) (.acquire permit))
      (.drainPermits permit)
      (catch InterruptedException _ (.interrupt thread)))
    nil))

(extend-class java.util.concurrent.locks.LockSupport
  :static
  (park ([] (park nil)) ([_] (park nil)))
  (parkNanos ([nanos] (when (pos? nanos) (park nanos))) ([_ nanos] (when (pos? nanos) (park nanos))))
  (parkUntil ([ms] (park (* 1000000 (max 0 (- ms (System/currentTimeMillis))))))
    ([_ ms] (park (* 1000000 (max 0 (- ms (System/currentTimeMillis)))))))
  (getBlocker [_] nil)
  (unpark [thread]
    (when thread
      (let [permit (permit-of thread)]
        (locking permit
          (when (zero? (.availablePermits permit)) (.release permit)))))
    nil))
