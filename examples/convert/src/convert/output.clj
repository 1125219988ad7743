(ns convert.output
  "Records into CSV, JSON and EDN, one at a time."
  (:require [clojure.data.csv :as csv]
            [clojure.data.json :as json])
  (:import (java.io Writer)))

(defn- field [value]
  (cond
    (nil? value) ""
    (coll? value) (json/write-str value)
    :else (str value)))

(defn- csv-writer
  "The fields are those of the first record."
  [out {:keys [separator]}]
  (let [heading (volatile! nil)
        line #(csv/write-csv out [%] :separator separator)]
    {:record (fn [i record]
               (when (nil? @heading)
                 (vreset! heading (vec (sort (keys record))))
                 (line @heading))
               (when-let [other (first (remove (set @heading) (keys record)))]
                 (throw (ex-info (str "Record " (inc i) " has a field that the first has not: " other) {})))
               (line (map #(field (get record %)) @heading)))
     :end (fn [_])}))

(defn- sequence-writer
  "One record a line between brackets."
  [^Writer out separator write-record]
  {:record (fn [i record]
             (.write out (if (zero? i) "[" ^String separator))
             (write-record (into (sorted-map) record)))
   :end (fn [count]
          (.write out (if (zero? count) "[]\n" "]\n")))})

(def formats
  "By name: a function of a writer and options that gives {:record (fn [index record]), :end (fn [count])}."
  {"csv" csv-writer
   "json" (fn [out _]
            (sequence-writer out ",\n " #(json/write % out :escape-slash false :escape-unicode false)))
   "edn" (fn [out _]
           (sequence-writer out "\n " #(binding [*out* out] (pr (update-keys % keyword)))))})
