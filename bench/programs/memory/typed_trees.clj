; Trees of a deftype, made and walked by hinted functions.
(ns bench.typed-trees)

(deftype Node [left right])

(defn make [^long depth]
  (if (zero? depth)
    (Node. nil nil)
    (Node. (make (dec depth)) (make (dec depth)))))

(defn size ^long [^Node node]
  (if (nil? (.left node))
    1
    (+ 1 (size (.left node)) (size (.right node)))))

(defn run []
  (loop [depth 4 sum 0]
    (if (> depth 14)
      sum
      (recur (+ depth 2)
             (+ sum (loop [i 0 sum 0]
                      (if (< i (bit-shift-left 1 (- 14 depth))) (recur (inc i) (+ sum (size (make depth)))) sum)))))))
