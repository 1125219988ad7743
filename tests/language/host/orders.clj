;; compare of values of the host's classes: with one another, and with values of other kinds.
(ns orders
  (:import (java.io File) (java.net URI)
           (java.time DayOfWeek Duration Instant LocalDate LocalDateTime LocalTime Month MonthDay OffsetDateTime OffsetTime Year
                      YearMonth ZonedDateTime ZoneId ZoneOffset)))

(def date (LocalDate/of 2020 1 2))
(def date-time (LocalDateTime/of 2020 1 2 3 4))
(def values
  [date date-time (LocalTime/of 3 4) (Instant/ofEpochSecond 1) (Duration/ofSeconds 1) (Year/of 2020) (YearMonth/of 2020 1)
   (MonthDay/of 1 2) Month/MAY DayOfWeek/MONDAY ZoneOffset/UTC (ZonedDateTime/of date-time (ZoneId/of "UTC"))
   (OffsetDateTime/of date-time ZoneOffset/UTC) (OffsetTime/of (LocalTime/of 3 4) ZoneOffset/UTC) (File. "a")
   (URI. "http://a/b") (java.util.Date. 0) (java.util.GregorianCalendar. 2020 1 2) (java.util.UUID. 1 2)])

(defn order [a b] (try (compare a b) (catch ClassCastException e (ex-message e))))
(doseq [value values] (println (order value 1)))
(doseq [value values] (println (order value :k) (order value nil) (order nil value)))
(println (sort (map order values values)))

;; URIs of one form are ordered by what differs first.
(def uris (mapv #(URI. %) ["http://b/" "http://a/c" "http://a/b" "ftp://z/" "http://a/b?q" "mailto:x@y" "mailto:a@y" "urn:a:b"]))
(println (mapv str (sort uris)))
(println (mapv #(Integer/signum (compare (uris 2) %)) uris) (neg? (.compareTo ^URI (uris 1) (uris 0))))
