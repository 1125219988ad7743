(ns clojure.host.scanner
  "java.util.Scanner."
  (:require [clojure.host.defclass :refer [defclass]]
            [clojure.java.io :as io])
  (:import (java.io InputStream InputStreamReader Reader)
           (java.util InputMismatchException NoSuchElementException Scanner)))

;; `text` from `at` is what was read and is not used up. More is read when it is needed only, so that a program may ask
;; and answer in turn. `separators` and `line-ends` are matchers of the text: one for all tokens, because each
;; takes the whole text in at first.

;; A number of these digits, plain or in groups of three.
(defn- numeral [digit] (str "(?:" digit "++|[\\p{javaDigit}&&[^0]]" digit "?" digit "?(?:," digit digit digit ")+)"))
(defn- integer-pattern [radix]
  (re-pattern (str "[-+]?" (numeral (str "(?i:[" (subs "0123456789abcdefghijklmnopqrstuvwxyz" 0 radix) "\\p{javaDigit}])")))))
(def ^:private integer-patterns (memoize integer-pattern))
(def ^:private ten-pattern (integer-pattern 10))
(def ^:private decimal-text
  (let [n (numeral "\\p{javaDigit}")] (str "[-+]?(?:" n "(?:\\.\\p{javaDigit}*+)?|\\.\\p{javaDigit}++)(?:[eE][+-]?\\p{javaDigit}+)?")))
(def ^:private decimal-pattern (re-pattern decimal-text))
(def ^:private float-pattern
  (re-pattern (str decimal-text "|[-+]?0[xX][0-9a-fA-F]*\\.[0-9a-fA-F]+(?:[pP][-+]?[0-9]+)?|[-+]?(?:NaN|Infinity|∞)")))
(defn- ungrouped [^String s] (if (neg? (.indexOf s ",")) s (.replace s "," "")))
(defn- integer [read s radix]
  (when-not (<= Character/MIN_RADIX radix Character/MAX_RADIX) (throw (IllegalArgumentException. (str "radix:" radix))))
  (when (re-matches (if (= radix 10) ten-pattern (integer-patterns radix)) s) (read (ungrouped s) radix)))
