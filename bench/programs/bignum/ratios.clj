;; Harmonic sums of ratios.
(ns bench.ratios)

(defn run []
  (let [h (reduce + (map #(/ 1 %) (range 1 700)))]
    (+ (count (str (numerator h)))
       (numerator (reduce + (map #(/ % 12) (range 20000)))))))
