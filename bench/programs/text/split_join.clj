;; Splitting by pattern, joining, lines, trimming, case, replace.
(ns bench.split_join
  (:require [clojure.string :as str]))

(def ^:private text (str/join "\n" (map #(str "line " % ", field " (* % 3) ", last ") (range 8000))))

(defn run []
  (let [rows (map #(str/split % #",\s*") (str/split-lines text))]
    (+ (count rows)
       (reduce + (map #(count (str/trim (last %))) rows))
       (count (str/upper-case text))
       (count (str/replace text "field" "f"))
       (count (str/replace text #"\d+" "#"))
       (count (str/join "|" (map first rows))))))
