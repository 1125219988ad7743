(ns ok
  (:require [clojure.string :as str]
            (clojure [set :as set] [walk :as walk])))
(def f [str/join set/union walk/walk])
(defn g [] (require 'clojure.string :reload))
