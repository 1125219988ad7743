;; clojure.data.json: the interface of the contrib library of that name, version 2.4. A library of
;; that name on the class path takes the place of this one. Reading is native (runtime/builtins).

(ns clojure.data.json
  "Reads and writes JSON."
  (:refer-clojure :exclude [read])
  (:require [clojure.pprint :as pprint]))

(declare write-text)

;; Reading

(def ^{:doc "What read and read-str do unless their options say otherwise."}
  default-read-options
  {:bigdec false, :key-fn nil, :value-fn nil})

(defn invalid-array-exception
  "The exception for an array that is not well-formed."
  []
  (Exception. "JSON error (invalid array)"))

(defn- read-value [source options]
  (let [{:keys [eof-error? eof-value bigdec key-fn value-fn]
         :or {eof-error? true}} (merge default-read-options options)]
    (clojure.core/-json-read source eof-error? eof-value bigdec key-fn value-fn)))

(defn read
  "The next value of JSON in a java.io.Reader: objects are maps with strings for keys, arrays are
  vectors, null is nil. Options:
    :key-fn      a function of a property's name that returns the key, such as keyword
    :value-fn    a function of key and value of a property that returns the value; a property for
                 which it returns itself is left out
    :bigdec      true to read numbers with a fraction or an exponent as BigDecimal
    :eof-error?  false to return :eof-value when there is nothing to read, where EOFException is
                 thrown by default
  Throws Exception and EOFException for what is not JSON."
  [reader & {:as options}]
  (read-value reader options))

(defn read-str
  "The first value of JSON in a string. Options: see read."
  [string & {:as options}]
  (if (string? string)
    (read-value string options)
    (throw (if (nil? string)
             (NullPointerException.)
             (ClassCastException. (str "class " (.getName (class string))
                                       " cannot be cast to class java.lang.String"))))))

;; Writing

(defprotocol JSONWriter
  "What can be written as JSON."
  (-write [object out options]
    "Writes the object to an Appendable. options are those of write, complete."))

