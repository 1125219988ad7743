; Arities, apply, too many and too few arguments.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(defn f0 [] 0) (defn f1 [a] [a]) (defn f2 [a b] [a b]) (defn fv [& r] r) (defn f1v [a & r] [a r])
(defn multi ([] :zero) ([a] [:one a]) ([a b] [:two a b]) ([a b c & r] [:many a b c r]))
(show (f0) (f0 1) (f1) (f1 1) (f1 1 2) (f2 1) (f2 1 2 3) (fv) (fv 1) (f1v) (f1v 1) (f1v 1 2))
(show (multi) (multi 1) (multi 1 2) (multi 1 2 3) (multi 1 2 3 4 5))
(show (apply f2 [1 2]) (apply f2 1 [2]) (apply f2 1 2 []) (apply f2 [1]) (apply f2 [1 2 3]) (apply f0 nil) (apply f0 []) (apply fv nil) (apply multi (range 6)) (apply max [3 1 2]) (apply str "a" "b" ["c" "d"]) (apply + 1 2 3 4 5 [6 7]))
(show (first (apply fv (range))) (take 3 (second (apply f1v (iterate inc 5)))) (take 2 (apply concat (repeat [1 2]))))
(show (apply f2 1 2 3) (apply nil [1]) (apply 1 [1]) (apply :a [{:a 1}]) (apply {:a 1} [:a]) (apply [1 2 3] [1]) (apply #{1} [1]) (apply 'a ['{a 1}]))
(defn p20 [a b c d e f g h i j k l m n o p q r s t] [a b c d e f g h i j k l m n o p q r s t])
(defn p20v [a b c d e f g h i j k l m n o p q r s t & u] [a t u])
(show (p20 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20) (p20v 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20) (p20v 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22) (apply p20v (range 30)) (apply p20 (range 20)) (apply p20 (range 19)) (apply p20 (range 21)))
(show (vector 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25) (+ 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25) (count (list 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25)))
(show (:a) (:a 1 2 3) ({:a 1}) ({:a 1} :a :b :c) ([1]) ([1] 0 1) (#{1}) (#{1} 1 2) ('a) ('a {} 1 2))
(show (:a {:a 1}) (:b {:a 1} :d) ({:a 1} :b :d) ('a {'a 1}) ('b {'a 1} 2) (:a nil) (:a 5) (:a "x" 3) (#{:a} :a) (#{:a} :b) ([10 20] 1) ([10 20] 2) ([1] -1) ([1] :a))
(show (let [g (fn named [x] x)] (try (g) (catch clojure.lang.ArityException e (.-actual e)))) (1 2) ("a" 1) (true) (\a 1) (1.5) (() 1) ((list 1) 0) (#"a" 1) ((range 3) 1))
(show (partial) (= 3 ((partial + 1) 2)) ((partial + 1 2 3) 4 5) ((partial vector 1 2 3 4) 5 6) ((comp) 1) ((comp inc) 1) ((comp inc dec str) 1) ((comp str + ) 1 2 3) ((juxt) 1) ((juxt inc dec) 1) ((juxt + - * /) 6 3) ((complement nil?) 1) ((constantly 1) 2 3) ((fnil inc 0) nil) ((fnil + 1 2) nil nil 3) ((fnil + 1) nil 5) (identity 1) ((every-pred odd? pos?) 1 3) ((every-pred odd? pos?) 1 -3) ((some-fn even? neg?) 1 2) ((some-fn even? neg?) 1 3))
