(ns clojure.host.coders
  "java.nio.charset.CharsetDecoder and CharsetEncoder: charsets that are told what to do about wrong bytes and characters."
  (:require [clojure.host.defclass :refer [defclass extend-class]])
  (:import (java.nio ByteBuffer CharBuffer)
           (java.nio.charset CharacterCodingException CharsetDecoder CharsetEncoder CoderResult CodingErrorAction MalformedInputException
                             UnmappableCharacterException)))

(defclass java.nio.charset.CodingErrorAction [label]
  (toString [_] label)
  :static
  (:field REPORT (CodingErrorAction/<init> "REPORT"))
  (:field REPLACE (CodingErrorAction/<init> "REPLACE"))
  (:field IGNORE (CodingErrorAction/<init> "IGNORE")))

;; The exceptions know a length, of which their message tells.
(def ^:private length-prefix "Input length = ")

(defn- told-length [e] (Integer/parseInt (subs (.getMessage e) (count length-prefix))))

(extend-class java.nio.charset.MalformedInputException (getInputLength [e] (told-length e)))
(extend-class java.nio.charset.UnmappableCharacterException (getInputLength [e] (told-length e)))

(defn- malformed [n] (MalformedInputException. (str length-prefix n)))

(defn- unmappable [n] (UnmappableCharacterException. (str length-prefix n)))

(declare fault)

;; What a step of coding ended with: `kind` is :underflow, :overflow, :malformed or :unmappable.
(defclass java.nio.charset.CoderResult [kind n]
  (isUnderflow [_] (= kind :underflow))
  (isOverflow [_] (= kind :overflow))
  (isError [_] (some? n))
  (isMalformed [_] (= kind :malformed))
  (isUnmappable [_] (= kind :unmappable))
  (length [_] (if n (int n) (throw (UnsupportedOperationException.))))
  (throwException [_]
    (throw (case kind
             :underflow (java.nio.BufferUnderflowException.)
             :overflow (java.nio.BufferOverflowException.)
             :malformed (malformed n)
             :unmappable (unmappable n))))
  (toString [_] (str (.toUpperCase (name kind)) (when n (str "[" n "]"))))
  :static
  (malformedForLength [n] (fault :malformed n))
  (unmappableForLength [n] (fault :unmappable n))
  (:field UNDERFLOW (CoderResult/<init> :underflow nil))
  (:field OVERFLOW (CoderResult/<init> :overflow nil)))

(def ^:private faults (atom {}))

(defn- fault
  "The result for n wrong elements, one object for each kind and number: programs compare them."
  [kind n]
  (when-not (pos? n) (throw (IllegalArgumentException. "Non-positive length")))
  (get (swap! faults (fn [known] (if (contains? known [kind n]) known (assoc known [kind n] (CoderResult/<init> kind n)))))
       [kind n]))

(defn- code-into
  "Takes units of `in`, a buffer, to `out`: (next-unit) tells of what is left in `in` [how many elements belong together, kind,
  what they become]; kind is :good, :malformed, :unmappable, or :underflow for a beginning without its end. The action for a fault
  is (action kind), the replacement one for `out` (replacement), (put coded) puts and (size coded) tells how much room that takes."
  [in out next-unit action replacement put size]
  (loop []
    (if-not (.hasRemaining in)
      CoderResult/UNDERFLOW
      (let [[n kind coded] (next-unit)
            todo (if (= kind :good) :put (action kind))
            coded (if (= kind :good) coded (replacement))]
        (cond
          (= kind :underflow) CoderResult/UNDERFLOW
          (= todo CodingErrorAction/REPORT) (fault kind n)
          (and (not= todo CodingErrorAction/IGNORE) (< (.remaining out) (size coded))) CoderResult/OVERFLOW
          :else (do (when-not (= todo CodingErrorAction/IGNORE) (put coded))
                    (.position in (int (+ (.position in) n)))
                    (recur)))))))

(defn- continues? [b] (= 0x80 (bit-and b 0xc0)))

;; How many bytes the UTF-8 character that begins with this byte has; 0 of none.
(defn- utf-8-length [a]
  (cond (< a 0x80) 1, (<= 0xc2 a 0xdf) 2, (<= 0xe0 a 0xef) 3, (<= 0xf0 a 0xf4) 4, :else 0))

