(ns flag
  (:require [clojure.string :as str] ; !
            [clojure.set :refer [union]] ; !
            [clojure.walk :as walk]))
(defn f [x] (walk/keywordize-keys x))
