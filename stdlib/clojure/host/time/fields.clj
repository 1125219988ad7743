(ns clojure.host.time.fields
  "Fields and units of dates that ChronoField and ChronoUnit do not have: quarters, weeks and Julian days."
  (:require [clojure.host.defclass :refer [defclass extend-class]]
            clojure.host.time.formatter
            [clojure.host.time.pattern-steps :refer [any-case-step literal-step number-step offset-step optional-step
                                                      year-step]]
            [clojure.host.time.local]
            [clojure.host.time.ranges]
            [clojure.host.time.units :refer [adjusting leap-year? month-length quarter unsupported-field]])
  (:import (java.time DayOfWeek Duration LocalDate)
           (java.time.temporal ChronoField ChronoUnit IsoFields JulianFields ValueRange WeekFields)))

;; A unit of so many months, or of the calendar of weeks when `months` is nil.
(defclass java.time.temporal.IsoFields$Unit [label text seconds months]
  (name [_] label)
  (ordinal [_] (int 9))
  (getDuration [_] (Duration/ofSeconds seconds))
  (isDurationEstimated [_] true)
  (isDateBased [_] true)
  (isTimeBased [_] false)
  (isSupportedBy [_ t] (.isSupported t ChronoField/EPOCH_DAY))
  (addTo [_ t n]
    (if months
      (.plus t (* months n) ChronoUnit/MONTHS)
      (.with t IsoFields/WEEK_BASED_YEAR (+ n (.get t IsoFields/WEEK_BASED_YEAR)))))
  (between [_ a b]
    (if months
      (quot (.until a b ChronoUnit/MONTHS) months)
      (- (.getLong b IsoFields/WEEK_BASED_YEAR) (.getLong a IsoFields/WEEK_BASED_YEAR))))
  (toString [_] text))

(extend-class java.time.temporal.IsoFields
  :static
  (:field QUARTER_YEARS (java.time.temporal.IsoFields$Unit/<init> "QUARTER_YEARS" "QuarterYears" 7889238 3))
  (:field WEEK_BASED_YEARS (java.time.temporal.IsoFields$Unit/<init> "WEEK_BASED_YEARS" "WeekBasedYears" 31556952 nil)))

;; A field: `value-of` gives it of a date, `with-value` the date with another, `range-of` its range for a date, or for
;; any when it gets nil. `units` are its base unit and the unit it ranges over.
(defclass java.time.temporal.IsoFields$Field [label value-of with-value range-of units]
  (name [_] label)
  ;; After those of ChronoField that are of a time.
  (ordinal [_] (int 100))
  (isDateBased [_] true)
  (isTimeBased [_] false)
  (range [_] (range-of nil))
  (rangeRefinedBy [_ t] (range-of (LocalDate/from t)))
  (isSupportedBy [_ t]
    (.isSupported t (if (= label "QuarterOfYear") ChronoField/MONTH_OF_YEAR ChronoField/EPOCH_DAY)))
  (getBaseUnit [_] (first units))
  (getRangeUnit [_] (second units))
  (getDisplayName [_ _] label)
  (getFrom [this t]
    (when-not (.isSupportedBy this t) (unsupported-field label))
    (value-of (if (.isSupported t ChronoField/EPOCH_DAY) (LocalDate/from t) t)))
  (adjustInto [_ t n]
    (.checkValidValue (range-of nil) n label)
    (if with-value (.with t (with-value (LocalDate/from t) n)) (unsupported-field label)))
  (toString [_] label))

(defn- any-range
  "A range that does not depend on the date."
  [& bounds]
  (let [r (if (= 3 (count bounds)) (ValueRange/of (first bounds) (second bounds) (last bounds)) (ValueRange/of (first bounds) (second bounds)))]
    (fn [_] r)))

(defn- field [label value-of with-value range-of & units]
  (java.time.temporal.IsoFields$Field/<init> label value-of with-value range-of units))

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

(defn- quarter-begin [d] (LocalDate/of (.getYear d) (- (* 3 (quarter (.getMonthValue d))) 2) 1))
(defn- day-of-quarter [d] (long (inc (- (.toEpochDay d) (.toEpochDay (quarter-begin d))))))

(defn- weeks-in
  "The number of weeks of a week-based year: 53 when it begins on a Thursday, or on a Wednesday and is a leap year."
  [year]
  (let [weekday (.getValue (.getDayOfWeek (LocalDate/of year 1 1)))]
    (if (or (= 4 weekday) (and (= 3 weekday) (leap-year? year))) 53 52)))

(defn- in-week-based-year [d year]
  (let [week (min (first (week-and-year d 1 4)) (weeks-in year))
        resolved (LocalDate/of year 1 4)]
    (.plusDays resolved (+ (- (.getValue (.getDayOfWeek d)) (.getValue (.getDayOfWeek resolved))) (* 7 (dec week))))))

