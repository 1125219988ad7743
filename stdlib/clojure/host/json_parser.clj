(ns clojure.host.json-parser
  "com.fasterxml.jackson.core's parser of JSON from a Reader, and the factory of parsers and generators."
  (:require [clojure.host.defclass :refer [defclass]]
            [clojure.host.json])
  (:import (com.fasterxml.jackson.core JsonFactory JsonFactory$Feature JsonGenerator$Feature JsonParseException JsonParser$Feature
                                       JsonToken)
           (com.fasterxml.jackson.core.io JsonEOFException)
           (com.fasterxml.jackson.core.json ReaderBasedJsonParser WriterBasedJsonGenerator)
           (com.fasterxml.jackson.dataformat.cbor CBORFactory)
           (com.fasterxml.jackson.dataformat.smile SmileFactory)
           (java.io ByteArrayInputStream File FileInputStream FileOutputStream InputStream InputStreamReader
                    OutputStream OutputStreamWriter Reader StringReader)
           (java.util Base64)))

(defn- shown
  "A character as messages have it."
  [c]
  (let [code (int c)]
    (cond
      (Character/isISOControl c) (str "(CTRL-CHAR, code " code ")")
      (> code 255) (str "'" c "' (code " code " / 0x" (Integer/toHexString code) ")")
      :else (str "'" c "' (code " code ")"))))

(def ^:private values-wanted "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')")

(defn- digits-end
  "The index after the digits of text that begin at i."
  [text i]
  (let [n (.length text)]
    (loop [i i]
      (if (and (< i n) (<= 48 (int (.charAt text i)) 57)) (recur (inc i)) i))))

(defn- name-end [text i]
  (let [n (count text)]
    (loop [i i]
      (if (and (< i n) (Character/isJavaIdentifierPart (.charAt text i))) (recur (inc i)) i))))

(defn- kind-name [kind]
  (case kind :object "Object" :array "Array" "root"))

