(ns gate.collections)
(defn -main []
  (let [m (reduce (fn [m i] (assoc m i (inc i))) {} (range 5000))
        v (reduce conj [] (range 20000))
        s (into #{} (map #(str "k" (rem % 100))) (range 5000))]
    (println (reduce + (vals m)) (reduce + v) (count s) (get (frequencies (map even? v)) true))))
