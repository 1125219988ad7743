(ns clojure.host.json
  "com.fasterxml.jackson.core, as far as libraries such as cheshire use it: features, tokens, the pretty printers
  and the generator of JSON. Behaviour and messages are those of Jackson 2.14. The parser: clojure.host.json-parser."
  (:require [clojure.host.defclass :refer [defclass defenum]]
            [clojure.string :as str])
  (:import (com.fasterxml.jackson.core JsonFactory$Feature JsonGenerationException JsonGenerator$Feature JsonParser$Feature JsonToken)
           (com.fasterxml.jackson.core.util DefaultPrettyPrinter)
           (java.util Base64)))

;; `standard?`: enabled unless something disables it

(defenum com.fasterxml.jackson.core.JsonFactory$Feature [standard?]
  [(INTERN_FIELD_NAMES true) (CANONICALIZE_FIELD_NAMES true)]
  (enabledByDefault [_] standard?))

(defenum com.fasterxml.jackson.core.JsonParser$Feature [standard?]
  [(AUTO_CLOSE_SOURCE true) (ALLOW_COMMENTS false) (ALLOW_YAML_COMMENTS false) (ALLOW_UNQUOTED_FIELD_NAMES false)
   (ALLOW_SINGLE_QUOTES false) (ALLOW_UNQUOTED_CONTROL_CHARS false) (ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER false)
   (ALLOW_NUMERIC_LEADING_ZEROS false) (ALLOW_NON_NUMERIC_NUMBERS false) (ALLOW_TRAILING_COMMA false)
   (STRICT_DUPLICATE_DETECTION false)]
  (enabledByDefault [_] standard?))

(defenum com.fasterxml.jackson.core.JsonGenerator$Feature [standard?]
  [(AUTO_CLOSE_TARGET true) (AUTO_CLOSE_JSON_CONTENT true) (FLUSH_PASSED_TO_STREAM true) (QUOTE_FIELD_NAMES true)
   (QUOTE_NON_NUMERIC_NUMBERS true) (ESCAPE_NON_ASCII false) (WRITE_NUMBERS_AS_STRINGS false)
   (WRITE_BIGDECIMAL_AS_PLAIN false) (STRICT_DUPLICATE_DETECTION false)]
  (enabledByDefault [_] standard?))

(defenum com.fasterxml.jackson.core.JsonToken [text]
  [(NOT_AVAILABLE nil) (START_OBJECT "{") (END_OBJECT "}") (START_ARRAY "[") (END_ARRAY "]") (FIELD_NAME nil)
   (VALUE_EMBEDDED_OBJECT nil) (VALUE_STRING nil) (VALUE_NUMBER_INT nil) (VALUE_NUMBER_FLOAT nil) (VALUE_TRUE "true")
   (VALUE_FALSE "false") (VALUE_NULL "null")]
  (asString [_] text)
  (isNumeric [this] (or (identical? this JsonToken/VALUE_NUMBER_INT) (identical? this JsonToken/VALUE_NUMBER_FLOAT)))
  (isStructStart [this] (or (identical? this JsonToken/START_OBJECT) (identical? this JsonToken/START_ARRAY)))
  (isStructEnd [this] (or (identical? this JsonToken/END_OBJECT) (identical? this JsonToken/END_ARRAY)))
  (isScalarValue [_] (<= 6 index)))

;; Pretty printers

(defn- inline-indent [g _nesting] (.writeRaw g " "))

(defn- line-indent [line-break indent]
  (fn [g nesting]
    (.writeRaw g line-break)
    (dotimes [_ nesting] (.writeRaw g indent))))

