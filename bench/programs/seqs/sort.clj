;; sort, sort-by with a key function, with a comparator, of numbers, strings and vectors.
(ns bench.sort)

(def ^:private numbers (vec (take 30000 (iterate #(mod (+ (* % 1103515245) 12345) 2147483648) 42))))
(def ^:private strings (mapv #(str "k" %) (take 10000 numbers)))
(def ^:private pairs (mapv #(vector (mod % 100) %) (take 10000 numbers)))

(defn run []
  (+ (first (sort numbers))
     (first (sort > numbers))
     (count (first (sort strings)))
     (second (first (sort pairs)))
     (:n (first (sort-by :n (map (fn [n] {:n n}) (take 10000 numbers)))))
     (count (last (sort-by count strings)))))
