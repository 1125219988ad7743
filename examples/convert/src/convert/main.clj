(ns convert.main
  "Converts between CSV, JSON and EDN, a record at a time."
  (:require [clojure.java.io :as io]
            [clojure.string :as str]
            [clojure.tools.cli :as cli]
            [convert.input :as input]
            [convert.output :as output]
            [convert.progress :as progress])
  (:gen-class))

(def ^:private options
  (let [format-option (fn [formats]
                        [:parse-fn str/lower-case
                         :validate [formats (str "must be one of " (str/join ", " (sort (keys formats))))]])]
    [(into ["-i" "--input FORMAT" "format of the input; else its name says it"] (format-option input/formats))
     (into ["-o" "--output FORMAT" "format of the output; else its name says it"] (format-option output/formats))
     ["-s" "--separator CHARACTER" "what is between the fields of CSV"
      :default \, :default-desc ","
      :parse-fn #(if (= % "\\t") \tab (first %))]
     ["-n" "--numbers" "take texts of CSV that look like numbers as numbers"]
     ["-p" "--progress" "show on standard error how far the work is"]
     ["-h" "--help" "this text"]]))

(defn- usage [summary]
  (str "Usage: convert [OPTIONS] INPUT OUTPUT\n"
       "A file named - is standard input or output.\n\n"
       summary))

(defn- fail [status message]
  (binding [*out* *err*]
    (println message))
  (System/exit status))

(defn- format-of [file given formats]
  (or given
      (let [suffix (str/lower-case (last (str/split file #"\.")))]
        (when (formats suffix) suffix))
      (throw (ex-info (str "What format has " file "?") {}))))

(defn- with-output
  "Calls f with a writer to the file: to one beside it first, so that a failure leaves nothing half-written."
  [file f]
  (if (= file "-")
    (try (f *out*) (finally (flush)))
    (let [beside (io/file (str file ".part"))]
      (try
        (with-open [out (io/writer beside)]
          (f out))
        (.renameTo beside (io/file file))
        (finally (.delete beside))))))

(defn- convert [in-file out-file {:keys [input output] :as options}]
  (let [records-of (input/formats (format-of in-file input input/formats))
        writer-of (output/formats (format-of out-file output output/formats))
        all (if (= in-file "-") 0 (.length (io/file in-file)))]
    (with-open [stream (io/input-stream (if (= in-file "-") System/in in-file))]
      (let [[counted done] (progress/counting stream)
            report (if (and (:progress options) (pos? all)) (progress/reporter all) identity)]
        (with-output out-file
          (fn [out]
            (let [{:keys [record end]} (writer-of out options)
                  n (reduce (fn [i r]
                              (record i r)
                              (report @done)
                              (inc i))
                            0
                            (records-of (io/reader counted) options))]
              (end n)
              (when (:progress options)
                (binding [*out* *err*]
                  (println (str "\n" n " records")))))))))))

(defn -main [& args]
  (let [{:keys [options arguments errors summary]} (cli/parse-opts args options)
        [in out] arguments]
    (cond
      (:help options) (println (usage summary))
      errors (fail 2 (str/join \newline errors))
      (not= 2 (count arguments)) (fail 2 (usage summary))
      :else (try
              (convert in out options)
              (catch Exception e
                (fail 1 (str "convert: " (ex-message e))))))))
