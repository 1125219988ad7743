(ns clojure.host.time.years
  "java.time.Year, YearMonth and MonthDay."
  (:require [clojure.host.defclass :refer [defclass extend-class fi]]
            [clojure.host.time.conversions :refer [obtaining]]
            [clojure.host.time.ranges]
            [clojure.host.time.units :refer [backwards check-day check-range int-hash leap-year? month-length month-number months-of pad plus-months-or-years
                                             unsupported-field unsupported-unit year-text years-of check-year year-and-month]])
  (:import (java.time DateTimeException LocalDate Month MonthDay Year YearMonth)
           (java.time.chrono IsoChronology)
           (java.time.format DateTimeFormatter DateTimeParseException)
           (java.time.temporal ChronoField ChronoUnit ValueRange)))

(defn- with-era [x year n] (if (= n (if (pos? year) 1 0)) x (.withYear x (- 1 year))))

(defn- range-at
  "What values a field of what has a year may have."
  [temporal year field]
  (cond (= field ChronoField/YEAR_OF_ERA) (ValueRange/of 1 (if (pos? year) 999999999 1000000000))
        (.isSupported temporal field) (.range field)
        :else (unsupported-field field)))

(defclass java.time.Year [year]
  (held-chronology [_] IsoChronology/INSTANCE)
  (held-precision [_] ChronoUnit/YEARS)
  (getValue [_] (int year))
  (isLeap [_] (leap-year? year))
  (length [_] (int (if (leap-year? year) 366 365)))
  (atDay [_ n] (LocalDate/ofYearDay year n))
  (atMonth [_ m] (YearMonth/of year m))
  (atMonthDay [_ md] (.atYear md year))
  (isValidMonthDay [_ md] (boolean (and md (.isValidYear md year))))
  (withYear [_ n] (Year/of n))
  (getLong [this field]
    (case (.name field)
      "YEAR" year "YEAR_OF_ERA" (if (pos? year) year (- 1 year)) "ERA" (if (pos? year) 1 0)
      (if (instance? ChronoField field) (unsupported-field field) (.getFrom field this))))
  (get [this field] (.checkValidIntValue (.range this field) (.getLong this field) field))
  (isSupported [this x]
    (cond (instance? ChronoUnit x) (boolean (#{"YEARS" "DECADES" "CENTURIES" "MILLENNIA" "ERAS"} (.name x)))
          (instance? ChronoField x) (boolean (#{"YEAR" "YEAR_OF_ERA" "ERA"} (.name x)))
          :else (and (some? x) (.isSupportedBy x this))))
  (range [this field] (range-at this year field))
  (with [this adjuster] (fi adjuster adjustInto this))
  (with [this field n]
    (case (.name field)
      "YEAR" (Year/of n) "YEAR_OF_ERA" (Year/of (if (pos? year) n (- 1 n))) "ERA" (with-era this year n)
      (if (instance? ChronoField field) (unsupported-field field) (.adjustInto field this n))))
  (plusYears [_ n] (Year/of (check-year (unchecked-add year (long n)))))
  (minusYears [this n] (backwards .plusYears this n))
  (plus [this amount] (.addTo amount this))
  (plus [this n unit] (or (when-not (= unit ChronoUnit/MONTHS) (plus-months-or-years this n unit)) (unsupported-unit unit)))
  (minus [this amount] (.subtractFrom amount this))
  (minus [this n unit] (backwards .plus this n unit))
  (until [_ end unit] (quot (- (.getValue (Year/from end)) year) (or (years-of unit) (unsupported-unit unit))))
  (adjustInto [_ t] (.with t ChronoField/YEAR year))
  (format [this f] (.format f this))
  (isBefore [_ o] (< year (.getValue o)))
  (isAfter [_ o] (> year (.getValue o)))
  (compareTo [_ o] (int (- year (.getValue (clojure.core/-as Year o)))))
  (equals [_ o] (and (instance? Year o) (= year (.getValue o))))
  (hashCode [_] (int year))
  (toString [_] (str year))
  :static
  (:field MIN_VALUE (int -999999999))
  (:field MAX_VALUE (int 999999999))
  (of [n] (check-range "Year" -999999999 999999999 n) (Year/<init> (long n)))
  (now ([] (Year/of (.getYear (LocalDate/now)))) ([zone] (Year/of (.getYear (LocalDate/now zone)))))
  (from [t] (if (instance? Year t) t (obtaining "Year" t (Year/of (.get t ChronoField/YEAR)))))
  (parse ([text]
          (let [text (str (java.util.Objects/requireNonNull text "text"))
                digits (re-find #"^[+-]?\d{1,10}" text)
                fail (fn [message at]
                       (throw (DateTimeParseException. (str "Text '" text "' could not be parsed" message at) text (int at))))]
            (cond
              (nil? digits) (fail " at index " 0)
              (= digits text) (Year/of (Long/parseLong text))
              :else (fail ", unparsed text found at index " (count digits)))))
    ([text f] (.parse f text (fn [t] (Year/from t)))))
  (isLeap [n] (leap-year? n)))

(defclass java.time.YearMonth [year month]
  (held-chronology [_] IsoChronology/INSTANCE)
  (held-precision [_] ChronoUnit/MONTHS)
  (getYear [_] (int year))
  (getMonthValue [_] (int month))
  (getMonth [_] (Month/of month))
  (isLeapYear [_] (leap-year? year))
  (isValidDay [_ d] (<= 1 d (month-length year month)))
  (lengthOfMonth [_] (int (month-length year month)))
  (lengthOfYear [_] (int (if (leap-year? year) 366 365)))
  (atDay [_ d] (LocalDate/of year month d))
  (atEndOfMonth [_] (LocalDate/of year month (month-length year month)))
  (withYear [_ y] (YearMonth/of y month))
  (withMonth [_ m] (YearMonth/of year m))
  (getLong [this field]
    (case (.name field)
      "YEAR" year "MONTH_OF_YEAR" month "PROLEPTIC_MONTH" (+ (* 12 year) (dec month))
      "YEAR_OF_ERA" (if (pos? year) year (- 1 year)) "ERA" (if (pos? year) 1 0)
      (if (instance? ChronoField field) (unsupported-field field) (.getFrom field this))))
  (get [this field] (.checkValidIntValue (.range this field) (.getLong this field) field))
  (isSupported [this x]
    (cond (instance? ChronoUnit x) (boolean (#{"MONTHS" "YEARS" "DECADES" "CENTURIES" "MILLENNIA" "ERAS"} (.name x)))
          (instance? ChronoField x) (boolean (#{"YEAR" "MONTH_OF_YEAR" "PROLEPTIC_MONTH" "YEAR_OF_ERA" "ERA"} (.name x)))
          :else (and (some? x) (.isSupportedBy x this))))
  (range [this field] (range-at this year field))
  (with [this adjuster] (fi adjuster adjustInto this))
  (with [this field n]
    (case (.name field)
      "YEAR" (.withYear this n) "MONTH_OF_YEAR" (.withMonth this n)
      "PROLEPTIC_MONTH" (.plusMonths this (- n (+ (* 12 year) (dec month))))
      "YEAR_OF_ERA" (.withYear this (if (pos? year) n (- 1 n))) "ERA" (with-era this year n)
      (if (instance? ChronoField field) (unsupported-field field) (.adjustInto field this n))))
  (plusMonths [_ n] (let [[y m] (year-and-month year month n)] (YearMonth/<init> y m)))
  (minusMonths [this n] (backwards .plusMonths this n))
  (plusYears [_ n] (YearMonth/<init> (check-year (unchecked-add year (long n))) month))
  (minusYears [this n] (backwards .plusYears this n))
  (plus [this amount] (.addTo amount this))
  (plus [this n unit]
    (or (plus-months-or-years this n unit)
        (if (instance? ChronoUnit unit) (unsupported-unit unit) (.addTo unit this n))))
  (minus [this amount] (.subtractFrom amount this))
  (minus [this n unit] (backwards .plus this n unit))
  (until [this end unit]
    (quot (- (.getLong (YearMonth/from end) ChronoField/PROLEPTIC_MONTH) (.getLong this ChronoField/PROLEPTIC_MONTH))
          (or (months-of unit) (unsupported-unit unit))))
  (adjustInto [this t] (.with t ChronoField/PROLEPTIC_MONTH (.getLong this ChronoField/PROLEPTIC_MONTH)))
  (format [this f] (.format f this))
  (isBefore [this o] (neg? (.compareTo this o)))
  (isAfter [this o] (pos? (.compareTo this o)))
  (compareTo [_ o] (let [y (- year (.getYear (clojure.core/-as YearMonth o)))] (int (if (zero? y) (- month (.getMonthValue o)) y))))
  (equals [this o] (and (instance? YearMonth o) (zero? (.compareTo this o))))
  (hashCode [_] (int-hash (bit-xor year (bit-shift-left month 27))))
  (toString [_] (str (if (> year 9999) year (year-text year)) "-" (pad month 2)))
  :static
  (of [y m]
    (let [m (month-number m)]
      (check-range "Year" -999999999 999999999 y)
      (check-range "MonthOfYear" 1 12 m)
      (YearMonth/<init> (long y) (long m))))
  (from [t]
    (if (instance? YearMonth t)
      t
      (obtaining "YearMonth" t (YearMonth/of (.get t ChronoField/YEAR) (.get t ChronoField/MONTH_OF_YEAR)))))
  (now ([] (YearMonth/from (LocalDate/now))) ([zone] (YearMonth/from (LocalDate/now zone))))
  (parse ([text] (YearMonth/parse text (DateTimeFormatter/ofPattern "uuuu-MM")))
    ([text f] (.parse f text (fn [t] (YearMonth/from t))))))

(defclass java.time.MonthDay [month day]
  (held-chronology [_] IsoChronology/INSTANCE)
  (getMonth [_] (Month/of month))
  (getMonthValue [_] (int month))
  (getDayOfMonth [_] (int day))
  (isValidYear [_ year] (not (and (= 2 month) (= 29 day) (not (leap-year? year)))))
  (atYear [_ year] (LocalDate/of year month (min day (month-length year month))))
  (with [this m] (.withMonth this (.getValue m)))
  (withMonth [_ m] (MonthDay/of m (min day (month-length 2000 m))))
  (withDayOfMonth [_ d] (MonthDay/of month d))
  (getLong [this field]
    (case (.name field)
      "MONTH_OF_YEAR" month "DAY_OF_MONTH" day
      (if (instance? ChronoField field) (unsupported-field field) (.getFrom field this))))
  (get [this field] (.checkValidIntValue (.range this field) (.getLong this field) field))
  (isSupported [this x]
    (if (instance? ChronoField x)
      (boolean (#{"MONTH_OF_YEAR" "DAY_OF_MONTH"} (.name x)))
      (and (some? x) (.isSupportedBy x this))))
  (range [this field]
    (cond
      (= field ChronoField/DAY_OF_MONTH) (ValueRange/of 1 (month-length 2001 month) (month-length 2000 month))
      (.isSupported this field) (.range field)
      :else (unsupported-field field)))
  (format [this f] (.format f this))
  (isBefore [this o] (neg? (.compareTo this o)))
  (isAfter [this o] (pos? (.compareTo this o)))
  (adjustInto [this t] (.with t (.atYear this (.getYear t))))
  (compareTo [_ o] (int (if (= month (.getMonthValue (clojure.core/-as MonthDay o))) (- day (.getDayOfMonth o)) (- month (.getMonthValue o)))))
  (equals [this o] (and (instance? MonthDay o) (zero? (.compareTo this o))))
  (hashCode [_] (int (+ (bit-shift-left month 6) day)))
  (toString [_] (str "--" (pad month 2) "-" (pad day 2)))
  :static
  (of [m d]
    (let [m (.getValue (if (number? m) (Month/of m) m))]
      (check-day "DayOfMonth" 28 31 d)
      (when (> d (month-length 2000 m))
        (throw (DateTimeException. (str "Illegal value for DayOfMonth field, value " d " is not valid for month " (.name (Month/of m))))))
      (MonthDay/<init> (long m) (long d))))
  (from [t]
    (if (instance? MonthDay t)
      t
      (obtaining "MonthDay" t (MonthDay/of (.get t ChronoField/MONTH_OF_YEAR) (.get t ChronoField/DAY_OF_MONTH)))))
  (now ([] (MonthDay/from (LocalDate/now))) ([zone] (MonthDay/from (LocalDate/now zone))))
  (parse ([text] (MonthDay/parse text (DateTimeFormatter/ofPattern "--MM-dd")))
    ([text f] (.parse f text (fn [t] (MonthDay/from t))))))
