;; A type's own way to be reduced by key, also where it is a map, a vector or a record besides.
(deftype KvVector [n]
  clojure.core.protocols/IKVReduce
  (kv-reduce [_ f init] (f init :own n))
  clojure.lang.IPersistentVector
  (count [_] n)
  (nth [_ i] (* 10 i))
  (seq [this] (seq (map (fn [i] (nth this i)) (range n)))))
(deftype KvMap []
  clojure.core.protocols/IKVReduce
  (kv-reduce [_ f init] (f init :own :map))
  clojure.lang.IPersistentMap
  (count [_] 0)
  (seq [_] nil))
(defrecord KvRecord [a]
  clojure.core.protocols/IKVReduce
  (kv-reduce [_ f init] (f init :own a)))
(deftype MethodVector [n]
  clojure.lang.IKVReduce
  (kvreduce [_ f init] (reduced (f init :method n)))
  clojure.lang.IPersistentVector
  (count [_] n)
  (seq [_] nil))
(defrecord Plain [a b])
(extend-protocol clojure.core.protocols/IKVReduce Plain (kv-reduce [_ f init] (f init :extended true)))
(defrecord Fields [a b])
(doseq [coll [(KvVector. 0) (KvVector. 2) (KvMap.) (KvRecord. 1) (MethodVector. 3) (->Plain 1 2) (assoc (->Fields 1 2) :c 3)]]
  (let [result (reduce-kv conj [] coll)]
    (println (.getSimpleName (class coll)) (if (reduced? result) [:reduced @result] result))))
(println (reduce-kv (fn [_ k v] (reduced [k v])) nil (->Fields 1 2)))

;; What a method of the type answers is the answer, reduced or not.
(def early (reify clojure.lang.IReduce (reduce [_ f] (reduced 5)) (reduce [_ f init] (reduced (f init 5)))))
(println (reduced? (reduce + early)) (reduced? (reduce + 1 early)) @(reduce + 1 early))
(println (try (transduce (take 1) + 0 early) (catch ClassCastException _ :refused)))
