(ns clojure.host.util
  "Classes of java.util in Clojure."
  (:require [clojure.host.defclass :refer [defclass extend-class fi]]
            [clojure.string :as str])
  (:import (java.util NoSuchElementException Properties StringJoiner)))

;; Map entries

(defclass java.util.AbstractMap$SimpleEntry [k ^:unsynchronized-mutable v]
  (getKey [_] k)
  (getValue [_] v)
  (setValue [_ x] (let [old v] (set! v x) old))
  (equals [_ o] (and (instance? java.util.Map$Entry o) (= k (.getKey o)) (= v (.getValue o))))
  (hashCode [_] (int (bit-xor (if (nil? k) 0 (.hashCode k)) (if (nil? v) 0 (.hashCode v)))))
  (toString [_] (str (if (nil? k) "null" k) "=" (if (nil? v) "null" v)))
  :static
  (new ([e] (java.util.AbstractMap$SimpleEntry/<init> (key e) (val e)))
    ([k v] (java.util.AbstractMap$SimpleEntry/<init> k v))))

(defclass java.util.AbstractMap$SimpleImmutableEntry [k v]
  (getKey [_] k)
  (getValue [_] v)
  (setValue [_ _] (throw (UnsupportedOperationException.)))
  (equals [_ o] (and (instance? java.util.Map$Entry o) (= k (.getKey o)) (= v (.getValue o))))
  (hashCode [_] (int (bit-xor (if (nil? k) 0 (.hashCode k)) (if (nil? v) 0 (.hashCode v)))))
  (toString [_] (str (if (nil? k) "null" k) "=" (if (nil? v) "null" v)))
  :static
  (new ([e] (java.util.AbstractMap$SimpleImmutableEntry/<init> (key e) (val e)))
    ([k v] (java.util.AbstractMap$SimpleImmutableEntry/<init> k v))))

;; StringJoiner

(defclass java.util.StringJoiner
  [separator prefix suffix ^:unsynchronized-mutable parts ^:unsynchronized-mutable empty-text]
  (add [this s]
    (set! parts (conj parts (if (nil? s) "null" (str (clojure.core/-as java.lang.CharSequence s)))))
    this)
  (merge [this other] (when (seq (.-parts other))
                        (set! parts (conj parts (str/join (.-separator other) (.-parts other)))))
    this)
  (setEmptyValue [this s] (set! empty-text (str s)) this)
  (length [this] (int (count (.toString this))))
  (toString [_] (if (and empty-text (empty? parts)) empty-text (str prefix (str/join separator parts) suffix)))
  :static
  (new ([separator] (StringJoiner. separator "" ""))
    ([separator prefix suffix]
     (java.util.Objects/requireNonNull prefix "The prefix must not be null")
     (java.util.Objects/requireNonNull separator "The delimiter must not be null")
     (java.util.Objects/requireNonNull suffix "The suffix must not be null")
     (StringJoiner/<init> (str separator) (str prefix) (str suffix) [] nil))))

(defclass java.util.StringTokenizer [text ^:unsynchronized-mutable delimiters with-delimiters ^:unsynchronized-mutable at]
  (delimiter [_ i] (nat-int? (.indexOf delimiters (int (.charAt text (int i))))))
  (start [this i]
    (loop [i i] (if (and (not with-delimiters) (< i (count text)) (.delimiter this i)) (recur (inc i)) i)))
  (end [this i]
    (cond
      (>= i (count text)) i
      (and with-delimiters (.delimiter this i)) (inc i)
      :else (loop [i i] (if (and (< i (count text)) (not (.delimiter this i))) (recur (inc i)) i))))
  (hasMoreTokens [this] (< (.start this at) (count text)))
  (hasMoreElements [this] (.hasMoreTokens this))
  (nextToken ([this]
              (let [from (.start this at) to (.end this from)]
                (when (= from to) (throw (NoSuchElementException.)))
                (set! at to)
                (subs text from to)))
    ([this others] (set! delimiters others) (.nextToken this)))
  (nextElement [this] (.nextToken this))
  (asIterator [this]
    (reify java.util.Iterator
      (hasNext [_] (.hasMoreTokens this))
      (next [_] (.nextToken this))))
  (countTokens [this]
    (loop [n 0 i at]
      (let [from (.start this i) to (.end this from)]
        (if (= from to) (int n) (recur (inc n) to)))))
  :static
  (new ([text] (java.util.StringTokenizer. text " \t\n\r\f"))
    ([text delimiters] (java.util.StringTokenizer. text delimiters false))
    ([text delimiters give]
     (when (nil? text) (throw (NullPointerException.)))
     (when-not (string? text)
       (throw (ClassCastException. (str "class " (.getName (class text)) " cannot be cast to class java.lang.String"))))
     (java.util.StringTokenizer/<init> text delimiters give 0))))

