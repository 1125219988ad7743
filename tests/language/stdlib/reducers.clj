;; clojure.core.reducers, datafy and the protocols of reduce.

(require '[clojure.core.reducers :as r] '[clojure.datafy :as d] '[clojure.core.protocols :as p] '[clojure.instant :as i])
(prn (into [] (r/map inc (r/filter odd? (range 10)))) (r/fold + (vec (range 10000))) (reduce + (r/take 3 (range 10))) (into [] (r/drop 3 (range 6))) (into [] (r/mapcat range [1 2 3])) (into [] (r/flatten [1 [2 [3]]])) (into [] (r/take-while odd? [1 3 4 5])))
(prn (r/fold (r/monoid merge hash-map) (fn [m k v] (assoc m v k)) {:a 1 :b 2}))
(prn (vec (r/foldcat (r/map inc [1 2 3]))) (r/reduce + (r/remove even? [1 2 3])) (r/fold 2 + + (r/map inc (vec (range 10)))))
(prn (d/datafy 1) (d/datafy (atom 5)) (:name (d/datafy (find-ns 'clojure.instant))) (:cause (d/datafy (ex-info "x" {}))) (d/nav {} :a 1) (d/nav 5 0 :x) (try (d/nav nil :a 1) (catch IllegalArgumentException e (ex-message e))))
(prn (p/coll-reduce [1 2 3] +) (p/kv-reduce {:a 1} (fn [a k v] (+ a v)) 0) (i/read-instant-date "2020-01-01"))
(deftype T [a b] clojure.lang.Seqable (seq [_] (list a b)))
(prn (reduce + (T. 1 2)) (reduce + 10 (T. 1 2)) (reduce + 0 (eduction (map inc) [1 2 3])) (into [] (T. 3 4)) (reduce conj [] (eduction (map inc) [1 2])))
(deftype U [a]) (extend-protocol clojure.core.protocols/CollReduce U (coll-reduce ([u f] [:two]) ([u f i] [:three i])))
(prn (reduce + (U. 1)) (reduce + 1 (U. 1)) (transduce (map inc) conj [] (T. 1 2)))
(deftype S [n] clojure.lang.ISeq (first [_] n) (next [_] (when (pos? n) (S. (dec n)))) (more [_] (if (pos? n) (S. (dec n)) ())) (seq [this] this) (cons [_ x] nil) (empty [_] nil) (equiv [_ o] false) (count [_] (inc n)))
(prn (reduce + (S. 3)) (reduce + 1 (S. 3)) (map inc (S. 2)))
(shutdown-agents)

;; A class as data: what clojure.reflect finds, with the members by name.
(let [{:keys [name bases flags members] :as found} (d/datafy Boolean)]
  (prn name (contains? bases 'java.lang.Comparable) (contains? flags :public) (sorted? members)
       (:name (first (get members 'TRUE))) (sort (keys (meta found)))))
