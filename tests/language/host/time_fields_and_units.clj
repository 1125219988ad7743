;; What fields and units of java.time know of themselves, days of the week and months.
(ns time-fields-and-units
  (:import (java.time DayOfWeek LocalDate Month YearMonth ZoneOffset)
           (java.time.temporal ChronoField ChronoUnit IsoFields JulianFields WeekFields)))

(defmacro show [& forms]
  `(do ~@(map (fn [form]
                `(println '~form "=>" (try (let [v# ~form]
                                             (if (or (number? v#) (boolean? v#) (nil? v#) (string? v#) (coll? v#)) (pr-str v#) (str v#)))
                                           (catch Throwable t# (str (.getName (class t#)) ": " (.getMessage t#))))))
              forms)))

(def d (LocalDate/of 2024 12 30))
(def ym (YearMonth/of 2024 2))
(show (.range (.weekOfMonth WeekFields/ISO)) (.getBaseUnit IsoFields/QUARTER_OF_YEAR) (.getRangeUnit IsoFields/QUARTER_OF_YEAR)
      (.range JulianFields/JULIAN_DAY) (.getDuration IsoFields/QUARTER_YEARS) (.with d IsoFields/QUARTER_OF_YEAR 7)
      (.checkValidValue ChronoField/MONTH_OF_YEAR 13) (.rangeRefinedBy ChronoField/DAY_OF_MONTH d) (.getDisplayName ChronoField/DAY_OF_WEEK java.util.Locale/US)
      (.isDateBased ChronoField/DAY_OF_WEEK) (.getFrom ChronoField/YEAR d) (.adjustInto ChronoField/YEAR d 2000)
      (.addTo ChronoUnit/DAYS d 5) (DayOfWeek/from d) (Month/from ym) (.firstMonthOfQuarter Month/MAY)
      (.firstDayOfYear Month/MARCH true) (.adjustInto DayOfWeek/FRIDAY d) (.with d Month/MARCH) (.get Month/MARCH IsoFields/QUARTER_OF_YEAR)
      (.range Month/MARCH ChronoField/MONTH_OF_YEAR) (.range Month/MARCH ChronoField/YEAR) (.get DayOfWeek/MONDAY ChronoField/YEAR)
      (ZoneOffset/ofHoursMinutesSeconds 1 -2 3) (ZoneOffset/ofHours 19) (ZoneOffset/ofHours -18) (ZoneOffset/ofHoursMinutes 19 0) (ZoneOffset/ofHoursMinutes 1 60))