;; Properties: a Hashtable with text around it.

(defn- unescape [s]
  (str/replace s #"\\(u[0-9a-fA-F]{4}|(?s:.))"
               (fn [[_ c]]
                 (case c
                   "u" (throw (IllegalArgumentException. "Malformed \\uxxxx encoding."))
                   "n" "\n" "t" "\t" "r" "\r" "f" "\f"
                   (if (< 1 (count c)) (str (char (Integer/parseInt (subs c 1) 16))) c)))))

(defn- without-leading-blanks [line] (str/replace line #"^[ \t\f]+" ""))

(defn- logical-lines
  "The lines without comments, those that end in an odd number of backslashes joined with the next."
  [text]
  (loop [lines (str/split text #"\r\n|\r|\n") out []]
    (if-let [[line & more] (seq lines)]
      (let [line (without-leading-blanks line)]
        (if (re-find #"^([#!]|$)" line)
          (recur more out)
          (let [[line more] (loop [line line more more]
                              (if (odd? (count (re-find #"\\*$" line)))
                                (recur (str (subs line 0 (dec (count line))) (without-leading-blanks (or (first more) ""))) (next more))
                                [line more]))]
            (recur more (conj out line)))))
      out)))

;; Blanks are escaped in a key, and the one at the beginning of a value. A byte stream holds printable ASCII only.
(defn- escape-property [s key? ascii?]
  (let [escapes {\\ "\\\\" \newline "\\n" \tab "\\t" \return "\\r" \formfeed "\\f" \= "\\=" \: "\\:" \# "\\#" \! "\\!"}
        escaped (fn [i c]
                  (cond
                    (= c \space) (if (or key? (zero? i)) "\\ " " ")
                    (escapes c) (escapes c)
                    (and ascii? (not (<= 32 (int c) 126))) (format "\\u%04X" (int c))
                    :else c))]
    (apply str (map-indexed escaped s))))

;; Each line of a comment begins with a comment's sign, its own or one that is put there.
(defn- comment-text [comments ascii?]
  (let [lines (str/split comments #"\r\n|\r|\n" -1)
        shown (fn [line] (if ascii? (str/replace line #"[^\x00-\xff]" (fn [c] (format "\\u%04X" (int (first c))))) line))]
    (apply str "#" (shown (first lines)) "\n"
           (map (fn [line] (str (when-not (re-find #"^[#!]" line) "#") (shown line) "\n")) (rest lines)))))

(defn- xml-escaped [s] (str/escape s {\< "&lt;" \> "&gt;" \& "&amp;" \" "&quot;"}))

(defn- xml-properties [table comments encoding]
  (str "<?xml version=\"1.0\" encoding=\"" encoding "\"?>\n"
       "<!DOCTYPE properties SYSTEM \"http://java.sun.com/dtd/properties.dtd\">\n<properties>\n"
       (when comments (str "<comment>" (xml-escaped comments) "</comment>\n"))
       (apply str (map (fn [[k v]] (str "<entry key=\"" (xml-escaped k) "\">" (xml-escaped v) "</entry>\n")) table))
       "</properties>\n"))

(defn- xml-unescaped [s]
  (str/replace s #"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(\w+));"
               (fn [[all hex decimal entity]]
                 (cond
                   hex (str (char (Integer/parseInt hex 16)))
                   decimal (str (char (Integer/parseInt decimal)))
                   :else (get {"lt" "<" "gt" ">" "amp" "&" "quot" "\"" "apos" "'"} entity all)))))

(defn- xml-entries
  "The entries of a text as xml-properties writes it."
  [text]
  (when-not (re-find #"(?s)<properties\b[^>]*>.*</properties>" text)
    (throw (java.util.InvalidPropertiesFormatException. "Content is not allowed in prolog.")))
  (for [[_ k double-quoted v] (re-seq #"(?s)<entry\s+key\s*=\s*(?:'([^']*)'|\"([^\"]*)\")\s*(?:/>|>(.*?)</entry\s*>)" (str/replace text #"(?s)<!--.*?-->" ""))]
    [(xml-unescaped (or k double-quoted)) (xml-unescaped (or v ""))]))

(defn- check-key [k]
  (when (nil? k) (throw (NullPointerException. "Cannot invoke \"Object.hashCode()\" because \"key\" is null"))))

(defclass java.util.Properties [table defaults]
  (getProperty ([_ k] (check-key k)
                (let [v (.get table k)]
                        (if (string? v) v (when defaults (.getProperty defaults k)))))
    ([this k default] (let [v (.getProperty this k)] (if (nil? v) default v))))
  (setProperty [this k v] (.put this (clojure.core/-as String k) (clojure.core/-as String v)))
  (put-names [_ names]
    (when defaults (.put-names defaults names))
    (doseq [k (.keySet table)] (.put names k true))
    names)
  (stringPropertyNames [this]
    (let [names (java.util.HashMap.)]
      (doseq [k (keys (.put-names this (java.util.HashMap.))) :when (and (string? k) (string? (.getProperty this k)))]
        (.put names k true))
      (java.util.Collections/unmodifiableSet (.keySet names))))
  (propertyNames [this] (.keys (.put-names this (java.util.Hashtable.))))
  (load [_ source]
    (when (nil? source) (throw (NullPointerException.)))
    (doseq [line (logical-lines (if (instance? java.io.InputStream source) (slurp source :encoding "ISO-8859-1") (slurp source)))
            :let [[_ k v] (re-matches #"(?s)((?:\\.|[^\\=: \t\f])*)[ \t\f]*(?:[=:][ \t\f]*)?(.*)" line)]]
      (.put table (unescape k) (unescape v))))
  (store [_ target comments]
    (let [ascii? (not (instance? java.io.Writer target))
          write (fn [text] (if ascii? (.write target (.getBytes text "ISO-8859-1")) (.write target text)))]
      (when comments (write (comment-text comments ascii?)))
      (write (str "#" (java.util.Date.) "\n"))
      (doseq [[k v] table] (write (str (escape-property k true ascii?) "=" (escape-property v false ascii?) "\n")))
      (.flush target)))
  (storeToXML ([this target comments] (.storeToXML this target comments "UTF-8"))
    ([_ target comments encoding]
     (.write target (.getBytes (xml-properties table comments (str encoding)) (str encoding)))
     (.flush target)))
  (loadFromXML [_ source] (doseq [[k v] (xml-entries (slurp source))] (.put table k v)))
  (clone [_] (Properties/<init> (java.util.concurrent.ConcurrentHashMap. table) defaults))
  (list [this target]
    (.println target "-- listing properties --")
    (doseq [k (.stringPropertyNames this)
            :let [v (.getProperty this k)]]
      (.println target (str k "=" (if (> (count v) 40) (str (subs v 0 37) "...") v)))))
  (put [_ k v] (when (or (nil? k) (nil? v)) (throw (NullPointerException.))) (.put table k v))
  (get [_ k] (check-key k) (.get table k))
  (getOrDefault [_ k d] (check-key k) (.getOrDefault table k d))
  (remove ([_ k] (check-key k) (.remove table k)) ([_ k v] (check-key k) (.remove table k v)))
  (containsKey [_ k] (check-key k) (.containsKey table k))
  (contains [this v] (.containsValue this v))
  (containsValue [_ v] (when (nil? v) (throw (NullPointerException.))) (.containsValue table v))
  (size [_] (.size table))
  (isEmpty [_] (.isEmpty table))
  (putAll [_ m] (.putAll table m))
  (clear [_] (.clear table))
  (keySet [_] (.keySet table))
  (values [_] (.values table))
  (entrySet [_] (.entrySet table))
  (keys [_] (java.util.Collections/enumeration (vec (.keySet table))))
  (elements [_] (java.util.Collections/enumeration (vec (.values table))))
  (equals [_ o] (and (instance? java.util.Map o) (= (into {} table) (into {} o))))
  (hashCode [_] (.hashCode table))
  (toString [_] (str table))
  :static
  (new ([] (Properties/<init> (java.util.concurrent.ConcurrentHashMap. 8) nil))
    ([defaults] (Properties/<init> (java.util.concurrent.ConcurrentHashMap. 8) (when-not (number? defaults) defaults)))))

;; The properties of the system are in one place: this table stands for it.

(defn- system-table []
  (reify java.util.Map
    (get [_ k] (get (System/property-map) k))
    (put [_ k v] (System/setProperty k v))
    (remove [_ k] (System/clearProperty k))
    (getOrDefault [_ k default] (get (System/property-map) k default))
    (containsKey [_ k] (contains? (System/property-map) k))
    (containsValue [_ v] (boolean (some #{v} (vals (System/property-map)))))
    (size [_] (count (System/property-map)))
    (isEmpty [_] (empty? (System/property-map)))
    (putAll [_ m] (doseq [[k v] m] (System/setProperty k v)))
    (clear [_] (run! (fn [k] (System/clearProperty k)) (keys (System/property-map))))
    (keySet [_] (set (keys (System/property-map))))
    (values [_] (vec (vals (System/property-map))))
    (entrySet [_] (set (System/property-map)))
    (hashCode [_] (.hashCode (System/property-map)))
    (toString [_] (str (java.util.HashMap. (System/property-map))))))

(extend-class java.lang.System
  :static
  (getSecurityManager [])
  ;; No object has a finalizer.
  (runFinalization [])
  (getProperties [] (Properties/<init> (system-table) nil)))

(extend-class java.lang.Runtime
  (runFinalization [_]))

(extend-class java.util.Hashtable
  (contains [this x] (.containsValue this x))
  (keys [this] (java.util.Collections/enumeration (vec (.keySet this))))
  (elements [this] (java.util.Collections/enumeration (vec (.values this)))))

;; Small additions

(defn- system-property [property] (when (seq property) (System/getProperty property)))

(extend-class java.lang.Boolean
  :static
  (getBoolean [property] (= "true" (some-> (system-property property) str/lower-case))))

(extend-class java.lang.Integer
  :static
  (getInteger ([property] (Integer/getInteger property nil))
    ([property default] (or (some-> (system-property property) parse-long int) (some-> default int)))))

(extend-class java.lang.Long
  :static
  (getLong ([property] (Long/getLong property nil))
    ([property default] (or (some-> (system-property property) parse-long) default))))

(extend-class java.util.Objects
  :static
  (hash [xs] (java.util.Arrays/hashCode xs))
  (requireNonNullElse [x default] (if (nil? x) (java.util.Objects/requireNonNull default "defaultObj") x))
  (requireNonNullElseGet [x f]
    (if (nil? x)
      (let [f (java.util.Objects/requireNonNull f "supplier")]
        (java.util.Objects/requireNonNull (fi f get) "supplier.get()"))
      x))
  (compare [a b c] (if (identical? a b) (int 0) (.compare c a b)))
  (checkIndex [i n] (if (and (<= 0 i) (< i n))
                      i
                      (throw (IndexOutOfBoundsException. (str "Index " i " out of bounds for length " n))))))

;; ISO 639-1 and ISO 3166-1, in the order in which Java lists them.

(def ^:private iso-languages
  (str "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el "
       "en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it "
       "iu iw ja ji jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr "
       "ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk "
       "sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo "
       "za zh zu"))

(def ^:private iso-countries
  (str "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ "
       "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO "
       "FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE "
       "JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO "
       "MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW "
       "PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM "
       "TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW"))

;; The names of the most common ones; others show their codes.
(def ^:private language-names
  {"en" "English" "de" "German" "fr" "French" "es" "Spanish" "it" "Italian" "pt" "Portuguese" "nl" "Dutch" "sv" "Swedish"
   "da" "Danish" "fi" "Finnish" "pl" "Polish" "ru" "Russian" "uk" "Ukrainian" "tr" "Turkish" "ja" "Japanese" "ko" "Korean"
   "zh" "Chinese" "ar" "Arabic" "hi" "Hindi" "cs" "Czech" "el" "Greek" "hu" "Hungarian" "ro" "Romanian"})
(def ^:private country-names
  {"US" "United States" "GB" "United Kingdom" "DE" "Germany" "FR" "France" "ES" "Spain" "IT" "Italy" "PT" "Portugal"
   "BR" "Brazil" "NL" "Netherlands" "SE" "Sweden" "DK" "Denmark" "FI" "Finland" "PL" "Poland" "RU" "Russia" "UA" "Ukraine"
   "TR" "Turkey" "JP" "Japan" "KR" "South Korea" "CN" "China" "TW" "Taiwan" "CA" "Canada" "MX" "Mexico" "IN" "India"
   "CH" "Switzerland" "AT" "Austria" "BE" "Belgium" "IE" "Ireland" "AU" "Australia" "NZ" "New Zealand" "NO" "Norway"})

;; The text of a locale is language, country and variant, the script behind a #.
(defn- locale-part [locale i] (get (str/split (str locale) #"_") i ""))

(defn- tagged-locale
  "The locale of a language tag, as far as the tag is well formed."
  [tag]
  (let [[_ language script country variant]
        (re-find #"(?i)^([a-z]{2,8})?(?:(?:^|-)([a-z]{4})(?=-|$))?(?:(?:^|-)([a-z]{2}|[0-9]{3})(?=-|$))?(?:-([a-z0-9]{5,8}|[0-9][a-z0-9]{3})(?=-|$))?" tag)
        language (if (or (nil? language) (= "und" (str/lower-case language))) "" language)]
    (java.util.Locale. language (or country "")
                       (str/join "_" (remove nil? [variant (when script (str "#" (str/capitalize script)))])))))

(extend-class java.util.Locale
  (getLanguage [this] (locale-part this 0))
  (getCountry [this] (locale-part this 1))
  (getVariant [this] (let [v (locale-part this 2)] (if (.startsWith v "#") "" v)))
  (getScript [this] (or (second (re-find #"#(\w+)" (str this))) ""))
  (toLanguageTag [this]
    (str/join "-" (remove str/blank? [(if (= "" (.getLanguage this)) "und" (.getLanguage this)) (.getScript this)
                                      (.getCountry this) (.getVariant this)])))
  (clone [this] this)
  (hasExtensions [_] false)
  (stripExtensions [this] this)
  (getDisplayLanguage ([this] (let [code (.getLanguage this)] (get language-names code code)))
    ([this _] (.getDisplayLanguage this)))
  (getDisplayCountry ([this] (let [code (.getCountry this)] (get country-names code code)))
    ([this _] (.getDisplayCountry this)))
  (getDisplayName
    ([this]
     (let [language (.getDisplayLanguage this) country (.getDisplayCountry this)]
       (cond
         (= "" country) language
         (= "" language) country
         :else (str language " (" country ")"))))
    ([this _] (.getDisplayName this)))
  :static
  (forLanguageTag [tag] (tagged-locale tag))
  (getISOLanguages [] (into-array String (str/split iso-languages #" ")))
  (getISOCountries [] (into-array String (str/split iso-countries #" ")))
  (getAvailableLocales [] (into-array java.util.Locale [java.util.Locale/ROOT java.util.Locale/ENGLISH java.util.Locale/US java.util.Locale/UK])))

(extend-class java.util.Collections
  :static
  (:field EMPTY_LIST [])
  (:field EMPTY_MAP {})
  (:field EMPTY_SET #{}))

(extend-class java.util.Vector
  (removeElementAt [this i] (.elementAt this i) (.remove this (int i)) nil)
  (removeElement [this x] (if (.contains this x) (do (.remove this (.indexOf this x)) true) false))
  (removeAllElements [this] (.clear this))
  (insertElementAt [this x i] (.add this (int i) x))
  (setElementAt [this x i] (.elementAt this i) (.set this (int i) x) nil)
  (indexOf [this x from] (int (or (first (filter (fn [i] (= x (.get this (int i)))) (range from (.size this)))) -1)))
  (lastIndexOf [this x from] (int (or (first (filter (fn [i] (= x (.get this (int i)))) (range from -1 -1))) -1)))
  (setSize [this n]
    (while (> (.size this) n) (.remove this (int (dec (.size this)))))
    (while (< (.size this) n) (.add this nil)))
  (copyInto [this array] (dotimes [i (.size this)] (aset array i (.get this i))))
  (elements [this] (java.util.Collections/enumeration (vec this))))

(defmacro ^:private def-locales [& rows]
  `(extend-class java.util.Locale
     :static
     ~@(for [[constant language country] rows]
         (list :field constant (if country `(java.util.Locale. ~language ~country) `(java.util.Locale. ~language))))))

(def-locales
  (FRENCH "fr") (GERMAN "de") (ITALIAN "it") (JAPANESE "ja") (KOREAN "ko") (CHINESE "zh")
  (FRANCE "fr" "FR") (GERMANY "de" "DE") (ITALY "it" "IT") (JAPAN "ja" "JP") (KOREA "ko" "KR") (CHINA "zh" "CN")
  (PRC "zh" "CN") (SIMPLIFIED_CHINESE "zh" "CN") (TAIWAN "zh" "TW") (TRADITIONAL_CHINESE "zh" "TW")
  (CANADA "en" "CA") (CANADA_FRENCH "fr" "CA"))

;; The platform's ideographs, by their blocks in Unicode 13.
;; As it is written to a stream: what it is given is in lowest terms.
(extend-class clojure.lang.Ratio
  :static
  (new [numerator denominator] (/ (bigint numerator) (bigint denominator))))

(extend-class java.lang.Character
  :static
  (:field MIN_CODE_POINT (int 0))
  (:field MAX_CODE_POINT (int 0x10ffff))
  (:field MIN_SUPPLEMENTARY_CODE_POINT (int 0x10000))
  (:field MIN_HIGH_SURROGATE (char 0xd800))
  (:field MAX_HIGH_SURROGATE (char 0xdbff))
  (:field MIN_LOW_SURROGATE (char 0xdc00))
  (:field MAX_LOW_SURROGATE (char 0xdfff))
  (:field MIN_SURROGATE (char 0xd800))
  (:field MAX_SURROGATE (char 0xdfff))
  (:field SIZE (int 16))
  (:field BYTES (int 2))
  (isSurrogatePair [high low] (and (Character/isHighSurrogate high) (Character/isLowSurrogate low)))
  (reverseBytes [c]
    (let [n (int c)] (char (bit-or (bit-shift-left (bit-and n 0xff) 8) (bit-shift-right n 8)))))
  (isIdeographic [code]
    (boolean (some (fn [[low high]] (<= low code high))
                   [[0x3006 0x3007] [0x3021 0x3029] [0x3038 0x303a] [0x3400 0x4dbf] [0x4e00 0x9ffc] [0xf900 0xfa6d]
                    [0xfa70 0xfad9] [0x16fe4 0x16fe4] [0x17000 0x187f7] [0x18800 0x18cd5] [0x18d00 0x18d08]
                    [0x1b170 0x1b2fb] [0x20000 0x2a6dd] [0x2a700 0x2b734] [0x2b740 0x2b81d] [0x2b820 0x2cea1]
                    [0x2ceb0 0x2ebe0] [0x2f800 0x2fa1d] [0x30000 0x3134a]]))))