(def ^{:tag "[S"
       :doc "How each of the 128 ASCII characters is written in a string: 0 as it is, 1 after a backslash,
  2 as a slash, 3 to 7 as \\b \\f \\n \\r \\t, 8 as \\uXXXX."}
  codepoint-decoder
  (let [short-escapes {34 1, 92 1, 47 2, 8 3, 12 4, 10 5, 13 6, 9 7}]
    (short-array (map (fn [c] (get short-escapes c (if (< c 32) 8 0))) (range 128)))))

(defn- put [out text]
  (.append out text))

(defn- write-string [text out options]
  (put out (clojure.core/-json-write-string text
                                            (:escape-unicode options)
                                            (:escape-js-separators options)
                                            (:escape-slash options))))

(defn- write-plain [x out options]
  (put out (str x)))

(defn- write-quoted [x out options]
  (put out (str "\"" x "\"")))

(defn- new-line [out depth]
  (put out "\n")
  (dotimes [_ depth]
    (put out "  ")))

(defn- write-items
  "Writes brackets and, between them and separated by commas, what write-item writes for each of
  the items."
  [open close items out options write-item]
  (let [indent (:indent options)
        depth (:indent-depth options)
        inner (if indent (assoc options :indent-depth (inc depth)) options)]
    (put out open)
    (when (and indent (seq items))
      (new-line out (inc depth)))
    (loop [more (seq items) written? false]
      (when more
        (recur (next more)
               (or (write-item (first more) inner
                               (fn []
                                 (when written?
                                   (put out ",")
                                   (when indent
                                     (new-line out (inc depth))))))
                   written?))))
    (when (and indent (seq items))
      (new-line out depth))
    (put out close)))

(defn- write-array [items out options]
  (write-items "[" "]" items out options
               (fn [x options separate]
                 (separate)
                 (-write x out options)
                 true)))

(defn- write-object [m out options]
  (let [{:keys [key-fn value-fn]} options]
    (write-items "{" "}" m out options
                 (fn [entry options separate]
                   (let [k (key entry)
                         name (key-fn k)
                         value (value-fn k (val entry))]
                     (when-not (string? name)
                       (throw (Exception. "JSON object keys must be strings")))
                     (when-not (= value-fn value)
                       (separate)
                       (write-string name out options)
                       (put out (if (:indent options) ": " ":"))
                       (-write value out options)
                       true))))))

(defn- write-floating [kind]
  (fn [x out options]
    (cond
      (infinite? x) (throw (Exception. (str "JSON error: cannot write infinite " kind)))
      (NaN? x) (throw (Exception. (str "JSON error: cannot write " kind " NaN")))
      :else (put out (str x)))))

(defn- write-generic [x out options]
  (if (.isArray (class x))
    (-write (seq x) out options)
    (throw (Exception. (str "Don't know how to write JSON of " (class x))))))

(defn- instant-text
  "A java.util.Date in the form of java.time.format.DateTimeFormatter/ISO_INSTANT."
  [date]
  (let [text (pr-str date)
        seconds (subs text (count "#inst \"") (+ 19 (count "#inst \"")))
        millis (subs text (+ 20 (count "#inst \"")) (+ 23 (count "#inst \"")))]
    (str seconds (when-not (= "000" millis) (str "." millis)) "Z")))

(defn- write-date [date out options]
  (let [formatter (:date-formatter options)]
    (write-quoted (if formatter (.format formatter (.toInstant date)) (instant-text date))
                  out options)))

(defn- write-instant [instant out options]
  (let [formatter (:date-formatter options)]
    (write-quoted (if formatter (.format formatter instant) instant) out options)))

(defn- write-sql-date [date out options]
  (write-instant ((:sql-date-converter options) date) out options))

(doseq [[write-one types]
        {(fn [_ out _] (put out "null")) [nil]
         write-plain [Boolean Byte Short Integer Long BigInteger BigDecimal clojure.lang.BigInt
                      java.util.concurrent.atomic.AtomicInteger java.util.concurrent.atomic.AtomicLong]
         (write-floating "Float") [Float]
         (write-floating "Double") [Double]
         (fn [x out options] (-write (double x) out options)) [clojure.lang.Ratio]
         write-quoted [java.util.UUID]
         write-instant [java.time.Instant]
         write-date [java.util.Date]
         write-sql-date [java.sql.Date]
         (fn [x out options] (write-string (name x) out options)) [clojure.lang.Named]
         write-string [CharSequence]
         write-object [java.util.Map]
         write-array [java.util.Collection]
         write-generic [Object]}
        t types]
  (extend t JSONWriter {:-write write-one}))

(defn- property-name [k]
  (cond
    (instance? clojure.lang.Named k) (name k)
    (nil? k) (throw (Exception. "JSON object properties may not be nil"))
    :else (str k)))

(def ^{:doc "What write and write-str do unless their options say otherwise."}
  default-write-options
  {:escape-unicode true
   :escape-js-separators true
   :escape-slash true
   :sql-date-converter (fn [date] (.toInstant date))
   :date-formatter nil
   :key-fn property-name
   :value-fn (fn [k v] v)
   :indent false
   :indent-depth 0})

(defn write
  "Writes x as JSON to a java.io.Writer. Options:
    :key-fn                a function of a map's key that returns a string; by default name or str
    :value-fn              a function of a map's key and value that returns what is written; an
                           entry for which it returns itself is left out
    :indent                true for an indented text of several lines
    :escape-unicode        false to write characters beyond ASCII as they are, not as \\uXXXX
    :escape-js-separators  false for U+2028 and U+2029, too
    :escape-slash          false to write / and not \\/
    :date-formatter        a DateTimeFormatter for dates and instants, by default ISO_INSTANT
    :sql-date-converter    a function that makes a java.time.Instant from a java.sql.Date
  Throws Exception for what has no form in JSON."
  [x writer & {:as options}]
  (-write x writer (merge default-write-options options)))

(defn write-str
  "The JSON of x as a string. Options: see write."
  [x & {:as options}]
  (let [out (clojure.core/-string-writer)]
    (-write x out (merge default-write-options options))
    (clojure.core/-written-text out)))

;; Pretty-printing

(defn- print-array [items]
  (pprint/pprint-logical-block :prefix "[" :suffix "]"
    (pprint/print-length-loop [more (seq items)]
      (when more
        (pprint/write-out (first more))
        (when (next more)
          (print ", ")
          (pprint/pprint-newline :fill)
          (recur (next more)))))))

(defn- print-object [m {:keys [key-fn]}]
  (pprint/pprint-logical-block :prefix "{" :suffix "}"
    (pprint/print-length-loop [more (seq m)]
      (when more
        (pprint/pprint-logical-block
          (pprint/write-out (key-fn (key (first more))))
          (print ":")
          (pprint/pprint-newline :linear)
          (pprint/write-out (val (first more))))
        (when (next more)
          (print ", ")
          (pprint/pprint-newline :linear)
          (recur (next more)))))))

(defn- print-value [options x]
  (cond
    (nil? x) (print "null")
    (instance? java.util.Map x) (print-object x options)
    (or (instance? java.util.Collection x) (.isArray (class x))) (print-array (seq x))
    :else (print (write-text x options))))

(defn- write-text [x options]
  (let [out (clojure.core/-string-writer)]
    (-write x out options)
    (clojure.core/-written-text out)))

(defn pprint
  "Prints the JSON of x to *out*, over several lines where it is too wide for one. Options: see
  write; there is no :value-fn."
  [x & {:as options}]
  (let [options (merge default-write-options options)]
    (pprint/with-pprint-dispatch (fn [x] (print-value options x))
      (pprint/pprint x))))

;; The interface of version 0.1

(defn read-json
  "As read-str and read, which took its place. keywordize?, by default true, makes keywords of keys."
  ([input]
   (read-json input true true nil))
  ([input keywordize?]
   (read-json input keywordize? true nil))
  ([input keywordize? eof-error? eof-value]
   (let [options {:key-fn (if keywordize? keyword identity)
                  :eof-error? eof-error?
                  :eof-value eof-value}]
     (condp instance? input
       String (read-str input options)
       java.io.Reader (read input options)))))

(defn write-json
  "As write, which took its place."
  [x out escape-unicode?]
  (write x out :escape-unicode escape-unicode?))

(defn json-str
  "As write-str, which took its place."
  [x & options]
  (apply write-str x options))

(defn print-json
  "As write to *out*, which took its place."
  [x & options]
  (apply write x *out* options))

(defn pprint-json
  "As pprint, which took its place."
  [x & options]
  (apply pprint x options))
