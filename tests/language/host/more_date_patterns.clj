;; Letters of quarters and weeks, localized formats, units that a date does not have.
(import '(java.time LocalDate LocalDateTime LocalTime) '(java.time.format DateTimeFormatter FormatStyle) '(java.time.temporal ChronoUnit))
(def t (LocalDateTime/of 2024 3 5 13 7 9 123456789))
(def edges [t (LocalDateTime/of 2020 12 31 0 0) (LocalDateTime/of 2023 1 1 0 0)])
(doseq [p ["Q" "QQ" "QQQ" "QQQQ" "q" "YYYY" "YY" "w" "ww" "W" "F" "A" "ccc" "cccc" "e" "eee" "YYYY-'W'ww-e"]]
  (println p (mapv (fn [t] (.format (DateTimeFormatter/ofPattern p) t)) edges)))
(def d (LocalDate/of 2024 2 29))
(doseq [s [FormatStyle/FULL FormatStyle/LONG FormatStyle/MEDIUM FormatStyle/SHORT]]
  (println (.format d (DateTimeFormatter/ofLocalizedDate s))))
(println (.format (LocalTime/of 13 5) (DateTimeFormatter/ofLocalizedTime FormatStyle/SHORT)) (.format t (DateTimeFormatter/ofLocalizedTime FormatStyle/MEDIUM)))
(println (.format t (DateTimeFormatter/ofLocalizedDateTime FormatStyle/MEDIUM)) "|" (.format t (DateTimeFormatter/ofLocalizedDateTime FormatStyle/LONG FormatStyle/SHORT)))
(println (.format d DateTimeFormatter/ISO_ORDINAL_DATE) (str (LocalDate/parse "2024-061" DateTimeFormatter/ISO_ORDINAL_DATE)))
(doseq [unit [ChronoUnit/HOURS ChronoUnit/NANOS ChronoUnit/HALF_DAYS ChronoUnit/DAYS ChronoUnit/WEEKS ChronoUnit/DECADES ChronoUnit/FOREVER]]
  (println (try (str (.plus d 1 unit)) (catch Exception e (ex-message e))) (try (str (.minus d 1 unit)) (catch Exception e (ex-message e)))))
(let [z (.atZone t (java.time.ZoneId/of "UTC"))]
  (println (.format z (DateTimeFormatter/ofLocalizedDateTime FormatStyle/LONG)))
  (println (.format z (DateTimeFormatter/ofLocalizedDateTime FormatStyle/SHORT FormatStyle/LONG))))
;; modified Julian days
(doseq [p ["g" "gg" "gggggg" "gggggggg" "gggggggggggggggggggg"]]
  (println p (try (.format t (DateTimeFormatter/ofPattern p)) (catch Exception e (ex-message e)))))
(println (try (str (java.time.LocalDate/parse "60496" (DateTimeFormatter/ofPattern "g"))) (catch Exception e (ex-message e)))
         (try (str (java.text.SimpleDateFormat. "g")) (catch Exception e (ex-message e))))
(println (str (java.time.LocalDate/parse "60374 2024-03-05" (DateTimeFormatter/ofPattern "g uuuu-MM-dd")))
         (str (java.time.LocalDateTime/parse "60374 05:06" (DateTimeFormatter/ofPattern "g HH:mm"))))
