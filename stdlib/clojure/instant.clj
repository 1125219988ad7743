;; clojure.instant: reading points in time, RFC 3339 with parts left out at the end.

(ns clojure.instant
  "Reads instants as #inst does.")

(def ^:private timestamp
  #"(\d\d\d\d)(?:-(\d\d)(?:-(\d\d)(?:[T](\d\d)(?::(\d\d)(?::(\d\d)(?:[.](\d+))?)?)?)?)?)?(?:[Z]|([-+])(\d\d):(\d\d))?")

(defn- number [digits default]
  (if digits (parse-long digits) default))

(defn parse-timestamp
  "Calls new-instant with the parts of the timestamp: years, months, days, hours, minutes, seconds,
  nanoseconds, and the offset's sign, hours and minutes. Throws RuntimeException when it is none."
  [new-instant cs]
  (if-let [[_ years months days hours minutes seconds fraction sign offset-hours offset-minutes]
           (re-matches timestamp cs)]
    (new-instant (number years 0) (number months 1) (number days 1) (number hours 0)
                 (number minutes 0) (number seconds 0)
                 (if fraction (parse-long (subs (str fraction "000000000") 0 9)) 0)
                 (case sign "-" -1 "+" 1 0)
                 (number offset-hours 0) (number offset-minutes 0))
    (throw (RuntimeException. (str "Unrecognized date/time syntax: " cs)))))

(defn- leap-year? [year]
  (and (zero? (rem year 4))
       (or (pos? (rem year 100)) (zero? (rem year 400)))))

(defn- days-in-month [month leap?]
  (case (int month)
    (4 6 9 11) 30
    2 (if leap? 29 28)
    31))

(defn- check [part valid?]
  (when-not valid?
    (throw (RuntimeException. (str "failed: " part)))))

(defn validated
  "A function that calls new-instance with the parts that parse-timestamp finds, after checking that
  there is such a time."
  [new-instance]
  (fn [years months days hours minutes seconds nanoseconds
       offset-sign offset-hours offset-minutes]
    (check '(<= 1 months 12) (<= 1 months 12))
    (check '(<= 1 days (days-in-month months (leap-year? years)))
           (<= 1 days (days-in-month months (leap-year? years))))
    (check '(<= 0 hours 23) (<= 0 hours 23))
    (check '(<= 0 minutes 59) (<= 0 minutes 59))
    (check '(<= 0 seconds (if (= minutes 59) 60 59)) (<= 0 seconds (if (= minutes 59) 60 59)))
    (check '(<= 0 nanoseconds 999999999) (<= 0 nanoseconds 999999999))
    (check '(<= -1 offset-sign 1) (<= -1 offset-sign 1))
    (check '(<= 0 offset-hours 23) (<= 0 offset-hours 23))
    (check '(<= 0 offset-minutes 59) (<= 0 offset-minutes 59))
    (new-instance years months days hours minutes seconds nanoseconds
                  offset-sign offset-hours offset-minutes)))

(defn read-instant-date
  "The java.util.Date of a timestamp such as 2020-01-31T12:30:00.000-00:00, of which everything
  after the year may be left out."
  [cs]
  ((default-data-readers 'inst) (.toString (cast CharSequence cs))))

;; Libraries that print dates take these by their vars.

(defn- utc-formats
  "A thread's own format of dates, in UTC."
  [pattern]
  (proxy [ThreadLocal] []
    (initialValue []
      (doto (java.text.SimpleDateFormat. pattern)
        (.setTimeZone (java.util.TimeZone/getTimeZone "GMT"))))))

(def ^:private thread-local-utc-date-format (utc-formats "yyyy-MM-dd'T'HH:mm:ss.SSS-00:00"))
(def ^:private thread-local-utc-timestamp-format (utc-formats "yyyy-MM-dd'T'HH:mm:ss"))

(defn- construct-timestamp [years months days hours minutes seconds nanoseconds offset-sign offset-hours offset-minutes]
  (let [offset (* offset-sign 60 (+ (* 60 offset-hours) offset-minutes))
        local (java.time.LocalDateTime/of (int years) (int months) (int days) (int hours) (int minutes) (int (min 59 seconds)))
        epoch (- (+ (.toEpochSecond local java.time.ZoneOffset/UTC) (max 0 (- seconds 59))) offset)]
    (java.sql.Timestamp/from (java.time.Instant/ofEpochSecond epoch nanoseconds))))

(defn read-instant-timestamp
  "The java.sql.Timestamp of a timestamp, with nanoseconds."
  [cs]
  (parse-timestamp (validated construct-timestamp) cs))

(defn- construct-calendar [years months days hours minutes seconds nanoseconds offset-sign offset-hours offset-minutes]
  (let [offset (format "GMT%s%02d:%02d" (if (neg? offset-sign) "-" "+") offset-hours offset-minutes)]
    (doto (java.util.GregorianCalendar. years (dec months) days hours minutes seconds)
      (.setTimeZone (java.util.TimeZone/getTimeZone offset))
      (.set java.util.Calendar/MILLISECOND (quot nanoseconds 1000000)))))

(defn read-instant-calendar
  "The java.util.GregorianCalendar of a timestamp, with its offset as time zone."
  [cs]
  (parse-timestamp (validated construct-calendar) cs))
