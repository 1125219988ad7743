;; Regular expressions over sequences: cat, alt, *, +, ?, & and keys*, by derivatives (Might, Darais
;; and Spiewak, "Parsing with Derivatives", ICFP 2011).
;;
;; The derivative of an expression by an element x is the expression that matches what may follow x;
;; an expression that matches nothing more is nil. A sequence matches when the derivative by all of
;; its elements, one after the other, is nullable: it matches the empty sequence, too. Expressions
;; carry what was matched so far (:ret), so the last derivative has the conformed value.
;;
;; An expression is a map with ::op, or a predicate, a spec, or the name of any of them:
;;
;;   ::accept  matches the empty sequence, with the value :ret
;;   ::pcat    :ps one after the other; :ret is {} to be filled by the keys :ks, or for + a vector
;;   ::alt     one of :ps, tagged by :ks; :maybe is the form of what ? was called with
;;   ::rep     :p1 and then any number of :p2; :ret the values so far. :splice: part of a +
;;   ::amp     :p1, with its value conformed by :ps
;;
;; ::nil is the value of what may be absent and is.

(in-ns 'clojure.spec.alpha)

;; Construction

(defn- accept [ret]
  {::op ::accept :ret ret})

(defn- accept? [p]
  (= ::accept (::op p)))

(defn- tagged [k x]
  (if k (clojure.lang.MapEntry. k x) x))

(defn- sequence-of
  "The ::pcat of ps, or what is left of it when the first have their values."
  [{:keys [ps ks forms ret rep+]}]
  (when (every? some? ps)
    (let [[p & more] ps]
      (if (accept? p)
        (let [value (:ret p)
              ret (conj ret (if ks {(first ks) value} value))]
          (if more
            (recur {:ps more :ks (next ks) :forms (next forms) :ret ret :rep+ rep+})
            (accept ret)))
        {::op ::pcat :ps ps :ret ret :ks ks :forms forms :rep+ rep+}))))

(defn- choice-of
  "The ::alt of those of ps that match something."
  [ps ks forms]
  (let [possible (filter first (map vector ps (c/or (seq ks) (repeat nil)) (c/or (seq forms) (repeat nil))))
        [p k] (first possible)]
    (cond
      (empty? possible) nil
      (next possible) {::op ::alt
                       :ps (map first possible)
                       :ks (when ks (map second possible))
                       :forms (when forms (map peek possible))}
      (nil? k) p
      (accept? p) (accept (tagged k (:ret p)))
      :else {::op ::alt :ps (list p) :ks (list k) :forms (when forms (map peek possible))})))

(defn- either [p1 p2]
  (if (c/and p1 p2)
    (choice-of [p1 p2] nil nil)
    (c/or p1 p2)))

(defn- repetition [p1 p2 ret splice forms id]
  (when p1
    (let [rep {::op ::rep :p2 p2 :splice splice :forms forms :id id}]
      (if (accept? p1)
        (assoc rep :p1 p2 :ret (conj ret (:ret p1)))
        (assoc rep :p1 p1 :ret ret)))))

(defn ^:skip-wiki cat-impl
  "What the macro cat calls."
  [ks ps forms]
  (sequence-of {:ps ps :ks ks :forms forms :ret {}}))

(defn ^:skip-wiki alt-impl
  "What the macro alt calls."
  [ks ps forms]
  (assoc (choice-of ps ks forms) :id (random-uuid)))

(defn ^:skip-wiki rep-impl
  "What the macro * calls."
  [form p]
  (repetition p p [] false form (random-uuid)))

(defn ^:skip-wiki rep+impl
  "What the macro + calls."
  [form p]
  (sequence-of {:ps [p (repetition p p [] true form (random-uuid))]
                :forms `[~form (* ~form)]
                :ret []
                :rep+ form}))

(defn ^:skip-wiki maybe-impl
  "What the macro ? calls."
  [p form]
  (assoc (choice-of [p (accept ::nil)] nil [form ::nil]) :maybe form))

(defn ^:skip-wiki amp-impl
  "What the macro & calls."
  [re re-form preds pred-forms]
  {::op ::amp :p1 re :amp re-form :ps preds :forms pred-forms})

;; Values

(declare nullable? value-of)

(defn- absent?
  "Is this the value of an expression that matched no element?"
  [p value]
  (if (#{::rep ::pcat} (::op (reg-resolve! p)))
    (empty? value)
    (= ::nil value)))

(defn- value-of
  "The value of a nullable expression when the sequence ends here."
  [p]
  (let [{[p0 :as ps] :ps [k :as ks] :ks :keys [p1 ret forms] op ::op :as p} (reg-resolve! p)]
    (letfn [(with-part [part k]
              (let [part-re (reg-resolve! part)]
                (if (nil? (::op part-re))
                  ret
                  (let [value (value-of part)]
                    (if (absent? part-re value)
                      ret
                      ((if (:splice part-re) into conj) ret (if k {k value} value)))))))]
      (case op
        ::accept ret
        ::pcat (with-part p0 k)
        ::rep (with-part p1 nil)
        ::amp (let [value (value-of p1)]
                (if (absent? p1 value) ::nil (conform-through value ps forms)))
        ::alt (let [[p k] (first (filter (comp nullable? first)
                                         (map vector ps (c/or (seq ks) (repeat nil)))))]
                (tagged k (if (nil? p) ::nil (value-of p))))
        nil))))

(defn- nullable?
  "Does the expression match the empty sequence?"
  [p]
  (let [{:keys [ps p1 p2 forms] op ::op} (reg-resolve! p)]
    (case op
      ::accept true
      ::pcat (every? nullable? ps)
      ::alt (some nullable? ps)
      ::rep (c/or (identical? p1 p2) (nullable? p1))
      ::amp (c/and (nullable? p1) (not (invalid? (conform-through (value-of p1) ps forms))))
      nil)))

;; Derivatives

(defn- continued
  "The ::pcat without its first expression, which is nullable and ends here."
  [{[_ & ps] :ps [_ & ks] :ks [_ & forms] :forms :as p}]
  (sequence-of {:ps ps :ks ks :forms forms :ret (value-of p)}))

(defn- derivative [p x]
  (when-let [p (reg-resolve! p)]
    (let [{[p0 & more :as ps] :ps :keys [ks forms ret splice p1 p2 id] op ::op} p]
      (case op
        ::accept nil
        ::pcat (either (sequence-of (assoc p :ps (cons (derivative p0 x) more) :rep+ nil))
                       (when (nullable? p0) (derivative (continued p) x)))
        ::alt (choice-of (map #(derivative % x) ps) ks forms)
        ::rep (either (repetition (derivative p1 x) p2 ret splice forms id)
                      ;; Of an element that matches nothing, one is enough.
                      (when (c/and (nullable? p1) (not (identical? p1 p2)))
                        (derivative (repetition p2 p2 (value-of p) splice forms id) x)))
        ::amp (when-let [p1 (derivative p1 x)]
                (if (accept? p1)
                  (let [value (conform-through (:ret p1) ps forms)]
                    (when-not (invalid? value) (accept value)))
                  {::op ::amp :p1 p1 :amp (:amp p) :ps ps :forms forms}))
        (let [value (dt p x p)]
          (when-not (invalid? value) (accept value)))))))

(defn- conform-sequence [p xs]
  (if-let [[x & more] (seq xs)]
    (if-let [p (derivative p x)]
      (recur p more)
      ::invalid)
    (if (nullable? p)
      (let [value (value-of p)]
        (if (= ::nil value) nil value))
      ::invalid)))

;; Forms and unforming

(defn- expression-form [p]
  (let [{:keys [ps ks forms splice rep+ maybe p1 amp] op ::op :as p} (reg-resolve! p)]
    (when p
      (case op
        ::accept nil
        ::pcat (if rep+
                 (list `+ rep+)
                 `(cat ~@(mapcat vector (c/or (seq ks) (repeat :_)) forms)))
        ::alt (if maybe
                (list `? maybe)
                `(alt ~@(mapcat vector ks forms)))
        ::rep (list (if splice `+ `*) forms)
        ::amp (list* 'clojure.spec.alpha/& amp forms)
        p))))

(defn- unform-sequence
  "The elements that an expression made x from."
  [p x]
  (let [{[p0 :as ps] :ps :keys [ks ret p1 rep+ maybe] op ::op :as p} (reg-resolve! p)
        part-of (zipmap ks ps)]
    (case op
      ::accept [ret]
      ::pcat (if rep+
               (mapcat #(unform-sequence p0 %) x)
               (mapcat (fn [k] (when (contains? x k) (unform-sequence (part-of k) (get x k)))) ks))
      ::alt (if maybe
              [(unform p0 x)]
              (unform-sequence (part-of (first x)) (second x)))
      ::rep (mapcat #(unform-sequence p1 %) x)
      ::amp (unform-sequence p1 (reduce #(unform %2 %1) x (reverse ps)))
      [(unform p x)])))

;; Explanation

(defn- explain-expression
  "The problems of the expression with the first of xs, or with their absence."
  [form p path via in xs]
  (let [[x] xs
        {:keys [ps ks forms p1 p2 amp] op ::op :as p} (reg-resolve! p)
        via (via-named via p)
        missing (fn [path form]
                  [(problem-because path "Insufficient input" form () via in)])]
    (when p
      (case op
        ::accept nil
        ::pcat (let [parts (map vector ps (c/or (seq ks) (repeat nil)) (c/or (seq forms) (repeat nil)))
                     [part k form] (if (next parts)
                                     (first (remove (comp nullable? first) parts))
                                     (first parts))
                     path (if k (conj path k) path)
                     form (c/or form (expression-form part))]
                 (if (c/and (empty? xs) (not part))
                   (missing path form)
                   (explain-expression form part path via in xs)))
        ::alt (if (empty? xs)
                (missing path (expression-form p))
                (mapcat (fn [part k form]
                          (explain-expression (c/or form (expression-form part)) part
                                              (if k (conj path k) path) via in xs))
                        ps (c/or (seq ks) (repeat nil)) (c/or (seq forms) (repeat nil))))
        ::rep (explain-expression (if (identical? p1 p2) forms (expression-form p1)) p1 path via in xs)
        ::amp (cond
                (seq xs) (if-let [p1 (derivative p1 x)]
                           (explain-through forms ps path via in (value-of p1))
                           (explain-expression amp p1 path via in xs))
                (nullable? p1) (explain-through forms ps path via in (value-of p1))
                :else (missing path amp))
        (if (empty? xs)
          (missing path form)
          (explain-1 form p path via in x))))))

(defn- explain-sequence [re path via in xs]
  (loop [p re xs (seq xs) i 0]
    (if (nil? xs)
      (when-not (nullable? p)
        (explain-expression (expression-form p) p path via in nil))
      (let [x (first xs)
            more (next xs)]  ; as the JVM, which realizes one element more than it looks at
        (if-let [after (derivative p x)]
          (recur after more (inc i))
          (let [in (conj in i)
                extra (fn [p] [(problem-because path "Extra input" (expression-form p) xs via in)])]
            (if (accept? p)
              (extra re)
              (c/or (explain-expression (expression-form p) p path via in xs)
                    (extra p)))))))))

;; Generators

(defn- sequence-generator
  "The generator of sequences that the expression matches, or nil."
  [p overrides path rmap form]
  (let [origin p
        {:keys [ps ks p1 p2 forms splice ret id amp] op ::op gfn ::gfn :as p} (reg-resolve! p)
        rmap (if id (entered rmap id) rmap)
        part-generators (fn [ps ks forms]
                          (map (fn [part k form]
                                 (when-not (c/and id k (too-deep? rmap id path k))
                                   (let [make #(sequence-generator part overrides
                                                                   (if k (conj path k) path) rmap form)]
                                     (if (c/and id k) (gen/delay (make)) (make)))))
                               ps (c/or (seq ks) (repeat nil)) (c/or (seq forms) (repeat nil))))
        override (c/or (get overrides (spec-name origin)) (get overrides (spec-name p)) (get overrides path))]
    (cond
      override (if (contains? #{::accept nil} op) (gen/fmap vector (override)) (override))
      gfn (gfn)
      (nil? p) nil
      :else
      (case op
        ::accept (gen/return (if (= ::nil ret) [] [ret]))
        ::pcat (let [gens (part-generators ps ks forms)]
                 (when (every? some? gens) (apply gen/cat gens)))
        ::alt (let [gens (remove nil? (part-generators ps ks forms))]
                (when (seq gens) (gen/one-of gens)))
        ::rep (if (too-deep? rmap id [id] id)
                (gen/return [])
                (when-let [g (sequence-generator p2 overrides path rmap forms)]
                  (gen/fmap #(apply concat %) (gen/vector g))))
        ::amp (sequence-generator p1 overrides path rmap amp)
        (when-let [g (generator p overrides path rmap form)]
          (gen/fmap vector g))))))

;; As specs

(defn ^:skip-wiki regex-spec-impl
  "What specs of regular expressions are made by."
  [re gfn]
  (let [sequence? (fn [x] (c/or (nil? x) (sequential? x)))]
    (reify Spec
      (conform* [_ x] (if (sequence? x) (conform-sequence re x) ::invalid))
      (unform* [_ x] (unform-sequence re x))
      (explain* [_ path via in x]
        (if (sequence? x)
          (explain-sequence re path via in x)
          [(problem path `(fn ~'[%] (c/or (nil? ~'%) (sequential? ~'%))) x via in)]))
      (gen* [_ overrides path rmap]
        (if gfn (gfn) (sequence-generator re overrides path rmap (expression-form re))))
      (with-gen* [_ gfn] (regex-spec-impl re gfn))
      (describe* [_] (expression-form re)))))

