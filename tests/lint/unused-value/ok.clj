(ns ok)
(defn f "doc" {:added "1"} [x]
  {:pre [x]}
  (println x)
  (swap! x inc)
  (when x
    (run! println x)
    (.append x "a"))
  (inc x))
(defmulti g type)
(defmethod g [:a :b] [x] (println x) x)
(defn h [x] (let [inc println] (inc x) x))
