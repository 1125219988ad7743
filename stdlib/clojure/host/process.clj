(ns clojure.host.process
  "java.lang.ProcessBuilder, Process and Runtime.exec."
  (:require [clojure.host.concurrent :refer [deadline]]
            [clojure.host.defclass :refer [defclass defenum extend-class]])
  (:import (java.io File InputStream)
           (java.lang ProcessBuilder$Redirect ProcessBuilder$Redirect$Type)
           (java.util.concurrent TimeUnit)))

(defclass java.lang.ProcessImpl [pid input output error ^:unsynchronized-mutable status]
  ;; The child is waited for under the object's monitor, once.
  (reap [this wait]
    (locking this
      (when-not status (set! status (clojure.core/-await-process pid wait)))
      status))
  (getInputStream [_] output)
  (getErrorStream [_] error)
  (getOutputStream [_] input)
  (inputReader [_] (java.io.BufferedReader. (java.io.InputStreamReader. output)))
  (errorReader [_] (java.io.BufferedReader. (java.io.InputStreamReader. error)))
  (waitFor [this] (.reap this true))
  (waitFor [this n unit]
    (let [end (deadline (.toNanos unit n))]
      (loop []
        (cond
          (.reap this false) true
          (> (System/nanoTime) end) false
          :else (do (Thread/sleep 1) (recur))))))
  (exitValue [this] (or (.reap this false) (throw (IllegalThreadStateException. "process hasn't exited"))))
  (isAlive [this] (nil? (.reap this false)))
  (pid [_] pid)
  (toString [this] (str "Process[pid=" pid ", exitValue=" (or (.reap this false) "\"not exited\"") "]"))
  (destroy [this] (when (.isAlive this) (clojure.core/-kill-process pid false)))
  (destroyForcibly [this] (when (.isAlive this) (clojure.core/-kill-process pid true)) this))

(defenum java.lang.ProcessBuilder$Redirect$Type [] [PIPE INHERIT READ WRITE APPEND])

;; `target` is what -spawn-process takes.
(defclass java.lang.ProcessBuilder$Redirect [kind target shown]
  (type [_] kind)
  (file [_] (when (string? target) (File. (subs target 1))))
  (equals [_ o]
    (and (instance? ProcessBuilder$Redirect o) (= kind (.type o)) (= target (.-target o))))
  (hashCode [_] (hash [(str kind) target]))
  (toString [_] (or shown (str kind)))
  :static
  (to [f]
    (ProcessBuilder$Redirect/<init> ProcessBuilder$Redirect$Type/WRITE (str "=" f) (str "redirect to write to file \"" f "\"")))
  (appendTo [f]
    (ProcessBuilder$Redirect/<init> ProcessBuilder$Redirect$Type/APPEND (str "+" f) (str "redirect to append to file \"" f "\"")))
  (from [f]
    (ProcessBuilder$Redirect/<init> ProcessBuilder$Redirect$Type/READ (str "=" f) (str "redirect to read from file \"" f "\"")))
  (:field PIPE (ProcessBuilder$Redirect/<init> ProcessBuilder$Redirect$Type/PIPE nil nil))
  (:field INHERIT (ProcessBuilder$Redirect/<init> ProcessBuilder$Redirect$Type/INHERIT false nil))
  (:field DISCARD (ProcessBuilder$Redirect/<init> ProcessBuilder$Redirect$Type/WRITE "=/dev/null" nil)))

