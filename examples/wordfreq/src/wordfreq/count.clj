(ns wordfreq.count
  "Words and how often they occur."
  (:require [clojure.string :as str]))

(defn words
  "The words of text, lower case, at least min-length letters long."
  [text min-length]
  (->> (re-seq #"\p{L}+(?:'\p{L}+)?" text)
       (map str/lower-case)
       (filter #(<= min-length (count %)))))

(defn ranked
  "Pairs of word and count, the most frequent first, equally frequent ones by name."
  [counts]
  (sort-by (fn [[word n]] [(- n) word]) counts))
