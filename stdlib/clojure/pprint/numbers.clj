;; Numbers as the directives of cl-format write them: in English and Roman, in any base, and
;; floating numbers with a fixed width. All are strings.
;;
;; A number is taken apart into its decimal digits and an exponent: ["314" 0] is 3.14.

(ns clojure.pprint.numbers
  "Spells numbers for cl-format."
  (:require [clojure.string :as str]))

(defn- padding [n c]
  (apply str (repeat n c)))

(defn- padding-to
  "What a text of the length lacks of the width."
  [width length c]
  (if (< length width) (padding (- width length) c) ""))

;; Integers

(defn integral?
  "True for numbers without a fraction, of any type."
  [x]
  (cond
    (integer? x) true
    (decimal? x) true ; the JVM's test is one of zero, and its answer always true
    (float? x) (= x (Math/floor x))
    :else false))

(defn- digit [d]
  (char (+ (int (if (< d 10) \0 87)) d)))

(defn- digits-in-base
  "The digits of n, which is positive. Those of floating and decimal numbers are their remainders, as
  the arithmetic of their type has it."
  [n base]
  (cond
    (and (integer? n) (integer? base) (<= 2 base 36)) (.toString (biginteger n) base)
    (zero? n) "0"
    (infinite? (double n)) (bigint n) ; which says that it is none
    :else (loop [n n digits ()]
            (if (pos? n)
              (recur (quot n base) (cons (rem n base) digits))
              (apply str (map digit digits))))))

(defn- grouped
  "The digits with a separator between groups, counted from the right; nothing in groups of no size."
  [digits separator size]
  (let [digits (if (pos? size) digits "")
        groups (map (fn [group] (apply str (reverse group)))
                    (partition-all size (reverse digits)))]
    (str/join separator (reverse groups))))

(defn in-base
  "The integer in the base. Options: :commas? with :commachar and :commainterval, :sign?, :mincol
  with :padchar."
  [n base {:keys [commas? sign? commachar commainterval mincol padchar]
           :or {commachar \, commainterval 3 mincol 0 padchar \space}}]
  (let [digits (digits-in-base (if (neg? n) (- n) n) base)
        text (str (cond (neg? n) "-" sign? "+")
                  (if commas? (grouped digits commachar commainterval) digits))]
    (str (padding-to mincol (count text) padchar) text)))

