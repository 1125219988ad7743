;; Hand-written lazy seqs with lazy-seq and cons.
(ns bench.lazy_seq_cells)

(defn- numbers-from [n] (lazy-seq (cons n (numbers-from (inc n)))))
(defn- every-second [s] (lazy-seq (when-let [s (seq s)] (cons (first s) (every-second (rest (rest s)))))))

(defn run []
  (+ (nth (numbers-from 0) 100000)
     (reduce + (take 30000 (every-second (numbers-from 1))))))
