(ns convert.input
  "Records, maps of names to values, out of CSV, JSON and EDN. All are lazy: a record is read when it is asked for.
  JSON and EDN files hold a sequence of maps (`[{…} {…}]`), or one map after another."
  (:require [clojure.data.csv :as csv]
            [clojure.data.json :as json]
            [clojure.edn :as edn])
  (:import (java.io PushbackReader)))

(defn- number-or-text [text]
  (or (parse-long text) (parse-double text) text))

(defn- csv-records [reader {:keys [separator numbers]}]
  (let [[heading & rows] (csv/read-csv reader :separator separator)
        value (if numbers number-or-text identity)]
    (map-indexed
     (fn [i row]
       (when-not (= (count row) (count heading))
         (throw (ex-info (str "Record " (inc i) " has " (count row) " fields, the heading has " (count heading)) {})))
       (zipmap heading (map value row)))
     rows)))

(defn- next-character
  "The next character that is neither space nor comma, or nil at the end."
  [^PushbackReader reader]
  (let [c (.read reader)]
    (cond
      (neg? c) nil
      (or (Character/isWhitespace c) (= c (int \,))) (recur reader)
      :else (char c))))

(defn- values
  "What read-value reads from the reader, until the end of the file or of the sequence it holds."
  [^PushbackReader reader read-value]
  (let [opening (next-character reader)
        closing ({\[ \] \( \)} opening)]
    (when (and opening (not closing))
      (.unread reader (int opening)))
    ((fn step []
       (lazy-seq
        (let [c (next-character reader)]
          (cond
            (and (= c closing) (or c (nil? closing))) nil
            (nil? c) (throw (ex-info (str "The " closing " at the end is missing") {}))
            :else (do (.unread reader (int c))
                      (cons (read-value reader) (step))))))))))

(defn- json-text
  "The text of the object or array that begins here: json/read would take what follows it, too."
  [^PushbackReader reader]
  (let [text (StringBuilder.)]
    (loop [depth 0, state :outside]
      (let [c (.read reader)]
        (when (neg? c)
          (throw (ex-info "The file ends within a record" {})))
        (.append text (char c))
        (let [state (case state
                      :escaped :string
                      :string (case (char c) \\ :escaped, \" :outside, :string)
                      :outside (if (= c (int \")) :string :outside))
              depth (if (= state :outside)
                      (case (char c) (\{ \[) (inc depth), (\} \]) (dec depth), depth)
                      depth)]
          (if (pos? depth)
            (recur depth state)
            (str text)))))))

(defn- records [values]
  (map-indexed (fn [i value]
                 (when-not (map? value)
                   (throw (ex-info (str "Record " (inc i) " is no map: " (pr-str value)) {})))
                 (update-keys value #(if (keyword? %) (subs (str %) 1) (str %))))
               values))

(def formats
  "By name: a function of a reader and options that gives the records."
  {"csv" csv-records
   "json" (fn [reader _] (records (values (PushbackReader. reader) (comp json/read-str json-text))))
   "edn" (fn [reader _] (records (values (PushbackReader. reader) #(edn/read {:default tagged-literal} %))))})
