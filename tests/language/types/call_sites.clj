; What call sites of protocol functions, constructors and methods remember, and when they must forget it.
(ns types.call-sites)

(defn try-it [f] (try (f) (catch NullPointerException _ :null) (catch Throwable e [(.getSimpleName (class e)) (ex-message e)])))
(defprotocol Shape (area [s]) (scale [s k]))
(defrecord Square [a] Shape (area [_] (* a a)) (scale [_ k] (Square. (* a k))))
(deftype Circle [r] Shape (area [_] (* 3 r r)) (scale [_ k] (Circle. (* r k))))
(extend-protocol Shape
  Long (area [n] n) (scale [n k] (* n k))
  nil (area [_] :nothing)
  String (area [s] (count s))
  Object (area [_] :object))
(defn of-any [x] (area x))
(defn made [n] (reify Shape (area [_] n) (scale [this _] this)))
(def things [(->Square 3) (Circle. 2) 5 nil "abc" :k (made 1) (made 2) 2.5 [1] (object-array 2) (long-array 1)])
(dotimes [_ 3] (println (map of-any things)))
(doseq [x things] (println (dotimes [_ 3] (of-any x)) (of-any x)))
(println (map (fn [x] (area x)) [(made 1) (made 2) (made 3)]))
(println (:a (scale (->Square 2) 3)) (.r ^Circle (scale (Circle. 2) 3)) (try-it #(scale "a" 1)) (try-it #(scale nil 1)))

; extend, with-redefs and alter-var-root after the site has run
(defn one-site [x] (area x))
(println (one-site 2.5) (one-site 2.5))
(extend-protocol Shape Double (area [_] :double))
(println (one-site 2.5) (one-site (Circle. 1)) (one-site 2.5))
(println (first (try-it #(extend-type Circle Shape (area [_] :never)))))
(println (with-redefs [area (fn [_] :redefined)] (one-site 2.5)) (one-site 2.5))
(def old area)
(println (with-redefs [area (fn ([x] [:many (old x)]) ([x y] y))] (one-site 3)) (one-site 3))
(println (try-it #(with-redefs [area nil] (one-site 3))))

; metadata
(defprotocol Named :extend-via-metadata true (title [x]))
(extend-protocol Named Object (title [_] :any))
(defn title-of [x] (title x))
(println (title-of [1]) (title-of (with-meta [1] {`title (fn [_] :meta)})) (title-of [1]) (title-of (with-meta [1] {`title (fn [_] :other)})))

; constructors: of a type in its own methods, of records, of host classes, with a wrong number of arguments
(defrecord Node [value more])
(defn chain [n] (loop [i 0 node nil] (if (< i n) (recur (inc i) (Node. i node)) node)))
(println (:value (chain 5)) (count (chain 2)) (assoc (chain 1) :z 2) (= (chain 3) (chain 3)) (Node. 1 2))
(deftype Counter [^:unsynchronized-mutable n]
  clojure.lang.IDeref (deref [_] n)
  clojure.lang.IFn (invoke [_] (set! n (inc n)) (Counter. n)))
(println @((Counter. 1)) (let [c (Counter. 5)] (c) @c))
(println (map (fn [s] (str (StringBuilder. ^String s))) ["a" "b"]) (map (fn [s] (try-it #(Long. ^String s))) ["1" "z"])
         (map (fn [s] (ex-message (IllegalStateException. ^String s))) ["x" "y"]))

; methods of types through their interface's name
(deftype Span [low high] clojure.lang.Counted (count [_] (- high low)) Object (toString [_] (str low "-" high)))
(defn length [^clojure.lang.Counted x] (.count x))
(println (map length [(Span. 1 4) [1 2] (Span. 0 9) {:a 1} (Span. 2 2)]) (.toString (Span. 1 2)))

; cells that hand-written lazy seqs are made of
(defn from [n] (lazy-seq (cons n (from (inc n)))))
(println (take 4 (from 0)) (first (rest (rest (from 0)))) (first (next (next (from 5)))) (nth (from 3) 20))
(println (first (lazy-seq [1 2])) (next (cons 1 nil)) (rest (cons 1 (lazy-seq nil))) (next (cons 1 (lazy-seq nil))) (rest '(1))
         (next '(1)) (seq (lazy-seq nil)) (try-it #(first 5)) (try-it #(next :k)) (try-it #(seq 1)) (first {}) (next "ab") (rest nil) (first nil) (seq ()) (rest ()))
