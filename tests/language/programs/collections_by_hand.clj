(ns programs.collections-by-hand (:import (clojure.lang IPersistentMap ILookup Associative Counted Seqable IFn IDeref IObj Indexed IReduceInit IReduce IPersistentCollection Sequential MapEntry IKVReduce ISeq IPersistentStack Reversible IHashEq IPersistentVector IPersistentSet IAtom IPending ExceptionInfo Reduced)))
(defmacro show [& forms] `(do ~@(map (fn [f] `(println '~f "=>" (try (pr-str ~f) (catch Throwable e# (str (.getName (class e#)) ": " (ex-message e#)))))) forms)))
;; lru cache as a map
(deftype Lru [m order n]
  ILookup (valAt [this k] (.valAt this k nil)) (valAt [_ k d] (get m k d))
  IPersistentMap (assoc [_ k v] (let [o (conj (filterv #(not= k %) order) k) m (assoc m k v)] (if (> (count o) n) (Lru. (dissoc m (first o)) (subvec o 1) n) (Lru. m o n)))) (without [_ k] (Lru. (dissoc m k) (filterv #(not= k %) order) n)) (assocEx [this k v] (if (contains? m k) (throw (Exception. "present")) (assoc this k v)))
  Associative (containsKey [_ k] (contains? m k)) (entryAt [_ k] (find m k))
  IPersistentCollection (count [_] (count m)) (cons [this x] (if (map? x) (reduce-kv assoc this x) (assoc this (first x) (second x)))) (empty [_] (Lru. {} [] n)) (equiv [_ o] (= m o))
  Seqable (seq [_] (seq (map #(MapEntry. % (m %)) order)))
  Iterable (iterator [this] (.iterator ^Iterable (or (seq this) ())))
  IFn (invoke [_ k] (m k)) (invoke [_ k d] (m k d)) (applyTo [this args] (clojure.lang.AFn/applyToHelper this args))
  Object (toString [_] (str m)) (hashCode [_] (hash m)) (equals [_ o] (= m o)))
(def c (-> (Lru. {} [] 2) (assoc :a 1) (assoc :b 2) (assoc :a 3) (assoc :c 4)))
(show (:a c) (c :b) (c :b :none) (get c :zz 9) (count c) (seq c) (keys c) (vals c) (contains? c :a) (find c :a) (dissoc c :a) (into {} c) (= c {:a 3 :c 4}) (= {:a 3 :c 4} c) (map? c) (ifn? c) (conj c [:z 1]) (merge c {:q 1}) (reduce-kv (fn [a k v] (+ a v)) 0 c) (update c :a inc) (assoc-in c [:a] 1) (let [{:keys [a]} c] a) (apply c [:a]) (map c [:a :c]) (str c) (empty c) (select-keys c [:a]) (first c) (some (fn [[k v]] (= v 4)) c) (hash c) (zipmap (keys c) (vals c)) (into (Lru. {} [] 1) {:x 1}) (get-in {:l c} [:l :a]))
;; ring buffer
(deftype Ring [^:unsynchronized-mutable items cap]
  clojure.lang.IAtom (swap [_ f] (set! items (vec (take-last cap (f items)))) items) (reset [_ v] (set! items v)) (compareAndSet [_ a b] (if (= items a) (do (set! items b) true) false))
  IDeref (deref [_] items) Counted (count [_] (count items)) Indexed (nth [_ i] (nth items i)) (nth [_ i d] (nth items i d))
  IReduceInit (reduce [_ f init] (loop [acc init xs (seq items)] (if xs (let [r (f acc (first xs))] (if (reduced? r) @r (recur r (next xs)))) acc)))
  Seqable (seq [_] (seq items)) java.io.Closeable (close [_] (println "closed")))
(let [r (Ring. [1 2] 3)] (show @r (count r) (nth r 0) (nth r 9 :d) (nth r 9) (reduce + 0 r) (transduce (map inc) + 0 r) (into [] r) (vec r) (reset! r [9]) (first r) (compare-and-set! r [9] [8]) (reduce (fn [a x] (reduced x)) 0 r)) (with-open [x r] (println @x)))
;; custom seq
(deftype Count [n] ISeq (first [_] n) (next [_] (when (pos? n) (Count. (dec n)))) (more [this] (or (.next this) ())) (cons [this x] (clojure.core/cons x (lazy-seq this))) (count [_] (inc n)) (empty [_] ()) (equiv [this o] (= (take (inc n) (iterate dec n)) o)) (seq [this] this) Sequential)
(show (Count. 3) (map inc (Count. 3)) (rest (Count. 0)) (next (Count. 0)) (reduce + (Count. 4)) (count (Count. 2)) (= (Count. 2) [2 1 0]) (= [2 1 0] (Count. 2)) (conj (Count. 1) :x) (cons :y (Count. 1)) (take 2 (Count. 9)) (apply + (Count. 3)) (last (Count. 5)) (seq? (Count. 1)) (let [[a & b] (Count. 2)] [a b]) (into [] (Count. 2)) (nth (Count. 5) 2)  (empty? (Count. 2)) (concat (Count. 1) (Count. 1)))
;; reify / proxy
(show (let [r (reify Object (toString [_] "R!") (equals [_ o] true) (hashCode [_] 5) clojure.lang.IFn (invoke [_] :zero) (invoke [_ a] [:one a]) (invoke [_ a b] [:two a b]) Comparable (compareTo [_ o] -1))] [(str r) (r) (r 1) (r 1 2) (hash r) (= r 1) (compare r 1) (r 1)])
  (sort (reify java.util.Comparator (compare [_ a b] (- (compare a b)))) [1 3 2]) (let [p (proxy [java.util.AbstractList] [] (size [] 3) (get [i] (* i 10)))] [(vec p) (count p) (.contains p 20) (.indexOf p 10) (seq p) (nth p 1) (str p)])
  (let [p (proxy [java.io.Writer] [] (write ([x] (print (str "<" (if (int? x) (char x) x) ">"))) ([x o l] (print (str "[" (if (string? x) (subs x o (+ o l)) (String. ^chars x (int o) (int l))) "]")))) (flush []) (close []))] (with-out-str (.write p "abc") (.write p (int 65)))) (let [t (proxy [Thread] ["nm"] (run [] (print "ran")))] (.start t) (.join t) (.getName t)) (let [tl (proxy [ThreadLocal] [] (initialValue [] 7))] (.get tl))
  (try (.foo (reify Runnable (run [_] 1))) (catch Throwable e (class e))) (.call ^Callable (fn [] 5)) (.run ^Runnable (fn [] 5)) (instance? Runnable (reify Runnable (run [_]))) (.compare ^java.util.Comparator < 1 2))
;; hierarchies
(derive ::dog ::animal) (derive ::puppy ::dog) (derive String ::text) (derive ::dog ::pet)
(defmulti speak "doc" {:arglists '([x])} (fn [x & _] (if (map? x) (:type x) (class x))) :default ::none)
(defmethod speak ::animal [_] "...") (defmethod speak ::pet [_] "purr") (defmethod speak ::text [s] (str "text " s)) (defmethod speak Number [n] (str "num " n)) (defmethod speak Long [n] (str "long " n)) (defmethod speak ::none [x] [:none x]) (defmethod speak nil [_] :nil)
(prefer-method speak ::pet ::animal)
(show (speak {:type ::puppy}) (speak "x") (speak 1) (speak 1.5) (speak nil) (speak :k) (isa? ::puppy ::animal) (isa? String ::text) (ancestors ::puppy) (descendants ::animal) (parents ::dog) (isa? [::puppy Long] [::dog Number]) (prefers speak) (count (methods speak)) (do (remove-method speak Long) (speak 1)) (fn? (get-method speak ::puppy)) (derive ::animal ::puppy) (do (underive ::puppy ::dog) (isa? ::puppy ::animal)) (:doc (meta #'speak)))
