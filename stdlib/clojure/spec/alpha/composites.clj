;; Specs made of specs: and, or, merge, tuple, nilable, multi-spec, nonconforming.

(in-ns 'clojure.spec.alpha)

(defn- specs-of
  "The specs that preds are or name, looked up once, when they are first asked for."
  [preds forms]
  (delay (mapv specize preds forms)))

(defn ^:skip-wiki and-spec-impl
  "What the macro and calls."
  [forms preds gfn]
  (let [specs (specs-of preds forms)]
    (reify Spec
      (conform* [_ x]
        (let [specs @specs
              size (count specs)]
          (loop [x x i 0]
            (if (c/or (= i size) (invalid? x))
              x
              (recur (conform* (nth specs i) x) (inc i))))))
      (unform* [_ x] (reduce #(unform %2 %1) x (reverse preds)))
      (explain* [_ path via in x] (explain-through forms preds path via in x))
      (gen* [_ overrides path rmap]
        (if gfn
          (gfn)
          (generator (first preds) overrides path rmap (first forms))))
      (with-gen* [_ gfn] (and-spec-impl forms preds gfn))
      (describe* [_] `(and ~@forms)))))

(defmacro and
  "The spec of what conforms to all of the predicates or specs. Each gets what the one before it
  made of the value, (s/and even? #(< % 42))."
  [& pred-forms]
  `(and-spec-impl '~(mapv res pred-forms) ~(vec pred-forms) nil))

(defn ^:skip-wiki or-spec-impl
  "What the macro or calls."
  [keys forms preds gfn]
  (let [id (Object.)
        pred-of (zipmap keys preds)
        branches (map vector keys forms preds)
        specs (specs-of preds forms)]
    (reify Spec
      (conform* [_ x]
        (let [specs @specs
              size (count specs)]
          (loop [i 0]
            (if (= i size)
              ::invalid
              (let [conformed (conform* (nth specs i) x)]
                (if (invalid? conformed)
                  (recur (inc i))
                  (clojure.lang.MapEntry. (nth keys i) conformed)))))))
      (unform* [_ [k x]] (unform (pred-of k) x))
      (explain* [this path via in x]
        (when-not (valid? this x)
          (mapcat (fn [[k form pred]]
                    (when-not (pvalid? pred x form)
                      (explain-1 form pred (conj path k) via in x)))
                  branches)))
      (gen* [_ overrides path rmap]
        (if gfn
          (gfn)
          (let [rmap (entered rmap id)
                gens (keep (fn [[k form pred]]
                             (when-not (too-deep? rmap id path k)
                               (gen/delay (generator pred overrides (conj path k) rmap form))))
                           branches)]
            (when (seq gens) (gen/one-of gens)))))
      (with-gen* [_ gfn] (or-spec-impl keys forms preds gfn))
      (describe* [_] `(or ~@(mapcat vector keys forms))))))

(defmacro or
  "The spec of what conforms to one of several predicates or specs, each with a keyword before it,
  (s/or :even even? :small #(< % 42)). The conformed value is a map entry of the keyword of the
  first that fits, and what it conforms the value to."
  [& key-pred-forms]
  (let [[keys forms] (keyed-forms key-pred-forms)]
    (c/assert (c/and (even? (count key-pred-forms)) (every? keyword? keys))
              "spec/or expects k1 p1 k2 p2..., where ks are keywords")
    `(or-spec-impl ~keys '~(mapv res forms) ~forms nil)))

(defn ^:skip-wiki merge-spec-impl
  "What the macro merge calls."
  [forms preds gfn]
  (reify Spec
    (conform* [_ x]
      (let [parts (map #(dt %1 x %2) preds forms)]
        (if (some invalid? parts)
          ::invalid
          (apply c/merge parts))))
    (unform* [_ x] (apply c/merge (map #(unform % x) (reverse preds))))
    (explain* [_ path via in x]
      (mapcat #(explain-1 %1 %2 path via in x) forms preds))
    (gen* [_ overrides path rmap]
      (if gfn
        (gfn)
        (gen/fmap #(apply c/merge %)
                  (apply gen/tuple (map #(generator %1 overrides path rmap %2) preds forms)))))
    (with-gen* [_ gfn] (merge-spec-impl forms preds gfn))
    (describe* [_] `(merge ~@forms))))

(defmacro merge
  "The spec of maps that conform to all of the specs of maps (keys mostly). The conformed value is
  what they conform it to, merged; the generator makes maps that satisfy all."
  [& pred-forms]
  `(merge-spec-impl '~(mapv res pred-forms) ~(vec pred-forms) nil))

(defn ^:skip-wiki tuple-impl
  "What the macro tuple calls."
  ([forms preds] (tuple-impl forms preds nil))
  ([forms preds gfn]
   (let [size (count preds)
         size-form `(= (count ~'%) ~size)
         specs (specs-of preds forms)]
     (reify Spec
       (conform* [_ x]
         (let [specs @specs]
           (if (c/and (vector? x) (= size (count x)))
             (loop [out x i 0]
               (if (< i size)
                 (let [element (nth x i)
                       conformed (conform* (nth specs i) element)]
                   (if (invalid? conformed)
                     ::invalid
                     (recur (if (identical? conformed element) out (assoc out i conformed)) (inc i))))
                 out))
             ::invalid)))
       (unform* [_ x]
         (c/assert (c/and (vector? x) (= (count x) (count preds))))
         (reduce (fn [out i]
                   (let [element (nth x i) plain (unform (nth preds i) element)]
                     (if (identical? plain element) out (assoc out i plain))))
                 x
                 (range size)))
       (explain* [_ path via in x]
         (cond
           (not (vector? x)) [(problem path `vector? x via in)]
           (not= size (count x)) [(problem path size-form x via in)]
           :else
           (mapcat (fn [i form pred]
                     (let [element (nth x i)]
                       (when-not (pvalid? pred element form)
                         (explain-1 form pred (conj path i) via (conj in i) element))))
                   (range) forms preds)))
       (gen* [_ overrides path rmap]
         (if gfn
           (gfn)
           (apply gen/tuple
                  (map #(generator %1 overrides (conj path %2) rmap %3) preds (range) forms))))
       (with-gen* [_ gfn] (tuple-impl forms preds gfn))
       (describe* [_] `(tuple ~@forms))))))

(defmacro tuple
  "The spec of vectors of as many elements as there are predicates, each conforming to its own. The
  paths of problems name elements by their index."
  [& preds]
  (c/assert (not (empty? preds)))
  `(tuple-impl '~(mapv res preds) ~(vec preds)))

(defn ^:skip-wiki nilable-impl
  "What the macro nilable calls."
  [form pred gfn]
  (reify Spec
    (conform* [_ x] (if (nil? x) nil (dt pred x form)))
    (unform* [_ x] (if (nil? x) nil (unform pred x)))
    (explain* [_ path via in x]
      (when-not (c/or (nil? x) (pvalid? pred x form))
        (conj (explain-1 form pred (conj path ::pred) via in x)
              (problem (conj path ::nil) 'nil? x via in))))
    (gen* [_ overrides path rmap]
      (if gfn
        (gfn)
        (gen/frequency [[1 (gen/delay (gen/return nil))]
                        [9 (gen/delay (generator pred overrides (conj path ::pred) rmap form))]])))
    (with-gen* [_ gfn] (nilable-impl form pred gfn))
    (describe* [_] `(nilable ~form))))

(defmacro nilable
  "The spec of nil and what conforms to pred."
  [pred]
  `(nilable-impl '~(res pred) ~pred nil))

(defn nonconforming
  "The spec, but that conform returns the value as it was."
  [spec]
  (let [spec (delay (specize spec))]
    (reify Spec
      (conform* [_ x] (if (invalid? (conform* @spec x)) ::invalid x))
      (unform* [_ x] x)
      (explain* [_ path via in x] (explain* @spec path via in x))
      (gen* [_ overrides path rmap] (gen* @spec overrides path rmap))
      (with-gen* [_ gfn] (nonconforming (with-gen* @spec gfn)))
      (describe* [_] `(nonconforming ~(describe* @spec))))))

;; Open alternatives

(defn ^:skip-wiki multi-spec-impl
  "What the macro multi-spec calls."
  ([form mmvar retag] (multi-spec-impl form mmvar retag nil))
  ([form mmvar retag gfn]
   (let [id (Object.)
         dispatch-value (fn [x] ((.dispatchFn ^clojure.lang.MultiFn @mmvar) x))
         chosen (fn [x]
                  (when (.getMethod ^clojure.lang.MultiFn @mmvar (dispatch-value x))
                    (@mmvar x)))
         tagged (if (keyword? retag) #(assoc %1 retag %2) retag)]
     (reify Spec
       (conform* [_ x]
         (if-let [pred (chosen x)]
           (dt pred x form)
           ::invalid))
       (unform* [_ x]
         (if-let [pred (chosen x)]
           (unform pred x)
           (throw (IllegalStateException.
                   (str "No method of: " form " for dispatch value: " (dispatch-value x))))))
       (explain* [_ path via in x]
         (let [path (conj path (dispatch-value x))]
           (if-let [pred (chosen x)]
             (when-not (pvalid? pred x form)
               (explain-1 form pred path via in x))
             [{:path path :pred form :val x :reason "no method" :via via :in in}])))
       (gen* [_ overrides path rmap]
         (if gfn
           (gfn)
           (let [rmap (entered rmap id)
                 gens (keep (fn [[k method]]
                              (when-not (too-deep? rmap id path k)
                                (gen/delay
                                 (gen/fmap #(tagged % k)
                                           (generator (method nil) overrides (conj path k) rmap
                                                      (list 'method form k))))))
                            (remove (fn [[k]] (invalid? k)) (methods @mmvar)))]
             (when (seq gens) (gen/one-of gens)))))
       (with-gen* [_ gfn] (multi-spec-impl form mmvar retag gfn))
       (describe* [_] `(multi-spec ~form ~retag))))))

(defmacro multi-spec
  "The spec of what conforms to the spec that the multimethod mm returns for it. Its methods ignore
  their argument: (defmethod mm :int [_] (s/keys :req-un [::tag ::i])). New methods make the spec
  accept new kinds of values. The dispatch value is part of the paths of problems.

  retag is for generated values: a keyword under which the dispatch value is put, or a function of
  value and dispatch value that returns the value with its tag."
  [mm retag]
  `(multi-spec-impl '~(res mm) (var ~mm) ~retag))
