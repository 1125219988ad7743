;; A chunked lazy chain, reduced.
(ns bench.map_filter_reduce)

(defn run []
  (reduce + (filter even? (map inc (range 300000)))))
