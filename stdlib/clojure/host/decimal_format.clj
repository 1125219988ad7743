(ns clojure.host.decimal-format
  "java.text.DecimalFormat and NumberFormat. One locale: US.

  A format is a map: what stands before and after positive and negative numbers, each a vector of characters, of texts that
  were set, and of :minus, :percent, :per-mille, :currency and :currency-code; how many digits; the rest as its keys say. A number is
  [digits at negative]: 0.digits times ten to the power `at`."
  (:require [clojure.host.defclass :refer [defclass extend-class]])
  (:import (java.math BigDecimal MathContext RoundingMode)
           (java.text DecimalFormat DecimalFormatSymbols NumberFormat ParseException)))

(defclass java.text.DecimalFormatSymbols
  [^:unsynchronized-mutable point ^:unsynchronized-mutable group ^:unsynchronized-mutable minus ^:unsynchronized-mutable infinity
   ^:unsynchronized-mutable nan ^:unsynchronized-mutable exponent]
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
  (getInfinity [_] infinity)
  (setInfinity [_ text] (set! infinity text) nil)
  (getNaN [_] nan)
  (setNaN [_ text] (set! nan text) nil)
  (getExponentSeparator [_] exponent)
  (setExponentSeparator [_ text] (when (nil? text) (throw (NullPointerException.))) (set! exponent text) nil)
  (getCurrencySymbol [_] "$")
  (getInternationalCurrencySymbol [_] "USD")
  (clone [_] (DecimalFormatSymbols/<init> point group minus infinity nan exponent))
  (signs [_] [point group minus infinity nan exponent])
  (equals [this o] (and (instance? DecimalFormatSymbols o) (= (.signs this) (.signs o))))
  (hashCode [this] (hash (.signs this)))
  :static
  (new ([] (DecimalFormatSymbols/<init> \. \, \- "\u221e" "NaN" "E")) ([_] (DecimalFormatSymbols.)))
  (getInstance ([] (DecimalFormatSymbols.)) ([_] (DecimalFormatSymbols.))))

;; Patterns

(defn- refuse [what pattern] (throw (IllegalArgumentException. (str what " pattern \"" pattern "\""))))

