;; The texts that Date's constructor and Date.parse read.
(defmacro attempt [x] `(try ~x (catch Throwable e# [(class e#) (ex-message e#)])))
(java.util.TimeZone/setDefault (java.util.TimeZone/getTimeZone "UTC"))

(doseq [s ["Sat, 12 Aug 1995 13:30:00 GMT" "12 Aug 1995 13:30" "1995/08/12" "8/12/95" "Aug 12, 1995 1:02:03 PM EST" "12 Aug 1995 12:05 am"
           "Sat Aug 12 13:30:00 UTC 1995" "12 Aug 1995 13:30:00 +0200" "12 Aug 1995 13:30:00 GMT-0530" "12 Aug 1995 (a (nested) comment) 1:2"
           "Sat, 12 Aug 1995 13:30:00 PST" "12 sept 2020" "1 jan 70" "31 feb 2020" "12-Aug-1995"]]
  (prn s (java.util.Date/parse s) (= (java.util.Date. s) (java.util.Date. (java.util.Date/parse s)))))
(doseq [s ["" "nope" "12 Foo 1995" "1995-08-12" "12 Aug" "12 Aug 1995 13:30 pm" "1 2 3" nil]]
  (prn s (attempt (java.util.Date/parse s))))
(prn (attempt (java.util.Date. "x")))
;; The Julian calendar before 1582; a number that goes around; letters that are none of ASCII's.
(doseq [s ["1 jan 1200 gmt" "31 dec 1581 gmt" "1 jan 1582 gmt" "29 feb 1500 gmt" "28 feb 1500" "99999999999 Aug 12" "12 Aug 1995\u00e9" "12 Aug 1995 \u00e9"]]
  (prn s (attempt (java.util.Date/parse s))))
(prn (attempt (java.util.Date. nil)))
