;; Numbers printed and parsed.
(ns bench.numbers)

(defn run []
  (+ (reduce + (map #(Long/parseLong (str %)) (range 60000)))
     (long (reduce + (map #(Double/parseDouble (str (/ % 8.0))) (range 20000))))
     (reduce + (map #(parse-long %) (map str (range 20000))))
     (count (apply str (map #(* % 1.1) (range 10000))))))
