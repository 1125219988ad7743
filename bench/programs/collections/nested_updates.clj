;; update-in, assoc-in, get-in on nested maps; merge and merge-with.
(ns bench.nested_updates)

(defn run []
  (let [m (reduce (fn [m i] (update-in m [(keyword (str "k" (mod i 20))) (mod i 50) :count] (fnil + 0) i)) {} (range 30000))
        merged (apply merge-with + (map (fn [i] {(mod i 100) i :total i}) (range 10000)))]
    (+ (reduce + (for [k (keys m) j (range 50)] (get-in m [k j :count] 0)))
       (:total merged)
       (count (reduce merge {} (map (fn [i] {i i (inc i) i}) (range 5000)))))))
