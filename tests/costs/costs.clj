;; What the operations on collections and the functions on seqs cost at n and at 16 n. Run by
;; tests/costs/costs, which counts the instructions between calls of System/nanoTime: four marks a
;; row, around the work at n and around the work at 16 n. Each row: a name, the largest exponent,
;; how the collection of n is made, the work.
(ns costs
  (:require [clojure.edn :as edn]
            [clojure.set :as set]
            [clojure.string :as string]
            [clojure.walk :as walk]))

;; Exponents: constant or a logarithm; proportional, hash tries growing deeper; proportional times a logarithm.
(def constant 0.4)
(def linear 1.2)
(def sorting 1.35)

(defn- long-vector [n] (vec (range n)))
(defn- long-list [n] (apply list (range n)))
(defn- long-map [n] (zipmap (range n) (range n)))
(defn- long-set [n] (set (range n)))
(defn- tree-map [n] (into (sorted-map) (map (fn [i] [i i])) (range n)))
(defn- tree-set [n] (into (sorted-set) (range n)))
(defn- queue [n] (into clojure.lang.PersistentQueue/EMPTY (range n)))
(defn- text [n] (apply str (repeat n "x")))
(defn- words [n] (string/join " " (repeat n "word")))
(defn- lazy [n] (map inc (range n)))
(defn- nested [n] (mapv (fn [i] [i [i]]) (range n)))

(defn- by-next [coll] (loop [s (seq coll)] (when s (first s) (recur (next s)))))
(defn- by-rest [coll] (loop [s coll] (when (seq s) (first s) (recur (rest s)))))
(defn- by-pop [coll] (loop [c coll] (when (seq c) (peek c) (recur (pop c)))))

