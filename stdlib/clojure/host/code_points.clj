(ns clojure.host.code-points
  "What java.lang.Character has beside the members with rows: code points of arrays and texts, general categories,
  identifiers, mirrored characters."
  (:require [clojure.host.defclass :refer [extend-class]]))

(defn- check-code-point [code]
  (when-not (<= 0 code 0x10ffff)
    (throw (IllegalArgumentException. (format "Not a valid Unicode code point: 0x%X" (int code))))))

(defn- high-surrogate [code] (unchecked-char (+ (bit-shift-right code 10) 0xd7c0)))
(defn- low-surrogate [code] (unchecked-char (bit-or 0xdc00 (bit-and code 0x3ff))))

(defn- text-of [chars] (if (instance? CharSequence chars) chars (String/valueOf chars)))

(defn- bad-index [] (throw (IndexOutOfBoundsException.)))

(defn- check-index [i limit]
  (when-not (< -1 i limit)
    (throw (ArrayIndexOutOfBoundsException. (str "Index " i " out of bounds for length " limit)))))

;; The categories in the order of their numbers, where there is one.
(defmacro ^:private def-categories [& names]
  `(extend-class Character
     :static
     ~@(keep-indexed (fn [i name] (when-not (= '_ name) (list :field name `(byte ~i)))) names)))

(def-categories UNASSIGNED UPPERCASE_LETTER LOWERCASE_LETTER TITLECASE_LETTER MODIFIER_LETTER OTHER_LETTER NON_SPACING_MARK
  ENCLOSING_MARK COMBINING_SPACING_MARK DECIMAL_DIGIT_NUMBER LETTER_NUMBER OTHER_NUMBER SPACE_SEPARATOR LINE_SEPARATOR
  PARAGRAPH_SEPARATOR CONTROL FORMAT _ PRIVATE_USE SURROGATE DASH_PUNCTUATION START_PUNCTUATION END_PUNCTUATION
  CONNECTOR_PUNCTUATION OTHER_PUNCTUATION MATH_SYMBOL CURRENCY_SYMBOL MODIFIER_SYMBOL OTHER_SYMBOL INITIAL_QUOTE_PUNCTUATION
  FINAL_QUOTE_PUNCTUATION)

(defn- ignorable? [code]
  (or (<= 0 code 8) (<= 0xe code 0x1b) (<= 0x7f code 0x9f) (= 16 (Character/getType (int code)))))

