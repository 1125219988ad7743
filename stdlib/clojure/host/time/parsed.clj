(ns clojure.host.time.parsed
  "java.time.format.Parsed: what a formatter has read, as the fields, the date, the time and the zone that follow from it.

  Fields are a map of names of ChronoField to numbers. While a text is read, it also has :offset-seconds and :zone, :defaults
  for fields that the text does not give, :daylight when a zone's name says that, :lenient-days for ResolverStyle/SMART,
  and :others, the fields that were read and are none of ChronoField, by name."
  (:require [clojure.host.defclass :refer [defclass]]
            [clojure.host.time.units :refer [unsupported-field]]
            clojure.host.time.ranges
            clojure.host.time.local
            clojure.host.time.zoned)
  (:import (java.time DateTimeException DayOfWeek Instant LocalDate LocalDateTime LocalTime ZonedDateTime ZoneOffset)
           (java.time.chrono IsoChronology)
           (java.time.format Parsed)
           (java.time.temporal ChronoField JulianFields)))

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

(defn- check
  "Throws when a field has a value that it cannot have."
  [fields field]
  (when-let [n (get fields (.name field))]
    (.checkValidValue field n)))

(defn- conflict
  "The exception that says that a field has two values, and where one of them comes from."
  [field given n origin]
  (DateTimeException. (str "Conflict found: " field " " given " differs from " field " " n origin)))

(defn- put
  "The fields with a value that follows from another field, with which one that was read must agree."
  [fields field n from]
  (let [k (.name field) given (get fields k)]
    (when (and given (not= given n))
      (throw (conflict field given n (str " while resolving  " from))))
    (assoc fields k n)))

(defn with-year
  "The fields with the year that one of an era means, with which one that was read must agree. A strict formatter wants the
  era, or that year, as well."
  [{n "YEAR_OF_ERA" era "ERA" year "YEAR" :as fields}]
  (if (and n (or era year (:lenient-days fields)))
    (let [before-christ? (if era (zero? era) (and year (not (pos? year))))
          meant (if before-christ? (- 1 n) n)]
      (when (and year (not= year meant)) (throw (conflict ChronoField/YEAR year meant "")))
      (assoc (dissoc fields "YEAR_OF_ERA" "ERA") "YEAR" meant))
    fields))

(defn- with-instant
  "The fields with the day and the second of it that the seconds of an instant mean in a zone, or at an offset."
  [{seconds "INSTANT_SECONDS" :keys [zone offset-seconds] :as fields}]
  (if-let [place (when seconds (or zone (when offset-seconds (ZoneOffset/ofTotalSeconds offset-seconds))))]
    (let [t (.toLocalDateTime (.atZone (Instant/ofEpochSecond seconds) place))]
      (-> fields
          (put ChronoField/EPOCH_DAY (.toEpochDay (.toLocalDate t)) ChronoField/INSTANT_SECONDS)
          (put ChronoField/SECOND_OF_DAY (long (.toSecondOfDay (.toLocalTime t))) ChronoField/INSTANT_SECONDS)))
    fields))

(defn- with-clock-hour
  "The fields with the hour that one which counts from 1 to `most` means. Only a strict formatter refuses 0."
  [fields clock-field field most]
  (if-let [n (get fields (.name clock-field))]
    (do
      (when-not (and (zero? n) (:lenient-days fields)) (check fields clock-field))
      (put (dissoc fields (.name clock-field)) field (mod n most) clock-field))
    fields))

(defn- with-hour
  "The fields with the hour of the day that other fields mean."
  [fields]
  (let [fields (-> fields
                   (with-clock-hour ChronoField/CLOCK_HOUR_OF_DAY ChronoField/HOUR_OF_DAY 24)
                   (with-clock-hour ChronoField/CLOCK_HOUR_OF_AMPM ChronoField/HOUR_OF_AMPM 12))
        {hour "HOUR_OF_AMPM" half "AMPM_OF_DAY"} fields]
    (if (and hour half)
      (do
        (check fields ChronoField/AMPM_OF_DAY)
        (check fields ChronoField/HOUR_OF_AMPM)
        (put (dissoc fields "HOUR_OF_AMPM" "AMPM_OF_DAY") ChronoField/HOUR_OF_DAY (+ hour (* 12 half)) ChronoField/AMPM_OF_DAY))
      fields)))

