(ns clojure.host.process
  "java.lang.ProcessBuilder, Process and Runtime.exec."
  (:require [clojure.host.defclass :refer [defclass extend-class]])
  (:import (java.util.concurrent TimeUnit)))

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
    (let [end (+ (System/nanoTime) (.toNanos unit n))]
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

(defclass java.lang.ProcessBuilder$Redirect [kind target]
  (type [_] kind)
  (file [_] target)
  (toString [_] kind)
  :static
  (to [f] (java.lang.ProcessBuilder$Redirect/<init> "WRITE" (str "=" f)))
  (appendTo [f] (java.lang.ProcessBuilder$Redirect/<init> "APPEND" (str "+" f)))
  (from [f] (java.lang.ProcessBuilder$Redirect/<init> "READ" (str "=" f)))
  (:field PIPE (java.lang.ProcessBuilder$Redirect/<init> "PIPE" nil))
  (:field INHERIT (java.lang.ProcessBuilder$Redirect/<init> "INHERIT" false))
  (:field DISCARD (java.lang.ProcessBuilder$Redirect/<init> "WRITE" "=/dev/null")))

(defn- target-of [redirect]
  (if (instance? java.lang.ProcessBuilder$Redirect redirect)
    (.-target redirect)
    (str "=" redirect)))

(defn- variable
  "An entry of an environment, as the system takes it."
  [[k v]]
  (doseq [[what text forbidden] [["name" k ["=" "\u0000"]] ["value" v ["\u0000"]]]]
    (when (some (fn [c] (.contains text c)) forbidden)
      (throw (IllegalArgumentException. (str "Invalid environment variable " what ": \"" text "\"")))))
  (str k "=" v))

(defclass java.lang.ProcessBuilder
  [^:unsynchronized-mutable words ^:unsynchronized-mutable env ^:unsynchronized-mutable folder
   ^:unsynchronized-mutable in ^:unsynchronized-mutable out ^:unsynchronized-mutable err]
  (command ([_] words) ([this args] (set! words (java.util.ArrayList. (seq args))) this))
  (environment [_] (or env (set! env (java.util.HashMap. (System/getenv)))))
  (directory ([_] folder) ([this d] (set! folder d) this))
  (redirectErrorStream ([_] (true? err)) ([this yes] (set! err (if yes true nil)) this))
  (redirectInput [this r] (set! in (target-of r)) this)
  (redirectOutput [this r] (set! out (target-of r)) this)
  (redirectError [this r] (set! err (target-of r)) this)
  (inheritIO [this] (set! in false) (set! out false) (set! err false) this)
  (start [_]
    (when (.isEmpty words) (throw (IndexOutOfBoundsException. "Index 0 out of bounds for length 0")))
    (let [[pid input output error]
          (clojure.core/-spawn-process words (map variable (or env (System/getenv)))
                                       (when folder (str folder)) in out err)]
      (java.lang.ProcessImpl/<init> pid input output error nil)))
  :static
  (new ([] (java.lang.ProcessBuilder/<init> (java.util.ArrayList.) nil nil nil nil nil))
    ([args] (java.lang.ProcessBuilder/<init> (java.util.ArrayList. (vec args)) nil nil nil nil nil))))

(defn- exec
  ([command] (exec command nil nil))
  ([command environment] (exec command environment nil))
  ([command environment folder]
   (let [builder (ProcessBuilder. (if (string? command) (re-seq #"\S+" command) command))]
     (when environment
       (let [env (.environment builder)]
         (.clear env)
         (doseq [pair environment :let [[_ k v] (re-matches #"(?s)([^=]*)=(.*)" pair)]] (.put env k v))))
     (when folder (.directory builder folder))
     (.start builder))))

(extend-class java.lang.Runtime
  (addShutdownHook [_ thread] (swap! @#'clojure.core/-shutdown-hooks conj thread) nil)
  (removeShutdownHook [_ thread]
    (let [[old _] (swap-vals! @#'clojure.core/-shutdown-hooks (fn [all] (filterv (fn [t] (not= t thread)) all)))]
      (boolean (some #{thread} old))))
  (exec ([_ command] (exec command)) ([_ command environment] (exec command environment))
    ([_ command environment folder] (exec command environment folder))))
