(ns clojure.host.time.ranges
  "java.time.temporal.ValueRange, what ChronoField knows of its values, and the calendar, IsoChronology."
  (:require [clojure.host.defclass :refer [defclass extend-class]]
            [clojure.host.time.units :refer [leap-year? unsupported-field]]
            clojure.host.time.local
            clojure.host.time.zoned)
  (:import (java.time DateTimeException LocalDate LocalDateTime Period ZonedDateTime)
           (java.time.chrono IsoChronology)
           (java.time.temporal ChronoField ChronoUnit ValueRange)))

(defn- invalid [range n field]
  (throw (DateTimeException. (str "Invalid value" (when field (str " for " field)) " (valid values " range "): " n))))

;; The least value, the least in any case, the greatest in any case, and the greatest.
(defclass java.time.temporal.ValueRange [low largest-low smallest-high high]
  (getMinimum [_] low)
  (getMaximum [_] high)
  (getLargestMinimum [_] largest-low)
  (getSmallestMaximum [_] smallest-high)
  (isFixed [_] (and (= low largest-low) (= smallest-high high)))
  (isIntValue [_] (and (>= low Integer/MIN_VALUE) (<= high Integer/MAX_VALUE)))
  (isValidValue [_ n] (<= low n high))
  (isValidIntValue [this n] (and (.isIntValue this) (.isValidValue this n)))
  (checkValidValue [this n field]
    (when-not (.isValidValue this n) (invalid this n field))
    n)
  (checkValidIntValue [this n field]
    (when-not (.isValidIntValue this n) (invalid this n field))
    (int n))
  (equals [_ o] (and (instance? ValueRange o)
                     (= [low largest-low smallest-high high]
                        [(.getMinimum o) (.getLargestMinimum o) (.getSmallestMaximum o) (.getMaximum o)])))
  (hashCode [_]
    (let [hash (+ low (bit-shift-left largest-low 16) (bit-shift-right largest-low 48) (bit-shift-left smallest-high 32)
                  (bit-shift-right smallest-high 32) (bit-shift-left high 48) (bit-shift-right high 16))]
      (unchecked-int (bit-xor hash (unsigned-bit-shift-right hash 32)))))
  (toString [_]
    (str low (when-not (= low largest-low) (str "/" largest-low)) " - " smallest-high
         (when-not (= smallest-high high) (str "/" high))))
  :static
  (of ([low high] (ValueRange/of low low high high))
    ([low smallest-high high] (ValueRange/of low low smallest-high high))
    ([low largest-low smallest-high high]
     (let [check (fn [a b message] (when (> a b) (throw (IllegalArgumentException. message))))]
       (check low largest-low "Smallest minimum value must be less than largest minimum value")
       (check smallest-high high "Smallest maximum value must be less than largest maximum value")
       (check largest-low high "Minimum value must be less than maximum value")
       (ValueRange/<init> (long low) (long largest-low) (long smallest-high) (long high))))))

(def ^:private rules
  "Of each field the base unit, the unit it ranges over, and the bounds."
  {"NANO_OF_SECOND" ["NANOS" "SECONDS" 0 999999999] "NANO_OF_DAY" ["NANOS" "DAYS" 0 86399999999999]
   "MICRO_OF_SECOND" ["MICROS" "SECONDS" 0 999999] "MICRO_OF_DAY" ["MICROS" "DAYS" 0 86399999999]
   "MILLI_OF_SECOND" ["MILLIS" "SECONDS" 0 999] "MILLI_OF_DAY" ["MILLIS" "DAYS" 0 86399999]
   "SECOND_OF_MINUTE" ["SECONDS" "MINUTES" 0 59] "SECOND_OF_DAY" ["SECONDS" "DAYS" 0 86399]
   "MINUTE_OF_HOUR" ["MINUTES" "HOURS" 0 59] "MINUTE_OF_DAY" ["MINUTES" "DAYS" 0 1439]
   "HOUR_OF_AMPM" ["HOURS" "HALF_DAYS" 0 11] "CLOCK_HOUR_OF_AMPM" ["HOURS" "HALF_DAYS" 1 12]
   "HOUR_OF_DAY" ["HOURS" "DAYS" 0 23] "CLOCK_HOUR_OF_DAY" ["HOURS" "DAYS" 1 24]
   "AMPM_OF_DAY" ["HALF_DAYS" "DAYS" 0 1] "DAY_OF_WEEK" ["DAYS" "WEEKS" 1 7]
   "ALIGNED_DAY_OF_WEEK_IN_MONTH" ["DAYS" "WEEKS" 1 7] "ALIGNED_DAY_OF_WEEK_IN_YEAR" ["DAYS" "WEEKS" 1 7]
   "DAY_OF_MONTH" ["DAYS" "MONTHS" 1 28 31] "DAY_OF_YEAR" ["DAYS" "YEARS" 1 365 366]
   "EPOCH_DAY" ["DAYS" "FOREVER" -365243219162 365241780471] "ALIGNED_WEEK_OF_MONTH" ["WEEKS" "MONTHS" 1 4 5]
   "ALIGNED_WEEK_OF_YEAR" ["WEEKS" "YEARS" 1 53] "MONTH_OF_YEAR" ["MONTHS" "YEARS" 1 12]
   "PROLEPTIC_MONTH" ["MONTHS" "FOREVER" -11999999988 11999999999]
   "YEAR_OF_ERA" ["YEARS" "FOREVER" 1 999999999 1000000000] "YEAR" ["YEARS" "FOREVER" -999999999 999999999]
   "ERA" ["ERAS" "FOREVER" 0 1] "INSTANT_SECONDS" ["SECONDS" "FOREVER" Long/MIN_VALUE Long/MAX_VALUE]
   "OFFSET_SECONDS" ["SECONDS" "FOREVER" -64800 64800]})

