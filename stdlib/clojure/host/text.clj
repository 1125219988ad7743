(ns clojure.host.text
  "java.text's number formats. One locale: US."
  (:require [clojure.host.defclass :refer [defclass defenum extend-class]]
            [clojure.string :as str])
  (:import (java.math BigDecimal MathContext RoundingMode)
           (java.text DecimalFormat DecimalFormatSymbols MessageFormat Normalizer$Form ParseException)))

;; DecimalFormat: prefix, suffix and numbers of digits, from a pattern's parts.

(defn- unquoted [s] (.replace (.replace (.replace s "''" "\u0000") "'" "") "\u0000" "'"))

(defn- bad-pattern [what pattern] (throw (IllegalArgumentException. (str what " in pattern \"" pattern "\""))))

(defn- affix-end
  "Where the text before or after the digits of a pattern ends. Stops at what `stops?` says of an unquoted
  character; quotes are closed, and there is one sign of percent or per mille."
  [pattern from stops?]
  (loop [i from quoted false scaled false]
    (let [c (when (< i (count pattern)) (.charAt pattern i))]
      (cond
        (nil? c) (if quoted (throw (IllegalArgumentException. (str "Malformed pattern \"" pattern "\""))) i)
        (= c \') (recur (inc i) (not quoted) scaled)
        quoted (recur (inc i) quoted scaled)
        (stops? c) i
        (#{\% \u2030} c) (if scaled (bad-pattern "Too many percent/per mille characters" pattern) (recur (inc i) quoted true))
        :else (recur (inc i) quoted scaled)))))

(defn- check-digits
  "Refuses a pattern whose digits, from a place on, are none. Returns where they end."
  [pattern from]
  (let [[digits whole point fraction exponent zeros] (re-find #"^([#0,]*)(\.?)([#0,.]*)(E?)(0*)" (subs pattern from))
        malformed (fn [what] (throw (IllegalArgumentException. (str what " pattern \"" pattern "\""))))]
    (when (.contains fraction ".") (bad-pattern "Multiple decimal separators" pattern))
    (when (re-find #"0#+0" (.replace (str whole fraction) "," "")) (bad-pattern "Unexpected '0'" pattern))
    (when (and (= exponent "E") (or (not (re-find #"[#0]" whole)) (= zeros ""))) (malformed "Malformed exponential"))
    (when (or (re-find #"0,*#" whole) (.endsWith whole ",") (.contains fraction ",") (.contains fraction "#0"))
      (malformed "Malformed"))
    (+ from (count digits))))

(defn- check-pattern
  "Throws where the host does not take the text for a pattern. Of the negative form only the text around
  the digits counts."
  [pattern]
  (let [special (fn [i] (bad-pattern (str "Unquoted special character '" (.charAt pattern i) "'") pattern))
        start (affix-end pattern 0 #{\# \0 \, \. \;})
        _ (when (.startsWith pattern ";" start) (special start))
        end (affix-end pattern (check-digits pattern start) #{\;})
        rest (when (< end (count pattern)) (affix-end pattern (inc end) #{\;}))]
    (when (and rest (< rest (count pattern))) (special rest))))

(defn- parse-pattern-text [pattern]
  (let [[positive negative] (.split pattern ";" 2)
        [_ prefix number suffix] (re-matches #"(?s)((?:[^#0,.']|'[^']*')*)([#0,.]*(?:E0+)?)(.*)" positive)
        [_ mantissa exponent] (re-matches #"([^E]*)(?:E(0+))?" number)
        [whole fraction] (.split mantissa "\\." 2)
        whole (or whole "")
        comma (.lastIndexOf whole ",")
        digits (.replace whole "," "")
        ;; A pattern with a point and without a zero has one zero next to the point.
        bare? (and fraction (not (re-find #"0" mantissa)))
        digits (if (and bare? (seq digits)) (str (subs digits 1) "0") digits)
        fraction (if (and bare? (= "" digits) (seq fraction)) (str "0" (subs fraction 1)) (or fraction ""))
        signs (str prefix suffix)]
    {:prefix (unquoted prefix)
     :suffix (unquoted suffix)
     :negative (when negative
                 (let [[_ p _ s] (re-matches #"(?s)((?:[^#0,.']|'[^']*')*)([#0,.]*(?:E0+)?)(.*)" negative)]
                   [(unquoted p) (unquoted s)]))
     :multiplier (cond (.contains signs "%") 100 (.contains signs "\u2030") 1000 :else 1)
     :min-int (count (filter #{\0} digits))
     :max-int (if exponent (count digits) Integer/MAX_VALUE)
     :min-fraction (count (filter #{\0} fraction))
     :max-fraction (count fraction)
     :exponent (when exponent (count exponent))
     :point (boolean (re-find #"^\.|\.$" mantissa)) ; shown where no digit follows
     :group (when-not (neg? comma) (- (count whole) comma 1))}))

(defn- parse-pattern [pattern]
  (when (nil? pattern) (throw (NullPointerException. "Cannot invoke \"String.length()\" because \"pattern\" is null")))
  (if (= "" pattern)
    (assoc (parse-pattern-text "#,###") :min-int 0 :max-fraction 340)
    (do (check-pattern pattern) (parse-pattern-text pattern))))

(defn- grouped [digits size]
  (loop [s digits out ()]
    (if (> (count s) size)
      (recur (subs s 0 (- (count s) size)) (conj out (subs s (- (count s) size))))
      (apply str (interpose "," (conj out s))))))

(defn- padded [s width] (str (apply str (repeat (- width (count s)) "0")) s))

(defn- plain-digits
  "The digits of a non-negative BigDecimal before and after the point."
  [d {:keys [min-int min-fraction max-fraction group point]} rounding]
  (let [text (.toPlainString (.setScale d (int max-fraction) rounding))
        [whole fraction] (.split text "\\." 2)
        fraction (loop [f (or fraction "")]
                   (if (and (> (count f) min-fraction) (.endsWith f "0")) (recur (subs f 0 (dec (count f)))) f))
        whole (padded (if (= whole "0") "" whole) min-int)
        whole (if (and (= whole "") (= fraction "")) "0" whole)]
    (str (if group (grouped whole group) whole) (when (or point (seq fraction)) (str "." fraction)))))

(defn- exponent-digits
  "The digits of a non-negative BigDecimal and its exponent, which is a multiple of the number of digits before the point
  where the pattern does not need all of them."
  [d {:keys [min-int max-int min-fraction max-fraction exponent] :as spec} rounding]
  (let [d (.round d (MathContext. (int (+ max-int max-fraction)) rounding))
        zero (zero? (.signum d))
        magnitude (if zero 0 (- (.precision d) (.scale d)))
        steps? (and (> max-int 1) (> max-int min-int))
        power (cond
                zero 0
                steps? (* max-int (Math/floorDiv (long (dec magnitude)) (long max-int)))
                (or (pos? min-int) (pos? min-fraction)) (- magnitude min-int)
                :else (dec magnitude))
        mantissa (.movePointLeft d (int power))
        least (max 0 (- (+ min-int min-fraction) (cond steps? (max 1 (- magnitude power)) zero min-int :else (- magnitude power))))
        text (plain-digits mantissa
                           (assoc spec :min-int (if steps? 1 min-int)
                                       :min-fraction least
                                       :max-fraction (max least (.scale mantissa)))
                           rounding)]
    (str text "E" (when (neg? power) "-") (padded (str (abs power)) exponent))))

(defn- decimal
  "The decimal that is formatted with at most `digits` after the point. Of a double it is its text; where that has more
  digits and would be half way, what the double really is decides."
  [x multiplier digits rounding]
  (if (float? x)
    (let [x (if (= multiplier 1) (double x) (* x (double multiplier)))
          shown (BigDecimal. (str x))]
      (if (and (str/starts-with? (str rounding) "HALF") (> (.scale shown) digits)) (BigDecimal. x) shown))
    (.multiply (bigdec x) (bigdec multiplier))))

(defn- negative-of
  "What is before and after the digits of a negative number."
  [{:keys [negative prefix suffix]}]
  (or negative [(str "-" prefix) suffix]))

(defn- format-number [x {:keys [prefix suffix multiplier exponent] :as spec} rounding]
  (cond
    (and (float? x) (Double/isNaN x)) "NaN"
    (and (float? x) (Double/isInfinite x)) (str (when (neg? x) "-") prefix "\u221e" suffix)
    :else
    (let [d (decimal x multiplier (if exponent 0 (:max-fraction spec)) rounding)
          text ((if exponent exponent-digits plain-digits) (.abs d) spec rounding)
          zero (not (re-find #"[1-9]" text))]
      (if (and (or (neg? (.signum d)) (and (float? x) (neg? (Math/copySign 1.0 (double x))))) (or (not zero) (float? x)))
        (let [[before after] (negative-of spec)] (str before text after))
        (str prefix text suffix)))))

(defn- parse-number
  "The end and the number of a text from a place on, nil when there is none."
  [s from {:keys [prefix suffix multiplier]} big integers]
  (let [start (if (.startsWith s prefix (int from)) (+ from (count prefix)) from)
        m (re-matcher (if integers #"(-?)([\d,]+)" #"(-?)([\d,]*\.?\d*(?:E-?\d+)?)") (subs s start))]
    (when (and (.lookingAt m) (re-find #"\d" (.group m)))
      (let [end (+ start (.end m))
            d (BigDecimal. (.replace (.group m) "," ""))
            d (if (= multiplier 1) d (.divide d (bigdec multiplier) MathContext/DECIMAL128))]
        [(if (.startsWith s suffix (int end)) (+ end (count suffix)) end)
         (cond
           big d
           (and (zero? (.signum d)) (.startsWith (.group m) "-")) -0.0
           (and (zero? (.signum (.subtract d (.setScale d (int 0) RoundingMode/DOWN)))) (<= Long/MIN_VALUE d Long/MAX_VALUE)) (.longValue d)
           :else (.doubleValue d))]))))

(defclass java.text.DecimalFormatSymbols [^:unsynchronized-mutable point ^:unsynchronized-mutable group ^:unsynchronized-mutable minus]
  (getDecimalSeparator [_] point)
  (setDecimalSeparator [_ c] (set! point c) nil)
  (getGroupingSeparator [_] group)
  (setGroupingSeparator [_ c] (set! group c) nil)
  (getMinusSign [_] minus)
  (setMinusSign [_ c] (set! minus c) nil)
  (getMonetaryDecimalSeparator [_] point)
  (getPercent [_] \%)
  (getPerMill [_] \u2030)
  (getZeroDigit [_] \0)
  (getDigit [_] \#)
  (getPatternSeparator [_] \;)
  (getInfinity [_] "\u221e")
  (getNaN [_] "NaN")
  (getExponentSeparator [_] "E")
  (getCurrencySymbol [_] "$")
  (getInternationalCurrencySymbol [_] "USD")
  (clone [_] (DecimalFormatSymbols/<init> point group minus))
  :static
  (new ([] (DecimalFormatSymbols/<init> \. \, \-)) ([_] (DecimalFormatSymbols.)))
  (getInstance ([] (DecimalFormatSymbols.)) ([_] (DecimalFormatSymbols.))))

(defn- with-symbols
  "A number's text with the separators and sign of symbols."
  [text symbols]
  (let [point (.getDecimalSeparator symbols) group (.getGroupingSeparator symbols) minus (.getMinusSign symbols)]
    (if (= [\. \, \-] [point group minus])
      text
      (apply str (map (fn [c] (case c \. point \, group \- minus c)) text)))))

(defclass java.text.DecimalFormat
  [^:unsynchronized-mutable spec ^:unsynchronized-mutable rounding ^:unsynchronized-mutable big ^:unsynchronized-mutable symbols
   ^:unsynchronized-mutable pattern ^:unsynchronized-mutable integers]
  (format [_ x]
    (when-not (number? x) (throw (IllegalArgumentException. "Cannot format given Object as a Number")))
    ;; Numbers that Java does not know are doubles to it.
    (let [x (if (or (ratio? x) (instance? clojure.lang.BigInt x)) (double x) x)]
      (with-symbols (format-number x spec rounding) symbols)))
  (getMaximumFractionDigits [_] (int (:max-fraction spec)))
  (getMinimumFractionDigits [_] (int (:min-fraction spec)))
  (getMaximumIntegerDigits [_] (int (:max-int spec)))
  (getMinimumIntegerDigits [_] (int (:min-int spec)))
  (isGroupingUsed [_] (some? (:group spec)))
  (getGroupingSize [_] (int (or (:group spec) 0)))
  (getRoundingMode [_] rounding)
  (isParseBigDecimal [_] (boolean big))
  (getPositivePrefix [_] (:prefix spec))
  (getPositiveSuffix [_] (:suffix spec))
  (getDecimalFormatSymbols [_] (.clone symbols))
  (toPattern [_] pattern)
  (setParseIntegerOnly [_ yes] (set! integers yes) nil)
  (isParseIntegerOnly [_] (boolean integers))
  (clone [_] (DecimalFormat/<init> spec rounding big symbols pattern integers))
  (parse [_ s]
    (second (or (parse-number s 0 spec big integers) (throw (ParseException. (str "Unparseable number: \"" s "\"") 0)))))
  (parse [_ s position]
    (if-let [[end x] (parse-number s (.getIndex position) spec big integers)]
      (do (.setIndex position end) x)
      (do (.setErrorIndex position (.getIndex position)) nil)))
  (setRoundingMode [_ mode] (set! rounding mode) nil)
  (setParseBigDecimal [_ yes] (set! big yes) nil)
  (setMaximumFractionDigits [_ n] (set! spec (assoc spec :max-fraction n :min-fraction (min n (:min-fraction spec)))) nil)
  (setMinimumFractionDigits [_ n] (set! spec (assoc spec :min-fraction n :max-fraction (max n (:max-fraction spec)))) nil)
  (setMinimumIntegerDigits [_ n] (set! spec (assoc spec :min-int n)) nil)
  (setMaximumIntegerDigits [_ n] (set! spec (assoc spec :max-int n)) nil)
  (setGroupingUsed [_ yes] (set! spec (assoc spec :group (when yes 3))) nil)
  (setGroupingSize [_ n] (set! spec (assoc spec :group n)) nil)
  (setPositivePrefix [_ s] (set! spec (assoc spec :negative (negative-of spec) :prefix s)) nil)
  (setPositiveSuffix [_ s] (set! spec (assoc spec :negative (negative-of spec) :suffix s)) nil)
  (setNegativePrefix [_ s] (set! spec (assoc spec :negative [s (second (negative-of spec))])) nil)
  (setNegativeSuffix [_ s] (set! spec (assoc spec :negative [(first (negative-of spec)) s])) nil)
  (getNegativePrefix [_] (first (negative-of spec)))
  (getNegativeSuffix [_] (second (negative-of spec)))
  (setMultiplier [_ n] (set! spec (assoc spec :multiplier n)) nil)
  (getMultiplier [_] (int (:multiplier spec)))
  (setDecimalSeparatorAlwaysShown [_ yes] (set! spec (assoc spec :point yes)) nil)
  (isDecimalSeparatorAlwaysShown [_] (boolean (:point spec)))
  (setDecimalFormatSymbols [_ s] (set! symbols (.clone s)) nil)
  (applyPattern [_ s] (set! spec (parse-pattern s)) (set! pattern s) nil)
  :static
  (new ([] (DecimalFormat. "#,##0.###"))
    ([pattern] (DecimalFormat. pattern (DecimalFormatSymbols.)))
    ([pattern symbols]
     (DecimalFormat/<init> (parse-pattern pattern) RoundingMode/HALF_EVEN false (.clone symbols) pattern false))))

(extend-class java.text.NumberFormat
  :static
  (getInstance ([] (DecimalFormat.)) ([_] (DecimalFormat.)))
  (getNumberInstance ([] (DecimalFormat.)) ([_] (DecimalFormat.)))
  (getIntegerInstance ([] (DecimalFormat. "#,##0")) ([_] (DecimalFormat. "#,##0")))
  (getPercentInstance ([] (DecimalFormat. "#,##0%")) ([_] (DecimalFormat. "#,##0%")))
  (getCurrencyInstance ([] (DecimalFormat. "$#,##0.00")) ([_] (DecimalFormat. "$#,##0.00"))))

;; ChoiceFormat: the text of the last limit that is not greater than a number.

(defn- choices-of [pattern]
  (mapv (fn [part]
          (let [[_ limit relation text] (or (re-matches #"(?s)\s*(-?[\d.Ee+-]+|-?∞)\s*([#<≤])(.*)" part)
                                            (throw (IllegalArgumentException. (str "Each interval must contain a number before a format"))))
                limit (case limit "∞" ##Inf "-∞" ##-Inf (Double/parseDouble limit))]
            [(if (= relation "<") (Math/nextUp limit) limit) text]))
        (.split pattern "\\|")))

(defclass java.text.ChoiceFormat [choices]
  (format [_ x] (str (second (or (last (take-while (fn [[limit]] (<= limit x)) choices)) (first choices)))))
  (getLimits [_] (double-array (map first choices)))
  (getFormats [_] (object-array (map second choices)))
  (equals [_ o] (and (instance? java.text.ChoiceFormat o) (= choices (.-choices o))))
  (hashCode [_] (.hashCode choices))
  :static
  (new ([pattern] (java.text.ChoiceFormat/<init> (choices-of pattern)))
    ([limits texts]
     (when-not (= (count limits) (count texts)) (throw (IllegalArgumentException. "Input arrays must be of the same length.")))
     (java.text.ChoiceFormat/<init> (mapv vector limits texts))))
  (nextDouble [x] (Math/nextUp (double x)))
  (previousDouble [x] (Math/nextDown (double x))))

;; Messages and normalization

(declare message-text)

(def ^:private date-styles {nil 2 "full" 0 "long" 1 "medium" 2 "short" 3})

(defn- argument-format
  "The format of an argument of that kind and style; nil where its own class decides."
  [kind style]
  (case kind
    "choice" (java.text.ChoiceFormat. style)
    "number" (case style
               "integer" (java.text.NumberFormat/getIntegerInstance)
               "percent" (java.text.NumberFormat/getPercentInstance)
               "currency" (java.text.NumberFormat/getCurrencyInstance)
               nil (java.text.NumberFormat/getInstance)
               (DecimalFormat. style))
    ("date" "time") (let [i (date-styles style)]
                      (cond
                        (nil? i) (java.text.SimpleDateFormat. style)
                        (= kind "date") (java.text.DateFormat/getDateInstance i)
                        :else (java.text.DateFormat/getTimeInstance i)))
    nil))

(defn- argument-text [x kind style args]
  (let [text (if-let [f (argument-format kind style)]
               (.format f x)
               (cond
                 (nil? x) "null"
                 (number? x) (.format (java.text.NumberFormat/getInstance) x)
                 (instance? java.util.Date x) (.format (java.text.DateFormat/getInstance) x)
                 :else (str x)))]
    (if (and (= kind "choice") (.contains text "{")) (message-text text args) text)))

(defn- argument-end
  "Where the argument of a message whose brace opens before i closes."
  [pattern i]
  (loop [j i depth 1]
    (when (>= j (count pattern)) (throw (IllegalArgumentException. "Unmatched braces in the pattern.")))
    (case (.charAt pattern j)
      \{ (recur (inc j) (inc depth))
      \} (if (= depth 1) j (recur (inc j) (dec depth)))
      (recur (inc j) depth))))

(defn- message-parts
  "The texts and the arguments [index kind style] of a pattern in turn: a text first and last."
  [pattern]
  (loop [i 0 quoted false text "" parts []]
    (if (>= i (count pattern))
      (conj parts text)
      (let [c (.charAt pattern i)]
        (cond
          (.startsWith pattern "''" i) (recur (+ i 2) quoted (str text "'") parts)
          (= c \') (recur (inc i) (not quoted) text parts)
          (or quoted (not= c \{)) (recur (inc i) quoted (str text c) parts)
          :else
          (let [end (argument-end pattern (inc i))
                [index kind style] (map (fn [s] (.trim s)) (.split (subs pattern (inc i) end) "," 3))
                n (try (Long/parseLong index)
                       (catch NumberFormatException _
                         (throw (IllegalArgumentException. (str "can't parse argument number: " index)))))]
            (recur (inc end) false "" (conj parts text [n kind style]))))))))

(defn- message-text
  "The pattern with its {index}, {index,kind} and {index,kind,style} replaced."
  [pattern args]
  (apply str (map (fn [part]
                    (if (string? part)
                      part
                      (let [[n kind style] part]
                        (if (< n (count args)) (argument-text (nth args n) kind style args) (str "{" n "}")))))
                  (message-parts pattern))))

(defn- parse-argument
  "The [value end] of the argument whose text begins at `at`: as its format reads it, else as far as the text
  that follows it, or all that is left. Nil where it is not there."
  [s at [n kind style] following]
  (if-let [f (argument-format kind style)]
    (let [position (java.text.ParsePosition. at)
          x (.parse f s position)]
      (when (< at (.getIndex position)) [x (.getIndex position)]))
    (let [end (if (= following "") (count s) (.indexOf s following (int at)))]
      (when-not (neg? end)
        (let [text (subs s at end)]
          [(when-not (= text (str "{" n "}")) text) end])))))

(defn- parse-message
  "The [values end] of a text that begins, at `at`, as the pattern would write it; or [nil place] of what does not fit."
  [pattern s at]
  (let [[text & parts] (message-parts pattern)
        most (reduce max -1 (map first (take-nth 2 parts)))]
    (loop [at at text text parts parts values (vec (repeat (inc most) nil))]
      (if-not (.startsWith s text (int at))
        [nil at]
        (let [at (+ at (count text)) [argument following & more] parts]
          (if (nil? argument)
            [values at]
            (if-let [[x end] (parse-argument s at argument following)]
              (recur end following more (assoc values (first argument) x))
              [nil at])))))))

(defclass java.text.MessageFormat [pattern]
  (format [_ args] (message-text pattern (vec args)))
  (toPattern [_] pattern)
  (parse [_ s]
    (let [[values place] (parse-message pattern s 0)]
      (when (or (nil? values) (zero? place)) (throw (ParseException. "MessageFormat parse error!" place)))
      (to-array values)))
  (parse [_ s position]
    (let [[values place] (parse-message pattern s (.getIndex position))]
      (if values (.setIndex position place) (.setErrorIndex position place))
      (when values (to-array values))))
  (parseObject [this s] (.parse this s))
  (parseObject [this s position] (.parse this s position))
  :static
  (new ([pattern] (MessageFormat/<init> pattern)) ([pattern _] (MessageFormat/<init> pattern)))
  (format [pattern args] (message-text pattern (vec args))))

(defenum java.text.Normalizer$Form [] [NFD NFC NFKD NFKC])

(extend-class java.text.Normalizer
  :static
  (normalize [text form] (clojure.core/-normalize-text (str text) (.name form)))
  (isNormalized [text form] (= (str text) (clojure.core/-normalize-text (str text) (.name form)))))

;; The message is the description, " near index N", and on lines of their own the pattern and a caret.
(defn- pattern-error [e]
  (let [[_ description index more] (re-matches #"(?s)(.*?)(?: near index (\d+))?\n(.*)" (.getMessage e))
        index (if index (parse-long index) -1)
        caret (str "\n" (apply str (repeat index \space)) "^")]
    {:description description
     :index (int index)
     :pattern (if (and (<= 0 index) (.endsWith more caret))
                (subs more 0 (- (count more) (count caret)))
                more)}))

(extend-class java.util.regex.PatternSyntaxException
  (getDescription [this] (:description (pattern-error this)))
  (getIndex [this] (:index (pattern-error this)))
  (getPattern [this] (:pattern (pattern-error this))))
