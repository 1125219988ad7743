(ns clojure.host.time.units
  "java.time's enums, and the arithmetic of calendar and clock that its classes share."
  (:require [clojure.host.defclass :refer [defenum extend-class]]
            [clojure.host.time.conversions :refer [obtaining]])
  (:import (java.time DateTimeException DayOfWeek Month)
           (java.time.temporal ChronoField ChronoUnit UnsupportedTemporalTypeException)))

(defmacro backwards
  "(backwards .plusDays this n) is this moved by -n. The least long has no negation: it is taken in two steps."
  [plus this n & unit]
  `(if (= ~n Long/MIN_VALUE)
     (-> ~this (~plus Long/MAX_VALUE ~@unit) (~plus 1 ~@unit))
     (~plus ~this (- ~n) ~@unit)))

(defenum java.time.temporal.ChronoUnit [text nanos-of days-of]
  [(NANOS "Nanos" 1 0) (MICROS "Micros" 1000 0) (MILLIS "Millis" 1000000 0) (SECONDS "Seconds" 1000000000 0)
   (MINUTES "Minutes" 60000000000 0) (HOURS "Hours" 3600000000000 0) (HALF_DAYS "HalfDays" 43200000000000 0)
   (DAYS "Days" 86400000000000 1) (WEEKS "Weeks" nil 7) (MONTHS "Months" nil nil) (YEARS "Years" nil nil)
   (DECADES "Decades" nil nil) (CENTURIES "Centuries" nil nil) (MILLENNIA "Millennia" nil nil)
   (ERAS "Eras" nil nil) (FOREVER "Forever" nil nil)]
  (toString [_] text)
  (isDateBased [_] (and (>= index 7) (< index 15)))
  (isTimeBased [_] (< index 7))
  (isDurationEstimated [_] (>= index 7))
  (isSupportedBy [this t] (.isSupported t this))
  (addTo [this t n] (.plus t n this))
  (getDuration [_]
    (cond
      nanos-of (java.time.Duration/ofNanos nanos-of)
      (= index 15) (java.time.Duration/ofSeconds Long/MAX_VALUE 999999999)
      :else (java.time.Duration/ofSeconds (nth [604800 2629746 31556952 315569520 3155695200 31556952000 31556952000000000]
                                               (- index 8)))))
  (between [this a b] (.until a b this)))

(defenum java.time.temporal.ChronoField [text]
  [(NANO_OF_SECOND "NanoOfSecond") (NANO_OF_DAY "NanoOfDay") (MICRO_OF_SECOND "MicroOfSecond")
   (MICRO_OF_DAY "MicroOfDay") (MILLI_OF_SECOND "MilliOfSecond") (MILLI_OF_DAY "MilliOfDay")
   (SECOND_OF_MINUTE "SecondOfMinute") (SECOND_OF_DAY "SecondOfDay") (MINUTE_OF_HOUR "MinuteOfHour")
   (MINUTE_OF_DAY "MinuteOfDay") (HOUR_OF_AMPM "HourOfAmPm") (CLOCK_HOUR_OF_AMPM "ClockHourOfAmPm")
   (HOUR_OF_DAY "HourOfDay") (CLOCK_HOUR_OF_DAY "ClockHourOfDay") (AMPM_OF_DAY "AmPmOfDay")
   (DAY_OF_WEEK "DayOfWeek") (ALIGNED_DAY_OF_WEEK_IN_MONTH "AlignedDayOfWeekInMonth")
   (ALIGNED_DAY_OF_WEEK_IN_YEAR "AlignedDayOfWeekInYear") (DAY_OF_MONTH "DayOfMonth") (DAY_OF_YEAR "DayOfYear")
   (EPOCH_DAY "EpochDay") (ALIGNED_WEEK_OF_MONTH "AlignedWeekOfMonth") (ALIGNED_WEEK_OF_YEAR "AlignedWeekOfYear")
   (MONTH_OF_YEAR "MonthOfYear") (PROLEPTIC_MONTH "ProlepticMonth") (YEAR_OF_ERA "YearOfEra") (YEAR "Year")
   (ERA "Era") (INSTANT_SECONDS "InstantSeconds") (OFFSET_SECONDS "OffsetSeconds")]
  (toString [_] text))

(defenum java.time.format.TextStyle [] [FULL FULL_STANDALONE SHORT SHORT_STANDALONE NARROW NARROW_STANDALONE])
(defenum java.time.format.ResolverStyle [] [STRICT SMART LENIENT])
(defenum java.time.format.SignStyle [] [NORMAL ALWAYS NEVER NOT_NEGATIVE EXCEEDS_PAD])
(defenum java.time.format.FormatStyle [] [FULL LONG MEDIUM SHORT])

(defn capitalized [s] (str (subs s 0 1) (.toLowerCase (subs s 1))))

(defn display-name
  "The name of a day or month in a TextStyle."
  [constant style]
  (let [full (capitalized (.name constant))]
    (case (subs (.name style) 0 1)
      "F" full
      "S" (subs full 0 3)
      (subs full 0 1))))

(defn unsupported-unit [unit]
  (throw (UnsupportedTemporalTypeException. (str "Unsupported unit: " unit))))
(defn unsupported-field [field]
  (throw (UnsupportedTemporalTypeException. (str "Unsupported field: " field))))

(defn invalid-value [text range value]
  (throw (DateTimeException. (str "Invalid value for " text " (valid values " range "): " value))))

(defenum java.time.DayOfWeek [] [MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY]
  (held-precision [_] ChronoUnit/DAYS)
  (getValue [_] (int (inc index)))
  (plus [_ n] (DayOfWeek/of (inc (mod (+ index n) 7))))
  (minus [_ n] (DayOfWeek/of (inc (mod (- index n) 7))))
  (getDisplayName [this style locale] (display-name this style))
  (getLong [this field]
    (cond (= field ChronoField/DAY_OF_WEEK) (inc index)
          (instance? ChronoField field) (unsupported-field field)
          :else (.getFrom field this)))
  (get [this field] (int (.getLong this field)))
  (isSupported [this field]
    (if (instance? ChronoField field) (= field ChronoField/DAY_OF_WEEK) (and (some? field) (.isSupportedBy field this))))
  (adjustInto [_ t] (.with t ChronoField/DAY_OF_WEEK (inc index)))
  :static
  (of [n] (if (<= 1 n 7)
            (DayOfWeek/constantAt (dec n))
            (throw (DateTimeException. (str "Invalid value for DayOfWeek: " n)))))
  (from [t] (if (instance? DayOfWeek t) t (obtaining "DayOfWeek" t (DayOfWeek/of (.get t ChronoField/DAY_OF_WEEK))))))

(defenum java.time.chrono.IsoEra [] [BCE CE]
  (held-precision [_] ChronoUnit/ERAS)
  (getValue [_] (int index))
  (getDisplayName [_ style locale]
    (case (subs (.name style) 0 1)
      "F" (nth ["Before Christ" "Anno Domini"] index)
      "S" (nth ["BC" "AD"] index)
      (nth ["B" "A"] index)))
  (getLong [this field]
    (cond (= field ChronoField/ERA) index
          (instance? ChronoField field) (unsupported-field field)
          :else (.getFrom field this)))
  (get [this field] (int (.getLong this field)))
  (isSupported [this field]
    (if (instance? ChronoField field) (= field ChronoField/ERA) (and (some? field) (.isSupportedBy field this))))
  (adjustInto [_ t] (.with t ChronoField/ERA index))
  :static
  (of [n] (if (<= 0 n 1)
            (java.time.chrono.IsoEra/constantAt n)
            (throw (DateTimeException. (str "Invalid era: " n))))))

(defn compare-longs [a b] (int (Long/compare a b)))
(defn month-number [m] (if (instance? Month m) (.getValue m) m))
(defn quarter [month] (inc (quot (dec month) 3)))

(defn leap-year? [y] (and (zero? (mod y 4)) (or (not (zero? (mod y 100))) (zero? (mod y 400)))))
(defn month-length [y m] (case (int m) 2 (if (leap-year? y) 29 28) (4 6 9 11) 30 31))

(defenum java.time.Month []
  [JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER]
  (held-chronology [_] java.time.chrono.IsoChronology/INSTANCE)
  (held-precision [_] ChronoUnit/MONTHS)
  (getValue [_] (int (inc index)))
  (plus [_ n] (Month/of (inc (mod (+ index n) 12))))
  (minus [_ n] (Month/of (inc (mod (- index n) 12))))
  (length [_ leap?] (int (month-length (if leap? 2000 2001) (inc index))))
  (minLength [_] (int (month-length 2001 (inc index))))
  (maxLength [_] (int (month-length 2000 (inc index))))
  (firstMonthOfQuarter [_] (Month/of (inc (* 3 (quot index 3)))))
  (firstDayOfYear [this leap?]
    (int (reduce + 1 (map (fn [m] (month-length (if leap? 2000 2001) m)) (range 1 (inc index))))))
  (getDisplayName [this style locale] (display-name this style))
  (getLong [this field]
    (cond (= field ChronoField/MONTH_OF_YEAR) (inc index)
          (instance? ChronoField field) (unsupported-field field)
          :else (.getFrom field this)))
  (get [this field] (int (.getLong this field)))
  (isSupported [this field]
    (if (instance? ChronoField field) (= field ChronoField/MONTH_OF_YEAR) (and (some? field) (.isSupportedBy field this))))
  (adjustInto [_ t] (.with t ChronoField/MONTH_OF_YEAR (inc index)))
  :static
  (of [n] (if (<= 1 n 12)
            (Month/constantAt (dec n))
            (throw (DateTimeException. (str "Invalid value for MonthOfYear: " n)))))
  (from [t] (if (instance? Month t) t (obtaining "Month" t (Month/of (.get t ChronoField/MONTH_OF_YEAR))))))

(defn epoch-day
  "Days from 1970-01-01 to the date of the proleptic calendar: Hinnant's days_from_civil."
  [y m d]
  (let [y (if (<= m 2) (dec y) y)
        era (Math/floorDiv y 400)
        yoe (- y (* era 400))
        doy (+ (quot (+ (* 153 (+ m (if (> m 2) -3 9))) 2) 5) (dec d))
        doe (+ (* yoe 365) (quot yoe 4) (- (quot yoe 100)) doy)]
    (+ (* era 146097) doe -719468)))

(defn civil
  "[year month day] of an epoch day."
  [n]
  (let [z (+ n 719468)
        era (Math/floorDiv z 146097)
        doe (- z (* era 146097))
        yoe (quot (- doe (quot doe 1460) (- (quot doe 36524)) (quot doe 146096)) 365)
        doy (- doe (- (+ (* 365 yoe) (quot yoe 4)) (quot yoe 100)))
        mp (quot (+ (* 5 doy) 2) 153)
        d (inc (- doy (quot (+ (* 153 mp) 2) 5)))
        m (if (< mp 10) (+ mp 3) (- mp 9))]
    [(+ yoe (* era 400) (if (<= m 2) 1 0)) m d]))

(defn check-range [text low high n]
  (when-not (<= low n high) (invalid-value text (str low " - " high) n)))

(defn check-day
  "Refuses a day that no month or year has, the shortest of which has as many days as shortest."
  [text shortest longest n]
  (when-not (<= 1 n longest) (invalid-value text (str "1 - " shortest "/" longest) n)))

(defn exact-long
  "The integer, when a long can hold it."
  [n]
  (if (<= Long/MIN_VALUE n Long/MAX_VALUE) (long n) (throw (ArithmeticException. "long overflow"))))

(defn check-year
  "The year, when there is one of that number."
  [y]
  (check-range "Year" -999999999 999999999 y)
  y)

(defn year-and-month
  "[year month] that many months later. A sum of months that is too large for a long wraps, and gives no year."
  [year month months]
  (let [total (unchecked-add (+ (* 12 year) (dec month)) (long months))]
    [(check-year (Math/floorDiv total 12)) (inc (mod total 12))]))

(defn check-date [y m d]
  (check-range "Year" -999999999 999999999 y)
  (check-range "MonthOfYear" 1 12 m)
  (check-day "DayOfMonth" 28 31 d)
  (when (> d (month-length y m))
    (throw (DateTimeException. (if (= d 29)
                                 (str "Invalid date 'February 29' as '" y "' is not a leap year")
                                 (str "Invalid date '" (.name (Month/of m)) " " d "'"))))))

(defn check-time [h m s n]
  (check-range "HourOfDay" 0 23 h)
  (check-range "MinuteOfHour" 0 59 m)
  (check-range "SecondOfMinute" 0 59 s)
  (check-range "NanoOfSecond" 0 999999999 n))

(def nanos-per-day 86400000000000)

(defn int-value
  "The field of the temporal as TemporalAccessor/get gives it."
  [t field]
  (let [n (.getLong t field)]
    (when (contains? #{"EPOCH_DAY" "PROLEPTIC_MONTH" "NANO_OF_DAY" "MICRO_OF_DAY" "INSTANT_SECONDS"} (.name field))
      (throw (UnsupportedTemporalTypeException.
              (str "Invalid field '" field "' for get() method, use getLong() instead"))))
    (when-not (or (instance? ChronoField field) (.isIntValue (.range field)))
      (throw (UnsupportedTemporalTypeException. (str "Invalid field " field " for get() method, use getLong() instead"))))
    (int n)))

(defn years-of
  "The number of years of a unit, nil when it has none."
  [unit]
  (case (.name unit) "YEARS" 1 "DECADES" 10 "CENTURIES" 100 "MILLENNIA" 1000 nil))

(defn months-of
  "The number of months of a unit, nil when it has none."
  [unit]
  (if (= "MONTHS" (.name unit)) 1 (some-> (years-of unit) (* 12))))

(defn plus-months-or-years
  "A date moved by n of a unit of months, years or eras; nil for other units."
  [date n unit]
  (if-let [years (years-of unit)]
    (.plusYears date (* n years))
    (case (.name unit)
      "MONTHS" (.plusMonths date n)
      "ERAS" (.with date ChronoField/ERA (Math/addExact (long (.getLong date ChronoField/ERA)) (long n)))
      nil)))

(defn pad [n width]
  (let [s (str n)]
    (if (< (count s) width) (str (subs "000000000" 0 (- width (count s))) s) s)))

(defn year-text [y]
  (cond (> y 9999) (str "+" y) (neg? y) (str "-" (pad (- y) 4)) :else (pad y 4)))

(defn fraction-text
  "The fraction of a second with 3, 6 or 9 digits, none when it is zero."
  [nano]
  (cond (zero? nano) ""
        (zero? (rem nano 1000000)) (str "." (pad (quot nano 1000000) 3))
        (zero? (rem nano 1000)) (str "." (pad (quot nano 1000) 6))
        :else (str "." (pad nano 9))))

(defn int-hash [n] (unchecked-int n))
(defn long-hash [n] (unchecked-int (bit-xor n (unsigned-bit-shift-right n 32))))

(defmacro adjusting
  "An adjuster: what becomes of a date."
  [[date] form]
  `(reify java.time.temporal.TemporalAdjuster (~'adjustInto [_# ~date] ~form)))

(extend-class java.time.temporal.TemporalAdjusters
  :static
  (firstDayOfMonth [] (adjusting [t] (.withDayOfMonth t 1)))
  (lastDayOfMonth [] (adjusting [t] (.withDayOfMonth t (month-length (.getYear t) (.getMonthValue t)))))
  (firstDayOfNextMonth [] (adjusting [t] (.plusMonths (.withDayOfMonth t 1) 1)))
  (firstDayOfYear [] (adjusting [t] (.withDayOfYear t 1)))
  (lastDayOfYear [] (adjusting [t] (.withDayOfYear t (if (leap-year? (.getYear t)) 366 365))))
  (firstDayOfNextYear [] (adjusting [t] (.plusYears (.withDayOfYear t 1) 1)))
  (next [day] (adjusting [t] (.plusDays t (inc (mod (- (.ordinal day) (.ordinal (.getDayOfWeek t)) 1) 7)))))
  (nextOrSame [day] (adjusting [t] (.plusDays t (mod (- (.ordinal day) (.ordinal (.getDayOfWeek t))) 7))))
  (previous [day] (adjusting [t] (.minusDays t (inc (mod (- (.ordinal (.getDayOfWeek t)) (.ordinal day) 1) 7)))))
  (previousOrSame [day] (adjusting [t] (.minusDays t (mod (- (.ordinal (.getDayOfWeek t)) (.ordinal day)) 7)))))
