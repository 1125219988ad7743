;; Constructors and static members of clojure.lang that libraries call: seqs and iterators from their parts, references,
;; transactions, and where the compiler is.
(import '(clojure.lang Agent APersistentMap$KeySeq APersistentMap$ValSeq ArrayChunk ChunkedCons Compiler LockingTransaction
                       PersistentList PersistentVector RecordIterator Ref SeqEnumeration TransformerIterator RT DynamicClassLoader))

(prn (PersistentVector/adopt (object-array [1 2])) (PersistentList. 1) (.meta (with-meta (PersistentList. 1) {:a 1})))
(prn (APersistentMap$KeySeq/create (seq {:a 1 :b 2})) (APersistentMap$ValSeq/create (seq {:a 1 :b 2})) (APersistentMap$KeySeq/create nil))
(prn (APersistentMap$KeySeq/createFromMap (sorted-map 2 :b 1 :a)) (APersistentMap$ValSeq/createFromMap {:a 1}))
(prn (class (APersistentMap$KeySeq/create (seq {:a 1}))) (class (APersistentMap$ValSeq/create (seq {:a 1}))))

(let [letters (object-array [:a :b :c :d])]
  (prn (map #(vec (map (fn [i] (nth % i)) (range (count %)))) [(ArrayChunk. letters) (ArrayChunk. letters 1) (ArrayChunk. letters 1 3)]))
  (let [s (ChunkedCons. (ArrayChunk. letters 2) (seq [:e :f]))]
    (prn s (class s) (chunked-seq? s) (count (chunk-first s)) (chunk-rest s) (reduce conj [] s))))

(let [e (SeqEnumeration. (seq [1 2]))]
  (prn (class e) (.hasMoreElements e) (.nextElement e) (.nextElement e) (.hasMoreElements e)))
(prn (iterator-seq (TransformerIterator/create (comp (map inc) (filter even?)) (.iterator [1 2 3 4 5]))))
(prn (iterator-seq (RecordIterator. {:a 1 :b 2 :c 3} [:a :b] (.iterator {:z 26}))))

(let [r (Ref. 1) r2 (Ref. 2 {:m 1}) a (Agent. 3) a2 (Agent. 4 {:m 2})]
  (prn (LockingTransaction/runInTransaction (fn [] (alter r + 10) (ref-set r2 @r))) @r @r2 (meta r2) (LockingTransaction/isRunning))
  (prn (LockingTransaction/runInTransaction (fn [] (LockingTransaction/isRunning))))
  (prn @a @a2 (meta a2) (Agent/releasePendingSends))
  (prn (try (alter r inc) (catch IllegalStateException e (ex-message e)))))

(prn (RT/suppressRead) (instance? ClassLoader (DynamicClassLoader.)) (instance? ClassLoader (DynamicClassLoader. (RT/baseLoader))))
(prn (map #(Compiler/namesStaticMember %) '[Math/abs clojure.core/inc inc user/x java.lang.Math/PI]))

;; Macros ask where they stand.
(defmacro here [] [@Compiler/LINE (.deref Compiler/COLUMN)])
(defmacro evaluated [] (eval '(here)))
(prn (here) [(here)
             (when true
               (here))])
(prn (-> 1 (vector (here))) (evaluated)
     (evaluated))
(defmacro expansion-error [form]
  (try (macroexpand form) (catch Exception e [(:clojure.error/line (ex-data e)) (:clojure.error/column (ex-data e))])))
(prn (expansion-error
       (let [a])))
