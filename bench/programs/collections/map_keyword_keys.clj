;; Small maps with keyword keys: literals, lookups, updates, destructuring.
(ns bench.map_keyword_keys)

(defn- step [{:keys [x y vx vy] :as p}]
  (-> p
      (assoc :x (+ x vx) :y (+ y vy))
      (update :steps inc)
      (assoc :vx (if (> x 100) (- vx) vx) :vy (if (> y 50) (- vy) vy))))

(defn run []
  (loop [i 0 p {:x 0 :y 0 :vx 1 :vy 2 :steps 0 :name "p"}]
    (if (< i 60000)
      (recur (inc i) (step p))
      (+ (:steps p) (:x p) (:y p)))))
