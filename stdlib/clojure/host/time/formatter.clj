(ns clojure.host.time.formatter
  "java.time.format.DateTimeFormatter, and the constants of java.time that need parts of all of it.

  A formatter is a sequence of steps. A step is a map of :print, a function of the temporal that
  yields text, and :reads, a function of the text, a position and the fields so far that yields
  [position fields], or a position where it does not fit. Fields are those of clojure.host.time.parsed.
  (It is not called :parse, as a program that names no member `parse` then does without parsing.)"
  (:require [clojure.host.defclass :refer [defclass extend-class fi]]
            [clojure.host.time.units :refer [capitalized pad unsupported-field]]
            [clojure.host.time.offset-patterns :refer [lenient-shape offset-shape offset-text read-offset]]
            [clojure.host.time.parsed :refer [resolved with-year]]
            [clojure.host.time.zone-names :refer [gmt-text zone-name-at zone-text]]
            clojure.host.time.instants
            clojure.host.time.local
            clojure.host.time.zoned)
  (:import (java.time DateTimeException DayOfWeek Instant LocalDate LocalDateTime LocalTime Month OffsetDateTime OffsetTime ZoneId
                      ZoneOffset ZonedDateTime)
           (java.time.format DateTimeFormatter DateTimeParseException)
           (java.time.temporal ChronoField IsoFields WeekFields)))

(defn- digits-end [s at limit]
  (loop [i at]
    (if (and (< i (count s)) (< (- i at) limit) (Character/isDigit (.charAt s i))) (recur (inc i)) i)))

(defn- with-field
  "The fields with the value that was read of one. What is none of ChronoField is kept, for resolving it."
  [fields field n]
  (cond-> (assoc fields (.name field) n)
    (not (instance? ChronoField field)) (update :others assoc (.name field) field)))

