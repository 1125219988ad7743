;; Walking strings by character: charAt, seq, frequencies, reverse, subs and index-of.
(ns bench.characters
  (:require [clojure.string :as str]))

(def ^:private text (apply str (repeat 2000 "the quick brown fox jumps over the lazy dog ")))

(defn- vowels [^String s]
  (let [n (.length s)]
    (loop [i 0 c 0]
      (if (< i n)
        (recur (inc i) (case (.charAt s i) (\a \e \i \o \u) (inc c) c))
        c))))

(defn- words [^String s]
  (loop [from 0 n 0]
    (let [to (str/index-of s " " from)]
      (if to (recur (inc to) (+ n (count (subs s from to)))) n))))

(defn run []
  (+ (vowels text)
     (words text)
     (get (frequencies text) \e)
     (count (str/reverse text))
     (count (filter #(Character/isLetter ^char %) text))
     (count (map int text))))
