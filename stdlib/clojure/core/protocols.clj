;; clojure.core.protocols: the protocols behind reduce, datafy and nav.

(ns clojure.core.protocols
  "Protocols that types may implement to take part in reduce, reduce-kv, datafy and nav.")

(defprotocol CollReduce
  "Collections that reduce themselves."
  (coll-reduce [coll f] [coll f val] "As reduce."))

(defprotocol InternalReduce
  "Seqs that reduce themselves."
  (internal-reduce [seq f start] "As reduce with an initial value."))

(defprotocol IKVReduce
  "Associative collections that reduce themselves over keys and values."
  (kv-reduce [amap f init] "As reduce-kv."))

(defprotocol Datafiable
  "Objects that can be seen as data."
  :extend-via-metadata true
  (datafy [o] "o as data; by default o itself."))

(defprotocol Navigable
  "Data that can be navigated beyond what it holds."
  :extend-via-metadata true
  (nav [coll k v] "What is at k, where coll holds v; by default v."))

(defn- reduce-seq
  "Reduces the seq of coll, element by element when coll is its own seq: reduce would come back
  here for types that programs define."
  [f val coll]
  (let [s (seq coll)]
    (if (identical? s coll)
      (loop [s s val val]
        (if s
          (let [result (f val (first s))]
            (if (reduced? result)
              @result
              (recur (next s) result)))
          val))
      (reduce f val s))))

(extend-protocol CollReduce
  nil
  (coll-reduce
    ([coll f] (f))
    ([coll f val] val))
  Object
  (coll-reduce
    ([coll f]
     (let [s (seq coll)]
       (if s
         (reduce-seq f (first s) (next s))
         (f))))
    ([coll f val] (reduce-seq f val coll))))

(extend-protocol InternalReduce
  nil
  (internal-reduce [s f val] val)
  Object
  (internal-reduce [s f val] (reduce-seq f val s)))

(extend-protocol IKVReduce
  nil
  (kv-reduce [amap f init] init)
  clojure.lang.IKVReduce
  (kv-reduce [amap f init] (.kvreduce amap f init))
  Object
  (kv-reduce [amap f init]
    (reduce (fn [result entry] (f result (key entry) (val entry))) init amap)))

(extend-protocol Datafiable
  nil
  (datafy [_] nil)
  Object
  (datafy [x] x))

(extend-protocol Navigable
  Object
  (nav [_ _ x] x))