;; Of the UTF-8 at i: [how many bytes belong together, whether they are a character].
(defn- utf-8-unit [bs i]
  (let [left (- (alength bs) i)
        byte-at (fn [k] (bit-and 0xff (aget bs (+ i k))))
        a (byte-at 0)
        wanted (utf-8-length a)]
    (cond
      (zero? wanted) [1 false]
      (= 1 wanted) [1 true]
      (= 1 left) [1 false]
      :else
      (let [b (byte-at 1)
            good-second (and (continues? b)
                             (case a 0xe0 (<= 0xa0 b) 0xf0 (<= 0x90 b) 0xf4 (< b 0x90) true))]
        (cond
          (not good-second) [1 false]
          (= 2 wanted) [2 true]
          (= 2 left) [2 false]
          (not (continues? (byte-at 2))) [2 false]
          (= 3 wanted) [3 (not (and (= a 0xed) (<= 0xa0 b)))]
          (= 3 left) [3 false]
          (not (continues? (byte-at 3))) [3 false]
          :else [4 true])))))

(defn- unit-of
  "What tells where the characters of a charset begin; nil if all bytes are characters."
  [charset]
  (case (.name charset)
    "UTF-8" utf-8-unit
    "US-ASCII" (fn [bs i] [1 (not (neg? (aget bs i)))])
    "windows-1252" (fn [bs i] [1 (not= "\ufffd" (String. bs (int i) (int 1) charset))])
    nil))

(defn- decoded [bs charset on-malformed on-unmappable replacement]
  (let [text (String. bs charset)
        unit (unit-of charset)
        ;; Of a charset of single bytes every byte is one of its own, though it may stand for nothing.
        [action fault] (if (= "windows-1252" (.name charset)) [on-unmappable unmappable] [on-malformed malformed])]
    (if (or (nil? unit) (java.util.Arrays/equals bs (.getBytes text charset)))
      text
      (let [out (StringBuilder.)]
        (loop [i 0]
          (when (< i (alength bs))
            (let [[n good] (unit bs i)]
              (cond
                good (.append out (String. bs (int i) (int n) charset))
                (= action CodingErrorAction/REPORT) (throw (fault n))
                (= action CodingErrorAction/REPLACE) (.append out replacement))
              (recur (+ i n)))))
        (str out)))))

(defn- check-action [action]
  (when (nil? action) (throw (IllegalArgumentException. "Null action"))))

(defn- check-ended [ended]
  (when-not ended (throw (IllegalStateException. (str "Current state = " (if (nil? ended) "RESET" "CODING") ", new state = FLUSHED")))))

(defn- unread-bytes [buffer] (let [bs (byte-array (.remaining buffer))] (.get buffer bs) bs))

(defn- next-bytes
  "As many of the bytes that are left as may belong together."
  [in]
  (unread-bytes (.limit (.duplicate in) (int (+ (.position in) (min 4 (.remaining in)))))))

(defn- byte-unit
  "The first unit of the bytes for code-into."
  [bs charset end?]
  (let [wide (.startsWith (.name charset) "UTF-16")
        a (bit-and 0xff (aget bs 0))
        high (when wide (bit-and 0xff (aget bs (if (= "UTF-16LE" (.name charset)) (min 1 (dec (alength bs))) 0))))
        wanted (cond (not wide) (if (= "UTF-8" (.name charset)) (utf-8-length a) 1), (<= 0xd8 high 0xdb) 4, :else 2)
        [n good] (cond wide [(min wanted (alength bs)) (<= wanted (alength bs))]
                       (unit-of charset) ((unit-of charset) bs 0)
                       :else [1 true])]
    (cond
      good [n :good (String. bs (int 0) (int n) charset)]
      (and (< n wanted) (= n (alength bs)) (not end?)) [n :underflow]
      :else [n (if (= "windows-1252" (.name charset)) :unmappable :malformed)])))

