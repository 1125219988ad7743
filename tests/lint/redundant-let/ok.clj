(ns ok)
(defn f [x]
  (let [y x]
    (println y)
    (let [z y] [y z]))
  (let [y x] (when y (let [z y] z)))
  (loop [y x] (let [z y] z)))
