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
