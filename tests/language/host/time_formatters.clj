; Years of an era, signs, quarters, zones and the formatters of ISO and RFC 1123, as they print and parse.
(import '(java.time DayOfWeek Instant LocalDate LocalDateTime LocalTime Month OffsetDateTime Year YearMonth ZoneOffset ZonedDateTime)
        '(java.time.format DateTimeFormatter ResolverStyle))
(defn answer [f]
  (try (str (f)) (catch Throwable e (str (.getName (class e)) " " (ex-message e)))))
(defmacro show [& forms] `(do ~@(for [form forms] `(println '~form (answer (fn [] ~form))))))
(defn text [pattern t] (.format (DateTimeFormatter/ofPattern pattern) t))
(defn date [pattern s] (LocalDate/parse s (DateTimeFormatter/ofPattern pattern)))
(defn strictly [pattern s] (LocalDate/parse s (.withResolverStyle (DateTimeFormatter/ofPattern pattern) ResolverStyle/STRICT)))

(doseq [year [2021 5 -5 0 12345 -12345 99]
        pattern ["y" "yy" "yyy" "yyyy" "yyyyy" "yyyy G" "u" "uu" "uuu" "uuuu" "uuuuu" "yyyyyy GGGG"]]
  (println year pattern (text pattern (LocalDate/of year 1 2))))
(show (date "yyyy-MM-dd" "2021-02-03") (date "yyyy-MM-dd G" "0005-02-03 BC") (date "yyyy-MM-dd G" "0005-02-03 AD")
      (date "yy-M-d" "21-2-3") (date "uu-M-d" "21-2-3") (date "y-M-d" "21-2-3") (date "uuuu-MM-dd" "-0005-02-03")
      (date "yyyy-MM-dd" "-0005-02-03") (date "yyyy-MM-dd" "12345-01-01") (date "yyyy-MM-dd" "+12345-01-01")
      (date "yyyy-MM-dd" "+2345-01-01") (date "y-MM-dd" "+2345-01-01") (date "u-MM-dd" "-2345-01-01")
      (date "uuuu-MM-dd" "-0000-01-01") (date "yyyyMMdd" "20210304") (date "uuuuMMdd" "-20210304")
      (date "uuuuMMdd" "120210304") (date "uuuuMMdd" "+120210304") (date "yyyy-MM-dd" "21-01-01") (date "yyyy-MM-dd" "-")
      (date "uMMdd" "20210304") (date "yyMMdd" "210304")
      (Year/parse "2020" (DateTimeFormatter/ofPattern "yyyy")) (Year/parse "20" (DateTimeFormatter/ofPattern "yy"))
      (YearMonth/parse "2020/01" (DateTimeFormatter/ofPattern "yyyy/MM")) (Year/parse "-5") (Year/parse "+12345") (Year/parse "12345"))
; A strict formatter wants the era of a year of an era.
(show (strictly "uuuu-MM-dd" "2021-02-03") (strictly "yyyy-MM-dd G" "2021-02-03 AD")
      (class (try (strictly "yyyy-MM-dd" "2021-02-03") (catch Exception e e))))
(doseq [pattern ["Q" "QQ" "QQQ" "QQQQ" "q" "yyyy" "VV" "z"]
        t [(LocalDate/of 2021 5 5) (LocalTime/of 1 2) (YearMonth/of 2021 12) Month/MAY DayOfWeek/MONDAY]]
  (println pattern (answer #(text pattern t))))
(def at-offset (OffsetDateTime/parse "2021-03-04T05:06:07+01:30"))
(doseq [[label formatter] {"date" DateTimeFormatter/ISO_DATE "instant" DateTimeFormatter/ISO_INSTANT "rfc" DateTimeFormatter/RFC_1123_DATE_TIME
                           "basic" DateTimeFormatter/BASIC_ISO_DATE "ordinal" DateTimeFormatter/ISO_ORDINAL_DATE
                           "week" DateTimeFormatter/ISO_WEEK_DATE "time" DateTimeFormatter/ISO_TIME
                           "zoned" DateTimeFormatter/ISO_ZONED_DATE_TIME}
        t [at-offset (ZonedDateTime/parse "2021-03-04T05:06:07+01:00[Europe/Paris]") (LocalDate/of 2021 3 4) (LocalTime/of 5 6 7)
           (LocalDateTime/of 2021 3 4 5 6) (.withOffsetSameInstant at-offset ZoneOffset/UTC)]]
  (println label (answer #(.format formatter t))))
; ISO's letters and names of days may have any case, names of zones may not.
(show (OffsetDateTime/parse "Thu, 4 Mar 2021 05:06:07 +0130" DateTimeFormatter/RFC_1123_DATE_TIME)
      (OffsetDateTime/parse "4 mar 2021 05:06 GMT" DateTimeFormatter/RFC_1123_DATE_TIME)
      (LocalDate/parse "20210304+0100" DateTimeFormatter/BASIC_ISO_DATE) (LocalDate/parse "2021-063Z" DateTimeFormatter/ISO_ORDINAL_DATE)
      (LocalDateTime/parse "2021-03-04t05:06") (Instant/parse "2021-03-04t05:06:07z") (OffsetDateTime/parse "2021-03-04t05:06:07z")
      (ZonedDateTime/parse "2021-03-04t05:06:07z[Europe/Paris]") (ZonedDateTime/parse "2021-03-04t05:06:07z[europe/paris]")
      (LocalDate/parse "2021-w05-3" DateTimeFormatter/ISO_WEEK_DATE))
