;; Using transducers: transduce, sequence, and transformations that need the whole reduction.

(defn halt-when
  "A transducer that ends the transduction at the first input for which pred holds. The result is
  that input, or (retf result-so-far input)."
  {:added "1.9"}
  ([pred] (halt-when pred nil))
  ([pred retf]
   (fn [rf]
     (fn
       ([] (rf))
       ([result]
        (if (and (map? result) (contains? result ::halt))
          (::halt result)
          (rf result)))
       ([result input]
        (if (pred input)
          (reduced {::halt (if retf (retf (rf result) input) input)})
          (rf result input)))))))

(declare -outputs-iterator iterator-seq)

(defn sequence
  "The seq of coll, () when it is empty. With a transducer, the seq of its outputs over coll, or
  over the elements of several collections in parallel, computed as they are needed in chunks of
  32."
  {:added "1.0"}
  ([coll]
   (if (seq? coll)
     coll
     (or (seq coll) ())))
  ([xform coll]
   (when-not (seqable? coll) ; is refused before xform is asked, but not before it is looked at
     (-as clojure.lang.IFn xform)
     (seq coll))
   (-lazy-sequence xform coll))
  ([xform coll & colls]
   ;; What can be iterated is asked for nothing yet; of the rest there is a seq, or a refusal.
   (let [colls (mapv (fn [c] (if (or (nil? c) (instance? java.lang.Iterable c)) c (seq c))) (cons coll colls))]
     (or (iterator-seq (-outputs-iterator xform colls)) ()))))

(defn dedupe
  "A lazy seq of coll with runs of equal elements reduced to one. Without coll, a transducer."
  {:added "1.7"}
  ([]
   (fn [rf]
     (let [previous (volatile! ::none)]
       (fn
         ([] (rf))
         ([result] (rf result))
         ([result input]
          (let [before @previous]
            (vreset! previous input)
            (if (= before input)
              result
              (rf result input))))))))
  ([coll] (sequence (dedupe) coll)))
