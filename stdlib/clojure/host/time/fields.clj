(ns clojure.host.time.fields
  "Fields of dates that ChronoField does not have: quarters, weeks and Julian days; ValueRange and MonthDay."
  (:require [clojure.host.defclass :refer [defclass extend-class]]
            [clojure.host.time.local]
            [clojure.host.time.units :refer [check-range leap-year? month-length pad quarter unsupported-field]])
  (:import (java.time DateTimeException DayOfWeek LocalDate Month MonthDay)
           (java.time.format DateTimeParseException)
           (java.time.temporal IsoFields JulianFields ValueRange WeekFields)))

(defclass java.time.temporal.ValueRange [low high]
  (getMinimum [_] low)
  (getMaximum [_] high)
  (getLargestMinimum [_] low)
  (getSmallestMaximum [_] high)
  (isFixed [_] true)
  (isValidValue [_ n] (<= low n high))
  (isValidIntValue [this n] (.isValidValue this n))
  (checkValidValue [_ n field] (check-range (str field) low high n) n)
  (equals [_ o] (and (instance? ValueRange o) (= low (.getMinimum o)) (= high (.getMaximum o))))
  (hashCode [_] (unchecked-int (hash [low high])))
  (toString [_] (str low " - " high))
  :static
  (of [low high]
    (when (> low high) (throw (IllegalArgumentException. "Minimum value must be less than maximum value")))
    (ValueRange/<init> (long low) (long high))))

(extend-class java.time.LocalDate
  (range [this field]
    (let [leap? (.isLeapYear this)]
      (case (.name field)
        "DAY_OF_MONTH" (ValueRange/of 1 (.lengthOfMonth this))
        "DAY_OF_YEAR" (ValueRange/of 1 (if leap? 366 365))
        "ALIGNED_WEEK_OF_MONTH" (ValueRange/of 1 (if (and (= 2 (.getMonthValue this)) (not leap?)) 4 5))
        "MONTH_OF_YEAR" (ValueRange/of 1 12)
        "DAY_OF_WEEK" (ValueRange/of 1 7)
        "YEAR" (ValueRange/of -999999999 999999999)
        (unsupported-field field)))))

;; A field: `value-of` gives it of a date, `with-value` the date with another.
(defclass java.time.temporal.IsoFields$Field [label value-of with-value]
  (name [_] label)
  ;; After those of ChronoField that are of a time.
  (ordinal [_] (int 100))
  (isDateBased [_] true)
  (isTimeBased [_] false)
  (getFrom [_ t] (value-of (LocalDate/from t)))
  (adjustInto [_ t n] (if with-value (.with t (with-value (LocalDate/from t) n)) (unsupported-field label)))
  (toString [_] label))

(defn- field
  ([label value-of] (field label value-of nil))
  ([label value-of with-value] (java.time.temporal.IsoFields$Field/<init> label value-of with-value)))

(defn- days-in-year [year] (if (leap-year? year) 366 365))

(defn- day-in-week [date first-day] (inc (mod (- (.getValue (.getDayOfWeek date)) first-day) 7)))

(defn- week-offset
  "From the first day of a month or year to its first week, for the day with that number and day of the week."
  [day weekday minimal]
  (let [start (mod (- day weekday) 7)]
    (if (> (inc start) minimal) (- 7 start) (- start))))

(defn- week-number [offset day] (quot (+ 7 offset (dec day)) 7))

(defn- week-in [day date first-day minimal]
  (week-number (week-offset day (day-in-week date first-day) minimal) day))

(defn- week-and-year
  "[week year] of the calendar of weeks."
  [date first-day minimal]
  (let [day (.getDayOfYear date)
        year (.getYear date)
        offset (week-offset day (day-in-week date first-day) minimal)
        week (week-number offset day)
        of-next (week-number offset (+ (days-in-year year) minimal))]
    (cond
      (zero? week) (week-and-year (.minusDays date day) first-day minimal)
      (>= week of-next) [(inc (- week of-next)) (inc year)]
      :else [week year])))

