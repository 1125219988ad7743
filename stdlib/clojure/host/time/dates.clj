(ns clojure.host.time.dates
  "java.util.TimeZone, what java.util.Date knows of years and hours, and java.text's date formats."
  (:require [clojure.host.defclass :refer [defclass extend-class]]
            [clojure.host.time.date-zones :refer [zone-letters]]
            clojure.host.time.formatter
            [clojure.host.time.pattern-steps :refer [compile-pattern day-names letter-step month-names print-steps short-names]]
            [clojure.host.time.units :refer [pad]]
            [clojure.host.time.zone-names :refer [zone-text]]
            [clojure.host.time.zoned :refer [default-zone]])
  (:import (java.text DateFormat ParseException ParsePosition SimpleDateFormat)
           (java.time DateTimeException Instant LocalDate LocalDateTime LocalTime Year ZoneId ZoneOffset ZonedDateTime)
           (java.time.format DateTimeFormatter)
           (java.time.temporal ChronoField)
           (java.time.zone ZoneRules)
           (java.util Date SimpleTimeZone TimeZone)))

;; Time zones

(defn- offset-ms [rules instant] (int (* 1000 (.getTotalSeconds (.getOffset rules instant)))))

(defn- instant-of [t]
  (Instant/ofEpochMilli (if (number? t) t (.getTime t))))

