;; group-by, frequencies, distinct, index by key.
(ns bench.group_frequencies)

(def ^:private numbers (vec (range 60000)))

(defn run []
  (+ (count (group-by #(mod % 1000) numbers))
     (get (frequencies (map #(mod % 97) numbers)) 5)
     (count (distinct (map #(mod % 5000) numbers)))
     (count (into {} (map (juxt identity inc)) (take 20000 numbers)))))
