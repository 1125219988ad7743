;; A spreadsheet whose cells are recalculated in order of their dependencies after changes.
(ns bench.spreadsheet)

(defn- cell-formula [row column]
  (cond
    (zero? column) {:op :constant :value row}
    (zero? row) {:op :constant :value column}
    (zero? (mod (+ row column) 3)) {:op :sum :args [[(dec row) column] [row (dec column)]]}
    (zero? (mod (+ row column) 5)) {:op :max :args [[(dec row) column] [(dec row) (dec column)]]}
    :else {:op :difference :args [[row (dec column)] [(dec row) column]]}))

(defn- dependents [sheet]
  (reduce-kv (fn [m cell {:keys [args]}]
               (reduce (fn [m arg] (update m arg (fnil conj []) cell)) m args))
             {} sheet))

(defn- compute [{:keys [op args value]} values]
  (let [[a b] (map values args)]
    (case op
      :constant value
      :sum (mod (+ a b) 1000003)
      :max (max a b)
      :difference (mod (- a b) 1000003))))

(defn- recalculate [sheet deps values changed]
  (loop [queue (into (sorted-set) changed) values values steps 0]
    (if-let [cell (first queue)]
      (let [v (compute (sheet cell) values)
            queue (disj queue cell)]
        (if (= v (get values cell))
          (recur queue values (inc steps))
          (recur (into queue (deps cell)) (assoc values cell v) (inc steps))))
      [values steps])))

(defn run []
  (let [size 250
        sheet (into {} (for [r (range size) c (range size)] [[r c] (cell-formula r c)]))
        deps (dependents sheet)
        [values steps] (recalculate sheet deps {} (keys sheet))]
    (loop [i 1 sheet sheet values values steps steps]
      (if (< i 8)
        (let [cell [0 (* i 7)]
              sheet (assoc-in sheet [cell :value] (* i 1000))
              [values more] (recalculate sheet deps values [cell])]
          (recur (inc i) sheet values (+ steps more)))
        (+ steps (reduce + (vals values)))))))