(extend-class java.time.temporal.IsoFields
  :static
  (:field QUARTER_OF_YEAR (field "QuarterOfYear" (fn [d] (long (quarter (.get d ChronoField/MONTH_OF_YEAR))))
                                 (fn [d n] (.plusMonths d (* 3 (- n (quarter (.getMonthValue d))))))
                                 (any-range 1 4) IsoFields/QUARTER_YEARS ChronoUnit/YEARS))
  (:field DAY_OF_QUARTER (field "DayOfQuarter" day-of-quarter (fn [d n] (.plusDays d (- n (day-of-quarter d))))
                                (fn [d]
                                  (if d
                                    (let [begin (quarter-begin d)]
                                      (ValueRange/of 1 (- (.toEpochDay (.plusMonths begin 3)) (.toEpochDay begin))))
                                    (ValueRange/of 1 90 92)))
                                ChronoUnit/DAYS IsoFields/QUARTER_YEARS))
  (:field WEEK_OF_WEEK_BASED_YEAR (field "WeekOfWeekBasedYear" (fn [d] (long (first (week-and-year d 1 4))))
                                         (fn [d n] (.plusWeeks d (- n (first (week-and-year d 1 4)))))
                                         (fn [d] (if d
                                                   (ValueRange/of 1 (weeks-in (second (week-and-year d 1 4))))
                                                   (ValueRange/of 1 52 53)))
                                         ChronoUnit/WEEKS IsoFields/WEEK_BASED_YEARS))
  (:field WEEK_BASED_YEAR (field "WeekBasedYear" (fn [d] (long (second (week-and-year d 1 4)))) in-week-based-year
                                 (any-range -999999999 999999999) IsoFields/WEEK_BASED_YEARS ChronoUnit/FOREVER)))

(defn- day-field [label shift]
  (field label (fn [d] (+ (.toEpochDay d) shift)) (fn [_ n] (LocalDate/ofEpochDay (- n shift)))
         (any-range (+ shift -365243219162) (+ shift 365241780471)) ChronoUnit/DAYS ChronoUnit/FOREVER))

(extend-class java.time.temporal.JulianFields
  :static
  (:field JULIAN_DAY (day-field "JulianDay" 2440588))
  (:field MODIFIED_JULIAN_DAY (day-field "ModifiedJulianDay" 40587))
  (:field RATA_DIE (day-field "RataDie" 719163)))

(def ^:private sunday-countries
  #{"US" "CA" "MX" "JP" "BR" "IN" "KR" "TW" "HK" "CO" "PE" "PH" "TH" "IL" "ZA" "SG" "AR" "ID" "KE" "PK" "VE"})
(def ^:private four-day-countries
  #{"AT" "BE" "BG" "CH" "CZ" "DE" "DK" "EE" "ES" "FI" "FR" "GB" "GR" "HU" "IE" "IS" "IT" "LT" "LU" "NL" "NO" "PL" "RU" "SE" "SK"})

(defclass java.time.temporal.WeekFields [first-day minimal]
  (getFirstDayOfWeek [_] first-day)
  (getMinimalDaysInFirstWeek [_] (int minimal))
  (named [this label value-of with-value range-of & units] (apply field (str label "[" this "]") value-of with-value range-of units))
  (dayOfWeek [this]
    (let [n (.getValue first-day)]
      (.named this "DayOfWeek" (fn [d] (long (day-in-week d n))) (fn [d x] (.plusDays d (- x (day-in-week d n))))
              (any-range 1 7) ChronoUnit/DAYS ChronoUnit/WEEKS)))
  (weekOfMonth [this]
    (let [week (fn [d] (long (week-in (.getDayOfMonth d) d (.getValue first-day) minimal)))]
      (.named this "WeekOfMonth" week (fn [d n] (.plusWeeks d (- n (week d)))) (fn [_] (ValueRange/of 0 1 4 6))
              ChronoUnit/WEEKS ChronoUnit/MONTHS)))
  (weekOfYear [this]
    (let [week (fn [d] (long (week-in (.getDayOfYear d) d (.getValue first-day) minimal)))]
      (.named this "WeekOfYear" week (fn [d n] (.plusWeeks d (- n (week d)))) (fn [_] (ValueRange/of 0 1 52 54))
              ChronoUnit/WEEKS ChronoUnit/YEARS)))
  (weekOfWeekBasedYear [this]
    (let [week (fn [d] (long (first (week-and-year d (.getValue first-day) minimal))))]
      (.named this "WeekOfWeekBasedYear" week (fn [d n] (.plusWeeks d (- n (week d)))) (any-range 1 52 53)
              ChronoUnit/WEEKS IsoFields/WEEK_BASED_YEARS)))
  (weekBasedYear [this]
    (.named this "WeekBasedYear" (fn [d] (long (second (week-and-year d (.getValue first-day) minimal)))) nil
            (any-range -999999999 999999999) IsoFields/WEEK_BASED_YEARS ChronoUnit/FOREVER))
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
    (adjusting [t]
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
    (adjusting [t] (let [date (LocalDate/from t)] (.with t (if (fn? f) (f date) (.apply f date)))))))

(extend-class java.time.format.DateTimeFormatter
  :static
  (:field ISO_WEEK_DATE
          (java.time.format.DateTimeFormatter/<init>
           [any-case-step (year-step IsoFields/WEEK_BASED_YEAR 4 10) (literal-step "-W") (number-step IsoFields/WEEK_OF_WEEK_BASED_YEAR 2 2)
            (literal-step "-") (number-step ChronoField/DAY_OF_WEEK 1 1) (optional-step [(offset-step "+HH:MM:ss" "Z")])]
           nil "ISO_WEEK_DATE")))
