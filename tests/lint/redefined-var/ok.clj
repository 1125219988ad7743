(ns ok
  (:refer-clojure :exclude [inc]))
(declare f)
(defn f [] 1)
(defn inc [x] x)
(defonce g 1)
(defonce g 2)
(if (f) (defn h [] 1) (defn h [] 2))
