; What core's functions say of types that name an interface and lack its methods.
(defmacro show [& forms]
  `(do ~@(for [f forms]
           `(println '~f (try (pr-str ~f) (catch Throwable t# (.getSimpleName (class t#))))))))
(deftype Mapping [] clojure.lang.IPersistentMap)
(deftype Indexes [] clojure.lang.IPersistentVector)
(deftype Lookup [] clojure.lang.ILookup)
(deftype Members [] clojure.lang.IPersistentSet)
(deftype Chain [] clojure.lang.ISeq)
(deftype Pile [] clojure.lang.IPersistentStack)
(deftype Function [] clojure.lang.IFn)
(deftype Box [] clojure.lang.IDeref)
(deftype Counts [] clojure.lang.Counted)
(deftype Elements [] clojure.lang.Seqable)
(deftype Named [] clojure.lang.Named)
(deftype Halfway [] clojure.lang.ITransientCollection)
(deftype Editable [] clojure.lang.IEditableCollection)
(deftype Backwards [] clojure.lang.Reversible)
(deftype Later [] clojure.lang.IPending)
(deftype Nth [] clojure.lang.Indexed)
(deftype Nothing [])

(let [m (Mapping.)]
  (show (get m :a) (get m :a 1) (:a m) (contains? m :a) (find m :a) (assoc m :a 1) (dissoc m :a) (count m) (seq m) (conj m [1 2])
        (empty m) (let [{:keys [a]} m] a) (get-in m [:a]) (update m :a inc) (merge m {}) (select-keys m [:a]) (into m [[1 2]]) (keys m)))
(let [v (Indexes.)]
  (show (get v 0) (nth v 0) (nth v 0 1) (peek v) (pop v) (assoc v 0 1) (conj v 0) (count v) (rseq v) (first v) (let [[a] v] a)
        (subvec v 0) (= [] v)))
(let [s (Members.)] (show (get s 0) (contains? s 0) (disj s 0) (conj s 0) (count s) (seq s)))
(let [c (Chain.)] (show (first c) (next c) (rest c) (cons 1 c) (conj c 1) (seq c) (count c) (map inc c) (reduce + c) (apply + c)))
(show (get (Lookup.) 0) (get (Lookup.) 0 1) (:a (Lookup.)) (contains? (Lookup.) 1) (peek (Pile.)) (pop (Pile.)) ((Function.)) ((Function.) 1)
      (apply (Function.) [1]) (map (Function.) [1]) (deref (Box.)) (deref (Box.) 1 2) (count (Counts.)) (seq (Elements.))
      (first (Elements.)) (map inc (Elements.)) (reduce + (Elements.)) (not-empty (Elements.)) (into {} (Elements.))
      (name (Named.)) (realized? (Later.)) (conj! (Halfway.) 1) (transient (Editable.)) (rseq (Backwards.)) (nth (Nth.) 0) (nth (Nth.) 0 1)
      (count (Nth.)))
; Who names none is told what is wanted of it.
(let [n (Nothing.)]
  (show (get n 0) (contains? n 0) (find n 0) (assoc n 0 1) (count n) (seq n) (conj n 1) (empty n) (peek n) (n 1) (deref n) (nth n 0) (name n)
        (rseq n) (with-meta n {})))
; A proxy's own way to say it.
(show (count (proxy [clojure.lang.Counted] [])) (deref (proxy [clojure.lang.IDeref] [])) (get (proxy [clojure.lang.ILookup] []) 1)
      (seq (proxy [clojure.lang.Seqable] [])) (assoc (proxy [clojure.lang.Associative] []) 1 2))

;; Those of reducing, metadata, sorting and transients.
(deftype Described [] clojure.lang.IObj)
(deftype Reduces [] clojure.lang.IReduce)
(deftype ReducesInit [] clojure.lang.IReduceInit)
(deftype ReducesKv [] clojure.lang.IKVReduce)
(deftype Waits [] clojure.lang.IBlockingDeref)
(deftype HalfSet [] clojure.lang.ITransientSet)
(deftype Order [] java.util.Comparator)
(deftype Text [] CharSequence)
(deftype HostMap [] java.util.Map)
(show (meta (Described.)) (with-meta (Described.) {}) (meta (Nothing.)) (type (Nothing.)))
(show (reduce + (Reduces.)) (reduce + 0 (Reduces.)) (reduce + (ReducesInit.)) (reduce + 0 (ReducesInit.)) (into [] (ReducesInit.))
      (transduce (map inc) + (ReducesInit.)) (vec (Reduces.)) (reduce-kv + 0 (ReducesKv.)))
(show (deref (Waits.) 1 2) (deref (Waits.)) (deref (Box.) 1 2) (into (Editable.) [1]) (into (Editable.) (map inc) [1]))
(show (contains? (HalfSet.) 1) (get (HalfSet.) 1) (sort (Order.) [1 2]) (sort-by - (Order.) [1 2]) (sorted-map-by (Order.) 1 2 3 4)
      (sorted-set-by (Order.)) (count (Text.)) (count (HostMap.)) (get (HostMap.) 1))
; The message tells with how many arguments a method was called that there is not at all.
(doseq [call [#((reify clojure.lang.IFn)) #((reify clojure.lang.IFn) 1 2) #(apply map [(reify clojure.lang.IFn) [1] [2] [3]])
              #(compare (reify Comparable) 1)]]
  (println (try (doall (call)) (catch AbstractMethodError e (second (re-find #"(?:int|Object) (\w+\(.*\)' .*)" (ex-message e)))))))
