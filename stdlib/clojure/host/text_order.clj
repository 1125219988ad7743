(ns clojure.host.text-order
  "java.text's Collator and BreakIterator, for texts in Latin script, and StringCharacterIterator."
  (:require [clojure.host.defclass :refer [defclass extend-class fi]]
            [clojure.string :as str])
  (:import (java.text BreakIterator CharacterIterator Collator Normalizer Normalizer$Form StringCharacterIterator)))

;; A text is compared in three rounds: by its letters, by accents, blanks and hyphens, by case. Each round
;; has a list of weights.

(def ^:private letter-order (zipmap "_,;:!?/.`^~'\"()[]{}@$*\\&#%+<=>|0123456789abcdefghijklmnopqrstuvwxyz" (range 1 1000)))

(def ^:private accent-order
  (zipmap (str " \u00a0-\u00ad\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0328\u0327\u0304") (range 2 100)))

(def ^:private expansions {\æ "ae" \Æ "AE" \ß "ss" \œ "oe" \Œ "OE"})

(defn- elements
  "[letter accent case] of each character that counts; what is no letter has no first and no last."
  [text]
  (mapcat (fn [c]
            (let [expanded (expansions c)]
              (cond
                expanded (map (fn [e] [(letter-order (Character/toLowerCase (char e))) 1 (if (Character/isUpperCase (char c)) 3 1)]) expanded)
                (accent-order c) [[nil (accent-order c) nil]]
                (Character/isISOControl (char c)) nil
                :else (let [small (Character/toLowerCase (char c))]
                        [[(or (letter-order small) (+ 1000 (int small))) 1 (if (= small c) 0 2)]]))))
          (Normalizer/normalize text Normalizer$Form/NFD)))

(defn- order-of [a b]
  (loop [a (seq a) b (seq b)]
    (cond
      (and a b) (let [c (compare (first a) (first b))] (if (zero? c) (recur (next a) (next b)) c))
      a 1
      b -1
      :else 0)))

(defn- compare-texts [a b strength]
  (let [a (elements a) b (elements b)
        letters (order-of (keep first a) (keep first b))
        accents (if (and (zero? letters) (>= strength 1)) (order-of (map second a) (map second b)) letters)]
    (int (if (and (zero? accents) (>= strength 2))
           (order-of (keep peek a) (keep peek b))
           accents))))

(defclass java.text.Collator [^:unsynchronized-mutable strength ^:unsynchronized-mutable decomposition]
  (compare [this a b]
    (let [c (compare-texts a b strength)]
      (int (if (and (zero? c) (= strength Collator/IDENTICAL)) (compare a b) c))))
  (equals [this a b] (zero? (.compare this a b)))
  (getStrength [_] (int strength))
  (setStrength [_ n]
    (when-not (<= 0 n 3) (throw (IllegalArgumentException. "Incorrect comparison level.")))
    (set! strength n)
    nil)
  (getDecomposition [_] (int decomposition))
  (setDecomposition [_ n] (set! decomposition n) nil)
  (clone [_] (Collator/<init> strength decomposition))
  :static
  (:field PRIMARY (int 0))
  (:field SECONDARY (int 1))
  (:field TERTIARY (int 2))
  (:field IDENTICAL (int 3))
  (:field NO_DECOMPOSITION (int 0))
  (:field CANONICAL_DECOMPOSITION (int 1))
  (:field FULL_DECOMPOSITION (int 2))
  (getInstance ([] (Collator/<init> 2 0)) ([_] (Collator/<init> 2 0))))

;; Boundaries: where a pattern's matches begin and end.

