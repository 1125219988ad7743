;; clojure.core.reducers: transformations of reductions, and fold.

(ns clojure.core.reducers
  "Reducible collections made of transformations, and a parallel reduce for vectors and maps."
  (:refer-clojure :exclude [reduce map mapcat filter remove take take-while drop flatten cat]))

(defn reduce
  "As clojure.core/reduce, and a map is reduced by a function of result, key and value. Without
  init, (f)."
  ([f coll] (reduce f (f) coll))
  ([f init coll]
   (if (map? coll)
     (reduce-kv f init coll)
     (clojure.core/reduce f init coll))))

(defn reducer
  "A reducible collection: coll, with the reducing function transformed by xf."
  {:added "1.5"}
  [coll xf]
  (reify
    clojure.lang.IReduce
    (reduce [this f] (clojure.core/reduce f (f) this))
    (reduce [_ f init] (clojure.core/reduce (xf f) init coll))))

(defprotocol CollFold
  "What can be reduced in parts, for fold."
  (coll-fold [coll n combinef reducef] "As fold, of a collection."))

(defn folder
  "A foldable collection: coll, with the reducing function transformed by xf."
  {:added "1.5"}
  [coll xf]
  (reify
    clojure.lang.IReduce
    (reduce [this f] (clojure.core/reduce f (f) this))
    (reduce [_ f init] (clojure.core/reduce (xf f) init coll))
    CollFold
    (coll-fold [_ n combinef reducef] (coll-fold coll n combinef (xf reducef)))))

(defn fold
  "Reduces groups of about n (512) elements by reducef, some of them in parallel, and combines the
  results by combinef, whose value without arguments each group starts from. Both default to f.
  Elements of maps are given as key and value. combinef must be associative."
  {:added "1.5"}
  ([reducef coll] (fold reducef reducef coll))
  ([combinef reducef coll] (fold 512 combinef reducef coll))
  ([n combinef reducef coll] (coll-fold coll n combinef reducef)))

;; Folds run as futures; libraries that fold collections of their own use tasks.

(def ^{:doc "A delay of the pool that fjinvoke runs tasks in."} pool
  (delay (java.util.concurrent.ForkJoinPool.)))

(defn fjtask
  "The task of a function of no arguments."
  [f]
  (java.util.concurrent.ForkJoinTask/adapt ^Callable f))

(defn- fjinvoke
  "The value of f, called in the pool."
  [f]
  (if (java.util.concurrent.ForkJoinTask/inForkJoinPool)
    (f)
    (.invoke @pool (fjtask f))))

(defn- fjfork [task] (.fork task))

(defn- fjjoin [task] (.join task))

(defn- foldvec [v n combinef reducef]
  (cond
    (empty? v) (combinef)
    (<= (count v) n) (clojure.core/reduce reducef (combinef) v)
    :else (let [middle (quot (count v) 2)
                right (future (foldvec (subvec v middle) n combinef reducef))
                left (foldvec (subvec v 0 middle) n combinef reducef)]
            (combinef left @right))))

(extend-protocol CollFold
  nil
  (coll-fold [coll n combinef reducef] (combinef))
  Object
  (coll-fold [coll n combinef reducef] (reduce reducef (combinef) coll))
  clojure.lang.IPersistentVector
  (coll-fold [v n combinef reducef] (foldvec v n combinef reducef))
  clojure.lang.IPersistentMap
  (coll-fold [m n combinef reducef] (reduce-kv reducef (combinef) m)))

(defn- adding
  "The transformation of a reducing function that step, a function of the reducing function, the
  result and the input, describes. Inputs may be keys and values."
  [step]
  (fn [rf]
    (fn
      ([] (rf))
      ([result input] (step rf result input))
      ([result k v] (step (fn [result [k v]] (rf result k v)) result [k v])))))

(defn map
  "coll with f applied to its elements, when it is reduced."
  {:added "1.5"}
  ([f] (fn [coll] (map f coll)))
  ([f coll]
   (folder coll (fn [rf]
                  (fn
                    ([] (rf))
                    ([result input] (rf result (f input)))
                    ([result k v] (rf result (f k v))))))))

