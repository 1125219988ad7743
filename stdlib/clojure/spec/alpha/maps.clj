;; Specs of maps with known keys: keys.

(in-ns 'clojure.spec.alpha)

(defn- requirement
  "The form of a test of whether the map that subject names has what an element of :req asks for: a
  key, or keys joined by or and and."
  [element subject key-of]
  (if (keyword? element)
    `(contains? ~subject ~(key-of element))
    (let [[operator & elements] element]
      (cons (symbol "clojure.core" (name operator))
            (map #(requirement % subject key-of) elements)))))

(defn- some-of
  "The generator of lists of lists: some of the lists that the generators make, at least one when
  least is 1."
  [least gens]
  (gen/bind (gen/tuple (gen/choose least (count gens)) (gen/shuffle gens))
            (fn [[n gens]] (apply gen/tuple (take n gens)))))

(defn- required-keys
  "The generator of lists of keys that satisfy an element of :req."
  [element]
  (if (keyword? element)
    (gen/return [element])
    (let [[operator & elements] element
          gens (map required-keys elements)]
      (gen/fmap #(apply concat %)
                (if (= "or" (name operator))
                  (some-of 1 gens)
                  (apply gen/tuple gens))))))

(defn- chosen-keys
  "The generator of the sets of keys that a map may have, besides those of other specs."
  [required optional]
  (gen/fmap (fn [[required optional]] (set (apply concat (concat required optional))))
            (gen/tuple (apply gen/tuple (map required-keys required))
                       (some-of 0 (map #(gen/return [%]) optional)))))

(defn ^:skip-wiki map-spec-impl
  "What the macro keys calls."
  [{:keys [req-un opt-un keys-pred pred-exprs opt-keys req-specs req req-keys opt-specs pred-forms opt
           gfn]
    :as argm}]
  (let [id (Object.)
        known (zipmap (concat req-keys opt-keys) (concat req-specs opt-specs))
        spec-of (fn [k] (get known k k))
        convert (fn [m f]
                  (reduce (fn [out entry]
                            (let [k (key entry) v (val entry) spec (spec-of k)]
                              (if (contains? (registry) spec)
                                (let [converted (f spec v)]
                                  (cond
                                    (invalid? converted) (reduced ::invalid)
                                    (identical? converted v) out
                                    :else (assoc out k converted)))
                                out)))
                          m
                          m))]
    (reify Spec
      (conform* [_ m] (if (keys-pred m) (convert m conform) ::invalid))
      (unform* [_ m] (convert m unform))
      (explain* [_ path via in x]
        (if (map? x)
          (concat
           (keep (fn [[pred form]] (when-not (pred x) (problem path form x via in)))
                 (map vector pred-exprs pred-forms))
           (mapcat (fn [[k v]]
                     (let [spec (spec-of k)]
                       (when (c/and (contains? (registry) spec) (not (pvalid? spec v k)))
                         (explain-1 spec spec (conj path k) via (conj in k) v))))
                   x))
          [(problem path `map? x via in)]))
      (gen* [_ overrides path rmap]
        (if gfn
          (gfn)
          (let [rmap (entered rmap id)
                value-gens (concat
                            (mapv (fn [k spec] [k (generator spec overrides (conj path k) rmap k)])
                                  req-keys req-specs)
                            (keep (fn [[k spec]]
                                    (when-not (too-deep? rmap id path k)
                                      [k (gen/delay (generator spec overrides (conj path k) rmap k))]))
                                  (map vector opt-keys opt-specs)))
                plain (fn plain [x] (if (keyword? x) (keyword (name x)) (cons (first x) (map plain (rest x)))))]
            (gen/bind (chosen-keys (concat req (map plain req-un)) (concat opt (map plain opt-un)))
                      (fn [ks]
                        (apply gen/hash-map (mapcat identity (filter (comp ks first) value-gens))))))))
      (with-gen* [_ gfn] (map-spec-impl (assoc argm :gfn gfn)))
      (describe* [_]
        (cons `keys (mapcat (fn [[label part]] (when part [label part]))
                            [[:req req] [:opt opt] [:req-un req-un] [:opt-un opt-un]]))))))

(defmacro keys
  "The spec of maps that have the keys of :req, a vector of qualified keywords, and of :req-un, the
  same without their namespaces. :opt and :opt-un are keys that may be there; generators use them.
  Required keys can be joined: (s/keys :req [::x (or ::secret (and ::user ::pwd))]).

  The value of every key with a spec of its name, listed or not, conforms to it; that of a key of
  :req-un and :opt-un to the spec of the qualified name.

  :gen is a function of no arguments that returns a generator."
  [& {:keys [req req-un opt opt-un gen]}]
  (let [unqualified #(keyword (name %))
        req-keys (filterv keyword? (flatten req))
        req-un-specs (filterv keyword? (flatten req-un))
        _ (c/assert (every? #(c/and (keyword? %) (namespace %)) (concat req-keys req-un-specs opt opt-un))
                    "all keys must be namespace-qualified keywords")
        requirements (fn [subject]
                       (concat [`(map? ~subject)]
                               (map #(requirement % subject identity) req)
                               (map #(requirement % subject unqualified) req-un)))
        m (gensym "m")]
    `(map-spec-impl
      {:req '~req
       :opt '~opt
       :req-un '~req-un
       :opt-un '~opt-un
       :req-keys '~(into req-keys (map unqualified) req-un-specs)
       :req-specs '~(into req-keys req-un-specs)
       :opt-keys '~(into (vec opt) (map unqualified) opt-un)
       :opt-specs '~(into (vec opt) opt-un)
       :pred-exprs ~(mapv (fn [test] `(fn* [~m] ~test)) (requirements m))
       :pred-forms '~(mapv (fn [test] `(fn ~'[%] ~test)) (requirements '%))
       :keys-pred (fn* [~m] (c/and ~@(requirements m)))
       :gfn ~gen})))
