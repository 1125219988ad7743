(ns ok
  (:require [clojure.string :as str]
            [clojure.set :refer [union]]
            [clojure.walk :as walk]
            [clojure.zip :as zip]
            [clojure.edn]
            [clojure.data :as data]))
(defn f [x] (str/trim x))
(def g (partial union #{}))
(def h ::walk/key)
(defmacro i [x] `(zip/node ~x))
(def j '[data/diff])
