(ns convert.progress
  "How much of a file was read, as a bar on standard error."
  (:require [clojure.string :as str])
  (:import (java.io FilterInputStream InputStream)))

(defn counting
  "The input stream, and an atom with the number of bytes that were read from it."
  [^InputStream in]
  (let [total (atom 0)]
    [(proxy [FilterInputStream] [in]
       (read
         ([]
          (let [b (.read in)]
            (when-not (neg? b) (swap! total inc))
            b))
         ([bytes offset length]
          (let [n (.read in bytes offset length)]
            (when (pos? n) (swap! total + n))
            n))))
     total]))

(def ^:private width 40)

(defn bar
  "The bar for so many percent."
  [percent]
  (let [filled (quot (* width percent) 100)]
    (format "[%s%s] %3d %%"
            (str/join (repeat filled "#"))
            (str/join (repeat (- width filled) "."))
            percent)))

(defn reporter
  "A function to call with each number of bytes: draws the bar anew when the percentage of all changes."
  [all]
  (let [shown (volatile! nil)]
    (fn [done]
      (let [percent (quot (* 100 done) all)]
        (when-not (= percent @shown)
          (vreset! shown percent)
          (binding [*out* *err*]
            (print (str "\r" (bar percent)))
            (flush)))))))
