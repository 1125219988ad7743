(ns clojure.host.time.zoned
  "java.time's zones, and the date-times that have one."
  (:require [clojure.host.defclass :refer [defclass extend-class]]
            [clojure.host.time.conversions :refer [obtaining unobtainable]]
            [clojure.host.time.units :refer [backwards int-hash int-value pad unsupported-field]]
            [clojure.host.time.zone-names :refer [generic-zone-text]]
            [clojure.host.time.zone-rules :refer [region-ids rules-of system-zone-id]])
  (:import (java.time Clock DateTimeException DayOfWeek Duration Instant LocalDate LocalDateTime LocalTime Month
                      OffsetDateTime Period Year YearMonth ZoneId ZoneOffset ZoneRegion ZonedDateTime)
           (java.time.chrono IsoChronology)
           (java.time.format DateTimeFormatter DateTimeParseException)
           (java.time.temporal ChronoField ChronoUnit)
           (java.time.zone ZoneRules ZoneRulesException)))

;; Zones

(defclass java.time.ZoneOffset [total id]
  (held-offset [this] this)
  (getTotalSeconds [_] (int total))
  (getId [_] id)
  (getRules [this] (ZoneRules/of this))
  (normalized [this] this)
  (getDisplayName [_ _ _] id)
  (getLong [_ field]
    (if (= field ChronoField/OFFSET_SECONDS) (long total) (unsupported-field field)))
  (get [this field] (int (.getLong this field)))
  (isSupported [_ field] (= field ChronoField/OFFSET_SECONDS))
  (adjustInto [_ t] (.with t ChronoField/OFFSET_SECONDS total))
  (compareTo [_ o] (int (- (.getTotalSeconds (clojure.core/-as ZoneOffset o)) total)))
  (equals [_ o] (and (instance? ZoneOffset o) (= total (.getTotalSeconds o))))
  (hashCode [_] (int total))
  (toString [_] id)
  :static
  (ofTotalSeconds [n]
    (when-not (<= -64800 n 64800) (throw (DateTimeException. "Zone offset not in valid range: -18:00 to +18:00")))
    (let [a (abs n) s (rem a 60)]
      (ZoneOffset/<init> (long n) (if (zero? n)
                                    "Z"
                                    (str (if (neg? n) "-" "+") (pad (quot a 3600) 2) ":" (pad (rem (quot a 60) 60) 2)
                                         (when (pos? s) (str ":" (pad s 2))))))))
  (ofHours [h] (ZoneOffset/ofHoursMinutesSeconds h 0 0))
  (ofHoursMinutes [h m] (ZoneOffset/ofHoursMinutesSeconds h m 0))
  (ofHoursMinutesSeconds [h m s]
    (let [invalid (fn [message] (throw (DateTimeException. message)))
          in-range (fn [label high n]
                     (when-not (<= (- high) n high)
                       (invalid (str "Zone offset " label " not in valid range: value " n " is not in the range -" high " to " high))))]
      (in-range "hours" 18 h)
      (cond
        (and (pos? h) (or (neg? m) (neg? s))) (invalid "Zone offset minutes and seconds must be positive because hours is positive")
        (and (neg? h) (or (pos? m) (pos? s))) (invalid "Zone offset minutes and seconds must be negative because hours is negative")
        (or (and (pos? m) (neg? s)) (and (neg? m) (pos? s))) (invalid "Zone offset minutes and seconds must have the same sign"))
      (in-range "minutes" 59 m)
      (in-range "seconds" 59 s)
      (ZoneOffset/ofTotalSeconds (+ (* 3600 h) (* 60 m) s))))
  (of [text]
    (if (= (java.util.Objects/requireNonNull text "offsetId") "Z")
      (ZoneOffset/ofTotalSeconds 0)
      (let [text (if (= 2 (count text)) (str (subs text 0 1) "0" (subs text 1)) text)
            invalid (fn [what] (throw (DateTimeException. (str "Invalid ID for ZoneOffset, " what ": " text))))
            number (fn [[at colon]]
                     (when (and colon (not= \: (.charAt text (dec at)))) (invalid "colon not found when expected"))
                     (when-not (re-matches #"[0-9]{2}" (subs text at (+ 2 at))) (invalid "non numeric characters found"))
                     (Long/parseLong (subs text at (+ 2 at))))
            numbers (mapv number (case (count text)
                                   3 [[1]], 5 [[1] [3]], 6 [[1] [4 :colon]], 7 [[1] [3] [5]], 9 [[1] [4 :colon] [7 :colon]]
                                   (invalid "invalid format")))
            sign (case (.charAt text 0) \+ 1 \- -1 (invalid "plus/minus not found when expected"))]
        (apply (fn [h m s] (ZoneOffset/ofHoursMinutesSeconds h m s))
               (map (fn [n] (* sign n)) (take 3 (concat numbers [0 0]))))))))

(extend-class java.time.ZoneOffset
  :static
  (:field UTC (ZoneOffset/ofTotalSeconds 0))
  (:field MIN (ZoneOffset/ofTotalSeconds -64800))
  (:field MAX (ZoneOffset/ofTotalSeconds 64800)))

;; The rules are read when they are first asked for; `rules` is given where no file is needed.
(defclass java.time.ZoneRegion [id rules]
  (getId [_] id)
  (getRules [_] (or rules (rules-of id)))
  (normalized [this]
    (let [rules (.getRules this)]
      (if (.isFixedOffset rules) (.getOffset rules Instant/EPOCH) this)))
  (getDisplayName [this style _] (generic-zone-text this (.startsWith (.name style) "FULL")))
  (equals [_ o] (and (instance? ZoneRegion o) (= id (.getId o))))
  (hashCode [_] (.hashCode id))
  (toString [_] id))

(defn- prefixed-zone
  "UTC, GMT or UT, with an offset behind it or without."
  [prefix sign-and-rest]
  (if sign-and-rest
    (let [offset (try (ZoneOffset/of sign-and-rest)
                      (catch DateTimeException _
                        (throw (DateTimeException. (str "Invalid ID for offset-based ZoneId: " prefix sign-and-rest)))))]
      (ZoneRegion/<init> (if (zero? (.getTotalSeconds offset)) prefix (str prefix offset)) (ZoneRules/of offset)))
    (ZoneRegion/<init> prefix (ZoneRules/of ZoneOffset/UTC))))

;; They are UTC on a system without time zone files, too.
(def ^:private utc-regions
  #{"Etc/UTC" "Etc/GMT" "Etc/UCT" "Etc/Zulu" "Etc/Universal" "Etc/Greenwich" "Zulu" "Universal" "Greenwich" "UCT"})

(def ^:private short-ids
  {"ACT" "Australia/Darwin" "AET" "Australia/Sydney" "AGT" "America/Argentina/Buenos_Aires" "ART" "Africa/Cairo"
   "AST" "America/Anchorage" "BET" "America/Sao_Paulo" "BST" "Asia/Dhaka" "CAT" "Africa/Harare"
   "CNT" "America/St_Johns" "CST" "America/Chicago" "CTT" "Asia/Shanghai" "EAT" "Africa/Addis_Ababa"
   "ECT" "Europe/Paris" "IET" "America/Indiana/Indianapolis" "IST" "Asia/Kolkata" "JST" "Asia/Tokyo"
   "MIT" "Pacific/Apia" "NET" "Asia/Yerevan" "NST" "Pacific/Auckland" "PLT" "Asia/Karachi"
   "PNT" "America/Phoenix" "PRT" "America/Puerto_Rico" "PST" "America/Los_Angeles" "SST" "Pacific/Guadalcanal"
   "VST" "Asia/Ho_Chi_Minh" "EST" "-05:00" "MST" "-07:00" "HST" "-10:00"})

(def default-zone
  "The zone of the process, once it is known: TimeZone/setDefault changes it."
  (atom nil))

(extend-class java.time.ZoneId
  :static
  (:field SHORT_IDS short-ids)
  (of [id]
    (let [[prefix sign-and-rest] (rest (re-matches #"(UTC|GMT|UT)([+-].*)?" (java.util.Objects/requireNonNull id "zoneId")))]
      (cond
        (or (<= (count id) 1) (re-find #"^[+-]" id)) (ZoneOffset/of id)
        prefix (if (= id "GMT0") (ZoneRegion/<init> id (ZoneRules/of ZoneOffset/UTC)) (prefixed-zone prefix sign-and-rest))
        (contains? utc-regions id) (ZoneRegion/<init> id (ZoneRules/of ZoneOffset/UTC))
        (re-matches #"[A-Za-z][A-Za-z0-9~/._+-]+" id) (do (rules-of id) (ZoneRegion/<init> id nil))
        :else (throw (DateTimeException. (str "Invalid ID for region-based ZoneId, invalid format: " id))))))
  (of [id aliases] (ZoneId/of (get aliases id id)))
  (ofOffset [prefix offset]
    (case prefix
      "" offset
      ("UTC" "GMT" "UT") (prefixed-zone prefix (when-not (zero? (.getTotalSeconds offset)) (str offset)))
      (throw (IllegalArgumentException. (str "prefix should be GMT, UTC or UT, is: " prefix)))))
  (from [t]
    (if (instance? ZoneId t)
      t
      (or (.held-zone t) (.held-offset t)
          (unobtainable "ZoneId" t))))
  (systemDefault []
    (or @default-zone
        (reset! default-zone (let [id (system-zone-id)]
                               (try (ZoneId/of id short-ids) (catch DateTimeException _ (ZoneId/of "GMT")))))))
  (getAvailableZoneIds [] (java.util.HashSet. (concat ["UTC" "GMT" "UT"] utc-regions (region-ids)))))

(extend-class java.time.ZoneOffset
  :static
  (from [t] (or (.held-offset t) (unobtainable "ZoneOffset" t))))

;; Date-times with an offset or a zone

(defn- with-offset-field
  "What `with` of a field does to a date-time with an offset, or nil where it is up to the local date-time."
  [t field n]
  (case (.name field)
    "INSTANT_SECONDS" (fn [from-instant] (from-instant (Instant/ofEpochSecond n (.getNano t))))
    "OFFSET_SECONDS" (fn [_] (ZoneOffset/ofTotalSeconds n))
    nil))

(defmacro ^:private def-offset-class
  "Defines OffsetDateTime or ZonedDateTime: a local date-time, an offset and, for the latter, a zone.
  `rebuild` is a function of a local date-time that keeps the rest, `shift` one of an instant,
  `with-offset` one of an offset. `elapsed` is a function of the local date-time and a function that
  moves it by units of time."
  [class-sym fields {:keys [rebuild shift with-offset elapsed same-zone]} & members]
  `(defclass ~class-sym ~fields
     ~@(for [m '[toLocalDate toLocalTime getYear getMonthValue getMonth getDayOfMonth getDayOfYear getDayOfWeek
                 getHour getMinute getSecond getNano]]
         (list m '[_] (list (symbol (str "." m)) 'local)))
     ~@(for [m '[plusDays plusWeeks plusMonths plusYears minusDays minusWeeks minusMonths minusYears
                 withYear withMonth withDayOfMonth withDayOfYear withHour withMinute withSecond withNano truncatedTo]]
         (list m '[this n] (list rebuild (list (symbol (str "." m)) 'local 'n))))
     ~@(for [m '[plusHours plusMinutes plusSeconds plusNanos minusHours minusMinutes minusSeconds minusNanos]]
         (list m '[this n] (list elapsed (list (symbol (str "." m)) 'local 'n))))
     (~'toLocalDateTime [_#] ~'local)
     (~'held-date [_#] (.toLocalDate ~'local))
     (~'held-time [_#] (.toLocalTime ~'local))
     (~'held-offset [_#] ~'offset)
     (~'held-chronology [_#] IsoChronology/INSTANCE)
     (~'held-precision [_#] ChronoUnit/NANOS)
     (~'getOffset [_#] ~'offset)
     (~'toEpochSecond [_#] (.toEpochSecond ~'local ~'offset))
     (~'toInstant [_#] (.toInstant ~'local ~'offset))
     (~'plus [this# amount#] (.addTo amount# this#))
     (~'plus [_# n# unit#] ((if (.isTimeBased unit#) ~elapsed ~rebuild) (.plus ~'local n# unit#)))
     (~'minus [this# amount#] (.subtractFrom amount# this#))
     (~'minus [this# n# unit#] (backwards .plus this# n# unit#))
     (~'with [this# adjuster#]
       (cond
         (instance? ZoneOffset adjuster#) (~with-offset adjuster#)
         (instance? Instant adjuster#) (~shift adjuster#)
         (instance? OffsetDateTime adjuster#) (.with (~rebuild (.toLocalDateTime adjuster#)) (.getOffset adjuster#))
         (instance? ZonedDateTime adjuster#) adjuster#
         :else (~rebuild (.with ~'local adjuster#))))
     (~'with [this# field# n#]
       (if-let [changed# (with-offset-field this# field# n#)]
         (let [x# (changed# ~shift)] (if (instance? ZoneOffset x#) (~with-offset x#) x#))
         (~rebuild (.with ~'local field# n#))))
     (~'getLong [this# field#]
       (case (.name field#)
         "INSTANT_SECONDS" (.toEpochSecond this#)
         "OFFSET_SECONDS" (long (.getTotalSeconds ~'offset))
         (.getLong ~'local field#)))
     (~'get [this# field#] (int-value this# field#))
     (~'isSupported [_# x#] (or (instance? ChronoField x#) (.isSupported ~'local x#)))
     (~'until [this# end# unit#]
       (let [end# (~same-zone end#)]
         (if (.isTimeBased unit#)
           (.until (.toLocalDateTime (.atOffset (.toInstant this#) ZoneOffset/UTC)) (.toLocalDateTime (.atOffset (.toInstant end#) ZoneOffset/UTC)) unit#)
           (.until ~'local (.toLocalDateTime end#) unit#))))
     (~'isBefore [this# o#] (neg? (.compareTo (.toInstant this#) (.toInstant o#))))
     (~'isAfter [this# o#] (pos? (.compareTo (.toInstant this#) (.toInstant o#))))
     (~'isEqual [this# o#] (zero? (.compareTo (.toInstant this#) (.toInstant o#))))
     (~'compareTo [this# o#]
       (clojure.core/-as ~(if (= class-sym 'java.time.ZonedDateTime) 'java.time.chrono.ChronoZonedDateTime class-sym) o#)
       (let [c# (.compareTo (.toInstant this#) (.toInstant o#))
             c# (if (zero? c#) (.compareTo ~'local (.toLocalDateTime o#)) (Integer/signum (int c#)))]
         (int (if (and (zero? c#) (instance? ZonedDateTime this#))
                (compare (str (.getZone this#)) (str (.getZone o#)))
                c#))))
     (~'toOffsetTime [_#] (.atOffset (.toLocalTime ~'local) ~'offset))
     (~'format [this# f#] (.format f# this#))
     ~@members))

(def-offset-class java.time.OffsetDateTime [local offset]
  {:rebuild (fn [l] (OffsetDateTime/<init> l offset))
   :shift (fn [i] (OffsetDateTime/ofInstant i offset))
   :with-offset (fn [o] (OffsetDateTime/<init> local o))
   :elapsed (fn [l] (OffsetDateTime/<init> l offset))
   :same-zone (fn [t] (OffsetDateTime/ofInstant (.toInstant t) offset))}
  (toZonedDateTime [_] (ZonedDateTime/of local offset))
  (adjustInto [_ t]
    (-> (.with t ChronoField/EPOCH_DAY (.toEpochDay (.toLocalDate local)))
        (.with ChronoField/NANO_OF_DAY (.toNanoOfDay (.toLocalTime local)))
        (.with ChronoField/OFFSET_SECONDS (.getTotalSeconds offset))))
  (atZoneSameInstant [this zone] (ZonedDateTime/ofInstant (.toInstant this) zone))
  (atZoneSimilarLocal [_ zone] (ZonedDateTime/ofLocal local zone offset))
  (withOffsetSameInstant [this o] (OffsetDateTime/ofInstant (.toInstant this) o))
  (withOffsetSameLocal [_ o] (OffsetDateTime/<init> local o))
  (equals [_ o] (and (instance? OffsetDateTime o) (= local (.toLocalDateTime o)) (= offset (.getOffset o))))
  (hashCode [_] (int-hash (bit-xor (.hashCode local) (.hashCode offset))))
  (toString [_] (str local offset))
  :static
  (of [l o] (OffsetDateTime/<init> l o))
  (of [d t o] (OffsetDateTime/<init> (LocalDateTime/of d t) o))
  (of [y m d h mi s n o] (OffsetDateTime/<init> (LocalDateTime/of y m d h mi s n) o))
  (ofInstant [i zone] (let [o (if (instance? ZoneOffset zone) zone (.getOffset (.getRules zone) i))] (OffsetDateTime/<init> (LocalDateTime/ofInstant i o) o)))
  (now [] (OffsetDateTime/ofInstant (Instant/now) (ZoneId/systemDefault)))
  (now [zone] (if (instance? Clock zone)
                (OffsetDateTime/ofInstant (.instant zone) (.getZone zone))
                (OffsetDateTime/ofInstant (Instant/now) zone)))
  (from [t]
    (if (instance? OffsetDateTime t)
      t
      (obtaining "OffsetDateTime" t
        (let [offset (ZoneOffset/from t) date (.held-date t) time (.held-time t)]
          (if (and date time)
            (OffsetDateTime/of date time offset)
            (OffsetDateTime/ofInstant (Instant/from t) offset))))))
  (parse [text] (OffsetDateTime/parse text DateTimeFormatter/ISO_OFFSET_DATE_TIME))
  (parse [text f] (.parse f text (fn [t] (OffsetDateTime/from t)))))

(defn- at-local
  "The local date-time in a zone. In a gap the time is later by the gap's length, in an overlap the
  preferred offset counts where it is valid, else the earlier one."
  [local zone preferred]
  (if (instance? ZoneOffset zone)
    (ZonedDateTime/<init> local zone zone)
    (let [rules (.getRules zone)
          valid (.getValidOffsets rules local)]
      (cond
        (= 1 (count valid)) (ZonedDateTime/<init> local (first valid) zone)
        (empty? valid) (let [transition (.getTransition rules local)]
                         (ZonedDateTime/<init> (.plusSeconds local (.getSeconds (.getDuration transition)))
                                               (.getOffsetAfter transition) zone))
        :else (ZonedDateTime/<init> local (or (some (fn [o] (when (= o preferred) o)) valid) (first valid)) zone)))))

(def-offset-class java.time.ZonedDateTime [local offset zone]
  {:rebuild (fn [l] (at-local l zone offset))
   :shift (fn [i] (ZonedDateTime/ofInstant i zone))
   :with-offset (fn [o] (if (.isValidOffset (.getRules zone) local o)
                          (ZonedDateTime/<init> local o zone)
                          (ZonedDateTime/<init> local offset zone)))
   :elapsed (fn [l] (ZonedDateTime/ofInstant (.toInstant l offset) zone))
   :same-zone (fn [t] (ZonedDateTime/ofInstant (.toInstant t) zone))}
  (getZone [_] zone)
  (held-zone [_] zone)
  (toOffsetDateTime [_] (OffsetDateTime/<init> local offset))
  (withZoneSameInstant [this z] (ZonedDateTime/ofInstant (.toInstant this) z))
  (withZoneSameLocal [_ z] (at-local local z offset))
  (withFixedOffsetZone [_] (ZonedDateTime/<init> local offset offset))
  (withEarlierOffsetAtOverlap [this]
    (let [transition (.getTransition (.getRules zone) local)]
      (if (and transition (.isOverlap transition))
        (ZonedDateTime/<init> local (.getOffsetBefore transition) zone)
        this)))
  (withLaterOffsetAtOverlap [this]
    (let [transition (.getTransition (.getRules zone) local)]
      (if (and transition (.isOverlap transition))
        (ZonedDateTime/<init> local (.getOffsetAfter transition) zone)
        this)))
  (equals [_ o] (and (instance? ZonedDateTime o) (= local (.toLocalDateTime o)) (= offset (.getOffset o))
                     (= zone (.getZone o))))
  (hashCode [_] (int-hash (bit-xor (.hashCode local) (.hashCode offset) (Integer/rotateLeft (.hashCode zone) 3))))
  (toString [_] (str local offset (when-not (= zone offset) (str "[" zone "]"))))
  :static
  (of [l z] (at-local l z nil))
  (of [d t z] (at-local (LocalDateTime/of d t) z nil))
  (of [y m d h mi s n z] (at-local (LocalDateTime/of y m d h mi s n) z nil))
  (ofLocal [l z preferred] (at-local l z preferred))
  (ofInstant [i z]
    (let [o (if (instance? ZoneOffset z) z (.getOffset (.getRules z) i))]
      (ZonedDateTime/<init> (LocalDateTime/ofEpochSecond (.getEpochSecond i) (.getNano i) o) o z)))
  (ofInstant [l o z] (ZonedDateTime/ofInstant (.toInstant l o) z))
  (ofStrict [l o z]
    (when-not (.isValidOffset (.getRules z) l o)
      (throw (DateTimeException. (str "ZoneOffset '" o "' is not valid for LocalDateTime '" l "' in zone '" z "'"))))
    (ZonedDateTime/<init> l o z))
  (now [] (ZonedDateTime/ofInstant (Instant/now) (ZoneId/systemDefault)))
  (now [zone] (if (instance? Clock zone)
                (ZonedDateTime/ofInstant (.instant zone) (.getZone zone))
                (ZonedDateTime/ofInstant (Instant/now) zone)))
  (from [t]
    (if (instance? ZonedDateTime t)
      t
      (obtaining "ZonedDateTime" t
        (let [zone (ZoneId/from t)]
          (if (.isSupported t ChronoField/INSTANT_SECONDS)
            (ZonedDateTime/ofInstant (Instant/from t) zone)
            (ZonedDateTime/of (LocalDate/from t) (LocalTime/from t) zone))))))
  (parse [text] (ZonedDateTime/parse text DateTimeFormatter/ISO_ZONED_DATE_TIME))
  (parse [text f] (.parse f text (fn [t] (ZonedDateTime/from t)))))
