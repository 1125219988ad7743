(ns clojure.host.time.local
  "java.time.LocalDate, LocalTime and LocalDateTime."
  (:require [clojure.host.defclass :refer [defclass extend-class fi]]
            [clojure.host.time.conversions :refer [obtaining unobtainable]]
            [clojure.host.time.units :refer [backwards check-date check-day check-range check-time check-year civil compare-longs epoch-day
                                             exact-long fraction-text int-hash int-value leap-year? long-hash month-length month-number months-of
                                             nanos-per-day pad plus-months-or-years unsupported-field unsupported-unit year-and-month year-text]])
  (:import (java.time Clock DateTimeException DayOfWeek Duration Instant LocalDate LocalDateTime LocalTime Month
                      OffsetDateTime Period Year YearMonth ZoneId ZoneOffset ZoneRegion ZonedDateTime)
           (java.time.chrono IsoChronology)
           (java.time.format DateTimeFormatter DateTimeParseException)
           (java.time.temporal ChronoField ChronoUnit)
           (java.time.zone ZoneRulesException)))

;; LocalDate

(defclass java.time.LocalDate [year month day]
  (held-date [this] this)
  (held-chronology [_] IsoChronology/INSTANCE)
  (held-precision [_] ChronoUnit/DAYS)
  (getYear [_] (int year))
  (getEra [_] (java.time.chrono.IsoEra/of (if (pos? year) 1 0)))
  (getMonthValue [_] (int month))
  (getMonth [_] (Month/of month))
  (getDayOfMonth [_] (int day))
  (getDayOfYear [_] (int (inc (- (epoch-day year month day) (epoch-day year 1 1)))))
  (getDayOfWeek [_] (DayOfWeek/of (inc (mod (+ 3 (epoch-day year month day)) 7))))
  (isLeapYear [_] (leap-year? year))
  (lengthOfMonth [_] (int (month-length year month)))
  (lengthOfYear [_] (int (if (leap-year? year) 366 365)))
  (toEpochDay [_] (epoch-day year month day))
  (plusDays [this n] (if (zero? n) this (LocalDate/ofEpochDay (+ (epoch-day year month day) n))))
  (plusWeeks [this n] (.plusDays this (* 7 n)))
  (plusMonths [this n]
    (let [[y m] (year-and-month year month n)]
      (LocalDate/<init> y m (min day (month-length y m)))))
  (plusYears [this n]
    (let [y (check-year (unchecked-add year (long n)))]
      (LocalDate/<init> y month (min day (month-length y month)))))
  (minusDays [this n] (backwards .plusDays this n))
  (minusWeeks [this n] (backwards .plusWeeks this n))
  (minusMonths [this n] (backwards .plusMonths this n))
  (minusYears [this n] (backwards .plusYears this n))
  (plus [this amount] (.addTo amount this))
  (plus [this n unit]
    (cond
      (not (instance? ChronoUnit unit)) (.addTo unit this n)
      (.isTimeBased unit) (unsupported-unit unit)
      :else
      (if-let [days (.-days-of unit)]
        (.plusDays this (* n days))
        (or (plus-months-or-years this n unit) (unsupported-unit unit)))))
  (minus [this amount] (.subtractFrom amount this))
  (minus [this n unit] (backwards .plus this n unit))
  (withYear [_ y] (LocalDate/<init> (check-year y) month (min day (month-length y month))))
  (withMonth [_ m] (check-range "MonthOfYear" 1 12 m) (LocalDate/<init> year m (min day (month-length year m))))
  (withDayOfMonth [_ d] (LocalDate/of year month d))
  (withDayOfYear [_ d] (LocalDate/ofYearDay year d))
  (with [this adjuster] (fi adjuster adjustInto this))
  (with [this field n]
    (when (instance? ChronoField field) (.checkValidValue field n))
    (case (.name field)
      "YEAR" (.withYear this n) "MONTH_OF_YEAR" (.withMonth this n) "DAY_OF_MONTH" (.withDayOfMonth this n)
      "DAY_OF_YEAR" (.withDayOfYear this n) "EPOCH_DAY" (LocalDate/ofEpochDay n)
      "DAY_OF_WEEK" (.plusDays this (- n (.getValue (.getDayOfWeek this))))
      "PROLEPTIC_MONTH" (.plusMonths this (- n (.getLong this field)))
      ("ALIGNED_WEEK_OF_MONTH" "ALIGNED_WEEK_OF_YEAR") (.plusWeeks this (- n (.getLong this field)))
      ("ALIGNED_DAY_OF_WEEK_IN_MONTH" "ALIGNED_DAY_OF_WEEK_IN_YEAR") (.plusDays this (- n (.getLong this field)))
      "YEAR_OF_ERA" (.withYear this (if (pos? year) n (- 1 n)))
      "ERA" (if (= n (.getLong this field)) this (.withYear this (- 1 year)))
      (if (instance? ChronoField field) (unsupported-field field) (.adjustInto field this n))))
  (adjustInto [this t] (.with t ChronoField/EPOCH_DAY (.toEpochDay this)))
  (getLong [this field]
    (case (.name field)
      "YEAR" year "MONTH_OF_YEAR" month "DAY_OF_MONTH" day "DAY_OF_YEAR" (long (.getDayOfYear this))
      "DAY_OF_WEEK" (long (.getValue (.getDayOfWeek this))) "EPOCH_DAY" (epoch-day year month day)
      "YEAR_OF_ERA" (if (pos? year) year (- 1 year)) "PROLEPTIC_MONTH" (+ (* 12 year) (dec month))
      "ERA" (if (pos? year) 1 0)
      "ALIGNED_WEEK_OF_MONTH" (inc (quot (dec day) 7)) "ALIGNED_DAY_OF_WEEK_IN_MONTH" (inc (rem (dec day) 7))
      "ALIGNED_WEEK_OF_YEAR" (long (inc (quot (dec (.getDayOfYear this)) 7)))
      "ALIGNED_DAY_OF_WEEK_IN_YEAR" (long (inc (rem (dec (.getDayOfYear this)) 7)))
      (if (instance? ChronoField field) (unsupported-field field) (.getFrom field this))))
  (get [this field] (int-value this field))
  (isSupported [this x]
    (cond (instance? ChronoUnit x) (.isDateBased x)
          (instance? ChronoField x) (<= 15 (.ordinal x) 27)
          :else (and (some? x) (.isSupportedBy x this))))
  (atStartOfDay [this] (LocalDateTime/of this LocalTime/MIDNIGHT))
  (atStartOfDay [this zone]
    ;; Midnight, or the end of the gap that midnight is in.
    (let [midnight (.atStartOfDay this)
          transition (.getTransition (.getRules zone) midnight)]
      (ZonedDateTime/of (if (and transition (.isGap transition)) (.getDateTimeAfter transition) midnight) zone)))
  (toEpochSecond [this t offset] (.toEpochSecond (LocalDateTime/of this t) offset))
  (atTime [this t]
    (if (instance? java.time.OffsetTime t)
      (java.time.OffsetDateTime/of this (.toLocalTime t) (.getOffset t))
      (LocalDateTime/of this t)))
  (atTime [this h m] (LocalDateTime/of this (LocalTime/of h m)))
  (atTime [this h m s] (LocalDateTime/of this (LocalTime/of h m s)))
  (atTime [this h m s n] (LocalDateTime/of this (LocalTime/of h m s n)))
  (isBefore [this o] (neg? (.compareTo this o)))
  (isAfter [this o] (pos? (.compareTo this o)))
  (isEqual [this o] (zero? (.compareTo this o)))
  (compareTo [_ o]
    (let [y (- year (.getYear (clojure.core/-as java.time.chrono.ChronoLocalDate o))) m (- month (.getMonthValue o))]
      (int (cond (not (zero? y)) y (not (zero? m)) m :else (- day (.getDayOfMonth o))))))
  (until [this end]
    (let [months (- (.getLong end ChronoField/PROLEPTIC_MONTH) (+ (* 12 year) (dec month)))
          days (- (.getDayOfMonth end) day)
          [months days] (cond
                          (and (pos? months) (neg? days))
                          [(dec months) (- (.toEpochDay end) (.toEpochDay (.plusMonths this (dec months))))]
                          (and (neg? months) (pos? days)) [(inc months) (- days (.lengthOfMonth end))]
                          :else [months days])]
      (Period/of (quot months 12) (rem months 12) days)))
  (until [this end unit]
    (let [end (LocalDate/from end)]
      (cond
        (not (instance? ChronoUnit unit)) (.between unit this end)
        (.-days-of unit) (if (pos? (.-days-of unit))
                           (quot (- (.toEpochDay end) (.toEpochDay this)) (.-days-of unit))
                           (unsupported-unit unit))
        :else
        (let [packed (fn [d] (+ (* 32 (.getLong d ChronoField/PROLEPTIC_MONTH)) (.getDayOfMonth d)))]
          (quot (quot (- (packed end) (packed this)) 32) (or (months-of unit) (unsupported-unit unit)))))))
  (datesUntil ([this end]
               (when (.isBefore end this) (throw (IllegalArgumentException. (str end " < " this))))
               (.stream (mapv (fn [i] (.plusDays this i)) (range (.until this end ChronoUnit/DAYS)))))
    ([this end step]
     (when (.isZero step) (throw (IllegalArgumentException. "step is zero")))
     (.stream (into [] (take-while (if (.isNegative step) (fn [d] (.isAfter d end)) (fn [d] (.isBefore d end))))
                    (map (fn [i] (.plus this (.multipliedBy step (int i)))) (range))))))
  (format [this f] (.format f this))
  (equals [this o] (and (instance? LocalDate o) (zero? (.compareTo this o))))
  (hashCode [_] (int-hash (bit-xor (bit-and year 0xFFFFF800) (+ (bit-shift-left year 11) (bit-shift-left month 6) day))))
  (toString [_] (str (year-text year) "-" (pad month 2) "-" (pad day 2)))
  :static
  (of [y m d] (let [m (month-number m)] (check-date y m d) (LocalDate/<init> (long y) (long m) (long d))))
  (ofEpochDay [n]
    (check-range "EpochDay" -365243219162 365241780471 n)
    (let [[y m d] (civil n)] (LocalDate/<init> y m d)))
  (ofYearDay [y n]
    (check-day "DayOfYear" 365 366 n)
    (when (and (= n 366) (not (leap-year? y)))
      (throw (DateTimeException. (str "Invalid date 'DayOfYear 366' as '" y "' is not a leap year"))))
    (LocalDate/ofEpochDay (+ (epoch-day y 1 1) (dec n))))
  (ofInstant [i zone] (.toLocalDate (LocalDateTime/ofInstant i zone)))
  (now [] (.toLocalDate (LocalDateTime/now)))
  (now [zone] (.toLocalDate (LocalDateTime/now zone)))
  (from [t] (or (.held-date t) (unobtainable "LocalDate" t)))
  (parse [text] (LocalDate/parse text DateTimeFormatter/ISO_LOCAL_DATE))
  (parse [text f] (.parse f text (fn [t] (LocalDate/from t)))))

