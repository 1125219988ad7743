(ns ok)
(defn f
  "Returns x."
  [x]
  x)
(defn g [] "a value")