(defn- digit-character? [c] (case c (\# \0 \, \.) true false))

(def ^:private no-digits {:prefix [] :suffix [] :left 0 :zeros 0 :right 0 :point nil :group nil :exponent nil :multiplier 1})

(defn- with-digit
  "The subpattern with one more character of its number."
  [{:keys [left zeros right point group] :as sub} c pattern]
  (let [sub (if (and group (nil? point) (not= c \.)) (assoc sub :group (inc group)) sub)]
    (case c
      \# (update sub (if (pos? zeros) :right :left) inc)
      \0 (if (pos? right) (refuse "Unexpected '0' in" pattern) (update sub :zeros inc))
      \, (assoc sub :group 0)
      \. (if point (refuse "Multiple decimal separators in" pattern) (assoc sub :point (+ left zeros right))))))

(defn- with-exponent [{:keys [left zeros exponent] :as sub} n pattern]
  (when exponent (refuse "Multiple exponential symbols in" pattern))
  (when (or (< (+ left zeros) 1) (< n 1)) (refuse "Malformed exponential" pattern))
  (assoc sub :exponent n))

(defn- zeros-end [pattern i] (if (and (< i (count pattern)) (= \0 (.charAt pattern i))) (recur pattern (inc i)) i))

(defn- with-affix
  "The subpattern with an unquoted character that may stand for something."
  [sub place c pattern]
  (let [scaled (fn [part factor]
                 (when-not (= 1 (:multiplier sub)) (refuse "Too many percent/per mille characters in" pattern))
                 (assoc (update sub place conj part) :multiplier factor))]
    (case c
      \% (scaled :percent 100)
      \u2030 (scaled :per-mille 1000)
      \- (update sub place conj :minus)
      (update sub place conj c))))

(defn- subpattern
  "[subpattern end] from a place on: the positive one, of which `end` is nil or where the negative one begins, or the negative
  one, whose digits do not count."
  [pattern from positive]
  (loop [i from phase :prefix quoted false sub no-digits]
    (let [c (when (< i (count pattern)) (.charAt pattern i))
          twice (and c (< (inc i) (count pattern)) (= c (.charAt pattern (inc i))))]
      (cond
        (nil? c) (if quoted (refuse "Malformed" pattern) [sub nil])

        (= phase :number)
        (cond
          (digit-character? c) (recur (inc i) phase false (if positive (with-digit sub c pattern) sub))
          (not= c \E) (recur i :suffix false sub)
          positive (let [end (zeros-end pattern (inc i))]
                     (recur end :suffix false (with-exponent sub (- end i 1) pattern)))
          :else (recur (inc i) phase false sub))

        (= c \') (if twice (recur (+ i 2) phase quoted (update sub phase conj \')) (recur (inc i) phase (not quoted) sub))
        quoted (recur (inc i) phase true (update sub phase conj c))
        (digit-character? c) (recur i :number false sub)
        (= c \u00a4) (recur (if twice (+ i 2) (inc i)) phase false (update sub phase conj (if twice :currency-code :currency)))
        (= c \;) (if (or (= phase :prefix) (not positive))
                   (refuse "Unquoted special character ';' in" pattern)
                   [sub (inc i)])
        :else (recur (inc i) phase false (with-affix sub phase c pattern))))))

(defn- with-zero
  "A number with a point and without a zero has one next to the point."
  [{:keys [left zeros point] :as sub}]
  (if (and (zero? zeros) (pos? left) point)
    (let [whole (max 1 point)]
      (assoc sub :right (- left whole) :left (dec whole) :zeros 1))
    sub))

(defn- negative-affixes
  "What stands around negative numbers: what the pattern says, if it differs from what stands around positive ones."
  [positive negative]
  (let [around (juxt :prefix :suffix)]
    (if (and negative (not= (around positive) (around negative)))
      (around negative)
      [(into [:minus] (:prefix positive)) (:suffix positive)])))

(defn- parse-pattern [pattern]
  (when (nil? pattern) (throw (NullPointerException. "Cannot invoke \"String.length()\" because \"pattern\" is null")))
  (let [[positive next] (subpattern pattern 0 true)
        {:keys [left zeros right point group exponent] :as positive} (with-zero positive)
        negative (when next (first (subpattern pattern next false)))
        [negative-prefix negative-suffix] (negative-affixes positive negative)
        total (+ left zeros right)
        whole (- (or point total) left)]
    (when (or (if point (or (< point left) (> point (+ left zeros))) (pos? right)) (= group 0))
      (refuse "Malformed" pattern))
    {:prefix (:prefix positive) :suffix (:suffix positive) :negative-prefix negative-prefix :negative-suffix negative-suffix
     :multiplier (:multiplier positive)
     :min-int whole
     :max-int (if exponent (+ left whole) Integer/MAX_VALUE)
     :min-fraction (if point (- (+ left zeros) point) 0)
     :max-fraction (cond (= pattern "") Integer/MAX_VALUE point (- total point) :else 0)
     :exponent exponent
     :point (and (some? point) (or (= point 0) (= point total))) ; shown where no digit follows
     :grouped (or (= pattern "") (boolean (and group (pos? group))))
     :group (or group (if (= pattern "") 3 0))}))

(defn- affix-text [parts symbols]
  (apply str (map (fn [part]
                    (case part
                      :minus (.getMinusSign symbols) :percent \% :per-mille \u2030 :currency "$" :currency-code "USD"
                      part))
                  parts)))

(def ^:private special-patterns {:minus "-" :percent "%" :per-mille "\u2030" :currency "\u00a4" :currency-code "\u00a4\u00a4"})

(defn- quoted
  "The text in quotes, if anything in it would stand for something."
  [text]
  (let [text (.replace text "'" "''")]
    (if (some #{\0 \, \. \% \u2030 \# \; \- \u00a4} text) (str "'" text "'") text)))

(defn- affix-pattern
  "The affix as a pattern has it."
  [parts]
  (apply str (map (fn [[part :as run]] (or (special-patterns part) (quoted (apply str run))))
                  (partition-by (fn [part] (if (and (char? part) (not= part \')) :text (Object.))) parts))))

(defn- pattern-of [{:keys [prefix suffix negative-prefix negative-suffix min-int max-int min-fraction max-fraction exponent point grouped group]}]
  (let [n (if exponent max-int (inc (max group min-int)))
        whole (map (fn [i] (str (when (and grouped (not= i n) (pos? group) (zero? (rem i group))) ",") (if (<= i min-int) "0" "#")))
                   (range n 0 -1))
        fraction (map (fn [i] (if (< i min-fraction) "0" "#")) (range max-fraction))
        number (apply str (concat whole (when (or point (pos? max-fraction)) ["."]) fraction
                                  (when exponent (cons "E" (repeat exponent "0")))))
        positive (str (affix-pattern prefix) number (affix-pattern suffix))]
    (if (and (= negative-suffix suffix) (= negative-prefix (into [:minus] prefix)))
      positive
      (str positive ";" (affix-pattern negative-prefix) number (affix-pattern negative-suffix)))))

;; Formatting

(defn- zeros [n] (apply str (repeat n "0")))

(defn- digits-of
  "[digits at negative] of a decimal, without zeros at the end."
  [d negative]
  (if (zero? (.signum d))
    ["" 0 negative]
    (let [d (.stripTrailingZeros d)]
      [(str (.abs (.unscaledValue d))) (- (.precision d) (.scale d)) negative])))

(defn- rounding-of
  "How a magnitude is rounded where a number of that sign is rounded so."
  [mode negative]
  (condp = mode
    RoundingMode/CEILING (if negative RoundingMode/DOWN RoundingMode/UP)
    RoundingMode/FLOOR (if negative RoundingMode/UP RoundingMode/DOWN)
    mode))

(defn- rounded
  "The magnitude `shown` with at most so many digits, or digits after the point; `exact` tells which way a half goes."
  [shown exact {:keys [exponent max-int max-fraction]} mode negative]
  (let [at (- (.precision shown) (.scale shown))
        n (if exponent (min Integer/MAX_VALUE (+ max-int max-fraction)) max-fraction)
        mode (rounding-of mode negative)
        from (if (#{RoundingMode/HALF_UP RoundingMode/HALF_DOWN RoundingMode/HALF_EVEN} mode) exact shown)]
    (try
      (cond
        (zero? (.signum shown)) shown
        exponent (if (> (.precision shown) n) (.round from (MathContext. (int n) mode)) shown)
        (> (- at) n) BigDecimal/ZERO ; far below the last digit: no way of rounding makes it one
        (> (.scale shown) n) (.setScale from (int n) mode)
        :else shown)
      (catch ArithmeticException _
        (throw (ArithmeticException. "Rounding needed with the rounding mode being set to RoundingMode.UNNECESSARY"))))))

(defn- negative-number? [x] (if (float? x) (neg? (Math/copySign 1.0 (double x))) (neg? x)))

(defn- number-digits
  "[digits at negative] of the number times the multiplier. The shortest text of a double is what it is rounded from, but
  for halves."
  [x {:keys [multiplier exponent] :as spec} mode]
  (if (float? x)
    (let [scaled (if (= multiplier 1) (double x) (* (double x) (double multiplier)))
          magnitude (abs scaled)
          negative (negative-number? scaled)]
      (digits-of (rounded (BigDecimal. (str magnitude)) (BigDecimal. magnitude) spec mode negative) negative))
    (let [d (.multiply (bigdec x) (bigdec multiplier))
          magnitude (.stripTrailingZeros (.abs d))
          negative (neg? (.signum d))]
      (digits-of (if (and (integer? x) (not exponent)) magnitude (rounded magnitude magnitude spec mode negative)) negative))))

(defn- grouped-digits [digits size separator]
  (loop [s digits out ()]
    (if (> (count s) size)
      (recur (subs s 0 (- (count s) size)) (conj out (subs s (- (count s) size))))
      (apply str (interpose separator (conj out s))))))

(defn- plain-text [[digits at] {:keys [min-int max-int min-fraction grouped group point]} symbols]
  (let [n (count digits)
        whole (if (pos? at) (str (subs digits 0 (min at n)) (zeros (- at n))) "")
        whole (str (zeros (- min-int (count whole))) whole)
        whole (if (> (count whole) max-int) (subs whole (- (count whole) max-int)) whole)
        fraction (if (pos? at) (subs digits (min at n)) (str (when (pos? n) (zeros (- at))) digits))
        fraction (str fraction (zeros (- min-fraction (count fraction))))
        whole (if (and (= whole "") (= fraction "")) "0" whole)]
    (str (if (and grouped (pos? group)) (grouped-digits whole group (.getGroupingSeparator symbols)) whole)
         (when (or point (not= fraction "")) (.getDecimalSeparator symbols))
         fraction)))

(defn- exponent-text
  "The digits with an exponent, which is a multiple of the number of digits before the point where the pattern does not need
  all of them."
  [[digits at] {:keys [min-int max-int min-fraction exponent point]} symbols]
  (let [none (= digits "")
        steps (and (> max-int 1) (> max-int min-int))
        power (cond
                none 0
                steps (* max-int (quot (if (pos? at) (dec at) (- at max-int)) max-int))
                :else (- at min-int))
        before (if none (if steps 1 min-int) (- at power))
        digits (str digits (zeros (- (max (+ min-int min-fraction) before) (count digits))))
        shown (str (abs power))]
    (str (subs digits 0 before)
         (when (or (> (count digits) before) point) (.getDecimalSeparator symbols))
         (subs digits before)
         (.getExponentSeparator symbols) (when (neg? power) (.getMinusSign symbols)) (zeros (- exponent (count shown))) shown)))

(defn- format-number [x {:keys [prefix suffix negative-prefix negative-suffix exponent multiplier] :as spec} mode symbols]
  (let [around (fn [negative text]
                 (str (affix-text (if negative negative-prefix prefix) symbols) text
                      (affix-text (if negative negative-suffix suffix) symbols)))]
    (cond
      (and (float? x) (Double/isNaN x)) (.getNaN symbols)
      (and (float? x) (Double/isInfinite (* (double x) multiplier))) (around (neg? (* (double x) multiplier)) (.getInfinity symbols))
      :else (let [[_ _ negative :as number] (number-digits x spec mode)]
              (around negative ((if exponent exponent-text plain-text) number spec symbols))))))

;; Parsing

(defn- exponent-at
  "[exponent end] of what stands behind an E, or nil."
  [s i symbols]
  (let [negative (and (< i (count s)) (= (.getMinusSign symbols) (.charAt s i)))
        start (if negative (inc i) i)
        end (loop [j start] (if (and (< j (count s)) (Character/isDigit (.charAt s j))) (recur (inc j)) j))]
    (when (< start end)
      (let [n (bigint (subs s start end))]
        (when (<= n Long/MAX_VALUE) [(unchecked-int (long (if negative (- n) n))) end])))))

(defn- read-digits
  "[digits at end] of the digits of a text, or nil where there are none. A separator of groups counts where a digit follows."
  [s from {:keys [grouped integers]} symbols]
  (let [point (.getDecimalSeparator symbols) group (.getGroupingSeparator symbols)]
    (loop [i from digits "" at nil seen false back nil]
      (let [c (when (< i (count s)) (.charAt s i))
            digit (if c (Character/digit c 10) -1)
            done (fn [end power] (when seen [digits (+ (or at (count digits)) power) end]))]
        (cond
          (nil? c) (done (or back i) 0)
          (and (= digit 0) (= digits "")) (recur (inc i) "" (when at (dec at)) true nil)
          (<= 0 digit) (recur (inc i) (str digits digit) at true nil)
          (and (= c point) (not integers) (nil? at)) (recur (inc i) digits (count digits) seen back)
          (and (= c group) grouped (nil? at)) (recur (inc i) digits at seen i)
          (= c \E) (if-let [[power end] (exponent-at s (inc i) symbols)] (done (or back end) power) (done (or back i) 0))
          :else (done (or back i) 0))))))

(defn- longest
  "Which of the affixes, one for each sign, stand in the text: of two that do the longer."
  [s i affixes signs]
  (let [found (filter (fn [sign] (.startsWith s (affixes sign) (int i))) signs)]
    (if (and (= 2 (count found)) (not= (count (affixes :positive)) (count (affixes :negative))))
      [(apply max-key (comp count affixes) found)]
      found)))

(defn- number-of
  "The number that was read, of the digits, divided by the multiplier."
  [digits at negative {:keys [multiplier big integers]} mode]
  (let [d (if (= digits "") 0M (.scaleByPowerOfTen (BigDecimal. digits) (int (- at (count digits)))))
        signed (fn [x] (if negative (- x) x))]
    (if big
      (let [d (if (= multiplier 1)
                d
                (try (.divide d (bigdec multiplier)) (catch ArithmeticException _ (.divide d (bigdec multiplier) mode))))]
        (if negative (.negate d) d))
      (let [d (.stripTrailingZeros d)
            whole (and (<= (.scale d) 0) (<= Long/MIN_VALUE (signed d) Long/MAX_VALUE))
            zero (zero? (.signum d))]
        (cond
          (and zero negative (not integers)) -0.0
          (and whole (zero? (rem (.longValue (signed d)) multiplier))) (quot (.longValue (signed d)) multiplier)
          (= multiplier 1) (signed (.doubleValue d))
          :else (let [x (signed (/ (.doubleValue d) multiplier))
                      n (unchecked-long x)]
                  (if (or (== x n) integers) n x)))))))

(defn- parse-number
  "{:end :number} of a text from a place on, or {:error place}."
  [s from {:keys [multiplier] :as spec} mode symbols]
  (let [texts (fn [positive negative] {:positive (affix-text (spec positive) symbols) :negative (affix-text (spec negative) symbols)})
        prefixes (texts :prefix :negative-prefix)
        suffixes (texts :suffix :negative-suffix)
        signs (longest s from prefixes [:positive :negative])
        start (when (seq signs) (+ from (count (prefixes (first signs)))))
        infinite (and start (.startsWith s (.getInfinity symbols) (int start)))
        [digits at end] (cond (nil? start) nil infinite ["" 0 (+ start (count (.getInfinity symbols)))] :else (read-digits s start spec symbols))
        [sign & others] (when end (longest s end suffixes signs))]
    (cond
      (.startsWith s (.getNaN symbols) (int from)) {:end (+ from (count (.getNaN symbols))) :number ##NaN}
      (nil? end) {:error from}
      (or (nil? sign) others) {:error end}
      infinite {:end (+ end (count (suffixes sign))) :number (if (= (= sign :positive) (not (neg? multiplier))) ##Inf ##-Inf)}
      :else {:end (+ end (count (suffixes sign))) :number (number-of digits at (= sign :negative) spec mode)})))

;; The class

(defn- digits-set
  "The format with another least or greatest number of digits; the other one follows."
  [spec bound n]
  (let [n (max 0 n)
        [other pick] (case bound :max-int [:min-int min] :max-fraction [:min-fraction min] :min-int [:max-int max] :min-fraction [:max-fraction max])]
    (assoc spec bound n other (pick n (spec other)))))

(defn- group-size [n]
  (if (<= 0 n 127) n (throw (IllegalArgumentException. (str "newValue is out of valid range. value: " n)))))

(defclass java.text.DecimalFormat
  [^:unsynchronized-mutable spec ^:unsynchronized-mutable rounding ^:unsynchronized-mutable symbols]
  (format [_ x]
    (when-not (number? x) (throw (IllegalArgumentException. "Cannot format given Object as a Number")))
    ;; Numbers that Java does not know are doubles to it.
    (format-number (if (or (ratio? x) (instance? clojure.lang.BigInt x)) (double x) x) spec rounding symbols))
  (getMaximumFractionDigits [_] (int (:max-fraction spec)))
  (getMinimumFractionDigits [_] (int (:min-fraction spec)))
  (getMaximumIntegerDigits [_] (int (:max-int spec)))
  (getMinimumIntegerDigits [_] (int (:min-int spec)))
  (isGroupingUsed [_] (:grouped spec))
  (getGroupingSize [_] (int (:group spec)))
  (getRoundingMode [_] rounding)
  (isParseBigDecimal [_] (boolean (:big spec)))
  (getPositivePrefix [_] (affix-text (:prefix spec) symbols))
  (getPositiveSuffix [_] (affix-text (:suffix spec) symbols))
  (getNegativePrefix [_] (affix-text (:negative-prefix spec) symbols))
  (getNegativeSuffix [_] (affix-text (:negative-suffix spec) symbols))
  (getDecimalFormatSymbols [_] (.clone symbols))
  (toPattern [_] (pattern-of spec))
  (setParseIntegerOnly [_ yes] (set! spec (assoc spec :integers yes)) nil)
  (isParseIntegerOnly [_] (boolean (:integers spec)))
  (clone [_] (DecimalFormat/<init> spec rounding symbols))
  (parse [_ s]
    (let [{:keys [number error]} (parse-number s 0 spec rounding symbols)]
      (when error (throw (ParseException. (str "Unparseable number: \"" s "\"") (int error))))
      number))
  (parse [_ s position]
    (let [{:keys [end number error]} (parse-number s (.getIndex position) spec rounding symbols)]
      (if error (.setErrorIndex position error) (.setIndex position end))
      number))
  (setRoundingMode [_ mode] (set! rounding mode) nil)
  (setParseBigDecimal [_ yes] (set! spec (assoc spec :big yes)) nil)
  (setMaximumFractionDigits [_ n] (set! spec (digits-set spec :max-fraction n)) nil)
  (setMinimumFractionDigits [_ n] (set! spec (digits-set spec :min-fraction n)) nil)
  (setMinimumIntegerDigits [_ n] (set! spec (digits-set spec :min-int n)) nil)
  (setMaximumIntegerDigits [_ n] (set! spec (digits-set spec :max-int n)) nil)
  (setGroupingUsed [_ yes] (set! spec (assoc spec :grouped yes)) nil)
  (setGroupingSize [_ n] (set! spec (assoc spec :group (group-size n))) nil)
  (setPositivePrefix [_ s] (set! spec (assoc spec :prefix [s])) nil)
  (setPositiveSuffix [_ s] (set! spec (assoc spec :suffix [s])) nil)
  (setNegativePrefix [_ s] (set! spec (assoc spec :negative-prefix [s])) nil)
  (setNegativeSuffix [_ s] (set! spec (assoc spec :negative-suffix [s])) nil)
  (setMultiplier [_ n] (set! spec (assoc spec :multiplier n)) nil)
  (getMultiplier [_] (int (:multiplier spec)))
  (setDecimalSeparatorAlwaysShown [_ yes] (set! spec (assoc spec :point yes)) nil)
  (isDecimalSeparatorAlwaysShown [_] (boolean (:point spec)))
  (setDecimalFormatSymbols [_ s] (set! symbols (.clone s)) nil)
  (applyPattern [_ s] (set! spec (merge (select-keys spec [:big :integers]) (parse-pattern s))) nil)
  (parts [_] [spec rounding symbols])
  (equals [this o] (and (instance? DecimalFormat o) (= (.parts this) (.parts o))))
  (hashCode [_] (hash [(:prefix spec) (:max-int spec) (:max-fraction spec)]))
  :static
  (new ([] (DecimalFormat. "#,##0.###"))
    ([pattern] (DecimalFormat. pattern (DecimalFormatSymbols.)))
    ([pattern symbols] (DecimalFormat/<init> (parse-pattern pattern) RoundingMode/HALF_EVEN (.clone symbols)))))

(extend-class java.text.NumberFormat
  :static
  (getInstance ([] (DecimalFormat.)) ([_] (DecimalFormat.)))
  (getNumberInstance ([] (DecimalFormat.)) ([_] (DecimalFormat.)))
  (getIntegerInstance ([] (doto (DecimalFormat. "#,##0") (.setParseIntegerOnly true))) ([_] (NumberFormat/getIntegerInstance)))
  (getPercentInstance ([] (DecimalFormat. "#,##0%")) ([_] (DecimalFormat. "#,##0%")))
  (getCurrencyInstance ([] (DecimalFormat. "\u00a4#,##0.00")) ([_] (DecimalFormat. "\u00a4#,##0.00"))))
