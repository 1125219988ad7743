(ns libraries.core-cache
  (:require [clojure.core.cache :as c] [clojure.core.cache.wrapped :as w]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(def b (c/basic-cache-factory {:a 1}))
(defn keys-after [cache ks] (sort (keys (reduce (fn [c k] (c/through (constantly k) c k)) cache ks))))
(show b (c/lookup b :a) (c/lookup b :z) (c/lookup b :z 0) (c/has? b :a) (c/hit b :a) (c/miss b :q 1) (c/evict b :a) (c/seed b {:x 1}) (:a b) (get b :a) (count b) (assoc b :k 2) (dissoc b :a) (seq b)
      (keys-after (c/fifo-cache-factory {} :threshold 2) [1 2 3]) (keys-after (c/lru-cache-factory {} :threshold 2) [1 2 1 3]) (keys-after (c/lu-cache-factory {} :threshold 2) [1 1 2 3])
      (let [l (-> (c/lru-cache-factory {:a 1 :b 2} :threshold 2) (c/hit :a) (c/miss :c 3))] [(sort (keys l)) (c/has? l :b)]) (c/lookup (c/ttl-cache-factory {:a 1} :ttl 100000) :a)
      (let [t (c/ttl-cache-factory {:a 1} :ttl 1)] (Thread/sleep 20) [(c/has? t :a) (c/lookup t :a :gone)]) (keys-after (c/lirs-cache-factory {} :s-history-limit 2 :q-history-limit 1) [1 2 3])
      (c/lookup (c/soft-cache-factory {:a 1}) :a) (let [s (c/through (fn [k] (* k 2)) (c/soft-cache-factory {}) 4)] (c/lookup s 4))
      (c/through-cache b :new (fn [k] (name k))) (c/through str b :new) (let [a (w/fifo-cache-factory {} :threshold 2)] [(w/lookup-or-miss a :x (fn [k] 5)) (w/lookup-or-miss a :x (fn [k] 6)) (w/lookup a :x) (w/has? a :y) @a])
      (let [a (w/lru-cache-factory {})] (w/miss a :a 1) (w/hit a :a) (w/evict a :zz) (w/seed a {:n 1}) (into {} @a)) (instance? clojure.core.cache.BasicCache b) (c/fifo-cache-factory 5) (str b) (= b (c/basic-cache-factory {:a 1})))
