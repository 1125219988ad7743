;; The parts of which libraries make vectors of their own: nodes, array managers and chunks.
(import '(clojure.core ArrayChunk ArrayManager VecNode) '(clojure.lang Box PersistentVector PersistentVector$Node)
        '(java.util.concurrent.atomic AtomicReference))

(defn leaves
  "The arrays of the leaves of a vector's tree, without what is empty."
  [^PersistentVector v]
  (letfn [(below [^PersistentVector$Node node shift]
            (let [children (remove nil? (.-array node))]
              (if (zero? shift) [(alength (.-array node)) (first (.-array node))] (mapv (fn [child] (below child (- shift 5))) children))))]
    (below (.-root v) (.-shift v))))

(doseq [n [0 1 32 33 65 100]]
  (let [^PersistentVector v (vec (range n))]
    (println n (.-shift v) (vec (.-tail v)) (count (flatten (leaves v))) (take 3 (leaves v)))))
(println (map (fn [n] (.-shift (vec (range n)))) [1056 1057]))
(println (class PersistentVector/EMPTY_NODE) (alength (.-array PersistentVector/EMPTY_NODE)) (.get (.-edit (.-root (vec (range 40))))))

(let [edit (AtomicReference. (Thread/currentThread))
      node (PersistentVector$Node. edit (object-array [1 2]))]
  (println (vec (.-array node)) (identical? edit (.-edit node))))
(let [node (VecNode. nil (int-array [1 2]))]
  (println (vec (.-arr node)) (.-edit node) (class clojure.core/EMPTY-NODE) (alength (.-arr clojure.core/EMPTY-NODE))))

(let [part (subvec (vec (range 100)) 3 8)]
  (println (= part (subvec (.-v part) (.-start part) (.-end part)))))

(defmacro mk-am [type] (#'clojure.core/mk-am &env &form type))
(definline object [x] x)
(def managers (assoc @#'clojure.core/ams :object (mk-am object)))

(println (sort (keys managers)))
(doseq [[kind x] [[:int 7] [:long 7] [:double 7] [:byte 7] [:char \a] [:boolean true] [:object :x]]]
  (let [^ArrayManager manager (managers kind)
        array (.array manager 3)
        copy (.aclone manager array)]
    (.aset manager array 1 x)
    (prn kind (class array) (.alength manager array) (.aget manager array 1) (= (vec array) (vec copy)) (map = array copy))))

(deftype Chunks [array from]
  clojure.lang.Sequential
  clojure.lang.ISeq
  (first [_] (aget array from))
  (next [_] (when (< (inc from) (alength array)) (Chunks. array (inc from))))
  (more [this] (or (.next this) ()))
  (cons [this x] (clojure.lang.Cons. x this))
  (count [_] (- (alength array) from))
  (seq [this] this)
  (equiv [this other] (= (vec this) (vec other)))
  (empty [_] ())
  clojure.lang.IChunkedSeq
  (chunkedFirst [_] (ArrayChunk. (managers :object) array from (alength array)))
  (chunkedNext [_] nil)
  (chunkedMore [_] ()))

(let [s (Chunks. (object-array [1 2 3 4]) 1)
      chunk (chunk-first s)]
  (println (count chunk) (nth chunk 0) (count (.dropFirst chunk)) (.reduce chunk + 10))
  (println (reduce + s) (map inc s) (filter even? s) (vec s) (for [x s] (* x x)) (chunked-seq? s) (chunk-rest s) (chunk-next s))
  (doseq [x s] (print x ""))
  (newline)
  (println @(.reduce chunk (fn [_ x] (if (= x 3) (reduced x) x)) 0)
           (try (.dropFirst (ArrayChunk. (managers :object) (object-array 1) 1 1)) (catch IllegalStateException e (.getMessage e)))))

(let [box (Box. 1)]
  (set! (.-val box) 2)
  (println (.-val box)))

;; Vectors of primitives: their fields, the array manager of their type, nodes with arrays of it.
(import '(clojure.core Vec VecSeq) '(clojure.lang APersistentVector$RSeq APersistentVector$SubVector PersistentVector$ChunkedSeq))
(defn typed-leaves [^VecNode node shift]
  (if (zero? shift) [(vec (.-arr node))] (mapcat (fn [child] (typed-leaves child (- shift 5))) (remove nil? (.-arr node)))))
(doseq [n [0 1 32 33 65 1056 1057]]
  (let [^Vec v (into (vector-of :int) (range n))]
    (println n (.-cnt v) (.-shift v) (.tailoff v) (class (.-tail v)) (vec (.-tail v)) (class (.-root v)) (count (typed-leaves (.-root v) (.-shift v)))
             (= v (Vec. (.-am v) (.-cnt v) (.-shift v) (.-root v) (.-tail v) nil)))))
(doseq [[kind x] [[:int 7] [:long 7] [:double 7] [:float 7] [:byte 7] [:short 7] [:char \a] [:boolean true]]]
  (let [^Vec v (with-meta (vector-of kind x x) {:of kind})
        ^Vec made (clojure.core/->Vec (.-am v) 2 5 clojure.core/EMPTY-NODE (.-tail v) (.-_meta v))]
    (prn kind (class (.-tail v)) (.aget ^ArrayManager (.-am v) (.-tail v) 1) made (class made) (meta made) (conj made x)
         (identical? (.-root v) clojure.core/EMPTY-NODE))))
(let [v (into (vector-of :long) (range 70)), ^VecSeq s (nthnext (seq v) 40)]
  (println (vec (.arrayFor v 40)) (try (.arrayFor v 70) (catch IndexOutOfBoundsException _ :out)) (instance? clojure.core.IVecImpl v))
  (println (.-i s) (.-offset s) (vec (.-anode s)) (identical? v (.-vec s)) (.-_meta s) (.alength (.-am s) (.-anode s)))
  (println (clojure.core/->VecSeq (.-am s) v (.-anode s) 32 2 nil) (.-arr (clojure.core/->VecNode nil :array))
           (.nth (clojure.core/->ArrayChunk (.-am s) (long-array [1 2 3]) 0 3) 1)))

;; Parts of vectors share what they are parts of; seqs of vectors, made by hand.
(deftype Tens [n]
  clojure.lang.IPersistentVector
  (count [_] n)
  (length [_] n)
  (nth [_ i] (* 10 i))
  (nth [_ i default] (if (< -1 i n) (* 10 i) default))
  (cons [_ x] nil) (peek [_] nil) (pop [_] nil) (empty [_] (Tens. 0)) (equiv [_ other] false)
  (seq [this] (seq (map (fn [i] (nth this i)) (range n))))
  (assocN [_ i x] nil) (assoc [_ k x] nil) (containsKey [_ k] false) (entryAt [_ k] nil) (valAt [_ k] nil) (valAt [_ k default] default)
  (rseq [this] (when (pos? n) (APersistentVector$RSeq. this (dec n)))))

(let [v (vec (range 10)) typed (vector-of :int 1 2 3) part (subvec (subvec v 2 9) 1 4)]
  (println (identical? v (.-v part)) (.-start part) (.-end part) (identical? typed (.-v (subvec typed 1))))
  (println (APersistentVector$SubVector. {:a 1} v 2 4) (meta (APersistentVector$SubVector. {:a 1} v 2 4)) (APersistentVector$SubVector. nil part 1 2))
  (println (PersistentVector$ChunkedSeq. (vec (range 40)) 32 5) (identical? v (.-vec (seq v))) (.-offset (nthnext (seq (vec (range 40))) 34)))
  (println (APersistentVector$RSeq. v 2) (rseq (Tens. 3)) (class (rseq (Tens. 3))) (count (rseq (Tens. 3))) (.index (next (rseq (Tens. 3)))) (rseq (Tens. 0)) (map inc (rseq (Tens. 3)))))
