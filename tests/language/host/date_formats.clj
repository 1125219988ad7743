(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(import 'java.text.SimpleDateFormat 'java.util.Date)
(java.util.TimeZone/setDefault (java.util.TimeZone/getTimeZone "UTC"))
(defn f [p] (SimpleDateFormat. p java.util.Locale/US))
(def d (Date. 1600000000045))
(show (for [p ["yyyy-MM-dd HH:mm" "y-M-d H:m" "yy/MM/dd" "yyy" "yyyyy" "EEE EEEE EEEEE E" "MMM MMMM MMMMM" "S SS SSS SSSS" "[dd/MMM/yyyy:HH:mm:ss Z]" "h:mm a" "K k" "u uu" "D DDD" "G GGGG" "F" "'T'HH 'o''clock'" "'' #{x}" "z zzzz Z X XX XXX"]] [p (try (.format (f p) d) (catch Exception e (ex-message e)))]))
(show (for [[p t] [["yyyy-MM-dd" "2020-1-2"] ["yyyyMMdd" "20200102"] ["yyyyMMddHHmmss" "20200102030405"] ["yyMMdd" "940102"] ["yy-MM-dd" "1994-1-2"] ["MMM d, yyyy" "january 3, 2020"] ["MMMM d yyyy" "jan 3 2020"] ["EEE, d MMM yyyy" "sunday, 3 MAR 2020"] ["h:mm a" "3:04 pm"] ["HH:mm:ss.SSS" "1:2:3.4"] ["HH:mm:ss.SSS" "01:02:03.1234"] ["[dd/MMM/yyyy:HH:mm:ss Z]" "[03/Feb/2020:04:05:06 +0100]"] ["yyyy-MM-dd'T'HH:mm:ssXXX" "2020-01-02T03:04:05+02:00"] ["yyyy-MM-dd'T'HH:mm:ssX" "2020-01-02T03:04:05Z"] ["yyyy" "  2020"] ["yyyy-MM" "2020-13"] ["yyyy-MM-dd" "2020-02-31"] ["HH:mm" "25:61"] ["yyyy-MM-dd" "x"] ["yyyy-MM-dd" "2020/01/02"]]] [p t (try (.getTime (.parse (f p) t)) (catch java.text.ParseException e [(ex-message e) (.getErrorOffset e)]))]))
