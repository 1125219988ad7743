;; java.time.
(defmacro show [form]
  `(println (try (pr-str ~form) (catch Throwable e# (str (.getName (class e#)) ": " (ex-message e#))))))

(show (str (java.time.Instant/ofEpochSecond 0)))
(show (str (java.time.Instant/parse "2020-01-02T03:04:05.678Z")))
(show (let [i (java.time.Instant/parse "2020-01-02T03:04:05.678Z")] [(.toEpochMilli i) (.getEpochSecond i) (.getNano i) (str (.plusSeconds i 10)) (str (.minusMillis i 1)) (str (.plus i (java.time.Duration/ofHours 1))) (.isBefore i (.plusMillis i 1)) (compare i i) (= i (java.time.Instant/ofEpochMilli (.toEpochMilli i))) (.hashCode i) (str (.truncatedTo i java.time.temporal.ChronoUnit/DAYS)) (str (.atZone i (java.time.ZoneId/of "UTC"))) (str (.plus i 1 java.time.temporal.ChronoUnit/DAYS)) (.until i (.plusSeconds i 61) java.time.temporal.ChronoUnit/MINUTES)]))
(show (java.time.Instant/parse "x"))
(show (str java.time.Instant/EPOCH))
(show (inst? (java.time.Instant/ofEpochMilli 5)))
(show [(str (java.time.Duration/ofMillis 1)) (str (java.time.Duration/ZERO)) (str (java.time.Duration/ofDays 2)) (str (java.time.Duration/parse "PT1H30M")) (str (java.time.Duration/between (java.time.Instant/ofEpochMilli 0) (java.time.Instant/ofEpochMilli 1500))) (str (java.time.Duration/ofNanos 5)) (str (java.time.Duration/ofMinutes -5)) (str (java.time.Duration/of 3 java.time.temporal.ChronoUnit/HOURS))])
(show (let [d (java.time.LocalDate/of 2020 2 28)] [(str d) (str (.plusDays d 2)) (str (.plusMonths d 1)) (str (.minusYears d 1)) (.getYear d) (.getMonthValue d) (str (.getMonth d)) (.getDayOfMonth d) (str (.getDayOfWeek d)) (.getDayOfYear d) (.isLeapYear d) (.lengthOfMonth d) (.toEpochDay d) (.isBefore d (.plusDays d 1)) (.isAfter d d) (str (.withDayOfMonth d 1)) (str (.atStartOfDay d)) (compare d (.plusDays d 1)) (= d (java.time.LocalDate/parse "2020-02-28")) (str (.atTime d 10 20)) (.format d (java.time.format.DateTimeFormatter/ofPattern "dd/MM/yyyy")) (.hashCode d) (str (.plusWeeks d 1)) (.lengthOfYear d) (str (.withMonth d 12)) (str (.withYear d 2021)) (str (.until d (.plusDays d 40))) (.equals d d)]))
(show (str (java.time.LocalDate/ofEpochDay 0)))
(show (str (java.time.LocalDate/ofYearDay 2020 60)))
(show (java.time.LocalDate/of 2020 2 30))
(show (java.time.LocalDate/of 2020 13 1))
(show (java.time.LocalDate/parse "2020-1-1"))
(show (str (java.time.LocalDate/parse "02.03.2020" (java.time.format.DateTimeFormatter/ofPattern "dd.MM.yyyy"))))
(show (let [t (java.time.LocalTime/of 10 20 30)] [(str t) (str (.plusHours t 20)) (.getHour t) (.toSecondOfDay t) (str (.minusMinutes t 21)) (str (java.time.LocalTime/parse "01:02")) (str java.time.LocalTime/MIDNIGHT) (str java.time.LocalTime/NOON) (.format t (java.time.format.DateTimeFormatter/ofPattern "h:mm a")) (str (java.time.LocalTime/of 1 2 3 4000000)) (.toNanoOfDay t) (str (.withNano t 5))]))
(show (let [t (java.time.LocalDateTime/of 2020 1 2 3 4 5)] [(str t) (str (.plusDays t 30)) (str (.toLocalDate t)) (str (.toLocalTime t)) (str (.atZone t (java.time.ZoneId/of "UTC"))) (str (.toInstant t java.time.ZoneOffset/UTC)) (.toEpochSecond t java.time.ZoneOffset/UTC) (.format t java.time.format.DateTimeFormatter/ISO_LOCAL_DATE_TIME) (.format t (java.time.format.DateTimeFormatter/ofPattern "yyyy-MM-dd HH:mm:ss.SSS EEE MMM")) (str (java.time.LocalDateTime/parse "2020-01-02T03:04")) (.isBefore t (.plusNanos t 1)) (.getMinute t) (str (.truncatedTo t java.time.temporal.ChronoUnit/HOURS)) (str (java.time.LocalDateTime/ofEpochSecond 0 0 java.time.ZoneOffset/UTC)) (str (java.time.LocalDateTime/ofInstant java.time.Instant/EPOCH (java.time.ZoneId/of "UTC"))) (= t t)]))
(show (str (java.time.LocalDateTime/parse "2020-01-02 03:04:05" (java.time.format.DateTimeFormatter/ofPattern "yyyy-MM-dd HH:mm:ss"))))
(show (let [z (java.time.ZonedDateTime/of 2020 1 2 3 4 5 0 (java.time.ZoneId/of "UTC"))] [(str z) (str (.toInstant z)) (str (.toLocalDateTime z)) (.toEpochSecond z) (str (.plusHours z 5)) (.format z java.time.format.DateTimeFormatter/ISO_INSTANT) (.format z java.time.format.DateTimeFormatter/ISO_OFFSET_DATE_TIME) (str (.getZone z)) (str (.getOffset z)) (str (.withZoneSameInstant z (java.time.ZoneOffset/ofHours 2))) (.format z java.time.format.DateTimeFormatter/RFC_1123_DATE_TIME)]))
(show (str (java.time.ZonedDateTime/parse "2020-01-02T03:04:05Z")))
(show (str (java.time.ZonedDateTime/parse "2020-01-02T03:04:05+02:00")))
(show (str (java.time.OffsetDateTime/parse "2020-01-02T03:04:05+02:00")))
(show (str (java.time.OffsetDateTime/of 2020 1 2 3 4 5 0 java.time.ZoneOffset/UTC)))
(show [(str (java.time.ZoneId/of "UTC")) (str (java.time.ZoneId/of "Z")) (str java.time.ZoneOffset/UTC) (str (java.time.ZoneOffset/of "+01:30")) (str (java.time.ZoneOffset/ofHoursMinutes 1 30)) (.getTotalSeconds (java.time.ZoneOffset/ofHours 1)) (.getId (java.time.ZoneId/of "GMT"))])
(show (java.time.ZoneId/of "Nope/x"))
(show [(str java.time.DayOfWeek/MONDAY) (.getValue java.time.DayOfWeek/SUNDAY) (str (.plus java.time.DayOfWeek/SUNDAY 1)) (str (java.time.DayOfWeek/of 3)) (.name java.time.DayOfWeek/MONDAY) (.ordinal java.time.DayOfWeek/MONDAY) (map str (java.time.DayOfWeek/values)) (.getDisplayName java.time.DayOfWeek/MONDAY java.time.format.TextStyle/SHORT java.util.Locale/US)])
(show [(str (java.time.Period/of 1 2 3)) (str (java.time.Period/between (java.time.LocalDate/of 2020 1 1) (java.time.LocalDate/of 2021 3 4))) (.getDays (java.time.Period/ofDays 3)) (str (java.time.Period/ZERO))])
(show [(.between java.time.temporal.ChronoUnit/DAYS (java.time.LocalDate/of 2020 1 1) (java.time.LocalDate/of 2020 3 1)) (str java.time.temporal.ChronoUnit/DAYS) (.get (java.time.LocalDate/of 2020 1 1) java.time.temporal.ChronoField/YEAR)])
(show [(str (java.time.Year/of 2020)) (.isLeap (java.time.Year/of 2020)) (java.time.Year/isLeap 1900) (str (java.time.YearMonth/of 2020 2))])
(show (.format java.time.format.DateTimeFormatter/ISO_LOCAL_DATE (java.time.LocalDate/of 2020 1 1)))
(show (instance? java.time.Instant (java.time.Instant/now)))
(show (instance? java.time.temporal.Temporal (java.time.LocalDate/now)))
(show (str (.adjustInto (java.time.LocalDate/of 2020 1 1) (java.time.LocalDateTime/of 2021 1 1 1 1))))
(show (str (.with (java.time.LocalDate/of 2020 1 15) (java.time.temporal.TemporalAdjusters/firstDayOfMonth))))
(show (str (.with (java.time.LocalDate/of 2020 1 15) (java.time.temporal.TemporalAdjusters/next java.time.DayOfWeek/MONDAY))))
(show (class (java.time.Clock/systemUTC)))
(show (.millis (java.time.Clock/fixed java.time.Instant/EPOCH java.time.ZoneOffset/UTC)))
(show (str (java.util.Date/from (java.time.Instant/ofEpochMilli 5))))

; The least long is subtracted in two steps.
(let [least Long/MIN_VALUE
      e (java.time.Instant/ofEpochMilli 1000)
      noon java.time.LocalTime/NOON
      dt (java.time.LocalDateTime/of 2020 1 31 10 20)
      millis java.time.temporal.ChronoUnit/MILLIS]
  (doseq [f [#(.minusMillis e least) #(.minusNanos e least) #(.minusSeconds e least) #(.minus e least millis)
             #(.minusMillis java.time.Duration/ZERO least) #(.minusNanos java.time.Duration/ZERO least)
             #(.minusNanos noon least) #(.minusSeconds noon least) #(.minusMinutes noon least) #(.minusHours noon least)
             #(.plusNanos noon Long/MAX_VALUE) #(.minusDays (java.time.LocalDate/of 2020 1 31) least)
             #(.minusNanos dt least) #(.minusSeconds dt least) #(.minusMinutes dt least) #(.minusHours dt least)
             #(.plusNanos dt Long/MAX_VALUE) #(.plusSeconds dt Long/MAX_VALUE) #(.plusSeconds dt -90000) #(.minusHours dt 11)
             #(.minusNanos dt 1) #(.minusMinutes dt -1000) #(.minusHours (java.time.OffsetTime/of noon java.time.ZoneOffset/UTC) least)]]
    (println (try (str (f)) (catch Exception e (str (.getSimpleName (class e)) " " (ex-message e)))))))

; Years that there are not, durations that are too long, periods of ints.
(let [most Long/MAX_VALUE least Long/MIN_VALUE
      d (java.time.LocalDate/of 2020 1 31)
      second5 (java.time.Duration/ofSeconds 5)
      longest (java.time.Duration/ofSeconds least)
      day (java.time.Period/ofDays 1)]
  (doseq [f [#(.negated longest) #(.abs longest) #(.dividedBy longest -1) #(.multipliedBy second5 most) #(.multipliedBy second5 -3)
             #(.dividedBy second5 2)
             #(.plusYears d most) #(.plusYears d 1000000000) #(.plusYears (.plusDays d 29) 4) #(.plusYears (java.time.LocalDate/of 2020 2 29) 1)
             #(.plusMonths d most) #(.plusMonths d least) #(.plusMonths d 13) #(.minusMonths d 11) #(.minusYears d least)
             #(.minusMonths d least) #(.minusWeeks d 5) #(.plusYears (java.time.Year/of 2020) most)
             #(.plusMonths (java.time.YearMonth/of 2020 1) most) #(.plusYears (java.time.YearMonth/of 2020 1) 1000000000)
             #(.minusMonths (java.time.YearMonth/of 2020 1) 1) #(.plusDays day Integer/MAX_VALUE)
             #(.multipliedBy (java.time.Period/ofDays 5) Integer/MAX_VALUE) #(.minusMonths day least)
             #(.plus day (java.time.Period/ofDays Integer/MAX_VALUE))]]
    (println (try (str (f)) (catch Exception e (str (.getSimpleName (class e)) " " (ex-message e)))))))
