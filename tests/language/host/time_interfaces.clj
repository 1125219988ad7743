;; The interfaces of java.time in protocols; its calendar; amounts by unit.
(ns time-interfaces
  (:import (java.time Clock DayOfWeek Duration LocalDate LocalTime Period Year ZoneOffset)
           (java.time.chrono ChronoLocalDate ChronoLocalDateTime ChronoPeriod ChronoZonedDateTime IsoChronology)
           (java.time.temporal ChronoField ChronoUnit IsoFields TemporalAccessor TemporalAmount TemporalField TemporalUnit ValueRange)))

(defmacro show [& forms]
  `(do ~@(map (fn [form]
                `(println '~form "=>" (try (let [v# ~form]
                                             (if (or (number? v#) (boolean? v#) (nil? v#) (string? v#) (coll? v#)) (pr-str v#) (str v#)))
                                           (catch Throwable t# (str (.getName (class t#)) ": " (.getMessage t#))))))
              forms)))

(defprotocol Kind (kind [x]))
(extend-protocol Kind
  TemporalUnit (kind [_] :unit)
  TemporalField (kind [_] :field)
  ChronoPeriod (kind [_] :period)
  ChronoLocalDate (kind [_] :date)
  ChronoLocalDateTime (kind [_] :date-time)
  ChronoZonedDateTime (kind [_] :zoned)
  TemporalAmount (kind [_] :amount)
  TemporalAccessor (kind [_] :accessor)
  Clock (kind [_] :clock))
(def date (LocalDate/of 2024 2 29))
(def date-time (.atTime date 1 2))
(show (map kind [ChronoUnit/DAYS IsoFields/QUARTER_YEARS ChronoField/YEAR IsoFields/QUARTER_OF_YEAR (Period/ofDays 1) date date-time
                 (.atZone date-time ZoneOffset/UTC) (Duration/ofDays 1) (LocalTime/of 1 2) DayOfWeek/MONDAY (Year/of 1)
                 (Clock/systemUTC)]))

;; The calendar
(show (.getChronology date) (.getId (.getChronology date-time)) (= IsoChronology/INSTANCE (.getChronology (Period/ofDays 1)))
      (.isLeapYear IsoChronology/INSTANCE 2024) (.date IsoChronology/INSTANCE 2020 1 2))

;; Amounts by unit
(show (map str (.getUnits (Period/of 1 2 3))) (map str (.getUnits (Duration/ofDays 1))) (.get (Period/of 1 2 3) ChronoUnit/MONTHS)
      (.get (Duration/ofSeconds 5) ChronoUnit/SECONDS) (.get (Period/of 1 2 3) ChronoUnit/HOURS) (.getDuration ChronoUnit/FOREVER)
      (.getDuration ChronoUnit/ERAS) (ValueRange/of 1 2 3 4) (.isValidValue (ValueRange/of 1 5) 6) (ValueRange/of 3 1))