(defn- with-part-of-day
  "The fields with the hour, the minute and what is finer that a field means which counts so many nanoseconds from the
  beginning of the day."
  [fields field nanos]
  (let [k (.name field)]
    (if-let [n (get fields k)]
      (let [total (* n nanos) seconds (quot total 1000000000)]
        (check fields field)
        (cond-> (-> (dissoc fields k)
                    (put ChronoField/HOUR_OF_DAY (quot seconds 3600) field)
                    (put ChronoField/MINUTE_OF_HOUR (rem (quot seconds 60) 60) field))
          (<= nanos 1000000000) (put ChronoField/SECOND_OF_MINUTE (rem seconds 60) field)
          (< nanos 1000000000) (put ChronoField/NANO_OF_SECOND (rem total 1000000000) field)))
      fields)))

(defn- with-parts-of-day
  "The fields with what those that count from the beginning of the day mean."
  [fields]
  (-> fields
      (with-part-of-day ChronoField/NANO_OF_DAY 1)
      (with-part-of-day ChronoField/MICRO_OF_DAY 1000)
      (with-part-of-day ChronoField/MILLI_OF_DAY 1000000)
      (with-part-of-day ChronoField/SECOND_OF_DAY 1000000000)
      (with-part-of-day ChronoField/MINUTE_OF_DAY 60000000000)))

(defn- with-nanos
  "The fields with the nanoseconds that milli- or microseconds mean where no finer field was read."
  [{milli "MILLI_OF_SECOND" micro "MICRO_OF_SECOND" nano "NANO_OF_SECOND" :as fields}]
  (check fields ChronoField/MILLI_OF_SECOND)
  (check fields ChronoField/MICRO_OF_SECOND)
  (check fields ChronoField/NANO_OF_SECOND)
  (cond
    nano fields
    micro (assoc (dissoc fields "MICRO_OF_SECOND") "NANO_OF_SECOND" (* 1000 micro))
    milli (assoc (dissoc fields "MILLI_OF_SECOND") "NANO_OF_SECOND" (* 1000000 milli))
    :else fields))

(defn- week-begin
  "The first day of week 1 of the month or year that begins with the date."
  [date first-day minimal]
  (let [into-week (mod (- (.getValue (.getDayOfWeek date)) first-day) 7)]
    (.plusDays date (if (<= minimal (- 7 into-week)) (- into-week) (- 7 into-week)))))

(defn- day-of-week-based-year
  "A day of a week of a week-based year. A week past the last is the last."
  [year week weekday first-day minimal]
  (let [begin-of (fn [year] (week-begin (LocalDate/of year 1 1) first-day minimal))
        begin (begin-of year)
        weeks (quot (- (.toEpochDay (begin-of (inc year))) (.toEpochDay begin)) 7)]
    (.plusDays begin (+ (* 7 (dec (min week weeks))) (mod (- weekday first-day) 7)))))

