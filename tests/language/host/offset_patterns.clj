;; The offsets of java.time.format and the zones of java.text in texts: what each pattern reads and
;; prints, what lenient formatters make of it, how often a letter may stand in a row.
(import '(java.text ParsePosition SimpleDateFormat)
        '(java.time OffsetDateTime OffsetTime ZonedDateTime ZoneId ZoneOffset)
        '(java.time.format DateTimeFormatter DateTimeFormatterBuilder)
        '(java.time.temporal ChronoField)
        '(java.util Date TimeZone))

(defmacro outcome [& body]
  `(try (str (do ~@body)) (catch Exception e# (str (.getSimpleName (class e#)) " " (.getMessage e#)))))

(defn offset-in [formatter text] (.getLong (.parse formatter text) ChronoField/OFFSET_SECONDS))

(defn built [f] (.toFormatter (f (DateTimeFormatterBuilder.))))

(def texts ["+02" "+0230" "+02:30" "+023015" "+02:30:15" "Z" "+2" "+23015" "+2:30" "-00:00" "-0130" "+02x" "+023" "+02:3"
            "+0260" "z" "+00" "+0000" "+1230" "+25" ""])

(println "letters of patterns")
(doseq [p ["X" "XX" "XXX" "XXXX" "XXXXX" "x" "xx" "xxx" "xxxx" "xxxxx" "Z" "ZZZZZ"]]
  (println p (map (fn [t] (outcome (offset-in (DateTimeFormatter/ofPattern p) t))) texts)))

(println "patterns of appendOffset")
(doseq [p ["+HH" "+HHmm" "+HH:mm" "+HHMM" "+HH:MM" "+HHMMss" "+HH:MM:ss" "+HHMMSS" "+HH:MM:SS" "+HHmmss" "+HH:mm:ss"
           "+H" "+Hmm" "+H:mm" "+HMM" "+H:MM" "+HMMss" "+H:MM:ss" "+HMMSS" "+H:MM:SS" "+Hmmss" "+H:mm:ss"]
        :let [f (built (fn [b] (.appendOffset b p "none")))]]
  (println p (map (fn [t] (outcome (offset-in f t))) ["+02" "+0230" "+02:30" "+023015" "+02:30:15" "+2" "+12" "+2:30" "none" ""]))
  (println p (map (fn [o] (.format f o))
                  [ZoneOffset/UTC (ZoneOffset/ofTotalSeconds 15) (ZoneOffset/ofTotalSeconds -1815) (ZoneOffset/ofHours -5)
                   (ZoneOffset/ofHoursMinutesSeconds 10 0 10) (ZoneOffset/ofHoursMinutes 3 30)])))
(doseq [p ["foo" "+hh" "+HH:mmss" "+HHmm:ss" "+HHSS" "HH"]]
  (println p (outcome (built (fn [b] (.appendOffset b p "Z"))))))

(println "no text for no offset")
(doseq [t ["" "x" "+01" "-2:15"]]
  (println (pr-str t) (outcome (offset-in (built (fn [b] (.appendOffset b "+H:mm" ""))) t))
           (outcome (offset-in (built (fn [b] (.appendLiteral (.appendOffset b "+HH:mm" "") "x"))) t))))

(println "lenient")
(doseq [p ["+HH:MM:ss" "+HHMM" "+H:MM"]
        :let [f (built (fn [b] (.appendOffset (.parseLenient b) p "Z")))]]
  (println p (map (fn [t] (outcome (offset-in f t))) ["+02" "+0230" "+02:30" "+02:30:15" "+2" "+2:30" "Z"])))

(println "the standard's")
(doseq [t ["+02" "+0230" "+02:30" "+02:30:15" "Z" "z" "" "+2" "-00:00" "+25:00"]]
  (println t
           (outcome (OffsetTime/parse (str "10:15:30" t) DateTimeFormatter/ISO_OFFSET_TIME))
           (outcome (OffsetDateTime/parse (str "2020-01-02T10:15:30" t)))
           (outcome (ZonedDateTime/parse (str "2020-01-02T10:15:30" t "[Europe/Berlin]")))
           (outcome (offset-in DateTimeFormatter/ISO_DATE_TIME (str "2020-01-02T10:15:30" t)))
           (outcome (offset-in DateTimeFormatter/BASIC_ISO_DATE (str "20200102" t)))
           (outcome (offset-in DateTimeFormatter/ISO_WEEK_DATE (str "2020-W02-1" t)))
           (outcome (offset-in DateTimeFormatter/RFC_1123_DATE_TIME (str "Tue, 3 Jun 2008 11:05:30 " t)))))
(doseq [t ["+02:30" "Z" "z" "+02" "+0230" "+2"]]
  (println t (outcome (OffsetTime/parse (str "10:15:30" t)))))

(println "ids")
(doseq [id ["Z" "z" "" "+" "+2" "2" "+02" "+0x" "+x" "+230" "-0230" "0230" "-02:30" "+0230:" "x02:30" "+02-30" "+02:3x" "+023015"
            "+02301x" "-02:30:15" "+02:30-15" "+02:3015" "+19" "+18:01" "+1860" "+1760" "+176100" "+170060" "+2:30" "-0000"]]
  (println (pr-str id) (outcome (ZoneOffset/of id)) (outcome (ZoneId/of id)) (outcome (ZoneId/of (str "UTC" id)))))

(println "zones in texts")
(doseq [t ["Europe/Berlin" "CET" "CEST" "PST" "JST" "UTC" "GMT" "gmt" "GMT+02:30" "GMT+2" "GMT+02" "+02:00" "-0130" "EST5EDT"
           "Central European Standard Time" "Pacific Daylight Time" "Foo"]]
  (println t (map (fn [p]
                    (outcome (.toInstant (ZonedDateTime/parse (str "2001-07-02 00:00 " t)
                                                              (DateTimeFormatter/ofPattern (str "yyyy-MM-dd HH:mm " p))))))
                  ["z" "zzzz" "VV"])))

(println "how often a letter may stand")
(doseq [c "yuMLdDEceQqYwWFAaHkhKmsSnNGXxZOVz"]
  (println c (distinct (map (fn [n] (outcome (DateTimeFormatter/ofPattern (apply str (repeat n c))) "yes")) [1 2 3 4 5 6 10 20]))))

(println "java.text")
(defn date-format [p zone]
  (doto (SimpleDateFormat. (str "yyyy-MM-dd HH:mm " p)) (.setTimeZone (TimeZone/getTimeZone zone))))
(doseq [p ["X" "XX" "XXX" "Z" "ZZZZZ" "z" "zzzz"]]
  (println p (map (fn [zone] (.format (date-format p zone) (Date. 0)))
                  ["GMT+05:30" "UTC" "GMT-02:00" "Europe/Berlin" "GMT-00:30"]))
  (doseq [t ["Z" "+02" "+0230" "+02:30" "-0130" "-2300" "+2400" "+0260" "+2" "+" "" "GMT" "gmt" "GMT+02:30" "gmt-2:30" "GMT+0230" "GMT+24:00"
             "CET" "cet" "PDT" "utc" "UTC+02:00" "Pacific Standard Time" "Europe/Berlin" "Foo" "+02:30:15"]]
    (println p t (let [position (ParsePosition. 0)
                            date (.parse (date-format p "UTC") (str "1970-01-02 00:00 " t) position)]
                        [(some-> date .getTime) (.getIndex position) (.getErrorIndex position)]))))
(println (outcome (SimpleDateFormat. "XXXX")))
