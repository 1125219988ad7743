;; The names of a calendar's fields, and calendars of java.time.
(import '(java.util Calendar GregorianCalendar Locale TimeZone) '(java.time ZonedDateTime ZoneId))
(def c (doto (GregorianCalendar. (TimeZone/getTimeZone "UTC")) (.setTimeInMillis 1700000000000)))
(doseq [f [Calendar/MONTH Calendar/DAY_OF_WEEK Calendar/AM_PM Calendar/ERA Calendar/YEAR Calendar/DATE] s [Calendar/SHORT Calendar/LONG]] (println f s (.getDisplayName c f s Locale/US)))
(println (into (sorted-map) (.getDisplayNames c Calendar/DAY_OF_WEEK Calendar/SHORT Locale/US)) (into (sorted-map) (.getDisplayNames c Calendar/AM_PM Calendar/LONG Locale/US)) (.getDisplayNames c Calendar/YEAR Calendar/LONG Locale/US) (count (.getDisplayNames c Calendar/MONTH Calendar/LONG Locale/US)))
(println (.getTimeInMillis (GregorianCalendar/from (ZonedDateTime/of 2020 1 2 3 4 5 0 (ZoneId/of "UTC")))) (.getID (.getTimeZone (GregorianCalendar/from (ZonedDateTime/of 2020 1 2 3 4 5 0 (ZoneId/of "Europe/Paris"))))))
