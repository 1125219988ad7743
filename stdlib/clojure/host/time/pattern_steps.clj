(ns clojure.host.time.pattern-steps
  "The steps of formatters of java.time, and those that a pattern stands for.

  A step is a map of :print, a function of the temporal that
  yields text, and :reads, a function of the text, a position and the fields so far that yields
  [position fields], or a position where it does not fit. Fields are those of clojure.host.time.parsed.
  (It is not called :parse, as a program that names no member `parse` then does without parsing.)"
  (:require [clojure.host.time.units :refer [capitalized pad unsupported-field]]
            [clojure.host.time.offset-patterns :refer [lenient-shape offset-shape offset-text read-offset]]
            [clojure.host.time.zone-names :refer [generic-zone-text gmt-text zone-name-at zone-text]]
            clojure.host.time.local
            clojure.host.time.zoned)
  (:import (java.time DateTimeException DayOfWeek Month OffsetDateTime OffsetTime ZoneId ZoneOffset ZonedDateTime)
           (java.time.temporal ChronoField IsoFields JulianFields WeekFields)))

(defn digits-end
  "Where the digits from a position on end, of which there are at most `limit`."
  [^String s at limit]
  (let [last-end (min (count s) (+ at limit))]
    (loop [i at]
      (if (and (< i last-end) (<= (int \0) (int (.charAt s i)) (int \9))) (recur (inc i)) i))))

(defn nanos-of
  "The nanoseconds of the digits of a fraction of a second between two positions, which may be none."
  [s start end]
  (if (= start end)
    0
    (reduce * (Long/parseLong s start end 10) (repeat (- 9 (- end start)) 10))))

(defn field-read
  "What a step gives that has read the value of a field between two positions: [end fields], or the beginning when the field
  has another value. What is none of ChronoField is kept, for resolving it."
  [fields field n begin end]
  (let [k (.name field) before (get fields k)]
    (if (and before (not= before n))
      begin
      [end (cond-> (assoc fields k n)
             (not (instance? ChronoField field)) (update :others assoc k field))])))

(defn- number-text
  "Throws where the number does not fit: of digits more than `high`, or negative in a field of fixed width."
  [field n low high]
  (let [refuse (fn [why] (throw (DateTimeException. (str "Field " field " cannot be printed as the value " n " " why))))
        digits (pad (abs n) low)]
    (when (> (count digits) high) (refuse (str "exceeds the maximum print width of " high)))
    (when (and (neg? n) (= low high)) (refuse "cannot be negative according to the SignStyle"))
    (str (when (neg? n) "-") digits)))

(defn number-step
  "A field with at least `low` and at most `high` digits; `from` converts what is read, of which it gets the number of
  digits as well, and `to` what is printed."
  ([field low high] (number-step field low high (fn [n _] n) identity))
  ([field low high from to]
   {:numeric true
    :needs field
    :print (fn [t] (number-text field (to (.getLong t field)) low high))
    :reads (fn [s at fields reserved]
             (let [last-end (digits-end s at (+ high reserved))
                   end (max (+ at low) (- last-end reserved))]
               (if (or (< last-end end) (= end at))
                 at
                 (field-read fields field (from (Long/parseLong s at end 10) (- end at)) at end))))
    :width (when (= low high) low)}))

(defn- signed-year-text
  "A year with at least `low` digits. When these are four or more, a year with more of them has a plus."
  [year low]
  (let [digits (pad (abs year) low)]
    (str (cond (neg? year) "-" (and (<= 4 low) (< low (count digits))) "+") digits)))

(defn- sign-fits?
  "Whether a year of so many digits has the sign that signed-year-text gives it."
  [sign digits low negative-zero]
  (case sign
    \- (not negative-zero)
    \+ (< low digits)
    (or (< low 4) (<= digits low))))

