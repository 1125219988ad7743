;; Predicates as specs, spec and conformer; and def, which names specs.

(in-ns 'clojure.spec.alpha)

(defn ^:skip-wiki spec-impl
  "What the macro spec calls."
  ([form pred gfn cpred?] (spec-impl form pred gfn cpred? nil))
  ([form pred gfn cpred? unc]
   (cond
     (spec? pred) (if gfn (with-gen pred gfn) pred)
     (regex? pred) (regex-spec-impl pred gfn)
     (ident? pred) (let [spec (the-spec pred)] (if gfn (with-gen spec gfn) spec))
     :else
     (reify Spec
       (conform* [_ x]
         (let [ret (pred x)]
           (cond cpred? ret
                 ret x
                 :else ::invalid)))
       (unform* [_ x]
         (cond (not cpred?) x
               unc (unc x)
               :else (throw (IllegalStateException. "no unform fn for conformer"))))
       (explain* [_ path via in x]
         (when (invalid? (dt pred x form cpred?))
           [(problem path form x via in)]))
       (gen* [_ _ _ _]
         (if gfn (gfn) (gen/gen-for-pred pred)))
       (with-gen* [_ gfn] (spec-impl form pred gfn cpred? unc))
       (describe* [_] form)))))

(defmacro spec
  "The spec of a predicate form, such as even? or #(< % 42). The macros of this namespace take
  predicates as they are; spec is for what gets its own generator, and for a regular expression
  that describes a sequence of its own inside of another expression.

  :gen is a function of no arguments that returns a generator."
  [form & {:keys [gen]}]
  (when form
    `(spec-impl '~(res form) ~form ~gen nil)))

(defmacro conformer
  "The spec of a function f that, as conform does, returns the value, converted perhaps, or
  :clojure.spec.alpha/invalid. unf undoes what f does."
  ([f] `(spec-impl '(conformer ~(res f)) ~f nil true))
  ([f unf] `(spec-impl '(conformer ~(res f) ~(res unf)) ~f nil true ~unf)))

(defn ^:skip-wiki def-impl
  "What the macro def calls."
  [k form spec]
  (c/assert (c/and (ident? k) (namespace k)) "k must be namespaced keyword or resolvable symbol")
  (if (nil? form)
    (swap! registry-ref dissoc k)
    (let [spec (if (c/or (spec? spec) (regex? spec) (get (registry) spec))
                 spec
                 (spec-impl form spec nil nil))]
      (swap! registry-ref assoc k (with-name spec k))))
  k)

(defn- qualified
  "The symbol with the full name of its namespace, which is the current one when it names none."
  [sym]
  (if-let [prefix (some-> (namespace sym) symbol)]
    (if-let [ns (get (ns-aliases *ns*) prefix)]
      (symbol (name (ns-name ns)) (name sym))
      sym)
    (symbol (name (ns-name *ns*)) (name sym))))

(defmacro def
  "Enters into the registry, under the qualified keyword or symbol k, a spec, the name of one, a
  predicate or a regular expression. nil removes the entry. Returns k."
  [k spec-form]
  (let [k (if (symbol? k) (qualified k) k)]
    `(def-impl '~k '~(res spec-form) ~spec-form)))
