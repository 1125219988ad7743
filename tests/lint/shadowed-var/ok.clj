(ns ok)
(defn size [x] x)
(defn f [title] (size title))
