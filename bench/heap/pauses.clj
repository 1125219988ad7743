;; Some 200 MB that live, and steady churn in them: `--gc-log` shows the pauses.
;;
;; The first argument says what changes: `table` replaces rows of a map of 1.7 million, in random
;; order, and makes garbage beside it; `queue` holds the last two million messages, so that all that is
;; made lives for a while; `array` stores new objects into one array of two million elements.
(ns bench.pauses)

(defn- row [i n] {:id i :count n :name (str "row " i)})

;; Random numbers that are the same everywhere.
(defn- following [seed] (bit-and (+ (* seed 1103515245) 12345) 0x7fffffff))

;; Pauses before this line on standard error belong to the making of the heap.
(defn- begin []
  (System/gc)
  (binding [*out* *err*] (println "begin")))

(defn- change-table [steps]
  (let [table (atom (into {} (map (fn [i] [i (row i 0)])) (range 1700000)))]
    (begin)
    (loop [step 0 seed 1]
      (when (< step steps)
        (swap! table assoc (mod seed 1700000) (row (mod seed 1700000) step))
        (dotimes [i 10] (row i step))
        (recur (inc step) (following seed))))
    (count @table)))

(defn- change-queue [steps]
  (let [full (into clojure.lang.PersistentQueue/EMPTY (map (fn [i] (row i 0))) (range 2000000))]
    (begin)
    (loop [step 0 queue full]
      (if (< step steps)
        (recur (inc step) (conj (pop queue) (row step step)))
        (count queue)))))

(defn- change-array [steps]
  (let [^objects table (object-array 2000000)]
    (dotimes [i 2000000] (aset table i (row i 0)))
    (begin)
    (loop [step 0 seed 1]
      (when (< step steps)
        (aset table (mod seed 2000000) (row seed step))
        (dotimes [i 3] (row i step))
        (recur (inc step) (following seed))))
    (alength table)))

(defn -main [what steps]
  (let [steps (parse-long steps)]
    (println (case what
               "table" (change-table steps)
               "queue" (change-queue steps)
               "array" (change-array steps)))))
(apply -main *command-line-args*)
