; All placements of eight and of nine queens: recursion over lists with a test of each column.
(ns bench.queens)

(defn safe? [column placed]
  (loop [distance 1 placed placed]
    (if-let [other (first placed)]
      (and (not= other column)
           (not= (- other distance) column)
           (not= (+ other distance) column)
           (recur (inc distance) (next placed)))
      true)))

(defn placements [size row placed]
  (if (= row size)
    1
    (loop [column 0 n 0]
      (cond
        (= column size) n
        (safe? column placed) (recur (inc column) (+ n (placements size (inc row) (cons column placed))))
        :else (recur (inc column) n)))))

(defn run [] (+ (placements 8 0 nil) (placements 9 0 nil)))
