(ns clojure.host.time.zone-names
  "The names of time zones in English, for formatters: `z`, `zzzz`, and reading them back. A zone has one name
  for its standard time and one for daylight saving time, whatever they were called long ago.

  JVM differs: short names come from the time zone files and have no locale; the full names and the
  short ones that the files write as numbers are those of the tables here."
  (:require [clojure.host.time.units :refer [pad]])
  (:import (java.time Instant ZoneId ZoneOffset)))

(def ^:private full-names
  {"GMT" "Greenwich Mean Time" "UTC" "Coordinated Universal Time" "BST" "British Summer Time"
   "WET" "Western European Standard Time" "WEST" "Western European Summer Time"
   "CET" "Central European Standard Time" "CEST" "Central European Summer Time"
   "EET" "Eastern European Standard Time" "EEST" "Eastern European Summer Time"
   "MET" "Middle Europe Time" "MEST" "Middle Europe Summer Time" "MSK" "Moscow Standard Time" "MSD" "Moscow Summer Time"
   "EAT" "East Africa Time" "WAT" "West Africa Standard Time" "CAT" "Central Africa Time"
   "SAST" "South Africa Standard Time" "HST" "Hawaii-Aleutian Standard Time" "HDT" "Hawaii-Aleutian Daylight Time"
   "AKST" "Alaska Standard Time" "AKDT" "Alaska Daylight Time" "PST" "Pacific Standard Time"
   "PDT" "Pacific Daylight Time" "MST" "Mountain Standard Time" "MDT" "Mountain Daylight Time"
   "CST" "Central Standard Time" "CDT" "Central Daylight Time" "EST" "Eastern Standard Time"
   "EDT" "Eastern Daylight Time" "AST" "Atlantic Standard Time" "ADT" "Atlantic Daylight Time"
   "NST" "Newfoundland Standard Time" "NDT" "Newfoundland Daylight Time" "PKT" "Pakistan Standard Time"
   "IST" "India Standard Time" "IDT" "Israel Daylight Time" "WIB" "Western Indonesia Time"
   "WITA" "Central Indonesia Time" "WIT" "Eastern Indonesia Time" "HKT" "Hong Kong Standard Time"
   "KST" "Korean Standard Time" "JST" "Japan Standard Time" "JDT" "Japan Daylight Time" "AWST" "Australian Western Standard Time"
   "ACST" "Australian Central Standard Time" "ACDT" "Australian Central Daylight Time"
   "AEST" "Australian Eastern Standard Time" "AEDT" "Australian Eastern Daylight Time"
   "NZST" "New Zealand Standard Time" "NZDT" "New Zealand Daylight Time" "ChST" "Chamorro Standard Time"
   "SST" "Samoa Standard Time"})

;; Full names that an abbreviation shares with another zone's.
(def ^:private regional-names
  {"Asia/Shanghai" {"CST" "China Standard Time" "CDT" "China Daylight Time"} "Asia/Taipei" {"CST" "Taipei Standard Time"}
   "Asia/Macau" {"CST" "China Standard Time"} "PRC" {"CST" "China Standard Time"}
   "America/Havana" {"CST" "Cuba Standard Time" "CDT" "Cuba Daylight Time"}
   "Europe/Dublin" {"IST" "Irish Standard Time"} "Asia/Jerusalem" {"IST" "Israel Standard Time"}
   "Asia/Tel_Aviv" {"IST" "Israel Standard Time"} "Israel" {"IST" "Israel Standard Time"}
   "Asia/Manila" {"PST" "Philippine Standard Time"}})

