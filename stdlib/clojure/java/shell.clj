;; clojure.java.shell: running other programs.

(ns clojure.java.shell
  "Runs a program and collects what it writes."
  (:require [clojure.java.io :as io]))

(def ^{:dynamic true :doc "The directory for sh, unless it says otherwise."} *sh-dir* nil)
(def ^{:dynamic true :doc "The environment for sh, unless it says otherwise."} *sh-env* nil)

(defmacro with-sh-dir
  "Evaluates the forms with the directory as that of sh."
  {:added "1.2"}
  [dir & forms]
  `(binding [*sh-dir* ~dir]
     ~@forms))

(defmacro with-sh-env
  "Evaluates the forms with the environment, a map, as that of sh."
  {:added "1.2"}
  [env & forms]
  `(binding [*sh-env* ~env]
     ~@forms))

(defn- text-of [k]
  (if (or (string? k) (symbol? k) (keyword? k)) (name k) (str k)))

(defn- as-env-strings
  "The environment as an array of texts NAME=VALUE: of a map, or of such texts; nil for nil."
  [env]
  (when env
    (into-array String (if (map? env) (map (fn [[k v]] (str (text-of k) "=" v)) env) env))))

(defn- parse-args
  "[command options] of the arguments of sh."
  [args]
  (let [platform-encoding (.name (java.nio.charset.Charset/defaultCharset))
        [command options] (split-with string? args)]
    [command (merge {:out-enc platform-encoding :in-enc platform-encoding :dir *sh-dir* :env *sh-env*}
                    (apply hash-map options))]))

(defn- start [command dir env]
  (clojure.core/-as (Class/forName "[Ljava.lang.String;") (into-array command)) ; refuses a command of no texts
  (let [builder (ProcessBuilder. ^java.util.List (vec command))]
    (when dir
      (.directory builder (io/file dir)))
    (when env
      (let [target (.environment builder)]
        (.clear target)
        (doseq [entry (as-env-strings env)
                :let [[k v] (.split entry "=" 2)]]
          (.put target k v))))
    (.start builder)))

(defn- collect
  "What the stream gives: bytes, or text in the encoding."
  [stream encoding]
  (with-open [in stream]
    (if (= encoding :bytes)
      (let [out (java.io.ByteArrayOutputStream.)]
        (io/copy in out)
        (.toByteArray out))
      (slurp in :encoding encoding))))

(defn sh
  "Runs a program with string arguments and waits for it. Returns a map of :exit, its exit status,
  :out, what it wrote, and :err, what it wrote to standard error, as strings. After the strings may
  follow options:
    :in       what it reads: a string, bytes, a File, a reader or an input stream
    :in-enc   the encoding of a string it reads, by default UTF-8
    :out-enc  the encoding of :out, or :bytes for a byte array
    :env      its environment, a map or strings NAME=VALUE
    :dir      its directory, by default *sh-dir*"
  {:added "1.2"}
  [& args]
  (let [[command {:keys [in in-enc out-enc env dir]}] (parse-args args)
        process (start command dir env)
        to-process (future
                     (with-open [out (.getOutputStream process)]
                       (when in
                         (io/copy in out :encoding in-enc))))
        err (future (collect (.getErrorStream process) "UTF-8"))
        out (collect (.getInputStream process) out-enc)]
    ;; A program that ends without reading its input breaks the pipe.
    (try @to-process (catch java.util.concurrent.ExecutionException _ nil))
    {:exit (.waitFor process) :out out :err @err}))
