;; Hash maps and sets keyed by vectors of two numbers, as grids are.
(ns bench.map_vector_keys)

(defn- neighbours [[x y]]
  [[(inc x) y] [(dec x) y] [x (inc y)] [x (dec y)]])

(defn run []
  (let [grid (into {} (for [x (range 100) y (range 100)] [[x y] (mod (* x y) 7)]))]
    (reduce (fn [sum cell] (+ sum (reduce + (keep grid (neighbours cell))))) 0 (keys grid))))
