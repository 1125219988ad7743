;; clojure.data.csv: the interface of the contrib library of that name, version 1.0. A library of
;; that name on the class path takes the place of this one.

(ns clojure.data.csv
  "Reads and writes comma separated values."
  (:require [clojure.string :as str])
  (:import (java.io EOFException PushbackReader Reader StringReader)))

;; Characters are ints here, as readers give them; the end is -1.

(def ^:private line-feed 10)
(def ^:private carriage-return 13)

(defn- after-return
  "After a carriage return: takes the line feed that may follow."
  [reader]
  (let [c (.read reader)]
    (when-not (or (= c line-feed) (neg? c))
      (.unread reader c)))
  :row)

(defn- cell-end
  "What c ends: a :cell, a :row, the :file, or nothing, nil."
  [reader c separator]
  (cond
    (= c separator) :cell
    (= c line-feed) :row
    (= c carriage-return) (after-return reader)
    (neg? c) :file))

(defn- read-quoted
  "Reads the rest of a quoted cell into the builder; what it ends."
  [reader builder separator quote]
  (loop [c (.read reader)]
    (cond
      (neg? c) (throw (EOFException. "CSV error (unexpected end of file)"))
      (not= c quote) (do (.append builder (char c))
                         (recur (.read reader)))
      :else (let [following (.read reader)]
              (if (= following quote)
                (do (.append builder (char quote))
                    (recur (.read reader)))
                (or (cell-end reader following separator)
                    (throw (Exception. (str "CSV error (unexpected character: "
                                            (char following) ")")))))))))

(defn- read-plain
  "Reads a cell that begins with c into the builder; what it ends."
  [reader builder separator c]
  (loop [c c]
    (or (cell-end reader c separator)
        (do (.append builder (char c))
            (recur (.read reader))))))

(defn- read-row
  "[cells end]: the cells of a row, and :row or :file."
  [reader separator quote]
  (loop [cells []]
    (let [builder (StringBuilder.)
          c (.read reader)
          end (if (= c quote)
                (read-quoted reader builder separator quote)
                (read-plain reader builder separator c))
          cells (conj cells (str builder))]
      (if (= end :cell)
        (recur cells)
        [cells end]))))

(defprotocol Read-CSV-From
  "What CSV can be read from."
  (read-csv-from [input sep quote]
    "A lazy seq of the rows; sep and quote are code units."))

(extend-protocol Read-CSV-From
  String
  (read-csv-from [text sep quote]
    (read-csv-from (PushbackReader. (StringReader. text)) sep quote))

  Reader
  (read-csv-from [reader sep quote]
    (read-csv-from (PushbackReader. reader) sep quote))

  PushbackReader
  (read-csv-from [reader sep quote]
    (lazy-seq
      (let [[row end] (read-row reader sep quote)]
        (if (= end :row)
          (cons row (read-csv-from reader sep quote))
          (when-not (= row [""])
            (list row)))))))

(defn read-csv
  "A lazy seq of the rows of a text, a string or a java.io.Reader, each a vector of strings. Options:
    :separator  the character between cells, by default ,
    :quote      the character around cells, by default \""
  [input & options]
  (let [{:keys [separator quote] :or {separator \, quote \"}} options]
    (read-csv-from input (int separator) (int quote))))

(defn- write-cell [writer cell quote quote?]
  (let [text (str cell)]
    (.write writer (if (quote? text)
                     (str quote (str/escape text {quote (str quote quote)}) quote)
                     text))))

(defn write-csv
  "Writes the rows, each a sequence of cells, to the writer. Options:
    :separator  the character between cells, by default ,
    :quote      the character around cells, by default \"
    :quote?     a predicate of a cell's text that says whether to quote it; by default where needed
    :newline    :lf, the default, or :cr+lf"
  [writer data & options]
  (let [{:keys [separator quote quote? newline]} (apply hash-map options)
        separator (or separator \,)
        quote (or quote \")
        quote? (or quote? (fn [text] (some #{separator quote \return \newline} text)))
        line-end ({:lf "\n" :cr+lf "\r\n"} (or newline :lf))]
    (doseq [row data]
      (loop [cells (seq row)]
        (when cells
          (write-cell writer (first cells) quote quote?)
          (when (next cells)
            (.write writer (str separator)))
          (recur (next cells))))
      (.write writer line-end))))
