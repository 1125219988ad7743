(ns clojure.host.time.zone-rules
  "java.time.zone.ZoneRules, read from the system's time zone files (RFC 8536).

  The rules of a zone are a sequence of spans: `starts` has the second at which each begins, Long/MIN_VALUE
  first, `spans` what holds in it, as [offset standard-offset abbreviation] in seconds. After the last
  start the file's footer goes on, the `tail`: nil, or a function of a year that yields that year's
  changes as [[second span]…] in order."
  (:require [clojure.host.defclass :refer [defclass extend-class]])
  (:import (java.nio ByteBuffer)
           (java.nio.file Files)
           (java.time Duration Instant LocalDate LocalDateTime ZoneOffset)
           (java.time.zone ZoneOffsetTransition ZoneRules ZoneRulesException)
           (java.util ArrayList)))

;; The footer: a POSIX TZ string

(def ^:private footer-pattern
  (let [zone-name "([A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)"
        time "([+-]?\\d{1,3}(?::\\d\\d?(?::\\d\\d?)?)?)"
        date "(J\\d{1,3}|\\d{1,3}|M\\d\\d?\\.[1-5]\\.[0-6])"
        rule (str "," date "(?:/" time ")?")]
    (re-pattern (str zone-name time "(?:" zone-name time "?" rule rule ")?"))))

