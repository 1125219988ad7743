;; Building text: str, apply str, StringBuilder, format-free joins.
(ns bench.build
  (:require [clojure.string :as str]))

(defn run []
  (+ (count (apply str (map str (range 60000))))
     (count (str/join ", " (range 60000)))
     (count (reduce (fn [^StringBuilder b i] (.append b (str i))) (StringBuilder.) (range 60000)))
     (loop [i 0 n 0] (if (< i 60000) (recur (inc i) (+ n (count (str "item-" i ":" (* i 2))))) n))))
