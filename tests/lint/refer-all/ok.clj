(ns ok
  (:require [clojure.set :refer [union]])
  (:use [clojure.walk :only [walk]]))
(def f [union walk])
