;; What *print-base* and *print-radix* make of numbers of all kinds, negative ones included.
(require '[clojure.pprint :as pp])
(def numbers [1N 1 -5 1/2 -1/2 1.5 1M -3N (byte -1) (int -2) (biginteger -5) 0 0N 255])
(pp/pprint numbers)
(doseq [base [16 8 2 3 36 10] radix [nil true]]
  (binding [pp/*print-base* base pp/*print-radix* radix pp/*print-right-margin* 200] (pp/pprint numbers)))
(pp/write (list 1 2N) :base 10 :radix true)
(println (pp/write 12345678901234567890 :stream nil) (pp/cl-format nil "~w ~s ~a" 1N 1N 1N) (with-out-str (pp/pprint {:a 1N})))
(println (pp/cl-format nil "~2*~a|" 1 2) (pp/cl-format nil "~a~:*~a" 1) (pp/cl-format nil "~a~^~a" 1))
(println (try (pp/cl-format nil "~a~a" 1) (catch Exception e (ex-message e))))
