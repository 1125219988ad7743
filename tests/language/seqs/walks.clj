; doseq, for and dorun over everything seqable, and when what comes next is realized.
(ns seqs.walks)

(deftype Twice [x] clojure.lang.ISeq
  (first [_] (println "first" x) x) (next [_] (println "next" x) (when (< x 2) (Twice. (inc x)))) (more [this] (or (.next this) ()))
  (cons [this o] (cons o this)) (count [_] 2) (empty [_] ()) (equiv [_ _] false) (seq [this] this))
(defn noisy [n] (lazy-seq (println "cell" n) (when (< n 3) (cons n (noisy (inc n))))))
(defn elements [coll] (let [seen (volatile! [])] (doseq [x coll] (vswap! seen conj x)) @seen))
(doseq [coll [nil [] [1] '(1 2 3) (range 5) (range 0.5 3) (vec (range 70)) (subvec (vec (range 50)) 30 40) "abc" {:a 1} (sorted-map 1 2 3 4)
              #{7} (sorted-set 3 1 2) (map inc (range 40)) (cons 0 [1 2]) (cons 0 (map inc [1])) (concat [1] '(2) (range 3)) (take 3 (iterate inc 0))
              (repeat 2 :x) (take 4 (cycle [1 2])) (int-array [1 2]) (object-array [:a nil]) (first {:k :v}) (seq [1 2 3]) (next [1 2 3])
              (rest (vec (range 40))) (keys {:a 1 :b 2}) (vals {:a 1}) (rseq [1 2 3]) (seq "xy") (java.util.ArrayList. [1 2]) (vector-of :long 1 2)
              (into clojure.lang.PersistentQueue/EMPTY [1 2 3]) (lazy-seq nil) (eduction (map inc) [1 2]) (filter odd? (range 70)) (list nil false)]]
  (println (count (elements coll)) (= (elements coll) (vec (seq coll))) (= (vec (for [x coll] x)) (elements coll)) (dorun coll) (= coll (doall coll))))
(println (elements (Twice. 1)))
(doseq [x (noisy 0)] (println "body" x))
(doseq [x (iterate (fn [x] (println "step" x) (inc x)) 0) :while (< x 2)] (println "body" x))
(println (dorun (noisy 1)) (first (doall (noisy 2))) (dorun 1 (noisy 0)))
(println (for [x (range 4) y [:a :b] :when (odd? x)] [x y]) (for [[k v] {:a 1} i (range v)] [k i]) (for [x (range 50) :while (< x 3) :let [y (* x x)]] y))
(doseq [x [1 2 3] :let [y (* x x)] :when (odd? x) z (range y) :while (< z 2)] (print x y z ""))
(println)
(println (map (fn [f] (f)) (let [fs (volatile! [])] (doseq [x [1 2 3]] (vswap! fs conj (fn [] x))) @fs)))
(doseq [coll [5 :k]] (println (try (doseq [x coll] x) (catch IllegalArgumentException e (ex-message e))) (try (dorun coll) (catch IllegalArgumentException e (ex-message e)))))
(println (try (doseq [x (map (fn [x] (if (= x 2) (throw (ex-info "two" {})) x)) [1 2 3])] (println x)) (catch Exception e (ex-message e))))
(println (doseq [] 1) (doseq [x []] x) (doseq [x [1]] x))

; predicates of every kind of value, asked twice: the second answer is remembered
(defrecord R [a])
(deftype V [] clojure.lang.IPersistentVector (length [_] 0) (cons [this _] this) clojure.lang.IFn (invoke [_] 1))
(def values [nil true 1 1.5 (int 1) (short 1) (byte 1) (float 1) 1N 1/2 1M \a "a" 'a 'n/a :a [] '() '(1) {} #{} (sorted-map) (sorted-set) (range 3) (lazy-seq nil)
             (cons 1 nil) (map inc [1]) (first {:a 1}) (->R 1) (V.) inc (fn []) #'inc (atom 1) (delay 1) (reduced 1) (volatile! 1) (int-array 1) (Object.)
             (java.util.ArrayList.) Long (with-meta (fn []) {:a 1}) (seq [1]) (ex-info "" {})])
(defn answers [x]
  [(boolean? x) (string? x) (char? x) (symbol? x) (keyword? x) (vector? x) (map? x) (set? x) (list? x) (seq? x) (coll? x) (sequential? x) (associative? x)
   (counted? x) (sorted? x) (reversible? x) (indexed? x) (fn? x) (ifn? x) (var? x) (record? x) (delay? x) (reduced? x) (volatile? x) (map-entry? x)
   (number? x) (integer? x) (int? x) (rational? x) (ratio? x) (decimal? x) (float? x) (double? x) (ident? x) (instance? R x) (instance? Number x)
   (instance? clojure.lang.IFn x) (if (vector? x) true false) (if (instance? java.util.List x) true false) (if (ifn? x) true false)])
(dotimes [_ 2] (doseq [x values] (println (apply str (map (fn [b] (if b 1 0)) (answers x))))))
