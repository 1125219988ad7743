; swap! with core and user functions, volatiles, delays.
(ns bench.atoms)

(defn bump [state by] (+ state by))

(defn run []
  (let [n (atom 0) m (atom 0) v (volatile! 0)]
    (dotimes [i 200000]
      (swap! n inc)
      (swap! m bump i)
      (vswap! v + i))
    (+ @n (rem @m 1000) (rem @v 1000) @(delay 5))))
