(ns flag
  (:require [clojure.string :as str]
            [clojure.set :as set]
            [clojure.string :as s])) ; !
(def f [str/join s/join set/union])
(require '[clojure.set :as sets]) ; !
(def g sets/union)
