;; Breadth-first search over all positions of the 8-puzzle: a set and a queue of vectors.
(ns bench.sliding_puzzle)

(def ^:private moves
  (vec (for [at (range 9)]
         (let [row (quot at 3) column (mod at 3)]
           (vec (for [[r c] [[(dec row) column] [(inc row) column] [row (dec column)] [row (inc column)]]
                      :when (and (<= 0 r 2) (<= 0 c 2))]
                  (+ (* 3 r) c)))))))

(defn- blank-at [board]
  (loop [i 0] (if (zero? (nth board i)) i (recur (inc i)))))

(defn- neighbours [board]
  (let [blank (blank-at board)]
    (map (fn [to] (assoc board blank (nth board to) to 0)) (nth moves blank))))

(defn run []
  (let [start [0 1 2 3 4 5 6 7 8]]
    (loop [queue (conj clojure.lang.PersistentQueue/EMPTY [start 0]) seen #{start} deepest 0]
      (if-let [[board depth] (peek queue)]
        (let [fresh (remove seen (neighbours board))]
          (recur (into (pop queue) (map #(vector % (inc depth))) fresh)
                 (into seen fresh)
                 (max deepest depth)))
        (+ deepest (* 1000 (count seen)))))))
