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

(defn- lazy-outputs
  "The seq of the outputs of xform over the elements that `step` gives, in chunks of 32. Takes no
  more inputs than it needs to know the next 32 outputs, and whether others follow."
  [xform step]
  (let [outputs (volatile! [])
        finished (volatile! false)
        rf (xform (fn
                    ([] nil)
                    ([_] nil)
                    ([_ output]
                     (vreset! outputs (conj @outputs output))
                     nil)))
        collect (fn [n]
                  (when (and (not @finished) (< (count @outputs) n))
                    (let [result (step rf)]
                      (when (or (reduced? result) (identical? ::end result))
                        (vreset! finished true)
                        (rf nil)))
                    (recur n)))
        chunks (fn chunks []
                 (collect 1)
                 (when (pos? (count @outputs))
                   (lazy-seq
                    (collect 32)
                    (let [all @outputs
                          n (min 32 (count all))
                          buffer (chunk-buffer n)]
                      (loop [i 0]
                        (when (< i n)
                          (chunk-append buffer (nth all i))
                          (recur (inc i))))
                      (vreset! outputs (if (= n (count all)) [] (into [] (subvec all n))))
                      (chunk-cons (chunk buffer) (chunks))))))]
    (or (chunks) ())))

(defn sequence
  "The seq of coll, () when it is empty. With a transducer, the seq of its outputs over coll, or
  over the elements of several collections in parallel, computed as they are needed in chunks of
  32."
  {:added "1.0"}
  ([coll]
   (if (seq? coll)
     coll
     (or (seq coll) ())))
  ([xform coll] (-lazy-sequence xform coll))
  ([xform coll & colls]
   (let [colls (cons coll colls)]
     (run! (fn [c] (when-not (or (nil? c) (coll? c)) (seq c))) colls) ; refuses what has no elements
     (lazy-outputs xform (stepper colls)))))

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
