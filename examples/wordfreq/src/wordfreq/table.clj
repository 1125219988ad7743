(ns wordfreq.table
  "Plain text tables with a bar per row."
  (:require [clojure.string :as str]))

(def ^:private bar-width 30)

(defn- pad [s width]
  (str s (str/join (repeat (- width (count s)) \space))))

(defn lines
  "One line per pair of word and count; bars are relative to the first count."
  [pairs]
  (let [width (apply max 0 (map (comp count first) pairs))
        most (second (first pairs))]
    (for [[word n] pairs]
      (format "  %s %6d  %s"
              (pad word width) n
              (str/join (repeat (max 1 (quot (* bar-width n) most)) "#"))))))