(defn- custom-id
  "GMT and an offset as java.util.TimeZone reads them: GMT+1, GMT+0130, GMT-01:30; nil for other texts."
  [id]
  (let [[all sign hours minutes] (or (re-matches #"GMT([+-])(\d\d?)(?::(\d\d))?" id) (re-matches #"GMT([+-])(\d\d?)(\d\d)" id))]
    (when (and all (<= (Long/parseLong hours) 23) (<= (Long/parseLong (or minutes "0")) 59))
      (str "GMT" sign (pad (Long/parseLong hours) 2) ":" (or minutes "00")))))

(defn- custom-zone [id]
  (let [total (.getTotalSeconds (ZoneOffset/of (subs id 3)))
        id (if (zero? total) "GMT" id)]
    (TimeZone/<init> id (ZoneId/of id))))

(defclass java.util.TimeZone [id zone]
  (getID [_] id)
  (toZoneId [_] zone)
  (getRawOffset [_]
    (int (* 1000 (.getTotalSeconds (.getStandardOffset (.getRules zone) (Instant/now))))))
  (getOffset [_ t] (offset-ms (.getRules zone) (instant-of t)))
  (getDSTSavings [this] (int (if (.useDaylightTime this) 3600000 0)))
  (useDaylightTime [_]
    (let [rules (.getRules zone)
          change (.nextTransition rules (Instant/now))]
      (boolean (and change (or (.isDaylightSavings rules (.getInstant change)) (.isDaylightSavings rules (Instant/now)))))))
  (observesDaylightTime [this] (or (.useDaylightTime this) (.isDaylightSavings (.getRules zone) (Instant/now))))
  (inDaylightTime [_ date] (.isDaylightSavings (.getRules zone) (instant-of date)))
  (hasSameRules [_ o] (boolean (and o (= (.getRules zone) (.getRules (.toZoneId o))))))
  (getDisplayName [this] (.getDisplayName this false TimeZone/LONG))
  (getDisplayName [this _] (.getDisplayName this))
  (getDisplayName [_ summer style]
    (let [rules (.getRules zone)
          now (Instant/now)
          change (.nextTransition rules now)
          instant (if (or (nil? change) (= summer (.isDaylightSavings rules now))) now (.getInstant change))]
      (zone-text zone instant (= style TimeZone/LONG))))
  (getDisplayName [this summer style _] (.getDisplayName this summer style))
  (clone [_] (TimeZone/<init> id zone))
  (equals [_ o] (and (instance? TimeZone o) (= id (.getID o))))
  (hashCode [_] (.hashCode id))
  (toString [this]
    (str "sun.util.calendar.ZoneInfo[id=\"" id "\""
         (when (.isFixedOffset (.getRules zone))
           (str ",offset=" (.getRawOffset this) ",dstSavings=0,useDaylight=false,transitions=0,lastRule=null"))
         "]"))
  :static
  (:field SHORT (int 0))
  (:field LONG (int 1))
  (getTimeZone [id]
    (if (string? id)
      (or (some-> (custom-id id) custom-zone)
          (try (when-not (re-find #"^(?:[+-]|Z$|UTC[+-]|UT[+-])" id) (TimeZone/<init> id (ZoneId/of id ZoneId/SHORT_IDS)))
               (catch DateTimeException _))
          (TimeZone/<init> "GMT" (ZoneId/of "GMT")))
      (let [text (str id)]
        (if (instance? ZoneOffset id)
          (custom-zone (if (= text "Z") "GMT+00:00" (str "GMT" (subs text 0 6))))
          (TimeZone/<init> text id)))))
  (getDefault [] (TimeZone/getTimeZone (ZoneId/systemDefault)))
  (setDefault [zone] (reset! default-zone (some-> zone .toZoneId)) nil)
  (getAvailableIDs
    ([] (into-array String (sort (ZoneId/getAvailableZoneIds))))
    ([raw] (into-array String (filter (fn [id] (= raw (.getRawOffset (TimeZone/getTimeZone id))))
                                      (sort (ZoneId/getAvailableZoneIds)))))))

;; With members of TimeZone, whose fields it has.
(defclass java.util.SimpleTimeZone [id zone]
  (clone [_] (SimpleTimeZone/<init> id zone))
  :static
  (new [offset id] (SimpleTimeZone/<init> id (ZoneOffset/ofTotalSeconds (quot offset 1000)))))

;; Dates

(defn- local-of [date]
  (.toLocalDateTime (.atZone (Instant/ofEpochMilli (.getTime date)) (ZoneId/systemDefault))))

(defn- milliseconds-of
  "The time of fields as java.util.Date counts them, which may be out of range."
  [year month day hour minute second]
  (let [date (.plusDays (.plusMonths (LocalDate/of (int (+ 1900 year)) 1 1) month) (dec day))
        local (.plusSeconds (.atStartOfDay date) (+ (* 3600 hour) (* 60 minute) second))]
    (.toEpochMilli (.toInstant (.atZone local (ZoneId/systemDefault))))))

(def ^:private local-fields [:year :month :day :hour :minute :second])

(defn- set-field
  "Sets one of a date's local fields, which may be out of its range; milliseconds stay."
  [date field n]
  (let [fields [(.getYear date) (.getMonth date) (.getDate date) (.getHours date) (.getMinutes date) (.getSeconds date)]]
    (.setTime date (+ (mod (.getTime date) 1000) (apply milliseconds-of (assoc fields (.indexOf local-fields field) (long n)))))))

(let [text (DateTimeFormatter/ofPattern "EEE MMM dd HH:mm:ss zzz yyyy")]
  (extend-class java.util.Date
    (toString [date] (.format text (.atZone (Instant/ofEpochMilli (.getTime date)) (ZoneId/systemDefault))))
    (toLocaleString [date] (.format (DateFormat/getDateTimeInstance) date))
    (toGMTString [date]
      (.format (DateTimeFormatter/ofPattern "d MMM yyyy HH:mm:ss 'GMT'") (.atZone (Instant/ofEpochMilli (.getTime date)) ZoneOffset/UTC)))
    (getYear [date] (int (- (.getYear (local-of date)) 1900)))
    (getMonth [date] (int (dec (.getMonthValue (local-of date)))))
    (getDate [date] (.getDayOfMonth (local-of date)))
    (getDay [date] (int (mod (.getValue (.getDayOfWeek (local-of date))) 7)))
    (getHours [date] (.getHour (local-of date)))
    (getMinutes [date] (.getMinute (local-of date)))
    (getSeconds [date] (.getSecond (local-of date)))
    (setYear [date n] (set-field date :year n))
    (setMonth [date n] (set-field date :month n))
    (setDate [date n] (set-field date :day n))
    (setHours [date n] (set-field date :hour n))
    (setMinutes [date n] (set-field date :minute n))
    (setSeconds [date n] (set-field date :second n))
    (getTimezoneOffset [date]
      (int (- (quot (.getTotalSeconds (.getOffset (.getRules (ZoneId/systemDefault)) (.toInstant date))) 60))))
    :static
    (UTC [year month day hour minute second]
      (let [date (.plusDays (.plusMonths (LocalDate/of (int (+ 1900 year)) 1 1) month) (dec day))]
        (.toEpochMilli (.toInstant (.plusSeconds (.atStartOfDay date) (+ (* 3600 hour) (* 60 minute) second)) ZoneOffset/UTC))))
    (new ([year month day] (Date. (milliseconds-of year month day 0 0 0)))
      ([year month day hour minute] (Date. (milliseconds-of year month day hour minute 0)))
      ([year month day hour minute second] (Date. (milliseconds-of year month day hour minute second))))))

;; Formats

(defn- spaces-end
  "Where the spaces of a text from a place on end."
  [s at]
  (loop [at at] (if (and (< at (count s)) (#{\space \tab} (.charAt s at))) (recur (inc at)) at)))

(defn- number-letter
  "A step of a number with at least n digits, which `number` takes from a time; `add` adds what was read to the fields."
  [number add]
  (fn [n]
    {:numeric true :digits n :add add
     :print (fn [t] (pad (number t) n))}))

(defn- field-letter [field]
  (let [k (.name field)]
    (number-letter (fn [t] (.getLong t field)) (fn [fields _ x] (assoc fields k x)))))

;; Two letters are the year of a century.
(defn- year-letter [n]
  {:numeric true :digits n
   :add (fn [fields digits x] (assoc fields "YEAR" (if (and (= n 2) (= digits 2)) (+ 2000 x) x)))
   :print (fn [t]
            (let [year (.getLong t ChronoField/YEAR_OF_ERA)]
              (if (= n 2) (pad (mod year 100) 2) (pad year n))))})

(defn- text-letter
  "A step of texts, of which the first stands for `base`: the long ones are printed for four letters or more,
  both are read, whatever their case."
  [field base long-texts short-texts]
  (let [k (.name field)
        all (sort-by (fn [[text]] (- (count text)))
                     (concat (map vector long-texts (range)) (map vector short-texts (range))))]
    (fn [n]
      {:print (fn [t] (nth (if (< n 4) short-texts long-texts) (- (.getLong t field) base)))
       :reads (fn [s at fields _]
                (or (some (fn [[text i]]
                            (when (.regionMatches s true (int at) text (int 0) (int (count text)))
                              [(+ at (count text)) (assoc fields k (+ base i))]))
                          all)
                    at))})))

(def ^:private date-letters
  (let [month (text-letter ChronoField/MONTH_OF_YEAR 1 month-names (short-names month-names))
        month-number (field-letter ChronoField/MONTH_OF_YEAR)]
    {\y year-letter
     \M (fn [n] (if (< n 3) (month-number n) (month n)))
     \L (fn [n] (if (< n 3) (month-number n) (month n)))
     \E (text-letter ChronoField/DAY_OF_WEEK 1 day-names (short-names day-names))
     \a (text-letter ChronoField/AMPM_OF_DAY 0 ["AM" "PM"] ["AM" "PM"])
     \G (text-letter ChronoField/ERA 0 ["BC" "AD"] ["BC" "AD"])
     \d (field-letter ChronoField/DAY_OF_MONTH)
     \D (field-letter ChronoField/DAY_OF_YEAR)
     \H (field-letter ChronoField/HOUR_OF_DAY)
     \k (field-letter ChronoField/CLOCK_HOUR_OF_DAY)
     \h (field-letter ChronoField/CLOCK_HOUR_OF_AMPM)
     \K (field-letter ChronoField/HOUR_OF_AMPM)
     \m (field-letter ChronoField/MINUTE_OF_HOUR)
     \s (field-letter ChronoField/SECOND_OF_MINUTE)
     \S (number-letter (fn [t] (quot (.getNano t) 1000000)) (fn [fields _ x] (assoc fields "NANO_OF_SECOND" (* 1000000 x))))
     \u (number-letter (fn [t] (.getValue (.getDayOfWeek t))) (fn [fields _ _] fields))
     \F (number-letter (fn [t] (inc (quot (dec (.getDayOfMonth t)) 7))) (fn [fields _ _] fields))}))

(defn- quoted-brackets
  "The pattern with those characters quoted that are text in it, but mean something to DateTimeFormatter."
  [pattern]
  (loop [i 0 quoted false out (StringBuilder.)]
    (if (= i (count pattern))
      (str out)
      (let [c (.charAt pattern i)]
        (when (and (not quoted) (re-matches #"[a-zA-Z]" (str c)) (neg? (.indexOf "GyMwWDdEaHhkKmsSzZXuYLF" (str c))))
          (throw (IllegalArgumentException. (str "Illegal pattern character '" c "'"))))
        (recur (inc i)
               (if (= c \') (not quoted) quoted)
               (if (and (not quoted) (#{\[ \] \{ \} \#} c)) (.append out (str "'" c "'")) (.append out c)))))))

(defn- date-format-steps
  "The steps of a pattern of SimpleDateFormat. A number has as many digits as there are, or as its letters where
  another number follows at once; a field may have spaces before it."
  [pattern]
  (let [steps (compile-pattern (quoted-brackets pattern)
                               (fn [letter n] (if-let [own (or (date-letters letter) (zone-letters letter))] (own n) (letter-step letter n))))]
    (mapv
     (fn [{:keys [literal add digits reads] :as step} following]
       (cond
         literal step
         add (assoc step :reads (fn [s at fields _]
                                  (let [at (spaces-end s at)
                                        start (if (.startsWith s "-" (int at)) (inc at) at)
                                        end (loop [i start]
                                              (if (and (< i (count s)) (Character/isDigit (.charAt s i))
                                                       (or (not (:numeric following)) (< (- i at) digits)))
                                                (recur (inc i))
                                                i))]
                                    (if (= end start)
                                      at
                                      [end (add fields (if (= start at) (- end at) 0) (Long/parseLong (subs s at end)))]))))
         :else (assoc step :reads (fn [s at fields more] (reads s (spaces-end s at) fields more)))))
     steps
     (concat (rest steps) [nil]))))

(defn- century-of
  "The year of a text with two digits: no more than 80 years before now, or 20 after."
  [year]
  (let [latest (+ 20 (.getValue (Year/now)))]
    (if (> year latest) (- year 100) year)))

(defn- unparseable [s position]
  (throw (ParseException. (str "Unparseable date: \"" s "\"") position)))

(defn- fields-of
  "The end and the fields of a text from a place on."
  [steps s at]
  (let [result (.parseFields (DateTimeFormatter/<init> steps nil "") s at)]
    (if (vector? result) result (unparseable s result))))

(def ^:private limits
  {"YEAR" [1 292278994] "MONTH_OF_YEAR" [1 12] "DAY_OF_MONTH" [1 31] "HOUR_OF_DAY" [0 23] "MINUTE_OF_HOUR" [0 59] "SECOND_OF_MINUTE" [0 59]
   "CLOCK_HOUR_OF_DAY" [1 24] "CLOCK_HOUR_OF_AMPM" [1 12] "HOUR_OF_AMPM" [0 11]})

(defn- hour-of
  "The hour of the day. Hours beyond those of a day or of its half go on counting; only the last of a clock is 0."
  [fields]
  (or (get fields "HOUR_OF_DAY")
      (when-let [h (get fields "CLOCK_HOUR_OF_DAY")] (if (= h 24) 0 h))
      (when-let [h (if-let [h (get fields "CLOCK_HOUR_OF_AMPM")] (if (= h 12) 0 h) (get fields "HOUR_OF_AMPM"))]
        (+ h (* 12 (get fields "AMPM_OF_DAY" 0))))
      (* 12 (get fields "AMPM_OF_DAY" 0))))

(defn- check-strictly [fields s end]
  (doseq [[field [low high]] limits :let [n (get fields field)]]
    (when (and n (not (<= low n high))) (unparseable s end)))
  (when-let [half (get fields "AMPM_OF_DAY")]
    (when-not (= half (quot (hour-of fields) 12)) (unparseable s end)))
  (let [{y "YEAR" m "MONTH_OF_YEAR" d "DAY_OF_MONTH"} fields]
    (when (and d (> d (.lengthOfMonth (LocalDate/of (int (or y 1970)) (int (or m 1)) 1)))) (unparseable s end))))

;; A place in a text, which a format moves, and where it failed.
(defclass java.text.ParsePosition [^:unsynchronized-mutable index ^:unsynchronized-mutable error]
  (getIndex [_] (int index))
  (setIndex [_ i] (set! index (long i)) nil)
  (getErrorIndex [_] (int error))
  (setErrorIndex [_ i] (set! error (long i)) nil)
  (equals [_ o] (and (instance? ParsePosition o) (= index (.getIndex o)) (= error (.getErrorIndex o))))
  (hashCode [_] (unchecked-int (bit-or (bit-shift-left error 16) index)))
  (toString [_] (str "java.text.ParsePosition[index=" index ",errorIndex=" error "]"))
  :static
  (new [i] (ParsePosition/<init> (long i) -1)))

(defn- year-from
  "The first year from that of a date on that ends in the same two digits."
  [start year]
  (let [first-year (+ 1900 (.getYear start))] (+ first-year (mod (- year first-year) 100))))

;; `century` is the date where the hundred years of two digits begin; nil is 80 years ago.
(defclass java.text.SimpleDateFormat
  [^:unsynchronized-mutable pattern ^:unsynchronized-mutable steps ^:unsynchronized-mutable zone ^:unsynchronized-mutable lenient
   ^:unsynchronized-mutable century]
  (set2DigitYearStart [_ start] (set! century (Date. (.getTime start))) nil)
  (get2DigitYearStart [_] (or century (Date. (.toEpochMilli (.toInstant (.minusYears (ZonedDateTime/now) 80))))))
  (format [_ d] (print-steps steps (ZonedDateTime/ofInstant (instant-of d) (.toZoneId zone))))
  (parse [this s]
    (let [position (ParsePosition. 0)]
      (or (.parse this s position) (unparseable s (.getErrorIndex position)))))
  (parse [this s position]
    (try
      (let [[end fields] (fields-of steps s (.getIndex position))
            date (.dateOf this fields s end)]
        (.setIndex position end)
        date)
      (catch ParseException e
        (.setErrorIndex position (.getErrorOffset e))
        nil)))
  (dateOf [_ fields s end]
    (let [n (fn [k default] (get fields k default))
          _ (when-not lenient (check-strictly fields s end))
          two-digits (and (re-find #"(?<!y)yy(?!y)" pattern) (get fields "YEAR"))
          year (if two-digits ((if century (fn [y] (year-from century y)) century-of) (n "YEAR" 0))
                   (n "YEAR" 1970))
          date (if-let [day (when-not (or (get fields "MONTH_OF_YEAR") (get fields "DAY_OF_MONTH")) (get fields "DAY_OF_YEAR"))]
                 (.plusDays (LocalDate/of (int year) 1 1) (dec day))
                 (.plusDays (.plusMonths (LocalDate/of (int year) 1 1) (dec (n "MONTH_OF_YEAR" 1))) (dec (n "DAY_OF_MONTH" 1))))
          local (.plusNanos (.plusSeconds (.atStartOfDay date)
                                          (+ (* 3600 (hour-of fields)) (* 60 (n "MINUTE_OF_HOUR" 0)) (n "SECOND_OF_MINUTE" 0)))
                            (n "NANO_OF_SECOND" 0))
          {:keys [seconds-east daylight]} fields
          there (:zone fields)
          instant (cond
                    seconds-east (.toInstant (.minusSeconds local seconds-east) ZoneOffset/UTC)
                    (and there (some? daylight))
                    ;; The name says which offset is meant, whatever the zone has at that time.
                    (let [standard (.getTotalSeconds (.getStandardOffset (.getRules there) (.toInstant local ZoneOffset/UTC)))]
                      (.toInstant local (ZoneOffset/ofTotalSeconds (+ standard (if daylight 3600 0)))))
                    :else (.toInstant (.atZone local (or there (.toZoneId zone)))))]
      (Date. (.toEpochMilli (if (and century two-digits (.isBefore instant (.toInstant century)))
                              (.toInstant (.plusYears (.atZone instant (.toZoneId zone)) 100))
                              instant)))))
  (setTimeZone [_ z] (set! zone z) nil)
  (getTimeZone [_] zone)
  (setLenient [_ yes] (set! lenient yes) nil)
  (isLenient [_] lenient)
  (applyPattern [_ text] (set! steps (date-format-steps text)) (set! pattern text) nil)
  (toPattern [_] pattern)
  (clone [_] (SimpleDateFormat/<init> pattern steps zone lenient century))
  (equals [_ o] (and (instance? SimpleDateFormat o) (= pattern (.toPattern o))))
  (hashCode [_] (.hashCode pattern))
  :static
  (new ([] (SimpleDateFormat. "M/d/yy, h:mm a"))
    ([pattern] (SimpleDateFormat/<init> pattern (date-format-steps pattern) (TimeZone/getDefault) true nil))
    ([pattern _] (SimpleDateFormat. pattern))))

(def ^:private date-patterns ["EEEE, MMMM d, yyyy" "MMMM d, yyyy" "MMM d, yyyy" "M/d/yy"])
(def ^:private time-patterns ["h:mm:ss a zzzz" "h:mm:ss a z" "h:mm:ss a" "h:mm a"])

(defn- date-time-format [date-style time-style]
  (SimpleDateFormat. (str (nth date-patterns date-style) (if (< date-style 2) " 'at' " ", ") (nth time-patterns time-style))))

(extend-class java.text.DateFormat
  :static
  (:field FULL (int 0))
  (:field LONG (int 1))
  (:field MEDIUM (int 2))
  (:field DEFAULT (int 2))
  (:field SHORT (int 3))
  (getInstance [] (date-time-format 3 3))
  (getDateInstance ([] (DateFormat/getDateInstance 2)) ([style] (SimpleDateFormat. (nth date-patterns style)))
                   ([style _] (DateFormat/getDateInstance style)))
  (getTimeInstance ([] (DateFormat/getTimeInstance 2)) ([style] (SimpleDateFormat. (nth time-patterns style)))
                   ([style _] (DateFormat/getTimeInstance style)))
  (getDateTimeInstance ([] (date-time-format 2 2)) ([date-style time-style] (date-time-format date-style time-style))
                       ([date-style time-style _] (date-time-format date-style time-style))))

(defn- names [all] (into-array String all))

(defclass java.text.DateFormatSymbols
  [^:unsynchronized-mutable months ^:unsynchronized-mutable short-months ^:unsynchronized-mutable weekdays
   ^:unsynchronized-mutable short-weekdays ^:unsynchronized-mutable halves ^:unsynchronized-mutable eras]
  (getMonths [_] (names months))
  (getShortMonths [_] (names short-months))
  (getWeekdays [_] (names weekdays))
  (getShortWeekdays [_] (names short-weekdays))
  (getAmPmStrings [_] (names halves))
  (getEras [_] (names eras))
  (setMonths [_ xs] (set! months (vec xs)) nil)
  (setShortMonths [_ xs] (set! short-months (vec xs)) nil)
  (setWeekdays [_ xs] (set! weekdays (vec xs)) nil)
  (setShortWeekdays [_ xs] (set! short-weekdays (vec xs)) nil)
  (setAmPmStrings [_ xs] (set! halves (vec xs)) nil)
  (setEras [_ xs] (set! eras (vec xs)) nil)
  (getLocalPatternChars [_] "GyMdkHmsSEDFwWahKzZ")
  (clone [_] (java.text.DateFormatSymbols/<init> months short-months weekdays short-weekdays halves eras))
  :static
  (getInstance ([] (java.text.DateFormatSymbols.)) ([_] (java.text.DateFormatSymbols.)))
  (new ([]
        (let [from-sunday (into [(peek day-names)] (pop day-names))
              padded (fn [days] (into [""] days))]
          (java.text.DateFormatSymbols/<init> (conj month-names "") (conj (vec (short-names month-names)) "")
                                              (padded from-sunday) (padded (short-names from-sunday)) ["AM" "PM"] ["BC" "AD"])))
    ([_] (java.text.DateFormatSymbols.))))
