;; A JSON parser and printer over text of two megabytes that the program makes.
(ns bench.json
  (:require [clojure.string :as str]))

(declare parse-value)

(defn- skip-space [^String s i]
  (loop [i i]
    (if (and (< i (count s)) (Character/isWhitespace (.charAt s i))) (recur (inc i)) i)))

(defn- parse-string [^String s i]
  (let [end (.indexOf s "\"" (int (inc i)))]
    [(subs s (inc i) end) (inc end)]))

(defn- number-char? [c]
  (or (Character/isDigit ^char c) (= c \-) (= c \.) (= c \e)))

(defn- parse-number [^String s i]
  (let [end (loop [j i] (if (and (< j (count s)) (number-char? (.charAt s j))) (recur (inc j)) j))
        text (subs s i end)]
    [(if (str/includes? text ".") (Double/parseDouble text) (Long/parseLong text)) end]))

(defn- parse-array [^String s i]
  (loop [i (skip-space s (inc i)) items []]
    (case (.charAt s i)
      \] [items (inc i)]
      \, (recur (skip-space s (inc i)) items)
      (let [[v i] (parse-value s i)]
        (recur (skip-space s i) (conj items v))))))

(defn- parse-object [^String s i]
  (loop [i (skip-space s (inc i)) m {}]
    (case (.charAt s i)
      \} [m (inc i)]
      \, (recur (skip-space s (inc i)) m)
      (let [[k i] (parse-string s i)
            [v i] (parse-value s (skip-space s (inc (skip-space s i))))]
        (recur (skip-space s i) (assoc m (keyword k) v))))))

(defn- parse-value [^String s i]
  (let [i (skip-space s i)]
    (case (.charAt s i)
      \{ (parse-object s i)
      \[ (parse-array s i)
      \" (parse-string s i)
      \t [true (+ i 4)]
      \f [false (+ i 5)]
      \n [nil (+ i 4)]
      (parse-number s i))))

(defn- write-json [^StringBuilder out v]
  (cond
    (map? v) (do (.append out "{")
                 (reduce-kv (fn [first? k v]
                              (when-not first? (.append out ", "))
                              (.append out "\"") (.append out (name k)) (.append out "\": ")
                              (write-json out v)
                              false)
                            true v)
                 (.append out "}"))
    (vector? v) (do (.append out "[")
                    (dotimes [i (count v)]
                      (when (pos? i) (.append out ", "))
                      (write-json out (nth v i)))
                    (.append out "]"))
    (string? v) (do (.append out "\"") (.append out v) (.append out "\""))
    (nil? v) (.append out "null")
    :else (.append out (str v))))

(defn- record [i]
  {:id i :name (str "user " i) :active (even? i) :score (/ (* i 7) 4.0)
   :tags ["red" "green" (str "tag" (mod i 17))] :parent nil
   :address {:street (str i " Long Road") :city "Springfield" :position [(* 0.5 i) (- i)]}})

(defn run []
  (let [data (mapv record (range 24000))
        out (StringBuilder.)
        _ (write-json out data)
        text (str out)
        [back] (last (repeatedly 6 #(parse-value text 0)))]
    (if (= back data) (count text) -1)))
