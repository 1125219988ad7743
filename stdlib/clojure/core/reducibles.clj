;; Objects that are reduced rather than walked: eductions and iterations.

(deftype Eduction [xform coll]
  clojure.lang.Sequential
  clojure.lang.Seqable
  (seq [_] (seq (sequence xform coll)))
  java.lang.Iterable
  (iterator [_] (.iterator (sequence xform coll)))
  clojure.lang.IReduceInit
  (reduce [_ f init] (transduce xform (completing f) init coll)))

(defn eduction
  "The outputs of the transducers, composed from left to right, over coll, which is the last
  argument. They are computed anew each time the eduction is reduced or walked."
  {:added "1.7" :arglists '([xform* coll])}
  [& xforms]
  (new Eduction (apply comp (butlast xforms)) (last xforms)))

(defmethod print-method Eduction [e writer]
  (if *print-readably*
    (print-method (sequence e) writer)
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
