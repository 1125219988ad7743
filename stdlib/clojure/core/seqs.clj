;; Lazy seqs, and the transducers of the same names.
;;
;; What maps or filters one collection works on a whole chunk when the collection is chunked;
;; everything else is lazy element by element.

(defmacro vswap!
  "Sets the volatile to (f current-value args…), without any protection against other threads;
  returns the new value."
  {:added "1.7"}
  [vol f & args]
  ;; As on the JVM, whose form has vol twice, it is evaluated twice, and must be able to have metadata.
  (let [vol (with-meta vol {:tag 'clojure.lang.Volatile})]
    `(vreset! ~vol (~f (deref ~vol) ~@args))))

(defn dorun
  "Walks a seq, n elements of it when n is given, for the effects of realizing it. Returns nil."
  {:added "1.0"}
  ([coll]
   (let [walk (-walk coll)]
     (loop []
       (if (identical? (-next-element walk) walk)
         nil
         (recur)))))
  ([n coll]
   (when (and (seq coll) (pos? n))
     (recur (dec n) (next coll)))))

(defn doall
  "Walks a seq as dorun does and returns it."
  {:added "1.0"}
  ([coll] (dorun coll) coll)
  ([n coll] (dorun n coll) coll))

(defn map
  "A lazy seq of f applied to the elements of coll; with several collections, to their first
  elements, their second elements and so on up to the end of the shortest. Without a collection,
  a transducer."
  {:added "1.0"}
  ([f] (-map-transducer f))
  ([f coll] (-lazy-map f coll))
  ([f c1 c2] (-lazy-map-2 f c1 c2))
  ([f c1 c2 c3]
   (lazy-seq
    (let [s1 (seq c1) s2 (seq c2) s3 (seq c3)]
      (when (and s1 s2 s3)
        (cons (f (first s1) (first s2) (first s3))
              (map f (rest s1) (rest s2) (rest s3)))))))
  ([f c1 c2 c3 & colls]
   (let [rows (fn rows [colls]
                (lazy-seq
                 (let [seqs (map seq colls)]
                   (when (every? identity seqs)
                     (cons (map first seqs) (rows (map rest seqs)))))))]
     (map (fn [row] (apply f row)) (rows (list* c1 c2 c3 colls))))))

(defn filter
  "A lazy seq of the elements of coll for which pred holds. Without coll, a transducer."
  {:added "1.0"}
  ([pred] (-filter-transducer pred))
  ([pred coll] (-lazy-filter pred coll)))

(defn remove
  "A lazy seq of the elements of coll for which pred does not hold. Without coll, a transducer."
  {:added "1.0"}
  ([pred] (-remove-transducer pred))
  ([pred coll] (-lazy-remove pred coll)))

(defn keep
  "A lazy seq of the results of f that are not nil (false is kept). Without coll, a transducer."
  {:added "1.2"}
  ([f] (-keep-transducer f))
  ([f coll] (-lazy-keep f coll)))

(defn map-indexed
  "A lazy seq of (f 0 first-element), (f 1 second-element) and so on. Without coll, a transducer."
  {:added "1.2"}
  ([f] (-map-indexed-transducer f))
  ([f coll] (-lazy-map-indexed f coll)))

(defn keep-indexed
  "A lazy seq of those results of (f index element) that are not nil. Without coll, a transducer."
  {:added "1.2"}
  ([f]
   (fn [rf]
     (let [index (volatile! -1)]
       (fn
         ([] (rf))
         ([result] (rf result))
         ([result input]
          (let [v (f (vswap! index inc) input)]
            (if (nil? v) result (rf result v))))))))
  ([f coll] (-lazy-keep-indexed f coll)))

(defn take
  "A lazy seq of the first n elements of coll, or all when there are fewer. Without coll, a
  transducer that ends the reduction after the nth element."
  {:added "1.0"}
  ([n] (-take-transducer n))
  ([n coll] (-lazy-take n coll)))

(defn take-while
  "A lazy seq of the elements of coll up to the first for which pred does not hold. Without coll,
  a transducer."
  {:added "1.0"}
  ([pred] (-take-while-transducer pred))
  ([pred coll] (-lazy-take-while pred coll)))

(defn drop
  "A lazy seq of the elements of coll after the first n. Without coll, a transducer."
  {:added "1.0"}
  ([n] (-drop-transducer n))
  ([n coll]
   (let [skip (fn [n coll]
                (let [s (seq coll)]
                  (if (and (pos? n) s)
                    (recur (dec n) (rest s))
                    s)))]
     (lazy-seq (skip n coll)))))

(defn drop-while
  "A lazy seq of coll from the first element for which pred does not hold. Without coll, a
  transducer."
  {:added "1.0"}
  ([pred]
   (fn [rf]
     (let [dropping (volatile! true)]
       (fn
         ([] (rf))
         ([result] (rf result))
         ([result input]
          (if (and @dropping (pred input))
            result
            (do
              (vreset! dropping nil)
              (rf result input))))))))
  ([pred coll]
   (let [skip (fn [coll]
                (let [s (seq coll)]
                  (if (and s (pred (first s)))
                    (recur (rest s))
                    s)))]
     (lazy-seq (skip coll)))))

(defn take-last
  "A seq of the last n elements of coll, or nil when there are none. Walks to the end."
  {:added "1.1"}
  [n coll]
  (loop [result (seq coll)
         lead (seq (drop n coll))]
    (if lead
      (recur (next result) (next lead))
      result)))

(defn drop-last
  "A lazy seq of coll without its last n (by default 1) elements."
  {:added "1.0"}
  ([coll] (drop-last 1 coll))
  ([n coll] (map (fn [x _] x) coll (drop n coll))))

(defn take-nth
  "A lazy seq of every nth element of coll, from the first. Without coll, a transducer."
  {:added "1.0"}
  ([n]
   (fn [rf]
     (let [index (volatile! -1)]
       (fn
         ([] (rf))
         ([result] (rf result))
         ([result input]
          (if (zero? (rem (vswap! index inc) n))
            (rf result input)
            result))))))
  ([n coll]
   (lazy-seq
    (when-let [s (seq coll)]
      (cons (first s) (take-nth n (drop n s)))))))

(defn split-at
  "[(take n coll) (drop n coll)]"
  {:added "1.0"}
  [n coll]
  [(take n coll) (drop n coll)])

(defn split-with
  "[(take-while pred coll) (drop-while pred coll)]"
  {:added "1.0"}
  [pred coll]
  [(take-while pred coll) (drop-while pred coll)])

(defn cat
  "A transducer whose inputs are collections: it passes on their elements."
  {:added "1.7"}
  [rf]
  ;; A `reduced` of an inner reduction has to end the outer one as well, hence the second layer.
  (let [inner (fn
                ([] (rf))
                ([result] (rf result))
                ([result input]
                 (let [next-result (rf result input)]
                   (if (reduced? next-result) (reduced next-result) next-result))))]
    (fn
      ([] (rf))
      ([result] (rf result))
      ([result input] (reduce inner result input)))))

(defn mapcat
  "The concatenation of the collections that f returns, as map would call it. Without a
  collection, a transducer."
  {:added "1.0"}
  ([f] (comp (map f) cat))
  ([f & colls] (apply concat (apply map f colls))))

(defn interleave
  "A lazy seq of the first elements of the collections, then their second elements, up to the end
  of the shortest."
  {:added "1.0"}
  ([] ())
  ([c1] (lazy-seq c1))
  ([c1 c2]
   (lazy-seq
    (let [s1 (seq c1) s2 (seq c2)]
      (when (and s1 s2)
        (cons (first s1)
              (cons (first s2) (interleave (rest s1) (rest s2))))))))
  ([c1 c2 & colls]
   (lazy-seq
    (let [seqs (map seq (list* c1 c2 colls))]
      (when (every? identity seqs)
        (concat (map first seqs)
                (apply interleave (map rest seqs))))))))

(defn interpose
  "A lazy seq of the elements of coll with sep between them. Without coll, a transducer."
  {:added "1.0"}
  ([sep]
   (fn [rf]
     (let [started (volatile! false)]
       (fn
         ([] (rf))
         ([result] (rf result))
         ([result input]
          (if @started
            (let [result (rf result sep)]
              (if (reduced? result) result (rf result input)))
            (do
              (vreset! started true)
              (rf result input))))))))
  ([sep coll] (drop 1 (interleave (repeat sep) coll))))

(defn re-seq
  "A lazy seq of the matches of the pattern in the string, each as re-find returns it, or nil."
  {:added "1.0"}
  [re s]
  (let [matcher (re-matcher re s)
        matches (fn matches []
                  (when-let [found (re-find matcher)]
                    (cons found (lazy-seq (matches)))))]
    (matches)))
