(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(import 'java.text.SimpleDateFormat 'java.util.Date)
(java.util.TimeZone/setDefault (java.util.TimeZone/getTimeZone "UTC"))
(defn f [p] (SimpleDateFormat. p java.util.Locale/US))
(def d (Date. 1600000000045))
(show (for [p ["yyyy-MM-dd HH:mm" "y-M-d H:m" "yy/MM/dd" "yyy" "yyyyy" "EEE EEEE EEEEE E" "MMM MMMM MMMMM" "S SS SSS SSSS" "[dd/MMM/yyyy:HH:mm:ss Z]" "h:mm a" "K k" "u uu" "D DDD" "G GGGG" "F" "'T'HH 'o''clock'" "'' #{x}" "z zzzz Z X XX XXX"]] [p (try (.format (f p) d) (catch Exception e (ex-message e)))]))
(show (for [[p t] [["yyyy-MM-dd" "2020-1-2"] ["yyyyMMdd" "20200102"] ["yyyyMMddHHmmss" "20200102030405"] ["yyMMdd" "940102"] ["yy-MM-dd" "1994-1-2"] ["MMM d, yyyy" "january 3, 2020"] ["MMMM d yyyy" "jan 3 2020"] ["EEE, d MMM yyyy" "sunday, 3 MAR 2020"] ["h:mm a" "3:04 pm"] ["HH:mm:ss.SSS" "1:2:3.4"] ["HH:mm:ss.SSS" "01:02:03.1234"] ["[dd/MMM/yyyy:HH:mm:ss Z]" "[03/Feb/2020:04:05:06 +0100]"] ["yyyy-MM-dd'T'HH:mm:ssXXX" "2020-01-02T03:04:05+02:00"] ["yyyy-MM-dd'T'HH:mm:ssX" "2020-01-02T03:04:05Z"] ["yyyy" "  2020"] ["yyyy-MM" "2020-13"] ["yyyy-MM-dd" "2020-02-31"] ["HH:mm" "25:61"] ["yyyy-MM-dd" "x"] ["yyyy-MM-dd" "2020/01/02"]]] [p t (try (.getTime (.parse (f p) t)) (catch java.text.ParseException e [(ex-message e) (.getErrorOffset e)]))]))

; Hours that a day or its half does not have go on counting, unless the format is strict; numbers have signs.
(doseq [[pattern texts] {"hh:mm" ["15:10" "25:70" "00:10" "12:10" "24:01" "-1:10"]
                         "kk:mm" ["24:10" "25:10" "00:10"]
                         "KK:mm" ["12:10" "11:10" "24:01"]
                         "hh:mm a" ["15:10 PM" "12:10 AM" "12:10 PM"]
                         "HH:mm a" ["12:10 AM" "12:10 PM"]
                         "a" ["PM" "am"]
                         "a HH" ["PM 3"]
                         "yy-M-d" ["06-12-31" "06--3-1" "-6-1-1"]}
        text texts
        lenient [true false]
        :let [f (doto (java.text.SimpleDateFormat. pattern) (.setLenient lenient) (.setTimeZone (java.util.TimeZone/getTimeZone "UTC")))
              ms (try (.getTime (.parse f text)) (catch java.text.ParseException e (ex-message e)))]
        :when (or (string? ms) (< -12219292800000 ms))]
  (println pattern text lenient ms))
