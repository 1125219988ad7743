;; Fields and units of java.time: quarters, weeks and ranges of dates; MonthDay.
(ns time-fields-of-dates
  (:import (java.time LocalDate LocalDateTime LocalTime Month MonthDay OffsetDateTime OffsetTime ZonedDateTime ZoneOffset)
           (java.time.format DateTimeFormatter)
           (java.time.temporal ChronoField IsoFields)))

(defmacro show [& forms]
  `(do ~@(map (fn [form]
                `(println '~form "=>" (try (let [v# ~form]
                                             (if (or (number? v#) (boolean? v#) (nil? v#) (string? v#) (coll? v#)) (pr-str v#) (str v#)))
                                           (catch Throwable t# (str (.getName (class t#)) ": " (.getMessage t#))))))
              forms)))

(def md (MonthDay/of 2 29))
(def d (LocalDate/of 2024 12 30))
(show (.get md ChronoField/DAY_OF_MONTH) (.getLong md ChronoField/YEAR) (.isSupported md ChronoField/DAY_OF_MONTH)
      (.range md ChronoField/DAY_OF_MONTH) (.format md (DateTimeFormatter/ofPattern "dd.MM")) (MonthDay/parse "12.03" (DateTimeFormatter/ofPattern "dd.MM"))
      (MonthDay/from d) (.with md Month/MARCH))
(show (.format DateTimeFormatter/ISO_WEEK_DATE d) (LocalDate/parse "2025-W01-1" DateTimeFormatter/ISO_WEEK_DATE)
      (.format DateTimeFormatter/ISO_OFFSET_DATE (OffsetDateTime/of 2020 1 2 3 4 5 0 (ZoneOffset/ofHours 2)))
      (.format DateTimeFormatter/ISO_OFFSET_TIME (OffsetTime/of 1 2 3 0 ZoneOffset/UTC)) (.with d IsoFields/WEEK_BASED_YEAR 2020)
      (.with d IsoFields/DAY_OF_QUARTER 5) (.get d IsoFields/DAY_OF_QUARTER) (.plus d 3 IsoFields/WEEK_BASED_YEARS)
      (.until d (LocalDate/of 2026 1 1) IsoFields/QUARTER_YEARS) (.isSupported d IsoFields/QUARTER_YEARS)
      (.isSupported (LocalTime/of 1 2) IsoFields/QUARTER_OF_YEAR) (.isSupported (LocalDateTime/of 2020 1 1 1 1) ChronoField/OFFSET_SECONDS)
      (.get d ChronoField/EPOCH_DAY) (.range d ChronoField/DAY_OF_YEAR) (.range d ChronoField/HOUR_OF_DAY)
      (.range (LocalTime/of 1 2) ChronoField/HOUR_OF_DAY) (.range (ZonedDateTime/of 2023 2 1 1 1 1 0 ZoneOffset/UTC) ChronoField/DAY_OF_MONTH))
