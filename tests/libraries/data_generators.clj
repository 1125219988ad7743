(ns libraries.data-generators
  (:require [clojure.data.generators :as g]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(defmacro seeded [n & body] `(binding [g/*rnd* (java.util.Random. ~n)] ~@body))
(show (seeded 1 (vec (repeatedly 6 #(g/uniform 0 100)))) (seeded 2 (vec (repeatedly 5 #(g/geometric 0.1)))) (seeded 3 (g/int)) (seeded 3 (g/long)) (seeded 4 (g/double)) (seeded 5 (g/boolean)) (seeded 5 (g/printable-ascii-char)) (seeded 6 (g/rand-nth [1 2 3 4])) (seeded 7 (g/vec g/byte 5)) (seeded 8 (g/list g/short 3)) (seeded 9 (g/set #(g/uniform 0 50) 6)) (seeded 10 (g/hash-map g/byte g/boolean 3))
      (seeded 11 (g/string g/printable-ascii-char 8)) (seeded 12 (g/symbol)) (seeded 13 (g/keyword)) (seeded 14 (g/uuid)) (seeded 15 (g/date)) (seeded 16 (vec (repeatedly 6 #(g/weighted {:a 1 :b 3})))) (seeded 17 (g/one-of 1 2 3)) (seeded 18 (g/shuffle [1 2 3 4 5])) (seeded 19 (g/reservoir-sample 3 (range 20))) (seeded 20 (g/tuple g/byte g/boolean)) (seeded 21 (g/ratio)) (seeded 22 (g/bigint)) (seeded 23 (g/scalar)) (seeded 25 (g/bigdec)) (seeded 26 (vec (g/int-array 3))))
