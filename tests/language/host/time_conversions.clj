; What the classes of java.time are obtained from, queries, fields that `with` sets, and what a formatter parses on its own.
(import '(java.time DayOfWeek Duration Instant LocalDate LocalDateTime LocalTime Month MonthDay OffsetDateTime OffsetTime Period
                    Year YearMonth ZoneId ZoneOffset ZonedDateTime)
        '(java.time.format DateTimeFormatter DateTimeFormatterBuilder TextStyle)
        '(java.time.temporal ChronoField ChronoUnit IsoFields TemporalQueries TemporalQuery))
(defn answer [f]
  (try (let [x (f)] (if (or (nil? x) (coll? x)) (pr-str x) (str x)))
       (catch Throwable e (str (.getName (class e)) " " (ex-message e) (some->> (ex-cause e) ex-message (str " < "))))))
(defmacro show [& forms] `(do ~@(for [form forms] `(println '~form (answer (fn [] ~form))))))

(def temporals
  [(LocalDate/of 2021 3 4) (LocalTime/of 5 6 7 8) (LocalDateTime/of 2021 3 4 5 6 7) (Instant/ofEpochSecond 5) (YearMonth/of 2021 2)
   (Year/of 2021) (MonthDay/of 2 3) (OffsetTime/parse "05:06:07+01:00") (OffsetDateTime/parse "2021-03-04T05:06:07+01:00")
   (ZonedDateTime/parse "2021-03-04T05:06:07+01:00[Europe/Paris]") DayOfWeek/FRIDAY Month/MAY (ZoneOffset/ofHours 2)])
(doseq [t temporals]
  (println "==" (str t))
  (show (LocalDate/from t) (LocalTime/from t) (LocalDateTime/from t) (Instant/from t) (YearMonth/from t) (Year/from t) (MonthDay/from t)
        (OffsetTime/from t) (OffsetDateTime/from t) (ZonedDateTime/from t) (DayOfWeek/from t) (Month/from t) (ZoneId/from t)
        (ZoneOffset/from t))
  (println (map (fn [q] (str (.query t q)))
                [(TemporalQueries/localDate) (TemporalQueries/localTime) (TemporalQueries/zone) (TemporalQueries/zoneId)
                 (TemporalQueries/offset) (TemporalQueries/precision) (TemporalQueries/chronology)])))
(doseq [field [ChronoField/NANO_OF_DAY ChronoField/EPOCH_DAY ChronoField/PROLEPTIC_MONTH ChronoField/INSTANT_SECONDS
               ChronoField/HOUR_OF_AMPM ChronoField/DAY_OF_MONTH]
        t temporals]
  (println (str field) (str t) (answer #(.get t field)) (answer #(str (.range t field)))))
(doseq [field (ChronoField/values), t [(LocalTime/of 15 6 7 8) (Instant/ofEpochSecond 5) (OffsetDateTime/parse "2021-03-04T05:06:07+01:00")]]
  (println (str field) (answer #(.with t field 1)) (answer #(.with t field 12)) (answer #(.with t field -1))))
(show (.with (OffsetDateTime/parse "2021-03-04T05:06:07+01:00") (Instant/ofEpochSecond 0))
      (.with (ZonedDateTime/parse "2021-03-04T05:06:07+01:00[Europe/Paris]") (OffsetDateTime/parse "2020-03-04T05:06:07+02:00"))
      (.toEpochSecond (LocalDate/of 2021 3 4) (LocalTime/of 1 2) ZoneOffset/UTC) (Period/from (Period/ofDays 1))
      (Period/from (Duration/ofDays 1)) (YearMonth/parse "-0005-01"))

(defn parsed [pattern s] (.parse (DateTimeFormatter/ofPattern pattern) s))
(show (parsed "MM" "05") (parsed "yyyy" "2015") (parsed "HH:mm" "10:20") (parsed "yyyy-MM-dd" "2015-02-03") (parsed "HH" "10")
      (parsed "mm" "10") (parsed "h" "3") (parsed "h a" "3 PM") (parsed "yyyy-MM-dd HH:mm" "2015-02-03 10:20")
      (parsed "yyyy-MM-dd'T'HH:mm VV" "2015-02-03T10:20 Europe/Paris") (parsed "VV" "Asia/Tokyo") (parsed "XXX" "+01:00")
      (class (parsed "MM" "05")) (Month/from (parsed "MM" "05")) (Year/from (parsed "yy" "15")) (YearMonth/from (parsed "MM yyyy" "03 2017"))
      (MonthDay/from (parsed "MM-dd" "02-05")) (LocalDate/from (parsed "MM-dd" "02-05")) (LocalTime/from (parsed "HH" "10"))
      (ZoneId/from (parsed "VV" "Asia/Tokyo")) (OffsetTime/from (parsed "HH:mmXXX" "10:20+01:00"))
      (Instant/from (parsed "yyyy-MM-dd HH:mmX" "2015-02-03 10:20+01")) (.get (parsed "MM" "05") ChronoField/MONTH_OF_YEAR)
      (.get (parsed "MM" "05") ChronoField/DAY_OF_MONTH) (.isSupported (parsed "MM" "05") ChronoField/MONTH_OF_YEAR)
      (.isSupported (parsed "yyyy-MM-dd" "2015-02-03") IsoFields/QUARTER_OF_YEAR)
      (.getLong (parsed "yyyy-MM-dd" "2015-02-03") IsoFields/QUARTER_OF_YEAR) (.query (parsed "HH:mm" "10:20") (TemporalQueries/localTime))
      (LocalDate/parse "Fri 2021-03-04" (DateTimeFormatter/ofPattern "E yyyy-MM-dd"))
      (LocalDate/parse "Thu 2021-03-04" (DateTimeFormatter/ofPattern "E yyyy-MM-dd"))
      (LocalDate/parse "05" (DateTimeFormatter/ofPattern "MM")) (LocalDateTime/parse "2021-03-04" DateTimeFormatter/ISO_LOCAL_DATE)
      (LocalDate/parse (apply str (repeat 70 "x"))) (YearMonth/parse "2021" (DateTimeFormatter/ofPattern "yyyy"))
      (.format DateTimeFormatter/ISO_LOCAL_TIME (parsed "HH:mm" "10:20")))
(defn query [f] (reify TemporalQuery (queryFrom [_ t] (f t))))
(def either (into-array TemporalQuery [(query (fn [t] (LocalDateTime/from t))) (query (fn [t] (LocalDate/from t)))]))
(show (.parseBest (DateTimeFormatter/ofPattern "yyyy-MM-dd[ HH:mm]") "2021-03-04" either)
      (.parseBest (DateTimeFormatter/ofPattern "yyyy-MM-dd[ HH:mm]") "2021-03-04 10:20" either)
      (.parseBest (DateTimeFormatter/ofPattern "HH:mm") "10:20" either)
      (str (doto (StringBuilder. "on ") (as-> b (.formatTo DateTimeFormatter/ISO_DATE (LocalDate/of 2021 3 4) b)))))
(defn built [f] (.toFormatter (f (DateTimeFormatterBuilder.))))
(show (LocalDate/parse "45-06" (built (fn [b] (-> b (.appendValueReduced ChronoField/YEAR 2 2 1940) (.appendPattern "-MM")
                                           (.parseDefaulting ChronoField/DAY_OF_MONTH 1)))))
      (.format (built (fn [b] (.appendInstant b))) (Instant/ofEpochSecond 5))
      (.format (built (fn [b] (.appendZoneText b TextStyle/SHORT))) (ZonedDateTime/parse "2021-07-04T05:06:07+02:00[Europe/Paris]"))
      (.format (built (fn [b] (.appendLocalizedOffset b TextStyle/FULL))) (OffsetDateTime/parse "2021-03-04T05:06:07+01:30")))
; A field that is missing has what parseDefaulting says, an offset as well.
(def lenient (built (fn [b] (-> b (.appendPattern "yyyy-MM-dd['T'HH:mm:ss[.SSS][XXXX][XXXXX]]") (.parseDefaulting ChronoField/HOUR_OF_DAY 0)
                                (.parseDefaulting ChronoField/OFFSET_SECONDS 0)))))
(show (Instant/from (.parse lenient "2014-02-18")) (Instant/from (.parse lenient "2014-02-18T18:25:37.456Z"))
      (Instant/from (.parse lenient "2014-02-18T18:25:37+02:00")) (OffsetDateTime/from (.parse lenient "2014-02-18T18:25:37"))
      (.parse (built (fn [b] (.parseDefaulting b ChronoField/OFFSET_SECONDS 3600))) ""))


; Milliseconds of a negative duration are cut off towards zero.
(doseq [d [(java.time.Duration/ofNanos -1) (java.time.Duration/ofNanos -1500000) (java.time.Duration/ofSeconds -5 1) (java.time.Duration/ofNanos -1000000)
           (java.time.Duration/ofNanos -86400000000001) (java.time.Duration/ofNanos 1500000) (java.time.Duration/ofSeconds -9223372036854775 1)]]
  (prn (.toMillis d) (.toMillisPart d) (str d)))
(prn (try (.toMillis (java.time.Duration/ofSeconds Long/MIN_VALUE)) (catch ArithmeticException e (ex-message e))))
