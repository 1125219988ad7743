(ns clojure.host.time.parsed
  "java.time.format.Parsed: what a formatter has read, as the fields, the date, the time and the zone that follow from it.

  Fields are a map of names of ChronoField to numbers. While a text is read, it also has :offset and :zone, :defaults for
  fields that the text does not give, :daylight when a zone's name says that, and :lenient-days for ResolverStyle/SMART."
  (:require [clojure.host.defclass :refer [defclass]]
            [clojure.host.time.units :refer [unsupported-field]]
            clojure.host.time.ranges
            clojure.host.time.local
            clojure.host.time.zoned)
  (:import (java.time DateTimeException LocalDate LocalDateTime LocalTime ZonedDateTime ZoneOffset)
           (java.time.chrono IsoChronology)
           (java.time.format Parsed)
           (java.time.temporal ChronoField)))

(defn- field-text
  "How a field with that name is shown."
  [k]
  (str (or (some (fn [field] (when (= k (.name field)) field)) (ChronoField/values)) k)))

(defclass java.time.format.Parsed [fields date time zone]
  (isSupported [this field]
    (boolean (or (contains? fields (.name field))
                 (and (instance? ChronoField field)
                      (or (and date (.isSupported date field)) (and time (.isSupported time field))))
                 (and (not (instance? ChronoField field)) (.isSupportedBy field this)))))
  (getLong [this field]
    (or (get fields (.name field))
        (cond
          (not (instance? ChronoField field)) (.getFrom field this)
          (and date (.isSupported date field)) (.getLong date field)
          (and time (.isSupported time field)) (.getLong time field)
          :else (unsupported-field field))))
  (get [this field]
    (let [n (.getLong this field)]
      (.checkValidIntValue (.range field) n field)))
  (held-date [_] date)
  (held-time [_] time)
  (held-offset [_]
    (if-let [seconds (get fields "OFFSET_SECONDS")]
      (ZoneOffset/ofTotalSeconds seconds)
      (when (instance? ZoneOffset zone) zone)))
  (held-zone [_] zone)
  (held-chronology [_] IsoChronology/INSTANCE)
  (toString [_]
    (str "{" (apply str (interpose ", " (for [[k n] fields] (str (field-text k) "=" n)))) "},ISO" (when zone (str "," zone))
         (when (or date time) " resolved to ") date (when (and date time) "T") time)))

(def ^:private limits
  [["YEAR_OF_ERA" "YearOfEra" 1 999999999 "999999999/1000000000"]
   ["MONTH_OF_YEAR" "MonthOfYear" 1 12] ["DAY_OF_MONTH" "DayOfMonth" 1 31 "28/31"] ["HOUR_OF_DAY" "HourOfDay" 0 23]
   ["MINUTE_OF_HOUR" "MinuteOfHour" 0 59] ["SECOND_OF_MINUTE" "SecondOfMinute" 0 59]
   ["CLOCK_HOUR_OF_AMPM" "ClockHourOfAmPm" 1 12] ["DAY_OF_YEAR" "DayOfYear" 1 366 "365/366"]])

(defn- check-limits [fields]
  (doseq [[k text low high shown] limits :let [n (get fields k)]]
    (when (and n (not (<= low n high)))
      (throw (DateTimeException. (str "Invalid value for " text " (valid values " low " - " (or shown high) "): " n))))))

(defn with-year
  "The fields with the year that one of an era means. A strict formatter wants the era as well."
  [{year "YEAR_OF_ERA" era "ERA" :as fields}]
  (if (and year (not (get fields "YEAR")) (or era (:lenient-days fields)))
    (-> (dissoc fields "YEAR_OF_ERA" "ERA")
        (assoc "YEAR" (if (= 0 era) (- 1 year) year)))
    fields))

(defn- with-hour
  "The fields with the hour of the day that other fields mean."
  [fields]
  (let [{h "CLOCK_HOUR_OF_DAY" h12 "CLOCK_HOUR_OF_AMPM"} fields
        fields (cond-> (dissoc fields "CLOCK_HOUR_OF_DAY" "CLOCK_HOUR_OF_AMPM")
                 h (assoc "HOUR_OF_DAY" (mod h 24))
                 h12 (assoc "HOUR_OF_AMPM" (mod h12 12)))
        {hour "HOUR_OF_AMPM" half "AMPM_OF_DAY"} fields]
    (if (and hour half)
      (assoc (dissoc fields "HOUR_OF_AMPM" "AMPM_OF_DAY") "HOUR_OF_DAY" (+ hour (* 12 half)))
      fields)))

