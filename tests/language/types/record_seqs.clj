; Seqs of records are chunks, vec of vectors gives them back, concurrent maps look for no nil.
(defmacro t [& fs] `(do ~@(for [f fs] `(println '~f (try (let [x# ~f] (pr-str x# (class x#))) (catch Throwable e# (class e#)))))))
(defrecord P [x y]) (defrecord E [])
(def p (->P 1 2)) (def q (assoc p :z 3 :w 4))
(t (seq p) (rest p) (next p) (next (next p)) (rest (rest p)) (seq (rest (rest p))) (seq q) (drop 2 q) (nthrest q 2) (nthnext q 2) (nthrest p 2) (seq (->E)) (rest (->E)) (seq (assoc (->E) :a 1))
   (chunked-seq? (seq p)) (counted? (seq p)) (counted? (rest (rest q))) (count (chunk-first (seq q))) (chunk-rest (seq q)) (chunk-next (seq p)) (count (seq q)) (first q) (last q) (second p)
   (map key q) (keys q) (vals p) (class (keys p)) (reduce (fn [a [k v]] (+ a v)) 0 q) (into {} q) (reduce-kv (fn [a k v] (conj a k v)) [] q) (apply concat q) (meta (with-meta (seq p) {:a 1}))
   (= (seq p) [[:x 1] [:y 2]]) (hash (seq p)) (key (first p)) (let [[a & more] p] [a more]) (zipmap (keys q) (vals q)) (sort-by val > q) (mapv val p) (for [[k v] q] [v k]) (empty (seq p)) (cons 1 (seq p)) (conj (seq p) 1) (str (seq p)) (format "%s" (seq p)))
(eval `(defrecord ~'Wide [~@(map #(symbol (str "f" %)) (range 40))]))
(def w (apply (resolve '->Wide) (range 40)))
(t (count (seq w)) (class (chunk-rest (seq w))) (reduce + (vals w)) (count (chunk-first (seq w))) (last w) (nth (seq (assoc w :more 1)) 40) (map first (drop 30 w)))
(t (vec (vector-of :long 1 2)) (vec (with-meta (vector-of :int 1) {:a 1})) (meta (vec (with-meta (vector-of :int 1) {:a 1}))) (vec (subvec [1 2 3] 1)) (vec (first {1 2})) (vec (with-meta (subvec [1 2] 1) {:a 1})) (conj (vec (subvec [1 2 3] 0 2)) 9)
   (assoc (vec (vector-of :long 1)) 0 :a) (identical? (vec [1]) [1]))
(import 'java.util.concurrent.ConcurrentHashMap 'java.util.Hashtable 'java.util.HashMap)
(doseq [make [#(ConcurrentHashMap. {:a 1}) #(Hashtable. {:a 1}) #(HashMap. {:a 1})]]
  (let [^java.util.Map m (make)]
    (t (.get m nil) (.containsKey m nil) (.containsValue m nil) (.getOrDefault m nil 1) (.put m nil 1) (.put m :b nil) (.putIfAbsent m nil 1) (.remove m nil) (.replace m nil 1) (get m nil) (contains? m nil) (get m nil 5) (.size m) (.get m :a) (.put m :c 4) (.containsKey m :c))))
(defmacro m [& fs] `(do ~@(for [f fs] `(println '~f (try ~f (catch Throwable e# (ex-message e#)))))))
(let [^java.util.Map c (ConcurrentHashMap. {:a 1}) ^java.util.Map h (Hashtable. {:a 1})]
  (m (.get c nil) (.getOrDefault c nil 1) (.containsKey c nil) (.remove c nil) (.put c nil 1) (.containsValue c nil) (.putIfAbsent c nil 1) (.get h nil) (.containsKey h nil) (.containsValue h nil) (.remove h nil)))
