(ns clojure.host.time.offset-time
  "java.time.OffsetTime."
  (:require [clojure.host.defclass :refer [defclass extend-class fi]]
            [clojure.host.time.conversions :refer [obtaining]]
            [clojure.host.time.local]
            [clojure.host.time.units :refer [backwards compare-longs int-hash unsupported-unit]]
            [clojure.host.time.zoned])
  (:import (java.time Clock Instant LocalDate LocalDateTime LocalTime OffsetDateTime OffsetTime Year YearMonth ZoneId
                      ZoneOffset ZonedDateTime)
           (java.time.format DateTimeFormatter)
           (java.time.temporal ChronoField ChronoUnit UnsupportedTemporalTypeException)))

(defclass java.time.OffsetTime [local offset]
  (held-time [_] local)
  (held-offset [_] offset)
  (held-precision [_] ChronoUnit/NANOS)
  (getHour [_] (.getHour local))
  (getMinute [_] (.getMinute local))
  (getSecond [_] (.getSecond local))
  (getNano [_] (.getNano local))
  (getOffset [_] offset)
  (toLocalTime [_] local)
  (plusHours [_ n] (OffsetTime/<init> (.plusHours local n) offset))
  (plusMinutes [_ n] (OffsetTime/<init> (.plusMinutes local n) offset))
  (plusSeconds [_ n] (OffsetTime/<init> (.plusSeconds local n) offset))
  (plusNanos [_ n] (OffsetTime/<init> (.plusNanos local n) offset))
  (minusHours [this n] (backwards .plusHours this n))
  (minusMinutes [this n] (backwards .plusMinutes this n))
  (minusSeconds [this n] (backwards .plusSeconds this n))
  (minusNanos [this n] (backwards .plusNanos this n))
  (withHour [_ n] (OffsetTime/<init> (.withHour local n) offset))
  (withMinute [_ n] (OffsetTime/<init> (.withMinute local n) offset))
  (withSecond [_ n] (OffsetTime/<init> (.withSecond local n) offset))
  (withNano [_ n] (OffsetTime/<init> (.withNano local n) offset))
  (truncatedTo [_ unit] (OffsetTime/<init> (.truncatedTo local unit) offset))
  (plus [this amount] (.addTo amount this))
  (plus [_ n unit] (OffsetTime/<init> (.plus local n unit) offset))
  (minus [this amount] (.subtractFrom amount this))
  (minus [this n unit] (backwards .plus this n unit))
  (with [this adjuster]
    (cond
      (instance? LocalTime adjuster) (OffsetTime/<init> adjuster offset)
      (instance? ZoneOffset adjuster) (OffsetTime/<init> local adjuster)
      :else (fi adjuster adjustInto this)))
  (with [_ field n]
    (if (= field ChronoField/OFFSET_SECONDS)
      (OffsetTime/<init> local (ZoneOffset/ofTotalSeconds n))
      (OffsetTime/<init> (.with local field n) offset)))
  (adjustInto [_ t] (.with (.with t local) offset))
  (withOffsetSameLocal [_ o] (OffsetTime/<init> local o))
  (withOffsetSameInstant [_ o]
    (OffsetTime/<init> (.plusSeconds local (- (.getTotalSeconds o) (.getTotalSeconds offset))) o))
  (atDate [_ date] (OffsetDateTime/of date local offset))
  (toEpochSecond [_ date] (.toEpochSecond local date offset))
  (getLong [_ field]
    (if (= field ChronoField/OFFSET_SECONDS) (long (.getTotalSeconds offset)) (.getLong local field)))
  (get [this field]
    (when-not (or (not (.isSupported this field)) (.isIntValue (.range this field)))
      (throw (UnsupportedTemporalTypeException. (str "Invalid field " field " for get() method, use getLong() instead"))))
    (int (.getLong this field)))
  (isSupported [_ x] (or (= x ChronoField/OFFSET_SECONDS) (.isSupported local x)))
  (nanos-in-utc [_] (- (.toNanoOfDay local) (* 1000000000 (.getTotalSeconds offset))))
  (until [this end unit]
    (if (.isTimeBased unit)
      (quot (- (.nanos-in-utc (OffsetTime/from end)) (.nanos-in-utc this)) (.-nanos-of unit))
      (unsupported-unit unit)))
  (isBefore [this o] (< (.nanos-in-utc this) (.nanos-in-utc o)))
  (isAfter [this o] (> (.nanos-in-utc this) (.nanos-in-utc o)))
  (isEqual [this o] (= (.nanos-in-utc this) (.nanos-in-utc o)))
  (compareTo [this o]
    (let [c (compare-longs (.nanos-in-utc this) (.nanos-in-utc (clojure.core/-as OffsetTime o)))]
      (if (zero? c) (.compareTo local (.toLocalTime o)) c)))
  (format [this f] (.format f this))
  (equals [_ o] (and (instance? OffsetTime o) (= local (.toLocalTime o)) (= offset (.getOffset o))))
  (hashCode [_] (int-hash (bit-xor (.hashCode local) (.hashCode offset))))
  (toString [_] (str local offset))
  :static
  (:field MIN (OffsetTime/<init> LocalTime/MIN (ZoneOffset/ofTotalSeconds 64800)))
  (:field MAX (OffsetTime/<init> LocalTime/MAX (ZoneOffset/ofTotalSeconds -64800)))
  (of ([time offset] (OffsetTime/<init> time offset))
    ([h m s n offset] (OffsetTime/<init> (LocalTime/of h m s n) offset)))
  (ofInstant [instant zone] (.toOffsetTime (OffsetDateTime/ofInstant instant zone)))
  (now ([] (.toOffsetTime (OffsetDateTime/now))) ([zone-or-clock] (.toOffsetTime (OffsetDateTime/now zone-or-clock))))
  (from [t]
    (if (instance? OffsetTime t)
      t
      (obtaining "OffsetTime" t (OffsetTime/<init> (LocalTime/from t) (ZoneOffset/from t)))))
  (parse ([text] (OffsetTime/parse text DateTimeFormatter/ISO_OFFSET_TIME))
    ([text f] (.parse f text (fn [t] (OffsetTime/from t))))))

(extend-class java.time.LocalTime
  (atOffset [this offset] (OffsetTime/<init> this offset)))
