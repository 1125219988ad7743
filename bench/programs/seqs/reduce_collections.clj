;; reduce and reduce-kv with a function over range, vector, list, set, map.
(ns bench.reduce_collections)

(def ^:private v (vec (range 100000)))
(def ^:private l (apply list v))
(def ^:private s (set (range 50000)))
(def ^:private m (zipmap (range 50000) (range 50000)))

(defn run []
  (+ (reduce (fn [a b] (+ a b)) 0 (range 200000))
     (reduce (fn [a b] (+ a b)) 0 v)
     (reduce (fn [a b] (max a b)) l)
     (reduce + s)
     (reduce-kv (fn [a k v] (+ a k v)) 0 m)
     (reduce (fn [a e] (+ a (val e))) 0 m)))
