; Calls functions and host members with arguments that are seldom right: each call has to end in a value or an
; exception. Arguments: functions or members, the seed, how many calls. With CALLS_LOG in the environment each call is
; written to that file before it is made, so that its last line names the one that ended the process.
(ns random-calls
  (:require [clojure.string :as str]))

(defprotocol Named (named [this]))
(deftype Cell [content])
(defrecord Pair [left right])

;; Finite values only: what walks one ends.
(defn values []
  [nil true false 0 1 -1 7 1000 Long/MAX_VALUE 1.5 ##NaN 2/3 10N 1e3M (int 3) (short 2) (byte 1) (float 1.5) \a
   "" "abc" "é€😀" 'sym 'a/b :k :a/b [] [1 2 3] (vec (range 40)) () '(1 2) {} {:a 1} (zipmap (range 20) (range)) #{} #{1 :a}
   (sorted-map 1 2) (sorted-set 3 1) (range 5) (map inc [1 2]) (lazy-seq [1]) (repeat 3 1) (seq (vec (range 40)))
   (int-array 3) (object-array 2) (byte-array 4) (boolean-array 1) (char-array "ab") (double-array 2) (long-array 2)
   (make-array String 1) inc + map (fn [x] x) (fn [& xs] xs) (atom 1) (volatile! 2) (ref 1) (delay 3) (agent 1) #'inc
   (find-ns 'clojure.string) String Object Comparable Long/TYPE (Cell. 1) (->Pair 1 2) Named named
   (reify Object (toString [_] "r")) (StringBuilder. "sb") (java.util.ArrayList. [1 2]) (java.util.HashMap. {1 2})
   (java.util.Date. 0) (java.util.UUID. 1 2) (java.io.StringReader. "1 2") (java.io.StringWriter.) #"a.c"
   (re-matcher #"a" "aba") (ex-info "m" {}) (Exception. "e") (transient []) (transient {}) (transient #{}) (reduced 1)
   (eduction (map inc) [1]) (biginteger 5) (first {:a 1}) clojure.lang.PersistentQueue/EMPTY (tagged-literal 'a 1)
   (.iterator [1]) (make-hierarchy) (with-meta [1] {:m 1}) (comparator <) (chunk-buffer 2) (java.io.File. "x")
   (java.net.URI. "a:b") (java.time.Instant/ofEpochMilli 0) (java.util.concurrent.ConcurrentHashMap.) (Object.)
   (java.io.ByteArrayOutputStream.) (java.io.ByteArrayInputStream. (byte-array 3)) (java.util.LinkedList. [1 2])
   (java.util.TreeMap. {1 2}) (java.util.HashSet. [1]) (java.util.Random. 1) (java.util.concurrent.atomic.AtomicLong. 1)
   (java.time.LocalDate/of 2020 1 2) (java.time.Duration/ofSeconds 3) (java.util.Optional/of 1)
   (java.nio.file.Paths/get "a" (into-array String [])) (java.security.MessageDigest/getInstance "MD5")
   (java.nio.ByteBuffer/allocate 4) (java.util.StringTokenizer. "a b") (.stream (java.util.ArrayList. [1 2]))
   (java.io.PrintWriter. (java.io.StringWriter.)) (.entrySet (java.util.HashMap. {1 2})) java.util.concurrent.TimeUnit/SECONDS])

;; What waits, ends the process, touches files or changes the program for the calls after it.
(def left-out
  #{"exit" "halt" "sleep" "join" "wait" "park" "parkNanos" "parkUntil" "await" "await1" "await-for" "-catch-termination" "-await-termination" "acquire" "take" "put" "transfer" "exec"
    "destroy" "destroyForcibly" "kill" "delete" "deleteOnExit" "deleteIfExists" "start" "invokeAll" "invokeAny" "lock"
    "lockInterruptibly" "setIn" "setOut" "setErr" "exchange" "waitFor" "onExit" "move" "copy" "walkFileTree" "suspend" "stop"
    "shutdown" "shutdownNow" "shutdown-agents" "connect" "accept" "load" "loadLibrary" "interrupt" "bindRoot" "doReset"
    "resetRoot" "alterRoot" "set" "resetThreadBindingFrame" "pushThreadBindings" "popThreadBindings" "createFile"
    "setDefaultUncaughtExceptionHandler" "read-line" "repl" "main" "eval" "compile" "sh" "with-redefs-fn" "remove-ns"
    "in-ns" "alter-var-root" "ns-unmap" "ns-unalias" "intern" "push-thread-bindings" "pop-thread-bindings" "var-set" "spit" "delete-file"
    "slurp" "require" "use" "load-file" "seque" "iterate" "repeatedly" "repeat" "cycle" "range" "Thread" "addShutdownHook" "mkdir" "mkdirs"
    "createNewFile" "createTempFile" "createDirectory" "createDirectories" "renameTo" "write" "newOutputStream" "newBufferedWriter"
    "setLastModified" "createLink" "createSymbolicLink" "createTempDirectory" "reset" "alter-meta!" "reset-meta!" "macroexpand-all"
    "commute-ns" "-slurp" "-spit" "-socket-connect" "-socket-listen" "-socket-accept" "-socket-read"
    "-socket-write" "-socket-shutdown" "-socket-close" "-socket-option" "-watch-await" "-watch-read" "-watch-remove" "-watch-close" "-spawn-process" "-await-process" "-kill-process"
    "-set-file-mode" "-set-file-times" "-make-link" "-random-open" "-random-read" "-random-write" "-random-length" "-random-close"
    "-extend-host-class" "-refer-all-of-core" "-refer-var" "-load-lib" "-read-line" "-import-class" "-add-method"
    "refer" "refer-clojure" "import" "extend" "reset-vals!" "generate" "iterator-seq" "enumeration-seq" "exitVM"})

(def log (some-> (System/getenv "CALLS_LOG") java.io.FileWriter.))
(defn note [& parts]
  (when log (.write log (str (str/join " " parts) "\n")) (.flush log)))

(defn outcome
  "The value of (call), printed now and then, or the exception: either is fine."
  [^java.util.Random random call]
  (try
    (let [value (call)]
      (when (.nextBoolean random) (pr-str value)))
    (catch Throwable e (ex-message e))))

(defn pick [^java.util.Random random coll] (nth coll (.nextInt random (count coll))))

(defn functions []
  (vec (for [ns-name '[clojure.core clojure.string clojure.set clojure.walk clojure.edn clojure.zip clojure.math clojure.data
                       clojure.instant clojure.core.reducers clojure.datafy]
             :let [_ (require ns-name)]
             [sym v] (sort-by key (ns-interns ns-name))
             :when (and (bound? v) (fn? @v) (not (:macro (meta v))) (not (left-out (name sym))))
             ; With a dash, the runtime's own: no library of Clojure stands before their arguments.
             v (if (= \- (first (name sym))) (repeat 3 v) [v])]
         v)))

(defn call-function [random fns]
  (let [f (pick random fns) values (values)
        args (vec (repeatedly (.nextInt ^java.util.Random random 5) #(pick random values)))]
    (note f (mapv class args))
    (outcome random #(apply f args))))

(defn members []
  (vec (for [class (distinct (concat (map class (remove nil? (values)))
                                     [Math Long Integer Double Character Boolean System java.util.Arrays java.util.Collections
                                      java.util.Objects java.math.BigDecimal java.math.BigInteger java.time.LocalDateTime
                                      java.time.ZonedDateTime java.util.regex.Pattern java.net.URLEncoder clojure.lang.RT
                                      clojure.lang.Util clojure.lang.Numbers clojure.lang.Var clojure.lang.PersistentVector]))
             [kind name least most] (sort-by pr-str (clojure.core/-host-members class))
             :when (not (left-out (str name)))]
         [class kind (symbol name) least (if (neg? most) (+ 2 least) most)])))

(defn call-member [random members]
  (let [[class kind name least most] (pick random members) values (values)
        own (or (seq (filter #(instance? class %) values)) values)
        target (cond (not (#{:method :field} kind)) class (zero? (.nextInt ^java.util.Random random 10)) (pick random values)
                     :else (pick random own))
        count (+ least (.nextInt ^java.util.Random random (inc (- most least))))
        args (vec (repeatedly count #(pick random (if (zero? (.nextInt ^java.util.Random random 3)) own values))))]
    (note class kind name (clojure.core/class target) (mapv clojure.core/class args))
    (outcome random #(clojure.core/-invoke-member kind target name args))))

(let [[what seed calls] *command-line-args*
      random (java.util.Random. (parse-long seed))
      call (if (= what "functions") (partial call-function random (functions)) (partial call-member random (members)))
      out *out*]
  (binding [*out* (java.io.StringWriter.) *err* (java.io.StringWriter.) *in* (java.io.PushbackReader. (java.io.StringReader. "x"))
            *print-length* 5 *print-level* 5]
    (dotimes [_ (parse-long calls)] (call)))
  (binding [*out* out] (println "all calls ended"))
  (flush)
  (System/exit 0))