(defn year-step
  "A year, which may have a sign."
  [field low high]
  (let [k (.name field)
        step (number-step field low high)]
    (assoc step
           :print (fn [t] (signed-year-text (.getLong t field) low))
           :reads (fn [s at fields reserved]
                    (let [sign (when (< at (count s)) (#{\- \+} (.charAt s at)))
                          start (if (or (= sign \-) (and sign (<= 4 low))) (inc at) at)
                          result ((:reads step) s start (dissoc fields k) reserved)]
                      (if (vector? result)
                        (let [[end read] result year (get read k)]
                          (if (sign-fits? sign (- end start) low (zero? year))
                            (field-read fields field (if (= sign \-) (- year) year) start end)
                            at))
                        result))))))

(defn reduced-step
  "The last digits of a field. As many as `width` are read as the next value from `base` on that ends in them (from a base
  that is not above 0, the value with that many digits below it); more digits are the value."
  [field width high base]
  (let [power (fn [n] (reduce * (repeat n 10)))
        period (power width)
        begin (- base (rem base period))]
    (number-step field width high
                 (fn [n digits]
                   (if (= digits width)
                     (let [value (if (pos? base) (+ begin n) (- begin n))]
                       (if (< value base) (+ value period) value))
                     n))
                 (fn [n] (rem (abs n) (if (and (<= base n) (< n (+ base period))) period (power high)))))))

(defn- text-at?
  "Whether the text stands at a position, whatever its case where the formatter does not care."
  [s text at fields]
  (.regionMatches s (boolean (:ignore-case fields)) (int at) text (int 0) (int (count text))))

(defn literal-step [text]
  {:literal true
   :print (fn [_] text)
   :reads (fn [s at fields _] (if (text-at? s text at fields) [(+ at (count text)) fields] at))})

(defn setting-step
  "Prints nothing, and sets a field where a text is parsed."
  [k v]
  {:print (fn [_] "")
   :reads (fn [_ at fields _] [at (assoc fields k v)])})

(defn default-step
  "Gives a field a value that the text has not given it."
  [k v]
  {:print (fn [_] "")
   :reads (fn [_ at fields _] [at (update fields :defaults assoc k v)])})

(def any-case-step
  "Has texts read whatever their case."
  (setting-step :ignore-case true))

(def lenient-days-step
  "Marks what a pattern parses: days up to the 31st mean the last day of a shorter month."
  (setting-step :lenient-days true))

(defn text-step
  "A field printed as one of the texts, the first of which stands for `base`."
  [field base texts]
  {:print (fn [t] (nth texts (- (.getLong t field) base)))
   :reads (fn [s at fields _]
            (or (some (fn [i] (let [text (nth texts i)]
                                (when (text-at? s text at fields)
                                  (field-read fields field (+ base i) at (+ at (count text))))))
                      (sort-by (fn [i] (- (count (nth texts i)))) (range (count texts))))
                at))})

(defn- fraction-step [width]
  {:numeric true
   :width width
   :print (fn [t] (subs (pad (.getLong t ChronoField/NANO_OF_SECOND) 9) 0 width))
   :reads (fn [s at fields _]
            (let [end (digits-end s at width)]
              (if (= (- end at) width)
                (field-read fields ChronoField/NANO_OF_SECOND (nanos-of s at end) at end)
                at)))})

(defn optional-fraction-step
  "ISO's fraction: a point and up to nine digits, as many as are needed."
  [print-fraction]
  {:print (fn [t] (print-fraction (.getLong t ChronoField/NANO_OF_SECOND)))
   :reads (fn [s at fields _]
            (let [end (if (and (< at (count s)) (= \. (.charAt s at))) (digits-end s (inc at) 9) at)]
              (if (> end at)
                (field-read fields ChronoField/NANO_OF_SECOND (nanos-of s (inc at) end) (inc at) end)
                [at fields])))})

(defn trimmed-fraction
  "A point and the digits of nanoseconds that are needed, nothing for 0."
  [nano]
  (if (zero? nano) "" (str "." (.replaceAll (pad nano 9) "0+$" ""))))

(defn- offset-of [t]
  (cond
    (or (instance? OffsetDateTime t) (instance? ZonedDateTime t) (instance? OffsetTime t)) (.getOffset t)
    (instance? ZoneOffset t) t
    :else (unsupported-field "OffsetSeconds")))

(defn offset-step
  "An offset, or the text that stands for none. The pattern is taken apart when it is first needed, as the
  standard's formatters are made whenever this namespace is loaded."
  [pattern zero]
  (let [shape (delay (offset-shape pattern))
        lenient (delay (lenient-shape @shape))]
    {:needs ChronoField/OFFSET_SECONDS
     :print (fn [t] (offset-text (offset-of t) @shape zero))
     :reads (fn [s at fields _]
              (if (if (= zero "") (= at (count s)) (text-at? s zero at fields))
                [(+ at (count zero)) (assoc fields :offset-seconds 0)]
                (if-let [[end seconds] (read-offset s at (if (:lenient fields) @lenient @shape))]
                  [end (assoc fields :offset-seconds seconds)]
                  (if (= zero "") [at (assoc fields :offset-seconds 0)] at))))}))

(def ^:private zone-at
  "The text at a position that may be a zone's id."
  #"(?:UTC|GMT|UT)[+-]\d\d:\d\d(?::\d\d)?|[+-]\d\d:\d\d(?::\d\d)?|(?:UTC|GMT|UT)(?=[+-])|[A-Za-z](?:[A-Za-z0-9~/._+-]*[A-Za-z0-9])?")

(defn- zone-id-at [s at]
  (let [m (re-matcher zone-at (subs s at))]
    (when (.lookingAt m)
      (try [(+ at (count (.group m))) (ZoneId/of (.group m))] (catch DateTimeException _ nil)))))

(defn- zone-reader
  "Reads a zone's id, or the longer name of a style (nil for ids alone)."
  [style]
  (fn [s at fields _]
    (let [[end zone] (zone-id-at s at)
          [name-end named daylight] (when style (zone-name-at s at style (:ignore-case fields)))]
      (cond
        (and named (or (nil? zone) (<= end name-end))) [name-end (assoc fields :zone named :daylight daylight)]
        zone [end (assoc fields :zone zone)]
        :else at))))

(defn- zone-of [t]
  (if (instance? ZonedDateTime t)
    (.getZone t)
    (throw (DateTimeException. (str "Unable to extract ZoneId from temporal " t)))))

(defn zone-step
  "A zone's id."
  []
  {:print (fn [t] (str (zone-of t))) :reads (zone-reader nil)})

(defn zone-name-step
  "A zone's name, or its id where a text is read."
  [full?]
  {:print (fn [t] (zone-text (zone-of t) (.toInstant t) full?)) :reads (zone-reader (if full? :full :short))})

(defn generic-zone-name-step
  "The name of a zone in summer and winter."
  [full?]
  {:print (fn [t] (generic-zone-text (zone-of t) full?)) :reads (zone-reader (if full? :full :short))})

(defn localized-offset-step
  "An offset as GMT+1 or GMT+01:00."
  [short?]
  {:print (fn [t] (gmt-text (offset-of t) short?))
   :reads (fn [s at fields _]
            (let [m (re-matcher #"GMT(?:([+-])(\d\d?)(?::?(\d\d))?)?" (subs s at))]
              (if (.lookingAt m)
                (let [[all sign h minutes] (re-groups m)]
                  [(+ at (count all))
                   (assoc fields :offset-seconds
                          (if sign
                            (.getTotalSeconds (ZoneOffset/of (str sign (when (= 1 (count h)) "0") h ":" (or minutes "00"))))
                            0))])
                at)))})

(defn optional-step [steps]
  {:optional steps})

(defn print-steps
  "The text of a temporal by the steps of a formatter."
  [steps t]
  (apply str (map (fn [step]
                    (if-let [inner (:optional step)]
                      (if (some (fn [{:keys [needs]}] (and needs (not (.isSupported t needs)))) inner)
                        ""
                        (try (print-steps inner t) (catch DateTimeException _ "")))
                      ((:print step) t)))
                  steps)))

;; Adjacent numbers: a number without a fixed width leaves room for the fixed ones that follow it.
(defn- reserved-width [steps]
  (loop [steps steps width 0]
    (let [step (first steps)
          n (when (:numeric step) (:width step))]
      (if n (recur (next steps) (+ width n)) width))))

(defn parse-steps
  "[position fields], or the position where it failed."
  [steps s at fields]
  (loop [steps (seq steps) at at fields fields]
    (if-not steps
      [at fields]
      (let [step (first steps)
            result (if-let [inner (:optional step)]
                     (let [r (parse-steps inner s at fields)] (if (vector? r) r [at fields]))
                     ((:reads step) s at fields (if (:width step) 0 (reserved-width (next steps)))))]
        (if (vector? result)
          (recur (next steps) (first result) (second result))
          result)))))

(def day-names (mapv (fn [d] (capitalized (.name d))) (DayOfWeek/values)))
(def month-names (mapv (fn [m] (capitalized (.name m))) (Month/values)))
(defn short-names [names] (mapv (fn [s] (subs s 0 3)) names))
(defn- initials [names] (mapv (fn [s] (subs s 0 1)) names))

(defn styled
  "A field as n letters of a pattern show it: 4 for the names, 5 for their initials, else their first three letters."
  [field base names n]
  (text-step field base (case (int n) 4 names 5 (initials names) (short-names names))))

(def ^:private quarter-names ["1st quarter" "2nd quarter" "3rd quarter" "4th quarter"])

(def ^:private offset-patterns
  "The offsets of one to five letters."
  ["+HHmm" "+HHMM" "+HH:MM" "+HHMMss" "+HH:MM:ss"])

(def ^:private most-letters
  "How often a letter may stand in a row."
  (into {} (for [[letters most] {"aFW" 1 "dHhkKmsw" 2 "D" 3 "z" 4 "MLEceQqGXxZ" 5} letter letters] [letter most])))

(defn- check-letters [letter n]
  (let [wrong (fn [message] (throw (IllegalArgumentException. message)))]
    (cond
      (< (get most-letters letter n) n) (wrong (str "Too many pattern letters: " letter))
      (and (= letter \S) (< 9 n)) (wrong (str "Minimum width must be from 0 to 9 inclusive but was " n))
      (and (contains? #{\y \u \A \g \n \N} letter) (< 19 n))
      (wrong (str "The minimum width must be from 1 to 19 inclusive but was " n))
      (and (= letter \c) (= n 2)) (wrong "Invalid pattern \"cc\""))))

(defn- day-period
  "What the time of day is called in English, by its minutes."
  [minutes]
  (cond
    (zero? minutes) "midnight"
    (= 720 minutes) "noon"
    (<= 360 minutes 719) "in the morning"
    (<= 720 minutes 1079) "in the afternoon"
    (<= 1080 minutes 1259) "in the evening"
    :else "at night"))

(def ^:private halves-of-periods
  "Which half of the day a period is in; at night the hour decides."
  {"midnight" 0 "in the morning" 0 "noon" 1 "in the afternoon" 1 "in the evening" 1 "at night" nil})

;; Reads a period behind the hour.
(defn- day-period-step [narrow]
  (let [shown (fn [period] (if narrow (get {"midnight" "mi" "noon" "n"} period period) period))]
    {:print (fn [t]
              (shown (day-period (+ (* 60 (.getLong t ChronoField/HOUR_OF_DAY)) (.getLong t ChronoField/MINUTE_OF_HOUR)))))
     :reads (fn [s at fields _]
              (or (some (fn [[period half]]
                          (let [hour (or (get fields "CLOCK_HOUR_OF_AMPM") (get fields "HOUR_OF_AMPM"))
                                half (or half (if (and hour (< (mod hour 12) 6)) 0 1))]
                            (when (and hour (text-at? s (shown period) at fields))
                              (field-read fields ChronoField/AMPM_OF_DAY half at (+ at (count (shown period)))))))
                        halves-of-periods)
                  at))}))

(defn letter-step
  "The step for n times a letter of a pattern."
  [letter n]
  (let [plain (fn [field] (number-step field n (if (= n 1) 19 n)))]
    (case letter
      (\y \u) (let [field (if (= letter \y) ChronoField/YEAR_OF_ERA ChronoField/YEAR)]
                (if (= n 2)
                  (reduced-step field 2 2 2000)
                  (year-step field n 19)))
      (\M \L) (if (< n 3) (plain ChronoField/MONTH_OF_YEAR) (styled ChronoField/MONTH_OF_YEAR 1 month-names n))
      \d (plain ChronoField/DAY_OF_MONTH)
      \D (plain ChronoField/DAY_OF_YEAR)
      \E (styled ChronoField/DAY_OF_WEEK 1 day-names n)
      \c (if (< n 3) (letter-step \e n) (styled ChronoField/DAY_OF_WEEK 1 day-names n))
      \e (if (< n 3)
           (number-step (.dayOfWeek WeekFields/SUNDAY_START) n 2)
           (styled ChronoField/DAY_OF_WEEK 1 day-names n))
      (\Q \q) (if (< n 3)
                (plain IsoFields/QUARTER_OF_YEAR)
                (text-step IsoFields/QUARTER_OF_YEAR 1
                           (case (int n) 3 (mapv (fn [q] (str "Q" q)) (range 1 5)) 4 quarter-names (mapv str (range 1 5)))))
      \Y (let [field (.weekBasedYear WeekFields/SUNDAY_START)]
           (if (= n 2) (reduced-step field 2 2 2000) (year-step field n 19)))
      \w (number-step (.weekOfWeekBasedYear WeekFields/SUNDAY_START) n 2)
      \W (number-step (.weekOfMonth WeekFields/SUNDAY_START) 1 1)
      \F (plain ChronoField/ALIGNED_DAY_OF_WEEK_IN_MONTH)
      \g (number-step JulianFields/MODIFIED_JULIAN_DAY n 19)
      \A (plain ChronoField/MILLI_OF_DAY)
      \a (text-step ChronoField/AMPM_OF_DAY 0 ["AM" "PM"])
      \B (if (#{1 4 5} n)
           (day-period-step (= n 5))
           (throw (IllegalArgumentException. (str "Wrong number of pattern letters: " letter))))
      \H (plain ChronoField/HOUR_OF_DAY)
      \k (plain ChronoField/CLOCK_HOUR_OF_DAY)
      \h (plain ChronoField/CLOCK_HOUR_OF_AMPM)
      \K (plain ChronoField/HOUR_OF_AMPM)
      \m (plain ChronoField/MINUTE_OF_HOUR)
      \s (plain ChronoField/SECOND_OF_MINUTE)
      \S (fraction-step n)
      \n (plain ChronoField/NANO_OF_SECOND)
      \N (plain ChronoField/NANO_OF_DAY)
      \G (text-step ChronoField/ERA 0 (if (= n 4) ["Before Christ" "Anno Domini"] ["BC" "AD"]))
      \X (offset-step (nth offset-patterns (dec n)) "Z")
      \x (offset-step (nth offset-patterns (dec n)) (nth ["+00" "+0000" "+00:00" "+0000" "+00:00"] (dec n)))
      \Z (case (int n) 4 (localized-offset-step false) 5 (offset-step "+HH:MM:ss" "Z") (offset-step "+HHMM" "+0000"))
      \O (case (int n)
           1 (localized-offset-step true)
           4 (localized-offset-step false)
           (throw (IllegalArgumentException. (str "Pattern letter count must be 1 or 4: " letter))))
      \V (if (= n 2)
           (zone-step)
           (throw (IllegalArgumentException. (str "Pattern letter count must be 2: " letter))))
      \z (zone-name-step (= n 4))
      \v (if (contains? #{1 4} n)
           (generic-zone-name-step (= n 4))
           (throw (IllegalArgumentException. (str "Wrong number of pattern letters: " letter))))
      (throw (IllegalArgumentException. (str "Unknown pattern letter: " letter))))))

(defn compile-pattern
  "The steps of a pattern; `step-of` gives that of a letter and how often it stands in a row."
  ([pattern] (compile-pattern pattern (fn [letter n] (check-letters letter n) (letter-step letter n))))
  ([pattern step-of]
   (let [parse (fn parse [i nested]
                 (loop [i i steps []]
                   (if (>= i (count pattern))
                     [i steps]
                     (let [c (.charAt pattern i)]
                       (cond
                         (= c \') (let [end (loop [j (inc i)]
                                              (cond
                                                (>= j (count pattern))
                                                (throw (IllegalArgumentException.
                                                        (str "Pattern ends with an incomplete string literal: " pattern)))
                                                (not= \' (.charAt pattern j)) (recur (inc j))
                                                (and (< (inc j) (count pattern)) (= \' (.charAt pattern (inc j))))
                                                (recur (+ j 2))
                                                :else j))
                                        text (.replace (subs pattern (inc i) end) "''" "'")]
                                    (recur (inc end) (conj steps (literal-step (if (= text "") "'" text)))))
                         (= c \[) (let [[end inner] (parse (inc i) true)]
                                    (recur end (conj steps (optional-step inner))))
                         (= c \]) (if nested
                                    [(inc i) steps]
                                    (throw (IllegalArgumentException.
                                            "Pattern invalid as it contains ] without previous [")))
                         (or (<= (int \a) (int c) (int \z)) (<= (int \A) (int c) (int \Z)))
                         (let [end (loop [j i] (if (and (< j (count pattern)) (= c (.charAt pattern j))) (recur (inc j)) j))]
                           (recur end (conj steps (step-of c (- end i)))))
                         (contains? #{\# \{ \}} c)
                         (throw (IllegalArgumentException. (str "Pattern includes reserved character: '" c "'")))
                         :else (recur (inc i) (conj steps (literal-step (str c)))))))))]
     (second (parse 0 false)))))
