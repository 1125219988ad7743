(ns ok)
(defn f [x] (if (pos? x) (recur (dec x)) x))
(defn g [x] (loop [y x] (when y (recur nil))))
(defn h [x] (try (loop [y x] (when y (recur nil))) (finally nil)))
