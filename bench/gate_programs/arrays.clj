(ns gate.arrays)
(defn -main []
  (let [a (long-array 1000)]
    (dotimes [round 50]
      (dotimes [i 1000] (aset a i (+ (aget a i) round))))
    (println (aget a 999))))
