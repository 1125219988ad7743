;; Atoms updated by several threads.
(ns bench.atoms_threads)

(defn run []
  (let [counter (atom 0)
        table (atom {})
        workers (mapv (fn [t]
                        (future
                          (dotimes [i 20000]
                            (swap! counter inc)
                            (when (zero? (mod i 4)) (swap! table assoc (mod i 500) t)))))
                      (range 4))]
    (run! deref workers)
    (+ @counter (count @table))))
