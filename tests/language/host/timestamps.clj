;; java.sql.Timestamp, Date and Time.
(defmacro show [form]
  `(println (try (pr-str ~form) (catch Throwable e# (str (.getName (class e#)) ": " (ex-message e#))))))

(show [(java.sql.Timestamp. 1000)])
(show [(java.sql.Timestamp/valueOf "2020-01-02 03:04:05.123456789") (.getNanos (java.sql.Timestamp/valueOf "2020-01-02 03:04:05.123456789")) (str (java.sql.Timestamp/valueOf "2020-01-02 03:04:05.123456789")) (.getTime (java.sql.Timestamp/valueOf "2020-01-02 03:04:05.123456789")) (str (.toInstant (java.sql.Timestamp/valueOf "2020-01-02 03:04:05.123456789"))) (java.sql.Timestamp/from (java.time.Instant/ofEpochSecond 5 7)) (str (.toLocalDateTime (java.sql.Timestamp. 5)))])
(show (binding [*data-readers* {'inst clojure.instant/read-instant-timestamp}] (read-string "#inst \"2020-01-02T03:04:05.123456789Z\"")))
(show (do (require 'clojure.instant) (clojure.instant/read-instant-timestamp "2020-01-02T03:04:05.123456789Z")))
(show (inst-ms (java.sql.Timestamp. 1234)))
(show [(java.sql.Date. 0) (str (java.sql.Date/valueOf "2020-01-02")) (str (java.sql.Time/valueOf "03:04:05"))])
(show (java.sql.Timestamp/valueOf "2020-1"))
(show (let [t (java.sql.Timestamp. 5)] (.setNanos t 7) [(.getTime t) (.getNanos t) (= t (java.sql.Timestamp. 0)) (compare t (java.sql.Timestamp. 5)) (inst? t)]))
