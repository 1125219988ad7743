;; BigDecimal arithmetic with scales and rounding.
(ns bench.decimals)

(defn run []
  (let [sum (reduce + (map #(* 1.05M (bigdec %)) (range 30000)))
        root (with-precision 50
               (loop [i 0 x 1M] (if (< i 100) (recur (inc i) (/ (+ x (/ 2M x)) 2M)) x)))]
    (+ (long sum) (count (str root)))))
