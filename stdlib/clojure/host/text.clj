(ns clojure.host.text
  "java.text's formats of choices and messages, normalization."
  (:require [clojure.host.defclass :refer [defclass defenum extend-class]])
  (:import (java.text DecimalFormat MessageFormat Normalizer$Form ParseException)))

;; ChoiceFormat: the text of the last limit that is not greater than a number.

(defn- choices-of [pattern]
  (mapv (fn [part]
          (let [[_ limit relation text] (or (re-matches #"(?s)\s*(-?[\d.Ee+-]+|-?∞)\s*([#<≤])(.*)" part)
                                            (throw (IllegalArgumentException. (str "Each interval must contain a number before a format"))))
                limit (case limit "∞" ##Inf "-∞" ##-Inf (Double/parseDouble limit))]
            [(if (= relation "<") (Math/nextUp limit) limit) text]))
        (.split pattern "\\|")))

(defclass java.text.ChoiceFormat [choices]
  (format [_ x] (str (second (or (last (take-while (fn [[limit]] (<= limit x)) choices)) (first choices)))))
  (getLimits [_] (double-array (map first choices)))
  (getFormats [_] (object-array (map second choices)))
  (equals [_ o] (and (instance? java.text.ChoiceFormat o) (= choices (.-choices o))))
  (hashCode [_] (.hashCode choices))
  :static
  (new ([pattern] (java.text.ChoiceFormat/<init> (choices-of pattern)))
    ([limits texts]
     (when-not (= (count limits) (count texts)) (throw (IllegalArgumentException. "Input arrays must be of the same length.")))
     (java.text.ChoiceFormat/<init> (mapv vector limits texts))))
  (nextDouble [x] (Math/nextUp (double x)))
  (previousDouble [x] (Math/nextDown (double x))))

;; Messages and normalization

(declare message-text)

(def ^:private date-styles {nil 2 "full" 0 "long" 1 "medium" 2 "short" 3})

(defn- argument-format
  "The format of an argument of that kind and style; nil where its own class decides."
  [kind style]
  (case kind
    "choice" (java.text.ChoiceFormat. style)
    "number" (case style
               "integer" (java.text.NumberFormat/getIntegerInstance)
               "percent" (java.text.NumberFormat/getPercentInstance)
               "currency" (java.text.NumberFormat/getCurrencyInstance)
               nil (java.text.NumberFormat/getInstance)
               (DecimalFormat. style))
    ("date" "time") (let [i (date-styles style)]
                      (cond
                        (nil? i) (java.text.SimpleDateFormat. style)
                        (= kind "date") (java.text.DateFormat/getDateInstance i)
                        :else (java.text.DateFormat/getTimeInstance i)))
    nil))

(defn- argument-text [x kind style args]
  (let [text (if-let [f (argument-format kind style)]
               (.format f x)
               (cond
                 (nil? x) "null"
                 (number? x) (.format (java.text.NumberFormat/getInstance) x)
                 (instance? java.util.Date x) (.format (java.text.DateFormat/getInstance) x)
                 :else (str x)))]
    (if (and (= kind "choice") (.contains text "{")) (message-text text args) text)))

(defn- argument-end
  "Where the argument of a message whose brace opens before i closes."
  [pattern i]
  (loop [j i depth 1]
    (when (>= j (count pattern)) (throw (IllegalArgumentException. "Unmatched braces in the pattern.")))
    (case (.charAt pattern j)
      \{ (recur (inc j) (inc depth))
      \} (if (= depth 1) j (recur (inc j) (dec depth)))
      (recur (inc j) depth))))

(defn- message-parts
  "The texts and the arguments [index kind style] of a pattern in turn: a text first and last."
  [pattern]
  (loop [i 0 quoted false text "" parts []]
    (if (>= i (count pattern))
      (conj parts text)
      (let [c (.charAt pattern i)]
        (cond
          (.startsWith pattern "''" i) (recur (+ i 2) quoted (str text "'") parts)
          (= c \') (recur (inc i) (not quoted) text parts)
          (or quoted (not= c \{)) (recur (inc i) quoted (str text c) parts)
          :else
          (let [end (argument-end pattern (inc i))
                [index kind style] (map (fn [s] (.trim s)) (.split (subs pattern (inc i) end) "," 3))
                n (try (Long/parseLong index)
                       (catch NumberFormatException _
                         (throw (IllegalArgumentException. (str "can't parse argument number: " index)))))]
            (recur (inc end) false "" (conj parts text [n kind style]))))))))

(defn- message-text
  "The pattern with its {index}, {index,kind} and {index,kind,style} replaced."
  [pattern args]
  (apply str (map (fn [part]
                    (if (string? part)
                      part
                      (let [[n kind style] part]
                        (if (< n (count args)) (argument-text (nth args n) kind style args) (str "{" n "}")))))
                  (message-parts pattern))))

(defn- parse-argument
  "The [value end] of the argument whose text begins at `at`: as its format reads it, else as far as the text
  that follows it, or all that is left. Nil where it is not there."
  [s at [n kind style] following]
  (if-let [f (argument-format kind style)]
    (let [position (java.text.ParsePosition. at)
          x (.parse f s position)]
      (when (< at (.getIndex position)) [x (.getIndex position)]))
    (let [end (if (= following "") (count s) (.indexOf s following (int at)))]
      (when-not (neg? end)
        (let [text (subs s at end)]
          [(when-not (= text (str "{" n "}")) text) end])))))

(defn- parse-message
  "The [values end] of a text that begins, at `at`, as the pattern would write it; or [nil place] of what does not fit."
  [pattern s at]
  (let [[text & parts] (message-parts pattern)
        most (reduce max -1 (map first (take-nth 2 parts)))]
    (loop [at at text text parts parts values (vec (repeat (inc most) nil))]
      (if-not (.startsWith s text (int at))
        [nil at]
        (let [at (+ at (count text)) [argument following & more] parts]
          (if (nil? argument)
            [values at]
            (if-let [[x end] (parse-argument s at argument following)]
              (recur end following more (assoc values (first argument) x))
              [nil at])))))))

(defclass java.text.MessageFormat [^:unsynchronized-mutable pattern]
  (applyPattern [_ p] (dorun (message-parts p)) (set! pattern p) nil)
  (format [_ args] (message-text pattern (vec args)))
  (toPattern [_] pattern)
  (parse [_ s]
    (let [[values place] (parse-message pattern s 0)]
      (when (or (nil? values) (zero? place)) (throw (ParseException. "MessageFormat parse error!" place)))
      (to-array values)))
  (parse [_ s position]
    (let [[values place] (parse-message pattern s (.getIndex position))]
      (if values (.setIndex position place) (.setErrorIndex position place))
      (when values (to-array values))))
  (parseObject [this s] (.parse this s))
  (parseObject [this s position] (.parse this s position))
  :static
  (new ([pattern] (MessageFormat/<init> pattern)) ([pattern _] (MessageFormat/<init> pattern)))
  (format [pattern args] (message-text pattern (vec args))))

(defenum java.text.Normalizer$Form [] [NFD NFC NFKD NFKC])

(extend-class java.text.Normalizer
  :static
  (normalize [text form] (clojure.core/-normalize-text (str text) (.name form)))
  (isNormalized [text form] (= (str text) (clojure.core/-normalize-text (str text) (.name form)))))

;; The message is the description, " near index N", and on lines of their own the pattern and a caret.
(defn- pattern-error [e]
  (let [[_ description index more] (re-matches #"(?s)(.*?)(?: near index (\d+))?\n(.*)" (.getMessage e))
        index (if index (parse-long index) -1)
        caret (str "\n" (apply str (repeat index \space)) "^")]
    {:description description
     :index (int index)
     :pattern (if (and (<= 0 index) (.endsWith more caret))
                (subs more 0 (- (count more) (count caret)))
                more)}))

(extend-class java.util.regex.PatternSyntaxException
  (getDescription [this] (:description (pattern-error this)))
  (getIndex [this] (:index (pattern-error this)))
  (getPattern [this] (:pattern (pattern-error this))))