(extend-class java.time.LocalDate
  :static
  (:field EPOCH (LocalDate/of 1970 1 1))
  (:field MIN (LocalDate/of -999999999 1 1))
  (:field MAX (LocalDate/of 999999999 12 31)))

;; LocalTime

(defn- nano-of-day [h m s n] (+ n (* 1000000000 (+ s (* 60 (+ m (* 60 h)))))))

(defclass java.time.LocalTime [hour minute second nano]
  (held-time [this] this)
  (held-precision [_] ChronoUnit/NANOS)
  (getHour [_] (int hour))
  (getMinute [_] (int minute))
  (getSecond [_] (int second))
  (getNano [_] (int nano))
  (toNanoOfDay [_] (nano-of-day hour minute second nano))
  (toSecondOfDay [_] (int (+ second (* 60 (+ minute (* 60 hour))))))
  (plusNanos [this n] (LocalTime/ofNanoOfDay (mod (+ (.toNanoOfDay this) (rem n nanos-per-day)) nanos-per-day)))
  (plusSeconds [this n] (.plusNanos this (* 1000000000 (rem n 86400))))
  (plusMinutes [this n] (.plusSeconds this (* 60 (rem n 1440))))
  (plusHours [this n] (.plusSeconds this (* 3600 (rem n 24))))
  (minusNanos [this n] (backwards .plusNanos this n))
  (minusSeconds [this n] (backwards .plusSeconds this n))
  (minusMinutes [this n] (backwards .plusMinutes this n))
  (minusHours [this n] (backwards .plusHours this n))
  (plus [this amount] (.addTo amount this))
  (plus [this n unit]
    (if (.isTimeBased unit) (.plusNanos this (long (rem (*' n (.-nanos-of unit)) nanos-per-day))) (unsupported-unit unit)))
  (minus [this amount] (.subtractFrom amount this))
  (minus [this n unit] (backwards .plus this n unit))
  (withHour [_ x] (LocalTime/of x minute second nano))
  (withMinute [_ x] (LocalTime/of hour x second nano))
  (withSecond [_ x] (LocalTime/of hour minute x nano))
  (withNano [_ x] (LocalTime/of hour minute second x))
  (with [this adjuster] (fi adjuster adjustInto this))
  (with [this field n]
    (when (instance? ChronoField field) (.checkValidValue field n))
    (case (.name field)
      "HOUR_OF_DAY" (.withHour this n) "MINUTE_OF_HOUR" (.withMinute this n) "SECOND_OF_MINUTE" (.withSecond this n)
      "NANO_OF_SECOND" (.withNano this n) "MICRO_OF_SECOND" (.withNano this (* 1000 n))
      "MILLI_OF_SECOND" (.withNano this (* 1000000 n))
      "NANO_OF_DAY" (LocalTime/ofNanoOfDay n) "MICRO_OF_DAY" (LocalTime/ofNanoOfDay (* 1000 n))
      "MILLI_OF_DAY" (LocalTime/ofNanoOfDay (* 1000000 n)) "SECOND_OF_DAY" (.withNano (LocalTime/ofSecondOfDay n) nano)
      "MINUTE_OF_DAY" (.withMinute (.withHour this (quot n 60)) (rem n 60))
      "HOUR_OF_AMPM" (.plusHours this (- n (rem hour 12)))
      "CLOCK_HOUR_OF_AMPM" (.plusHours this (- (rem n 12) (rem hour 12)))
      "CLOCK_HOUR_OF_DAY" (.withHour this (rem n 24))
      "AMPM_OF_DAY" (.plusHours this (* 12 (- n (quot hour 12))))
      (if (instance? ChronoField field) (unsupported-field field) (.adjustInto field this n))))
  (adjustInto [this t] (.with t ChronoField/NANO_OF_DAY (.toNanoOfDay this)))
  (getLong [this field]
    (case (.name field)
      "HOUR_OF_DAY" hour "MINUTE_OF_HOUR" minute "SECOND_OF_MINUTE" second "NANO_OF_SECOND" nano
      "NANO_OF_DAY" (.toNanoOfDay this) "SECOND_OF_DAY" (long (.toSecondOfDay this))
      "MILLI_OF_SECOND" (quot nano 1000000) "MICRO_OF_SECOND" (quot nano 1000)
      "MILLI_OF_DAY" (quot (.toNanoOfDay this) 1000000) "MICRO_OF_DAY" (quot (.toNanoOfDay this) 1000) "MINUTE_OF_DAY" (+ minute (* 60 hour))
      "AMPM_OF_DAY" (quot hour 12) "HOUR_OF_AMPM" (mod hour 12)
      "CLOCK_HOUR_OF_AMPM" (inc (mod (dec hour) 12)) "CLOCK_HOUR_OF_DAY" (if (zero? hour) 24 hour)
      (unsupported-field field)))
  (get [this field] (int-value this field))
  (isSupported [this x]
    (cond (instance? ChronoUnit x) (.isTimeBased x)
          (instance? ChronoField x) (< (.ordinal x) 15)
          :else (and (some? x) (.isSupportedBy x this))))
  (truncatedTo [this unit]
    (if (> (.ordinal unit) 7)
      (throw (java.time.temporal.UnsupportedTemporalTypeException. "Unit is too large to be used for truncation"))
      (let [n (.-nanos-of unit)] (LocalTime/ofNanoOfDay (* n (quot (.toNanoOfDay this) n))))))
  (atDate [this d] (LocalDateTime/of d this))
  (toEpochSecond [this d offset] (.toEpochSecond (LocalDateTime/of d this) offset))
  (isBefore [this o] (neg? (.compareTo this o)))
  (isAfter [this o] (pos? (.compareTo this o)))
  (compareTo [this o] (compare-longs (.toNanoOfDay this) (.toNanoOfDay (clojure.core/-as LocalTime o))))
  (until [this end unit]
    (if (.isTimeBased unit)
      (quot (- (.toNanoOfDay (LocalTime/from end)) (.toNanoOfDay this)) (.-nanos-of unit))
      (unsupported-unit unit)))
  (format [this f] (.format f this))
  (equals [this o] (and (instance? LocalTime o) (zero? (.compareTo this o))))
  (hashCode [this] (long-hash (.toNanoOfDay this)))
  (toString [_]
    (str (pad hour 2) ":" (pad minute 2)
         (when (or (pos? second) (pos? nano)) (str ":" (pad second 2) (fraction-text nano)))))
  :static
  (of [h m] (LocalTime/of h m 0 0))
  (of [h m s] (LocalTime/of h m s 0))
  (of [h m s n] (check-time h m s n) (LocalTime/<init> (long h) (long m) (long s) (long n)))
  (ofNanoOfDay [n]
    (check-range "NanoOfDay" 0 86399999999999 n)
    (let [s (quot n 1000000000)]
      (LocalTime/<init> (quot s 3600) (rem (quot s 60) 60) (rem s 60) (rem n 1000000000))))
  (ofSecondOfDay [n] (check-range "SecondOfDay" 0 86399 n) (LocalTime/ofNanoOfDay (* n 1000000000)))
  (now [] (.toLocalTime (LocalDateTime/now)))
  (now [zone] (.toLocalTime (LocalDateTime/now zone)))
  (ofInstant [i zone] (.toLocalTime (LocalDateTime/ofInstant i zone)))
  (from [t] (or (.held-time t) (unobtainable "LocalTime" t)))
  (parse [text] (LocalTime/parse text DateTimeFormatter/ISO_LOCAL_TIME))
  (parse [text f] (.parse f text (fn [t] (LocalTime/from t)))))

(extend-class java.time.LocalTime
  :static
  (:field MIDNIGHT (LocalTime/of 0 0))
  (:field MIN (LocalTime/of 0 0))
  (:field NOON (LocalTime/of 12 0))
  (:field MAX (LocalTime/of 23 59 59 999999999)))

;; LocalDateTime

(defn- moved
  "The date and time moved by n, forward or by a sign of -1 back, of what a day has per-day of."
  [date time sign n per-day]
  (let [total (+ (.toNanoOfDay time) (* sign (quot nanos-per-day per-day) (rem n per-day)))
        days (+ (* sign (quot n per-day)) (Math/floorDiv (long total) (long nanos-per-day)))]
    (LocalDateTime/<init> (.plusDays date days) (LocalTime/ofNanoOfDay (mod total nanos-per-day)))))

(defclass java.time.LocalDateTime [date time]
  (held-date [_] date)
  (held-time [_] time)
  (held-chronology [_] IsoChronology/INSTANCE)
  (held-precision [_] ChronoUnit/NANOS)
  (toLocalDate [_] date)
  (toLocalTime [_] time)
  (getYear [_] (.getYear date))
  (getMonthValue [_] (.getMonthValue date))
  (getMonth [_] (.getMonth date))
  (getDayOfMonth [_] (.getDayOfMonth date))
  (getDayOfYear [_] (.getDayOfYear date))
  (getDayOfWeek [_] (.getDayOfWeek date))
  (getHour [_] (.getHour time))
  (getMinute [_] (.getMinute time))
  (getSecond [_] (.getSecond time))
  (getNano [_] (.getNano time))
  (plusDays [_ n] (LocalDateTime/<init> (.plusDays date n) time))
  (plusWeeks [_ n] (LocalDateTime/<init> (.plusWeeks date n) time))
  (plusMonths [_ n] (LocalDateTime/<init> (.plusMonths date n) time))
  (plusYears [_ n] (LocalDateTime/<init> (.plusYears date n) time))
  (plusNanos [_ n] (moved date time 1 n nanos-per-day))
  (plusSeconds [_ n] (moved date time 1 n 86400))
  (plusMinutes [_ n] (moved date time 1 n 1440))
  (plusHours [_ n] (moved date time 1 n 24))
  (minusDays [this n] (backwards .plusDays this n))
  (minusWeeks [this n] (backwards .plusWeeks this n))
  (minusMonths [this n] (backwards .plusMonths this n))
  (minusYears [this n] (backwards .plusYears this n))
  (minusNanos [_ n] (moved date time -1 n nanos-per-day))
  (minusSeconds [_ n] (moved date time -1 n 86400))
  (minusMinutes [_ n] (moved date time -1 n 1440))
  (minusHours [_ n] (moved date time -1 n 24))
  (plus [this amount] (.addTo amount this))
  (plus [this n unit]
    (cond
      (not (.isTimeBased unit)) (LocalDateTime/<init> (.plus date n unit) time)
      (>= (.-nanos-of unit) 1000000000) (moved date time 1 n (quot nanos-per-day (.-nanos-of unit)))
      :else (let [per (quot 1000000000 (.-nanos-of unit))]
              (.plusNanos (.plusSeconds this (quot n per)) (* (rem n per) (.-nanos-of unit))))))
  (minus [this amount] (.subtractFrom amount this))
  (minus [this n unit] (backwards .plus this n unit))
  (withYear [_ x] (LocalDateTime/<init> (.withYear date x) time))
  (withMonth [_ x] (LocalDateTime/<init> (.withMonth date x) time))
  (withDayOfMonth [_ x] (LocalDateTime/<init> (.withDayOfMonth date x) time))
  (withDayOfYear [_ x] (LocalDateTime/<init> (.withDayOfYear date x) time))
  (withHour [_ x] (LocalDateTime/<init> date (.withHour time x)))
  (withMinute [_ x] (LocalDateTime/<init> date (.withMinute time x)))
  (withSecond [_ x] (LocalDateTime/<init> date (.withSecond time x)))
  (withNano [_ x] (LocalDateTime/<init> date (.withNano time x)))
  (with [this adjuster]
    (cond
      (instance? LocalDate adjuster) (LocalDateTime/<init> adjuster time)
      (instance? LocalTime adjuster) (LocalDateTime/<init> date adjuster)
      :else (fi adjuster adjustInto this)))
  (with [_ field n]
    (if (< (.ordinal field) 15)
      (LocalDateTime/<init> date (.with time field n))
      (LocalDateTime/<init> (.with date field n) time)))
  (adjustInto [this t] (.with (.with t date) time))
  (getLong [_ field] (if (< (.ordinal field) 15) (.getLong time field) (.getLong date field)))
  (get [this field] (int-value this field))
  (isSupported [this x]
    (cond (instance? ChronoUnit x) (< (.ordinal x) 15)
          (instance? ChronoField x) (< (.ordinal x) 28)
          :else (and (some? x) (.isSupportedBy x this))))
  (truncatedTo [_ unit] (LocalDateTime/<init> date (.truncatedTo time unit)))
  (atZone [this zone] (ZonedDateTime/of this zone))
  (atOffset [this offset] (OffsetDateTime/<init> this offset))
  (toEpochSecond [_ offset] (- (+ (* 86400 (.toEpochDay date)) (.toSecondOfDay time)) (.getTotalSeconds offset)))
  (toInstant [this offset] (Instant/ofEpochSecond (.toEpochSecond this offset) (.getNano time)))
  (isBefore [this o] (neg? (.compareTo this o)))
  (isAfter [this o] (pos? (.compareTo this o)))
  (isEqual [this o] (zero? (.compareTo this o)))
  (compareTo [_ o]
    (let [c (.compareTo date (.toLocalDate (clojure.core/-as java.time.chrono.ChronoLocalDateTime o)))]
      (if (zero? c) (.compareTo time (.toLocalTime o)) c)))
  (until [this end unit]
    (let [end (LocalDateTime/from end)]
      (if (.isTimeBased unit)
        (let [seconds (- (.toEpochSecond end ZoneOffset/UTC) (.toEpochSecond this ZoneOffset/UTC))]
          (exact-long (quot (+' (*' seconds 1000000000) (- (.getNano end) (.getNano time))) (.-nanos-of unit))))
        (let [end-date (.toLocalDate end)
              end-date (cond
                         (and (.isAfter end-date date) (.isBefore (.toLocalTime end) time)) (.minusDays end-date 1)
                         (and (.isBefore end-date date) (.isAfter (.toLocalTime end) time)) (.plusDays end-date 1)
                         :else end-date)]
          (.until date end-date unit)))))
  (format [this f] (.format f this))
  (equals [this o] (and (instance? LocalDateTime o) (zero? (.compareTo this o))))
  (hashCode [_] (int-hash (bit-xor (.hashCode date) (.hashCode time))))
  (toString [_] (str date "T" time))
  :static
  (of [d t] (LocalDateTime/<init> d t))
  (of [y m d h mi] (LocalDateTime/<init> (LocalDate/of y m d) (LocalTime/of h mi)))
  (of [y m d h mi s] (LocalDateTime/<init> (LocalDate/of y m d) (LocalTime/of h mi s)))
  (of [y m d h mi s n] (LocalDateTime/<init> (LocalDate/of y m d) (LocalTime/of h mi s n)))
  (ofEpochSecond [s n offset]
    (.checkValidIntValue ChronoField/NANO_OF_SECOND n)
    (let [local (+ s (.getTotalSeconds offset))]
      (LocalDateTime/<init> (LocalDate/ofEpochDay (Math/floorDiv local 86400))
                            (LocalTime/ofNanoOfDay (+ (* 1000000000 (mod local 86400)) n)))))
  (ofInstant [i zone]
    (LocalDateTime/ofEpochSecond (.getEpochSecond i) (.getNano i)
                                 (if (instance? ZoneOffset zone) zone (.getOffset (.getRules zone) i))))
  (now [] (LocalDateTime/ofInstant (Instant/now) (ZoneId/systemDefault)))
  (now [zone] (if (instance? Clock zone)
                (LocalDateTime/ofInstant (.instant zone) (.getZone zone))
                (LocalDateTime/ofInstant (Instant/now) zone)))
  (from [t]
    (if (instance? LocalDateTime t)
      t
      (obtaining "LocalDateTime" t (LocalDateTime/of (LocalDate/from t) (LocalTime/from t)))))
  (parse [text] (LocalDateTime/parse text DateTimeFormatter/ISO_LOCAL_DATE_TIME))
  (parse [text f] (.parse f text (fn [t] (LocalDateTime/from t)))))

(extend-class java.time.LocalDateTime
  :static
  (:field MIN (LocalDateTime/of LocalDate/MIN LocalTime/MIN))
  (:field MAX (LocalDateTime/of LocalDate/MAX LocalTime/MAX)))
