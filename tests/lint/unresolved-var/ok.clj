(ns ok
  (:require [clojure.string :as str :refer [join]]))
(defn f [x] (str/join "," x))
(defn g [] [#'str/blank? (join [])])