(defn- redirect-of
  "A redirection for reading or writing, of which there is no other."
  [x reading]
  (if (instance? ProcessBuilder$Redirect x)
    (if (some #{(str (.type x))} (if reading ["WRITE" "APPEND"] ["READ"]))
      (throw (IllegalArgumentException. (str "Redirect invalid for " (if reading "reading" "writing") ": " x)))
      x)
    (if reading (ProcessBuilder$Redirect/from x) (ProcessBuilder$Redirect/to x))))

(defn- variable
  "An entry of an environment, as the system takes it."
  [[k v]]
  (doseq [[what text forbidden] [["name" k ["=" "\u0000"]] ["value" v ["\u0000"]]]]
    (when (some (fn [c] (.contains text c)) forbidden)
      (throw (IllegalArgumentException. (str "Invalid environment variable " what ": \"" text "\"")))))
  (str k "=" v))

(defclass java.lang.ProcessBuilder
  [^:unsynchronized-mutable words ^:unsynchronized-mutable env ^:unsynchronized-mutable folder
   ^:unsynchronized-mutable in ^:unsynchronized-mutable out ^:unsynchronized-mutable err ^:unsynchronized-mutable merged]
  (command ([_] words)
    ([this args] (set! words (if (instance? java.util.List args) args (java.util.ArrayList. (seq args)))) this))
  (environment [_] (or env (set! env (java.util.HashMap. (System/getenv)))))
  (directory ([_] folder) ([this d] (set! folder d) this))
  (redirectErrorStream ([_] merged) ([this yes] (set! merged (boolean yes)) this))
  (redirectInput ([_] in) ([this r] (set! in (redirect-of r true)) this))
  (redirectOutput ([_] out) ([this r] (set! out (redirect-of r false)) this))
  (redirectError ([_] err) ([this r] (set! err (redirect-of r false)) this))
  (inheritIO [this] (set! in ProcessBuilder$Redirect/INHERIT) (set! out in) (set! err in) this)
  (startFrom [_ source]
    (when (.isEmpty words) (throw (ArrayIndexOutOfBoundsException. "Index 0 out of bounds for length 0")))
    (clojure.core/-spawn-process words (map variable (or env (System/getenv)))
                                 (when folder (str folder)) (if source source (.-target in)) (.-target out)
                                 (if merged true (.-target err))))
  (start [this]
    (let [[pid input output error] (.startFrom this nil)]
      (java.lang.ProcessImpl/<init> pid input output error nil)))
  :static
  (startPipeline [builders]
    (let [n (count builders) pipe? (fn [r] (= "PIPE" (str (.type r))))]
      (dorun (map-indexed
              (fn [i b]
                (when (and (pos? i) (not (pipe? (.redirectInput b))))
                  (throw (IllegalArgumentException.
                          (str "builder redirectInput() must be PIPE except for the first builder: " (.redirectInput b)))))
                (when (and (< i (dec n)) (not (pipe? (.redirectOutput b))))
                  (throw (IllegalArgumentException.
                          (str "builder redirectOutput() must be PIPE except for the last builder: " (.redirectOutput b))))))
              builders))
      (loop [[b & more] (seq builders) source nil started []]
        (if-not b
          (java.util.ArrayList. started)
          (let [[pid input output error]
                (try (.startFrom b source)
                     (catch Exception e (run! (fn [p] (.destroyForcibly p)) started) (throw e))
                     (finally (when source (.close source))))
                shown (if more (InputStream/nullInputStream) output)]
            (recur more (when more output) (conj started (java.lang.ProcessImpl/<init> pid input shown error nil))))))))
  (new [args]
    (java.lang.ProcessBuilder/<init> (if (instance? java.util.List args) args (java.util.ArrayList. (vec args))) nil nil
                                     ProcessBuilder$Redirect/PIPE ProcessBuilder$Redirect/PIPE ProcessBuilder$Redirect/PIPE false)))

(defn- exec
  ([command] (exec command nil nil))
  ([command environment] (exec command environment nil))
  ([command environment folder]
   (when (= "" command) (throw (IllegalArgumentException. "Empty command")))
   (let [builder (ProcessBuilder. (if (string? command) (re-seq #"\S+" command) command))]
     (when environment
       (let [env (.environment builder)]
         (.clear env)
         (doseq [pair environment :let [[_ k v] (re-matches #"(?s)([^=]*)=(.*)" pair)]] (.put env k v))))
     (when folder (.directory builder folder))
     (.start builder))))

(def ^:private ends-by-signals
  "A thread that ends the program, with its hooks, at the first signal that asks for it. Signals are caught
  before it runs: one that comes at once is not lost."
  (delay
    (clojure.core/-catch-termination)
    (doto (Thread. (fn [] (System/exit (+ 128 (clojure.core/-await-termination)))) "SIGTERM handler")
      (.setDaemon true)
      (.start))))

(defn- change-hooks
  "Sets the hooks to (f hooks); they are nil while the program ends. Returns what they were."
  [f]
  (first (swap-vals! @#'clojure.core/-shutdown-hooks
                     (fn [hooks] (if hooks (f hooks) (throw (IllegalStateException. "Shutdown in progress")))))))

(extend-class java.lang.Runtime
  (addShutdownHook [_ thread]
    (change-hooks (fn [hooks]
                    (cond
                      (some #{thread} hooks) (throw (IllegalArgumentException. "Hook previously registered"))
                      (.isAlive thread) (throw (IllegalArgumentException. "Hook already running"))
                      :else (conj hooks thread))))
    @ends-by-signals
    nil)
  (removeShutdownHook [_ thread]
    (boolean (some #{thread} (change-hooks (fn [hooks] (filterv (fn [t] (not= t thread)) hooks))))))
  (exec ([_ command] (exec command)) ([_ command environment] (exec command environment))
    ([_ command environment folder] (exec command environment folder))))
