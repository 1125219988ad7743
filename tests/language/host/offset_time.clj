;; java.time.OffsetTime and TemporalQueries.
(import '(java.time LocalDate LocalDateTime LocalTime OffsetDateTime OffsetTime ZoneOffset ZonedDateTime Instant Year YearMonth) '(java.time.temporal ChronoField ChronoUnit TemporalQueries TemporalQuery) '(java.time.format DateTimeFormatter))
(defmacro show [& forms]
  `(do ~@(for [f forms] `(println (pr-str (quote ~f)) "=>" (try (pr-str ~f) (catch Throwable e# (str (.getName (class e#)) ": " (ex-message e#))))))))
(def t (OffsetTime/of 10 30 15 0 (ZoneOffset/ofHours 2)))
(show (str t) (.getHour t) (str (.getOffset t)) (str (.toLocalTime t)) (str (.plusHours t 20)) (str (.minusMinutes t 31)) (str (.withHour t 1)) (str (.withOffsetSameInstant t ZoneOffset/UTC)) (str (.withOffsetSameLocal t ZoneOffset/UTC)) (str (.atDate t (LocalDate/of 2020 2 29)))
      (str (OffsetTime/parse "10:15+01:00")) (str (OffsetTime/parse "10:15:30.5Z")) (= t (OffsetTime/parse "10:30:15+02:00")) (.compareTo t (.withOffsetSameInstant t ZoneOffset/UTC)) (.isBefore t (.plusSeconds t 1)) (.isEqual t (.withOffsetSameInstant t ZoneOffset/UTC))
      (.get t ChronoField/OFFSET_SECONDS) (.getLong t ChronoField/MINUTE_OF_DAY) (.until t (.plusHours t 2) ChronoUnit/MINUTES) (str (.with t ChronoField/HOUR_OF_DAY 3)) (str (.truncatedTo t ChronoUnit/HOURS)) (str (.toOffsetTime (OffsetDateTime/parse "2020-01-02T03:04:05+01:00")))
      (str (.atOffset (LocalTime/of 1 2) ZoneOffset/UTC)) (.format t (DateTimeFormatter/ofPattern "HH:mm xxx")) (str (OffsetTime/from (OffsetDateTime/parse "2020-01-02T03:04:05+01:00"))) (str (OffsetTime/ofInstant Instant/EPOCH ZoneOffset/UTC)) (.hashCode t) (OffsetTime/parse "nope") (OffsetTime/parse "10:15")
      (str (OffsetTime/parse "10:15 +0130" (DateTimeFormatter/ofPattern "HH:mm xx"))) (sort (map str [OffsetTime/MIN OffsetTime/MAX])) (.isSupported t ChronoUnit/HOURS) (.isSupported t ChronoUnit/DAYS))
(def values {:date (LocalDate/of 2020 1 2) :time (LocalTime/of 3 4) :date-time (LocalDateTime/of 2020 1 2 3 4) :offset (OffsetDateTime/parse "2020-01-02T03:04:05+01:00") :zoned (ZonedDateTime/parse "2020-01-02T03:04:05+01:00[Europe/Paris]") :instant Instant/EPOCH :year (Year/of 2020) :month (YearMonth/of 2020 1) :offset-time t})
(doseq [[name q] {"localDate" (TemporalQueries/localDate) "localTime" (TemporalQueries/localTime) "offset" (TemporalQueries/offset) "zone" (TemporalQueries/zone) "zoneId" (TemporalQueries/zoneId) "precision" (TemporalQueries/precision)}
        [k v] values]
  (println name k (str (.query v q))))
(show (.query (LocalDate/of 2020 1 1) (reify TemporalQuery (queryFrom [_ t] (.getDayOfYear t)))) (str (.parse DateTimeFormatter/ISO_DATE "2020-02-03" (TemporalQueries/localDate))))
(try (LocalDate/parse "2020-13-01") (catch Exception e (println (ex-message e) "|" (class (ex-cause e)) (ex-message (ex-cause e)))))
