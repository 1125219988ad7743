;; some, every?, first of filter, take-nth, last, nth on seqs.
(ns bench.some_every)

(def ^:private v (vec (range 50000)))

(defn run []
  (+ (some #(when (> % 49000) %) v)
     (if (every? nat-int? v) 1 0)
     (first (filter #(> % 49000) v))
     (last (range 50000))
     (count (take-nth 3 v))
     (nth (map inc v) 40000)
     (count (keep-indexed (fn [i x] (when (even? i) x)) v))
     (reduce + (map-indexed + v))))
