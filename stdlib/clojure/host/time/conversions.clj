(ns clojure.host.time.conversions
  "What the classes of java.time hold of each other, on which their methods `from` and TemporalQueries stand."
  (:require [clojure.host.defclass :refer [extend-class fi]])
  (:import (java.time DateTimeException)
           (java.time.temporal TemporalQueries TemporalQuery)))

;; The date, time of day, offset, zone, calendar and smallest unit of a temporal, or nil.
(extend-class java.time.temporal.TemporalAccessor
  (held-date [_] nil)
  (held-time [_] nil)
  (held-offset [_] nil)
  (held-zone [_] nil)
  (held-chronology [_] nil)
  (held-precision [_] nil)
  (query [t q] (fi q queryFrom t)))

(defn unobtainable
  ([class-name t] (unobtainable class-name t nil))
  ([class-name t cause]
   (throw (DateTimeException. (str "Unable to obtain " class-name " from TemporalAccessor: " t " of type " (.getName (class t)))
                              cause))))

(defmacro obtaining
  "The form, which makes an instance of the class from a temporal, or the exception that says that it cannot be had."
  [class-name t form]
  `(try ~form (catch DateTimeException e# (unobtainable ~class-name ~t e#))))

(defn- querying [f] (reify TemporalQuery (queryFrom [_ t] (f t))))

(extend-class java.time.temporal.TemporalQueries
  :static
  (localDate [] (querying (fn [t] (.held-date t))))
  (localTime [] (querying (fn [t] (.held-time t))))
  (offset [] (querying (fn [t] (.held-offset t))))
  (zoneId [] (querying (fn [t] (.held-zone t))))
  (zone [] (querying (fn [t] (or (.held-zone t) (.held-offset t)))))
  (chronology [] (querying (fn [t] (.held-chronology t))))
  (precision [] (querying (fn [t] (.held-precision t)))))
