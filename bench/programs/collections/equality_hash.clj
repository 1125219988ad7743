;; = and hash of equal collections that share nothing.
(ns bench.equality_hash)

(defn- data [n] (mapv (fn [i] {:id i :name (str "name" i) :tags [i (inc i)] :set #{i :x}}) (range n)))

(defn run []
  (let [a (data 4000) b (data 4000)]
    (+ (if (= a b) 1 0)
       (if (= (hash a) (hash b)) 1 0)
       (count (into (set a) b))
       (if (= (apply list a) (map identity b)) 1 0))))