(defmacro ^:private times [& body] `(dotimes [~'i 100] ~@body))

(def ^:private rows
  (into
   (vec (for [[name make] [["vector" long-vector] ["list" long-list] ["map" long-map] ["set" long-set]
                           ["sorted map" tree-map] ["sorted set" tree-set] ["queue" queue] ["string" text]
                           ["lazy seq" lazy] ["range" range] ["array" (fn [n] (long-array n))]
                           ["keys" (fn [n] (keys (long-map n)))] ["vals" (fn [n] (vals (long-map n)))]
                           ["subvec" (fn [n] (subvec (long-vector (+ n 2)) 1 n))] ["rseq" (fn [n] (rseq (long-vector n)))]
                           ["host list" (fn [n] (java.util.ArrayList. ^java.util.Collection (long-vector n)))]
                           ["cycle" (fn [n] (take n (cycle [1 2 3])))] ["iterate" (fn [n] (take n (iterate inc 0)))]
                           ["concat" (fn [n] (concat (range n) (list 1) (range n)))] ["repeat" (fn [n] (repeat n 1))]]
              [how work] [["next" by-next] ["rest" by-rest] ["into, reduce and count" (fn [c] (into [] c) (reduce (fn [_ x] x) nil c) (last c) (count c))]]]
          [(str how " of a " name) linear make work]))
   [;; taking apart and building up
    ["pop of a vector" linear long-vector by-pop]
    ["pop of a list" linear long-list by-pop]
    ["pop of a queue" linear queue by-pop]
    ["pop!" linear long-vector (fn [v] (loop [t (transient v)] (when (pos? (count t)) (recur (pop! t)))))]
    ["subvec of a subvec" linear long-vector (fn [v] (loop [v v] (when (pos? (count v)) (recur (subvec v 1)))))]
    ["subList of a subList" linear long-vector (fn [v] (loop [v v] (when (pos? (count v)) (recur (.subList ^java.util.List v 1 (count v))))))]
    ["dissoc" linear long-map (fn [m] (reduce dissoc m (keys m)))]
    ["dissoc of a sorted map" sorting tree-map (fn [m] (reduce dissoc m (keys m)))]
    ["ranges of a TreeMap" sorting #(java.util.TreeMap. ^java.util.Map (long-map %))
     (fn [^java.util.TreeMap m] (dotimes [i (.size m)] (.firstKey (.tailMap m i)) (.lastKey (.headMap m (inc i))) (.ceilingKey (.descendingMap m) i)))]
    ["disj" linear long-set (fn [s] (reduce disj s s))]
    ["conj on a vector" linear range (fn [s] (reduce conj [] s))]
    ["conj on a list" linear range (fn [s] (reduce conj () s))]
    ["conj on a set" linear range (fn [s] (reduce conj #{} s))]
    ["conj on a queue" linear range (fn [s] (reduce conj clojure.lang.PersistentQueue/EMPTY s))]
    ["cons" linear range (fn [s] (reduce (fn [c x] (cons x c)) nil s))]
    ["assoc on a map" linear range (fn [s] (reduce (fn [m i] (assoc m i i)) {} s))]
    ["assoc on a vector" linear long-vector (fn [v] (reduce (fn [v i] (assoc v i 0)) v (range (count v))))]
    ["assoc!" linear range (fn [s] (persistent! (reduce (fn [m i] (assoc! m i i)) (transient {}) s)))]
    ["conj!" linear range (fn [s] (persistent! (reduce conj! (transient []) s)))]
    ["assoc on a sorted map" sorting range (fn [s] (reduce (fn [m i] (assoc m i i)) (sorted-map) s))]
    ["update" linear long-map (fn [m] (reduce (fn [m k] (update m k inc)) m (keys m)))]
    ["update-in" linear long-map (fn [m] (reduce (fn [m k] (update-in m [k :a] (fnil inc 0))) {} (keys m)))]
    ;; seqs
    ["map, filter, remove, keep" linear range (fn [s] (dorun (keep identity (remove neg? (filter even? (map inc s))))))]
    ["map of two" linear lazy (fn [s] (dorun (map + s s)))]
    ["map-indexed, keep-indexed" linear range (fn [s] (dorun (keep-indexed (fn [i x] x) (map-indexed vector s))))]
    ["mapcat" linear range (fn [s] (dorun (mapcat (fn [x] [x x]) s)))]
    ["apply concat" linear range (fn [s] (dorun (apply concat (map list s))))]
    ["take, drop" linear lazy (fn [s] (dorun (drop 10 (take 1000000 s))))]
    ["take-while, drop-while" linear lazy (fn [s] (dorun (drop-while neg? (take-while pos? s))))]
    ["take-nth" linear lazy (fn [s] (dorun (take-nth 3 s)))]
    ["take-last, drop-last, butlast" linear lazy (fn [s] (dorun (take-last 5 s)) (dorun (drop-last 5 s)) (dorun (butlast s)))]
    ["split-at, split-with" linear lazy (fn [s] (run! dorun (split-at 100 s)) (run! dorun (split-with (fn [x] (< x 200)) s)))]
    ["partition" linear lazy (fn [s] (dorun (partition 3 s)))]
    ["partition with a step" linear lazy (fn [s] (dorun (partition 4 1 s)))]
    ["partition-all" linear lazy (fn [s] (dorun (partition-all 3 s)))]
    ["partition-by" linear lazy (fn [s] (run! dorun (partition-by (fn [x] (quot x 7)) s)))]
    ["interleave, interpose" linear lazy (fn [s] (dorun (interleave s (interpose 0 s))))]
    ["distinct, dedupe" linear lazy (fn [s] (dorun (distinct s)) (dorun (dedupe s)))]
    ["reductions" linear lazy (fn [s] (dorun (reductions + s)))]
    ["for of two" linear range (fn [s] (dorun (for [x s y [1 2] :when (odd? x)] [x y])))]
    ["doseq" linear range (fn [s] (doseq [x s] x))]
    ["flatten" linear nested (fn [s] (dorun (flatten s)))]
    ["tree-seq" linear nested (fn [s] (dorun (tree-seq vector? seq s)))]
    ["lazy-seq by hand" linear identity (fn [n] ((fn walk [s] (when s (recur (next s)))) ((fn from [i] (lazy-seq (when (< i n) (cons i (from (inc i)))))) 0)))]
    ["some, every?" linear lazy (fn [s] (some neg? s) (every? pos? s))]
    ["reverse" linear lazy (fn [s] (dorun (reverse s)))]
    ["sort" sorting (fn [n] (mapv (fn [i] (mod (* i 7919) 65537)) (range n))) (fn [v] (dorun (sort v)))]
    ["sort of what is sorted" sorting long-vector (fn [v] (dorun (sort v)))]
    ["sort with a comparator" sorting long-vector (fn [v] (dorun (sort > v)))]
    ["sort-by" sorting long-vector (fn [v] (dorun (sort-by - v)))]
    ["group-by" linear long-vector (fn [v] (group-by odd? v))]
    ["group-by of many" linear long-vector (fn [v] (group-by (fn [x] (quot x 3)) v))]
    ["frequencies" linear long-vector (fn [v] (frequencies v))]
    ["zipmap" linear long-vector (fn [v] (zipmap v v))]
    ["transduce" linear long-vector (fn [v] (transduce (comp (map inc) (filter odd?)) + v))]
    ["into with a transducer" linear long-vector (fn [v] (into [] (comp (map inc) (partition-all 3) cat (take 1000000)) v))]
    ["sequence" linear long-vector (fn [v] (dorun (sequence (map inc) v)))]
    ["eduction" linear long-vector (fn [v] (reduce + 0 (eduction (map inc) (filter odd?) v)))]
    ["reduce-kv" linear long-map (fn [m] (reduce-kv (fn [a k v] (+ a v)) 0 m))]
    ["mapv, filterv" linear long-vector (fn [v] (filterv odd? (mapv inc v)))]
    ["vec, set, list, arrays" linear lazy (fn [s] (vec s) (set s) (apply list s) (to-array s) (object-array s))]
    ["apply" linear lazy (fn [s] (apply + s) (apply max s))]
    ["dorun of a chunked seq held by its head" linear range (fn [s] (let [l (map inc s)] (dorun l) (first l)))]
    ;; maps and sets
    ["merge" linear long-map (fn [m] (merge m m))]
    ["merge-with" linear long-map (fn [m] (merge-with + m m))]
    ["select-keys" linear long-map (fn [m] (select-keys m (keys m)))]
    ["set algebra" linear long-set (fn [s] (set/union s s) (set/intersection s s) (set/difference s s) (set/subset? s s))]
    ["map-invert, rename-keys" linear long-map (fn [m] (set/map-invert m) (set/rename-keys m {1 :one}))]
    ["index" linear (fn [n] (set (map (fn [i] {:a i :b (mod i 5)}) (range n)))) (fn [s] (set/index s [:a]))]
    ["update-vals" linear long-map (fn [m] (update-vals m inc) (update-keys m inc))]
    ["postwalk" linear nested (fn [v] (walk/postwalk identity v))]
    ["= and hash of vectors" linear long-vector (fn [v] (= v (vec (seq v))) (hash (vec (seq v))))]
    ["= and hash of maps" linear long-map (fn [m] (= m (into {} m)) (hash (into {} m)))]
    ["= and hash of sets" linear long-set (fn [s] (= s (set (seq s))) (hash (set (seq s))))]
    ["= of lazy seqs" linear lazy (fn [s] (= s (map identity s)))]
    ["compare of vectors" linear long-vector (fn [v] (compare v (vec (seq v))))]
    ;; text
    ["apply str" linear lazy (fn [s] (apply str s))]
    ["join" linear lazy (fn [s] (string/join ", " s))]
    ["split" linear words (fn [t] (string/split t #" "))]
    ["split-lines, lines" linear (fn [n] (apply str (repeat n "line\n"))) (fn [t] (string/split-lines t))]
    ["replace" linear words (fn [t] (string/replace t "wo" "b") (string/replace t #"o" "aa"))]
    ["replace with a function" linear words (fn [t] (string/replace t #"o" string/upper-case))]
    ["upper-case, reverse, trim, blank?" linear words (fn [t] (string/reverse (string/upper-case (string/trim t))) (string/blank? t))]
    ["re-seq" linear words (fn [t] (dorun (re-seq #"\w+" t)))]
    ["re-find that finds nothing" linear words (fn [t] (re-find #"x" t))]
    ["characters by index" linear words (fn [t] (dotimes [i (count t)] (nth t i) (.charAt ^String t i)))]
    ["a string builder" linear identity (fn [n] (let [b (StringBuilder.)] (dotimes [i n] (.append b i)) (.toString b)))]
    ["printing and reading" linear nested (fn [v] (read-string (pr-str v)) (edn/read-string (pr-str v)))]
    ["printing a map" linear long-map (fn [m] (pr-str m))]
    ["with-out-str" linear long-vector (fn [v] (with-out-str (run! println v)))]
    ["a reader of lines" linear (fn [n] (apply str (repeat n "line\n"))) (fn [t] (count (line-seq (java.io.BufferedReader. (java.io.StringReader. t)))))]
    ["escape" linear words (fn [t] (string/escape t {\o "0"}))]
    ;; one step of what is large
    ["count" constant (fn [n] [(long-vector n) (long-list n) (long-map n) (long-set n) (tree-map n) (queue n) (text n) (seq (long-vector n)) (range n)])
     (fn [colls] (times (run! count colls)))]
    ["first, next, seq, empty?" constant (fn [n] [(long-vector n) (long-list n) (long-map n) (long-set n) (tree-map n) (queue n) (text n) (doall (lazy n)) (range n)])
     (fn [colls] (times (run! (fn [c] (first c) (next c) (seq c) (empty? c)) colls)))]
    ["peek, pop, conj" constant (fn [n] [(long-vector n) (long-list n) (queue n)]) (fn [colls] (times (run! (fn [c] (peek c) (pop c) (conj c 1)) colls)))]
    ["nth of a vector" constant long-vector (fn [v] (times (nth v (* i 1)) (get v i) (v i)))]
    ["nth of a string, a range, an array" constant (fn [n] [(text n) (range n) (long-array n)]) (fn [cs] (times (run! (fn [c] (nth c (+ i 20))) cs)))]
    ["assoc, update, dissoc" constant long-map (fn [m] (times (assoc m i 1) (update m i inc) (dissoc m i) (find m i) (contains? m i)))]
    ["assoc on one vector" constant long-vector (fn [v] (times (assoc v i 1) (update v i inc)))]
    ["disj, contains?" constant long-set (fn [s] (times (disj s i) (contains? s i) (s i) (conj s -1)))]
    ["steps of a sorted map" constant tree-map (fn [m] (times (get m i) (assoc m i 1) (dissoc m i) (first m) (first (rseq m)) (first (subseq m > i))))]
    ["subvec, rseq, transient" constant long-vector (fn [v] (times (subvec v 10 100) (rseq v) (persistent! (conj! (transient v) 1))))]
    ["transient map" constant long-map (fn [m] (times (persistent! (assoc! (transient m) i 1))))]
    ["meta and vec of a vector" constant long-vector (fn [v] (times (with-meta v {:a 1}) (vec v) (meta v)))]
    ["hash again" constant (fn [n] (doto (long-vector n) hash)) (fn [v] (times (hash v)))]
    ["drop of a vector, nthrest of a range" linear long-vector (fn [v] (first (drop 100 v)) (first (nthrest (range 100000) 100)))]]))

(def ^:private chosen
  (filter (fn [[name]] (string/includes? name (or (first *command-line-args*) ""))) rows))

(doseq [[_ _ make work] chosen]
  (work (make 128))
  (doseq [n [128 2048]]
    (let [collection (make n)]
      (System/gc)  ; or a collection that the rows before have earned falls between the marks
      (System/nanoTime)
      (work collection)
      (System/nanoTime))))
(doseq [[name most] chosen]
  (println (str most "\t" name)))