(defn- seconds-of [text]
  (let [[_ sign h m s] (re-matches #"([+-]?)(\d+)(?::(\d+)(?::(\d+))?)?" text)
        n (fn [x] (if x (Long/parseLong x) 0))]
    (* (if (= sign "-") -1 1) (+ (* 3600 (n h)) (* 60 (n m)) (n s)))))

(defn- rule-day
  "The epoch day that a rule's date names in a year."
  [rule year]
  (let [n (fn [s] (Long/parseLong s))
        first-day (.toEpochDay (LocalDate/of year 1 1))]
    (case (subs rule 0 1)
      "J" (let [day (n (subs rule 1))]
            (+ first-day (dec day) (if (and (>= day 60) (.isLeapYear (LocalDate/of year 1 1))) 1 0)))
      "M" (let [[_ m week weekday] (re-matches #"M(\d+)\.(\d)\.(\d)" rule)
                first-of-month (LocalDate/of year (n m) 1)
                ahead (mod (- (n weekday) (.getValue (.getDayOfWeek first-of-month))) 7)
                day (+ ahead (* 7 (dec (n week))))]
            (+ (.toEpochDay first-of-month) (if (>= day (.lengthOfMonth first-of-month)) (- day 7) day)))
      (+ first-day (n rule)))))

(defn- zone-name [text] (.replaceAll text "[<>]" ""))

(defn- footer-tail
  "What a footer says: [span tail]; nil if it says nothing."
  [footer malformed]
  (when (seq footer)
    (let [[all std std-offset dst dst-offset from from-time to to-time] (re-matches footer-pattern footer)]
      (when-not all (malformed (str "its footer is no TZ string: " footer)))
      (let [std-seconds (- (seconds-of std-offset))
            dst-seconds (if dst-offset (- (seconds-of dst-offset)) (+ 3600 std-seconds))
            ;; What is called daylight saving time and is behind the standard time is the winter
            ;; of a zone whose summer java.time calls daylight saving time.
            standard (if dst (min std-seconds dst-seconds) std-seconds)
            usual [std-seconds standard (zone-name std)]]
        (if-not dst
          [usual nil]
          (let [shifted [dst-seconds standard (zone-name dst)]
                at (fn [rule time year offset]
                     (- (+ (* 86400 (rule-day rule year)) (if time (seconds-of time) 7200)) offset))]
            [usual (fn [year]
                     (sort-by first [[(at from from-time year std-seconds) shifted]
                                     [(at to to-time year dst-seconds) usual]]))]))))))

;; Time zone files

(defn- with-standard-offsets
  "Spans [offset dst? abbreviation] as [offset standard-offset abbreviation]: the standard offset of
  daylight saving time is that of the standard time before it."
  [spans]
  (let [behind? (fn [span before] (and span before (second span) (not (second before)) (< (first span) (first before))))
        spans (vec spans)]
    (loop [i 0 standard (or (first (first (remove second spans))) 0) out []]
      (if (= i (count spans))
        out
        (let [[offset dst? abbreviation :as span] (nth spans i)
              before (get spans (dec i))
              after (get spans (inc i))
              standard (cond
                         (behind? span before) offset
                         dst? standard
                         (behind? after span) (first after)
                         :else offset)]
          (recur (inc i) standard (conj out [offset standard abbreviation])))))))

(defn- read-block
  "One block of a file with numbers of `width` bytes for times, at the buffer's position."
  [buffer width malformed]
  (let [at (.position buffer)]
    (when (< (.remaining buffer) 44) (malformed "it ends in its header"))
    (when-not (= [84 90 105 102] (map (fn [i] (.get buffer (int (+ at i)))) (range 4)))
      (malformed "it does not begin with TZif"))
    (let [[utc-count std-count leap-count time-count type-count char-count]
          (map (fn [i] (.getInt buffer (int (+ at 20 (* 4 i))))) (range 6))
          size (+ (* time-count (inc width)) (* 6 type-count) char-count (* leap-count (+ 4 width)) std-count utc-count)]
      (when (some neg? [utc-count std-count leap-count time-count type-count char-count])
        (malformed "a count is negative"))
      (when (> size (- (.remaining buffer) 44)) (malformed "it is shorter than its header says"))
      (let [times-at (+ at 44)
            indexes-at (+ times-at (* width time-count))
            types-at (+ indexes-at time-count)
            chars-at (+ types-at (* 6 type-count))]
        (.position buffer (int (+ at 44 size)))
        {:version (.get buffer (int (+ at 4)))
         :times (mapv (fn [i] (if (= width 8)
                                (.getLong buffer (int (+ times-at (* 8 i))))
                                (long (.getInt buffer (int (+ times-at (* 4 i)))))))
                      (range time-count))
         :indexes (mapv (fn [i] (bit-and 255 (.get buffer (int (+ indexes-at i))))) (range time-count))
         :types (mapv (fn [i]
                        (let [type-at (+ types-at (* 6 i))
                              name-at (bit-and 255 (.get buffer (int (+ type-at 5))))
                              offset (.getInt buffer (int type-at))]
                          (when (>= name-at char-count) (malformed "the name of a kind of time is outside of its names"))
                          (when-not (<= -64800 offset 64800) (malformed "an offset is out of range"))
                          [offset
                           (not (zero? (.get buffer (int (+ type-at 4)))))
                           (apply str (map char (take-while pos? (map (fn [j] (.get buffer (int (+ chars-at j))))
                                                                      (range name-at char-count)))))]))
                      (range type-count))}))))

(defn- parse-file
  "[starts spans tail] of the bytes of a time zone file; `malformed` is called with what is wrong."
  [bytes malformed]
  (let [buffer (ByteBuffer/wrap bytes)
        first-block (read-block buffer 4 malformed)
        modern (pos? (:version first-block))
        {:keys [times indexes types]} (if modern (read-block buffer 8 malformed) first-block)
        rest-text (String. bytes (int (.position buffer)) (int (.remaining buffer)) "US-ASCII")
        footer (when modern
                 (let [[all text] (re-find #"^\n([^\n]*)\n" rest-text)]
                   (when-not all (malformed "it has no footer"))
                   text))]
    (when (empty? types) (malformed "it has no kind of time"))
    (when-not (every? (fn [i] (< i (count types))) indexes) (malformed "a kind of time is not there"))
    (when-not (or (empty? times) (apply < times)) (malformed "its times are not in order"))
    (let [spans (with-standard-offsets (map types (cons 0 indexes)))
          [final tail] (footer-tail footer malformed)
          ;; The last span may be one that the footer's rules began long before.
          spans (if (and final (nil? tail)) (conj (pop spans) final) spans)]
      [(long-array (cons Long/MIN_VALUE times)) spans tail])))

(defn- year-of [second]
  (+ 1970 (Math/floorDiv (long second) 31556952)))

(defn- tail-changes
  "The footer's changes around a second, in order."
  [tail second]
  (let [year (year-of second)]
    (mapcat tail (range (max -999999999 (dec year)) (min 999999999 (+ year 3))))))

(defn- index-at
  "The index of the span that holds at a second: the last one that starts at it or before."
  [^longs starts second]
  (loop [low 0 high (alength starts)]
    (if (= 1 (- high low))
      low
      (let [middle (quot (+ low high) 2)]
        (if (<= (aget starts middle) second) (recur middle high) (recur low middle))))))

(defn- span-at [starts spans tail second]
  (let [i (index-at starts second)
        span (nth spans i)]
    (if (and tail (= i (dec (alength starts))))
      (reduce (fn [span [at next]] (if (and (<= at second) (> at (aget starts i))) next span))
              span
              (tail-changes tail second))
      span)))

(defn- last-abbreviation
  "What standard time, or daylight saving time, was called last; nil where there was none."
  [spans tail daylight?]
  (some (fn [[offset standard abbreviation]] (when (= daylight? (not= offset standard)) abbreviation))
        (concat (when tail (map second (tail 2400))) (rseq (vec spans)))))

(defn- change-after
  "[second before after] of the first change of the offset after a second, or nil."
  [starts spans tail second]
  (let [i (index-at starts second)
        last-index (dec (alength starts))
        found (loop [i (inc i)]
                (when (<= i last-index)
                  (if (= (first (nth spans i)) (first (nth spans (dec i))))
                    (recur (inc i))
                    [(aget starts i) (first (nth spans (dec i))) (first (nth spans i))])))]
    (or found
        (when tail
          (let [from (max second (aget starts last-index))]
            (loop [changes (drop-while (fn [[at]] (<= at from)) (tail-changes tail from))
                   before (first (span-at starts spans tail from))]
              (when-let [[[at [after]] & more] (seq changes)]
                (if (= before after) (recur more before) [at before after]))))))))

(defn- change-before
  "[second before after] of the last change of the offset before a second, or nil."
  [starts spans tail second]
  (let [last-start (aget starts (dec (alength starts)))
        in-tail (when (and tail (> second last-start))
                  (loop [before (first (peek spans)) found nil
                         changes (filter (fn [[at]] (< last-start at second)) (tail-changes tail (- second 31556952)))]
                    (if-let [[[at [after]] & more] (seq changes)]
                      (recur after
                             (let [before (first (span-at starts spans tail (dec at)))]
                               (if (= before after) found [at before after]))
                             more)
                      found)))]
    (or in-tail
        (loop [i (index-at starts (dec second))]
          (when (pos? i)
            (if (= (first (nth spans i)) (first (nth spans (dec i))))
              (recur (dec i))
              [(aget starts i) (first (nth spans (dec i))) (first (nth spans i))]))))))

(defn- offset [seconds] (ZoneOffset/ofTotalSeconds seconds))

(defclass java.time.zone.ZoneOffsetTransition [second before after]
  (toEpochSecond [_] second)
  (getInstant [_] (Instant/ofEpochSecond second))
  (getOffsetBefore [_] (offset before))
  (getOffsetAfter [_] (offset after))
  (getDateTimeBefore [_] (LocalDateTime/ofEpochSecond second 0 (offset before)))
  (getDateTimeAfter [_] (LocalDateTime/ofEpochSecond second 0 (offset after)))
  (getDuration [_] (Duration/ofSeconds (- after before)))
  (isGap [_] (> after before))
  (isOverlap [_] (< after before))
  (isValidOffset [this o]
    (and (.isOverlap this) (or (= before (.getTotalSeconds o)) (= after (.getTotalSeconds o)))))
  (compareTo [_ o] (int (Long/compare second (.toEpochSecond (clojure.core/-as ZoneOffsetTransition o)))))
  (equals [_ o] (and (instance? ZoneOffsetTransition o) (= second (.toEpochSecond o))
                     (= (offset before) (.getOffsetBefore o)) (= (offset after) (.getOffsetAfter o))))
  (hashCode [this] (int (bit-xor (.hashCode (.getDateTimeBefore this)) before (Integer/rotateLeft (int after) 16))))
  (toString [this]
    (str "Transition[" (if (.isGap this) "Gap" "Overlap") " at " (.getDateTimeBefore this) (offset before)
         " to " (offset after) "]"))
  :static
  (of [date-time before after]
    (ZoneOffsetTransition/<init> (.toEpochSecond date-time before) (.getTotalSeconds before) (.getTotalSeconds after))))

(defn- transition [[second before after :as change]]
  (when change (ZoneOffsetTransition/<init> second before after)))

(defn- local-answer
  "The offset of a local date-time as a number, or the transition in whose gap or overlap it is."
  [starts spans tail date-time]
  (let [local (.toEpochSecond date-time ZoneOffset/UTC)]
    (loop [from (- local 86400)
           before (first (span-at starts spans tail from))]
      (let [[at _ after :as change] (change-after starts spans tail from)]
        (cond
          (or (nil? change) (> at (+ local 86400))) before
          (< local (+ at (min before after))) before
          (< local (+ at (max before after))) change
          :else (recur at after))))))

(defn- second-of [instant] (.getEpochSecond (Instant/from instant)))

(defclass java.time.zone.ZoneRules [starts spans tail]
  (isFixedOffset [_] (and (= 1 (alength starts)) (nil? tail)))
  (getOffset [_ at]
    (offset (if (instance? Instant at)
              (first (span-at starts spans tail (.getEpochSecond at)))
              (let [answer (local-answer starts spans tail at)]
                (if (vector? answer) (second answer) answer)))))
  (getStandardOffset [_ instant] (offset (second (span-at starts spans tail (second-of instant)))))
  (getDaylightSavings [_ instant]
    (let [[total standard] (span-at starts spans tail (second-of instant))]
      (Duration/ofSeconds (- total standard))))
  (isDaylightSavings [_ instant]
    (let [[total standard] (span-at starts spans tail (second-of instant))] (not= total standard)))
  (getValidOffsets [_ date-time]
    (let [answer (local-answer starts spans tail date-time)]
      (if (vector? answer)
        (ArrayList. (if (> (nth answer 2) (nth answer 1)) [] [(offset (nth answer 1)) (offset (nth answer 2))]))
        (ArrayList. [(offset answer)]))))
  (isValidOffset [this date-time o] (boolean (some (fn [x] (= x o)) (.getValidOffsets this date-time))))
  (getTransition [_ date-time]
    (let [answer (local-answer starts spans tail date-time)] (when (vector? answer) (transition answer))))
  (nextTransition [_ instant] (transition (change-after starts spans tail (second-of instant))))
  (previousTransition [_ instant]
    (let [second (second-of instant)]
      (transition (change-before starts spans tail (if (pos? (.getNano instant)) (inc second) second)))))
  (getTransitions [_]
    (ArrayList. (keep (fn [i]
                        (let [before (first (nth spans (dec i))) after (first (nth spans i))]
                          (when-not (= before after) (transition [(aget starts i) before after]))))
                      (range 1 (alength starts)))))
  ;; The abbreviation of standard or daylight saving time, for formatters: the one that was used last.
  (abbreviation [_ daylight?] (last-abbreviation spans tail daylight?))
  (identity [_] [(vec starts) spans (when tail (tail 2400))])
  (equals [this o] (and (instance? ZoneRules o) (= (.identity this) (.identity o))))
  (hashCode [this] (.hashCode (.identity this)))
  (toString [_] (str "ZoneRules[currentStandardOffset=" (offset (second (peek spans))) "]"))
  :static
  (of [o] (ZoneRules/<init> (long-array [Long/MIN_VALUE]) [[(.getTotalSeconds o) (.getTotalSeconds o) (str o)]] nil)))

;; The system's zones

(defn- zones-folder [] (or (not-empty (System/getenv "TZDIR")) "/usr/share/zoneinfo"))

(defn- zone-file [id] (java.io.File. (zones-folder) id))

(defn- region-name?
  "Zones in these folders count leap seconds or repeat the others; the names without a slash are not java.time's."
  [id]
  (not (or (re-find #"(?:^|/)\.\.?(?:/|$)|^(?:posix|right)/" id)
           (contains? #{"localtime" "posixrules" "Factory" "EST" "MST" "HST" "ROC"} id))))

(def ^:private known-rules (atom {}))

(defn rules-of
  "The rules of a region, which must be one of the system's time zones."
  [id]
  (or (get @known-rules id)
      (let [file (zone-file id)
            unknown (fn [why] (throw (ZoneRulesException. (str "Unknown time-zone ID: " id why))))]
        (cond
          (not (.isDirectory (java.io.File. (zones-folder))))
          (unknown (str " (the system has no time zones in " (zones-folder)
                        ": install its package tzdata, or name their folder in TZDIR)"))
          (not (and (region-name? id) (.isFile file))) (unknown ""))
        (let [malformed (fn [why] (throw (ZoneRulesException. (str "Malformed time zone file " file ": " why))))
              bytes (try (Files/readAllBytes (.toPath file))
                         (catch java.io.IOException e
                           (throw (ZoneRulesException. (str "Unreadable time zone file " file ": " (ex-message e))))))
              [starts spans tail] (parse-file bytes malformed)
              rules (ZoneRules/<init> starts spans tail)]
          (swap! known-rules assoc id rules)
          rules))))

(defn- zone-file? [file]
  (with-open [in (java.io.FileInputStream. file)]
    (let [magic (byte-array 4)]
      (and (= 4 (.read in magic)) (= "TZif" (String. magic "US-ASCII"))))))

(defn region-ids
  "The names of the system's time zones."
  []
  (let [folder (java.io.File. (zones-folder))
        prefix (inc (count (.getPath folder)))]
    (for [file (file-seq folder)
          :let [id (when (.isFile file) (subs (.getPath file) prefix))]
          :when (and id (region-name? id) (re-matches #"[A-Za-z][A-Za-z0-9~/._+-]+" id)
                     (not (re-find #"\.(?:tab|zi|list)$" id))
                     (zone-file? file))]
      id)))

(defn- localtime-id
  "The name of the zone to which /etc/localtime is a link."
  []
  (let [link (java.io.File. "/etc/localtime")]
    (when (.exists link)
      (second (re-find #"/zoneinfo/(?:posix/)?(.+)$" (.getCanonicalPath link))))))

(defn- first-line [path]
  (let [file (java.io.File. path)]
    (when (.isFile file) (not-empty (.trim (first (.split (slurp file) "\n")))))))

(defn system-zone-id
  "The name of the system's zone: the property user.timezone, the variable TZ, or what the files in /etc say."
  []
  (or (not-empty (System/getProperty "user.timezone"))
      (some-> (not-empty (System/getenv "TZ")) (.replaceFirst "^:" "") (.replaceFirst "^(?:/usr/share/zoneinfo/)?(?:posix/)?" ""))
      (first-line "/etc/timezone")
      (localtime-id)
      "GMT"))
