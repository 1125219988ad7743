;; java.time.Clock: fixed, offset and ticking ones.
(ns time-clocks
  (:import (java.time Clock Duration Instant Period ZoneId ZoneOffset)))

(defmacro show [& forms]
  `(do ~@(map (fn [form]
                `(println '~form "=>" (try (let [v# ~form]
                                             (if (or (number? v#) (boolean? v#) (nil? v#) (string? v#) (coll? v#)) (pr-str v#) (str v#)))
                                           (catch Throwable t# (str (.getName (class t#)) ": " (.getMessage t#))))))
              forms)))

(def c (Clock/fixed (Instant/ofEpochMilli 1234567) ZoneOffset/UTC))
(show (Clock/tickSeconds ZoneOffset/UTC) (.instant (Clock/tick c (Duration/ofNanos 500))) (Clock/tick c (Duration/ofNanos 7))
      (.instant (Clock/tick c (Duration/ofSeconds 10))) (.instant (.withZone (Clock/offset c (Duration/ofHours -1)) (ZoneId/of "Asia/Tokyo")))
      (= (Clock/offset c Duration/ZERO) c) (= (Clock/systemUTC) (Clock/system ZoneOffset/UTC)) (.hashCode c)
      (.minusDays (Period/of 1 2 3) 1) (.withDays (Period/of 1 2 3) 9) (.withSeconds (Duration/ofSeconds 5 6) 1)
      (.withNanos (Duration/ofSeconds 5 6) 1))
