;; Short-lived small objects.
(ns bench.churn)

(defn- pair [a b] [a b])

(defn run []
  (loop [i 0 sum 0]
    (if (< i 1000000)
      (let [p (pair i (list i))]
        (recur (inc i) (+ sum (nth p 0) (first (nth p 1)))))
      sum)))
