(ns clojure.host.calendar
  "java.util.Calendar and GregorianCalendar: fields that may be set one by one, in any order, before the
  time that they mean is asked for. One calendar: the Gregorian one, without its beginning in 1582."
  (:require [clojure.host.defclass :refer [defclass extend-class]])
  (:import (java.time Instant LocalDate ZoneOffset)
           (java.util Calendar Date GregorianCalendar TimeZone)))

(def ^:private day-ms 86400000)

(def ^:private field-names
  '[ERA YEAR MONTH WEEK_OF_YEAR WEEK_OF_MONTH DAY_OF_MONTH DAY_OF_YEAR DAY_OF_WEEK DAY_OF_WEEK_IN_MONTH AM_PM HOUR
    HOUR_OF_DAY MINUTE SECOND MILLISECOND ZONE_OFFSET DST_OFFSET])

(def ^:private other-constants
  (into '[[DATE 5] [AM 0] [PM 1] [UNDECIMBER 12] [FIELD_COUNT 17] [SHORT 1] [LONG 2]]
        (concat (map vector '[JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER] (range))
                (map vector '[SUNDAY MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY] (range 1 8)))))

(defmacro ^:private def-fields []
  `(do ~@(map-indexed (fn [i field] `(def ~(with-meta field {:private true}) ~i)) field-names)
       (extend-class Calendar
         :static
         ~@(map-indexed (fn [i field] (list :field field (list 'int i))) field-names)
         ~@(map (fn [[constant value]] (list :field constant (list 'int value))) other-constants))))
(def-fields)

(defn- day-of-week "1 is Sunday." [^LocalDate date] (inc (mod (.getValue (.getDayOfWeek date)) 7)))

(defn- week
  "The week that contains the day number n (1 is the first) of a period whose first day is that day of
  the week: weeks begin on Sunday, the first one has at least one day."
  [n first-day]
  (inc (quot (+ (dec n) (dec first-day)) 7)))

(defn- week-of-year [^LocalDate date]
  (let [next-year (.withDayOfYear (.plusYears date 1) 1)
        days-left (- (.toEpochDay next-year) (.toEpochDay date))]
    (if (< days-left (day-of-week next-year))
      1
      (week (.getDayOfYear date) (day-of-week (.withDayOfYear date 1))))))

(defn- fields-at
  "The fields of a time, milliseconds since 1970, at an offset in milliseconds, of which `saving` is
  daylight saving time."
  [ms offset saving]
  (let [local (+ ms offset)
        date (LocalDate/ofEpochDay (Math/floorDiv (long local) (long day-ms)))
        of-day (Math/floorMod (long local) (long day-ms))
        hour (quot of-day 3600000)
        day (.getDayOfMonth date)
        year (.getYear date)]
    [(if (pos? year) 1 0) (if (pos? year) year (- 1 year)) (dec (.getMonthValue date)) (week-of-year date)
     (week day (day-of-week (.withDayOfMonth date 1))) day (.getDayOfYear date) (day-of-week date) (inc (quot (dec day) 7))
     (quot hour 12) (rem hour 12) hour (rem (quot of-day 60000) 60) (rem (quot of-day 1000) 60) (rem of-day 1000) (- offset saving) saving]))

(defn- date-of
  "The date of fields, of which `order` names those that were set, oldest first: the newest decides
  whether the day counts in the month, the year or the week."
  [fields order]
  (let [value (fn [i] (nth fields i))
        decisive (last (filter #{MONTH WEEK_OF_YEAR WEEK_OF_MONTH DAY_OF_MONTH DAY_OF_YEAR DAY_OF_WEEK DAY_OF_WEEK_IN_MONTH} order))
        year (if (zero? (value ERA)) (- 1 (value YEAR)) (value YEAR))
        first-day (LocalDate/of (int year) 1 1)
        month (.plusMonths first-day (value MONTH))
        week-start (fn [^LocalDate date] (.minusDays date (dec (day-of-week date))))]
    (condp = decisive
      DAY_OF_YEAR (.plusDays first-day (dec (value DAY_OF_YEAR)))
      WEEK_OF_YEAR (.plusDays (week-start first-day) (+ (* 7 (dec (value WEEK_OF_YEAR))) (dec (value DAY_OF_WEEK))))
      WEEK_OF_MONTH (.plusDays (week-start month) (+ (* 7 (dec (value WEEK_OF_MONTH))) (dec (value DAY_OF_WEEK))))
      DAY_OF_WEEK (.plusDays (week-start (.plusDays month (dec (value DAY_OF_MONTH)))) (dec (value DAY_OF_WEEK)))
      DAY_OF_WEEK_IN_MONTH (.plusDays month (+ (* 7 (dec (value DAY_OF_WEEK_IN_MONTH)))
                                               (mod (- (value DAY_OF_WEEK) (day-of-week month)) 7)))
      (.plusDays month (dec (value DAY_OF_MONTH))))))

(defn- zoned-time
  "The time of a local date-time as milliseconds: the later one where it is twice, as calendars have it."
  [^TimeZone zone local-ms]
  (let [local (.toLocalDateTime (.atOffset (Instant/ofEpochMilli local-ms) ZoneOffset/UTC))]
    (.toEpochMilli (.toInstant (.withLaterOffsetAtOverlap (.atZone local (.toZoneId zone)))))))

(defn- saving-at [^TimeZone zone ms]
  (.toMillis (.getDaylightSavings (.getRules (.toZoneId zone)) (Instant/ofEpochMilli ms))))

(defn- time-of
  "The time that fields mean; they decide the offset themselves when it was set."
  [fields order ^TimeZone zone]
  (let [value (fn [i] (nth fields i))
        hour (if (#{HOUR AM_PM} (last (filter #{HOUR AM_PM HOUR_OF_DAY} order)))
               (+ (* 12 (value AM_PM)) (value HOUR))
               (value HOUR_OF_DAY))]
    (let [local (+ (* day-ms (.toEpochDay (date-of fields order)))
                   (* 3600000 hour) (* 60000 (value MINUTE)) (* 1000 (value SECOND)) (value MILLISECOND))]
      (if (some #{ZONE_OFFSET DST_OFFSET} order)
        (- local (value ZONE_OFFSET) (value DST_OFFSET))
        (zoned-time zone local)))))

(def ^:private unit-ms
  {AM_PM 43200000 HOUR 3600000 HOUR_OF_DAY 3600000 MINUTE 60000 SECOND 1000 MILLISECOND 1
   DAY_OF_MONTH day-ms DAY_OF_YEAR day-ms DAY_OF_WEEK day-ms
   WEEK_OF_YEAR (* 7 day-ms) WEEK_OF_MONTH (* 7 day-ms) DAY_OF_WEEK_IN_MONTH (* 7 day-ms)})

(defn- month-length [fields]
  (.lengthOfMonth (LocalDate/of (int (nth fields YEAR)) (int (inc (nth fields MONTH))) 1)))

(defn- maximum [field fields]
  (condp = field
    ERA 1, YEAR 292278994, MONTH 11, WEEK_OF_YEAR 53, WEEK_OF_MONTH 6
    DAY_OF_MONTH (month-length fields)
    DAY_OF_YEAR (.lengthOfYear (LocalDate/of (int (nth fields YEAR)) 1 1))
    DAY_OF_WEEK 7, DAY_OF_WEEK_IN_MONTH 5, AM_PM 1, HOUR 11, HOUR_OF_DAY 23, MINUTE 59, SECOND 59, MILLISECOND 999
    ZONE_OFFSET 50400000, DST_OFFSET 7200000))

(defn- minimum [field]
  (cond (#{YEAR WEEK_OF_YEAR DAY_OF_MONTH DAY_OF_YEAR DAY_OF_WEEK DAY_OF_WEEK_IN_MONTH} field) 1
        (= field ZONE_OFFSET) -46800000
        :else 0))

;; Of all years and months, field by field: the least of the largest values, and the largest.
(def ^:private least-maxima [1 292269054 11 50 3 28 355 7 3 1 11 23 59 59 999 50400000 1200000])
(def ^:private maxima [1 292278994 11 53 6 31 366 7 6 1 11 23 59 59 999 50400000 7200000])

(defn- check-strictly
  "Throws unless the fields that were set are what the time that they give has, too, within their limits."
  [fields order computed]
  (let [given (sort order)
        refuse (fn [& message] (throw (IllegalArgumentException. (apply str message))))]
    (doseq [field given]
      (when-not (<= (minimum field) (nth fields field) (nth maxima field)) (refuse (nth field-names field))))
    (doseq [field given
            :let [wanted (nth fields field) found (nth computed field)]]
      (when-not (= wanted found) (refuse (nth field-names field) ": " wanted " -> " found)))))

(defn- start-of-weeks
  "The day, since 1970, on which the first week of a year begins."
  [year]
  (let [first-day (LocalDate/of (int year) 1 1)]
    (- (.toEpochDay first-day) (dec (day-of-week first-day)))))

(defn- with-shorter-month [fields] (update fields DAY_OF_MONTH min (month-length fields)))

;; What the values of a field are called, in English; nil for a field of numbers. A style is odd for short names.
(defn- names-of [field style]
  (let [named (fn [enum value-of]
                (into {} (map (fn [x] (let [label (.name x)
                                            text (str (subs label 0 1) (.toLowerCase (subs label 1)))]
                                        [(if (odd? style) (subs text 0 3) text) (int (value-of x))])))
                      enum))]
    (condp = field
      MONTH (named (java.time.Month/values) (fn [month] (dec (.getValue month))))
      DAY_OF_WEEK (named (java.time.DayOfWeek/values) (fn [day] (inc (mod (.getValue day) 7))))
      AM_PM {"AM" (int 0) "PM" (int 1)}
      ERA {"BC" (int 0) "AD" (int 1)}
      nil)))

(defn- shown
  "A calendar's text: the time is nil while it is to be computed, the fields are while they were cleared."
  [ms zone fields lenient]
  (str "java.util.GregorianCalendar[time=" (or ms "?") ",areFieldsSet=" (some? ms) ",areAllFieldsSet=" (some? fields)
       ",lenient=" lenient ",zone=" zone ",firstDayOfWeek=1,minimalDaysInFirstWeek=1"
       (apply str (map-indexed (fn [i field] (str "," field "=" (if fields (nth fields i) "?"))) field-names))
       "]"))

(defclass java.util.GregorianCalendar
  ;; ms is the time while nothing is pending, else `fields` are what counts; `order` names those set.
  [^:unsynchronized-mutable ms ^:unsynchronized-mutable zone ^:unsynchronized-mutable fields ^:unsynchronized-mutable order
   ^:unsynchronized-mutable lenient]
  (complete [_]
    (when-not ms
      (let [time (time-of fields order zone)]
        (when-not lenient (check-strictly fields order (fields-at time (.getOffset zone time) (saving-at zone time))))
        (set! ms time))
      (set! fields nil)
      (set! order []))
    (when-not fields (set! fields (fields-at ms (.getOffset zone ms) (saving-at zone ms)))))
  (toString [_]
    (shown ms zone
           (cond ms (fields-at ms (.getOffset zone ms) (saving-at zone ms)) (seq order) fields)
           lenient))
  (getTimeInMillis [this] (.complete this) ms)
  (setTimeInMillis [_ n] (set! ms (long n)) (set! fields nil) (set! order []) nil)
  (getTime [this] (Date. (.getTimeInMillis this)))
  (setTime [this date] (.setTimeInMillis this (.getTime date)))
  (toInstant [this] (Instant/ofEpochMilli (.getTimeInMillis this)))
  (getTimeZone [_] zone)
  (setTimeZone [this z]
    (if ms
      (set! fields nil)
      (set! fields (assoc fields ZONE_OFFSET (.getRawOffset z))))
    (set! zone z)
    nil)
  (get [this field] (.complete this) (int (nth fields field)))
  (set [this field value]
    (when-not fields (.complete this))
    (set! fields (assoc fields field (long value)))
    (set! order (conj (filterv (fn [f] (not= f field)) order) field))
    (set! ms nil))
  (set [this year month day]
    (.set this YEAR year) (.set this MONTH month) (.set this DAY_OF_MONTH day))
  (set [this year month day hour minute]
    (.set this year month day) (.set this HOUR_OF_DAY hour) (.set this MINUTE minute))
  (set [this year month day hour minute second]
    (.set this year month day hour minute) (.set this SECOND second))
  (isSet [_ field] true)
  (clear [this]
    (set! fields (assoc (fields-at 0 0 0) ZONE_OFFSET (.getRawOffset zone)))
    (set! order [])
    (set! ms nil))
  (clear [this field]
    (.complete this)
    (.set this field (nth (fields-at 0 0 0) field)))
  (add [this field n]
    (.complete this)
    (cond
      (zero? n) nil
      (= field YEAR) (.setFields this (with-shorter-month (update fields YEAR + n)))
      (= field MONTH) (let [months (+ (nth fields MONTH) n)]
                        (.setFields this (with-shorter-month
                                          (-> fields (update YEAR + (Math/floorDiv (long months) 12)) (assoc MONTH (mod months 12))))))
      (>= (unit-ms field 0) day-ms)
      (.setTimeInMillis this (zoned-time zone (+ ms (nth fields ZONE_OFFSET) (nth fields DST_OFFSET) (* n (unit-ms field)))))
      :else (.setTimeInMillis this (+ ms (* n (or (unit-ms field) (throw (IllegalArgumentException.))))))))
  (roll [this field n]
    (.complete this)
    (let [n (if (boolean? n) (if n 1 -1) n)
          low (minimum field)
          size (inc (- (maximum field fields) low))]
      (.setFields this (with-shorter-month (assoc fields field (+ low (mod (+ (- (nth fields field) low) n) size)))) field)))
  (setFields [this all] (.setFields this all DAY_OF_MONTH))
  (setFields [_ all decisive]
    (set! fields all)
    (set! order [decisive])
    (set! ms nil))
  (getDisplayName [this field style _]
    (let [value (.get this field)]
      (some (fn [[label n]] (when (= n value) label)) (names-of field style))))
  (getDisplayNames [_ field style _] (some-> (names-of field style) java.util.HashMap.))
  (getActualMaximum [this field] (.complete this) (int (maximum field fields)))
  (getMaximum [_ field] (int (nth maxima field)))
  (getLeastMaximum [_ field] (int (nth least-maxima field)))
  (getGreatestMinimum [_ field] (int (minimum field)))
  (isWeekDateSupported [_] true)
  (getWeekYear [this]
    (let [year (.get this YEAR)]
      (int (if (and (= 1 (.get this WEEK_OF_YEAR)) (= 11 (.get this MONTH))) (inc year) year))))
  (getWeeksInWeekYear [this]
    (let [year (.getWeekYear this)]
      (int (quot (- (start-of-weeks (inc year)) (start-of-weeks year)) 7))))
  (getActualMinimum [_ field] (int (minimum field)))
  (getMinimum [_ field] (int (minimum field)))
  (getFirstDayOfWeek [_] (int 1))
  (setFirstDayOfWeek [_ day]
    (when-not (= 1 day) (throw (UnsupportedOperationException. "weeks that begin on another day than Sunday"))))
  (getMinimalDaysInFirstWeek [_] (int 1))
  (isLenient [_] lenient)
  (setLenient [_ b] (set! lenient b) nil)
  (getCalendarType [_] "gregory")
  (isLeapYear [_ year] (.isLeapYear (LocalDate/of (int year) 1 1)))
  (setGregorianChange [_ date])
  (toZonedDateTime [this] (java.time.ZonedDateTime/ofInstant (.toInstant this) (.toZoneId zone)))
  (before [this o] (and (instance? Calendar o) (neg? (.compareTo this o))))
  (after [this o] (and (instance? Calendar o) (pos? (.compareTo this o))))
  (compareTo [this o] (int (compare (.getTimeInMillis this) (.getTimeInMillis (clojure.core/-as Calendar o)))))
  (equals [this o] (and (instance? Calendar o) (= (.getTimeInMillis this) (.getTimeInMillis o)) (= zone (.getTimeZone o))))
  (hashCode [this] (.hashCode (.getTimeInMillis this)))
  (clone [this] (GregorianCalendar/<init> (.getTimeInMillis this) zone nil [] lenient))
  :static
  (:field AD (int 1))
  (:field BC (int 0))
  (from [date-time]
    (GregorianCalendar/<init> (.toEpochMilli (.toInstant date-time)) (TimeZone/getTimeZone (.getZone date-time)) nil [] true))
  (new ([] (GregorianCalendar. (TimeZone/getDefault)))
    ([zone] (GregorianCalendar/<init> (System/currentTimeMillis) (if (instance? TimeZone zone) zone (TimeZone/getDefault)) nil [] true))
    ([zone _] (GregorianCalendar. zone))
    ([year month day] (GregorianCalendar. year month day 0 0 0))
    ([year month day hour minute] (GregorianCalendar. year month day hour minute 0))
    ([year month day hour minute second]
     (doto (GregorianCalendar.) (.clear) (.set year month day hour minute second)))))

(extend-class java.util.Calendar
  :static
  (getInstance ([] (GregorianCalendar.)) ([zone] (GregorianCalendar. zone)) ([zone _] (GregorianCalendar. zone))))

(defn- offset-text [ms]
  (let [minutes (quot (abs ms) 60000)]
    (format "%s%02d:%02d" (if (neg? ms) "-" "+") (quot minutes 60) (rem minutes 60))))

(defn- print-calendar [^Calendar c ^java.io.Writer w]
  (let [value (fn [field] (.get c (int field)))]
    (.write w (str "#inst \""
                   (format "%04d-%02d-%02dT%02d:%02d:%02d.%03d" (value YEAR) (inc (value MONTH)) (value DAY_OF_MONTH)
                           (value HOUR_OF_DAY) (value MINUTE) (value SECOND) (value MILLISECOND))
                   (offset-text (+ (value ZONE_OFFSET) (value DST_OFFSET)))
                   "\""))))

;; For the class of instances, not for Calendar: the printer need not ask about other values then.
(defmethod print-method GregorianCalendar [c w] (print-calendar c w))
(defmethod print-dup GregorianCalendar [c w] (print-calendar c w))
