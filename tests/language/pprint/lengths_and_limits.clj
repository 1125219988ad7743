; ~W ends an iteration once *print-length* is reached; numbers that have no words, and the long without a negative.
(require '[clojure.pprint :as pp])

(defmacro show [& forms]
  `(do ~@(for [form forms] `(println (try (pr-str ~form) (catch Throwable e# [(class e#) (ex-message e#)]))))))

(binding [*print-length* 3]
  (show (pp/cl-format nil "~<(~;~@{~w~^ ~_~}~;)~:>" (range 9))
        (pp/cl-format nil "~<(~;~@{~:w~^ ~_~}~;)~:>" (range 9))
        (pp/cl-format nil "~<(~;~@{~@w~^ ~_~}~;)~:>" (range 9))
        (pp/cl-format nil "~<(~;~@{~a~^ ~_~}~;)~:>" (range 9))
        (pp/cl-format nil "~{~w ~}|" (range 9))
        (pp/cl-format nil "~@{~w ~}|" 1 2 3 4 5)
        (pp/cl-format nil "~w ~w ~w ~w ~w" 1 2 3 4 5)
        (pp/cl-format nil "~<~w ~w ~w ~w ~w~:>" (range 5))
        (pp/cl-format nil "~<~w ~<~w ~w~:> ~w ~w ~w ~w~:>" [1 [2 3] 4 5 6 7])))
(doseq [n [0 1 2 nil]]
  (binding [*print-length* n]
    (show (with-out-str (pp/pprint [1 2])) (with-out-str (pp/pprint 1)) (with-out-str (pp/pprint {:a 1 :b 2}))
          (with-out-str (prn (pp/write-out 1))) (pp/write [1 2] :stream nil) (pp/write [1 2] :stream nil :length 1)
          (pp/cl-format nil "~w|~w" 1 [2 3]))))
(show (pp/cl-format nil "~r" Long/MIN_VALUE) (pp/cl-format nil "~:r" Long/MIN_VALUE) (pp/cl-format nil "~d ~x ~b" Long/MIN_VALUE -255 -5)
      (pp/cl-format nil "~f" Long/MIN_VALUE) (pp/cl-format nil "~e" Long/MIN_VALUE) (pp/cl-format nil "~g" Long/MIN_VALUE)
      (pp/cl-format nil "~r" -9223372036854775808N) (pp/cl-format nil "~f ~e" -9223372036854775808N -9223372036854775808N)
      (pp/cl-format nil "~f ~$" -0.0 -0.0) (pp/cl-format nil "~r" -1.5) (pp/cl-format nil "~f ~$" -1/3 -2.5M))
(doseq [k [0 1 2 3 4 11 12 13 21 22 23 111 -1 -2]]
  (let [n (+ 1000000000000000000000000000000000000000000000000000000000000000000N k)]
    (println k (subs (pp/cl-format nil "~:r" n) 80) (subs (pp/cl-format nil "~:r" (- n)) 80) (subs (pp/cl-format nil "~r" n) 80))))

;; What is printed to another writer inside a block counts for its length and its depth.
(doseq [length [0 1 2] value [[] [1 2 3] [[1] 2]]]
  (binding [*out* (pp/get-pretty-writer *out*)]
    (pp/pprint-logical-block :prefix "(" :suffix ")"
      (pp/write-out (pp/write value :stream nil :length length))
      (print " ")
      (pp/write-out (pp/write value :stream nil :level length))
      (print " ")
      (print (with-out-str (pp/pprint value))))
    (flush)))
