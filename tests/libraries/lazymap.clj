(ns libraries.lazymap (:require [lazymap.core :as l :refer [lazy-hash-map lazy-assoc lazy-sorted-map future-hash-map delay-assoc delayed-assoc delayed-hash-map lazy-struct]]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(def calls (atom []))
(defn note [x] (swap! calls conj x) x)
(def m (lazy-hash-map :a (note 1) :b (note 2)))
(show @calls (:a m) @calls (get m :b) @calls (m :a) (count m) (contains? m :c) (get m :c :none) (keys m)
      (let [n (lazy-assoc m :z (note 26))] [(contains? n :z) (:z n)]) (dissoc m :a) (into {} m) (sort (map key m))
      (sort (vals m)) (map? m)
  (= {:a 1} (lazy-hash-map :a 1)) (:x (future-hash-map :x (+ 1 2))) (seq (lazy-sorted-map :b 1 :a 2)) (meta (with-meta m {:k 1})) (:d (delayed-hash-map :d (delay 4))) (assoc m :k 5) (reduce (fn [a e] (+ a (val e))) 0 m) (apply m [:a]) (select-keys m [:a]) (first (lazy-hash-map :q 1)) (key (first (lazy-hash-map :q 1))) (conj m [:y 25]) (merge {:p 0} (lazy-hash-map :q (note 9))) (empty m) (update m :a inc) (let [{:keys [a]} m] a))