(extend-class java.time.temporal.IsoFields
  :static
  (:field QUARTER_OF_YEAR (field "QuarterOfYear" (fn [d] (long (quarter (.getMonthValue d))))
                                 (fn [d n] (.plusMonths d (* 3 (- n (quarter (.getMonthValue d))))))))
  (:field DAY_OF_QUARTER (field "DayOfQuarter"
                                (fn [d]
                                  (let [begin (LocalDate/of (.getYear d) (- (* 3 (quarter (.getMonthValue d))) 2) 1)]
                                    (long (inc (- (.toEpochDay d) (.toEpochDay begin))))))))
  (:field WEEK_OF_WEEK_BASED_YEAR (field "WeekOfWeekBasedYear" (fn [d] (long (first (week-and-year d 1 4))))
                                         (fn [d n] (.plusWeeks d (- n (first (week-and-year d 1 4)))))))
  (:field WEEK_BASED_YEAR (field "WeekBasedYear" (fn [d] (long (second (week-and-year d 1 4)))))))

(extend-class java.time.temporal.JulianFields
  :static
  (:field JULIAN_DAY (field "JulianDay" (fn [d] (+ (.toEpochDay d) 2440588)) (fn [_ n] (LocalDate/ofEpochDay (- n 2440588)))))
  (:field MODIFIED_JULIAN_DAY (field "ModifiedJulianDay" (fn [d] (+ (.toEpochDay d) 40587)) (fn [_ n] (LocalDate/ofEpochDay (- n 40587)))))
  (:field RATA_DIE (field "RataDie" (fn [d] (+ (.toEpochDay d) 719163)) (fn [_ n] (LocalDate/ofEpochDay (- n 719163))))))

