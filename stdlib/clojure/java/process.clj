(ns clojure.java.process
  "Runs other programs. `exec` waits and answers what the program wrote; `start` gives the
  java.lang.Process, whose streams and exit value `stdin`, `stdout`, `stderr` and `exit-ref` give.

    (exec \"git\" \"log\" \"-1\")
    (slurp (stdout (start {:err :stdout :dir \"src\"} \"ls\" \"-l\")))"
  (:require [clojure.java.io :as io])
  (:import (java.io File)
           (java.lang Process ProcessBuilder ProcessBuilder$Redirect)
           (java.util List)
           (java.util.concurrent TimeUnit)))

(defn to-file
  "A redirect of a program's output to a file, for the options :out and :err of start. With
  :append true what is in the file stays."
  {:added "1.12"}
  ^ProcessBuilder$Redirect [f & {:keys [append]}]
  (if append
    (ProcessBuilder$Redirect/appendTo (io/file f))
    (ProcessBuilder$Redirect/to (io/file f))))

(defn from-file
  "A redirect of a program's input from a file, for the option :in of start."
  {:added "1.12"}
  ^ProcessBuilder$Redirect [f]
  (ProcessBuilder$Redirect/from (io/file f)))

(defn- redirect [x]
  (case x
    :pipe ProcessBuilder$Redirect/PIPE
    :inherit ProcessBuilder$Redirect/INHERIT
    :discard ProcessBuilder$Redirect/DISCARD
    (if (instance? ProcessBuilder$Redirect x)
      x
      (throw (IllegalArgumentException. (str "Not a redirect, nor :pipe, :inherit or :discard: " (pr-str x)))))))

(defn- options-and-command [args]
  (if (map? (first args))
    [(first args) (rest args)]
    [{} args]))

(defn start
  "Starts a program, the strings after the options, and gives its java.lang.Process. Options, a map
  in front:
    :in         :pipe (default), :inherit, :discard or a redirect of from-file
    :out        :pipe (default), :inherit, :discard or a redirect of to-file
    :err        the same, or :stdout: goes where the output goes
    :dir        where the program runs, default the current directory
    :env        a map of environment variables to add
    :clear-env  true: the program sees only those of :env
  Throws IOException when there is no such program."
  {:added "1.12"}
  ^Process [& opts+args]
  (let [[{:keys [in out err dir env clear-env] :or {in :pipe out :pipe err :pipe dir "."}} command] (options-and-command opts+args)
        builder (ProcessBuilder. ^List (mapv str command))
        environment (.environment builder)]
    (.directory builder (io/file dir))
    (.redirectInput builder (redirect in))
    (.redirectOutput builder (redirect out))
    (if (= err :stdout)
      (.redirectErrorStream builder true)
      (.redirectError builder (redirect err)))
    (when clear-env
      (.clear environment))
    (doseq [[k v] env]
      (.put environment k v))
    (.start builder)))

(defn stdin
  "The stream that writes to the program's input."
  {:added "1.12"}
  ^java.io.OutputStream [^Process process]
  (.getOutputStream process))

(defn stdout
  "The stream that reads the program's output."
  {:added "1.12"}
  ^java.io.InputStream [^Process process]
  (.getInputStream process))

(defn stderr
  "The stream that reads what the program writes to its standard error."
  {:added "1.12"}
  ^java.io.InputStream [^Process process]
  (.getErrorStream process))

(defn exit-ref
  "A reference to the program's exit value: deref waits for its end, with a timeout in milliseconds if
  given."
  {:added "1.12"}
  [^Process process]
  (reify
    clojure.lang.IDeref
    (deref [_] (long (.waitFor process)))
    clojure.lang.IBlockingDeref
    (deref [_ timeout-ms timeout-value]
      (if (.waitFor process timeout-ms TimeUnit/MILLISECONDS)
        (long (.exitValue process))
        timeout-value))
    clojure.lang.IPending
    (isRealized [_] (not (.isAlive process)))))

(defn exec
  "Runs a program to its end and gives what it wrote to its output, a string. Takes what start takes;
  by default the program's standard error is this one's. Throws RuntimeException when it does not
  exit with 0."
  {:added "1.12"}
  [& opts+args]
  (let [[opts command] (options-and-command opts+args)
        process (apply start (merge {:err :inherit} opts) command)
        output (future (slurp (stdout process)))
        exit @(exit-ref process)]
    (when-not (zero? exit)
      (throw (RuntimeException. (str "Process failed with exit=" exit))))
    @output))
