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

(defn- pull-source
  "A function of no arguments that yields the arguments for the next step of a transduction over
  the collections in parallel, a list, or nil at the end of the shortest."
  [colls]
  (let [left (volatile! colls)]
    (fn []
      (let [seqs (mapv seq @left)]
        (if (every? identity seqs)
          (do
            (vreset! left (mapv rest seqs))
            (mapv first seqs))
          (do
            (vreset! left [nil])
            nil))))))

(defn- transformed-outputs
  "A function of no arguments that yields the next output of xform over what `pull` yields, as a
  one-element vector, or nil at the end. It pulls no more inputs than that output needs."
  [xform pull]
  (let [outputs (volatile! [])
        position (volatile! 0)
        finished (volatile! false)
        rf (xform (fn
                    ([] nil)
                    ([_] nil)
                    ([_ output]
                     (vswap! outputs conj output)
                     nil)))
        finish (fn []
                 (vreset! finished true)
                 (rf nil))]
    (fn []
      (loop []
        (cond
          (< @position (count @outputs))
          (let [output (nth @outputs @position)]
            (vswap! position inc)
            [output])

          @finished
          nil

          :else
          (do
            (vreset! outputs [])
            (vreset! position 0)
            (let [inputs (pull)]
              (cond
                (nil? inputs) (finish)
                (nil? (next inputs)) (when (reduced? (rf nil (first inputs))) (finish))
                :else (when (reduced? (apply rf nil inputs)) (finish))))
            (recur)))))))

(defn- chunks-of-32
  "The lazy seq of the outputs that `produce` yields, in chunks, beginning with `output`; nil when
  there is none."
  [produce output]
  (when output
    (lazy-seq
     (let [buffer (chunk-buffer 32)]
       (loop [output output n 1]
         (chunk-append buffer (first output))
         (if (< n 32)
           (if-let [more (produce)]
             (recur more (inc n))
             (chunk-cons (chunk buffer) nil))
           (chunk-cons (chunk buffer) (chunks-of-32 produce (produce)))))))))

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
   (let [produce (transformed-outputs xform (pull-source [coll]))]
     (or (chunks-of-32 produce (produce)) ())))
  ([xform coll & colls]
   (let [produce (transformed-outputs xform (pull-source (cons coll colls)))]
     (or (chunks-of-32 produce (produce)) ()))))

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
