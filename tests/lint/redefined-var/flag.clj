(ns flag
  (:require [clojure.set :refer [union]]))
(defn f [] 1)
(defn g [] (f))
(defn f [] 2) ; !
(def g 3) ; !
(defn inc [x] (union x)) ; !