(def ^:private words
  #"[\p{L}\p{M}](?:[\p{L}\p{M}\p{N}_]|['.·:](?=\p{L})|-(?=\p{L}))*|[$\p{Sc}]?\p{N}(?:[\p{L}\p{N}_]|[.,](?=\p{N}))*%?|_[\p{L}\p{N}_]*|\r\n|[ \u00a0\t&&[^\t]]+|(?s:.)")

(def ^:private sentences #"(?s).+?(?:[.!?]+[\"')\]}]*(?:[ \t\u00a0\n]+(?=[^\p{Ll}\p{N}\s])|[ \t]*$)|[!?]+[\"')\]}]*[ \t]*|\n\n|$)")

(def ^:private lines #"[^\s,-]*,+(?=\p{L})|[^\s-]*(?:-+(?=[^\s-])|\s*\n|[ \t]+|$)|-+")

(def ^:private characters #"\r\n|(?s:.)[\p{Mn}\p{Me}]*")

(defn- boundaries [pattern text]
  (let [matcher (re-matcher pattern text)]
    (loop [found [0]]
      (if (and (< (peek found) (count text)) (.find matcher))
        (recur (if (> (.end matcher) (peek found)) (conj found (.end matcher)) found))
        found))))

(defclass java.text.BreakIterator [pattern ^:unsynchronized-mutable text ^:unsynchronized-mutable found ^:unsynchronized-mutable at]
  (setText [_ s]
    (set! text (if (string? s) s (.text s)))
    (set! found (boundaries pattern text))
    (set! at 0)
    nil)
  (move-to [_ i] (if (contains? found i) (do (set! at i) (int (nth found i))) (int BreakIterator/DONE)))
  (first [this] (.move-to this 0))
  (last [this] (.move-to this (dec (count found))))
  (next ([this] (.move-to this (inc at)))
    ([this n] (.move-to this (+ at n))))
  (previous [this] (.move-to this (dec at)))
  (current [_] (int (nth found at)))
  (following [this offset]
    (when-not (<= 0 offset (count text)) (throw (IllegalArgumentException. "offset out of bounds")))
    (.move-to this (or (first (keep-indexed (fn [i n] (when (> n offset) i)) found)) -1)))
  (preceding [this offset] (.move-to this (or (last (keep-indexed (fn [i n] (when (< n offset) i)) found)) -1)))
  (isBoundary [_ offset] (boolean (some #{offset} found)))
  :static
  (:field DONE (int -1))
  (getWordInstance ([] (BreakIterator/<init> words "" [0] 0)) ([_] (BreakIterator/getWordInstance)))
  (getSentenceInstance ([] (BreakIterator/<init> sentences "" [0] 0)) ([_] (BreakIterator/getSentenceInstance)))
  (getLineInstance ([] (BreakIterator/<init> lines "" [0] 0)) ([_] (BreakIterator/getLineInstance)))
  (getCharacterInstance ([] (BreakIterator/<init> characters "" [0] 0)) ([_] (BreakIterator/getCharacterInstance))))

;; Characters one after another

(extend-class java.text.CharacterIterator
  :static
  (:field DONE \uffff))

(defclass java.text.StringCharacterIterator
  [^:unsynchronized-mutable text ^:unsynchronized-mutable from ^:unsynchronized-mutable to ^:unsynchronized-mutable at]
  (text [_] text)
  (current [_] (if (and (<= from at) (< at to)) (.charAt text (int at)) CharacterIterator/DONE))
  (first [this] (set! at from) (.current this))
  (last [this] (set! at (if (= from to) to (dec to))) (.current this))
  (next [this]
    (if (< at (dec to))
      (do (set! at (inc at)) (.charAt text (int at)))
      (do (set! at to) CharacterIterator/DONE)))
  (previous [this]
    (if (> at from)
      (do (set! at (dec at)) (.charAt text (int at)))
      CharacterIterator/DONE))
  (setIndex [this i]
    (when-not (<= from i to) (throw (IllegalArgumentException. "Invalid index")))
    (set! at (long i))
    (.current this))
  (getIndex [_] (int at))
  (getBeginIndex [_] (int from))
  (getEndIndex [_] (int to))
  (setText [_ s] (set! text s) (set! from 0) (set! to (count s)) (set! at 0) nil)
  (clone [_] (StringCharacterIterator/<init> text from to at))
  (equals [_ o] (and (instance? StringCharacterIterator o) (= [text from to at] [(.text o) (.getBeginIndex o) (.getEndIndex o) (.getIndex o)])))
  (hashCode [_] (unchecked-int (hash [text from to at])))
  :static
  (new ([s] (StringCharacterIterator. s 0))
    ([s i] (StringCharacterIterator. s 0 (count s) i))
    ([s from to i]
     (when (nil? s) (throw (NullPointerException.)))
     (when-not (<= 0 from to (count s)) (throw (IllegalArgumentException. "Invalid substring range")))
     (when-not (<= from i to) (throw (IllegalArgumentException. "Invalid position")))
     (StringCharacterIterator/<init> s from to (long i)))))

;; Members of String that are not hot.

;; What a backslash and a letter stand for in Java's texts.
(def ^:private escapes {\b "\b" \f "\f" \n "\n" \r "\r" \s " " \t "\t" \' "'" \" "\"" \\ "\\" \newline ""})

(defn- unescaped [escape]
  (let [[_ octal c] escape]
    (cond
      octal (str (char (Integer/parseInt octal 8)))
      (contains? escapes (first c)) (escapes (first c))
      :else (let [c (if c (first c) (char 0))]
              (throw (IllegalArgumentException. (format "Invalid escape sequence: \\%c \\\\u%04X" c (int c))))))))

(defn- lines-of
  "The lines of the text, without their ends and without an empty one behind the last end."
  [s]
  (let [lines (str/split s #"\r\n|[\n\r]" -1)]
    (if (= "" (peek lines)) (pop lines) lines)))

(defn- indented [n line]
  (if (neg? n)
    (let [blanks (count (re-find #"^\s*" line))]
      (subs line (min blanks (- n))))
    (str (apply str (repeat n \space)) line)))

(defn- stripped
  "The text without the white space that all its lines begin with, and none at their ends."
  [text]
  (let [lines (str/split text #"\r\n|\r|\n" -1)
        white (fn [line] (count (take-while (fn [c] (Character/isWhitespace (char c))) line)))
        margin (reduce min (conj (map white (remove str/blank? lines)) (if (str/blank? (peek lines)) (count (peek lines)) Long/MAX_VALUE)))]
    (str/join "\n" (map (fn [line] (.stripTrailing (if (str/blank? line) "" (subs line margin)))) lines))))

(extend-class java.lang.AbstractStringBuilder
  (codePointAt [this i] (.codePointAt (str this) i))
  (codePointBefore [this i] (.codePointBefore (str this) i))
  (codePointCount [this from to] (.codePointCount (str this) from to))
  (offsetByCodePoints [this i n] (.offsetByCodePoints (str this) i n))
  (insert [this at text from n]
    (.insert this at (if (instance? CharSequence text) (.subSequence text from n) (String. text from n))))
  (getChars [this from to target at] (.getChars (str this) from to target at))
  (ensureCapacity [_ n])
  (trimToSize [_]))

(extend-class java.lang.CharSequence
  (isEmpty [this] (zero? (.length this)))
  :static
  (compare [a b] (.compareTo (.toString a) (.toString b))))

(extend-class java.lang.String
  (indent [s n]
    (if (.isEmpty s)
      ""
      (apply str (map (fn [line] (str (indented n line) "\n")) (lines-of s)))))
  (translateEscapes [s]
    (.replaceAll (re-matcher #"(?s)\\(?:([0-3][0-7]{0,2}|[4-7][0-7]?)|(.)|$)" s)
                 (fn [m] (java.util.regex.Matcher/quoteReplacement
                          (unescaped [nil (.group m 1) (.group m 2)])))))
  (codePointBefore [s i]
    (when-not (< 0 i (inc (count s)))
      (throw (StringIndexOutOfBoundsException. (str "String index out of range: " i))))
    (let [unit (.charAt s (int (dec i)))]
      (if (and (Character/isLowSurrogate unit) (> i 1) (Character/isHighSurrogate (.charAt s (int (- i 2)))))
        (.codePointAt s (int (- i 2)))
        (int unit))))
  (transform [this f] (fi f apply this))
  (stripIndent [this] (stripped this))
  (getChars [this from to target at] (System/arraycopy (.toCharArray (subs this from to)) 0 target at (- to from)))
  :static
  (:field CASE_INSENSITIVE_ORDER (reify java.util.Comparator (compare [_ a b] (.compareToIgnoreCase a b)))))

(defclass java.util.Formatter [out ^:unsynchronized-mutable closed]
  (check [_] (when closed (throw (java.util.FormatterClosedException.))))
  (format ([this text] (.format this text (object-array 0)))
    ([this x & more]
     (.check this)
     (let [[text args] (if (instance? java.util.Locale x) more (cons x more))
           args (if (and (some? args) (.isArray (class args))) args (object-array [args]))]
       (.append out (String/format text args))
       this)))
  (out [this] (.check this) out)
  (locale [this] (.check this) java.util.Locale/US)
  (flush [this] (.check this) (when (instance? java.io.Flushable out) (.flush out)))
  (close [_] (when-not closed (when (instance? java.io.Closeable out) (.close out)) (set! closed true) nil))
  (toString [this] (.check this) (str out))
  :static
  (new ([] (java.util.Formatter/<init> (StringBuilder.) false))
    ([out]
     (java.util.Formatter/<init>
      (cond (instance? Appendable out) out
            (instance? java.io.OutputStream out) (java.io.OutputStreamWriter. out)
            :else (StringBuilder.))
      false))
    ([out _] (java.util.Formatter. out))))
