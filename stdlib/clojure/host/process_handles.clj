(ns clojure.host.process-handles
  "java.lang.ProcessHandle, by /proc."
  (:require [clojure.host.defclass :refer [defclass extend-class]]
            [clojure.host.management :refer [cpu-nanos own-pid start-millis stat-fields]]
            [clojure.host.process]
            [clojure.string :as str])
  (:import (java.util Optional)
           (java.util.concurrent CompletableFuture)))

(defn- alive? [pid]
  (let [[state] (stat-fields pid)] (boolean (and state (not= state "Z")))))

(defn- parent-of [pid] (some-> (stat-fields pid) (nth 1) parse-long))

(defn- all-pids [] (keep parse-long (.list (java.io.File. "/proc"))))

(defn- children-of [pid] (filter (fn [child] (= pid (parent-of child))) (all-pids)))

(defn- descendants-of [pid] (mapcat (fn [child] (cons child (descendants-of child))) (children-of pid)))

(defn- command-line [pid]
  (try (vec (remove str/blank? (str/split (slurp (str "/proc/" pid "/cmdline")) #"\u0000"))) (catch java.io.IOException _ [])))

(defclass java.lang.ProcessHandleImpl$Info [pid]
  (command [_]
    (try (Optional/of (str (.toRealPath (java.nio.file.Paths/get (str "/proc/" pid "/exe")) (object-array 0))))
         (catch java.io.IOException _ (Optional/empty))))
  (commandLine [_]
    (let [words (command-line pid)] (if (seq words) (Optional/of (str/join " " words)) (Optional/empty))))
  (arguments [_]
    (let [words (command-line pid)] (if (seq words) (Optional/of (into-array String (rest words))) (Optional/empty))))
  (startInstant [_] (Optional/ofNullable (some-> (start-millis pid) java.time.Instant/ofEpochMilli)))
  (totalCpuDuration [_] (Optional/ofNullable (some-> (cpu-nanos pid) java.time.Duration/ofNanos)))
  (user [_]
    (try (Optional/of (str (java.nio.file.Files/getOwner (java.nio.file.Paths/get (str "/proc/" pid)) (object-array 0))))
         (catch java.io.IOException _ (Optional/empty))))
  (toString [this] (str "[cmd: " (.orElse (.command this) "?") "]")))

(declare handle)

(defn- when-ended [wait result]
  (CompletableFuture/supplyAsync (fn [] (wait) result)))

;; `process`: the Process that this program started, or nil.
(defclass java.lang.ProcessHandleImpl [pid process]
  (pid [_] pid)
  (isAlive [_] (if process (.isAlive process) (alive? pid)))
  (info [_] (java.lang.ProcessHandleImpl$Info/<init> pid))
  (parent [_] (Optional/ofNullable (some-> (parent-of pid) handle)))
  (children [_] (.stream (mapv handle (children-of pid))))
  (descendants [_] (.stream (mapv handle (descendants-of pid))))
  (kill [_ force]
    (when (= pid (own-pid)) (throw (IllegalStateException. "destroy of current process not allowed")))
    (let [alive (alive? pid)]
      (when alive (clojure.core/-kill-process pid force))
      alive))
  (destroy [this] (.kill this false))
  (destroyForcibly [this] (.kill this true))
  (supportsNormalTermination [_] true)
  (onExit [this]
    (when (= pid (own-pid)) (throw (IllegalStateException. "onExit for current process not allowed")))
    (when-ended (fn [] (if process (.waitFor process) (while (alive? pid) (Thread/sleep 5)))) this))
  (compareTo [_ o] (int (compare pid (.pid o))))
  (equals [_ o] (and (instance? java.lang.ProcessHandle o) (= pid (.pid o))))
  (hashCode [_] (int (bit-xor pid (unsigned-bit-shift-right pid 32))))
  (toString [_] (str pid)))

(defn- handle [pid] (java.lang.ProcessHandleImpl/<init> pid nil))

(extend-class java.lang.ProcessHandle
  :static
  (current [] (handle (own-pid)))
  (of [pid] (if (stat-fields pid) (Optional/of (handle pid)) (Optional/empty)))
  (allProcesses [] (.stream (mapv handle (all-pids)))))

(extend-class java.lang.Process
  (toHandle [this] (java.lang.ProcessHandleImpl/<init> (.pid this) this))
  (info [this] (.info (.toHandle this)))
  (children [this] (.children (.toHandle this)))
  (descendants [this] (.descendants (.toHandle this)))
  (supportsNormalTermination [_] true)
  (onExit [this] (when-ended (fn [] (.waitFor this)) this)))
