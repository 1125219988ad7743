(ns clojure.host.time.offset-patterns
  "The patterns of offsets in java.time.format, such as +HH:MM:ss: minutes and seconds in capitals
  always stand in the text, small ones only where they are not zero."
  (:require [clojure.host.time.units :refer [pad]])
  (:import (java.time DateTimeException)))

(defn- with-reader
  "A shape with the regex that reads it. One digit of hours and no colon leave open how digits are
  shared out, which read-offset settles by their count."
  [{:keys [hours colon minutes seconds] :as shape}]
  (let [part (fn [kind inner]
               (case kind
                 :always (str colon "([0-5]\\d)" inner)
                 :needed (str "(?:" colon "([0-5]\\d)" inner ")?")
                 ""))
        run? (and (= 1 hours) (= "" colon) minutes)]
    (assoc shape
           :run run?
           :regex (delay (re-pattern (if run?
                                       (str "([+-])(\\d{" (cond (= :always seconds) 5 (= :always minutes) 3 :else 1)
                                            "," (if seconds 6 4) "})")
                                       (str "([+-])(" (if (= 2 hours) "\\d\\d" "\\d\\d?") ")"
                                            (part minutes (part seconds "")))))))))

(defn offset-shape [pattern]
  (let [[whole hours colon always seconds-after needed seconds-needed]
        (re-matches #"\+(HH?)(?:(:?)(?:(MM)(?:\2(SS|ss))?|(mm)(?:\2(ss))?))?" pattern)]
    (when-not whole
      (throw (IllegalArgumentException. (str "Invalid zone offset pattern: " pattern))))
    (with-reader {:hours (count hours)
                  :colon (or colon "")
                  :minutes (cond always :always needed :needed)
                  :seconds (case (or seconds-after seconds-needed) "SS" :always "ss" :needed nil)})))

(defn lenient-shape
  "What a lenient formatter reads in a shape's place: minutes and seconds may be left out."
  [shape]
  (with-reader (assoc shape :minutes :needed :seconds :needed)))

(defn offset-text [offset {:keys [hours colon minutes seconds]} zero]
  (let [total (.getTotalSeconds offset)
        a (abs total)
        h (quot a 3600) m (rem (quot a 60) 60) s (rem a 60)
        seconds? (case seconds :always true :needed (pos? s) false)
        minutes? (case minutes :always true :needed (or (pos? m) seconds?) false)]
    (if (and (zero? h) (or (zero? m) (not minutes?)) (or (zero? s) (not seconds?)))
      zero
      (str (if (neg? total) "-" "+") (pad h hours)
           (when minutes? (str colon (pad m 2)))
           (when seconds? (str colon (pad s 2)))))))

(defn- shared-out
  "The hours, minutes and seconds of a run of one to six digits: hours take what is left over."
  [digits]
  (let [h (if (odd? (count digits)) 1 2)]
    (cons (subs digits 0 h) (map (partial apply str) (partition 2 (subs digits h))))))

(defn read-offset
  "[the end of it, its seconds] of the offset at a place of a text, nil where none stands there. The seconds
  may be more than those of a ZoneOffset: that is found out when the whole text has been read."
  [s at {:keys [run regex]}]
  (let [m (re-matcher @regex (subs s at))]
    (when (.lookingAt m)
      (let [[all sign & parts] (re-groups m)
            [h minutes seconds] (map (fn [x] (if x (Long/parseLong x) 0)) (if run (shared-out (first parts)) parts))
            minutes (or minutes 0)
            seconds (or seconds 0)]
        (when (or (< 23 h) (< 59 minutes) (< 59 seconds))
          (throw (DateTimeException. "Value out of range: Hour[0-23], Minute[0-59], Second[0-59]")))
        [(+ at (count all))
         (* (if (= sign "-") -1 1) (+ (* 3600 h) (* 60 minutes) seconds))]))))
