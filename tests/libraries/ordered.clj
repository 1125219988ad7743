(ns libraries.ordered
  (:require [flatland.ordered.map :as om :refer [ordered-map]] [flatland.ordered.set :as os :refer [ordered-set]]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(def m (ordered-map :z 1 :a 2 :m 3))
(def s (ordered-set 3 1 2 1))
(show m (keys m) (vals m) (seq m) (assoc m :b 4) (assoc m :z 9) (dissoc m :a) (get m :a) (m :a) (:q m 0) (count m) (= m {:z 1 :a 2 :m 3}) (= {:z 1 :a 2 :m 3} m) (= (hash m) (hash {:z 1 :a 2 :m 3})) (into m [[:x 1]]) (merge m {:new 1 :a 0}) (conj m [:k 1]) (rseq m) (empty m) (meta (with-meta m {:k 1})) (reduce-kv (fn [a k v] (conj a k)) [] m)
      (persistent! (assoc! (transient m) :t 1)) (persistent! (dissoc! (transient m) :z)) (contains? m :a) (find m :a) (first m) (into (ordered-map) (map vec (partition 2 (range 20)))) (.containsKey m :a) (.get m :z) (om/ordered-map) (dissoc (dissoc m :z) :m) (select-keys m [:m :z]) (update m :a inc) (map? m) (class m) (pr-str (read-string (pr-str m))) (str m) (.hashCode m)
      s (conj s 9 1) (disj s 1) (contains? s 3) (s 3) (s 77) (get s 2) (count s) (= s #{1 2 3}) (= #{1 2 3} s) (= (hash s) (hash #{1 2 3})) (seq s) (rseq s) (into s [5 4]) (persistent! (conj! (transient s) 8)) (persistent! (disj! (transient s) 3)) (empty s) (ordered-set) (into (ordered-set) (range 10 0 -1)) (set? s) (class s) (meta (with-meta s {:a 1})) (.contains s 1) (os/into-ordered-set [2 1]) (first s) (map inc s) (reduce + s) (str s) (sort s))
