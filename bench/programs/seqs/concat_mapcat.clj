;; concat, mapcat, interleave, interpose, flatten.
(ns bench.concat_mapcat)

(defn run []
  (+ (count (mapcat #(range %) (range 300)))
     (reduce + (apply concat (map #(list % (inc %)) (range 20000))))
     (count (interleave (range 20000) (range 20000)))
     (count (interpose :x (range 20000)))
     (count (flatten (map #(vector % [% [%]]) (range 4000))))))
