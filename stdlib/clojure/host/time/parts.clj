(ns clojure.host.time.parts
  "What the conversions %t of `format` ask dates and times for (runtime/core/src/format_spec.h, Part)."
  (:require [clojure.host.calendar]
            [clojure.host.defclass :refer [extend-class]]
            [clojure.host.time.offset-time]
            [clojure.host.time.zone-names :refer [zone-text]])
  (:import (java.time Instant)
           (java.time.temporal ChronoField)))

(defn- field-of [part]
  (case part
    \H ChronoField/HOUR_OF_DAY
    \M ChronoField/MINUTE_OF_HOUR
    \S ChronoField/SECOND_OF_MINUTE
    \N ChronoField/NANO_OF_SECOND
    \s ChronoField/INSTANT_SECONDS
    \Y ChronoField/YEAR_OF_ERA
    \m ChronoField/MONTH_OF_YEAR
    \d ChronoField/DAY_OF_MONTH
    \j ChronoField/DAY_OF_YEAR
    \A ChronoField/DAY_OF_WEEK
    \z ChronoField/OFFSET_SECONDS))

(defn- zone-name [t]
  (when-let [zone (or (.held-zone t) (.held-offset t))]
    (if (.isSupported t ChronoField/INSTANT_SECONDS)
      (zone-text zone (Instant/ofEpochSecond (.getLong t ChronoField/INSTANT_SECONDS)) false)
      (.getId zone))))

;; nil where the date or time has no such part.
(extend-class java.time.temporal.TemporalAccessor
  (time-part [this part]
    (if (= part \Z)
      (zone-name this)
      (let [field (field-of part)]
        (when (.isSupported this field) (.getLong this field))))))

(extend-class java.util.Calendar
  (time-part [this part] (.time-part (.toZonedDateTime this) part)))
