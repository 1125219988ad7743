(ns clojure.host.logging
  "java.util.logging: loggers, a tree by their names, with levels and handlers. What the JVM is set up
  with, too: from INFO on, records go to standard error."
  (:require [clojure.host.defclass :refer [defclass extend-class fi]])
  (:import (java.time Instant ZoneOffset ZonedDateTime)
           (java.time.format DateTimeFormatter)
           (java.util.logging ConsoleHandler Level LogManager LogRecord Logger SimpleFormatter)))

(def ^:private levels
  '[[OFF 2147483647] [SEVERE 1000] [WARNING 900] [INFO 800] [CONFIG 700] [FINE 500] [FINER 400] [FINEST 300]
    [ALL -2147483648]])

(defmacro ^:private deflevels []
  `(defclass java.util.logging.Level [~'label ~'n]
     (~'getName [_#] ~'label)
     (~'getLocalizedName [_#] ~'label)
     (~'intValue [_#] (int ~'n))
     (~'equals [_# o#] (and (instance? Level o#) (= ~'n (.intValue o#))))
     (~'hashCode [_#] (int ~'n))
     (~'toString [_#] ~'label)
     :static
     ~@(for [[label n] levels] (list :field label (list 'java.util.logging.Level/<init> (str label) n)))
     (~'parse [s#]
       (or (get ~(into {} (for [[label] levels] [(str label) (symbol "java.util.logging.Level" (str label))])) s#)
           (when (re-matches #"-?\d+" s#) (java.util.logging.Level/<init> s# (parse-long s#)))
           (throw (IllegalArgumentException. (str "Bad level \"" s# "\"")))))))
(deflevels)

(defclass java.util.logging.LogRecord
  [^:unsynchronized-mutable level ^:unsynchronized-mutable message ^:unsynchronized-mutable logger-name
   ^:unsynchronized-mutable thrown ^:unsynchronized-mutable parameters ^:unsynchronized-mutable source ^:unsynchronized-mutable millis]
  (getLevel [_] level)
  (setLevel [_ x] (set! level x) nil)
  (getMessage [_] message)
  (setMessage [_ x] (set! message x) nil)
  (getLoggerName [_] logger-name)
  (setLoggerName [_ x] (set! logger-name x) nil)
  (getThrown [_] thrown)
  (setThrown [_ x] (set! thrown x) nil)
  (getParameters [_] parameters)
  (setParameters [_ x] (set! parameters x) nil)
  (getSourceClassName [_] (first source))
  (setSourceClassName [_ x] (set! source [x (second source)]) nil)
  (getSourceMethodName [_] (second source))
  (setSourceMethodName [_ x] (set! source [(first source) x]) nil)
  (getMillis [_] millis)
  (setMillis [_ x] (set! millis x) nil)
  (getInstant [_] (Instant/ofEpochMilli millis))
  (getThreadID [_] (int (.getId (Thread/currentThread))))
  (getLongThreadID [_] (.getId (Thread/currentThread)))
  :static
  (new [level message] (LogRecord/<init> level message nil nil nil nil (System/currentTimeMillis))))

(extend-class java.util.logging.Formatter
  (formatMessage [_ record]
    (let [text (.getMessage record) parameters (.getParameters record)]
      (if (and text (seq parameters) (re-find #"\{\d+\}" text))
        (reduce-kv (fn [s i x] (.replace s (str "{" i "}") (str x))) text (vec parameters))
        (str text)))))

(defclass java.util.logging.SimpleFormatter []
  (format [this record]
    (let [time (ZonedDateTime/ofInstant (.getInstant record) ZoneOffset/UTC)
          place (or (some->> (.getSourceMethodName record) (str (.getSourceClassName record) " "))
                    (.getSourceClassName record) (.getLoggerName record))]
      (str (.format (DateTimeFormatter/ofPattern "MMM dd, yyyy h:mm:ss a") time) " " place "\n"
           (.getLevel record) ": " (.formatMessage this record) "\n"
           (when-let [thrown (.getThrown record)]
             (let [text (java.io.StringWriter.)]
               (.printStackTrace thrown (java.io.PrintWriter. text))
               (str text))))))
  :static
  (new [] (SimpleFormatter/<init>)))

;; What handlers have besides `publish`: a level, a formatter and a filter, kept beside the handler,
;; which may be a proxy.
(def ^:private handler-state (java.util.WeakHashMap.))
(defn- state-of [handler k] (locking handler-state (get (.get handler-state handler) k)))
(defn- set-state [handler k v]
  (locking handler-state (.put handler-state handler (assoc (.get handler-state handler) k v)))
  nil)

(extend-class java.util.logging.Handler
  (getLevel [this] (or (state-of this :level) Level/ALL))
  (setLevel [this level] (set-state this :level level))
  (getFormatter [this] (state-of this :formatter))
  (setFormatter [this formatter] (set-state this :formatter formatter))
  (getFilter [this] (state-of this :filter))
  (setFilter [this f] (set-state this :filter f))
  (getEncoding [_])
  (setEncoding [_ _])
  (isLoggable [this record]
    (and (>= (.intValue (.getLevel record)) (.intValue (.getLevel this)))
         (let [f (.getFilter this)] (or (nil? f) (boolean (fi f isLoggable record)))))))

(defclass java.util.logging.StreamHandler [stream]
  (publish [this record]
    (when (.isLoggable this record)
      (let [text (.format (.getFormatter this) record)]
        (locking this (.write stream (.getBytes text "UTF-8"))))))
  (flush [this] (locking this (.flush stream)))
  (close [this] (.flush this))
  :static
  (new [stream formatter] (doto (java.util.logging.StreamHandler/<init> stream) (.setFormatter formatter) (.setLevel Level/INFO))))

(defclass java.util.logging.ConsoleHandler []
  (publish [this record]
    (when (.isLoggable this record)
      (let [text (.format (.getFormatter this) record)]
        (locking this
          (.print System/err text)
          (.flush System/err)))))
  (flush [_] (.flush System/err))
  (close [this] (.flush this))
  :static
  (new [] (doto (ConsoleHandler/<init>) (.setFormatter (SimpleFormatter.)) (.setLevel Level/INFO))))

(declare logger-named parent-of)

(defn- send-record [logger record]
  (loop [logger logger]
    (when logger
      (doseq [handler (.getHandlers logger)] (.publish handler record))
      (when (.getUseParentHandlers logger) (recur (.getParent logger))))))

(defclass java.util.logging.Logger
  [label ^:volatile-mutable level ^:volatile-mutable handlers ^:volatile-mutable use-parent ^:volatile-mutable record-filter]
  (getName [_] label)
  (getLevel [_] level)
  (setLevel [_ x] (set! level x) nil)
  (getHandlers [_] (into-array java.util.logging.Handler handlers))
  (addHandler [this h] (locking this (set! handlers (conj handlers h))) nil)
  (removeHandler [this h] (locking this (set! handlers (filterv (fn [x] (not (identical? x h))) handlers))) nil)
  (getUseParentHandlers [_] use-parent)
  (setUseParentHandlers [_ b] (set! use-parent b) nil)
  (getFilter [_] record-filter)
  (setFilter [_ f] (set! record-filter f) nil)
  (getParent [_] (parent-of label))
  (getResourceBundle [_])
  (getResourceBundleName [_])
  (effectiveLevel [_] (or level (.effectiveLevel (parent-of label))))
  (isLoggable [this x]
    (let [least (.intValue (.effectiveLevel this))]
      (and (>= (.intValue x) least) (not= least Integer/MAX_VALUE))))
  (log [this record]
    (when (and (.isLoggable this (.getLevel record)) (or (nil? record-filter) (fi record-filter isLoggable record)))
      (send-record this record)))
  (log [this x message] (.send this x message nil nil nil))
  (log [this x message extra]
    (cond (instance? Throwable extra) (.send this x message extra nil nil)
          (instance? Throwable message) (.send this x extra message nil nil)
          :else (.send this x message nil (if (some-> extra class .isArray) extra (object-array [extra])) nil)))
  (logp [this x source method message] (.send this x message nil nil [source method]))
  (logp [this x source method message extra]
    (if (instance? Throwable extra)
      (.send this x message extra nil [source method])
      (.send this x message nil (if (some-> extra class .isArray) extra (object-array [extra])) [source method])))
  (send [this x message thrown parameters source]
    (when (.isLoggable this x)
      (.log this (LogRecord/<init> x (if (or (nil? message) (string? message)) message (str (fi message get)))
                                   label thrown parameters source (System/currentTimeMillis)))))
  (severe [this message] (.log this Level/SEVERE message))
  (warning [this message] (.log this Level/WARNING message))
  (info [this message] (.log this Level/INFO message))
  (config [this message] (.log this Level/CONFIG message))
  (fine [this message] (.log this Level/FINE message))
  (finer [this message] (.log this Level/FINER message))
  (finest [this message] (.log this Level/FINEST message))
  :static
  (:field GLOBAL_LOGGER_NAME "global")
  (getLogger ([label] (logger-named label)) ([label _] (logger-named label)))
  (getGlobal [] (logger-named "global"))
  (getAnonymousLogger ([] (Logger/<init> nil nil [] true nil)) ([_] (Logger/<init> nil nil [] true nil))))

(def ^:private loggers (atom {}))

(defn- logger-named [label]
  (or (get @loggers label)
      (locking loggers
        (or (get @loggers label)
            (let [logger (if (= "" label)
                           (Logger/<init> "" Level/INFO [(ConsoleHandler.)] false nil)
                           (Logger/<init> label nil [] true nil))]
              (get (swap! loggers assoc label logger) label))))))

(defn- parent-of
  "The logger with the longest name that this one goes on, the root in the end; nil for the root."
  [label]
  (cond
    (nil? label) (logger-named "")
    (= "" label) nil
    :else (loop [label label]
            (let [at (.lastIndexOf label ".")]
              (if (pos? at)
                (let [label (subs label 0 at)] (or (get @loggers label) (recur label)))
                (logger-named ""))))))

(defclass java.util.logging.LogManager []
  (getLogger [_ label] (get @loggers label))
  (getLoggerNames [_] (java.util.Collections/enumeration (keys @loggers)))
  (addLogger [_ logger] (boolean (when-not (get @loggers (.getName logger)) (swap! loggers assoc (.getName logger) logger))))
  (getProperty [_ _])
  (reset [_]
    (doseq [logger (vals @loggers)] (doseq [h (.getHandlers logger)] (.removeHandler logger h)) (.setLevel logger nil))
    (.setLevel (logger-named "") Level/INFO))
  (readConfiguration ([_]) ([_ _]))
  :static
  (:field MANAGER (LogManager/<init>))
  (getLogManager [] LogManager/MANAGER))
