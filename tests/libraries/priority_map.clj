(ns libraries.priority-map
  (:require [clojure.data.priority-map :as p]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(def m (p/priority-map :a 2 :b 1 :c 3 :d 1))
(show m (peek m) (pop m) (first m) (seq m) (keys m) (vals m) (m :a) (:c m) (get m :z) (get m :z 0) (assoc m :e 0) (dissoc m :b)
      (count m) (contains? m :a) (rseq m) (into m [[:x 5] [:a 0]]) (empty m) (conj m [:q 9]) (= m {:a 2 :b 1 :c 3 :d 1})
      (= {:a 2 :b 1 :c 3 :d 1} m) (hash m) (meta (with-meta m {:k 1})) (subseq m < 2) (subseq m >= 1 <= 2) (rsubseq m < 3)
      (p/priority-map-by > :a 1 :b 3) (p/priority-map-keyfn first :a [2 :x] :b [1 :y])
      (p/priority-map-keyfn-by first > :a [2 :x] :b [1 :y]) (p/priority->set-of-items m) (map? m) (reduce-kv (fn [a k v] (+ a v)) 0 m)
      (update m :a inc) (merge m {:z 0}) (class m) (find m :a) (find m :zz) (pop (p/priority-map)) (peek (p/priority-map))
      (str m) (into {} m) (instance? java.util.Map m) (.containsKey m :a) (.valAt m :a 1) (iterator-seq (.iterator m)))
