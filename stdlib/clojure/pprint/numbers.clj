;; Numbers as the directives of cl-format write them: in English and Roman, in any base, and
;; floating numbers with a fixed width. All are strings.
;;
;; A number is taken apart into its decimal digits and an exponent: ["314" 0] is 3.14.

(ns clojure.pprint.numbers
  "Spells numbers for cl-format."
  (:require [clojure.string :as str]))

(defn- padding [n c]
  (apply str (repeat n c)))

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
    (integer? n) (.toString (biginteger n) base)
    (zero? n) "0"
    (infinite? (double n)) (bigint n) ; which says that it is none
    :else (loop [n n digits ()]
            (if (pos? n)
              (recur (quot n base) (cons (digit (rem n base)) digits))
              (apply str digits)))))

(defn- grouped
  "The digits with a separator between groups, counted from the right."
  [digits separator size]
  (let [groups (map (fn [group] (apply str (reverse group)))
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
    (str (padding (- mincol (count text)) padchar) text)))

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

(def ^:private roman-digits
  [[1000 "M"] [900 "CM"] [500 "D"] [400 "CD"] [100 "C"] [90 "XC"] [50 "L"] [40 "XL"] [10 "X"]
   [9 "IX"] [5 "V"] [4 "IV"] [1 "I"]])

(defn- whole-for-roman
  "The integer whose digits are written for n: a last digit between 0 and 1 counts as 1."
  [n]
  (let [last-digit (rem n 10)]
    (long (if (< 0 last-digit 1) (+ (- n last-digit) 1) n))))

(defn roman
  "The number in Roman digits, nil beyond 3999. old?: without subtraction."
  [n old?]
  (when (< 0 n 4000)
    (loop [n (whole-for-roman n) digits (if old? (filter (fn [[_ s]] (= 1 (count s))) roman-digits) roman-digits) out ""]
      (let [[value letters] (first digits)]
        (cond
          (zero? n) out
          (>= n value) (recur (- n value) digits (str out letters))
          :else (recur n (rest digits) out))))))

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
  "The parts of the number, each below 1000, the lowest first."
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
  (let [finite? (= n n)
        whole (if finite? (bigint (+ (quot (abs n) 1) 0)) 1)
        parts (thousands whole)]
    (cond
      (not finite?) ""
      (zero? whole) "zero"
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

;; Floating numbers

(defn- finite-digits [x]
  (let [exact (bigdec (if (or (float? x) (ratio? x)) (str (double x)) x))
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

(defn- next-character [text]
  (let [end (dec (count text))]
    (str (subs text 0 end) (char (inc (int (nth text end)))))))

(defn- rounded
  "[digits exponent] with as many digits as keep says, at most; rounds half up."
  [[digits exponent] keep]
  (cond
    (>= keep (count digits)) [digits exponent]
    (neg? keep) ["0" 0]
    :else
    (let [up? (>= (int (nth digits keep)) (int \5))
          kept (subs digits 0 keep)
          letters? (Character/isLetter (char (nth digits 0)))
          value (if letters?
                  (if (and up? (pos? keep)) (next-character kept) kept)
                  (str (+ (bigint (if (= "" kept) "0" kept)) (if up? 1 0))))
          value (str (padding (- keep (count value)) \0) value)]
      (if (every? (fn [c] (= c \0)) value)
        ["0" 0]
        [value (+ exponent (- (count value) keep))]))))

(defn- point
  "The digits with a decimal point in its place, without a leading zero, and with d digits after
  the point when d is given."
  [[digits exponent] d]
  (let [zero (= digits "0")
        whole (cond
                (or zero (neg? exponent)) ""
                (< exponent (count digits)) (subs digits 0 (inc exponent))
                :else (str digits (padding (- (inc exponent) (count digits)) \0)))
        fraction (cond
                   zero ""
                   (neg? exponent) (str (padding (- (- exponent) 1) \0) digits)
                   (< (inc exponent) (count digits)) (subs digits (inc exponent))
                   :else "")
        fraction (cond
                   (nil? d) fraction
                   (> (count fraction) d) (subs fraction 0 d)
                   :else (str fraction (padding (- d (count fraction)) \0)))]
    (str whole "." fraction)))

(defn- in-width
  "The text in a field: with zeros around the point as far as there is room."
  [text sign {:keys [w overflowchar padchar]} append-zero? suffix]
  (let [length (+ (count sign) (count text) (count suffix))
        room? (or (nil? w) (< length w))
        prepend? (and (str/starts-with? text ".") room?)
        append? (and append-zero? room?)
        full (str sign (when prepend? "0") text (when append? "0") suffix)]
    (cond
      (nil? w) full
      (and overflowchar (> (count full) w)) (padding w overflowchar)
      :else (str (padding (- w (count full)) padchar) full))))

(defn- sign-of [x at]
  (cond (neg? x) "-" at "+" :else ""))

(defn fixed
  "As ~F: w columns, d digits after the point, scaled by ten to the power k."
  [x {:keys [w d k] :as params} at]
  (let [sign (sign-of x at)
        [digits exponent] (decimal-digits (abs x))
        exponent (if (= digits "0") 0 (+ exponent k))
        whole-digits (max 0 (inc exponent))
        keep (cond
               d (+ exponent 1 d)
               w (+ exponent 1 (max 0 (- w (count sign) 1 whole-digits)))
               :else (count digits))
        number (rounded [digits exponent] keep)
        text (point number (if (< keep (count digits)) (- keep exponent 1) d))]
    (in-width text sign params (and (nil? d) (str/ends-with? text ".")) nil)))

(defn exponential
  "As ~E: d digits after the point, k before it, at least e in the exponent."
  [x {:keys [w d e k exponentchar] :as params} at]
  (let [sign (sign-of x at)
        number (decimal-digits (abs x))
        suffix (fn [[digits exponent]]
                 (let [shown (if (= digits "0") 0 (- exponent (dec k)))
                       figures (str (abs shown))]
                   (str (or exponentchar \E) (if (neg? shown) "-" "+")
                        (padding (- (or e 0) (count figures)) \0) figures)))
        after-point (when d (max 0 (if (pos? k) (- d (dec k)) d)))
        keep (cond
               d (if (pos? k) (inc d) (+ d k))
               w (max 1 (- w (count sign) 1 (count (suffix number))))
               :else (count (first number)))
        number (rounded number keep)
        text (point [(first number) (dec k)] after-point)]
    (in-width text sign params (and (nil? d) (str/ends-with? text ".")) (suffix number))))

(defn general
  "As ~G: as ~F where the number fits, and blanks in place of an exponent; else as ~E."
  [x {:keys [w d e] :as params} at]
  (let [[digits exponent] (decimal-digits (abs x))
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
  (let [sign (sign-of x at)
        [_ exponent :as number] (decimal-digits (abs x))
        text (point (rounded number (+ exponent 1 d)) d)
        whole (subs text 0 (.indexOf text "."))
        full (str (padding (- n (count whole)) \0) text)
        pad (padding (- w (count sign) (count full)) padchar)]
    (if sign-first?
      (str sign pad full)
      (str pad sign full))))
