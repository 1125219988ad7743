(ns libraries.clj-stacktrace
  (:require [clj-stacktrace.core :as c] [clj-stacktrace.repl :as r] [clj-stacktrace.utils :as u]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(defn elem [class method file line] (StackTraceElement. class method file line))
(def trace (into-array StackTraceElement [(elem "foo.bar$baz" "invoke" "bar.clj" 12) (elem "foo.bar$baz$fn__123" "invoke" "bar.clj" 13) (elem "user$eval__99" "invoke" "NO_SOURCE_FILE" 1) (elem "java.util.ArrayList" "get" "ArrayList.java" 400) (elem "clojure.lang.RT" "nth" "RT.java" 800) (elem "a.b$c_QMARK_$d__4" "doInvoke" nil -1) (elem "a.b$fn_BANG_" "invokeStatic" "b.clj" 3) (elem "clojure.core$_PLUS_" "invoke" "core.clj" 900)]))
(def cause (doto (IllegalStateException. "inner") (.setStackTrace (into-array StackTraceElement (concat [(elem "x.y$z" "invoke" "y.clj" 1)] (drop 2 trace))))))
(def failure (doto (RuntimeException. "outer" cause) (.setStackTrace trace)))
(show (map c/parse-trace-elem trace) (c/parse-exception failure) (c/parse-exception (doto (Error. "x") (.setStackTrace (into-array StackTraceElement []))))
      (map r/elem-color (map c/parse-trace-elem trace)) (map r/source-str (map c/parse-trace-elem trace)) (map r/method-str (map c/parse-trace-elem trace)) (u/rjust 8 "ab") (r/find-source-width (c/parse-exception failure)))
(println (r/pst-str failure))
(r/pst failure)
(r/pst+ failure)
(println (pr-str (with-out-str (r/pst+ cause))))
