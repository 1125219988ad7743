;; %t with the classes of java.time and calendars: each conversion needs some part of the time, and is refused without it.
(import '(java.time DayOfWeek Instant LocalDate LocalDateTime LocalTime Month OffsetDateTime OffsetTime Year YearMonth
                    ZoneId ZoneOffset ZonedDateTime)
        '(java.util GregorianCalendar TimeZone))

(def times
  [(LocalDate/of 2024 1 5)
   (LocalDate/of -5 1 1)
   (LocalTime/of 15 4 9 12345678)
   (LocalDateTime/of 2024 1 5 0 4 9)
   (ZonedDateTime/of 2024 7 5 13 4 9 5000000 (ZoneId/of "Europe/Berlin"))
   (OffsetDateTime/of 2024 7 5 13 4 9 5000000 (ZoneOffset/of "-03:30"))
   (OffsetTime/of 1 2 3 4 (ZoneOffset/of "+01:00"))
   (Instant/ofEpochSecond 0)
   (YearMonth/of 2024 3)
   (Year/of 900)
   DayOfWeek/SUNDAY
   Month/MARCH
   (doto (GregorianCalendar. (TimeZone/getTimeZone "America/New_York")) (.setTimeInMillis 1700000000123))
   "x"])

(doseq [t times
        conversion "HIklMSLNpzZsQBbhAaCYyjmdeRTrDFc"]
  (println (class t) conversion
           (try (format (str "%t" conversion) t)
                (catch java.util.IllegalFormatException e [(class e) (.getMessage e)]))))

(println (format "%1$tF %1$tT|%1$-12tA|%1$12TB" (LocalDateTime/of 2024 1 5 0 4 9)))
(println (format "%tF" nil))
