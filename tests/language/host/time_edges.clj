; Times at the ends of their range, and numbers that a formatter's field does not hold: what random forms showed.
(import '(java.time Instant LocalDate LocalDateTime LocalTime)
        '(java.time.format DateTimeFormatter)
        '(java.time.temporal ChronoField ChronoUnit))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (pr-str '~form) "=>" (try (pr-str ~form) (catch Exception e# (str e#)))))))

(show (.toEpochMilli (Instant/ofEpochMilli Long/MIN_VALUE)) (.toEpochMilli (Instant/ofEpochMilli Long/MAX_VALUE))
      (.toEpochMilli (.minusMillis (Instant/ofEpochMilli Long/MIN_VALUE) -17)) (.toEpochMilli (Instant/ofEpochSecond -1 1))
      (.toEpochMilli (.minusNanos (Instant/ofEpochMilli Long/MIN_VALUE) 1)))
(doseq [unit (take 7 (ChronoUnit/values)) n [Long/MAX_VALUE Long/MIN_VALUE -1 5]]
  (println n (str unit) (str (.plus (LocalTime/of 12 34) n unit)) (str (.minus (LocalTime/of 12 34) n unit))))
(show (.getLong (.plus (LocalTime/of 12 34) Long/MAX_VALUE ChronoUnit/HALF_DAYS) ChronoField/MINUTE_OF_DAY))
(defn between [unit a b] (try (.between unit a b) (catch Exception e (str e))))
(doseq [unit (take 8 (ChronoUnit/values))]
  (println (str unit) (between unit (Instant/parse "2020-02-29T12:34:56.788999999Z") (Instant/parse "2020-03-01T01:02:03.0000864Z"))
           (between unit (Instant/parse "1000-02-28T12:34:56.789Z") (Instant/parse "2020-03-01T01:02:03.0000864Z"))
           (between unit (LocalDateTime/parse "1000-02-28T12:34:56.789") (LocalDateTime/parse "2000-02-28T12:34:56.788999"))))
(doseq [year [-5 0 5 9999 12345] formatter [DateTimeFormatter/BASIC_ISO_DATE (DateTimeFormatter/ofPattern "uuuu") (DateTimeFormatter/ofPattern "uuMM")]]
  (println year (try (.format (LocalDate/of year 1 3) formatter) (catch Exception e (str e)))))
(doseq [text ["20190103" "20190103Z" "+12345-01-03" "-20190103" "2019013"]]
  (println text (try (str (LocalDate/parse text DateTimeFormatter/BASIC_ISO_DATE)) (catch Exception e (str e)))))
(import '(java.time OffsetDateTime ZoneOffset))
(doseq [year [-5 9999 12345] formatter [DateTimeFormatter/RFC_1123_DATE_TIME DateTimeFormatter/ISO_WEEK_DATE]]
  (println year (try (.format (OffsetDateTime/of year 2 3 4 5 6 7 ZoneOffset/UTC) formatter) (catch Exception e (str e)))))
(doseq [text ["2020-W05-5" "20200131" "+12345-W05-5" "12345-W05-5" "-0005-W05-5"]]
  (println text (try (str (LocalDate/parse text DateTimeFormatter/ISO_WEEK_DATE)) (catch Exception e (str e)))))

;; Amounts that are as great as a long.
(doseq [n [Long/MAX_VALUE Long/MIN_VALUE]
        t [(java.time.LocalDate/of 2019 1 5) (java.time.LocalDateTime/of 2019 1 5 1 2) (java.time.YearMonth/of 2019 1)
           (java.time.ZonedDateTime/of 2019 1 5 1 2 3 4 (java.time.ZoneId/of "Europe/Paris")) (java.time.Duration/ofSeconds 5)]
        unit ["NANOS" "SECONDS" "MINUTES" "HOURS" "DAYS" "MONTHS" "YEARS" "DECADES"]
        :let [unit (java.time.temporal.ChronoUnit/valueOf unit) told (fn [f] (try (str (f t n unit)) (catch Exception e (ex-message e))))]]
  (println (told (fn [t n unit] (.plus t (long n) unit))) (told (fn [t n unit] (.minus t (long n) unit)))))