;; What the files write as numbers, if only for a part of the time: [short full short-in-summer full-in-summer].
(def ^:private names-of-numbers
  {"America/Argentina/Buenos_Aires" ["ART" "Argentina Standard Time"] "America/Buenos_Aires" ["ART" "Argentina Standard Time"]
   "America/Sao_Paulo" ["BRT" "Brasilia Standard Time" "BRST" "Brasilia Summer Time"]
   "America/Bahia" ["BRT" "Brasilia Standard Time"] "America/Manaus" ["AMT" "Amazon Standard Time"]
   "America/Bogota" ["COT" "Colombia Standard Time"] "America/Lima" ["PET" "Peru Standard Time"]
   "America/Caracas" ["VET" "Venezuela Time"] "America/La_Paz" ["BOT" "Bolivia Time"]
   "America/Santiago" ["CLT" "Chile Standard Time" "CLST" "Chile Summer Time"]
   "America/Montevideo" ["UYT" "Uruguay Standard Time" "UYST" "Uruguay Summer Time"]
   "America/Asuncion" ["PYT" "Paraguay Standard Time" "PYST" "Paraguay Summer Time"]
   "America/Guayaquil" ["ECT" "Ecuador Time"] "Atlantic/Azores" ["AZOT" "Azores Standard Time" "AZOST" "Azores Summer Time"]
   "Atlantic/Cape_Verde" ["CVT" "Cape Verde Standard Time"] "Europe/Istanbul" ["TRT" "Turkey Time" "TRST" "Turkey Summer Time"]
   "Asia/Istanbul" ["TRT" "Turkey Time" "TRST" "Turkey Summer Time"] "Turkey" ["TRT" "Turkey Time" "TRST" "Turkey Summer Time"] "Europe/Minsk" ["MSK" "Moscow Standard Time"]
   "Europe/Samara" ["SAMT" "Samara Standard Time"] "Asia/Yekaterinburg" ["YEKT" "Yekaterinburg Standard Time"]
   "Asia/Omsk" ["OMST" "Omsk Standard Time"] "Asia/Novosibirsk" ["NOVT" "Novosibirsk Standard Time"]
   "Asia/Krasnoyarsk" ["KRAT" "Krasnoyarsk Standard Time"] "Asia/Irkutsk" ["IRKT" "Irkutsk Standard Time"]
   "Asia/Yakutsk" ["YAKT" "Yakutsk Standard Time"] "Asia/Vladivostok" ["VLAT" "Vladivostok Standard Time"]
   "Asia/Magadan" ["MAGT" "Magadan Standard Time"] "Asia/Dubai" ["GST" "Gulf Standard Time"]
   "Asia/Riyadh" ["AST" "Arabian Standard Time"] "Asia/Baghdad" ["AST" "Arabian Standard Time"]
   "Asia/Kuwait" ["AST" "Arabian Standard Time"] "Asia/Qatar" ["AST" "Arabian Standard Time"]
   "Asia/Tehran" ["IRST" "Iran Standard Time" "IRDT" "Iran Daylight Time"] "Iran" ["IRST" "Iran Standard Time"]
   "Asia/Baku" ["AZT" "Azerbaijan Standard Time"] "Asia/Tbilisi" ["GET" "Georgia Standard Time"]
   "Asia/Yerevan" ["AMT" "Armenia Standard Time"] "Asia/Kabul" ["AFT" "Afghanistan Time"]
   "Asia/Tashkent" ["UZT" "Uzbekistan Standard Time"] "Asia/Kathmandu" ["NPT" "Nepal Time"]
   "Asia/Katmandu" ["NPT" "Nepal Time"] "Asia/Colombo" ["IST" "India Standard Time"]
   "Asia/Dhaka" ["BDT" "Bangladesh Standard Time"] "Asia/Yangon" ["MMT" "Myanmar Time"]
   "Asia/Bangkok" ["ICT" "Indochina Time"] "Asia/Ho_Chi_Minh" ["ICT" "Indochina Time"]
   "Asia/Saigon" ["ICT" "Indochina Time"] "Asia/Singapore" ["SGT" "Singapore Standard Time"]
   "Singapore" ["SGT" "Singapore Standard Time"] "Asia/Kuala_Lumpur" ["MYT" "Malaysia Time"]
   "Asia/Ulaanbaatar" ["ULAT" "Ulaanbaatar Standard Time"]
   "Australia/Lord_Howe" ["LHST" "Lord Howe Standard Time" "LHDT" "Lord Howe Daylight Time"]
   "Pacific/Chatham" ["CHAST" "Chatham Standard Time" "CHADT" "Chatham Daylight Time"]
   "Pacific/Fiji" ["FJT" "Fiji Standard Time"] "Pacific/Tahiti" ["TAHT" "Tahiti Time"]
   "Pacific/Apia" ["WSST" "Apia Standard Time"] "Pacific/Tongatapu" ["TOT" "Tonga Standard Time"]
   "Pacific/Noumea" ["NCT" "New Caledonia Standard Time"] "Pacific/Port_Moresby" ["PGT" "Papua New Guinea Time"]
   "Indian/Mauritius" ["MUT" "Mauritius Standard Time"] "Indian/Maldives" ["MVT" "Maldives Time"]
   "Indian/Reunion" ["RET" "Réunion Time"] "Africa/Casablanca" ["WEST" "Western European Summer Time"]})

(defn gmt-text
  "GMT, or GMT and the offset: hours with two digits and minutes, or short as in GMT+1; seconds where it has some."
  [offset short?]
  (let [total (.getTotalSeconds offset) a (abs total) m (rem (quot a 60) 60) s (rem a 60)]
    (if (zero? total)
      "GMT"
      (str "GMT" (if (neg? total) "-" "+")
           (if short? (quot a 3600) (pad (quot a 3600) 2))
           (when-not (and short? (zero? m) (zero? s)) (str ":" (pad m 2)))
           (when-not (zero? s) (str ":" (pad s 2)))))))

