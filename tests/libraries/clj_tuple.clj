(ns libraries.clj-tuple (:require [clj-tuple :as t]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(show (t/vector) (t/vector 1) (t/vector 1 2 3) (t/tuple 1 2 3 4 5 6) (apply t/vector (range 10)) (conj (t/vector 1 2) 3)
      (= (t/vector 1 2) [1 2]) (= [1 2] (t/vector 1 2)) (nth (t/vector 1 2) 1)
 (get (t/vector 1 2) 5 :no) (seq (t/vector 1 2)) (reduce + (t/vector 1 2 3)) (let [[a b] (t/tuple 1 2)] [b a]) (assoc (t/vector 1 2) 0 9) (peek (t/vector 1 2)) (pop (t/vector 1 2)) (vector? (t/vector 1)) (meta (with-meta (t/vector 1) {:a 1})) (compare (t/vector 1 2) [1 3])
 (t/hash-map) (t/hash-map :a 1) (t/hash-map :a 1 :b 2) (assoc (t/hash-map :a 1) :b 2) (= (t/hash-map :a 1) {:a 1}) (dissoc (t/hash-map :a 1 :b 2) :a) (:a (t/hash-map :a 1)) (map? (t/hash-map)) (count (apply t/hash-map (range 20))) (into (t/hash-map :a 1) {:c 3}) (try (t/hash-map 1) (catch Exception e (class e))) (keys (t/hash-map :a 1 :b 2)) (into (sorted-map) (apply t/hash-map (range 20))) (persistent! (conj! (transient (t/vector 1)) 2)) (rseq (t/vector 1 2 3)) (subvec (t/vector 1 2 3) 1) (map inc (t/vector 1 2)) (vec (t/vector 1 2)) (empty (t/vector 1 2)) (contains? (t/vector 1) 0) ((t/vector 1 2) 1))
