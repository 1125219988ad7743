(ns flag
  (:require [clojure.set :refer :all] ; !
            [clojure.string :as str])
  (:use clojure.walk ; !
        [clojure.zip :only [node]]))
(def f [union str/join walk node])