(def ^:private sunday-countries
  #{"US" "CA" "MX" "JP" "BR" "IN" "KR" "TW" "HK" "CO" "PE" "PH" "TH" "IL" "ZA" "SG" "AR" "ID" "KE" "PK" "VE"})
(def ^:private four-day-countries
  #{"AT" "BE" "BG" "CH" "CZ" "DE" "DK" "EE" "ES" "FI" "FR" "GB" "GR" "HU" "IE" "IS" "IT" "LT" "LU" "NL" "NO" "PL" "RU" "SE" "SK"})

(defclass java.time.temporal.WeekFields [first-day minimal]
  (getFirstDayOfWeek [_] first-day)
  (getMinimalDaysInFirstWeek [_] (int minimal))
  (named [this label value-of with-value] (field (str label "[" this "]") value-of with-value))
  (dayOfWeek [this]
    (let [n (.getValue first-day)]
      (.named this "DayOfWeek" (fn [d] (long (day-in-week d n))) (fn [d x] (.plusDays d (- x (day-in-week d n)))))))
  (weekOfMonth [this]
    (let [week (fn [d] (long (week-in (.getDayOfMonth d) d (.getValue first-day) minimal)))]
      (.named this "WeekOfMonth" week (fn [d n] (.plusWeeks d (- n (week d)))))))
  (weekOfYear [this]
    (let [week (fn [d] (long (week-in (.getDayOfYear d) d (.getValue first-day) minimal)))]
      (.named this "WeekOfYear" week (fn [d n] (.plusWeeks d (- n (week d)))))))
  (weekOfWeekBasedYear [this]
    (let [week (fn [d] (long (first (week-and-year d (.getValue first-day) minimal))))]
      (.named this "WeekOfWeekBasedYear" week (fn [d n] (.plusWeeks d (- n (week d)))))))
  (weekBasedYear [this]
    (.named this "WeekBasedYear" (fn [d] (long (second (week-and-year d (.getValue first-day) minimal)))) nil))
  (equals [this o] (and (instance? WeekFields o) (= (str this) (str o))))
  (hashCode [_] (int (+ (* 7 (.ordinal first-day)) minimal)))
  (toString [_] (str "WeekFields[" first-day "," minimal "]"))
  :static
  (of ([locale]
       (let [country (.getCountry locale)]
         (cond
           (contains? sunday-countries country) (WeekFields/of DayOfWeek/SUNDAY 1)
           (= "PT" country) (WeekFields/of DayOfWeek/SUNDAY 4)
           (contains? four-day-countries country) (WeekFields/of DayOfWeek/MONDAY 4)
           :else (WeekFields/of DayOfWeek/MONDAY 1))))
    ([first-day minimal]
     (when-not (<= 1 minimal 7) (throw (IllegalArgumentException. "Minimal number of days is invalid")))
     (WeekFields/<init> first-day minimal))))

(extend-class java.time.temporal.WeekFields
  :static
  (:field ISO (WeekFields/of DayOfWeek/MONDAY 4))
  (:field SUNDAY_START (WeekFields/of DayOfWeek/SUNDAY 1)))

;; Days of a week within a month: from its first day, or from its last when n is negative.
(extend-class java.time.temporal.TemporalAdjusters
  :static
  (dayOfWeekInMonth [n day]
    (fn [t]
      (let [wanted (.getValue day)]
        (if (neg? n)
          (let [last-day (.withDayOfMonth t (month-length (.getYear t) (.getMonthValue t)))
                ahead (mod (- wanted (.getValue (.getDayOfWeek last-day))) 7)]
            (.plusDays last-day (- (* 7 (inc n)) (if (zero? ahead) 0 (- 7 ahead)))))
          (let [begin (.withDayOfMonth t 1)]
            (.plusDays begin (+ (* 7 (dec n)) (mod (- wanted (.getValue (.getDayOfWeek begin))) 7))))))))
  (firstInMonth [day] (java.time.temporal.TemporalAdjusters/dayOfWeekInMonth 1 day))
  (lastInMonth [day] (java.time.temporal.TemporalAdjusters/dayOfWeekInMonth -1 day))
  (ofDateAdjuster [f]
    (fn [t] (let [date (LocalDate/from t)] (.with t (if (fn? f) (f date) (.apply f date)))))))

(defclass java.time.MonthDay [month day]
  (getMonth [_] (Month/of month))
  (getMonthValue [_] (int month))
  (getDayOfMonth [_] (int day))
  (isValidYear [_ year] (not (and (= 2 month) (= 29 day) (not (leap-year? year)))))
  (atYear [_ year] (LocalDate/of year month (min day (month-length year month))))
  (withMonth [_ m] (MonthDay/of m (min day (month-length 2000 m))))
  (withDayOfMonth [_ d] (MonthDay/of month d))
  (isBefore [this o] (neg? (.compareTo this o)))
  (isAfter [this o] (pos? (.compareTo this o)))
  (adjustInto [this t] (.with t (.atYear this (.getYear t))))
  (compareTo [_ o] (int (if (= month (.getMonthValue o)) (- day (.getDayOfMonth o)) (- month (.getMonthValue o)))))
  (equals [this o] (and (instance? MonthDay o) (zero? (.compareTo this o))))
  (hashCode [_] (int (+ (bit-shift-left month 6) day)))
  (toString [_] (str "--" (pad month 2) "-" (pad day 2)))
  :static
  (of [m d]
    (let [m (.getValue (if (number? m) (Month/of m) m))]
      (check-range "DayOfMonth" 1 31 d)
      (when (> d (month-length 2000 m))
        (throw (DateTimeException. (str "Illegal value for DayOfMonth field, value " d " is not valid for month " (.name (Month/of m))))))
      (MonthDay/<init> (long m) (long d))))
  (from [t] (if (instance? MonthDay t) t (MonthDay/of (.getMonthValue t) (.getDayOfMonth t))))
  (now [] (MonthDay/from (LocalDate/now)))
  (parse [text]
    (if-let [[_ m d] (re-matches #"--(\d\d)-(\d\d)" (str text))]
      (try (MonthDay/of (Long/parseLong m) (Long/parseLong d))
           (catch DateTimeException e
             (throw (DateTimeParseException. (str "Text '" text "' could not be parsed: " (ex-message e)) text (int 0)))))
      (throw (DateTimeParseException. (str "Text '" text "' could not be parsed at index 0") text (int 0))))))
