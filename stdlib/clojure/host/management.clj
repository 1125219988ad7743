(ns clojure.host.management
  "java.lang.management: what the process and the machine tell of themselves, mostly by /proc."
  (:require [clojure.host.defclass :refer [defclass extend-class]]
            [clojure.string :as str]))

(defn- proc-words
  "The words of a file below /proc, nil when it cannot be read."
  [file]
  (try (str/split (str/trim (slurp (str "/proc/" file))) #"\s+") (catch java.io.IOException _ nil)))

(defn stat-fields
  "The fields of /proc/PID/stat that follow the program's name, or nil."
  [pid]
  (try
    (let [s (slurp (str "/proc/" pid "/stat"))]
      (str/split (str/trim (subs s (+ 2 (str/last-index-of s ")")))) #"\s+"))
    (catch java.io.IOException _ nil)))

(def ^:private ticks-per-second 100)

(defn start-millis
  "When the process began, in milliseconds since 1970."
  [pid]
  (when-let [fields (stat-fields pid)]
    (let [up-ms (long (* 1000 (parse-double (first (proc-words "uptime")))))]
      ;; Both are cut to hundredths of a second, at different moments.
      (- (System/currentTimeMillis) (max 0 (- up-ms (quot (* 1000 (parse-long (nth fields 19))) ticks-per-second)))))))

(defn cpu-nanos
  "The time that the process computed."
  [pid]
  (when-let [fields (stat-fields pid)]
    (* (quot 1000000000 ticks-per-second) (+ (parse-long (nth fields 11)) (parse-long (nth fields 12))))))

(defn own-pid [] (parse-long (str (.getFileName (.toRealPath (java.nio.file.Paths/get "/proc/self") (object-array 0))))))

(defn- nanos-of-thread
  "The time that a thread of this process computed; -1 when that cannot be told."
  [path]
  (if-let [[nanos] (proc-words path)] (parse-long nanos) -1))

(defclass sun.management.RuntimeImpl []
  (getPid [_] (own-pid))
  (getName [_] (str (own-pid) "@" (first (proc-words "sys/kernel/hostname"))))
  (getStartTime [_] (start-millis "self"))
  (getUptime [this] (max 1 (- (System/currentTimeMillis) (.getStartTime this))))
  (getInputArguments [_] [])
  (getVmName [_] (System/getProperty "java.vm.name"))
  (getVmVendor [_] (System/getProperty "java.vendor"))
  (getVmVersion [_] (System/getProperty "java.version"))
  (getSpecName [_] "Java Virtual Machine Specification")
  (getSpecVendor [_] "Oracle Corporation")
  (getSpecVersion [_] (System/getProperty "java.specification.version"))
  (getManagementSpecVersion [_] "3.0")
  (getClassPath [_] (System/getProperty "java.class.path"))
  (getLibraryPath [_] "")
  (isBootClassPathSupported [_] false)
  (getSystemProperties [_] (into {} (System/getProperties))))

(defclass java.lang.management.MemoryUsage [init used committed most]
  (getInit [_] init)
  (getUsed [_] used)
  (getCommitted [_] committed)
  (getMax [_] most)
  (toString [_]
    (let [text (fn [n] (str n "(" (if (neg? n) n (bit-shift-right n 10)) "K)"))]
      (str "init = " (text init) " used = " (text used) " committed = " (text committed) " max = " (text most)))))

(defn- resident-bytes [] (* 4096 (parse-long (second (proc-words "self/statm")))))

(defclass sun.management.MemoryImpl []
  (getHeapMemoryUsage [_]
    (let [runtime (Runtime/getRuntime)
          total (.totalMemory runtime)]
      (java.lang.management.MemoryUsage/<init> 0 (max 1 (- total (.freeMemory runtime))) total (.maxMemory runtime))))
  (getNonHeapMemoryUsage [_]
    (let [used (resident-bytes)] (java.lang.management.MemoryUsage/<init> 0 used used -1)))
  (getObjectPendingFinalizationCount [_] (int 0))
  (isVerbose [_] false)
  (setVerbose [_ _] nil)
  (gc [_] (System/gc)))

(defn- thread-count [] (parse-long (nth (stat-fields "self") 17)))

(defclass sun.management.ThreadImpl []
  (getThreadCount [_] (int (thread-count)))
  (getPeakThreadCount [_] (int (thread-count)))
  (getDaemonThreadCount [_] (int (dec (thread-count))))
  (getTotalStartedThreadCount [_] (thread-count))
  (getCurrentThreadCpuTime [_] (max 1 (nanos-of-thread "thread-self/schedstat")))
  (getCurrentThreadUserTime [this] (.getCurrentThreadCpuTime this))
  (isThreadCpuTimeSupported [_] false)
  (isCurrentThreadCpuTimeSupported [_] true)
  (isThreadCpuTimeEnabled [_] true)
  (setThreadCpuTimeEnabled [_ _] nil)
  (isThreadContentionMonitoringSupported [_] false)
  (findDeadlockedThreads [_] nil)
  (findMonitorDeadlockedThreads [_] nil))

(defn- memory-info [label]
  (let [[_ kib] (re-find (re-pattern (str label ":\\s+(\\d+) kB")) (slurp "/proc/meminfo"))] (* 1024 (parse-long kib))))

(defclass com.sun.management.internal.OperatingSystemImpl []
  (getName [_] (System/getProperty "os.name"))
  (getArch [_] (System/getProperty "os.arch"))
  (getVersion [_] (System/getProperty "os.version"))
  (getAvailableProcessors [_] (.availableProcessors (Runtime/getRuntime)))
  (getSystemLoadAverage [_] (parse-double (first (proc-words "loadavg"))))
  (getProcessCpuTime [_] (cpu-nanos "self"))
  (getTotalMemorySize [_] (memory-info "MemTotal"))
  (getTotalPhysicalMemorySize [_] (memory-info "MemTotal"))
  (getFreeMemorySize [_] (memory-info "MemFree"))
  (getFreePhysicalMemorySize [_] (memory-info "MemFree"))
  (getTotalSwapSpaceSize [_] (memory-info "SwapTotal"))
  (getFreeSwapSpaceSize [_] (memory-info "SwapFree")))

;; JVM differs: collections are not counted.
(defclass sun.management.GarbageCollectorImpl []
  (getName [_] "cljvm")
  (getCollectionCount [_] 0)
  (getCollectionTime [_] 0)
  (isValid [_] true)
  (getMemoryPoolNames [_] (into-array String ["Heap"])))

(defclass sun.management.ClassLoadingImpl []
  (getLoadedClassCount [_] (int 1))
  (getTotalLoadedClassCount [_] 1)
  (getUnloadedClassCount [_] 0)
  (isVerbose [_] false))

(defclass sun.management.CompilationImpl []
  (getName [_] "cljc")
  (getTotalCompilationTime [_] 0)
  (isCompilationTimeMonitoringSupported [_] true))

(extend-class java.lang.management.ManagementFactory
  :static
  (getRuntimeMXBean [] (sun.management.RuntimeImpl/<init>))
  (getMemoryMXBean [] (sun.management.MemoryImpl/<init>))
  (getThreadMXBean [] (sun.management.ThreadImpl/<init>))
  (getOperatingSystemMXBean [] (com.sun.management.internal.OperatingSystemImpl/<init>))
  (getGarbageCollectorMXBeans [] [(sun.management.GarbageCollectorImpl/<init>)])
  (getClassLoadingMXBean [] (sun.management.ClassLoadingImpl/<init>))
  (getCompilationMXBean [] (sun.management.CompilationImpl/<init>)))

;; Runtime.version

(defclass java.lang.Runtime$Version [numbers]
  (feature [_] (int (first numbers)))
  (interim [_] (int 0))
  (update [_] (int 0))
  (patch [_] (int 0))
  (major [_] (int (first numbers)))
  (minor [_] (int 0))
  (security [_] (int 0))
  (version [_] numbers)
  (pre [_] (java.util.Optional/empty))
  (build [_] (java.util.Optional/empty))
  (optional [_] (java.util.Optional/empty))
  (compareTo [_ o] (int (compare (vec numbers) (vec (.version o)))))
  (toString [_] (str/join "." numbers)))

(extend-class java.lang.Runtime
  :static
  (version [] (java.lang.Runtime$Version/<init> [(int (parse-long (System/getProperty "java.specification.version")))])))

(declare main-group)

(defclass java.lang.ThreadGroup [name parent]
  (getName [_] name)
  (getParent [_] parent)
  (getMaxPriority [_] (int 10))
  (isDaemon [_] false)
  (parentOf [this other] (boolean (some (fn [g] (identical? g this)) (take-while some? (iterate (fn [g] (.getParent g)) other)))))
  (toString [_] (str "java.lang.ThreadGroup[name=" name ",maxpri=10]"))
  :static
  (new ([name] (java.lang.ThreadGroup/<init> name main-group)) ([parent name] (java.lang.ThreadGroup/<init> name parent))))

(def ^:private main-group (java.lang.ThreadGroup/<init> "main" (java.lang.ThreadGroup/<init> "system" nil)))

(extend-class java.lang.Thread
  (getThreadGroup [this] (when-not (= java.lang.Thread$State/TERMINATED (.getState this)) (or (.ownGroup this) main-group)))
  :static
  (dumpStack [] (.printStackTrace (Exception. "Stack trace")))
  (:field MIN_PRIORITY (int 1))
  (:field NORM_PRIORITY (int 5))
  (:field MAX_PRIORITY (int 10)))

;; java.util.EventObject

(defclass java.util.EventObject [source]
  (getSource [_] source)
  (toString [this] (str (.getName (class this)) "[source=" source "]"))
  :static
  (new [source]
    (when (nil? source) (throw (IllegalArgumentException. "null source")))
    (java.util.EventObject/<init> source)))