(defn zone-text
  "The name of a zone at an instant."
  [zone instant full?]
  (if (instance? ZoneOffset zone)
    (str zone)
    (let [id (.getId zone)
          rules (.getRules zone)
          daylight? (.isDaylightSavings rules instant)
          abbreviation (str (.abbreviation rules daylight?))]
      (cond
        (contains? #{"UTC" "Etc/UTC" "Etc/UCT" "UCT" "Zulu" "Etc/Zulu" "Universal" "Etc/Universal"} id)
        (if full? "Coordinated Universal Time" "UTC")
        (re-find #"^(?:GMT|UT|Etc/GMT|Greenwich|Etc/Greenwich)" id)
        (let [offset (.getOffset rules instant)]
          (if (and full? (zero? (.getTotalSeconds offset))) "Greenwich Mean Time" (gmt-text offset false)))
        (and (re-find #"^[A-Za-z]" abbreviation) (not (contains? names-of-numbers id)))
        (if full?
          (get-in regional-names [id abbreviation] (get full-names abbreviation abbreviation))
          abbreviation)
        :else
        (let [[short full short-summer full-summer] (get names-of-numbers id)
              [short full] (if daylight? [(or short-summer short) (or full-summer full)] [short full])]
          (or (if full? full short) (gmt-text (.getOffset rules instant) false)))))))

;; The full names of whole zones that are not those of their standard times without the Standard.
(def ^:private generic-names
  {"AEST" "Eastern Australia Time" "ACST" "Central Australia Time" "AWST" "Western Australia Time" "EAT" "Eastern Africa Time"
   "WIB" "West Indonesia Time" "WIT" "East Indonesia Time"})

(def ^:private generic-regions
  {"Europe/London" ["BT" "British Time"] "GB" ["BT" "British Time"] "GB-Eire" ["BT" "British Time"] "Europe/Belfast" ["BT" "British Time"]
   "Europe/Jersey" ["BT" "British Time"] "Europe/Guernsey" ["BT" "British Time"] "Europe/Isle_of_Man" ["BT" "British Time"]
   "Europe/Dublin" ["IT" "Irish Time"] "Eire" ["IT" "Irish Time"]})

(defn generic-zone-text
  "The name of a zone in summer and winter."
  [zone full?]
  (if-let [[short full] (generic-regions (.getId zone))]
    (if full? full short)
    (let [rules (.getRules zone)
          now (Instant/now)
          standard (if-not (.isDaylightSavings rules now) now (.getInstant (.nextTransition rules now)))
          short (zone-text zone standard false)]
      (cond
        (instance? ZoneOffset zone) short
        full? (or (generic-names short) (.replace (zone-text zone standard true) " Standard Time" " Time"))
        (or (= short "HST") (not (re-matches #"[A-Za-z]+ST" short))) short
        :else (str (subs short 0 (- (count short) 2)) "T")))))

;; What a short name means where a text is read.
(def ^:private regions-of-names
  {"UTC" "UTC" "GMT" "GMT" "WET" "WET" "WEST" "WET" "CET" "Europe/Paris" "CEST" "Europe/Paris"
   "EET" "Europe/Bucharest" "EEST" "Europe/Bucharest" "MSK" "Europe/Moscow" "BST" "Europe/London"
   "EST" "America/New_York" "EDT" "America/New_York" "CST" "America/Chicago" "CDT" "America/Chicago"
   "MST" "America/Denver" "MDT" "America/Denver" "PST" "America/Los_Angeles" "PDT" "America/Los_Angeles"
   "AKST" "America/Anchorage" "AKDT" "America/Anchorage" "HST" "Pacific/Honolulu" "AST" "America/Halifax"
   "ADT" "America/Halifax" "NST" "America/St_Johns" "NDT" "America/St_Johns" "IST" "Asia/Kolkata" "JST" "Asia/Tokyo"
   "KST" "Asia/Seoul" "HKT" "Asia/Hong_Kong" "SGT" "Asia/Singapore" "AEST" "Australia/Sydney"
   "AEDT" "Australia/Sydney" "ACST" "Australia/Adelaide" "ACDT" "Australia/Adelaide" "AWST" "Australia/Perth"
   "NZST" "Pacific/Auckland" "NZDT" "Pacific/Auckland" "SAST" "Africa/Johannesburg"})

(defn- daylight-name? [text] (boolean (re-find #"^(?:WEST|CEST|EEST|BST|[A-Z]+DT)$" text)))

(def ^:private names-in-texts
  "By style, [text short-name] of the names that stand in texts, the longest first."
  (delay (let [longest-first (fn [names] (sort-by (fn [[text]] (- (count text))) names))
               short-names (for [short-name (keys regions-of-names)] [short-name short-name])
               full (for [short-name (keys regions-of-names) :when (get full-names short-name)] [(get full-names short-name) short-name])]
           {:short (longest-first short-names) :full (longest-first full) :any (longest-first (concat full short-names))})))

(defn zone-name-at
  "[end zone daylight?] of the longest name of a zone at a place of a text, nil if none of the style
  (:short, :full or :any) stands there. Daylight? is nil where the name does not say."
  [s at style ignore-case]
  (when-let [[text short-name] (first (filter (fn [[text]]
                                                (.regionMatches s (boolean ignore-case) (int at) text (int 0) (int (count text))))
                                              (get @names-in-texts style)))]
    [(+ at (count text))
     (ZoneId/of (get regions-of-names short-name))
     (when-not (contains? #{"UTC" "GMT"} short-name) (daylight-name? short-name))]))