(defmacro ^:private def-pretty-printer
  "Defines a pretty printer. `before` and `after` are what stands between an array's brackets and its values, or nil."
  [class-sym & statics]
  `(defclass ~class-sym ~(mapv (fn [field] (with-meta field {:unsynchronized-mutable true}))
                               '[in-object in-array separator before after nesting])
     (~'writeRootValueSeparator [_# g#] (.writeRaw g# " "))
     (~'writeStartObject [_# g#]
       (.writeRaw g# "{")
       (when-not (identical? ~'in-object inline-indent) (set! ~'nesting (inc ~'nesting))))
     (~'beforeObjectEntries [_# g#] (~'in-object g# ~'nesting))
     (~'writeObjectFieldValueSeparator [_# g#] (.writeRaw g# ~'separator))
     (~'writeObjectEntrySeparator [_# g#] (.writeRaw g# ",") (~'in-object g# ~'nesting))
     (~'writeEndObject [_# g# n#]
       (when-not (identical? ~'in-object inline-indent) (set! ~'nesting (dec ~'nesting)))
       (if (pos? n#) (~'in-object g# ~'nesting) (.writeRaw g# " "))
       (.writeRaw g# "}"))
     (~'writeStartArray [_# g#]
       (when-not (identical? ~'in-array inline-indent) (set! ~'nesting (inc ~'nesting)))
       (.writeRaw g# "["))
     (~'beforeArrayValues [_# g#] (if ~'before (.writeRaw g# ~'before) (~'in-array g# ~'nesting)))
     (~'writeArrayValueSeparator [_# g#] (.writeRaw g# ",") (~'in-array g# ~'nesting))
     (~'writeEndArray [_# g# n#]
       (if ~'after
         (.writeRaw g# ~'after)
         (do (when-not (identical? ~'in-array inline-indent) (set! ~'nesting (dec ~'nesting)))
             (if (pos? n#) (~'in-array g# ~'nesting) (.writeRaw g# " "))))
       (.writeRaw g# "]"))
     (~'setIndentation [this# indent# line-break# objects# arrays#]
       (set! ~'in-object (if objects# (line-indent line-break# indent#) inline-indent))
       (set! ~'in-array (if arrays# (line-indent line-break# indent#) inline-indent))
       this#)
     (~'setBeforeArrayValues [this# text#] (set! ~'before text#) this#)
     (~'setAfterArrayValues [this# text#] (set! ~'after text#) this#)
     (~'setObjectFieldValueSeparator [this# text#] (when text# (set! ~'separator text#)) this#)
     :static
     (~'new [] (~(symbol (str class-sym) "<init>") (line-indent "\n" "  ") inline-indent " : " nil nil 0))))

(def-pretty-printer com.fasterxml.jackson.core.util.DefaultPrettyPrinter)
(def-pretty-printer cheshire.prettyprint.CustomPrettyPrinter)

;; The generator

(defn- hex-escape [c]
  (format "\\u%04X" (int c)))

(def ^:private escapes
  (merge (into {} (map (fn [c] [(char c) (hex-escape c)])) (range 32))
         {\" "\\\"" \\ "\\\\" \backspace "\\b" \formfeed "\\f" \newline "\\n" \return "\\r" \tab "\\t"}))

(defn- escaped [text ascii?]
  (let [text (if (re-find #"[\x00-\x1f\"\\]" text) (str/escape text escapes) text)]
    (if ascii?
      (str/replace text #"[^\x00-\x7f]" (fn [found] (apply str (map hex-escape found))))
      text)))

(defn- fail-to-write [message]
  (throw (JsonGenerationException. message)))

(defclass com.fasterxml.jackson.core.json.WriterBasedJsonGenerator
  [writer
   ^:unsynchronized-mutable features ^:unsynchronized-mutable printer
   ;; What is being written: :root, :array or :object, how many values or names it has, whether a name waits for its value.
   ^:unsynchronized-mutable kind ^:unsynchronized-mutable size ^:unsynchronized-mutable named? ^:unsynchronized-mutable outer
   ^:unsynchronized-mutable closed?]
  (enable [this feature] (set! features (conj features feature)) this)
  (disable [this feature] (set! features (disj features feature)) this)
  (configure [this feature on?] (if on? (.enable this feature) (.disable this feature)))
  (isEnabled [_ feature] (contains? features feature))
  (setPrettyPrinter [this p] (set! printer p) this)
  (getPrettyPrinter [_] printer)
  (useDefaultPrettyPrinter [this] (when-not printer (set! printer (DefaultPrettyPrinter.))) this)
  (getOutputTarget [_] writer)
  ;; What stands before a value. `action` is for the message.
  (beforeValue [this action]
    (case kind
      :object (do (when-not named? (fail-to-write (str "Can not " action ", expecting field name (context: Object)")))
                  (if printer (.writeObjectFieldValueSeparator printer this) (.write writer ":"))
                  (set! named? false))
      :array (do (cond
                   (not printer) (when (pos? size) (.write writer ","))
                   (pos? size) (.writeArrayValueSeparator printer this)
                   :else (.beforeArrayValues printer this))
                 (set! size (inc size)))
      (do (when (pos? size) (if printer (.writeRootValueSeparator printer this) (.write writer " ")))
          (set! size (inc size)))))
  (open [_ new-kind]
    (set! outer (cons [kind size] outer))
    (set! kind new-kind)
    (set! size 0))
  (leave [_]
    (let [[[k n] & more] outer]
      (set! kind k)
      (set! size n)
      (set! outer more)
      (set! named? false)))
  (writeStartObject ([this]
     (.beforeValue this "start an object")
     (.open this :object)
     (if printer (.writeStartObject printer this) (.write writer "{")))
    ([this _] (.writeStartObject this))
    ([this _ _] (.writeStartObject this)))
  (writeEndObject [this]
    (when-not (= kind :object) (fail-to-write (str "Current context not Object but " (if (= kind :array) "Array" "root"))))
    (let [n size]
      (.leave this)
      (if printer (.writeEndObject printer this n) (.write writer "}"))))
  (writeStartArray ([this]
     (.beforeValue this "start an array")
     (.open this :array)
     (if printer (.writeStartArray printer this) (.write writer "[")))
    ([this _] (.writeStartArray this))
    ([this _ _] (.writeStartArray this)))
  (writeEndArray [this]
    (when-not (= kind :array) (fail-to-write (str "Current context not Array but " (if (= kind :object) "Object" "root"))))
    (let [n size]
      (.leave this)
      (if printer (.writeEndArray printer this n) (.write writer "]"))))
  (writeFieldName [this name]
    (when (or named? (not= kind :object)) (fail-to-write "Can not write a field name, expecting a value"))
    (cond
      (not printer) (when (pos? size) (.write writer ","))
      (pos? size) (.writeObjectEntrySeparator printer this)
      :else (.beforeObjectEntries printer this))
    (set! size (inc size))
    (set! named? true)
    (let [text (escaped name (contains? features JsonGenerator$Feature/ESCAPE_NON_ASCII))]
      (if (contains? features JsonGenerator$Feature/QUOTE_FIELD_NAMES)
        (do (.write writer "\"") (.write writer text) (.write writer "\""))
        (.write writer text))))
  (writeString [this text]
    (if (nil? text)
      (.writeNull this)
      (do (.beforeValue this "write a string")
          (.write writer "\"")
          (.write writer (escaped (str text) (contains? features JsonGenerator$Feature/ESCAPE_NON_ASCII)))
          (.write writer "\""))))
  (writeNumber [this n]
    (if (nil? n)
      (.writeNull this)
      (let [text (if (and (decimal? n) (contains? features JsonGenerator$Feature/WRITE_BIGDECIMAL_AS_PLAIN)) (.toPlainString n) (str n))]
        (.beforeValue this "write a number")
        (if (or (contains? features JsonGenerator$Feature/WRITE_NUMBERS_AS_STRINGS)
                (and (float? n) (or (NaN? n) (infinite? n)) (contains? features JsonGenerator$Feature/QUOTE_NON_NUMERIC_NUMBERS)))
          (do (.write writer "\"") (.write writer text) (.write writer "\""))
          (.write writer text)))))
  (writeBoolean [this b] (.beforeValue this "write a boolean value") (.write writer (if b "true" "false")))
  (writeNull [this] (.beforeValue this "write a null") (.write writer "null"))
  (writeBinary [this b]
    (.beforeValue this "write a binary value")
    (.write writer (str "\"" (.encodeToString (Base64/getEncoder) b) "\"")))
  (writeRaw [_ text] (.write writer (str text)))
  (writeRawValue [this text] (.beforeValue this "write a raw (unencoded) value") (.write writer text))
  (writeStringField [this name text] (.writeFieldName this name) (.writeString this text))
  (writeNumberField [this name n] (.writeFieldName this name) (.writeNumber this n))
  (writeBooleanField [this name b] (.writeFieldName this name) (.writeBoolean this b))
  (writeNullField [this name] (.writeFieldName this name) (.writeNull this))
  (writeBinaryField [this name b] (.writeFieldName this name) (.writeBinary this b))
  (writeArrayFieldStart [this name] (.writeFieldName this name) (.writeStartArray this))
  (writeObjectFieldStart [this name] (.writeFieldName this name) (.writeStartObject this))
  (flush [_] (when (contains? features JsonGenerator$Feature/FLUSH_PASSED_TO_STREAM) (.flush writer)))
  (isClosed [_] closed?)
  (close [this]
    (when-not closed?
      (set! closed? true)
      (when (contains? features JsonGenerator$Feature/AUTO_CLOSE_JSON_CONTENT)
        (while (not= kind :root)
          (if (= kind :array) (.writeEndArray this) (.writeEndObject this))))
      (if (contains? features JsonGenerator$Feature/AUTO_CLOSE_TARGET) (.close writer) (.flush this)))))
