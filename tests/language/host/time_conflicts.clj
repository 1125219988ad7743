;; Fields that a text gives twice, and instants in years that no date has.
(import '(java.time Instant LocalDate) '(java.time.format DateTimeFormatter DateTimeFormatterBuilder ResolverStyle DateTimeParseException) '(java.time.temporal ChronoField) 'java.util.Locale)
(defn show [f s] (println s "=>" (try (str (f s)) (catch Exception e (str (.getSimpleName (class e)) ": " (.getMessage e))))))
(defn parse [pattern style] (fn [s] (.parse (.withResolverStyle (DateTimeFormatter/ofPattern pattern Locale/US) style) s)))
(doseq [[p & texts] [["HH HH" "10 10" "10 11"] ["MM MMM" "01 Jan" "01 Feb"] ["SSS SSS" "123 123" "123 124"] ["uuuu uuuu" "2020 2020" "-2020 -2020" "-2020 2020" "2020 -2020"]
                     ["uuuu yyyy" "2020 2020" "2020 2021" "-0005 0006" "-0005 0005"] ["uuuu yyyy G" "2020 2020 AD" "2020 2020 BC" "-2019 2020 BC"]
                     ["yyyy G" "2020 BC" "2020 AD"] ["yyyy" "2020"] ["yy yyyy" "20 2020" "20 2021"] ["E EEEE" "Mon Monday" "Mon Tuesday"] ["w w" "1 2"] ["a a" "AM PM"] ["HH'h' [HH]" "10h 11" "10h 10"] ["YYYY YYYY" "2020 2021"] ["uuuu-MM-dd D" "2020-01-02 2" "2020-01-02 3"]]
        style [ResolverStyle/SMART ResolverStyle/STRICT]
        text texts]
  (print p (str style) "")
  (show (parse p style) text))
(doseq [s ["+1000000000-12-31T23:59:59.999999999Z" "-1000000000-01-01T00:00:00Z" "+999999999-12-31T23:59:59Z" "+12345-02-29T00:00:00Z" "-0004-02-29T00:00:00Z" "-9999-03-01T24:00:00Z" "2020-02-30T00:00:00Z" "-10001-01-01T00:00:00Z"]]
  (show (fn [s] (let [i (Instant/parse s)] [(str i) (.getEpochSecond i) (.getNano i)])) s))
