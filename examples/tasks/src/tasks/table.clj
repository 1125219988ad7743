(ns tasks.table
  "Rows of texts as aligned columns."
  (:require [clojure.string :as str]))

(defn- pad [width align text]
  (let [space (str/join (repeat (- width (count text)) \space))]
    (if (= align :right) (str space text) (str text space))))

(defn lines
  "Columns are pairs of heading and alignment (:left or :right); rows are seqs of anything."
  [columns rows]
  (let [headings (map first columns)
        rows (map #(map str %) rows)
        widths (apply map (fn [& cells] (apply max (map count cells))) headings rows)
        line (fn [cells]
               (str/trimr (str/join "  " (map pad widths (map second columns) cells))))]
    (concat [(line headings)
             (str/join "  " (map #(str/join (repeat % "-")) widths))]
            (map line rows))))
