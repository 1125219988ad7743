;; Specs of collections of like elements: every, coll-of, every-kv, map-of.

(in-ns 'clojure.spec.alpha)

(defn- size-form
  "The form of a test of the size of the collection that subject stands for, or nil when the options
  do not limit it. With bounded? it counts no further than it must."
  [{:keys [count min-count max-count]} subject bounded?]
  (cond
    count `(= ~count ~(if bounded? `(bounded-count ~count ~subject) `(c/count ~subject)))
    (c/or min-count max-count)
    (if bounded?
      `(<= (c/or ~min-count 0)
           (bounded-count (if ~max-count (inc ~max-count) ~min-count) ~subject)
           (c/or ~max-count Integer/MAX_VALUE))
      `(<= ~(c/or min-count 0) (c/count ~subject) ~(c/or max-count 'Integer/MAX_VALUE)))))

(defn- fitting-size? [{:keys [count min-count max-count]} x]
  (cond
    count (= count (bounded-count count x))
    (c/or min-count max-count)
    (<= (c/or min-count 0)
        (bounded-count (if max-count (inc max-count) min-count) x)
        (c/or max-count Integer/MAX_VALUE))
    :else true))

(defn- described-options [opts]
  (mapcat (fn [[k v]] [k (if (= :kind k) (res v) v)]) opts))

(defn- rebuilder
  "Three functions that rebuild a collection like x, or like into, from conformed elements: its
  start, a step from [out index element conformed], and its end."
  [x kind into conform-keys]
  (cond
    (c/and (vector? x) (c/or (not into) (vector? into)))
    [identity
     (fn [out i element conformed] (if (identical? element conformed) out (assoc out i conformed)))
     identity]

    (c/and (map? x) (c/or (c/and kind (not into)) (map? into)))
    [(if conform-keys empty identity)
     (fn [out _ element conformed]
       (if (c/and (identical? element conformed) (not conform-keys))
         out
         (assoc out (nth (if conform-keys conformed element) 0) (nth conformed 1))))
     identity]

    (c/or (list? into) (seq? into) (c/and (not into) (c/or (list? x) (seq? x))))
    [(constantly ()) (fn [out _ _ conformed] (conj out conformed)) reverse]

    :else
    [#(empty (c/or into %)) (fn [out _ _ conformed] (conj out conformed)) identity]))

(defn- sampled
  "Elements of x, *coll-check-limit* of them or all when there are no more; taken at even distances
  where any can be reached at once."
  [x]
  (let [size (if (counted? x) (count x) 0)]
    (if (c/and (indexed? x) (< *coll-check-limit* size))
      (map #(nth x %) (range 0 size (quot size *coll-check-limit*)))
      (take *coll-check-limit* x))))

(defn- collection-generator
  "The generator of collections of what element-gen generates."
  [element-gen {:keys [into kind count min-count max-count distinct gen-max] :or {gen-max 20}}
   kind-gen]
  (gen/bind
   (cond
     into (gen/return (empty into))
     kind (gen/fmap #(if (empty? %) % (empty %)) kind-gen)
     :else (gen/return []))
   (fn [start]
     (gen/fmap
      #(if (vector? start) % (c/into start (if (c/or (list? start) (seq? start)) (reverse %) %)))
      (let [least (c/or min-count 0)
            most (c/or max-count (max gen-max (c/* 2 least)))]
        (cond
          distinct (gen/vector-distinct element-gen
                                        (if count
                                          {:num-elements count :max-tries 100}
                                          {:min-elements least :max-elements most :max-tries 100}))
          count (gen/vector element-gen count)
          (c/or min-count max-count) (gen/vector element-gen least most)
          :else (gen/vector element-gen 0 gen-max)))))))

(defn ^:skip-wiki every-impl
  "What the macros every, coll-of, every-kv and map-of call."
  ([form pred opts] (every-impl form pred opts nil))
  ([form pred {conform-into :into
               describe-form ::describe
               :keys [kind ::kind-form count max-count min-count distinct gen-max ::kfn ::cpred
                      conform-keys ::conform-all]
               :or {gen-max 20}
               :as opts}
    gfn]
   (let [element-spec (c/delay (specize pred form))
         fits? (fn [element] (valid? @element-spec element))
         position (c/or kfn (fn [i _] i))
         kind-pred (c/or kind coll?)
         kind-form (c/or kind-form `coll?)
         rebuild (fn [x f]
                   (let [[start step end] (rebuilder x kind conform-into conform-keys)]
                     (loop [out (start x) i 0 elements (seq x)]
                       (if elements
                         (let [element (first elements) converted (f @element-spec element)]
                           (if (invalid? converted)
                             ::invalid
                             (recur (step out i element converted) (inc i) (next elements))))
                         (end out)))))]
     (reify Spec
       (conform* [_ x]
         @element-spec
         (cond
           (not (cpred x)) ::invalid
           conform-all (rebuild x conform*)
           (every? fits? (sampled x)) x
           :else ::invalid))
       (unform* [_ x] (if conform-all (rebuild x unform*) x))
       (explain* [_ path via in x]
         (cond
           (not (pvalid? kind-pred x kind-form)) (explain-1 kind-form kind-pred path via in x)
           (not (fitting-size? opts x)) [(problem path (size-form opts '% false) x via in)]
           (c/and distinct (seq x) (not (apply c/distinct? x))) [(problem path 'distinct? x via in)]
           :else
           (let [failing (keep-indexed
                          (fn [i element]
                            (when-not (fits? element)
                              (explain-1 form pred path via (conj in (position i element)) element)))
                          x)]
             (apply concat (if conform-all failing (take *coll-error-limit* failing))))))
       (gen* [_ overrides path rmap]
         (if gfn
           (gfn)
           (collection-generator (generator pred overrides path rmap form)
                                 opts
                                 (when kind (generator kind overrides path rmap form)))))
       (with-gen* [_ gfn] (every-impl form pred opts gfn))
       (describe* [_] (c/or describe-form `(every ~(res form) ~@(described-options opts))))))))

(defmacro every
  "The spec of collections whose elements conform to pred. It looks at *coll-check-limit* elements
  only, conforms none of them, and reports at most *coll-error-limit* problems: for large
  collections. Options:

  :kind       a predicate of the collection, such as vector? (at first coll?); without :into its
              generator says what collections are generated
  :count      the number of elements; :min-count and :max-count limit it
  :distinct   true: no two elements are equal
  :into       [], (), {} or #{}: the collection to generate
  :gen-max    the most elements to generate (20)
  :gen        a function of no arguments that returns a generator"
  [pred & {:keys [into kind count max-count min-count distinct gen-max gen] :as opts}]
  (let [described (::describe opts)
        x (gensym "x")
        size (size-form opts x true)
        opts (dissoc opts :gen ::describe)]
    `(every-impl '~pred
                 ~pred
                 ~(assoc opts
                         ::kind-form `'~(res kind)
                         ::describe (c/or described
                                          `'(every ~(res pred) ~@(described-options opts)))
                         ::cpred `(fn* [~x]
                                    (c/and (~(c/or kind `coll?) ~x)
                                           ~@(when size [size])
                                           ~@(when distinct
                                               [`(c/or (empty? ~x) (apply distinct? ~x))]))))
                 ~gen)))

(defmacro every-kv
  "every for maps and other collections of pairs: keys conform to kpred and values to vpred. :into is
  {} at first."
  [kpred vpred & opts]
  (let [described `(every-kv ~(res kpred) ~(res vpred) ~@(described-options (partition 2 opts)))]
    `(every (tuple ~kpred ~vpred)
            ::kfn (fn [i# v#] (nth v# 0))
            :into {}
            ::describe '~described
            ~@opts)))

(defmacro coll-of
  "The spec of collections whose elements conform to pred, all of them, and are conformed. The result
  is a collection like :into, or like the value. Options as for every."
  [pred & opts]
  (let [described `(coll-of ~(res pred) ~@(described-options (partition 2 opts)))]
    `(every ~pred ::conform-all true ::describe '~described ~@opts)))

(defmacro map-of
  "The spec of maps whose keys conform to kpred and values to vpred, all of them. Values are
  conformed, keys too when :conform-keys is true. Other options as for every; :kind is map? at
  first."
  [kpred vpred & opts]
  (let [described `(map-of ~(res kpred) ~(res vpred) ~@(described-options (partition 2 opts)))]
    `(every-kv ~kpred ~vpred ::conform-all true :kind map? ::describe '~described ~@opts)))
