;; What reads as a ratio and is a whole number: a BigInt where one of the two was.
(require '[clojure.edn :as edn])
(doseq [text ["4/2" "0/5" "-6/3" "0/100000000000000000000000" "100000000000000000000000/50000000000000000000000"
              "6/300000000000000000000000" "1/3" "-2/4" "9223372036854775807/1" "9223372036854775808/1" "9223372036854775808/9223372036854775808"]
        read [read-string edn/read-string]]
  (let [n (read text)] (println text (pr-str n) (class n))))
(println (try (read-string "1/0") (catch ArithmeticException e (.getMessage e)))
         (try (read-string "100000000000000000000000/0") (catch ArithmeticException e (.getMessage e))))
