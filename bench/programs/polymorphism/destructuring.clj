; Destructuring of vectors, maps, nested forms and keyword arguments.
(ns bench.destructuring)

(defn corner [{:keys [x y] :or {x 1}}] (+ x y))

(defn spread [[a b & more]] (+ a b (count more)))

(defn nested [{[p q] :pair {:keys [deep]} :inner :as whole}] (+ p q deep (count whole)))

(defn options [n & {:keys [by] :or {by 1}}] (+ n by))

(defn run []
  (let [m {:x 2 :y 3} partial-m {:y 4} v [1 2 3 4] deep {:pair [5 6] :inner {:deep 7}}]
    (loop [i 0 sum 0]
      (if (< i 20000)
        (let [[a b] v {:keys [x]} m]
          (recur (inc i)
                 (+ sum a b x (corner m) (corner partial-m) (spread v) (nested deep)
                    (options i :by 2) (options i))))
        sum))))
