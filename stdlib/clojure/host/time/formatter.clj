(ns clojure.host.time.formatter
  "java.time.format.DateTimeFormatter, and the constants of java.time that need parts of all of it.

  A formatter is a sequence of steps, those of clojure.host.time.pattern-steps."
  (:require [clojure.host.defclass :refer [defclass extend-class fi]]
            [clojure.host.time.units :refer [pad unsupported-field]]
            [clojure.host.time.offset-patterns :refer [offset-shape]]
            [clojure.host.time.parsed :refer [resolved with-year]]
            [clojure.host.time.pattern-steps
             :refer [any-case-step compile-pattern day-names default-step
                     digits-end field-read lenient-days-step literal-step
                     localized-offset-step month-names nanos-of number-step offset-step
                     optional-fraction-step optional-step parse-steps print-steps
                     reduced-step setting-step styled text-step trimmed-fraction
                     year-step zone-name-step zone-step]]
            clojure.host.time.instants
            clojure.host.time.local
            clojure.host.time.zoned)
  (:import (java.time DateTimeException Instant LocalDateTime OffsetDateTime ZoneId ZoneOffset ZonedDateTime)
           (java.time.format DateTimeFormatter DateTimeParseException)
           (java.time.temporal ChronoField)))

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
                :else (field-read fields ChronoField/NANO_OF_SECOND (nanos-of s start end) start end))))})

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

(def ^:private seconds-of-10000-years 315569520000)

(defn- instant-fields
  "The seconds and nanoseconds of an instant that was read as a date and time at an offset, or nil. 24:00:00 is the
  beginning of the next day, and a leap second is the one before it. The calendar repeats itself after 10,000 years: there
  are instants in years that no date has."
  [{y "YEAR" month "MONTH_OF_YEAR" d "DAY_OF_MONTH" h "HOUR_OF_DAY" m "MINUTE_OF_HOUR" s "SECOND_OF_MINUTE" n "NANO_OF_SECOND"
    :keys [offset-seconds]}]
  (let [n (or n 0)
        next-day? (= [24 0 0 0] [h m s n])
        leap? (= [23 59 60] [h m s])]
    (try
      (let [t (LocalDateTime/of (rem y 10000) month d (if next-day? 0 h) m (if leap? 59 s) n)
            t (if next-day? (.plusDays t 1) t)]
        {"INSTANT_SECONDS" (+ (.toEpochSecond t (ZoneOffset/ofTotalSeconds offset-seconds)) (* (quot y 10000) seconds-of-10000-years))
         "NANO_OF_SECOND" n})
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
    :BASIC_ISO_DATE (make (conj (into [(number-step ChronoField/YEAR 4 4)] (compile-pattern "MMdd")) (optional-step (lenient (offset-step "+HHMMss" "Z")))) "BASIC_ISO_DATE")
    :RFC_1123_DATE_TIME (make (concat [lenient-days-step]
                                      (compile-pattern "[EEE, ]d MMM ")
                                      [(number-step ChronoField/YEAR 4 4)]
                                      (compile-pattern " HH:mm[:ss] ")
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
