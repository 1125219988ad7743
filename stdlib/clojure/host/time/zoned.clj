(ns clojure.host.time.zoned
  "java.time's zones, and the date-times that have one."
  (:require [clojure.host.defclass :refer [defclass extend-class]]
            [clojure.host.time.units :refer [int-hash pad]])
  (:import (java.time Clock DateTimeException DayOfWeek Duration Instant LocalDate LocalDateTime LocalTime Month
                      OffsetDateTime Period Year YearMonth ZoneId ZoneOffset ZoneRegion ZonedDateTime)
           (java.time.format DateTimeFormatter DateTimeParseException)
           (java.time.temporal ChronoField ChronoUnit)
           (java.time.zone ZoneRulesException)))

;; Zones. A ZoneId is its own ZoneRules: every zone here has one offset.

(defclass java.time.ZoneOffset [total id]
  (getTotalSeconds [_] (int total))
  (getId [_] id)
  (getRules [this] this)
  (getOffset [this _] this)
  (isFixedOffset [_] true)
  (normalized [this] this)
  (compareTo [_ o] (int (- (.getTotalSeconds o) total)))
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
  (ofHours [h] (ZoneOffset/ofTotalSeconds (* 3600 h)))
  (ofHoursMinutes [h m] (ZoneOffset/ofTotalSeconds (+ (* 3600 h) (* 60 m))))
  (of [text]
    (let [[all sign h m s] (re-matches #"([+-])(\d\d?)(?::?(\d\d)(?::?(\d\d))?)?" text)
          n (fn [x] (if x (Long/parseLong x) 0))]
      (cond
        (= text "Z") (ZoneOffset/ofTotalSeconds 0)
        (nil? all) (throw (DateTimeException. (str "Invalid ID for ZoneOffset, invalid format: " text)))
        :else (ZoneOffset/ofTotalSeconds (* (if (= sign "-") -1 1) (+ (* 3600 (n h)) (* 60 (n m)) (n s))))))))

(extend-class java.time.ZoneOffset
  :static
  (:field UTC (ZoneOffset/ofTotalSeconds 0))
  (:field MIN (ZoneOffset/ofTotalSeconds -64800))
  (:field MAX (ZoneOffset/ofTotalSeconds 64800)))

(defclass java.time.ZoneRegion [id offset]
  (getId [_] id)
  (getRules [this] this)
  (getOffset [_ _] offset)
  (isFixedOffset [_] true)
  (normalized [_] offset)
  (equals [_ o] (and (instance? ZoneRegion o) (= id (.getId o))))
  (hashCode [_] (.hashCode id))
  (toString [_] id))

(extend-class java.time.ZoneId
  :static
  (of [id]
    (let [[prefix sign-and-rest] (rest (re-matches #"(UTC|GMT|UT)([+-].*)?" id))]
      (cond
        (or (= id "Z") (re-find #"^[+-]" id)) (ZoneOffset/of id)
        prefix (if sign-and-rest
                 (let [offset (ZoneOffset/of sign-and-rest)]
                   (ZoneRegion/<init> (if (zero? (.getTotalSeconds offset)) prefix (str prefix offset)) offset))
                 (ZoneRegion/<init> id ZoneOffset/UTC))
        (contains? #{"Etc/UTC" "Etc/GMT" "Zulu" "Universal" "Greenwich" "Etc/Zulu" "Etc/UCT" "UCT"} id)
        (ZoneRegion/<init> id ZoneOffset/UTC)
        (re-matches #"[A-Za-z][A-Za-z0-9~/._+-]+" id) (throw (ZoneRulesException. (str "Unknown time-zone ID: " id)))
        :else (throw (DateTimeException. (str "Invalid ID for region-based ZoneId, invalid format: " id))))))
  (systemDefault [] (ZoneId/of "UTC"))
  (getAvailableZoneIds [] (java.util.HashSet. ["UTC" "GMT" "Etc/UTC" "Etc/GMT"])))

;; Date-times with an offset or a zone

(defmacro ^:private def-offset-class
  "Defines OffsetDateTime or ZonedDateTime: a local date-time, an offset and, for the latter, a zone;
  `rebuild` is a function of a local date-time that keeps the rest."
  [class-sym fields rebuild from-instant & members]
  `(defclass ~class-sym ~fields
     ~@(for [m '[toLocalDate toLocalTime getYear getMonthValue getMonth getDayOfMonth getDayOfYear getDayOfWeek
                 getHour getMinute getSecond getNano]]
         (list m '[_] (list (symbol (str "." m)) 'local)))
     ~@(for [m '[plusDays plusWeeks plusMonths plusYears minusDays minusWeeks minusMonths minusYears
                 plusHours plusMinutes plusSeconds plusNanos minusHours minusMinutes minusSeconds minusNanos
                 withYear withMonth withDayOfMonth withDayOfYear withHour withMinute withSecond withNano truncatedTo]]
         (list m '[this n] (list rebuild (list (symbol (str "." m)) 'local 'n))))
     (~'toLocalDateTime [_#] ~'local)
     (~'getOffset [_#] ~'offset)
     (~'toEpochSecond [_#] (.toEpochSecond ~'local ~'offset))
     (~'toInstant [_#] (.toInstant ~'local ~'offset))
     (~'plus [this# amount#] (.addTo amount# this#))
     (~'plus [_# n# unit#] (~rebuild (.plus ~'local n# unit#)))
     (~'minus [this# amount#] (.subtractFrom amount# this#))
     (~'minus [_# n# unit#] (~rebuild (.plus ~'local (- n#) unit#)))
     (~'with [this# adjuster#] (~rebuild (.with ~'local adjuster#)))
     (~'with [_# field# n#] (~rebuild (.with ~'local field# n#)))
     (~'getLong [this# field#]
       (case (.name field#)
         "INSTANT_SECONDS" (.toEpochSecond this#)
         "OFFSET_SECONDS" (long (.getTotalSeconds ~'offset))
         (.getLong ~'local field#)))
     (~'get [this# field#] (int (.getLong this# field#)))
     (~'isSupported [_# x#] (or (instance? ChronoField x#) (.isSupported ~'local x#)))
     (~'until [this# end# unit#]
       (.until ~'local (.toLocalDateTime (~from-instant (.toInstant end#) ~'offset)) unit#))
     (~'isBefore [this# o#] (neg? (.compareTo (.toInstant this#) (.toInstant o#))))
     (~'isAfter [this# o#] (pos? (.compareTo (.toInstant this#) (.toInstant o#))))
     (~'isEqual [this# o#] (zero? (.compareTo (.toInstant this#) (.toInstant o#))))
     (~'compareTo [this# o#]
       (let [c# (.compareTo (.toInstant this#) (.toInstant o#))]
         (int (if (zero? c#) (.compareTo ~'local (.toLocalDateTime o#)) (Integer/signum (int c#))))))
     (~'format [this# f#] (.format f# this#))
     ~@members))

(def-offset-class java.time.OffsetDateTime [local offset]
  (fn [l] (OffsetDateTime/<init> l offset))
  (fn [i offset] (OffsetDateTime/ofInstant i offset))
  (toZonedDateTime [_] (ZonedDateTime/of local offset))
  (atZoneSameInstant [this zone] (ZonedDateTime/ofInstant (.toInstant this) zone))
  (withOffsetSameInstant [this o] (OffsetDateTime/ofInstant (.toInstant this) o))
  (withOffsetSameLocal [_ o] (OffsetDateTime/<init> local o))
  (equals [_ o] (and (instance? OffsetDateTime o) (= local (.toLocalDateTime o)) (= offset (.getOffset o))))
  (hashCode [_] (int-hash (bit-xor (.hashCode local) (.hashCode offset))))
  (toString [_] (str local offset))
  :static
  (of [l o] (OffsetDateTime/<init> l o))
  (of [d t o] (OffsetDateTime/<init> (LocalDateTime/of d t) o))
  (of [y m d h mi s n o] (OffsetDateTime/<init> (LocalDateTime/of y m d h mi s n) o))
  (ofInstant [i zone] (let [o (.getOffset (.getRules zone) i)] (OffsetDateTime/<init> (LocalDateTime/ofInstant i o) o)))
  (now [] (OffsetDateTime/ofInstant (Instant/now) (ZoneId/systemDefault)))
  (now [zone] (OffsetDateTime/ofInstant (Instant/now) zone))
  (from [t] (if (instance? OffsetDateTime t) t (.toOffsetDateTime t)))
  (parse [text] (OffsetDateTime/parse text DateTimeFormatter/ISO_OFFSET_DATE_TIME))
  (parse [text f] (.parse f text :offset)))

(def-offset-class java.time.ZonedDateTime [local offset zone]
  (fn [l] (ZonedDateTime/of l zone))
  (fn [i offset] (ZonedDateTime/ofInstant i offset))
  (getZone [_] zone)
  (toOffsetDateTime [_] (OffsetDateTime/<init> local offset))
  (withZoneSameInstant [this z] (ZonedDateTime/ofInstant (.toInstant this) z))
  (withZoneSameLocal [_ z] (ZonedDateTime/of local z))
  (equals [_ o] (and (instance? ZonedDateTime o) (= local (.toLocalDateTime o)) (= zone (.getZone o))))
  (hashCode [_] (int-hash (bit-xor (.hashCode local) (.hashCode offset) (Integer/rotateLeft (.hashCode zone) 3))))
  (toString [_] (str local offset (when-not (= zone offset) (str "[" zone "]"))))
  :static
  (of [l z] (ZonedDateTime/<init> l (.getOffset (.getRules z) l) z))
  (of [d t z] (ZonedDateTime/of (LocalDateTime/of d t) z))
  (of [y m d h mi s n z] (ZonedDateTime/of (LocalDateTime/of y m d h mi s n) z))
  (ofInstant [i z] (ZonedDateTime/<init> (LocalDateTime/ofInstant i z) (.getOffset (.getRules z) i) z))
  (now [] (ZonedDateTime/ofInstant (Instant/now) (ZoneId/systemDefault)))
  (now [zone] (ZonedDateTime/ofInstant (Instant/now) zone))
  (from [t] (if (instance? ZonedDateTime t) t (.toZonedDateTime t)))
  (parse [text] (ZonedDateTime/parse text DateTimeFormatter/ISO_ZONED_DATE_TIME))
  (parse [text f] (.parse f text :zoned)))
