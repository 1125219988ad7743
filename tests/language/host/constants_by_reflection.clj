;; The constants of classes by reflection, with their types.
(ns constants-by-reflection
  (:import (java.lang.reflect Field)
           (java.time DayOfWeek)
           (java.time.format DateTimeFormatter)
           (java.time.temporal ChronoField ChronoUnit IsoFields JulianFields TemporalAccessor TemporalField TemporalUnit)))

(defmacro show [& forms]
  `(do ~@(map (fn [form]
                `(println '~form "=>" (try (let [v# ~form]
                                             (if (or (number? v#) (boolean? v#) (nil? v#) (string? v#) (coll? v#)) (pr-str v#) (str v#)))
                                           (catch Throwable t# (str (.getName (class t#)) ": " (.getMessage t#))))))
              forms)))

(defn constants [^Class class ^Class of-type]
  (into (sorted-map)
        (keep (fn [^Field f] (when (.isAssignableFrom of-type (.getType f)) [(.getName f) (str (.get f nil))])))
        (.getFields class)))
(show (constants IsoFields TemporalUnit) (constants IsoFields TemporalField) (constants JulianFields TemporalField)
      (keys (constants ChronoUnit TemporalUnit)) (keys (constants ChronoField TemporalField))
      (keys (constants DateTimeFormatter DateTimeFormatter)) (keys (constants DayOfWeek TemporalAccessor))
      (constants Long Long/TYPE) (constants Math Double/TYPE))
(show (.getLong (.getField Long "MAX_VALUE") nil) (.getField Math "PI") (.getType (.getField Boolean "TRUE"))
      (.isEnumConstant (.getField DayOfWeek "MONDAY")) (.getType (.getField DayOfWeek "MONDAY")))