(defmacro ^:private feature? [feature]
  `(contains? ~'features ~(symbol "com.fasterxml.jackson.core.JsonParser$Feature" (str feature))))

(defmacro ^:private current-char
  "The character at the parser, nil at the end."
  []
  `(if (< ~'at (.length ~'chunk)) (.charAt ~'chunk ~'at) (.readChar ~'this)))

(defn- exponent? [c] (or (= c \e) (= c \E)))
(defn- sign? [c] (or (= c \+) (= c \-)))
(defn- space? [c] (or (= c \space) (= c \newline) (= c \tab) (= c \return)))

(defclass com.fasterxml.jackson.core.json.ReaderBasedJsonParser
  [reader features source
   ;; The text that was read, where the parser is in it, how much came before it; the line and where that begins.
   ^:unsynchronized-mutable chunk ^:unsynchronized-mutable at ^:unsynchronized-mutable passed
   ^:unsynchronized-mutable line ^:unsynchronized-mutable line-start
   ;; What is open: :root, :array or :object, since where, how much it has, its last name, all its names if that matters.
   ^:unsynchronized-mutable kind ^:unsynchronized-mutable start ^:unsynchronized-mutable size ^:unsynchronized-mutable name
   ^:unsynchronized-mutable names ^:unsynchronized-mutable outer
   ^:unsynchronized-mutable token ^:unsynchronized-mutable text ^:unsynchronized-mutable closed?]
  (place [_] (str "[Source: " source "; line: " line ", column: " (inc (- (+ passed at) line-start)) "]"))
  (fail [this message] (throw (JsonParseException. (str message "\n at " (.place this)))))
  (failAtEnd [this message] (throw (JsonEOFException. (str "Unexpected end-of-input" message "\n at " (.place this)))))
  ;; Of the character at the parser, which counts as read.
  (failAt [this c message]
    (set! at (inc at))
    (.fail this (str "Unexpected character (" (shown c) ")" message)))
  ;; Reads on, so that what begins at the parser stands together. False at the end.
  (more [_]
    (let [rest-text (subs chunk at)
          buffer (char-array (max 8192 (count rest-text)))
          n (.read reader buffer)]
      (if (pos? n)
        (do (set! passed (+ passed at))
            (set! chunk (str rest-text (String. buffer 0 n)))
            (set! at 0)
            true)
        false)))
  (readChar [this] (when (.more this) (.charAt chunk at)))
  (newline [_] (set! line (inc line)) (set! line-start (+ passed at)))
  ;; The next character that is no white space and in no comment, nil at the end.
  (skipSpace [this]
    (let [c (current-char)]
      (case c
        (\space \tab) (do (set! at (inc at)) (recur))
        \newline (do (set! at (inc at)) (.newline this) (recur))
        \return (do (set! at (inc at))
                    (when (= \newline (current-char)) (set! at (inc at)))
                    (.newline this)
                    (recur))
        \/ (if (feature? ALLOW_COMMENTS) (do (.skipComment this) (recur)) c)
        \# (if (feature? ALLOW_YAML_COMMENTS) (do (.skipLine this) (recur)) c)
        nil nil
        (if (< (int c) 32)
          (do (set! at (inc at))
              (.fail this (str "Illegal character (" (shown c) "): only regular white space (\\r, \\n, \\t) is allowed between tokens")))
          c))))
  (skipLine [this]
    (let [c (current-char)]
      (when-not (or (nil? c) (= c \newline) (= c \return))
        (set! at (inc at))
        (recur))))
  (skipComment [this]
    (set! at (inc at))
    (case (current-char)
      \/ (.skipLine this)
      \* (do (set! at (inc at))
             (loop []
               (let [c (current-char)]
                 (when (nil? c) (.failAtEnd this " in a comment"))
                 (set! at (inc at))
                 (cond
                   (and (= c \*) (= \/ (current-char))) (set! at (inc at))
                   (= c \newline) (do (.newline this) (recur))
                   :else (recur)))))
      nil (.failAtEnd this " in a comment")
      (.failAt this (current-char) ": was expecting either '*' or '/' for a comment")))
  ;; The text up to the quote, which ends it. `end-message` and `control-message` are of the kind of text.
  (readQuoted [this quote-char end-message control-message]
    (let [end (.indexOf chunk (int quote-char) at)
          plain (when-not (neg? end) (subs chunk at end))]
      (cond
        (and plain (neg? (.indexOf plain 92))
             (or (feature? ALLOW_UNQUOTED_CONTROL_CHARS) (not (re-find #"[\x00-\x1f]" plain))))
        (do (set! at (inc end)) plain)
        (and (neg? end) (neg? (.indexOf chunk 92 at)) (.more this)) (recur quote-char end-message control-message)
        :else (.readEscaped this quote-char end-message control-message))))
  (readEscaped [this quote-char end-message control-message]
    (let [out (StringBuilder.)]
      (loop []
        (let [c (current-char)]
          (when (nil? c) (.failAtEnd this end-message))
          (set! at (inc at))
          (cond
            (= c quote-char) (.toString out)
            (= c \\) (do (.append out (.readEscape this)) (recur))
            (and (< (int c) 32) (not (feature? ALLOW_UNQUOTED_CONTROL_CHARS)))
            (.fail this (str "Illegal unquoted character (" (shown c) "): has to be escaped using backslash to be included in "
                             control-message))
            :else (do (.append out c) (recur)))))))
  (readEscape [this]
    (let [c (current-char)]
      (when (nil? c) (.failAtEnd this " in character escape sequence"))
      (set! at (inc at))
      (case c
        \b \backspace
        \f \formfeed
        \n \newline
        \r \return
        \t \tab
        (\" \/ \\) c
        \u (loop [i 0 code 0]
             (if (= i 4)
               (char code)
               (let [c (current-char)
                     digit (if c (Character/digit c 16) -1)]
                 (when (nil? c) (.failAtEnd this " in character escape sequence"))
                 (when (neg? digit) (.failAt this c ": expected a hex-digit for character escape sequence"))
                 (set! at (inc at))
                 (recur (inc i) (+ (* 16 code) digit)))))
        (if (or (feature? ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER) (and (= c \') (feature? ALLOW_SINGLE_QUOTES)))
          c
          (.fail this (str "Unrecognized character escape " (shown c)))))))
  (setValue [_ new-token new-text] (set! text new-text) (set! token new-token))
  (readNumber [this]
    (let [from (if (= \- (.charAt chunk at)) (inc at) at)
          whole (digits-end chunk from)
          point (if (and (< whole (count chunk)) (= \. (.charAt chunk whole))) (digits-end chunk (inc whole)) whole)
          e? (and (< point (count chunk)) (exponent? (.charAt chunk point)))
          sign (if (and e? (< (inc point) (count chunk)) (sign? (.charAt chunk (inc point)))) (+ 2 point) (inc point))
          end (if e? (digits-end chunk sign) point)]
      (cond
        (and (= end (count chunk)) (.more this)) (recur)
        (= from whole) (let [c (when (< from (count chunk)) (.charAt chunk from))]
                         (set! at from)
                         (cond
                           (nil? c) (.failAtEnd this "No digit following minus sign")
                           (= c \I) (.readStandIn this "Infinity" "-")
                           :else (.failAt this c " in numeric value: expected digit (0-9) to follow minus sign, for valid numeric value")))
        (and (= \0 (.charAt chunk from)) (> whole (inc from)) (not (feature? ALLOW_NUMERIC_LEADING_ZEROS)))
        (do (set! at (inc from)) (.fail this "Invalid numeric value: Leading zeroes not allowed"))
        (= point (inc whole))
        (let [c (if (< point (count chunk)) (.charAt chunk point) \.)]
          (set! at (if (< point (count chunk)) point whole))
          (.failAt this c " in numeric value: Decimal point not followed by a digit"))
        (and e? (= end sign))
        (do (set! at end)
            (if (= end (count chunk))
              (.failAtEnd this "expected a digit for number exponent")
              (.failAt this (.charAt chunk end) " in numeric value: Exponent indicator not followed by a digit")))
        :else
        (let [written (subs chunk at end)]
          (set! at end)
          (when (and (= kind :root) (< at (count chunk)) (not (space? (.charAt chunk at))))
            (.failAt this (.charAt chunk at) ": Expected space separating root-level values"))
          (.setValue this (if (= end whole) JsonToken/VALUE_NUMBER_INT JsonToken/VALUE_NUMBER_FLOAT) written)))))
  ;; A word such as true, of which nothing was read.
  (readWord [this]
    (let [end (name-end chunk at)]
      (if (and (= end (count chunk)) (.more this))
        (recur)
        (let [word (subs chunk at end)
              found (case word
                      "true" JsonToken/VALUE_TRUE
                      "false" JsonToken/VALUE_FALSE
                      "null" JsonToken/VALUE_NULL
                      nil)]
          (cond
            found (do (set! at end) (.setValue this found word))
            (contains? #{"NaN" "Infinity"} word) (.readStandIn this word "")
            (not (Character/isJavaIdentifierStart (.charAt chunk at))) (.failAt this (.charAt chunk at) (str ": expected a valid value " values-wanted))
            :else (do (set! at end)
                      (.fail this (str "Unrecognized token '" word "': was expecting " values-wanted))))))))
  ;; NaN, Infinity or -Infinity, whose sign was read.
  (readStandIn [this word sign]
    (set! at (+ at (count word)))
    (if (feature? ALLOW_NON_NUMERIC_NUMBERS)
      (.setValue this JsonToken/VALUE_NUMBER_FLOAT (str sign word))
      (.fail this (str "Non-standard token '" sign word "': enable `JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS` to allow"))))
  (open [this new-kind new-token]
    (set! outer (cons [kind start size name names] outer))
    (set! start (.place this))
    (set! at (inc at))
    (set! kind new-kind)
    (set! size 0)
    (set! name nil)
    (set! names nil)
    (.setValue this new-token nil))
  (leave [this c]
    (let [wanted (if (= c \]) :array :object)]
      (set! at (inc at))
      (when-not (= kind wanted)
        (.fail this (str "Unexpected close marker '" c "': expected '" (if (= wanted :array) \} \]) "' (for " (kind-name kind)
                         " starting at " (or start (str "[Source: " source "; line: 1, column: 0]")) ")")))
      (let [[[k from n last-name all] & more] outer]
        (set! kind k)
        (set! start from)
        (set! size n)
        (set! name last-name)
        (set! names all)
        (set! outer more))
      (.setValue this (if (= wanted :array) JsonToken/END_ARRAY JsonToken/END_OBJECT) nil)))
  (readValue [this c]
    (case c
      \" (do (set! at (inc at))
             (.setValue this JsonToken/VALUE_STRING
                        (.readQuoted this \" ": was expecting closing quote for a string value" "string value")))
      \{ (.open this :object JsonToken/START_OBJECT)
      \[ (.open this :array JsonToken/START_ARRAY)
      \} (.failAt this c ": expected a value")
      (\- \0 \1 \2 \3 \4 \5 \6 \7 \8 \9) (.readNumber this)
      \' (if (feature? ALLOW_SINGLE_QUOTES)
           (do (set! at (inc at))
               (.setValue this JsonToken/VALUE_STRING
                          (.readQuoted this \' ": was expecting closing quote for a string value" "string value")))
           (.readWord this))
      \/ (.failAt this c ": maybe a (non-standard) comment? (not recognized as one since Feature 'ALLOW_COMMENTS' not enabled for parser)")
      \+ (do (set! at (inc at))
             (let [next-char (current-char)]
               (when next-char (set! at (inc at)))
               (.fail this (str "Unexpected character ('+' (code 43)) in numeric value: JSON spec does not allow numbers to have plus signs:"
                                " enable `JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS` to allow"))))
      (.readWord this)))
  (readName [this c]
    (let [end-message " in field name"]
      (cond
        (= c \") (do (set! at (inc at)) (.readQuoted this \" end-message "name"))
        (and (= c \') (feature? ALLOW_SINGLE_QUOTES)) (do (set! at (inc at)) (.readQuoted this \' end-message "name"))
        (not (feature? ALLOW_UNQUOTED_FIELD_NAMES)) (.failAt this c ": was expecting double-quote to start field name")
        (not (Character/isJavaIdentifierPart c))
        (.failAt this c ": was expecting either valid name character (for unquoted name) or double-quote (for quoted) to start field name")
        :else (let [end (name-end chunk at)]
                (if (and (= end (count chunk)) (.more this))
                  (recur c)
                  (let [found (subs chunk at end)]
                    (set! at end)
                    found))))))
  (readField [this c]
    (let [found (.readName this c)]
      (when (feature? STRICT_DUPLICATE_DETECTION)
        (when (contains? names found) (.fail this (str "Duplicate field '" found "'")))
        (set! names (conj (or names #{}) found)))
      (set! name found)
      (let [c (.skipSpace this)]
        (when (nil? c) (.failAtEnd this " within/between Object entries"))
        (when-not (= c \:) (.failAt this c ": was expecting a colon to separate field name and value"))
        (set! at (inc at)))
      (.setValue this JsonToken/FIELD_NAME found)))
  (nextToken [this]
    (let [c (when-not closed? (.skipSpace this))]
      (cond
        closed? (set! token nil)
        (identical? token JsonToken/FIELD_NAME)
        (if c (.readValue this c) (.failAtEnd this " within/between Object entries"))
        (nil? c)
        (if (= kind :root)
          (do (.close this) nil)
          (.failAtEnd this (str ": expected close marker for " (kind-name kind) " (start marker at " start ")")))
        (or (= c \]) (= c \})) (.leave this c)
        :else
        (let [comma? (and (not= kind :root) (pos? size))]
          (when comma?
            (when-not (= c \,)
              (.failAt this c (str ": was expecting comma to separate " (kind-name kind) " entries")))
            (set! at (inc at)))
          (let [c (if comma? (.skipSpace this) c)]
            (when (nil? c) (.fail this (str "Unexpected end-of-input within/between " (kind-name kind) " entries")))
            (if (and comma? (or (= c \]) (= c \})) (feature? ALLOW_TRAILING_COMMA))
              (.leave this c)
              (do (set! size (inc size))
                  (if (= kind :object) (.readField this c) (.readValue this c)))))))))
  (nextValue [this]
    (let [found (.nextToken this)]
      (if (identical? found JsonToken/FIELD_NAME) (.nextToken this) found)))
  (nextFieldName [this] (when (identical? (.nextToken this) JsonToken/FIELD_NAME) name))
  (nextTextValue [this] (when (identical? (.nextToken this) JsonToken/VALUE_STRING) text))
  (skipChildren [this]
    (when (and token (.isStructStart token))
      (loop [depth 1]
        (when (pos? depth)
          (let [found (.nextToken this)]
            (recur (cond (.isStructStart found) (inc depth) (.isStructEnd found) (dec depth) :else depth))))))
    this)
  (getCurrentToken [_] token)
  (currentToken [_] token)
  (hasCurrentToken [_] (some? token))
  (hasToken [_] (some? token))
  (isExpectedStartArrayToken [_] (identical? token JsonToken/START_ARRAY))
  (isExpectedStartObjectToken [_] (identical? token JsonToken/START_OBJECT))
  (getCurrentName [_]
    (if (and token (.isStructStart token)) (nth (first outer) 3) name))
  (currentName [this] (.getCurrentName this))
  (getText [_] (or text (some-> token .asString)))
  (getValueAsString [this]
    (when (and token (not (.isStructStart token)) (not (.isStructEnd token)) (not (identical? token JsonToken/VALUE_NULL)))
      (.getText this)))
  (getTextLength [this] (count (.getText this)))
  (getNumberValue [this]
    (condp identical? token
      JsonToken/VALUE_NUMBER_INT (let [digits (- (count text) (if (= \- (.charAt text 0)) 1 0))]
                                   (if (> digits 18)
                                     (BigInteger. text)
                                     (let [n (Long/parseLong text)]
                                       (if (<= Integer/MIN_VALUE n Integer/MAX_VALUE) (int n) n))))
      JsonToken/VALUE_NUMBER_FLOAT (Double/parseDouble text)
      (.fail this (str "Current token (" token ") not numeric, can not use numeric value accessors"))))
  (getIntValue [this] (int (.getNumberValue this)))
  (getLongValue [this] (long (.getNumberValue this)))
  (getDoubleValue [this] (double (.getNumberValue this)))
  (getFloatValue [this] (float (.getNumberValue this)))
  (getBigIntegerValue [this] (biginteger (.getNumberValue this)))
  (getDecimalValue [this]
    (.getNumberValue this)
    (BigDecimal. text))
  (getBooleanValue [this]
    (condp identical? token
      JsonToken/VALUE_TRUE true
      JsonToken/VALUE_FALSE false
      (.fail this (str "Current token (" token ") not of boolean type"))))
  (getBinaryValue [_] (.decode (Base64/getDecoder) text))
  (isEnabled [_ feature] (contains? features feature))
  (isClosed [_] closed?)
  (close [_]
    (when-not closed?
      (set! closed? true)
      (set! token nil)
      (set! text nil)
      (when (feature? AUTO_CLOSE_SOURCE) (.close reader)))))

;; The factory

(def ^:private standard-features
  (into #{} (filter (fn [feature] (.enabledByDefault feature)))
        (concat (JsonFactory$Feature/values) (JsonParser$Feature/values) (JsonGenerator$Feature/values))))

(defn- source-shown [kind text]
  (str "(" kind ")\"" (subs text 0 (min 500 (count text)))
       (if (> (count text) 500) (str "\"[truncated " (- (count text) 500) " chars]") "\"")))

(defn- parser-of [features source]
  (let [parser (fn [reader shown]
                 (ReaderBasedJsonParser/<init> reader features shown "" 0 0 1 0 :root nil 0 nil nil nil nil nil false))
        simple (fn [x] (str "(" (.getSimpleName (class x)) ")"))]
    (cond
      (string? source) (parser (StringReader. source) (source-shown "String" source))
      (bytes? source) (parser (InputStreamReader. (ByteArrayInputStream. source) "UTF-8")
                              (source-shown "byte[]" (String. source "UTF-8")))
      (instance? Reader source) (parser source (simple source))
      (instance? InputStream source) (parser (InputStreamReader. source "UTF-8") (simple source))
      (instance? File source) (parser (InputStreamReader. (FileInputStream. source) "UTF-8") "(File)")
      :else (throw (IllegalArgumentException. (str "JSON is read from texts, bytes, readers and streams, not from a "
                                                   (.getName (class source))))))))

(defn- generator-of [features target]
  (WriterBasedJsonGenerator/<init>
   (cond
     (instance? OutputStream target) (OutputStreamWriter. target "UTF-8")
     (instance? File target) (OutputStreamWriter. (FileOutputStream. target) "UTF-8")
     :else target)
   features nil :root 0 false nil false))

(defmacro ^:private def-factory
  "Defines a factory: `parser` and `generator` are forms that make them."
  [class-sym parser generator]
  `(defclass ~class-sym [~(with-meta 'features {:unsynchronized-mutable true})]
     (~'configure [this# feature# on?#] (if on?# (.enable this# feature#) (.disable this# feature#)))
     (~'enable [this# feature#] (set! ~'features (conj ~'features feature#)) this#)
     (~'disable [this# feature#] (set! ~'features (disj ~'features feature#)) this#)
     (~'isEnabled [_# feature#] (contains? ~'features feature#))
     (~'copy [_#] (~(symbol (str class-sym) "<init>") ~'features))
     (~'createParser [_# ~'source] ~parser)
     (~'createJsonParser [_# ~'source] ~parser)
     (~'createGenerator ([_# ~'target] ~generator) ([_# ~'target _#] ~generator))
     (~'createJsonGenerator ([_# ~'target] ~generator) ([_# ~'target _#] ~generator))
     :static
     (~'new [] (~(symbol (str class-sym) "<init>") standard-features))))

(defn- refuse [format-name]
  (throw (UnsupportedOperationException. (str format-name " is not supported: this runtime reads and writes JSON as text only"))))

(def-factory com.fasterxml.jackson.core.JsonFactory (parser-of features source) (generator-of features target))
(def-factory com.fasterxml.jackson.dataformat.smile.SmileFactory (refuse "Smile") (refuse "Smile"))
(def-factory com.fasterxml.jackson.dataformat.cbor.CBORFactory (refuse "CBOR") (refuse "CBOR"))