(defn- identifier-start? [code]
  (or (<= 1 (Character/getType (int code)) 5)
      (= 10 (Character/getType (int code)))
      (contains? #{0x1885 0x1886 0x2118 0x212e 0x309b 0x309c} code)))

(defn- identifier-part? [code]
  (or (identifier-start? code)
      (ignorable? code)
      (contains? #{6 8 9 23} (Character/getType (int code)))
      (contains? #{0xb7 0x387 0x19da} code)
      (<= 0x1369 code 0x1371)))

;; Where characters that are mirrored in text from right to left begin and end.
(def ^:private mirrored
  (sorted-map
   40 42 60 61 62 63 91 92 93 94 123 124 125 126 171 172 187 188 3898 3902 5787 5789 8249 8251 8261 8263 8317 8319 8333 8335
   8512 8513 8705 8709 8712 8718 8721 8722 8725 8727 8730 8734 8735 8739 8740 8741 8742 8743 8747 8756 8761 8762 8763 8781
   8786 8790 8799 8801 8802 8803 8804 8812 8814 8845 8847 8851 8856 8857 8866 8868 8870 8889 8894 8896 8905 8910 8912 8914
   8918 8942 8944 8960 8968 8972 8992 8994 9001 9003 10088 10102 10176 10177 10179 10183 10184 10186 10187 10190 10195 10199
   10204 10207 10210 10224 10627 10649 10651 10657 10658 10672 10680 10681 10688 10694 10697 10698 10702 10707 10708 10710
   10712 10717 10721 10722 10723 10726 10728 10730 10740 10746 10748 10750 10762 10781 10782 10786 10788 10789 10790 10791
   10793 10794 10795 10799 10804 10806 10812 10815 10839 10841 10852 10854 10858 10862 10863 10865 10867 10869 10873 10916
   10918 10926 10927 10967 10972 10973 10974 10975 10978 10983 10988 10991 10995 10996 10999 11004 11005 11006 11262 11263
   11778 11782 11785 11787 11788 11790 11804 11806 11808 11818 12296 12306 12308 12316 65113 65119 65124 65126 65288 65290
   65308 65309 65310 65311 65339 65340 65341 65342 65371 65372 65373 65374 65375 65377 65378 65380 120539 120540 120597
   120598 120655 120656 120713 120714 120771 120772))

(defn- move
  "The index in a text that is n code points from i."
  [s i n]
  (when-not (<= 0 i (.length s)) (bad-index))
  (loop [i i n n]
    (cond
      (zero? n) (int i)
      (pos? n) (if (< i (.length s)) (recur (+ i (Character/charCount (Character/codePointAt s (int i)))) (dec n)) (bad-index))
      :else (if (pos? i) (recur (- i (Character/charCount (Character/codePointBefore s (int i)))) (inc n)) (bad-index)))))

(extend-class Character
  :static
  (highSurrogate [code] (high-surrogate code))
  (lowSurrogate [code] (low-surrogate code))
  (isBmpCodePoint [code] (<= 0 code 0xffff))
  (isIdentifierIgnorable [c] (ignorable? (int c)))
  (isUnicodeIdentifierStart [c] (identifier-start? (int c)))
  (isUnicodeIdentifierPart [c] (identifier-part? (int c)))
  (isJavaLetter [c] (Character/isJavaIdentifierStart c))
  (isJavaLetterOrDigit [c] (Character/isJavaIdentifierPart c))
  (isSpace [c] (contains? #{\space \tab \newline \formfeed \return} c))
  (isMirrored [c]
    (let [[_ end] (first (rsubseq mirrored <= (int c)))]
      (boolean (and end (< (int c) end)))))
  (toChars [code array at]
    (check-code-point code)
    (check-index (if (<= code 0xffff) at (inc at)) (alength array))
    (if (<= code 0xffff)
      (do (aset-char array at (unchecked-char code)) (int 1))
      (do (aset-char array (inc at) (low-surrogate code))
          (aset-char array at (high-surrogate code))
          (int 2))))
  (codePointAt [chars i limit]
    (when-not (and (< i limit) (<= 0 limit (alength chars))) (bad-index))
    (check-index i (alength chars))
    (int (.codePointAt (subs (text-of chars) i limit) 0)))
  (codePointBefore ([chars i]
                    (if (instance? CharSequence chars)
                      (int (.codePointBefore (str chars) (int i)))
                      (do (check-index (dec i) (alength chars)) (int (.codePointBefore (text-of chars) (int i))))))
    ([chars i start]
     (when-not (and (< start i) (<= 0 start) (< start (alength chars))) (bad-index))
     (check-index (dec i) (alength chars))
     (int (.codePointBefore (subs (text-of chars) start i) (int (- i start))))))
  (codePointCount [chars from n]
    (if (instance? CharSequence chars)
      (int (.codePointCount (str chars) (int from) (int n)))
      (do (when (or (neg? from) (neg? n) (> n (- (alength chars) from))) (bad-index))
          (int (.codePointCount (text-of chars) (int from) (int (+ from n)))))))
  (offsetByCodePoints ([s i n] (move (str s) i n))
    ([chars start size i n]
     (when (or (> size (- (alength chars) start)) (neg? start) (neg? size) (< i start) (> i (+ start size))) (bad-index))
     (int (+ start (move (subs (text-of chars) start (+ start size)) (- i start) n))))))
