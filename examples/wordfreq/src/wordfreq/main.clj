(ns wordfreq.main
  "Counts the words of texts and prints the most frequent ones as a table."
  (:require [wordfreq.count :as count]
            [wordfreq.options :as options]
            [wordfreq.table :as table])
  (:gen-class))

(defn- report
  "Prints the table of one file and a line of totals."
  [file {:keys [top min-length]}]
  (let [words (count/words (slurp file) min-length)
        counts (frequencies words)]
    (println (str file ": " (clojure.core/count words) " words, "
                  (clojure.core/count counts) " different"))
    (doseq [line (table/lines (take top (count/ranked counts)))]
      (println line))))

(defn -main [& args]
  (let [{:keys [files errors] :as options} (options/parse args)]
    (if (or errors (empty? files))
      (do (binding [*out* *err*]
            (run! println errors)
            (println options/usage))
          (System/exit 2))
      (doseq [file files]
        (report file options)))))
