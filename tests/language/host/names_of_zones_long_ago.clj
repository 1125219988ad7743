; Names of time zones are those of the last rules, however long ago the time is; offsets show their seconds.
(import '(java.time Instant LocalDateTime OffsetDateTime ZoneId ZoneOffset ZonedDateTime) '(java.time.temporal ChronoUnit)
        '(java.time.format DateTimeFormatter))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(prn (try ~form (catch Throwable t# [(class t#) (clojure.string/replace (str (.getMessage t#)) #" \(.*" "")]))))))

(doseq [zone ["Asia/Tokyo" "Europe/Paris" "America/New_York" "Europe/Istanbul" "Asia/Shanghai"] year [-30 1943 2020] month [1 7]]
  (let [t (ZonedDateTime/of year month 1 12 0 0 0 (ZoneId/of zone))]
    (println zone year month (format "%tZ" t) (.format t (DateTimeFormatter/ofPattern "z zzzz O OOOO")))))

;; Milliseconds between two times are rounded towards zero, those between two instants are the difference of theirs.
(let [a (Instant/ofEpochSecond 0 500) b (Instant/ofEpochSecond 100000 0)]
  (show
   (.between ChronoUnit/MILLIS a b) (.between ChronoUnit/MILLIS b a)
   (.between ChronoUnit/MILLIS (.atZone a (ZoneId/of "Europe/Paris")) (.atZone b (ZoneId/of "Asia/Tokyo")))
   (.until (.atOffset b (ZoneOffset/ofHours 2)) (.atOffset a ZoneOffset/UTC) ChronoUnit/MILLIS)
   (.until (LocalDateTime/ofInstant a ZoneOffset/UTC) (LocalDateTime/ofInstant b ZoneOffset/UTC) ChronoUnit/MILLIS)))
