;; Seqs that group, remember or generate.

(defn partition
  "A lazy seq of lists of n elements, starting every step (by default n) elements. A last group
  that is too short is left out, or, when pad is given, filled from it as far as it goes."
  {:added "1.0"}
  ([n coll] (partition n n coll))
  ([n step coll] (-lazy-partition n step coll))
  ([n step pad coll]
   (lazy-seq
    (when-let [s (seq coll)]
      (let [group (doall (take n s))]
        (if (= n (count group))
          (cons group (partition n step pad (nthrest s step)))
          (list (take n (concat group pad)))))))))

(defn- flush-group
  "Passes what is collected in the volatile vector on to rf as one vector."
  [rf result group]
  (let [v @group]
    (vreset! group [])
    (rf result v)))

(defn- finish-group
  "Completes rf, with what is still collected passed on before."
  [rf result group]
  (rf (if (empty? @group)
        result
        (unreduced (flush-group rf result group)))))

(defn partition-all
  "As partition, and a last group may be shorter. Without coll, a transducer into vectors."
  {:added "1.2"}
  ([^long n]
   (fn [rf]
     (let [group (volatile! [])]
       (fn
         ([] (rf))
         ([result]
          (finish-group rf result group))
         ([result input]
          (vswap! group conj input)
          (if (= n (count @group))
            (flush-group rf result group)
            result))))))
  ([n coll] (partition-all n n coll))
  ([n step coll] (-lazy-partition-all n step coll)))

(defn partition-by
  "A lazy seq of runs: coll is split wherever (f element) changes. Without coll, a transducer into
  vectors."
  {:added "1.2"}
  ([f]
   (fn [rf]
     (let [group (volatile! [])
           current (volatile! ::none)]
       (fn
         ([] (rf))
         ([result]
          (finish-group rf result group))
         ([result input]
          (let [before @current
                value (f input)]
            (vreset! current value)
            (if (or (identical? before ::none) (= value before))
              (do
                (vswap! group conj input)
                result)
              (let [result (flush-group rf result group)]
                (when-not (reduced? result)
                  (vswap! group conj input))
                result))))))))
  ([f coll]
   (lazy-seq
    (when-let [s (seq coll)]
      (let [x (first s)
            value (f x)
            run (cons x (take-while (fn [y] (= value (f y))) (next s)))]
        (cons run (partition-by f (lazy-seq (drop (count run) s)))))))))