(defn- ascii-digits [s]
  (if (re-matches #"\p{ASCII}*" s)
    s
    (apply str (map (fn [c] (if (Character/isDigit ^char c) (Character/digit ^char c 10) c)) s))))
(defn- decimal [read pattern s] (when (re-matches pattern s) (read (ascii-digits (ungrouped s)))))

(defmacro ^:private def-scanner
  "Defines the class with these members, and for each kind of token (Name [this param*] read-token) the pair of nextName
  and hasNextName."
  [fields kinds & members]
  `(defclass java.util.Scanner ~fields
     ~@(mapcat (fn [[kind & arities]]
                 (for [[params form] (partition 2 arities)
                       [prefix how] [["next" '.read-as] ["hasNext" '.reads-as]]]
                   (list (symbol (str prefix kind)) (into '[this] params) (list how 'this (list 'fn '[s] form)))))
               kinds)
     ~@members))

(def-scanner [reader ^:unsynchronized-mutable ended ^:unsynchronized-mutable text ^:unsynchronized-mutable at
              ^:unsynchronized-mutable separators ^:unsynchronized-mutable line-ends ^:unsynchronized-mutable delimiter ^:unsynchronized-mutable found ^:unsynchronized-mutable closed ^:unsynchronized-mutable base
              ^:unsynchronized-mutable language]
  [(Int [] (integer (fn [s r] (Integer/parseInt s r)) s (.radix this)) [radix] (integer (fn [s r] (Integer/parseInt s r)) s radix))
   (Long [] (integer (fn [s r] (Long/parseLong s r)) s (.radix this)) [radix] (integer (fn [s r] (Long/parseLong s r)) s radix))
   (Short [] (integer (fn [s r] (Short/parseShort s r)) s (.radix this)) [radix] (integer (fn [s r] (Short/parseShort s r)) s radix))
   (Byte [] (integer (fn [s r] (Byte/parseByte s r)) s (.radix this)) [radix] (integer (fn [s r] (Byte/parseByte s r)) s radix))
   (BigInteger [] (integer (fn [s r] (BigInteger. s r)) s (.radix this)) [radix] (integer (fn [s r] (BigInteger. s r)) s radix))
   (BigDecimal [] (decimal (fn [s] (BigDecimal. s)) decimal-pattern s))
   (Double [] (decimal (fn [s] (Double/parseDouble s)) float-pattern s))
   (Float [] (decimal (fn [s] (Float/parseFloat s)) float-pattern s))
   (Boolean [] (when (re-matches #"(?i)true|false" s) (Boolean/parseBoolean s)))]
  (matchers-of [_ units]
    (set! text units)
    (set! separators (re-matcher delimiter units))
    (set! line-ends (re-matcher #"\r\n|[\n\r\u2028\u2029\u0085]" units)))
  (check [_] (when closed (throw (IllegalStateException. "Scanner closed"))))
  ;; True when there is more text now.
  (fill [this]
    (let [units (char-array 8192)
          n (if (or ended (nil? reader)) -1 (.read reader units))]
      (if (neg? n)
        (do (set! ended true) false)
        (do
          (.matchers-of this (str (subs text at) (String. units 0 n)))
          (set! at 0)
          true))))
  (span [this]
    ;; [from to] of the next token, nil at the end.
    (.check this)
    (loop []
      (let [m (.region separators at (count text))
            from (if (.lookingAt m) (.end m) at)
            to (when (< from (count text))
                 (loop [i from]
                   (cond
                     (not (.find m i)) (count text)
                     (= (.end m) from) (recur (inc i))
                     :else (.start m))))]
        (cond
          (and (or (nil? to) (= to (count text))) (.fill this)) (recur)
          to [from to]))))
  (token [this] (when-let [[from to] (.span this)] (subs text from to)))
  ;; The next token of what is asked for, refused or not: the delimiters before it are used up.
  (wanted [this]
    (if-let [[from to] (.span this)]
      (do (set! at from) (subs text from to))
      (do (set! at (let [m (.region separators at (count text))] (if (.lookingAt m) (.end m) at)))
          (throw (NoSuchElementException.)))))
  (hasNext [this] (some? (.span this)))
  (hasNext [this pattern] (boolean (when-let [s (.token this)] (re-matches (re-pattern pattern) s))))
  (next [this]
    (let [token (.wanted this)]
      (set! at (+ at (count token)))
      token))
  (next [this pattern]
    (when-not (re-matches (re-pattern pattern) (.wanted this)) (throw (InputMismatchException.)))
    (.next this))
  (findAll [this pattern]
    (let [next-match (fn [] (when (.findWithinHorizon this pattern 0) (.match this)))]
      (.stream (vec (take-while some? (repeatedly next-match))))))
  (tokens [this] (.stream (vec (take-while some? (repeatedly (fn [] (when (.hasNext this) (.next this))))))))
  (read-as [this parse]
    (let [s (.wanted this)
          v (try (parse s) (catch NumberFormatException e
                             (throw (InputMismatchException. (ex-message e)))))]
      (when (nil? v) (throw (InputMismatchException.)))
      (.next this)
      v))
  (reads-as [this parse] (boolean (when-let [s (.token this)] (try (some? (parse s)) (catch NumberFormatException _ false)))))
  (hasNextLine [this]
    (.check this)
    (or (< at (count text)) (.fill this)))
  (nextLine [this]
    (when-not (.hasNextLine this) (throw (NoSuchElementException. "No line found")))
    (let [[_ line end] (.rest-of-line this)]
      (set! at end)
      line))
  ;; [from text after] of the line that begins here.
  (rest-of-line [this]
    (.check this)
    (loop []
      (let [m line-ends
            found (.find m (int at))]
        ;; A return that ends what was read may be half of a line end.
        (if (and (or (not found) (and (= "\r" (.group m)) (= (.end m) (count text)))) (.fill this))
          (recur)
          [at (subs text at (if found (.start m) (count text))) (if found (.end m) (count text))]))))
  ;; What the matcher of the text found there, once more text would not change it.
  (settled [this pattern matches end-of]
    (.check this)
    (loop []
      (let [m (doto (re-matcher (re-pattern pattern) text) (.region at (min (count text) (end-of this))))
            ok (matches m)]
        (cond
          (and (or (not ok) (= (.end m) (count text))) (.fill this)) (recur)
          ok (do (set! found (.toMatchResult m)) (set! at (.end m)) (.group m))))))
  (findInLine [this pattern]
    (let [[from line] (.rest-of-line this)
          m (doto (re-matcher (re-pattern pattern) text) (.region from (+ from (count line))))]
      (when (.find m)
        (set! found (.toMatchResult m))
        (set! at (.end m))
        (.group m))))
  (findWithinHorizon [this pattern n]
    (.settled this pattern (fn [m] (.find m)) (fn [this] (if (zero? n) Long/MAX_VALUE (+ (.position this) n)))))
  (position [_] at)
  (skip [this pattern]
    (when-not (.settled this pattern (fn [m] (.lookingAt m)) (constantly Long/MAX_VALUE)) (throw (NoSuchElementException.)))
    this)
  (match [_] (or found (throw (IllegalStateException. "No match result available"))))
  (useDelimiter [this d]
    (set! delimiter (re-pattern d))
    (.matchers-of this text)
    this)
  (delimiter [_] delimiter)
  (useRadix [this radix]
    (when-not (<= Character/MIN_RADIX radix Character/MAX_RADIX) (throw (IllegalArgumentException. (str "radix:" radix))))
    (set! base (int radix))
    this)
  (radix [_] base)
  (reset [this] (.useRadix (.useDelimiter this #"\p{javaWhitespace}+") 10))
  (useLocale [this to] (when (nil? to) (throw (NullPointerException. "Cannot invoke \"java.util.Locale.equals(Object)\" because \"locale\" is null")))
    (set! language to)
    this)
  (locale [_] (or language (java.util.Locale/getDefault)))
  (ioException [_] nil)
  (close [_]
    (when-not (or closed (nil? reader)) (.close reader))
    (set! closed true)
    nil)
  :static
  (new ([source] (Scanner. source "UTF-8"))
    ([source encoding]
     (when (nil? source) (throw (NullPointerException. "source")))
     (doto
       (Scanner/<init> (cond
                         (string? source) nil
                         (instance? InputStream source) (InputStreamReader. source encoding)
                         (instance? Reader source) source
                         (instance? java.nio.file.Path source) (io/reader (.toFile source) :encoding encoding)
                         :else (io/reader source :encoding encoding))
                       false "" 0 nil nil #"\p{javaWhitespace}+" nil false (int 10) nil)
       (.matchers-of (if (string? source) source ""))))))
