(ns gate.lookup)
(defrecord Point [x y])
(defn corner [{:keys [x y]}] (+ x y))
(defn -main []
  (let [m {:x 1 :y {:z 3}} p (->Point 4 5)]
    (println (loop [i 0 sum 0]
               (if (< i 20000)
                 (recur (inc i) (+ sum (:x m) (get-in m [:y :z]) (:y p) (corner p)))
                 sum)))))
