;; Lazy seqs element by element: iterate, take-while, drop, map over a seq that is not chunked.
(ns bench.lazy_chain)

(defn run []
  (let [s (iterate inc 0)
        odds (filter odd? (map #(* % %) (take-while #(< % 40000) s)))]
    (+ (reduce + (take 15000 odds))
       (first (drop 15000 odds))
       (count (map + (take 20000 s) (take 20000 (drop 5 s))))
       (nth (cycle [1 2 3]) 20000))))
