; An LRU cache as a deftype that is a Clojure map, with protocols, mutable fields and a priority queue.
(ns lru
  (:import (java.util Map$Entry LinkedHashMap)
           (clojure.lang IPersistentMap IPersistentCollection ILookup Counted Seqable IFn Associative MapEntry IObj MapEquivalence IKVReduce)))

(defprotocol Cache
  "Bounded storage."
  (lookup [cache k] [cache k not-found] "the value of k")
  (has? [cache k])
  (hit [cache k] "the cache after a use of k")
  (miss [cache k v] "the cache with k added")
  (evict [cache k]))

(defn- oldest [ticks] (key (apply min-key val ticks)))

(deftype LruCache [entries ticks tick limit metadata]
  Cache
  (lookup [this k] (lookup this k nil))
  (lookup [_ k not-found] (get entries k not-found))
  (has? [_ k] (contains? entries k))
  (hit [_ k] (LruCache. entries (assoc ticks k (inc tick)) (inc tick) limit metadata))
  (miss [_ k v]
    (let [tick (inc tick)]
      (if (and (>= (count entries) limit) (not (contains? entries k)))
        (let [old (oldest ticks)]
          (LruCache. (-> entries (dissoc old) (assoc k v)) (-> ticks (dissoc old) (assoc k tick)) tick limit metadata))
        (LruCache. (assoc entries k v) (assoc ticks k tick) tick limit metadata))))
  (evict [_ k] (LruCache. (dissoc entries k) (dissoc ticks k) tick limit metadata))

  ILookup
  (valAt [this k] (.valAt this k nil))
  (valAt [_ k not-found] (get entries k not-found))
  Counted
  (count [_] (count entries))
  Seqable
  (seq [_] (seq (sort-by (comp - ticks key) entries)))
  IPersistentCollection
  (cons [this o]
    (cond
      (instance? Map$Entry o) (miss this (key o) (val o))
      (vector? o) (miss this (nth o 0) (nth o 1))
      :else (reduce (fn [c [k v]] (miss c k v)) this o)))
  (empty [_] (LruCache. {} {} 0 limit metadata))
  (equiv [_ other] (and (map? other) (= entries (into {} other))))
  Associative
  (containsKey [_ k] (contains? entries k))
  (entryAt [_ k] (when (contains? entries k) (MapEntry/create k (get entries k))))
  IPersistentMap
  (assoc [this k v] (miss this k v))
  (assocEx [this k v] (if (has? this k) (throw (RuntimeException. "Key already present")) (miss this k v)))
  (without [this k] (evict this k))
  IObj
  (meta [_] metadata)
  (withMeta [_ m] (LruCache. entries ticks tick limit m))
  IFn
  (invoke [_ k] (get entries k))
  (invoke [_ k not-found] (get entries k not-found))
  (applyTo [_ args] (apply get entries args))
  MapEquivalence
  Iterable
  (iterator [this] (.iterator ^Iterable (or (seq this) ())))
  IKVReduce
  (kvreduce [this f init] (reduce (fn [a [k v]] (f a k v)) init (seq this)))
  Object
  (toString [this] (str "LRU" (vec (keys this))))
  (hashCode [_] (.hashCode ^Object entries))
  (equals [this other] (.equiv this other)))

(defmethod print-method LruCache [c ^java.io.Writer w]
  (.write w "#lru ")
  (print-method (vec (seq c)) w))

(defn lru [limit & kvs] (into (LruCache. {} {} 0 limit nil) (map vec (partition 2 kvs))))

(def c (lru 3 :a 1 :b 2 :c 3))
(println c (str c) (count c))
(println (:a c) (c :b) (c :z :none) (get c :z 0) (apply c [:c]) (map c [:a :zz]))
(prn (assoc c :d 4) (assoc (hit c :a) :d 4) (-> c (hit :a) (hit :b) (assoc :d 4)))
(prn (dissoc c :b) (conj c [:e 5]) (conj c {:f 6 :g 7}) (merge c {:h 8}) (into c [[:i 9] [:j 10]]))
(println (map? c) (associative? c) (counted? c) (ifn? c) (coll? c) (seqable? c) (sequential? c) (record? c))
(println (= c {:a 1 :b 2 :c 3}) (= {:a 1 :b 2 :c 3} c) (= c (lru 3 :c 3 :b 2 :a 1)) (= c {:a 1}) (.equals c {:a 1 :b 2 :c 3}))
(println (contains? c :a) (contains? c :z) (find c :a) (key (find c :b)) (find c :z))
(println (keys c) (vals c) (select-keys c [:a :c]) (reduce-kv (fn [a k v] (+ a v)) 0 c))
(println (empty c) (seq (empty c)) (empty? (empty c)))
(println (update c :a inc) (update-in c [:b] * 10) (get-in {:x c} [:x :a]))
(println (let [{:keys [a b] :or {b :never} :as all} c] [a b (count all)]))
(println (meta (with-meta c {:m 1})) (meta (vary-meta c assoc :n 2)) (meta c))
(println (for [[k v] c :when (odd? v)] k) (into (sorted-map) c) (zipmap (keys c) (map str (vals c))))
(println (try (.assocEx c :a 1) (catch RuntimeException e (ex-message e))) (.assocEx c :q 1))
(println (hash-map c 1 {:a 1} 2))
(println (some (fn [e] (when (= 2 (val e)) (key e))) c) (every? map-entry? c) (iterator-seq (.iterator c)))

(deftype Counter [^:unsynchronized-mutable n ^:volatile-mutable last-key]
  clojure.lang.IDeref
  (deref [_] [n last-key])
  IFn
  (invoke [_ k]
    (set! n (inc n))
    (set! last-key k)
    n))
(let [counter (->Counter 0 nil)]
  (run! counter [:x :y :z])
  (println @counter (counter :w) @counter))

(defn memoize-lru [f limit]
  (let [state (atom (lru limit)) calls (atom 0)]
    (fn
      ([] {:calls @calls :cached (set (keys @state))})
      ([& args]
       (if (has? @state args)
         (lookup (swap! state hit args) args)
         (let [v (apply f args)]
           (swap! calls inc)
           (lookup (swap! state miss args v) args)))))))
(let [slow (memoize-lru (fn [a b] (* a b)) 2)]
  (println (map (partial apply slow) [[1 2] [1 2] [3 4] [1 2] [5 6] [1 2] [3 4]]) (slow)))

(defn java-lru [limit]
  (proxy [LinkedHashMap] [16 0.75 true]
    (removeEldestEntry [entry] (> (count this) limit))))
(let [m (doto (LinkedHashMap.) (.put :a 1) (.put :b 2))]
  (println (into [] (map (fn [^Map$Entry e] [(.getKey e) (.getValue e)])) m) (.get m :a) (.getOrDefault m :z 0) (get m :b)))