(defn filter
  "coll without the elements for which pred does not hold."
  {:added "1.5"}
  ([pred] (fn [coll] (filter pred coll)))
  ([pred coll]
   (folder coll (fn [rf]
                  (fn
                    ([] (rf))
                    ([result input] (if (pred input) (rf result input) result))
                    ([result k v] (if (pred k v) (rf result k v) result)))))))

(defn remove
  "coll without the elements for which pred holds."
  {:added "1.5"}
  ([pred] (fn [coll] (remove pred coll)))
  ([pred coll] (filter (complement pred) coll)))

(defn mapcat
  "The elements of the collections that f returns for the elements of coll."
  {:added "1.5"}
  ([f] (fn [coll] (mapcat f coll)))
  ([f coll]
   (folder coll (fn [rf]
                  (let [inner (fn [result x]
                                (let [result (rf result x)]
                                  (if (reduced? result) (reduced result) result)))]
                    (fn
                      ([] (rf))
                      ([result input] (reduce inner result (f input)))
                      ([result k v] (reduce inner result (f k v)))))))))

(defn flatten
  "The elements of coll and of sequential collections nested in it."
  {:added "1.5"}
  ([] (fn [coll] (flatten coll)))
  ([coll]
   (folder coll (adding (fn [rf result input]
                          (if (sequential? input)
                            (clojure.core/reduce rf result (flatten input))
                            (rf result input)))))))

(defn take-while
  "The elements of coll up to the first for which pred does not hold."
  {:added "1.5"}
  ([pred] (fn [coll] (take-while pred coll)))
  ([pred coll]
   (reducer coll (adding (fn [rf result input]
                           (if (pred input) (rf result input) (reduced result)))))))

(defn take
  "The first n elements of coll."
  {:added "1.5"}
  ([n] (fn [coll] (take n coll)))
  ([n coll]
   (reducer coll (fn [rf]
                   (let [left (atom n)]
                     ((adding (fn [rf result input]
                                (if (neg? (swap! left dec))
                                  (reduced result)
                                  (rf result input))))
                      rf))))))

(defn drop
  "The elements of coll after the first n."
  {:added "1.5"}
  ([n] (fn [coll] (drop n coll)))
  ([n coll]
   (reducer coll (fn [rf]
                   (let [left (atom n)]
                     ((adding (fn [rf result input]
                                (if (neg? (swap! left dec))
                                  (rf result input)
                                  result)))
                      rf))))))

(deftype Cat [cnt left right]
  clojure.lang.Counted
  (count [_] cnt)
  clojure.lang.Seqable
  (seq [_] (concat (seq left) (seq right)))
  clojure.lang.IReduceInit
  (reduce [_ f init] (clojure.core/reduce f (clojure.core/reduce f init left) right))
  CollFold
  (coll-fold [_ n combinef reducef]
    (let [later (future (coll-fold right n combinef reducef))]
      (combinef (coll-fold left n combinef reducef) @later))))

(defn cat
  "The concatenation of two reducible collections, or a combining function for fold that makes such
  concatenations of what ctor makes."
  {:added "1.5"}
  ([] (java.util.ArrayList.))
  ([ctor]
   (fn
     ([] (ctor))
     ([left right] (cat left right))))
  ([left right]
   (cond
     (zero? (count left)) right
     (zero? (count right)) left
     :else (Cat. (+ (count left) (count right)) left right))))

(defn append!
  "Adds x to the collection, by its .add, and returns the collection."
  {:added "1.5"}
  [acc x]
  (doto acc (.add x)))

(defn foldcat
  "Folds coll into a concatenation of ArrayLists."
  {:added "1.5"}
  [coll]
  (fold cat append! coll))

(defn monoid
  "A combining function for fold: op, whose value without arguments is (ctor)."
  {:added "1.5"}
  [op ctor]
  (fn
    ([] (ctor))
    ([a b] (op a b))))
