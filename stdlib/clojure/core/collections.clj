;; Maps, sets and arrays, beyond what is native.

(defn update
  "The associative m with the value at k replaced by (f value args…); a missing value is nil."
  {:added "1.7"}
  ([m k f] (assoc m k (f (get m k))))
  ([m k f x] (assoc m k (f (get m k) x)))
  ([m k f x y] (assoc m k (f (get m k) x y)))
  ([m k f x y z] (assoc m k (f (get m k) x y z)))
  ([m k f x y z & more] (assoc m k (apply f (get m k) x y z more))))

(defn update-vals
  "A map of each key of m to (f value); a vector of (f element) for a vector. Keeps the metadata of m."
  {:added "1.11"}
  [m f]
  (with-meta
    (persistent!
     (reduce-kv (fn [out k v] (assoc! out k (f v)))
                (transient (if (instance? clojure.lang.IEditableCollection m) m {}))
                m))
    (meta m)))

(defn update-keys
  "A map of (f key) to the value, for each key of m. When f gives two keys the same result, the
  later one wins. Keeps the metadata of m."
  {:added "1.11"}
  [m f]
  (with-meta
    (persistent! (reduce-kv (fn [out k v] (assoc! out (f k) v)) (transient {}) m))
    (meta m)))

(defn merge-with
  "The maps joined from left to right; where a key is in several, its value is (f left right)."
  {:added "1.0"}
  [f & maps]
  (when (some identity maps)
    (reduce (fn [result m]
              (reduce (fn [result entry]
                        (let [k (key entry) v (val entry)]
                          (assoc result k (if (contains? result k) (f (get result k) v) v))))
                      (or result {})
                      (seq m)))
            maps)))

(defn create-struct
  "A basis for structs with the given keys: the keys that every such struct has."
  {:added "1.0"}
  [& keys]
  (. clojure.lang.PersistentStructMap (createSlotMap keys)))

(defmacro defstruct
  "Defines name as (create-struct keys…)."
  {:added "1.0"}
  [name & keys]
  `(def ~name (create-struct ~@keys)))

(defn struct-map
  "A struct map with the keys of the basis s, nil where the inits (keys and values) say nothing.
  The inits may have further keys."
  {:added "1.0"}
  [s & inits]
  (. clojure.lang.PersistentStructMap (create s inits)))

(defn struct
  "A struct map with the keys of the basis s and the given values, nil where they run out."
  {:added "1.0"}
  [s & vals]
  (. clojure.lang.PersistentStructMap (construct s vals)))

(defn accessor
  "A function that returns the value of a key of structs with the basis s."
  {:added "1.0"}
  [s key]
  (. clojure.lang.PersistentStructMap (getAccessor s key)))

(defmacro amap
  "A copy of array a whose elements are expr, evaluated with idx bound to the index and ret to the
  copy."
  {:added "1.0"}
  [a idx ret expr]
  `(let [a# ~a
         l# (alength a#)
         ~ret (aclone a#)]
     (loop [~idx 0]
       (if (< ~idx l#)
         (do
           (aset ~ret ~idx ~expr)
           (recur (unchecked-inc ~idx)))
         ~ret))))

(defmacro areduce
  "Reduces array a: ret is bound to init and then to each value of expr, idx to the index. The
  array is in expr under the name that a has there."
  {:added "1.0"}
  [a idx ret init expr]
  `(let [a# ~a
         l# (alength a#)]
     (loop [~idx 0 ~ret ~init]
       (if (< ~idx l#)
         (recur (unchecked-inc-int ~idx) ~expr)
         ~ret))))