(defn distinct
  "A lazy seq of the elements of coll without those that occurred before. Without coll, a
  transducer."
  {:added "1.0"}
  ([]
   (fn [rf]
     (let [seen (volatile! #{})]
       (fn
         ([] (rf))
         ([result] (rf result))
         ([result input]
          (if (contains? @seen input)
            result
            (do
              (vswap! seen conj input)
              (rf result input))))))))
  ([coll]
   (let [unseen (fn unseen [coll seen]
                  (lazy-seq
                   ;; The destructuring refuses maps and sets, as it does on the JVM.
                   (loop [[x :as s] coll]
                     (when-let [s (seq s)]
                       (if (contains? seen x)
                         (recur (rest s))
                         (cons x (unseen (rest s) (conj seen x))))))))]
     (unseen coll #{}))))

(defn distinct?
  "True when no two of the arguments are equal."
  {:added "1.0"}
  ([x] true)
  ([x y] (not (= x y)))
  ([x y & more]
   (loop [seen #{x} rest (cons y more)]
     (cond
       (nil? rest) true
       (contains? seen (first rest)) false
       :else (recur (conj seen (first rest)) (next rest))))))

(defn reductions
  "A lazy seq of the intermediate values of (reduce f coll) or (reduce f init coll)."
  {:added "1.2"}
  ([f coll]
   (lazy-seq
    (if-let [s (seq coll)]
      (reductions f (first s) (rest s))
      (list (f)))))
  ([f init coll]
   (if (reduced? init)
     (list @init)
     (cons init
           ;; No :once, so that the call is made again when f threw and the rest is asked for again.
           (new clojure.lang.LazySeq
                (fn* []
                  (when-let [s (seq coll)]
                    (reductions f (f init (first s)) (rest s)))))))))

(defn repeatedly
  "A lazy seq of the results of calling f without arguments, n of them or without end."
  {:added "1.0"}
  ([f] (lazy-seq (cons (f) (repeatedly f))))
  ([n f] (take n (repeatedly f))))

(defn replicate
  "A lazy seq of n times x. (repeat n x) does the same."
  {:added "1.0" :deprecated "1.3"}
  [n x]
  (take n (repeat x)))

(defn tree-seq
  "A lazy seq of the nodes of a tree, depth first: a node comes before its children. branch? tells
  whether a node may have children, children returns a seq of them."
  {:added "1.0"}
  [branch? children root]
  (let [walk (fn walk [node]
               (lazy-seq
                (cons node
                      (when (branch? node)
                        (mapcat walk (children node))))))]
    (walk root)))

(defn xml-seq
  "A lazy seq of the nodes of an XML element (a map with :content), depth first."
  {:added "1.0"}
  [root]
  (tree-seq (complement string?) (comp seq :content) root))

(defn flatten
  "A lazy seq of everything in nested sequential collections that is not itself sequential. For
  anything else, the empty seq."
  {:added "1.2"}
  [x]
  (filter (complement sequential?)
          (rest (tree-seq sequential? seq x))))

(defn replace
  "A vector or seq like coll in which every element that is a key of smap is replaced by its
  value. Without coll, a transducer."
  {:added "1.0"}
  ([smap]
   (map (fn [x] (let [e (find smap x)] (if e (val e) x)))))
  ([smap coll]
   (if (vector? coll)
     (reduce (fn [v i] (let [e (find smap (nth v i))] (if e (assoc v i (val e)) v))) coll (range (count coll)))
     (map (fn [x] (let [e (find smap x)] (if e (val e) x))) coll))))

(defn bounded-count
  "The number of elements of coll; when coll cannot tell without counting, no more than n of them
  are counted."
  {:added "1.9"}
  [n coll]
  (if (counted? coll)
    (count coll)
    (loop [i 0 s (seq coll)]
      (if (and s (< i n))
        (recur (inc i) (next s))
        i))))

(defn not-empty
  "coll, or nil when it is empty."
  {:added "1.0"}
  [coll]
  (when (seq coll) coll))

(defn rand-int
  "A random integer from 0 up to but not including n."
  {:added "1.0"}
  [n]
  (int (rand n)))

(defn rand-nth
  "A random element of the collection, in the time of nth."
  {:added "1.2"}
  [coll]
  (nth coll (rand-int (count coll))))

(defn random-sample
  "A lazy seq of the elements of coll, each with the probability prob. Without coll, a
  transducer."
  {:added "1.7"}
  ([prob] (filter (fn [_] (< (rand) prob))))
  ([prob coll] (filter (fn [_] (< (rand) prob)) coll)))

(defn shuffle
  "A vector of the elements of coll in random order."
  {:added "1.2"}
  [coll]
  (when (nil? coll)
    (throw (new NullPointerException
                "Cannot invoke \"java.util.Collection.toArray()\" because \"c\" is null")))
  (let [start (transient (vec (-as java.util.Collection coll)))]
    (loop [i (dec (count start)) v start]
      (if (pos? i)
        (let [j (rand-int (inc i))
              x (nth v i)]
          (recur (dec i) (assoc! v i (nth v j) j x)))
        (persistent! v)))))

(defn partitionv
  "As partition, with vectors for groups; the group that pad fills is a vector too."
  {:added "1.12"}
  ([n coll] (partitionv n n coll))
  ([n step coll]
   (lazy-seq
    (when-let [s (seq coll)]
      (let [group (into [] (take n) s)]
        (when (= n (count group))
          (cons group (partitionv n step (nthrest s step))))))))
  ([n step pad coll]
   (lazy-seq
    (when-let [s (seq coll)]
      (let [group (into [] (take n) s)]
        (if (= n (count group))
          (cons group (partitionv n step pad (nthrest s step)))
          (list (into [] (take n) (concat group pad)))))))))

(defn partitionv-all
  "As partition-all, with vectors for groups."
  {:added "1.12"}
  ([n] (partition-all n))
  ([n coll] (partitionv-all n n coll))
  ([n step coll]
   (lazy-seq
    (when-let [s (seq coll)]
      (let [group (into [] (take n) s)]
        (cons group (partitionv-all n step (nthrest s step))))))))

(defn splitv-at
  "[(vec (take n coll)) (drop n coll)]"
  {:added "1.12"}
  [n coll]
  [(into [] (take n) coll) (drop n coll)])
