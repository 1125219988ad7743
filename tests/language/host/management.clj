;; java.lang.management and what else the process tells of itself; LockSupport.
(ns management
  (:import (java.lang.management ManagementFactory MemoryUsage)
           (java.util EventObject)
           (java.util.concurrent.locks LockSupport)))

(let [runtime (ManagementFactory/getRuntimeMXBean)
      [pid host] (re-seq #"[^@]+" (.getName runtime))]
  (prn (pos? (.getUptime runtime)) (<= (.getStartTime runtime) (System/currentTimeMillis)) (= pid (str (.getPid runtime)))
       (some? host) (every? string? (.getInputArguments runtime)) (string? (.getVmName runtime)) (.getSpecName runtime)))
(let [memory (ManagementFactory/getMemoryMXBean)
      heap (.getHeapMemoryUsage memory)]
  (prn (instance? MemoryUsage heap) (pos? (.getUsed heap)) (pos? (.getCommitted heap)) (pos? (.getMax heap))
       (pos? (.getUsed (.getNonHeapMemoryUsage memory))) (.getObjectPendingFinalizationCount memory)))
(let [threads (ManagementFactory/getThreadMXBean)]
  (prn (pos? (.getThreadCount threads)) (pos? (.getCurrentThreadCpuTime threads)) (.isCurrentThreadCpuTimeSupported threads)
       (.findDeadlockedThreads threads)))
(let [system (ManagementFactory/getOperatingSystemMXBean)]
  (prn (.getName system) (pos? (.getAvailableProcessors system)) (number? (.getSystemLoadAverage system))))
(prn (every? (fn [gc] (and (nat-int? (.getCollectionCount gc)) (nat-int? (.getCollectionTime gc)) (.isValid gc)))
             (ManagementFactory/getGarbageCollectorMXBeans))
     (pos? (.getLoadedClassCount (ManagementFactory/getClassLoadingMXBean)))
     (nat-int? (.getTotalCompilationTime (ManagementFactory/getCompilationMXBean))))

(prn Thread/MIN_PRIORITY Thread/NORM_PRIORITY Thread/MAX_PRIORITY (.getPriority (Thread/currentThread)))
(prn (pos? (.feature (Runtime/version))) (.getSource (EventObject. :x)) (try (EventObject. nil) (catch Exception e (.getMessage e))))

;; A permit that comes before the wait is kept; an interrupt ends the wait and stays.
(LockSupport/unpark (Thread/currentThread))
(LockSupport/park)
(LockSupport/parkNanos 1000)
(LockSupport/parkUntil (+ 2 (System/currentTimeMillis)))
(let [parked (promise)
      t (Thread. (fn [] (LockSupport/park) (deliver parked :woken)))]
  (.start t)
  (LockSupport/unpark t)
  (.join t)
  (prn @parked))
(.interrupt (Thread/currentThread))
(LockSupport/park)
(prn (Thread/interrupted))
