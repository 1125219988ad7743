(ns clojure.host.time.clocks
  "java.time.Clock."
  (:require [clojure.host.defclass :refer [defclass extend-class]])
  (:import (java.time Clock Clock$FixedClock Clock$OffsetClock Clock$SystemClock Clock$TickClock Duration Instant ZoneId ZoneOffset)))

(extend-class java.time.Clock
  (millis [this] (.toEpochMilli (.instant this))))

(defclass java.time.Clock$SystemClock [zone]
  (getZone [_] zone)
  (withZone [_ z] (Clock$SystemClock/<init> z))
  (millis [_] (System/currentTimeMillis))
  (instant [_] (Instant/now))
  (equals [_ o] (and (instance? Clock$SystemClock o) (= zone (.getZone o))))
  (hashCode [_] (int (inc (.hashCode zone))))
  (toString [_] (str "SystemClock[" zone "]")))

(defclass java.time.Clock$FixedClock [instant zone]
  (getZone [_] zone)
  (withZone [_ z] (Clock$FixedClock/<init> instant z))
  (instant [_] instant)
  (equals [_ o] (and (instance? Clock$FixedClock o) (= instant (.instant o)) (= zone (.getZone o))))
  (hashCode [_] (unchecked-int (bit-xor (.hashCode instant) (.hashCode zone))))
  (toString [_] (str "FixedClock[" instant "," zone "]")))

(defclass java.time.Clock$OffsetClock [base offset]
  (getZone [_] (.getZone base))
  (withZone [_ z] (Clock$OffsetClock/<init> (.withZone base z) offset))
  (instant [_] (.plus (.instant base) offset))
  (parts [_] [base offset])
  (equals [this o] (and (instance? Clock$OffsetClock o) (= (.parts this) (.parts o))))
  (hashCode [_] (unchecked-int (bit-xor (.hashCode base) (.hashCode offset))))
  (toString [_] (str "OffsetClock[" base "," offset "]")))

;; `nanos`: how long a tick is.
(defclass java.time.Clock$TickClock [base nanos]
  (getZone [_] (.getZone base))
  (withZone [_ z] (Clock$TickClock/<init> (.withZone base z) nanos))
  (instant [_]
    (let [instant (.instant base)]
      (if (zero? (rem nanos 1000000))
        (let [ms (.toEpochMilli instant)] (Instant/ofEpochMilli (- ms (mod ms (quot nanos 1000000)))))
        (.minusNanos instant (mod (.getNano instant) nanos)))))
  (parts [_] [base nanos])
  (equals [this o] (and (instance? Clock$TickClock o) (= (.parts this) (.parts o))))
  (hashCode [_] (unchecked-int (bit-xor (.hashCode base) (unchecked-int (bit-xor nanos (unsigned-bit-shift-right nanos 32))))))
  (toString [_] (str "TickClock[" base "," (Duration/ofNanos nanos) "]")))

(extend-class java.time.Clock
  :static
  (systemUTC [] (Clock$SystemClock/<init> ZoneOffset/UTC))
  (systemDefaultZone [] (Clock$SystemClock/<init> (ZoneId/systemDefault)))
  (system [zone] (Clock$SystemClock/<init> zone))
  (fixed [instant zone] (Clock$FixedClock/<init> instant zone))
  (offset [base duration] (if (.isZero duration) base (Clock$OffsetClock/<init> base duration)))
  (tick [base duration]
    (when (.isNegative duration) (throw (IllegalArgumentException. "Tick duration must not be negative")))
    (let [nanos (.toNanos duration)]
      (cond
        (not (or (zero? (rem nanos 1000000)) (and (pos? nanos) (zero? (rem 1000000000 nanos)))))
        (throw (IllegalArgumentException. "Invalid tick duration"))
        (<= nanos 1) base
        :else (Clock$TickClock/<init> base nanos))))
  (tickMillis [zone] (Clock$TickClock/<init> (Clock/system zone) 1000000))
  (tickSeconds [zone] (Clock$TickClock/<init> (Clock/system zone) 1000000000))
  (tickMinutes [zone] (Clock$TickClock/<init> (Clock/system zone) 60000000000)))
