(ns ok
  (:require [clojure.set :as sets]
            [clojure.string]))
(defn f [x] (sets/union x))
(defn g [x] (clojure.string/trim x))
(defn h [] (require '[some.plugin :as plugin]) (plugin/start))
