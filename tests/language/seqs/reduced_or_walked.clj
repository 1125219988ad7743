;; Which functions reduce a collection that reduces itself and which ask for its seq: the elements differ on purpose.
(defmacro t [x]
  `(println '~x (try ~x (catch Throwable e# (str (class e#))))))

(deftype Reducing [] ; an IReduceInit and Iterable
  Iterable (iterator [_] (.iterator [7 8]))
  clojure.lang.IReduceInit (reduce [_ f init] (f (f init 1) 2)))
(deftype OnlyReducing [] ; no seq
  clojure.lang.IReduceInit (reduce [_ f init] (f (f init 1) 2)))
(deftype ByProtocol []
  Iterable (iterator [_] (.iterator [7 8]))
  clojure.core.protocols.CollReduce (coll-reduce [_ f] :one) (coll-reduce [_ f init] (f (f init 1) 2)))

(doseq [x [(Reducing.) (OnlyReducing.) (ByProtocol.) (eduction (map inc) [6 7])]]
  (println (class x))
  (t (reduce + 10 x))
  (t (vec x))
  (t (set x))
  (t (into [] x))
  (t (mapv inc x))
  (t (frequencies x))
  (t (seq (into-array x)))
  (t (class (into-array x)))
  (t (seq (to-array x)))
  (t (seq (int-array x)))
  (t (seq (long-array 2 x)))
  (t (apply str (interpose "-" x)))
  (t (every? pos? x))
  (t (some #{1 7} x))
  (t (sort > x))
  (t (reverse x))
  (t (first x)))

(println (reduce + (eduction (map inc) [6 7]))) ; on the JVM the order of identity hashes decides whether it throws

;; what looks for one element stops there
(println (some #(when (> % 10) %) (eduction (map inc) (range)))
         (every? #(< % 10) (eduction (map inc) (range)))
         (reduce #(if (> %2 10) (reduced %1) (+ %1 %2)) 0 (eduction (map inc) (range))))

;; reduce-kv and update-vals reduce what is no map; hashes are of what is Iterable
(deftype Pairs []
  clojure.lang.IReduceInit (reduce [_ f init] (f (f init (first {:a 1})) (first {:b 2}))))
(deftype OnlySeqable []
  clojure.lang.Seqable (seq [_] (list 1 2)))
(t (reduce-kv (fn [m k v] (assoc m v k)) {} (Pairs.)))
(t (update-vals (Pairs.) inc))
(t (reduce-kv conj [] (OnlySeqable.)))
(t (reduce-kv conj [] [[:a 1]]))
(t (hash-ordered-coll (OnlySeqable.)))
(t (hash-unordered-coll (OnlyReducing.)))
(t (= (hash-ordered-coll (Reducing.)) (hash [7 8])))
(t (= (hash-unordered-coll (eduction (map inc) [6 7])) (hash #{7 8})))