(defmacro ^:private def-coder-class
  "The class of a coder, with what coders of both ways have."
  [class-sym & members]
  `(defclass ~class-sym ~'[charset ^:unsynchronized-mutable on-malformed ^:unsynchronized-mutable on-unmappable
                           ^:unsynchronized-mutable replaced-by ^:unsynchronized-mutable ended]
     ~@'[(charset [_] charset)
         (malformedInputAction [_] on-malformed)
         (unmappableCharacterAction [_] on-unmappable)
         (onMalformedInput [this action] (check-action action) (set! on-malformed action) this)
         (onUnmappableCharacter [this action] (check-action action) (set! on-unmappable action) this)
         (replaceWith [this replacement] (set! replaced-by replacement) this)
         (reset [this] (set! ended nil) this)
         (flush [_ _out] (check-ended ended) CoderResult/UNDERFLOW)]
     ~@members))

(def-coder-class java.nio.charset.CharsetDecoder
  (averageCharsPerByte [_] (float (if (.startsWith (.name charset) "UTF-16") 0.5 1.0)))
  (maxCharsPerByte [_] (float 1.0))
  (decode [_ buffer] (CharBuffer/wrap (decoded (unread-bytes buffer) charset on-malformed on-unmappable replaced-by)))
  (decode [_ in out end?]
    (set! ended end?)
    (let [actions {:malformed on-malformed :unmappable on-unmappable} replacement replaced-by]
      (code-into in out
                 #(byte-unit (next-bytes in) charset end?)
                 actions (constantly replacement) #(.put out %) count))))

(defn- encodable
  "Whether a charset has the character of a code point, as a function."
  [charset]
  (case (.name charset)
    "US-ASCII" #(< % 0x80)
    "ISO-8859-1" #(< % 0x100)
    ("windows-1252" "ISO-8859-15") (fn [c] (let [s (String. (Character/toChars c))] (= s (String. (.getBytes s charset) charset))))
    (constantly true)))

;; Of the text at i: [how many chars belong together, :good, :malformed or :unmappable].
(defn- text-unit [text i has?]
  (let [c (.charAt text i)
        pair (and (Character/isHighSurrogate c) (< (inc i) (count text)) (Character/isLowSurrogate (.charAt text (inc i))))
        n (if pair 2 1)]
    [n (cond
         (and (Character/isSurrogate c) (not pair)) :malformed
         (has? (.codePointAt text (int i))) :good
         :else :unmappable)]))

(defn- encoded [text charset on-malformed on-unmappable replacement]
  (let [out (java.io.ByteArrayOutputStream.)
        has? (encodable charset)]
    (loop [i 0 start 0]
      (let [flush-to (fn [end] (when (< start end) (.writeBytes out (.getBytes (subs text start end) charset))))]
        (if (= i (count text))
          (flush-to i)
          (let [[n kind] (text-unit text i has?)
                action (case kind :malformed on-malformed :unmappable on-unmappable nil)]
            (when (= action CodingErrorAction/REPORT) (throw (if (= kind :malformed) (malformed n) (unmappable n))))
            (if (nil? action)
              (recur (+ i n) start)
              (do (flush-to i)
                  (when (= action CodingErrorAction/REPLACE) (.writeBytes out replacement))
                  (recur (+ i n) (+ i n))))))))
    (.toByteArray out)))

(def-coder-class java.nio.charset.CharsetEncoder
  (averageBytesPerChar [_] (float (case (.name charset) "UTF-8" 1.1 ("US-ASCII" "ISO-8859-1" "ISO-8859-15" "windows-1252") 1.0 2.0)))
  (maxBytesPerChar [_] (float (case (.name charset) "UTF-8" 3.0 "UTF-16" 4.0 ("US-ASCII" "ISO-8859-1" "ISO-8859-15" "windows-1252") 1.0 2.0)))
  (canEncode [_ text]
    (let [text (str text) has? (encodable charset)]
      (loop [i 0]
        (or (= i (count text))
            (let [[n kind] (text-unit text i has?)] (and (= kind :good) (recur (long (+ i n)))))))))
  (encode [_ buffer] (ByteBuffer/wrap (encoded (str buffer) charset on-malformed on-unmappable replaced-by)))
  (encode [_ in out end?]
    (set! ended end?)
    (let [actions {:malformed on-malformed :unmappable on-unmappable} replacement replaced-by has? (encodable charset)]
      (code-into in out
                 (fn []
                   (let [text (str (.subSequence in 0 (min 2 (.remaining in)))) [n kind] (text-unit text 0 has?)]
                     (if (and (= kind :malformed) (= 1 (count text)) (not end?) (Character/isHighSurrogate (first text)))
                       [n :underflow]
                       [n kind (when (= kind :good) (.getBytes (subs text 0 n) charset))])))
                 actions (constantly replacement) #(.put out %) alength))))

(extend-class java.nio.charset.Charset
  (newDecoder [this] (CharsetDecoder/<init> this CodingErrorAction/REPORT CodingErrorAction/REPORT "\ufffd" nil))
  (newEncoder [this] (CharsetEncoder/<init> this CodingErrorAction/REPORT CodingErrorAction/REPORT (.getBytes "?" this) nil)))
