(ns clojure.host.time.instants
  "java.time.Instant, Duration and Period."
  (:require [clojure.host.defclass :refer [defclass extend-class fi]]
            [clojure.host.time.conversions :refer [obtaining]]
            [clojure.host.time.units :refer [backwards civil compare-longs exact-long fraction-text int-hash long-hash
                                             pad unsupported-field unsupported-unit year-text]])
  (:import (java.time Clock DateTimeException DayOfWeek Duration Instant LocalDate LocalDateTime LocalTime Month
                      OffsetDateTime Period Year YearMonth ZoneId ZoneOffset ZoneRegion ZonedDateTime)
           (java.time.format DateTimeFormatter DateTimeParseException)
           (java.time.temporal ChronoField ChronoUnit)
           (java.time.zone ZoneRulesException)))

;; Instant

(defclass java.time.Instant [seconds nano]
  (getEpochSecond [_] seconds)
  (held-precision [_] ChronoUnit/NANOS)
  (getNano [_] (int nano))
  (toEpochMilli [_]
    (if (and (neg? seconds) (pos? nano))
      (+ (* 1000 (inc seconds)) (- (quot nano 1000000) 1000)) ; the least one is less than a whole second above the range
      (+ (* 1000 seconds) (quot nano 1000000))))
  (plusSeconds [_ n] (Instant/ofEpochSecond (+ seconds n) nano))
  (plusNanos [_ n] (Instant/ofEpochSecond (+ seconds (quot n 1000000000)) (+ nano (rem n 1000000000))))
  (plusMillis [this n] (.plusNanos (.plusSeconds this (quot n 1000)) (* 1000000 (rem n 1000))))
  (minusSeconds [this n] (backwards .plusSeconds this n))
  (minusMillis [this n] (backwards .plusMillis this n))
  (minusNanos [this n] (backwards .plusNanos this n))
  (plus [this amount] (.addTo amount this))
  (plus [this n unit]
    (let [of (.-nanos-of unit)]
      (cond
        (nil? of) (unsupported-unit unit)
        (>= of 1000000000) (.plusSeconds this (* n (quot of 1000000000)))
        :else (let [per (quot 1000000000 of)]
                (.plusNanos (.plusSeconds this (quot n per)) (* (rem n per) of))))))
  (minus [this amount] (.subtractFrom amount this))
  (minus [this n unit] (backwards .plus this n unit))
  (with [this adjuster] (fi adjuster adjustInto this))
  (with [this field n]
    (when (instance? ChronoField field) (.checkValidValue field n))
    (case (.name field)
      "INSTANT_SECONDS" (Instant/ofEpochSecond n nano) "NANO_OF_SECOND" (Instant/ofEpochSecond seconds n)
      "MICRO_OF_SECOND" (Instant/ofEpochSecond seconds (* 1000 n)) "MILLI_OF_SECOND" (Instant/ofEpochSecond seconds (* 1000000 n))
      (if (instance? ChronoField field) (unsupported-field field) (.adjustInto field this n))))
  (adjustInto [_ t] (.with (.with t ChronoField/INSTANT_SECONDS seconds) ChronoField/NANO_OF_SECOND nano))
  (getLong [_ field]
    (case (.name field)
      "INSTANT_SECONDS" seconds "NANO_OF_SECOND" nano "MILLI_OF_SECOND" (quot nano 1000000)
      "MICRO_OF_SECOND" (quot nano 1000)
      (unsupported-field field)))
  (get [this field]
    (when (= field ChronoField/INSTANT_SECONDS) (unsupported-field field))
    (int (.getLong this field)))
  (isSupported [_ x] (if (instance? ChronoUnit x)
                       (< (.ordinal x) 8)
                       (contains? #{"INSTANT_SECONDS" "NANO_OF_SECOND" "MILLI_OF_SECOND" "MICRO_OF_SECOND"} (.name x))))
  (truncatedTo [this unit]
    (if (> (.ordinal unit) 7)
      (throw (java.time.temporal.UnsupportedTemporalTypeException. "Unit is too large to be used for truncation"))
      (let [of-day (+ (* 1000000000 (mod seconds 86400)) nano)]
        (.plusNanos this (- (mod of-day (.-nanos-of unit)))))))
  (atZone [this zone] (ZonedDateTime/ofInstant this zone))
  (atOffset [this offset] (OffsetDateTime/ofInstant this offset))
  (isBefore [this o] (neg? (.compareTo this o)))
  (isAfter [this o] (pos? (.compareTo this o)))
  (compareTo [_ o]
    (let [c (compare-longs seconds (.getEpochSecond (clojure.core/-as Instant o)))]
      (if (zero? c) (int (- nano (.getNano o))) c)))
  (until [this end unit]
    (let [end (if (instance? Instant end) end (.toInstant end))
          nanos (+' (*' (- (.getEpochSecond end) seconds) 1000000000) (- (.getNano end) nano))]
      (case (.name unit)
        "MICROS" (quot (exact-long nanos) 1000)
        "MILLIS" (- (.toEpochMilli end) (.toEpochMilli this))
        (exact-long (quot nanos (or (.-nanos-of unit) (unsupported-unit unit)))))))
  (equals [this o] (and (instance? Instant o) (zero? (.compareTo this o))))
  (hashCode [_] (int-hash (+ (long-hash seconds) (* 51 nano))))
  (toString [this]
    ;; The first and the last year are out of the range of local dates.
    (let [[year month day] (civil (Math/floorDiv seconds 86400))
          of-day (mod seconds 86400)]
      (str (year-text year) "-" (pad month 2) "-" (pad day 2) "T" (pad (quot of-day 3600) 2) ":"
           (pad (rem (quot of-day 60) 60) 2) ":" (pad (rem of-day 60) 2) (fraction-text nano) "Z")))
  :static
  (ofEpochMilli [n] (Instant/<init> (Math/floorDiv (long n) 1000) (* 1000000 (mod n 1000))))
  (ofEpochSecond [n] (Instant/ofEpochSecond n 0))
  (ofEpochSecond [n nanos]
    (let [n (+ (long n) (Math/floorDiv (long nanos) 1000000000))]
      (when-not (<= -31557014167219200 n 31556889864403199)
        (throw (DateTimeException. "Instant exceeds minimum or maximum instant")))
      (Instant/<init> n (mod nanos 1000000000))))
  (now [] (Instant/ofEpochMilli (System/currentTimeMillis)))
  (now [clock] (.instant clock))
  (from [t]
    (if (instance? Instant t)
      t
      (obtaining "Instant" t
        (Instant/ofEpochSecond (.getLong t ChronoField/INSTANT_SECONDS) (.get t ChronoField/NANO_OF_SECOND)))))
  (parse [text] (.parse DateTimeFormatter/ISO_INSTANT text (fn [t] (Instant/from t)))))

;; Amounts

(defn- duration-of-nanos [total]
  (let [nanos (mod total 1000000000)
        seconds (/ (-' total nanos) 1000000000)]
    (when-not (<= Long/MIN_VALUE seconds Long/MAX_VALUE)
      (throw (ArithmeticException. (str "Exceeds capacity of Duration: " total))))
    (Duration/<init> (long seconds) (long nanos))))

(defn- in-seconds
  "The duration between two times that have no nanoseconds between them, or too many."
  [a b]
  (let [seconds (.until a b ChronoUnit/SECONDS)
        nanos (try (- (.getLong b ChronoField/NANO_OF_SECOND) (.getLong a ChronoField/NANO_OF_SECOND))
                   (catch DateTimeException _ 0))]
    (Duration/ofSeconds (cond
                          (and (pos? seconds) (neg? nanos)) (inc seconds)
                          (and (neg? seconds) (pos? nanos)) (dec seconds)
                          :else seconds)
                        nanos)))

(defclass java.time.Duration [seconds nano]
  (getUnits [_] [ChronoUnit/SECONDS ChronoUnit/NANOS])
  (get [_ unit]
    (cond (= unit ChronoUnit/SECONDS) seconds (= unit ChronoUnit/NANOS) nano :else (unsupported-unit unit)))
  (withSeconds [_ n] (Duration/<init> (long n) nano))
  (withNanos [_ n] (.checkValidIntValue ChronoField/NANO_OF_SECOND n) (Duration/<init> seconds (long n)))
  (getSeconds [_] seconds)
  (toSeconds [_] seconds)
  (getNano [_] (int nano))
  (toMillis [_]
    (if (neg? seconds) ; towards zero
      (+ (* 1000 (inc seconds)) (quot (- nano 1000000000) 1000000))
      (+ (* 1000 seconds) (quot nano 1000000))))
  (toNanos [_] (+ (* 1000000000 seconds) nano))
  (toMinutes [_] (quot seconds 60))
  (toHours [_] (quot seconds 3600))
  (toDays [_] (quot seconds 86400))
  (toDaysPart [_] (quot seconds 86400))
  (toHoursPart [_] (int (rem (quot seconds 3600) 24)))
  (toMinutesPart [_] (int (rem (quot seconds 60) 60)))
  (toSecondsPart [_] (int (rem seconds 60)))
  (toMillisPart [_] (int (quot nano 1000000)))
  (toNanosPart [_] (int nano))
  (isZero [_] (and (zero? seconds) (zero? nano)))
  (isNegative [_] (neg? seconds))
  (plus [_ o] (Duration/ofSeconds (+ seconds (.getSeconds o)) (+ nano (.getNano o))))
  (plus [this n unit] (.plus this (Duration/of n unit)))
  (minus [this o] (.plus this (.negated o)))
  (minus [this n unit] (backwards .plus this n unit))
  (plusDays [this n] (.plus this (Duration/ofDays n)))
  (plusHours [this n] (.plus this (Duration/ofHours n)))
  (plusMinutes [this n] (.plus this (Duration/ofMinutes n)))
  (plusSeconds [this n] (.plus this (Duration/ofSeconds n)))
  (plusMillis [this n] (.plus this (Duration/ofMillis n)))
  (plusNanos [this n] (.plus this (Duration/ofNanos n)))
  (minusDays [this n] (backwards .plusDays this n))
  (minusHours [this n] (backwards .plusHours this n))
  (minusMinutes [this n] (backwards .plusMinutes this n))
  (minusSeconds [this n] (backwards .plusSeconds this n))
  (minusMillis [this n] (backwards .plusMillis this n))
  (minusNanos [this n] (backwards .plusNanos this n))
  (negated [this] (.multipliedBy this -1))
  (abs [this] (if (neg? seconds) (.negated this) this))
  (multipliedBy [_ n]
    (duration-of-nanos (*' n (+' (*' seconds 1000000000) nano))))
  (dividedBy [_ n]
    (let [total (+' (*' seconds 1000000000) nano)]
      (if (instance? Duration n)
        (long (quot total (+' (*' (.getSeconds n) 1000000000) (.getNano n))))
        (if (zero? n)
          (throw (ArithmeticException. "Cannot divide by zero"))
          (duration-of-nanos (quot total n))))))
  (addTo [_ t] (let [t (if (zero? seconds) t (.plus t seconds ChronoUnit/SECONDS))]
                 (if (zero? nano) t (.plus t nano ChronoUnit/NANOS))))
  (subtractFrom [this t] (.addTo (.negated this) t))
  (compareTo [_ o]
    (let [c (compare-longs seconds (.getSeconds (clojure.core/-as Duration o)))]
      (if (zero? c) (int (- nano (.getNano o))) c)))
  (equals [this o] (and (instance? Duration o) (zero? (.compareTo this o))))
  (hashCode [_] (int-hash (+ (long-hash seconds) (* 51 nano))))
  (toString [_]
    (if (and (zero? seconds) (zero? nano))
      "PT0S"
      (let [effective (if (and (neg? seconds) (pos? nano)) (inc seconds) seconds)
            h (quot effective 3600) m (rem (quot effective 60) 60) s (rem effective 60)
            fraction (if (pos? nano)
                       (str "." (.replaceAll (subs (str (if (neg? seconds) (- 2000000000 nano) (+ nano 1000000000))) 1)
                                             "0+$" ""))
                       "")]
        (str "PT" (when-not (zero? h) (str h "H")) (when-not (zero? m) (str m "M"))
             (when-not (and (zero? s) (zero? nano))
               (str (if (and (neg? seconds) (pos? nano) (zero? s)) "-0" s) fraction "S"))))))
  :static
  (ofSeconds [n] (Duration/<init> (long n) 0))
  (ofSeconds [n nanos] (Duration/<init> (+ n (Math/floorDiv (long nanos) 1000000000)) (mod nanos 1000000000)))
  (ofMillis [n] (Duration/<init> (Math/floorDiv (long n) 1000) (* 1000000 (mod n 1000))))
  (ofNanos [n] (Duration/ofSeconds 0 n))
  (ofMinutes [n] (Duration/<init> (* 60 n) 0))
  (ofHours [n] (Duration/<init> (* 3600 n) 0))
  (ofDays [n] (Duration/<init> (* 86400 n) 0))
  (of [n unit]
    (when (and (.isDurationEstimated unit) (not= unit ChronoUnit/DAYS))
      (throw (java.time.temporal.UnsupportedTemporalTypeException. "Unit must not have an estimated duration")))
    (if (>= (.-nanos-of unit) 1000000000)
      (Duration/ofSeconds (* n (quot (.-nanos-of unit) 1000000000)))
      (.multipliedBy (.getDuration unit) n)))
  (between [a b]
    (if (and (instance? Instant a) (instance? Instant b))
      (Duration/ofSeconds (- (.getEpochSecond b) (.getEpochSecond a)) (- (.getNano b) (.getNano a)))
      (try (Duration/ofNanos (.until a b ChronoUnit/NANOS))
           (catch DateTimeException _ (in-seconds a b))
           (catch ArithmeticException _ (in-seconds a b)))))
  (parse [text]
    (java.util.Objects/requireNonNull text "text")
    (clojure.core/-as java.lang.CharSequence text)
    (let [[all sign days hours minutes secs fraction]
          (re-matches #"(?i)([-+]?)P(?:([-+]?\d+)D)?(?:T(?:([-+]?\d+)H)?(?:([-+]?\d+)M)?(?:([-+]?\d+)(?:[.,](\d{0,9}))?S)?)?"
                      (str text))]
      (when (or (nil? all) (not (or days hours minutes secs)) (.endsWith (.toUpperCase all) "T"))
        (throw (DateTimeParseException. "Text cannot be parsed to a Duration" text (int 0))))
      (let [n (fn [s] (if s (Long/parseLong s) 0))
            nanos (if (seq fraction) (n (subs (str fraction "000000000") 0 9)) 0)
            nanos (if (and secs (.startsWith secs "-")) (- nanos) nanos)
            d (Duration/ofSeconds (+ (* 86400 (n days)) (* 3600 (n hours)) (* 60 (n minutes)) (n secs)) nanos)]
        (if (= sign "-") (.negated d) d)))))

(extend-class java.time.Duration
  (truncatedTo [this unit]
    (let [length (.toNanos (.getDuration unit))
          day 86400000000000]
      (when-not (and (<= length day) (zero? (rem day length)))
        (throw (java.time.temporal.UnsupportedTemporalTypeException.
                (if (<= length day) "Unit must divide into a standard day without remainder" "Unit is too large to be used for truncation"))))
      (let [of-day (+ (* 1000000000 (rem (.getSeconds this) 86400)) (.getNano this))]
        (.plusNanos this (- (* length (quot of-day length)) of-day)))))
  :static
  (from [amount] (reduce (fn [d unit] (.plus d (.get amount unit) unit)) (Duration/ofSeconds 0) (.getUnits amount)))
  (:field ZERO (Duration/ofSeconds 0)))

(defn- int-sum [a b] (long (Math/toIntExact (+ a b))))
(defn- int-product [a b] (long (Math/toIntExact (* a b))))

(defclass java.time.Period [years months days]
  (getUnits [_] [ChronoUnit/YEARS ChronoUnit/MONTHS ChronoUnit/DAYS])
  (get [_ unit]
    (cond (= unit ChronoUnit/YEARS) years (= unit ChronoUnit/MONTHS) months (= unit ChronoUnit/DAYS) days
          :else (unsupported-unit unit)))
  (withYears [_ n] (Period/<init> (long n) months days))
  (withMonths [_ n] (Period/<init> years (long n) days))
  (withDays [_ n] (Period/<init> years months (long n)))
  (getYears [_] (int years))
  (getMonths [_] (int months))
  (getDays [_] (int days))
  (toTotalMonths [_] (+ (* 12 years) months))
  (isZero [_] (= 0 years months days))
  (isNegative [_] (or (neg? years) (neg? months) (neg? days)))
  (plusYears [_ n] (Period/<init> (int-sum years n) months days))
  (minusDays [this n] (backwards .plusDays this n))
  (minusMonths [this n] (backwards .plusMonths this n))
  (minusYears [this n] (backwards .plusYears this n))
  (plusMonths [_ n] (Period/<init> years (int-sum months n) days))
  (plusDays [_ n] (Period/<init> years months (int-sum days n)))
  (plus [_ o] (Period/<init> (int-sum years (.getYears o)) (int-sum months (.getMonths o)) (int-sum days (.getDays o))))
  (minus [this o] (.plus this (.negated o)))
  (multipliedBy [_ n] (Period/<init> (int-product n years) (int-product n months) (int-product n days)))
  (negated [this] (.multipliedBy this -1))
  (normalized [_] (let [total (+ (* 12 years) months)] (Period/<init> (quot total 12) (rem total 12) days)))
  (addTo [this t]
    (let [t (cond
              (not (zero? months)) (let [m (.toTotalMonths this)] (if (zero? m) t (.plus t m ChronoUnit/MONTHS)))
              (zero? years) t
              :else (.plus t years ChronoUnit/YEARS))]
      (if (zero? days) t (.plus t days ChronoUnit/DAYS))))
  (subtractFrom [this t] (.addTo (.negated this) t))
  (equals [_ o] (and (instance? Period o) (= [years months days] [(.getYears o) (.getMonths o) (.getDays o)])))
  (hashCode [_] (int-hash (+ years (Integer/rotateLeft (int months) 8) (Integer/rotateLeft (int days) 16))))
  (toString [this]
    (if (.isZero this)
      "P0D"
      (str "P" (when-not (zero? years) (str years "Y")) (when-not (zero? months) (str months "M"))
           (when-not (zero? days) (str days "D")))))
  :static
  (of [y m d] (Period/<init> (long y) (long m) (long d)))
  (from [amount]
    (if (instance? Period amount)
      amount
      (let [n (fn [unit]
                (when-not (contains? #{ChronoUnit/YEARS ChronoUnit/MONTHS ChronoUnit/DAYS} unit)
                  (throw (DateTimeException. (str "Unit must be Years, Months or Days, but was " unit))))
                (.get amount unit))
            parts (into {} (map (fn [unit] [unit (n unit)])) (.getUnits amount))]
        (Period/of (get parts ChronoUnit/YEARS 0) (get parts ChronoUnit/MONTHS 0) (get parts ChronoUnit/DAYS 0)))))
  (ofDays [n] (Period/<init> 0 0 (long n)))
  (ofWeeks [n] (Period/<init> 0 0 (* 7 n)))
  (ofMonths [n] (Period/<init> 0 (long n) 0))
  (ofYears [n] (Period/<init> (long n) 0 0))
  (between [a b] (.until a b))
  (parse [text]
    (let [[all sign y m w d] (re-matches #"(?i)([-+]?)P(?:([-+]?\d+)Y)?(?:([-+]?\d+)M)?(?:([-+]?\d+)W)?(?:([-+]?\d+)D)?"
                                         (str text))
          n (fn [s] (if s (Long/parseLong s) 0))]
      (when-not (and all (or y m w d)) (throw (DateTimeParseException. "Text cannot be parsed to a Period" text (int 0))))
      (let [p (Period/of (n y) (n m) (+ (* 7 (n w)) (n d)))]
        (if (= sign "-") (.negated p) p)))))

(extend-class java.time.Period :static (:field ZERO (Period/of 0 0 0)))