(defn- week-field-parts
  "[what it counts, first day of the week, least days of a first week] of the name of a field of WeekFields, or nil."
  [k]
  (when-let [[_ label day minimal] (re-matches #"(\w+)\[WeekFields\[(\w+),(\d)\]\]" k)]
    [label (.getValue (DayOfWeek/valueOf day)) (Long/parseLong minimal)]))

(defn- with-weekday
  "The fields with the day of the week that a field of WeekFields means, which counts from another day."
  [fields]
  (reduce (fn [fields [k field]]
            (let [[label first-day] (week-field-parts k) n (get fields k)]
              (if (= label "DayOfWeek")
                (do (.checkValidValue (.range field) n field)
                    (put (dissoc fields k) ChronoField/DAY_OF_WEEK (inc (mod (+ n first-day -2) 7)) field))
                fields)))
          fields (:others fields)))

(defn- date-of-week
  "[date, names of the fields that it is made of] by fields of WeekFields, or nil."
  [{y "YEAR" m "MONTH_OF_YEAR" weekday "DAY_OF_WEEK" :keys [others] :as fields}]
  (when weekday
    (some (fn [[k field]]
            (let [[label first-day minimal] (week-field-parts k)
                  year-key (str "WeekBasedYear[WeekFields[" (when first-day (DayOfWeek/of first-day)) "," minimal "]]")
                  week-year (get fields year-key)
                  week (fn [] (.checkValidValue (.range field) (get fields k) field))
                  day-from (fn [date]
                             (.plusDays (week-begin date first-day minimal)
                                        (+ (* 7 (dec (week))) (mod (- weekday first-day) 7))))]
              (cond
                (and (= label "WeekOfWeekBasedYear") week-year)
                [(day-of-week-based-year week-year (week) weekday first-day minimal) #{k year-key "DAY_OF_WEEK"}]
                (and (= label "WeekOfMonth") y m) [(day-from (LocalDate/of y m 1)) #{k "YEAR" "MONTH_OF_YEAR" "DAY_OF_WEEK"}]
                (and (= label "WeekOfYear") y) [(day-from (LocalDate/of y 1 1)) #{k "YEAR" "DAY_OF_WEEK"}])))
          others)))

(defn- date-of-julian
  "The date of a field that counts days, with the field's name, or nil."
  [fields]
  (some (fn [field]
          (when-let [n (get fields (.name field))]
            [(.with LocalDate/EPOCH field n) #{(.name field)}]))
        [JulianFields/JULIAN_DAY JulianFields/MODIFIED_JULIAN_DAY JulianFields/RATA_DIE]))

(defn- date-of
  "[date, names of the fields that it is made of], or nil."
  [{y "YEAR" m "MONTH_OF_YEAR" d "DAY_OF_MONTH" n "DAY_OF_YEAR" week-year "WeekBasedYear" week "WeekOfWeekBasedYear"
    weekday "DAY_OF_WEEK" day "EPOCH_DAY" :as fields}]
  (cond
    day [(LocalDate/ofEpochDay day) #{"EPOCH_DAY"}]
    (and y m d) (do
                  (check fields ChronoField/YEAR)
                  (check fields ChronoField/MONTH_OF_YEAR)
                  (check fields ChronoField/DAY_OF_MONTH)
                  [(LocalDate/of y m (if (:lenient-days fields) (min d (.lengthOfMonth (LocalDate/of y m 1))) d))
                   #{"YEAR" "MONTH_OF_YEAR" "DAY_OF_MONTH"}])
    (and y n) [(LocalDate/ofYearDay y n) #{"YEAR" "DAY_OF_YEAR"}]
    (and week-year week weekday)
    [(.plusWeeks (.with (LocalDate/of week-year 1 4) ChronoField/DAY_OF_WEEK weekday) (dec week))
     #{"WeekBasedYear" "WeekOfWeekBasedYear" "DAY_OF_WEEK"}]
    :else (or (date-of-julian fields) (date-of-week fields))))

(def ^:private parts-of-time #{"HOUR_OF_DAY" "MINUTE_OF_HOUR" "SECOND_OF_MINUTE" "NANO_OF_SECOND"})

(defn- time-of
  "[time, names of the fields that it is made of, days that it is past the date], or nil. What is finer than a field that
  is missing needs that field. Unless the formatter is strict, 24:00 is the end of the day and a half of the day alone
  is the middle of it."
  [{h "HOUR_OF_DAY" m "MINUTE_OF_HOUR" s "SECOND_OF_MINUTE" n "NANO_OF_SECOND" half "AMPM_OF_DAY" :keys [lenient-days] :as fields}]
  (cond
    (and h (or m (not (or s n))) (or s (not n)))
    (if (and lenient-days (= 24 h) (every? (fn [part] (zero? (or part 0))) [m s n]))
      [LocalTime/MIDNIGHT parts-of-time 1]
      (do
        (check fields ChronoField/MINUTE_OF_HOUR)
        (check fields ChronoField/NANO_OF_SECOND)
        (check fields ChronoField/HOUR_OF_DAY)
        (check fields ChronoField/SECOND_OF_MINUTE)
        [(LocalTime/of h (or m 0) (or s 0) (or n 0)) parts-of-time 0]))
    (and half lenient-days (not (or h m s n)))
    (do
      (check fields ChronoField/AMPM_OF_DAY)
      [(LocalTime/of (+ 6 (* 12 half)) 0) #{"AMPM_OF_DAY"} 0])))

(defn- fields-left
  "The fields of ChronoField, and then the others, that are left."
  [left others]
  (when (seq left)
    (sort-by (fn [field] (.ordinal field)) (map (fn [k] (or (get others k) (ChronoField/valueOf k))) (keys left)))))

(defn- cross-checked
  "The fields without those that the date or time has as well, which must agree with it."
  [fields others part]
  (if part
    (reduce (fn [fields field]
              (if (if (instance? ChronoField field) (.isSupported part field) (.isSupportedBy field part))
                (let [k (.name field)
                      given (get fields k)
                      n (if (instance? ChronoField field) (.getLong part field) (.getFrom field part))]
                  (when (not= n given)
                    (throw (DateTimeException. (str "Conflict found: Field " field " " n " differs from " field " " given
                                                    " derived from " part))))
                  (dissoc fields k))
                fields))
            fields (fields-left fields others))
    fields))

(defn- in-zone
  "The date-time in the zone or at the offset that was read, or nil. An offset beside a zone decides
  the instant; a zone's name may say which of two offsets is meant."
  [local {:keys [zone daylight]} offset]
  (cond
    (and zone offset) (ZonedDateTime/ofInstant (.toInstant local offset) zone)
    zone (let [t (ZonedDateTime/of local zone)]
           (if (or (nil? daylight) (= daylight (.isDaylightSavings (.getRules zone) (.toInstant t))))
             t
             (.withLaterOffsetAtOverlap t)))
    offset (ZonedDateTime/of local offset)))

(defn- with-fraction
  "The fields that are left with the parts of a second that go with its fields where they made no time."
  [{n "NANO_OF_SECOND" :as left}]
  (if (or (contains? left "SECOND_OF_MINUTE") (contains? left "INSTANT_SECONDS"))
    (let [n (or n 0)]
      (assoc left "NANO_OF_SECOND" n "MICRO_OF_SECOND" (quot n 1000) "MILLI_OF_SECOND" (quot n 1000000)))
    left))

(defn- check-times
  "Throws when a field of the time of day that is left has a value that it cannot have."
  [left others]
  (doseq [field (fields-left left others)]
    (when (and (instance? ChronoField field) (.isTimeBased field)) (check left field))))

(defn- without
  "The fields alone, but those that a date and a time are made of."
  [all of-date of-time]
  (reduce-kv (fn [left k n]
               (if (and (string? k) (not (contains? of-date k)) (not (contains? of-time k))) (assoc left k n) left))
             {} all))

(defn resolved
  "The Parsed of the fields that were read."
  [read]
  (check read ChronoField/YEAR_OF_ERA)
  (let [all (-> (if-let [defaults (:defaults read)] (merge defaults read) read) with-instant with-year with-weekday)
        [date of-date] (date-of all)
        all (-> all with-hour with-parts-of-day with-nanos)
        [time of-time days] (time-of all)
        {:keys [zone others]} all
        offset-seconds (or (:offset-seconds all) (get all "OFFSET_SECONDS"))
        left (-> (without all of-date of-time)
                 (cross-checked others date)
                 (cross-checked others time))
        left (if time left (with-fraction left))
        date (if (and date time (pos? days)) (.plusDays date days) date)
        seconds (when (and date time (or zone offset-seconds))
                  (some-> (in-zone (LocalDateTime/of date time) all (some-> offset-seconds ZoneOffset/ofTotalSeconds))
                          .toEpochSecond))]
    (check-times left others)
    (Parsed/<init> (cond-> left
                     offset-seconds (assoc "OFFSET_SECONDS" (long offset-seconds))
                     seconds (assoc "INSTANT_SECONDS" seconds))
                   date time zone)))
