;; Hash maps with string keys.
(ns bench.map_string_keys)

(def ^:private words (mapv #(str "word" %) (range 30000)))

(defn run []
  (let [m (reduce (fn [m w] (assoc m w (count w))) {} words)]
    (+ (reduce (fn [sum w] (+ sum (m w))) 0 words)
       (count (reduce (fn [m w] (update m (subs w 0 5) (fnil inc 0))) {} words)))))