(defn number-step
  "A field with at least `low` and at most `high` digits; `from` converts what is read, of which it gets the number of
  digits as well, and `to` what is printed."
  ([field low high] (number-step field low high (fn [n _] n) identity))
  ([field low high from to]
   {:numeric true
    :print (fn [t] (let [n (to (.getLong t field))] (if (neg? n) (str "-" (pad (- n) low)) (pad n low))))
    :reads (fn [s at fields reserved]
             (let [last-end (digits-end s at (+ high reserved))
                   end (max (+ at low) (- last-end reserved))]
               (if (or (< last-end end) (= end at))
                 at
                 [end (with-field fields field (from (Long/parseLong (subs s at end)) (- end at)))])))
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

(defn- year-step
  "A year, which may have a sign."
  [field low high]
  (let [k (.name field)
        step (number-step field low high)]
    (assoc step
           :print (fn [t] (signed-year-text (.getLong t field) low))
           :reads (fn [s at fields reserved]
                    (let [sign (when (< at (count s)) (#{\- \+} (.charAt s at)))
                          start (if (or (= sign \-) (and sign (<= 4 low))) (inc at) at)
                          result ((:reads step) s start fields reserved)]
                      (cond
                        (not (vector? result)) result
                        (not (sign-fits? sign (- (first result) start) low (zero? (get (second result) k)))) at
                        (= sign \-) (update result 1 update k -)
                        :else result))))))

(defn- reduced-step
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

(defn- setting-step
  "Prints nothing, and sets a field where a text is parsed."
  [k v]
  {:print (fn [_] "")
   :reads (fn [_ at fields _] [at (assoc fields k v)])})

(defn- default-step
  "Gives a field a value that the text has not given it."
  [k v]
  {:print (fn [_] "")
   :reads (fn [_ at fields _] [at (update fields :defaults assoc k v)])})

(def any-case-step
  "Has texts read whatever their case."
  (setting-step :ignore-case true))

(def ^:private lenient-days-step
  "Marks what a pattern parses: days up to the 31st mean the last day of a shorter month."
  (setting-step :lenient-days true))

(defn- text-step
  "A field printed as one of the texts, the first of which stands for `base`."
  [field base texts]
  {:print (fn [t] (nth texts (- (.getLong t field) base)))
   :reads (fn [s at fields _]
            (or (some (fn [i] (let [text (nth texts i)]
                                (when (text-at? s text at fields)
                                  [(+ at (count text)) (with-field fields field (+ base i))])))
                      (sort-by (fn [i] (- (count (nth texts i)))) (range (count texts))))
                at))})

(defn- fraction-step [width]
  {:numeric true
   :width width
   :print (fn [t] (subs (pad (.getLong t ChronoField/NANO_OF_SECOND) 9) 0 width))
   :reads (fn [s at fields _]
            (let [end (digits-end s at width)]
              (if (= (- end at) width)
                [end (assoc fields "NANO_OF_SECOND" (Long/parseLong (subs (str (subs s at end) "000000000") 0 9)))]
                at)))})

(defn- optional-fraction-step
  "ISO's fraction: a point and up to nine digits, as many as are needed."
  [print-fraction]
  {:print (fn [t] (print-fraction (.getLong t ChronoField/NANO_OF_SECOND)))
   :reads (fn [s at fields _]
            (let [end (if (and (< at (count s)) (= \. (.charAt s at))) (digits-end s (inc at) 9) at)]
              (if (> end at)
                [end (assoc fields "NANO_OF_SECOND" (Long/parseLong (subs (str (subs s (inc at) end) "000000000") 0 9)))]
                [at fields])))})

(defn- trimmed-fraction [nano] (if (zero? nano) "" (str "." (.replaceAll (pad nano 9) "0+$" ""))))

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
    {:print (fn [t] (offset-text (offset-of t) @shape zero))
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

(defn- zone-step
  "A zone's id."
  []
  {:print (fn [t] (str (zone-of t))) :reads (zone-reader nil)})

(defn- zone-name-step [full?]
  {:print (fn [t] (zone-text (zone-of t) (.toInstant t) full?)) :reads (zone-reader (if full? :full :short))})

(defn- localized-offset-step [short?]
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
                      (try (print-steps inner t) (catch DateTimeException _ ""))
                      ((:print step) t)))
                  steps)))

;; Adjacent numbers: a number without a fixed width leaves room for the fixed ones that follow it.
(defn- reserved-width [steps]
  (reduce + (map :width (take-while (fn [step] (and (:numeric step) (:width step))) steps))))

(defn- parse-steps
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

(defn- styled [field base names n]
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
      (and (contains? #{\y \u \A \n \N} letter) (< 19 n))
      (wrong (str "The minimum width must be from 1 to 19 inclusive but was " n))
      (and (= letter \c) (= n 2)) (wrong "Invalid pattern \"cc\""))))

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
      \A (plain ChronoField/MILLI_OF_DAY)
      \a (text-step ChronoField/AMPM_OF_DAY 0 ["AM" "PM"])
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

(def ^:private localized-dates
  {"FULL" "EEEE, MMMM d, uuuu" "LONG" "MMMM d, uuuu" "MEDIUM" "MMM d, uuuu" "SHORT" "M/d/yy"})
(def ^:private localized-times
  {"FULL" "h:mm:ss a zzzz" "LONG" "h:mm:ss a z" "MEDIUM" "h:mm:ss a" "SHORT" "h:mm a"})

(defclass java.time.format.DateTimeFormatter [steps zone text]
  (format [_ t]
    (let [t (if (and zone (instance? Instant t)) (.atZone t zone) t)]
      (print-steps steps (cond
                           (nil? zone) t
                           (instance? ZonedDateTime t) (.withZoneSameInstant t zone)
                           (instance? OffsetDateTime t) (.atZoneSameInstant t zone)
                           :else t))))
  ;; The end and the fields that the text has from a place on, or where it is wrong, for SimpleDateFormat.
  (parseFields [_ s at]
    (let [result (parse-steps steps (str s) at {})]
      (if (vector? result) (update result 1 with-year) result)))
  (parse [this s] (.parse this s identity))
  (parse [_ s wanted]
    (let [s (str (java.util.Objects/requireNonNull s "text"))
          shown (if (> (count s) 64) (str (subs s 0 64) "...") s)
          fail (fn [at message & cause]
                 (throw (doto (DateTimeParseException. (str "Text '" shown "' could not be parsed" message) s (int at))
                          (cond-> cause (.initCause (first cause))))))
          failing-of (fn [work] (try (work) (catch DateTimeException e (fail 0 (str ": " (ex-message e)) e))))
          result (failing-of (fn [] (parse-steps steps s 0 {})))]
      (cond
        (not (vector? result)) (fail result (str " at index " result))
        (< (first result) (count s)) (fail (first result) (str ", unparsed text found at index " (first result)))
        :else (let [fields (second result)
                    fields (if (or (nil? zone) (:zone fields)) fields (assoc fields :zone zone))]
                (failing-of (fn []
                              (fi wanted queryFrom (resolved fields))))))))
  (formatTo [this t target] (.append target (.format this t)) nil)
  (parseBest [this s wanted]
    (when (< (count wanted) 2) (throw (IllegalArgumentException. "At least two queries must be specified")))
    (.parse this s (fn [parsed]
                     (or (some (fn [w] (try (fi w queryFrom parsed) (catch RuntimeException _ nil))) wanted)
                         (throw (DateTimeException. "Unable to convert parsed text using any of the specified queries"))))))
  (withZone [_ z] (DateTimeFormatter/<init> steps z text))
  (getZone [_] zone)
  (withLocale [this _] this)
  (withResolverStyle [_ style]
    (when (= "LENIENT" (.name style)) (throw (UnsupportedOperationException. "ResolverStyle.LENIENT")))
    (DateTimeFormatter/<init> (into (if (= "SMART" (.name style)) [lenient-days-step] [])
                                    (remove (fn [step] (identical? step lenient-days-step)) steps))
                              zone text))
  (steps [_] steps)
  (toString [_] text)
  :static
  (ofPattern [pattern] (DateTimeFormatter/<init> (into [lenient-days-step] (compile-pattern pattern)) nil pattern))
  (ofPattern [pattern _] (DateTimeFormatter/ofPattern pattern))
  (ofLocalizedDate [style] (DateTimeFormatter/ofPattern (get localized-dates (.name style))))
  (ofLocalizedTime [style] (DateTimeFormatter/ofPattern (get localized-times (.name style))))
  (ofLocalizedDateTime
    ([style] (DateTimeFormatter/ofLocalizedDateTime style style))
    ([date-style time-style]
     (DateTimeFormatter/ofPattern (str (get localized-dates (.name date-style))
                                       (if (every? #{"FULL" "LONG"} [(.name date-style) (.name time-style)]) " 'at' " ", ")
                                       (get localized-times (.name time-style)))))))

;; A builder has a stack of sequences of steps: that of the formatter and those of optional sections that are open.

(defn- fraction-range-step [low high point?]
  {:print (fn [t]
            (let [digits (.replaceAll (pad (.getLong t ChronoField/NANO_OF_SECOND) 9) "0+$" "")
                  digits (if (< (count digits) low) (subs (str digits "000000000") 0 low) (subs digits 0 (min high (count digits))))]
              (if (= digits "") "" (str (when point? ".") digits))))
   :reads (fn [s at fields _]
            (let [start (if (and point? (< at (count s)) (= \. (.charAt s at))) (inc at) at)
                  end (if (and point? (= start at)) at (digits-end s start high))]
              (cond
                (< (- end start) low) at
                (= end at) [at fields]
                :else [end (assoc fields "NANO_OF_SECOND" (Long/parseLong (subs (str (subs s start end) "000000000") 0 9)))])))})

(defn- named-step [field style]
  (let [n (case (subs (.name style) 0 1) "F" 4 "S" 3 5)]
    (case (.name field)
      "MONTH_OF_YEAR" (styled field 1 month-names n)
      "DAY_OF_WEEK" (styled field 1 day-names n)
      "AMPM_OF_DAY" (text-step field 0 ["AM" "PM"])
      (number-step field 1 19))))

(defclass java.time.format.DateTimeFormatterBuilder [^:unsynchronized-mutable open]
  (add [this steps] (set! open (conj (pop open) (into (peek open) steps))) this)
  (append [this formatter] (.add this (.steps formatter)))
  (appendOptional [this formatter] (.add this [(optional-step (.steps formatter))]))
  (appendPattern [this pattern] (.add this (compile-pattern pattern)))
  (appendLiteral [this text] (.add this [(literal-step (str text))]))
  (appendValue ([this field] (.appendValue this field 1 19 nil))
    ([this field width] (.appendValue this field width width nil))
    ([this field low high _]
     (.add this [(if (and (= field ChronoField/YEAR) (= low 4)) (year-step field low high) (number-step field low high))])))
  (appendValueReduced [this field width high base]
    ;; The JVM names the first width where the second is wrong.
    (let [check-width (fn [label n]
                        (when-not (<= 1 n 10)
                          (throw (IllegalArgumentException. (str "The " label " must be from 1 to 10 inclusive but was " width)))))]
      (check-width "minWidth" width)
      (check-width "maxWidth" high)
      (when (< high width)
        (throw (IllegalArgumentException.
                (str "Maximum width must exceed or equal the minimum width but " high " < " width))))
      (.add this [(reduced-step field width high (if (number? base) base (.get base field)))])))
  (appendFraction [this _ low high point] (.add this [(fraction-range-step low high point)]))
  (appendText ([this field] (.appendText this field java.time.format.TextStyle/FULL))
    ([this field style]
     (.add this [(if (instance? java.time.format.TextStyle style)
                   (named-step field style)
                   (let [texts (into (sorted-map) style) base (key (first texts))]
                     (text-step field base (mapv (fn [i] (get texts i (str i))) (range base (inc (key (last texts))))))))])))
  (appendOffset [this pattern zero]
    (offset-shape pattern)
    (.add this [(offset-step pattern zero)]))
  (appendOffsetId [this] (.appendOffset this "+HH:MM:ss" "Z"))
  (appendZoneId [this] (.add this [(zone-step)]))
  (appendZoneRegionId [this] (.appendZoneId this))
  (appendZoneOrOffsetId [this] (.appendZoneId this))
  (appendZoneText [this style] (.add this [(zone-name-step (.startsWith (.name style) "FULL"))]))
  (appendLocalizedOffset [this style] (.add this [(localized-offset-step (.startsWith (.name style) "SHORT"))]))
  (appendInstant [this] (.append this DateTimeFormatter/ISO_INSTANT))
  (parseDefaulting [this field value] (.add this [(default-step (.name field) value)]))
  (parseCaseInsensitive [this] (.add this [any-case-step]))
  (parseCaseSensitive [this] (.add this [(setting-step :ignore-case false)]))
  (parseLenient [this] (.add this [(setting-step :lenient true)]))
  (parseStrict [this] (.add this [(setting-step :lenient false)]))
  (optionalStart [this] (set! open (conj open [])) this)
  (optionalEnd [this]
    (when-not (next open)
      (throw (IllegalStateException. "Cannot call optionalEnd() as there was no previous call to optionalStart()")))
    (let [inner (peek open)]
      (set! open (pop open))
      (.add this [(optional-step inner)])))
  (toFormatter ([this]
                (while (next open) (.optionalEnd this))
                (DateTimeFormatter/<init> (into [lenient-days-step] (peek open)) nil "DateTimeFormatterBuilder"))
    ([this _] (.toFormatter this)))
  :static
  (new [] (java.time.format.DateTimeFormatterBuilder/<init> [[]])))

(defn- instant-fields
  "The seconds and nanoseconds of an instant that was read as a date and time at an offset, or nil. 24:00:00 is the
  beginning of the next day, and a leap second is the one before it."
  [{y "YEAR" month "MONTH_OF_YEAR" d "DAY_OF_MONTH" h "HOUR_OF_DAY" m "MINUTE_OF_HOUR" s "SECOND_OF_MINUTE" n "NANO_OF_SECOND"
    :keys [offset-seconds]}]
  (let [n (or n 0)
        next-day? (= [24 0 0 0] [h m s n])
        leap? (= [23 59 60] [h m s])]
    (try
      (let [t (LocalDateTime/of y month d (if next-day? 0 h) m (if leap? 59 s) n)
            t (if next-day? (.plusDays t 1) t)]
        {"INSTANT_SECONDS" (.toEpochSecond t (ZoneOffset/ofTotalSeconds offset-seconds)) "NANO_OF_SECOND" n})
      (catch DateTimeException _ nil))))

(let [date [(year-step ChronoField/YEAR 4 10) (literal-step "-") (number-step ChronoField/MONTH_OF_YEAR 2 2) (literal-step "-")
            (number-step ChronoField/DAY_OF_MONTH 2 2)]
      time-with (fn [fraction]
                  [(number-step ChronoField/HOUR_OF_DAY 2 2) (literal-step ":")
                   (number-step ChronoField/MINUTE_OF_HOUR 2 2)
                   (optional-step [(literal-step ":") (number-step ChronoField/SECOND_OF_MINUTE 2 2)
                                   (optional-fraction-step fraction)])])
      time (time-with trimmed-fraction)
      local (vec (concat date [(literal-step "T")] time))
      offset (offset-step "+HH:MM:ss" "Z")
      lenient (fn [step] [(setting-step :lenient true) step (setting-step :lenient false)])
      zone (optional-step [(setting-step :ignore-case false) (literal-step "[") (zone-step) (literal-step "]")])
      zone (assoc zone :optional (update (:optional zone) 2 assoc
                                         :print (fn [t] (if (and (instance? ZonedDateTime t)
                                                                 (not (instance? ZoneOffset (.getZone t))))
                                                          (str (.getZone t))
                                                          (unsupported-field "ZoneId")))))
      make (fn [steps text] (DateTimeFormatter/<init> (into [any-case-step] steps) nil text))
      optional-offset (optional-step [offset])
      instant-steps (concat date [(literal-step "T") (number-step ChronoField/HOUR_OF_DAY 2 2) (literal-step ":")
                                  (number-step ChronoField/MINUTE_OF_HOUR 2 2) (literal-step ":")
                                  (number-step ChronoField/SECOND_OF_MINUTE 2 2) (optional-fraction-step trimmed-fraction) offset])
      instant {:print (fn [t] (str (cond
                                     (instance? Instant t) t
                                     (.isSupported t ChronoField/INSTANT_SECONDS) (.toInstant t)
                                     :else (unsupported-field "InstantSeconds"))))
               :reads (fn [s at fields _]
                        (let [result (parse-steps instant-steps s at {:ignore-case (:ignore-case fields)})]
                          (if (vector? result)
                            (if-let [read (instant-fields (second result))] [(first result) (merge fields read)] at)
                            result)))}]
  (clojure.core/-extend-host-class
   DateTimeFormatter {}
   {:ISO_LOCAL_DATE (make date "ISO_LOCAL_DATE")
    :ISO_DATE (make (concat date [optional-offset]) "ISO_DATE")
    :ISO_OFFSET_DATE (make (concat date [offset]) "ISO_OFFSET_DATE")
    :ISO_LOCAL_TIME (make time "ISO_LOCAL_TIME")
    :ISO_OFFSET_TIME (make (conj time offset) "ISO_OFFSET_TIME")
    :ISO_TIME (make (concat time [optional-offset]) "ISO_TIME")
    :ISO_LOCAL_DATE_TIME (make local "ISO_LOCAL_DATE_TIME")
    :ISO_OFFSET_DATE_TIME (make (into local (lenient offset)) "ISO_OFFSET_DATE_TIME")
    :ISO_ZONED_DATE_TIME (make (conj (into local (lenient offset)) zone) "ISO_ZONED_DATE_TIME")
    :ISO_DATE_TIME (make (conj local (optional-step [offset zone])) "ISO_DATE_TIME")
    :ISO_INSTANT (make [instant] "ISO_INSTANT")
    :ISO_ORDINAL_DATE (make [(year-step ChronoField/YEAR 4 10) (literal-step "-") (number-step ChronoField/DAY_OF_YEAR 3 3)
                             optional-offset]
                            "ISO_ORDINAL_DATE")
    :BASIC_ISO_DATE (make (conj (compile-pattern "uuuuMMdd") (optional-step (lenient (offset-step "+HHMMss" "Z")))) "BASIC_ISO_DATE")
    :RFC_1123_DATE_TIME (make (concat [lenient-days-step]
                                      (compile-pattern "[EEE, ]d MMM uuuu HH:mm[:ss] ")
                                      (lenient (offset-step "+HHMM" "GMT")))
                              "RFC_1123_DATE_TIME")}))

(extend-class java.time.Instant
  :static
  (:field EPOCH (Instant/ofEpochSecond 0))
  (:field MIN (Instant/ofEpochSecond -31557014167219200))
  (:field MAX (Instant/ofEpochSecond 31556889864403199 999999999)))

(extend-class java.util.Date
  (toInstant [this] (Instant/ofEpochMilli (.getTime this)))
  :static
  (from [i] (java.util.Date. (.toEpochMilli i))))
