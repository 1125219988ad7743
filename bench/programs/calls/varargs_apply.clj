; Rest parameters, several arities, apply with and without leading arguments.
(ns bench.varargs-apply)

(defn arity
  ([] 0)
  ([_] 1)
  ([_ _] 2)
  ([_ _ & more] (+ 2 (count more))))

(defn total [& xs]
  (loop [xs (seq xs) sum 0]
    (if xs (recur (next xs) (+ sum (first xs))) sum)))

(defn run []
  (let [numbers [1 2 3 4 5]]
    (loop [i 0 sum 0]
      (if (< i 30000)
        (recur (inc i)
               (+ sum (arity) (arity i) (arity i i) (arity i i i i)
                  (total i 1 2) (apply + numbers) (apply max i numbers) (apply total numbers)))
        sum))))
