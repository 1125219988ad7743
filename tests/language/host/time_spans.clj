;; Spans between times that have no common small unit, or too many of it, and days and years that there are not.
(import '(java.time Duration Instant LocalDate LocalDateTime LocalTime MonthDay OffsetDateTime OffsetTime Year YearMonth ZoneOffset)
        '(java.time.temporal ChronoField ChronoUnit))

(defmacro ^:private told [& forms]
  `(do ~@(for [form forms]
           `(println '~form "=>" (try (str ~form) (catch Throwable e# (str (.getSimpleName (class e#)) ": " (.getMessage e#))))))))

(def first-time (LocalDateTime/of -999999999 1 1 0 0 0 7))
(def last-time (LocalDateTime/of 999999999 1 1 0 0 0 5))
(defn- utc [time] (.atOffset time ZoneOffset/UTC))

(told
 (Duration/between (LocalDate/of 2015 1 1) (LocalDate/of 2016 1 1))
 (Duration/between (Year/of 2015) (Year/of 2016))
 (Duration/between (YearMonth/of 2015 1) (YearMonth/of 2016 1))
 (Duration/between (LocalTime/of 1 0 0 999) (LocalTime/of 0 0))
 (Duration/between first-time last-time)
 (Duration/between last-time first-time)
 (Duration/between (utc first-time) (utc last-time))
 (Duration/between (.toInstant (utc last-time)) (.toInstant (utc first-time)))
 (.until first-time last-time ChronoUnit/NANOS)
 (.until last-time first-time ChronoUnit/MILLIS)
 (.until first-time last-time ChronoUnit/SECONDS)
 (.until (utc first-time) (utc last-time) ChronoUnit/MICROS)
 (.between ChronoUnit/MICROS (.toInstant (utc first-time)) (.toInstant (utc last-time)))
 (MonthDay/of 1 32)
 (MonthDay/of 2 30)
 (.withDayOfMonth (MonthDay/of 1 3) 0)
 (LocalDate/ofYearDay 2015 367)
 (LocalDate/ofYearDay 2015 366)
 (.atDay (Year/of 2016) 367)
 (.atDay (YearMonth/of 2016 2) 32)
 (.withYear (LocalDate/of 2015 1 31) 1000000000)
 (.withYear first-time -1000000000)
 (.withYear (utc first-time) 1000000000)
 (.with (LocalDate/of 2016 2 29) ChronoField/YEAR 2015))
