(ns clojure.host.time.sql
  "java.sql's Timestamp, Date and Time."
  (:require [clojure.host.defclass :refer [defclass]]
            [clojure.host.time.dates]
            [clojure.host.time.units :refer [pad]])
  (:import (java.sql Timestamp)
           (java.time Instant LocalDate LocalDateTime LocalTime ZoneId ZoneOffset)))

(defn- zoned [ms] (.atZone (Instant/ofEpochMilli ms) (ZoneId/systemDefault)))
(defn- local-ms [local] (.toEpochMilli (.toInstant (.atZone local (ZoneId/systemDefault)))))

(defmacro ^:private def-sql-date
  "Defines a subclass of java.util.Date with fields of which the first is the milliseconds."
  [class-sym fields & members]
  `(defclass ~class-sym ~fields
     (~'getTime [_#] ~(first fields))
     (~'before [_# o#] (< ~(first fields) (.getTime o#)))
     (~'after [_# o#] (> ~(first fields) (.getTime o#)))
     (~'compareTo [_# o#] (int (Long/compare ~(first fields) (.getTime (clojure.core/-as java.util.Date o#)))))
     (~'equals [_# o#] (and (instance? java.util.Date o#) (= ~(first fields) (.getTime o#))))
     (~'hashCode [_#] (.hashCode (long ~(first fields))))
     ~@members))

(defn- fraction-text [nanos]
  (let [digits (.replaceAll (pad nanos 9) "0+$" "")] (if (= digits "") "0" digits)))

(def-sql-date java.sql.Timestamp [^:unsynchronized-mutable ms ^:unsynchronized-mutable nanos]
  (getNanos [_] (int nanos))
  (setNanos [_ n]
    (when-not (<= 0 n 999999999) (throw (IllegalArgumentException. "nanos > 999999999 or < 0")))
    (set! ms (+ (* 1000 (Math/floorDiv (long ms) 1000)) (quot n 1000000)))
    (set! nanos (long n))
    nil)
  (setTime [_ t] (set! ms (long t)) (set! nanos (* 1000000 (mod t 1000))) nil)
  (toInstant [_] (Instant/ofEpochSecond (Math/floorDiv (long ms) 1000) nanos))
  (toLocalDateTime [_] (.withNano (.toLocalDateTime (zoned ms)) nanos))
  (before [_ o] (neg? (compare [ms nanos] [(.getTime o) (.getNanos o)])))
  (after [_ o] (pos? (compare [ms nanos] [(.getTime o) (.getNanos o)])))
  (compareTo [_ o]
    (int (if (instance? Timestamp o)
           (compare [ms nanos] [(.getTime o) (.getNanos o)])
           (compare [ms nanos] [(.getTime o) (* 1000000 (mod (.getTime o) 1000))]))))
  (equals [_ o] (and (instance? Timestamp o) (= ms (.getTime o)) (= nanos (.getNanos o))))
  (toString [this]
    (let [local (.toLocalDateTime this)]
      (str (.toLocalDate local) " " (pad (.getHour local) 2) ":" (pad (.getMinute local) 2) ":" (pad (.getSecond local) 2)
           "." (fraction-text nanos))))
  :static
  (new ([ms] (Timestamp/<init> (long ms) (* 1000000 (mod ms 1000))))
    ([year month day hour minute second nanos]
     (doto (Timestamp. (.getTime (java.util.Date. year month day hour minute second))) (.setNanos nanos))))
  (from [instant]
    (Timestamp/<init> (.toEpochMilli instant) (long (.getNano instant))))
  (valueOf [x]
    (if (instance? LocalDateTime x)
      (Timestamp/<init> (local-ms x) (long (.getNano x)))
      (let [[all date time fraction] (re-matches #"\s*(\d{4}-\d\d?-\d\d?)\s+(\d\d?:\d\d?:\d\d?)(?:\.(\d{1,9}))?\s*" x)]
        (when-not all
          (throw (IllegalArgumentException. "Timestamp format must be yyyy-mm-dd hh:mm:ss[.fffffffff]")))
        (let [parts (fn [s pattern] (map (fn [n] (Long/parseLong n)) (.split s pattern)))
              [y m d] (parts date "-")
              [h mi s] (parts time ":")]
          (Timestamp/valueOf (LocalDateTime/of (int y) (int m) (int d) (int h) (int mi) (int s)
                                               (Long/parseLong (subs (str fraction "000000000") 0 9)))))))))

(defn- not-there
  "A field of java.util.Date that a date without a time, or a time without a date, does not have."
  []
  (throw (IllegalArgumentException.)))

(def-sql-date java.sql.Date [^:unsynchronized-mutable ms]
  (setTime [_ t] (set! ms (long t)) nil)
  (getHours [_] (not-there))
  (getMinutes [_] (not-there))
  (getSeconds [_] (not-there))
  (toLocalDate [_] (.toLocalDate (zoned ms)))
  (toInstant [_] (throw (UnsupportedOperationException.)))
  (toString [this] (str (.toLocalDate this)))
  :static
  (new ([ms] (java.sql.Date/<init> (long ms)))
    ([year month day] (java.sql.Date/<init> (.getTime (java.util.Date. year month day)))))
  (valueOf [x]
    (let [date (if (instance? LocalDate x)
                 x
                 (let [[all y m d] (re-matches #"(\d{4})-(\d\d?)-(\d\d?)" x)]
                   (when-not all (throw (IllegalArgumentException.)))
                   (LocalDate/of (Long/parseLong y) (Long/parseLong m) (Long/parseLong d))))]
      (java.sql.Date. (local-ms (.atStartOfDay date))))))

(def-sql-date java.sql.Time [^:unsynchronized-mutable ms]
  (setTime [_ t] (set! ms (long t)) nil)
  (getYear [_] (not-there))
  (getMonth [_] (not-there))
  (getDay [_] (not-there))
  (getDate [_] (not-there))
  (toLocalTime [_] (.withNano (.toLocalTime (zoned ms)) 0))
  (toInstant [_] (throw (UnsupportedOperationException.)))
  (toString [_]
    (let [t (zoned ms)] (str (pad (.getHour t) 2) ":" (pad (.getMinute t) 2) ":" (pad (.getSecond t) 2))))
  :static
  (new ([ms] (java.sql.Time/<init> (long ms)))
    ([hour minute second] (java.sql.Time/<init> (.getTime (java.util.Date. 70 0 1 hour minute second)))))
  (valueOf [x]
    (let [time (if (instance? LocalTime x)
                 x
                 (let [[all h m s] (re-matches #"(\d\d?):(\d\d?):(\d\d?)" x)]
                   (when-not all (throw (IllegalArgumentException.)))
                   (LocalTime/of (Long/parseLong h) (Long/parseLong m) (Long/parseLong s))))]
      (java.sql.Time. (local-ms (.atDate time LocalDate/EPOCH))))))

(defn- print-timestamp [^Timestamp t ^java.io.Writer w]
  (let [local (.atOffset (Instant/ofEpochSecond (Math/floorDiv (.getTime t) 1000) (.getNanos t)) ZoneOffset/UTC)]
    (.write w (str "#inst \"" (.replace (str (.toLocalDate local)) "+" "") "T" (pad (.getHour local) 2) ":" (pad (.getMinute local) 2) ":"
                   (pad (.getSecond local) 2) "." (pad (.getNanos t) 9) "-00:00\""))))

(defn- print-date [^java.util.Date d w] (print-method (java.util.Date. (.getTime d)) w))

(defmethod print-method java.sql.Timestamp [t w] (print-timestamp t w))
(defmethod print-dup java.sql.Timestamp [t w] (print-timestamp t w))
(defmethod print-method java.sql.Date [d w] (print-date d w))
(defmethod print-method java.sql.Time [d w] (print-date d w))
