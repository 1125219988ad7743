;; java.time.YearMonth as a temporal.
(ns time-year-month
  (:import (java.time LocalDate Period YearMonth)
           (java.time.format DateTimeFormatter)
           (java.time.temporal ChronoField ChronoUnit IsoFields)))

(defmacro show [& forms]
  `(do ~@(map (fn [form]
                `(println '~form "=>" (try (let [v# ~form]
                                             (if (or (number? v#) (boolean? v#) (nil? v#) (string? v#) (coll? v#)) (pr-str v#) (str v#)))
                                           (catch Throwable t# (str (.getName (class t#)) ": " (.getMessage t#))))))
              forms)))

(def ym (YearMonth/of 2024 2))
(def d (LocalDate/of 2024 12 30))
(show (.isLeapYear ym) (.lengthOfYear ym) (.isValidDay ym 30) (.withYear ym 2023) (.withMonth ym 12)
      (.getLong ym ChronoField/PROLEPTIC_MONTH) (.get ym ChronoField/MONTH_OF_YEAR) (.with ym ChronoField/MONTH_OF_YEAR 5)
      (.with ym ChronoField/PROLEPTIC_MONTH 5) (.plus ym 14 ChronoUnit/MONTHS) (.plus ym 1 IsoFields/QUARTER_YEARS)
      (.plus ym (Period/of 1 2 0)) (.minus ym 1 ChronoUnit/YEARS) (.until ym (YearMonth/of 2025 5) ChronoUnit/MONTHS)
      (.until ym (YearMonth/of 2025 5) ChronoUnit/YEARS) (.between ChronoUnit/MONTHS ym (YearMonth/of 2025 5))
      (.adjustInto ym d) (.format ym (DateTimeFormatter/ofPattern "MMM yyyy")) (YearMonth/parse "2020-05")
      (YearMonth/parse "05/2020" (DateTimeFormatter/ofPattern "MM/yyyy")) (YearMonth/parse "x") (YearMonth/from d)
      (.isSupported ym ChronoUnit/DAYS) (.get ym IsoFields/QUARTER_OF_YEAR) (.range ym ChronoField/MONTH_OF_YEAR)
      (.getLong ym ChronoField/DAY_OF_MONTH) (.hashCode ym))