(defn- date-of
  "[date, names of the fields that it is made of], or nil."
  [{y "YEAR" m "MONTH_OF_YEAR" d "DAY_OF_MONTH" n "DAY_OF_YEAR" week-year "WeekBasedYear" week "WeekOfWeekBasedYear"
    weekday "DAY_OF_WEEK" day "EPOCH_DAY" :as fields}]
  (cond
    day [(LocalDate/ofEpochDay day) ["EPOCH_DAY"]]
    (and y m d) [(LocalDate/of y m (if (:lenient-days fields) (min d (.lengthOfMonth (LocalDate/of y m 1))) d))
                 ["YEAR" "MONTH_OF_YEAR" "DAY_OF_MONTH"]]
    (and y n) [(LocalDate/ofYearDay y n) ["YEAR" "DAY_OF_YEAR"]]
    (and week-year week weekday)
    [(.plusWeeks (.with (LocalDate/of week-year 1 4) ChronoField/DAY_OF_WEEK weekday) (dec week))
     ["WeekBasedYear" "WeekOfWeekBasedYear" "DAY_OF_WEEK"]]))

(defn- time-of
  "[time, names of the fields that it is made of], or nil. What is finer than a field that is missing needs that field."
  [{nanos "NANO_OF_DAY" h "HOUR_OF_DAY" m "MINUTE_OF_HOUR" s "SECOND_OF_MINUTE" n "NANO_OF_SECOND"}]
  (cond
    nanos [(LocalTime/ofNanoOfDay nanos) ["NANO_OF_DAY"]]
    (and h (or m (not (or s n))) (or s (not n)))
    [(LocalTime/of h (or m 0) (or s 0) (or n 0)) ["HOUR_OF_DAY" "MINUTE_OF_HOUR" "SECOND_OF_MINUTE" "NANO_OF_SECOND"]]))

(defn- cross-checked
  "The fields without those that the date or time has as well, which must agree with it."
  [fields part]
  (if part
    (reduce (fn [fields field]
              (let [k (.name field) given (get fields k)]
                (if (and given (.isSupported part field))
                  (let [n (.getLong part field)]
                    (when (not= n given)
                      (throw (DateTimeException. (str "Conflict found: Field " field " " n " differs from " field " " given
                                                      " derived from " part))))
                    (dissoc fields k))
                  fields)))
            fields (ChronoField/values))
    fields))

(defn- in-zone
  "The date-time in the zone or at the offset that was read, or nil. An offset beside a zone decides
  the instant; a zone's name may say which of two offsets is meant."
  [local {:keys [zone offset daylight]}]
  (cond
    (and zone offset) (ZonedDateTime/ofInstant (.toInstant local offset) zone)
    zone (let [t (ZonedDateTime/of local zone)]
           (if (or (nil? daylight) (= daylight (.isDaylightSavings (.getRules zone) (.toInstant t))))
             t
             (.withLaterOffsetAtOverlap t)))
    offset (ZonedDateTime/of local offset)))

(defn resolved
  "The Parsed of the fields that were read."
  [read]
  (check-limits read)
  (let [all (with-hour (with-year (merge (:defaults read) read)))
        [date of-date] (date-of all)
        [time of-time] (time-of all)
        {:keys [zone]} all
        offset (or (:offset all) (some-> (get all "OFFSET_SECONDS") ZoneOffset/ofTotalSeconds))
        seconds (when (and date time)
                  (some-> (in-zone (LocalDateTime/of date time) (assoc all :offset offset)) .toEpochSecond))
        left (-> (into {} (filter (fn [[k _]] (string? k))) (apply dissoc all (concat of-date of-time)))
                 (cross-checked date)
                 (cross-checked time))]
    (Parsed/<init> (cond-> left
                     offset (assoc "OFFSET_SECONDS" (long (.getTotalSeconds offset)))
                     seconds (assoc "INSTANT_SECONDS" seconds))
                   date time zone)))
