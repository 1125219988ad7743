(ns libraries.lazymap
  (:require [lazymap.core :as l]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(def log (atom []))
(defn noisy [x] (swap! log conj x) x)
(def m (l/lazy-hash-map :a (noisy 1) :b (noisy 2)))
(show @log (:a m) @log (:a m) @log (get m :z 0) (contains? m :b) @log (count m) (sort (keys m)) @log (sort (vals m)) @log (into {} m) (dissoc m :a) (let [n (l/lazy-assoc m :c (noisy 3))] [(count n) @log (:c n) @log]) (map key (l/lazy-sorted-map :b (noisy 8) :a (noisy 9))) (first (l/lazy-sorted-map :b 1 :a 2)) (map? m) (assoc m :k 1) (select-keys m [:b]) (m :a) (find m :b) (l/delayed-assoc {} :d (delay 5)) (:d (l/delayed-hash-map :d (delay 6))) (merge m {:x 1}) (reduce (fn [a [k v]] (+ a v)) 0 m))
