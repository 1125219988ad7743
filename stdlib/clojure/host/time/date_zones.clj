(ns clojure.host.time.date-zones
  "The letters of java.text.SimpleDateFormat that stand for zones: z, Z and X.

  Where a text has an offset, it is kept in its fields as :seconds-east, as it may be larger than
  those of java.time."
  (:require [clojure.host.time.units :refer [pad]]
            [clojure.host.time.zone-names :refer [zone-name-at zone-text]]))

(defn- digit-at? [s at] (and (< at (count s)) (Character/isDigit (.charAt s at))))

(defn- departs-at
  "The first place where a text is not as a shape of digits (d) and colons says, nil if it is."
  [s at shape]
  (first (keep-indexed (fn [i c]
                         (let [i (+ at i)]
                           (when-not (if (= c \d) (digit-at? s i) (and (< i (count s)) (= c (.charAt s i)))) i)))
                       shape)))

(defn- read-hours
  "[end fields] of hours and minutes at a place after a sign, or the place where they are wrong."
  [s at fields sign hours minutes]
  (let [after (+ at (count hours))
        end (+ after (count minutes))
        number (fn [from to] (Long/parseLong (subs s from to)))]
    (or (departs-at s at hours)
        (when (< 23 (number at after)) (dec after))
        (departs-at s after minutes)
        (when (and (seq minutes) (< 59 (number (- end 2) end))) (dec end))
        [end (assoc fields :seconds-east (* sign (+ (* 3600 (number at after))
                                                    (if (seq minutes) (* 60 (number (- end 2) end)) 0))))])))

(defn- sign-at [s at]
  (when (< at (count s))
    (case (.charAt s at) \+ 1 \- -1 nil)))

(defn- read-zone
  "Reads a zone's name, GMT with or without hours and minutes, or hours and minutes."
  [s at fields _]
  (cond
    (sign-at s at) (read-hours s (inc at) fields (sign-at s at) "dd" "dd")
    (.regionMatches s true (int at) "GMT" (int 0) (int 3))
    (if-let [sign (sign-at s (+ at 3))]
      (read-hours s (+ at 4) fields sign (if (digit-at? s (+ at 5)) "dd" "d") ":dd")
      [(+ at 3) (assoc fields :seconds-east 0)])
    :else (if-let [[end zone daylight] (zone-name-at s at :any true)]
            [end (assoc fields :zone zone :daylight daylight)]
            at)))

(defn- read-iso [hours minutes]
  (fn [s at fields _]
    (cond
      (and (< at (count s)) (= \Z (.charAt s at))) [(inc at) (assoc fields :seconds-east 0)]
      (sign-at s at) (read-hours s (inc at) fields (sign-at s at) hours minutes)
      (< at (count s)) (inc at)
      :else at)))

(defn- minutes-east [t] (quot (.getTotalSeconds (.getOffset t)) 60))

(defn- offset-text [minutes separator]
  (let [a (abs minutes)]
    (str (if (neg? minutes) "-" "+") (pad (quot a 60) 2) (when separator (str separator (pad (rem a 60) 2))))))

(defn- iso-letter [n]
  (when (< 3 n)
    (throw (IllegalArgumentException. (str "invalid ISO 8601 format: length=" n))))
  (let [separator (nth [nil "" ":"] (dec n))]
    {:print (fn [t] (if (zero? (minutes-east t)) "Z" (offset-text (minutes-east t) separator)))
     :reads (read-iso "dd" (if separator (str separator "dd") ""))}))

(def zone-letters
  {\z (fn [n] {:print (fn [t] (zone-text (.getZone t) (.toInstant t) (<= 4 n))) :reads read-zone})
   \Z (fn [_] {:print (fn [t] (offset-text (minutes-east t) "")) :reads read-zone})
   \X iso-letter})
