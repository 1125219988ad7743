;; Churn beside a large live heap.
(ns bench.live_heap)

(def ^:private live (delay (mapv (fn [i] {:id i :text (str i) :more [i (inc i)]}) (range 300000))))

(defn run []
  (let [heap @live]
    (loop [i 0 sum 0]
      (if (< i 300000)
        (recur (inc i) (+ sum (:id (nth heap (mod (* i 7919) 300000))) (count [i i (str i)])))
        sum))))
