;; java.time.Year as a temporal.
(ns time-year
  (:import (java.time LocalDate Month MonthDay Period Year YearMonth)
           (java.time.format DateTimeFormatter)
           (java.time.temporal ChronoField ChronoUnit)))

(defmacro show [& forms]
  `(do ~@(map (fn [form]
                `(println '~form "=>" (try (let [v# ~form]
                                             (if (or (number? v#) (boolean? v#) (nil? v#) (string? v#) (coll? v#)) (pr-str v#) (str v#)))
                                           (catch Throwable t# (str (.getName (class t#)) ": " (.getMessage t#))))))
              forms)))

(def y (Year/of 2024))
(def ym (YearMonth/of 2024 2))
(def md (MonthDay/of 2 29))
(def d (LocalDate/of 2024 12 30))
(show (.atMonth y 3) (.atMonth y Month/MARCH) (.atMonthDay y md) (.atMonthDay (Year/of 2023) md) (.isValidMonthDay (Year/of 2023) md)
      (.getLong y ChronoField/YEAR_OF_ERA) (.getLong (Year/of -5) ChronoField/YEAR_OF_ERA) (.get y ChronoField/YEAR)
      (.get y ChronoField/MONTH_OF_YEAR) (.isSupported y ChronoField/MONTH_OF_YEAR) (.isSupported y ChronoUnit/YEARS)
      (.isSupported y ChronoUnit/DAYS) (.with y ChronoField/YEAR 5) (.with y ChronoField/ERA 0) (.plus y 2 ChronoUnit/DECADES)
      (.plus y 2 ChronoUnit/DAYS) (.plus y (Period/ofYears 2)) (.minus y 1 ChronoUnit/CENTURIES) (.until y (Year/of 2050) ChronoUnit/DECADES)
      (.between ChronoUnit/YEARS y (Year/of 2050)) (.isBefore y (Year/of 2050)) (.isAfter y (Year/of 2050))
      (.format y (DateTimeFormatter/ofPattern "yy")) (Year/from d) (Year/from ym) (Year/parse "2020")
      (Year/parse "x") (Year/parse "20" (DateTimeFormatter/ofPattern "yy")) (.range y ChronoField/YEAR_OF_ERA)
      (.range y ChronoField/DAY_OF_MONTH) (.adjustInto y d) (.with d y) (compare y (Year/of 1)) Year/MAX_VALUE
      (.length y))
