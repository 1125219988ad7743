(ns gate.state)
(def ^:dynamic *level* 0)
(defn -main []
  (let [n (atom 0) v (volatile! 0)]
    (dotimes [i 20000]
      (swap! n inc)
      (vswap! v + i)
      (binding [*level* i] (swap! n + *level*)))
    (println @n @v)))
