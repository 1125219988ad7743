(ns flag
  (:require [clojure.string :as str :refer [join nothing]])) ; !
(defn f [x] (str/jion "," x)) ; !

(defn h [] #'str/absent) ; !
(defn i [x] (join (nothing x)))