(extend-protocol Specize
  clojure.lang.IPersistentMap
  (specize*
    ([m] (if (regex? m) (maybe-spec m) (spec-impl ::unknown m nil nil)))
    ([m form] (if (regex? m) (maybe-spec m) (spec-impl form m nil nil)))))

(defmacro cat
  "The expression of one predicate or expression after the other, each with a keyword before it,
  (s/cat :e even? :o odd?). The value is a map of the keywords to the parts' values; parts that may
  be absent and are have no entry."
  [& key-pred-forms]
  (let [[keys forms] (keyed-forms key-pred-forms)]
    (c/assert (c/and (even? (count key-pred-forms)) (every? keyword? keys))
              "cat expects k1 p1 k2 p2..., where ks are keywords")
    `(cat-impl ~keys ~forms '~(mapv res forms))))

(defmacro alt
  "The expression of one of several predicates or expressions, each with a keyword before it,
  (s/alt :even even? :small #(< % 42)). The value is a map entry of the keyword and the value."
  [& key-pred-forms]
  (let [[keys forms] (keyed-forms key-pred-forms)]
    (c/assert (c/and (even? (count key-pred-forms)) (every? keyword? keys))
              "alt expects k1 p1 k2 p2..., where ks are keywords")
    `(alt-impl ~keys ~forms '~(mapv res forms))))

(defmacro *
  "The expression of any number of what matches, none included. The value is a vector."
  [pred-form]
  `(rep-impl '~(res pred-form) ~pred-form))

(defmacro +
  "The expression of one or more of what matches. The value is a vector."
  [pred-form]
  `(rep+impl '~(res pred-form) ~pred-form))

(defmacro ?
  "The expression of one of what matches, or none. The value is that of the one."
  [pred-form]
  `(maybe-impl ~pred-form '~(res pred-form)))

(defmacro &
  "The expression re whose value conforms to the predicates too, each getting what the one before it
  made of the value."
  [re & preds]
  `(amp-impl ~re '~(res re) ~(vec preds) '~(mapv res preds)))

(clojure.spec.alpha/def ::kvs->map
  (conformer #(zipmap (map ::k %) (map ::v %))
             #(map (fn [[k v]] {::k k ::v v}) %)))

(defmacro keys*
  "The expression of keys and values one after the other, as keyword arguments are given, that make a
  map which conforms to (s/keys …) of the same arguments. The value is what the map conforms to."
  [& kspecs]
  `(let [mspec# (keys ~@kspecs)]
     (with-gen (clojure.spec.alpha/& (* (cat ::k keyword? ::v any?)) ::kvs->map mspec#)
       (fn [] (gen/fmap (fn [m#] (apply concat m#)) (gen mspec#))))))