(defn- printed-digits
  "The digits that pprint shows of a number: of a negative one the bits in the bases 8 and 16, as
  format shows them, nothing in the others, where the JVM knows no negative digits."
  [n base]
  (cond
    (and (#{8 16} base) (not (instance? clojure.lang.BigInt n))) (format (if (= base 8) "%o" "%x") n)
    (and (neg? n) (not= base 10)) ""
    :else (digits-in-base n base)))

(defn with-radix
  "The rational in the base, with its radix when shown?; nil for other numbers."
  [n base shown?]
  (let [prefix (when shown?
                 (get {2 "#b" 8 "#o" 16 "#x"} base (str "#" base "r")))]
    (cond
      (integer? n) (if (= base 10)
                     (str n (when shown? "."))
                     (str prefix (printed-digits n base)))
      (ratio? n) (str prefix (printed-digits (numerator n) base) "/"
                      (printed-digits (denominator n) base)))))

(def ^:private roman-letters
  "The letters of one, five and ten, by the power of ten."
  ["IVX" "XLC" "CDM" "M"])

(def ^:private roman-shapes
  "The digits from one to nine, by the places of their letters; of old without subtraction."
  {false ["0" "00" "000" "01" "1" "10" "100" "1000" "02"]
   true ["0" "00" "000" "0000" "1" "10" "100" "1000" "10000"]})

(defn- roman-digit [digit place old?]
  (let [letters (nth roman-letters place)]
    (apply str (map (fn [c] (nth letters (- (int c) (int \0)))) (nth (roman-shapes old?) (dec digit))))))

(defn roman
  "The number in Roman digits, nil beyond 3999 and of what is no number. old?: without subtraction. Of
  floating and decimal numbers and ratios the digits are their remainders, as the arithmetic of their
  type has it: a last one between 0 and 1 counts as 1, and a zero that is no integer is no digit."
  [n old?]
  (when (and (number? n) (< 0 n 4000))
    (loop [n n place 0 out ""]
      (if (pos? n)
        (let [digit (rem n 10)]
          (recur (quot n 10) (inc place)
                 (if (= 0 digit) out (str (roman-digit digit place (boolean old?)) out))))
        out))))

(def ^:private small-numbers
  ["zero" "one" "two" "three" "four" "five" "six" "seven" "eight" "nine" "ten" "eleven" "twelve"
   "thirteen" "fourteen" "fifteen" "sixteen" "seventeen" "eighteen" "nineteen"])

(def ^:private tens
  ["" "" "twenty" "thirty" "forty" "fifty" "sixty" "seventy" "eighty" "ninety"])

(def ^:private scales
  ["" "thousand" "million" "billion" "trillion" "quadrillion" "quintillion" "sextillion"
   "septillion" "octillion" "nonillion" "decillion" "undecillion" "duodecillion" "tredecillion"
   "quattuordecillion" "quindecillion" "sexdecillion" "septendecillion" "octodecillion"
   "novemdecillion" "vigintillion"])

(defn- below-thousand [n]
  (let [hundreds (quot n 100)
        n (rem n 100)
        low (cond
              (zero? n) nil
              (< n 20) (small-numbers n)
              (zero? (rem n 10)) (tens (quot n 10))
              :else (str (tens (quot n 10)) "-" (small-numbers (rem n 10))))]
    (str/join " " (remove nil? [(when (pos? hundreds) (str (small-numbers hundreds) " hundred")) low]))))

(defn- thousands
  "The parts of the number, each below 1000, the lowest first: those of a floating number as its arithmetic has them."
  [n]
  (map int (take-while some? (map first (take-while (fn [[_ left]] (some? left))
                                                    (iterate (fn [[_ left]]
                                                               (if (zero? left)
                                                                 [nil nil]
                                                                 [(rem left 1000) (quot left 1000)]))
                                                             [(rem n 1000) (quot n 1000)]))))))

(defn cardinal
  "The number in English words, nil when it is too large."
  [n]
  (let [zero (= 0 n) ; a lazy seq is computed here, and says first what is wrong with it
        finite? (= n n)
        whole (if finite? (quot (if (neg? n) (- n) n) 1) 1)
        parts (thousands whole)]
    (cond
      (not finite?) ""
      (zero? whole) (cond (and (zero? n) (not zero)) ""
                          (neg? n) "minus zero"
                          :else "zero")
      (> (count parts) (count scales)) nil
      :else
      (str (when (neg? n) "minus ")
           (str/join ", " (reverse (keep (fn [[part scale]]
                                           (when (pos? part)
                                             (str (below-thousand part)
                                                  (when-not (= "" scale) (str " " scale)))))
                                         (map vector parts scales))))))))

(def ^:private ordinal-words
  {"one" "first" "two" "second" "three" "third" "five" "fifth" "eight" "eighth" "nine" "ninth"
   "twelve" "twelfth"})

(defn ordinal
  "The number in English words as in first, second; nil when it is too large."
  [n]
  (when-let [words (cardinal n)]
    (let [[_ before word] (re-matches #"(?s)(.*?)(\w+)" words)]
      (str before (cond
                    (ordinal-words word) (ordinal-words word)
                    (str/ends-with? word "y") (str (subs word 0 (dec (count word))) "ieth")
                    :else (str word "th"))))))

(defn ordinal-suffix
  "What follows the digits of an ordinal number that is too large for words: th, or st, nd, rd by the last digit, of
  teens too."
  [n]
  (get {1 "st" 2 "nd" 3 "rd"} (int (rem n 10)) "th"))

;; Floating numbers

(defn- finite-digits [x]
  (let [exact (bigdec (cond (float? x) (str x) (ratio? x) (str (double x)) :else x))
        digits (str (.unscaledValue exact))
        exponent (- (count digits) 1 (.scale exact))
        trimmed (str/replace digits #"0+$" "")]
    (if (= "" trimmed) ["0" 0] [trimmed exponent])))

(defn- decimal-digits
  "[digits exponent] of a number that is not negative. What is no number is written as if the
  letters of its name were digits."
  [x]
  (if (and (float? x) (or (infinite? x) (NaN? x)))
    (let [letters (str/lower-case (str x))]
      [letters (dec (count letters))])
    (finite-digits x)))

(defn- magnitude
  "The number without its sign: a float as it is if it has none. A long that has no magnitude is refused as by -."
  [x]
  (cond
    (not (neg? x)) x
    (rational? x) (- x)
    :else (abs x)))

(defn- next-character [text]
  (let [end (dec (count text))]
    (str (subs text 0 end) (char (inc (int (nth text end)))))))

(defn- rounded
  "The first keep of the digits, rounded half up: one digit more when all of them were nines."
  [digits keep]
  (let [up? (>= (int (nth digits keep)) (int \5))
        kept (subs digits 0 keep)]
    (cond
      (not up?) kept
      (zero? keep) "1"
      (Character/isLetter (char (nth digits 0))) (next-character kept)
      :else (let [value (str (inc (bigint kept)))]
              (str (padding (- keep (count value)) \0) value)))))

(defn- pointed
  "The digits with a decimal point in its place, and with d digits after it when d is given."
  [[digits exponent] d]
  (let [end (inc exponent)
        digits (if (neg? end) (str (padding (- end) \0) digits) digits)
        end (max 0 end)
        digits (str digits (padding (- (+ end (or d 0)) (count digits)) \0))]
    (str (subs digits 0 end) "." (subs digits end))))

(defn- rounded-in-place
  "[digits exponent] with keep digits, rounded half up. What is too small for a digit is zero, or
  rounds to the last place."
  [[digits exponent :as number] keep]
  (cond
    (or (nil? keep) (not (> (count digits) keep))) number
    (neg? keep) ["0" 0]
    (zero? keep) [(if (= "1" (rounded digits 0)) "1" "0") (inc exponent)]
    :else (let [keep (long keep)
                value (rounded digits keep)]
            [(subs value 0 keep) (+ exponent (- (count value) keep))])))

(defn- in-width
  "The text in a field: with zeros around the point as far as there is room."
  [text sign {:keys [w overflowchar padchar]} append-zero?]
  (let [length (+ (count sign) (count text))
        room? (or (nil? w) (not (>= length w)))
        prepend? (and (str/starts-with? text ".") room?)
        append? (and append-zero? room?)
        full (str sign (when prepend? "0") text (when append? "0"))]
    (cond
      (nil? w) full
      (and overflowchar (> (count full) w)) (padding w overflowchar)
      :else (str (padding (- w (count full)) padchar) full))))

(defn- sign-of [x at]
  (cond
    (or (neg? x) (and (float? x) (zero? x) (neg? (/ 1.0 x)))) "-"
    at "+"
    :else ""))

(defn fixed
  "As ~F: w columns, d digits after the point, scaled by ten to the power k."
  [x {:keys [w d k] :as params} at]
  (let [sign (sign-of x at)
        [digits exponent] (decimal-digits (magnitude x))
        exponent (+ exponent k)
        columns (when w (max 2 (- w (count sign))))
        keep (cond
               d (+ exponent 1 d)
               (nil? w) nil
               (neg? exponent) (+ columns exponent)
               :else (max (inc exponent) (dec columns)))
        text (pointed (rounded-in-place [digits exponent] keep) d)
        crowded? (and w d (pos? d) (str/starts-with? text "0.") (> (+ (count sign) (count text)) w))
        whole? (and (nil? d) (< (count digits) (+ exponent 2)))]
    (in-width (if crowded? (subs text 1) text) sign params whole?)))

(defn exponential
  "As ~E: d digits after the point, k before it, at least e in the exponent."
  [x {:keys [w d e k exponentchar overflowchar padchar]} at]
  (let [sign (sign-of x at)
        zeros (max 0 (- k))]
    (loop [[digits exponent] (decimal-digits (magnitude x))]
      (let [shown (- exponent (dec k))
            figures (str (abs shown))
            suffix (str (or exponentchar \E) (if (neg? shown) "-" "+")
                        (padding (- (or e 0) (count figures)) \0) figures)
            scaled (str (padding zeros \0) digits
                        (padding (- (or d 0) (dec (count digits)) zeros) \0))
            keep (cond
                   (not (pos? k)) (inc (dec d))
                   d (inc d)
                   w (max 1 (- w (count suffix) (count sign) 1)))
            value (cond
                    (or (nil? keep) (not (> (count scaled) keep))) scaled
                    (neg? keep) "0"
                    (zero? keep) (str (bigint (str "0" (rounded scaled 0))))
                    :else (rounded scaled keep))]
        (if (and keep (pos? keep) (< keep (count scaled)) (> (count value) keep))
          (recur [(subs value 0 keep) (inc exponent)])
          (let [before (max 0 k)
                text (str (subs value 0 before) "." (subs value before))
                length (+ (count sign) (count text) (count suffix))
                prepend? (and (not (pos? k)) (not= length w))
                length (if prepend? (inc length) length)
                append? (and (nil? d) (= k (count value)) (or (nil? w) (< length w)))]
            (if (and w overflowchar (or (> length w) (and e (> (- (count suffix) 2) e))))
              (padding w overflowchar)
              (str (padding (- (or w 0) length (if append? 1 0)) padchar)
                   sign (when prepend? "0") text (when append? "0") suffix))))))))

(defn general
  "As ~G: as ~F where the number fits, and blanks in place of an exponent; else as ~E."
  [x {:keys [w d e] :as params} at]
  (let [[digits exponent] (decimal-digits (magnitude x))
        n (if (= x 0.0) 0 (inc exponent))
        blanks (if e (+ e 2) 4)
        precision (or d (max (count digits) (min n 7)))
        after-point (- precision n)]
    (if (<= 0 after-point precision)
      (str (fixed x (assoc params :w (when w (- w blanks)) :d after-point :k 0) at)
           (padding blanks \space))
      (exponential x params at))))

(defn dollars
  "As ~$: d digits after the point, at least n before it, in w columns; sign-first? puts the sign
  before the padding."
  [x {:keys [d n w padchar]} at sign-first?]
  (let [sign (sign-of (+ x 0) at)
        [_ exponent :as number] (decimal-digits (abs (double x)))
        text (pointed (rounded-in-place number (when d (+ exponent 1 d))) d)
        whole (subs text 0 (.indexOf text "."))
        full (str (padding (- n (count whole)) \0) text)
        pad (padding (- w (count sign) (count full)) padchar)]
    (if sign-first?
      (str sign pad full)
      (str pad sign full))))
