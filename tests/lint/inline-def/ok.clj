(ns ok)
(let [secret 1]
  (defn f [] secret))
(when f (def g 1))
(defmulti h type)
(defn i [] (let [g 2] g))
