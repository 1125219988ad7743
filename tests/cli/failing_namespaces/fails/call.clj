(ns fails.call)

(defn half [n] (/ n 0))

  (half 1)
