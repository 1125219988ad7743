;; Objects that are reduced rather than walked: eductions and iterations.

(defn- stepper
  "A function that gives a reducing function the next elements of the collections in parallel, and
  returns what that returned, or ::end."
  [colls]
  (let [left (volatile! colls)]
    (fn [rf]
      ;; An empty collection ends it before those after it are looked at.
      (let [seqs (reduce (fn [seqs coll] (if-let [s (seq coll)] (conj seqs s) (reduced nil))) [] @left)]
        (if seqs
          (do
            (vreset! left (mapv rest seqs))
            (apply rf nil (mapv first seqs)))
          ::end)))))

(defn ^:private -outputs-iterator
  "An iterator of the outputs of xform over the elements of the collections in parallel. Takes no
  more inputs than it needs to know the next output; behind an input that throws it goes on."
  [xform colls]
  (let [outputs (volatile! [])
        finished (volatile! false)
        rf (xform (fn
                    ([] nil)
                    ([_] nil)
                    ([_ output]
                     (vreset! outputs (conj @outputs output))
                     nil)
                    ([_ _ & more]
                     (throw (clojure.lang.ArityException. (+ 2 (count more)) "clojure.lang.TransformerIterator/1")))))
        step (stepper colls)
        more? (fn []
                (or (pos? (count @outputs))
                    (when-not @finished
                      (let [result (step rf)]
                        (when (or (reduced? result) (identical? ::end result))
                          (vreset! finished true)
                          (rf nil)))
                      (recur))))]
    (reify java.util.Iterator
      (hasNext [_] (boolean (more?)))
      (next [_]
        (if (more?)
          (let [output (nth @outputs 0)]
            (vreset! outputs (subvec @outputs 1))
            output)
          (throw (java.util.NoSuchElementException.)))))))

(deftype Eduction [xform coll]
  java.lang.Iterable
  (iterator [_]
    (when-not (seqable? coll) ; is refused before xform is asked, but not before it is looked at
      (-as clojure.lang.IFn xform)
      (seq coll))
    (-outputs-iterator xform [coll]))
  clojure.lang.IReduceInit
  (reduce [_ f init] (transduce xform (completing f) init coll))
  clojure.lang.Sequential)

(defn eduction
  "The outputs of the transducers, composed from left to right, over coll, which is the last
  argument. They are computed anew each time the eduction is reduced or walked."
  {:added "1.7" :arglists '([xform* coll])}
  [& xforms]
  (new Eduction (apply comp (butlast xforms)) (last xforms)))

(defmethod print-method Eduction [e writer]
  (if *print-readably*
    (print-method (lazy-seq (sequence e)) writer) ; what computing it prints comes behind the parenthesis
    (-print-builtin e writer)))

(defn iteration
  "A seqable and reducible of the values of calls to `step`, as of an interface that returns its
  results page by page. step takes a continuation key, first :initk; (somef result) tells whether
  there is a result, (vf result) is its value and (kf result) the key for the next call, nil when
  there is none. By default somef is some?, vf and kf are identity and initk is nil."
  {:added "1.11"}
  [step & {:keys [somef vf kf initk]
           :or {vf identity
                kf identity
                somef some?
                initk nil}}]
  (reify
    clojure.lang.Seqable
    (seq [_]
      (let [pages (fn pages [result]
                    (when (somef result)
                      (cons (vf result)
                            (when-some [k (kf result)]
                              (lazy-seq (pages (step k)))))))]
        (pages (step initk))))
    clojure.lang.IReduceInit
    (reduce [_ rf init]
      (loop [acc init result (step initk)]
        (if (somef result)
          (let [acc (rf acc (vf result))]
            (if (reduced? acc)
              @acc
              (if-some [k (kf result)]
                (recur acc (step k))
                acc)))
          acc)))))