(def ^:private ranges
  "The range of each field."
  (delay (update-vals rules (fn [[_ _ low high higher]] (ValueRange/of low high (or higher high))))))

(def ^:private english
  {"SECOND_OF_MINUTE" "second" "MINUTE_OF_HOUR" "minute" "HOUR_OF_DAY" "hour" "AMPM_OF_DAY" "AM/PM" "DAY_OF_WEEK" "day of the week"
   "DAY_OF_MONTH" "day" "ALIGNED_WEEK_OF_YEAR" "week" "MONTH_OF_YEAR" "month" "YEAR" "year" "ERA" "era"})

(extend-class java.time.temporal.ChronoField
  (isDateBased [this] (<= 15 (.ordinal this) 27))
  (isTimeBased [this] (< (.ordinal this) 15))
  (getBaseUnit [this] (ChronoUnit/valueOf (nth (rules (.name this)) 0)))
  (getRangeUnit [this] (ChronoUnit/valueOf (nth (rules (.name this)) 1)))
  (range [this] (get @ranges (.name this)))
  (rangeRefinedBy [this t] (.range t this))
  (checkValidValue [this n] (.checkValidValue (.range this) n this))
  (checkValidIntValue [this n] (.checkValidIntValue (.range this) n this))
  (isSupportedBy [this t] (.isSupported t this))
  (getFrom [this t] (.getLong t this))
  (adjustInto [this t n] (.with t this n))
  (getDisplayName [this _] (get english (.name this) (str this))))

(extend-class java.time.temporal.TemporalAccessor
  (range [this field]
    (if (instance? ChronoField field)
      (if (.isSupported this field) (.range field) (unsupported-field field))
      (.rangeRefinedBy field this))))

(defn- date-range [date field]
  (let [leap? (.isLeapYear date)]
    (case (.name field)
      "DAY_OF_MONTH" (ValueRange/of 1 (.lengthOfMonth date))
      "DAY_OF_YEAR" (ValueRange/of 1 (if leap? 366 365))
      "ALIGNED_WEEK_OF_MONTH" (ValueRange/of 1 (if (and (= 2 (.getMonthValue date)) (not leap?)) 4 5))
      "YEAR_OF_ERA" (ValueRange/of 1 (if (pos? (.getYear date)) 999999999 1000000000))
      (cond
        (not (instance? ChronoField field)) (.rangeRefinedBy field date)
        (.isSupported date field) (.range field)
        :else (unsupported-field field)))))

(defn- date-time-range [t field]
  (if (and (instance? ChronoField field) (not (.isDateBased field)))
    (if (.isSupported t field) (.range field) (unsupported-field field))
    (date-range (.toLocalDate t) field)))

(extend-class java.time.LocalDate (range [this field] (date-range this field)))
(extend-class java.time.LocalDateTime (range [this field] (date-time-range this field)))
(extend-class java.time.OffsetDateTime (range [this field] (date-time-range this field)))
(extend-class java.time.ZonedDateTime (range [this field] (date-time-range this field)))

;; The calendar. JVM differs: there is no other one.

(defclass java.time.chrono.IsoChronology []
  (getId [_] "ISO")
  (getCalendarType [_] "iso8601")
  (isLeapYear [_ year] (leap-year? year))
  (isIsoBased [_] true)
  (date ([_ t] (LocalDate/from t)) ([_ year month day] (LocalDate/of year month day)))
  (dateYearDay [_ year day] (LocalDate/ofYearDay year day))
  (dateEpochDay [_ n] (LocalDate/ofEpochDay n))
  (dateNow ([_] (LocalDate/now)) ([_ zone] (LocalDate/now zone)))
  (localDateTime [_ t] (LocalDateTime/from t))
  (zonedDateTime ([_ t] (ZonedDateTime/from t)) ([_ instant zone] (ZonedDateTime/ofInstant instant zone)))
  (period [_ years months days] (Period/of years months days))
  (range [_ field] (.range field))
  (compareTo [_ o] (int (compare "ISO" (.getId o))))
  (toString [_] "ISO"))

(extend-class java.time.chrono.IsoChronology
  :static
  (:field INSTANCE (IsoChronology/<init>)))

(extend-class java.time.chrono.Chronology
  :static
  (of [_] IsoChronology/INSTANCE)
  (from [_] IsoChronology/INSTANCE))

(extend-class java.time.chrono.ChronoLocalDate (getChronology [_] IsoChronology/INSTANCE))
(extend-class java.time.chrono.ChronoLocalDateTime (getChronology [_] IsoChronology/INSTANCE))
(extend-class java.time.chrono.ChronoZonedDateTime (getChronology [_] IsoChronology/INSTANCE))
(extend-class java.time.chrono.ChronoPeriod (getChronology [_] IsoChronology/INSTANCE))
