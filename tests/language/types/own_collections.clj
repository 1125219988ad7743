;; Collections that the program defines, handed to core's functions.
(defmacro show [& forms]
  `(do ~@(for [f forms]
           `(println '~f (try (pr-str ~f) (catch Throwable t# (.getSimpleName (class t#))))))))

(deftype Items [v]
  clojure.lang.IPersistentVector
  (count [_] (count v)) (nth [_ i] (nth v i)) (nth [_ i d] (nth v i d)) (seq [_] (seq v)) (cons [_ x] (Items. (conj v x)))
  (empty [_] (Items. [])) (equiv [_ o] (= v o)) (valAt [_ k] (get v k)) (valAt [_ k d] (get v k d)) (assoc [_ k x] (Items. (assoc v k x)))
  (assocN [_ k x] (Items. (assoc v k x))) (containsKey [_ k] (contains? v k)) (entryAt [_ k] (find v k)) (peek [_] (peek v))
  (pop [_] (Items. (pop v))) (rseq [_] (rseq v)) (length [_] (count v))
  Iterable
  (iterator [_] (.iterator ^Iterable v)))
(let [v (Items. [1 2 3 4])]
  (show (subvec v 1 3) (class (subvec v 1 3)) (seq (subvec v 1)) (nth (subvec v 1) 0) (count (subvec v 1)) (subvec (subvec v 1) 1)
        (conj (subvec v 1 2) :x) (assoc (subvec v 1 2) 0 :x) (pop (subvec v 1 3)) (peek (subvec v 1 3)) (reduce + (subvec v 1 3))
        (= [2 3] (subvec v 1 3)) (subvec v 1 9) (subvec v 3 2) (subvec v -1) (rseq (subvec v 1 3)) (subvec v 2 2) ((subvec v 1) 0)))

(declare ->Growing)
(deftype Grown [v m]
  clojure.lang.IEditableCollection (asTransient [_] (->Growing (transient v)))
  clojure.lang.IObj (meta [_] m) (withMeta [_ m] (Grown. v m))
  clojure.lang.IPersistentCollection (cons [_ x] (Grown. (conj v [:cons x]) m)) (count [_] (count v)) (seq [_] (seq v))
  (empty [_] (Grown. [] nil)) (equiv [_ o] false))
(deftype Growing [tv]
  clojure.lang.ITransientCollection (conj [_ x] (Growing. (conj! tv x))) (persistent [_] (Grown. (persistent! tv) nil)))
(let [g (Grown. [1] {:a 1})]
  (show (seq (into g [2 3])) (meta (into g [2])) (seq (into g (map inc) [2 3])) (meta (into g (map inc) [2])) (seq (into g nil))
        (seq (conj g 2)) (seq (into g (eduction (map inc) [1 2]))) (seq (persistent! (conj! (transient g) 5)))))

;; What is edited need not be a collection, and what comes of it another.
(deftype Seed [v] clojure.lang.IEditableCollection (asTransient [_] (transient v)))
(show (into (Seed. [1]) [2 3]) (into (Seed. [1]) (map inc) [2 3]) (into (Seed. #{1}) nil) (conj (Seed. [1]) 2))

(deftype GrowingSet [s]
  clojure.lang.ITransientSet
  (disjoin [_ x] (GrowingSet. (disj s x))) (contains [_ x] (contains? s x)) (get [_ x] (get s x)) (conj [t x] t) (persistent [_] s)
  (count [_] (count s)))
(let [s (GrowingSet. #{1 2})]
  (show (contains? s 1) (contains? s 5) (get s 1) (get s 5) (get s 5 :d) (count s) (persistent! (disj! s 1))))

;; Asked to compare, though it can be called, too.
(deftype Backwards []
  java.util.Comparator (compare [_ a b] (compare b a))
  clojure.lang.IFn (invoke [_ a b] (compare a b)))
(show (sort (Backwards.) [1 3 2]) (sort-by - (Backwards.) [1 3 2]) (sorted-map-by (Backwards.) 1 2 3 4) (sorted-set-by (Backwards.) 1 3 2)
      ((Backwards.) 1 2))
