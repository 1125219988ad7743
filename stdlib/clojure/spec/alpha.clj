;; clojure.spec.alpha: what data looks like, said in predicates.
;;
;; A spec is an object of the protocol Spec. What a user may write instead is turned into one by
;; specize*: the name of a registered spec, a set, a predicate, or a regular expression, which is a
;; map with the key ::op. The registry maps names to specs, regular expressions and other names.
;;
;; This file holds the protocols, the registry, how forms are kept for explanations, and the
;; functions that users call. The kinds of specs are in the parts that it loads:
;;
;;   alpha/composites.clj   and or merge tuple nilable multi-spec nonconforming
;;   alpha/maps.clj         keys
;;   alpha/collections.clj  every coll-of every-kv map-of
;;   alpha/regex.clj        cat alt * + ? & keys*
;;   alpha/functions.clj    fspec fdef, the check of macro calls
;;   alpha/ranges.clj       int-in inst-in double-in, exercise
;;
;; A library of this name on the class path takes the place of this one.

(ns clojure.spec.alpha
  "Specifications of data and functions: validation, conforming, explanation, generation."
  (:refer-clojure :exclude [+ * and assert or cat def keys merge])
  (:require [clojure.spec.gen.alpha :as gen]
            [clojure.walk :as walk]))

(alias 'c 'clojure.core)

(def ^{:dynamic true
       :doc "How often a spec that branches (or, alt, *, optional keys, multi-spec) may be entered
  within itself before generators choose another branch."}
  *recursion-limit* 4)

(def ^{:dynamic true
       :doc "The number of calls by which fspec tests a function when it conforms one."}
  *fspec-iterations* 21)

(def ^{:dynamic true :doc "The number of elements that specs made by every look at."}
  *coll-check-limit* 101)

(def ^{:dynamic true :doc "The number of elements whose problems specs made by every report."}
  *coll-error-limit* 20)

(defprotocol Spec
  (conform* [spec x])
  (unform* [spec y])
  (explain* [spec path via in x])
  (gen* [spec overrides path rmap])
  (with-gen* [spec gfn])
  (describe* [spec]))

(defprotocol Specize
  (specize* [_] [_ form]))

(declare spec-impl regex-spec-impl valid?)

;; The registry

(defonce ^:private registry-ref (atom {}))

(defn registry
  "The map of the names of specs to what they name; get-spec looks one up."
  []
  @registry-ref)

(defn spec?
  "x when it is a spec object, otherwise logical false."
  [x]
  (when (instance? clojure.spec.alpha.Spec x) x))

(defn regex?
  "x when it is a regular expression (cat, alt, *, +, ?, &), otherwise logical false."
  [x]
  (c/and (::op x) x))

(defn invalid?
  "Is this what conform returns for a value that does not conform?"
  [ret]
  (identical? ::invalid ret))

(defn- spec-name
  "The name under which this spec, or expression, was found in the registry, or nil."
  [spec]
  (cond
    (ident? spec) spec
    (regex? spec) (::name spec)
    (instance? clojure.lang.IObj spec) (::name (meta spec))))

(defn- with-name [spec name]
  (cond
    (ident? spec) spec
    (regex? spec) (assoc spec ::name name)
    (instance? clojure.lang.IObj spec) (vary-meta spec assoc ::name name)))

(defn- reg-resolve
  "What the name k stands for, through names of names, or nil; what is no name, as it is."
  [k]
  (let [specs (registry)]
    (loop [found k]
      (if (ident? found)
        (recur (get specs found))
        found))))

(defn- reg-resolve!
  "What a name stands for, and anything else as it is. Throws when nothing has the name."
  [x]
  (if (ident? x)
    (c/or (reg-resolve x) (throw (Exception. (str "Unable to resolve spec: " x))))
    x))

(defn- maybe-spec
  "The spec that x is, names, or makes as a regular expression; nil for a predicate or an unknown
  name."
  [x]
  (let [found (if (ident? x) (reg-resolve x) (c/or (spec? x) (regex? x)))]
    (if (regex? found)
      (with-name (regex-spec-impl found nil) (spec-name found))
      found)))

(defn- the-spec [x]
  (c/or (maybe-spec x) (throw (Exception. (str "Unable to resolve spec: " x)))))

(defn- part-spec
  "The spec that a part of a spec is or names, nil for a predicate."
  [pred]
  (cond
    (nil? pred) nil
    (ident? pred) (the-spec pred)
    :else (maybe-spec pred)))

(defn get-spec
  "What the keyword, symbol or var k names in the registry; nil where k names nothing."
  [k]
  (get (registry) (if (var? k) (symbol k) k)))

;; Values as specs

(defn- ->sym
  "The full name of a var; anything else as it is."
  [x]
  (if (var? x) (symbol x) x))

(defn- fn-sym
  "The symbol of the var that a function was defined for, as its class name tells, or nil."
  [f]
  (let [[_ ns-part name-part] (re-matches #"(.*)\$(.*?)(?:__[0-9]+)?" (.getName (class f)))]
    (when (c/and name-part (not= "fn" name-part))
      (symbol (clojure.lang.Compiler/demunge ns-part) (clojure.lang.Compiler/demunge name-part)))))

(extend-protocol Specize
  clojure.lang.Keyword
  (specize*
    ([k] (specize* (reg-resolve! k)))
    ([k _] (specize* (reg-resolve! k))))

  clojure.lang.Symbol
  (specize*
    ([s] (specize* (reg-resolve! s)))
    ([s _] (specize* (reg-resolve! s))))

  clojure.lang.IPersistentSet
  (specize*
    ([s] (spec-impl s s nil nil))
    ([s form] (spec-impl form s nil nil)))

  Object
  (specize*
    ([x] (cond
           (spec? x) x
           (c/and (not (map? x)) (ifn? x)) (spec-impl (c/or (fn-sym x) ::unknown) x nil nil)
           :else (spec-impl ::unknown x nil nil)))
    ([x form] (c/or (spec? x) (spec-impl form x nil nil)))))

(defn- specize
  ([x] (c/or (spec? x) (specize* x)))
  ([x form] (c/or (spec? x) (specize* x form))))

;; Forms, as explanations and `form` show them

(defn- resolved-symbol
  "The full name of the var that a symbol means in the current namespace, the class, or the symbol."
  [sym]
  (if-let [found (resolve sym)] (->sym found) sym))

(defn- written-function
  "What was read from #(…) as (fn [%] …), which is nearer to what was written."
  [form]
  (if (c/and (seq? form) (= 'fn* (first form)) (vector? (second form)))
    (let [[_ [param] & body] form]
      (list* 'clojure.core/fn '[%] (walk/postwalk-replace {param '%} body)))
    form))

(defn- res
  "The form with full names in the places of symbols."
  [form]
  (cond
    (symbol? form) (resolved-symbol form)
    (sequential? form) (walk/postwalk #(if (symbol? %) (resolved-symbol %) %) (written-function form))
    :else form))

(defn- keyed-forms
  "The keys and the forms of keyword and form pairs, as two vectors."
  [pairs]
  [(mapv first (partition 2 pairs)) (mapv second (partition 2 pairs))])

(defn abbrev
  "The form, shortened for readers: names without their namespaces, (fn [%] x) as x."
  [form]
  (cond
    (seq? form)
    (walk/postwalk (fn [form]
                     (cond
                       (c/and (symbol? form) (namespace form)) (symbol (name form))
                       (c/and (seq? form) (= 'fn (first form)) (= '[%] (second form))) (last form)
                       :else form))
                   form)
    (c/and (symbol? form) (namespace form)) (symbol (name form))
    :else form))

(defn form
  "The spec as data: the form that makes it, with full names."
  [spec]
  (describe* (specize spec)))

(defn describe
  "The spec as data, shortened for readers."
  [spec]
  (abbrev (form spec)))

;; Conforming

(defn- dt
  "x as conformed by pred, which is a spec, the name of one, an expression, or a function; ::invalid
  when it does not conform. The result of a function is the value itself when conformer? holds."
  ([pred x form] (dt pred x form false))
  ([pred x form conformer?]
   (if-let [spec (part-spec pred)]
     (conform* spec x)
     (cond
       (nil? pred) (specize pred)
       (false? pred) x
       (not (ifn? pred)) (throw (Exception. (str (pr-str form) " is not a fn, expected predicate fn")))
       conformer? (pred x)
       (pred x) x
       :else ::invalid))))

(defn- pvalid?
  ([pred x] (pvalid? pred x nil))
  ([pred x form] (not (invalid? (dt pred x form)))))

(defn- conform-through
  "x conformed by each of preds, the result of one being the value for the next."
  [x preds forms]
  (loop [x x preds (seq preds) forms (seq forms)]
    (if preds
      (let [conformed (dt (first preds) x (first forms))]
        (if (invalid? conformed)
          ::invalid
          (recur conformed (next preds) (next forms))))
      x)))

(defn conform
  "x as the spec sees it, taken apart perhaps, or :clojure.spec.alpha/invalid when it does not
  conform."
  [spec x]
  (if (fn? spec)
    (if (spec x) x ::invalid)
    (conform* (specize spec) x)))

(defn unform
  "The value that conform made x from with this spec, or one that conforms to x as well."
  [spec x]
  (unform* (specize spec) x))

(defn valid?
  "Does x conform to the spec? form is what explanations say for a predicate."
  ([spec x] (not (invalid? (conform spec x))))
  ([spec x form] (not (invalid? (conform* (specize spec form) x)))))

;; Explaining

(defn- problem [path pred x via in]
  {:path path :pred pred :val x :via via :in in})

(defn- problem-because [path reason pred x via in]
  {:path path :reason reason :pred pred :val x :via via :in in})

(defn- via-named [via spec]
  (if-let [name (spec-name spec)] (conj via name) via))

(defn- explain-1
  "The problems of x with pred, a spec or a predicate, that it is known not to conform to."
  [form pred path via in x]
  (if-let [spec (part-spec pred)]
    (explain* spec path (via-named via spec) in x)
    [(problem path form x via in)]))

(defn- explain-through
  "The problems of x with the first of preds that what the others made of it does not conform to."
  [forms preds path via in x]
  (loop [x x preds (seq preds) forms (seq forms)]
    (when preds
      (let [conformed (dt (first preds) x (first forms))]
        (if (invalid? conformed)
          (explain-1 (first forms) (first preds) path via in x)
          (recur conformed (next preds) (next forms)))))))

(defn explain-data*
  "explain-data within other data: path, via and in are what the problems' begin with."
  [spec path via in x]
  (let [problems (explain* (specize spec) path via in x)]
    (when-not (empty? problems)
      {::problems problems ::spec spec ::value x})))

(defn explain-data
  "nil when x conforms to the spec, otherwise a map with a collection of problems under
  :clojure.spec.alpha/problems. Each is a map of :path (the keys of the parts of the spec), :pred
  (the form of the predicate), :val (the value that failed), :via (the names of the specs), :in
  (where in x the value is) and perhaps :reason."
  [spec x]
  (explain-data* spec [] (via-named [] spec) [] x))

(defn explain-printer
  "Prints explain-data, a line for each problem, those deepest in the data first; \"Success!\" for
  nil. What *explain-out* is at first."
  [ed]
  (if ed
    (doseq [{:keys [path pred val reason via in] :as problem}
            (sort-by (fn [{:keys [path in]}] [(- (count path)) (- (count in))]) (::problems ed))]
      (pr val)
      (print " - failed: ")
      (if reason (print reason) (pr (abbrev pred)))
      (doseq [[label part] [[" in: " (seq in)] [" at: " (seq path)]] :when part]
        (print label)
        (pr (vec part)))
      (when (seq via)
        (print " spec: ")
        (pr (last via)))
      (doseq [[k v] (dissoc problem :path :pred :val :reason :via :in)]
        (print "\n\t ")
        (pr k)
        (print "  ")
        (pr v))
      (newline))
    (println "Success!")))

(def ^{:dynamic true
       :clojure.main/session true
       :doc "The function that prints explain-data for explain-out. A program may set! it."}
  *explain-out* explain-printer)

(defn explain-out
  "Prints explain-data by the function in *explain-out*."
  [ed]
  (*explain-out* ed))

(defn explain
  "Prints why x does not conform to the spec, or that it does."
  [spec x]
  (explain-out (explain-data spec x)))

(defn explain-str
  "What explain prints, as a string."
  [spec x]
  (with-out-str (explain spec x)))

;; Generators

(defn- generator
  "The generator of the values of a part of a spec: that of overrides for its name or path, or its
  own."
  [spec overrides path rmap form]
  (let [spec (specize spec)
        override (c/or (get overrides (c/or (spec-name spec) spec)) (get overrides path))]
    (if-let [g (if override (override) (gen* spec overrides path rmap))]
      (gen/such-that #(valid? spec %) g 100)
      (throw (ex-info (str "Unable to construct gen at: " path " for: " (abbrev form))
                      {::path path ::form form ::failure :no-gen})))))

(defn gen
  "The generator of values that conform to the spec; throws when there is none. overrides maps names
  of specs, or paths (vectors of keywords), to functions of no arguments that return the generators
  to use there. The generator for a regular expression generates sequential collections."
  ([spec] (gen spec nil))
  ([spec overrides] (generator spec overrides [] {::recursion-limit *recursion-limit*} spec)))

(defn- entered
  "rmap, which counts how often each branching spec was entered, once more for id."
  [rmap id]
  (update rmap id (fnil inc 0)))

(defn- too-deep? [rmap id path k]
  (c/and (> (get rmap id 0) (::recursion-limit rmap))
         (contains? (set path) k)))

(defn with-gen
  "The spec, but with the generator that gen-fn, a function of no arguments, returns."
  [spec gen-fn]
  (let [spec (reg-resolve spec)]
    (if (regex? spec)
      (assoc spec ::gfn gen-fn)
      (with-gen* (specize spec) gen-fn))))

;; Predicates as specs

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

;; Definitions

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

;; Assertions

(def ^{:dynamic true
       :doc "False while code is compiled whose uses of assert shall be nothing but their value. So does
  the property clojure.spec.compile-asserts when it is false."}
  *compile-asserts* true)

(defonce ^:private checks-asserts
  (atom nil))

(defn check-asserts?
  "Are assertions by assert checked?"
  []
  (let [flag @checks-asserts]
    (if (nil? flag)
      (= "true" (System/getProperty "clojure.spec.check-asserts"))
      flag)))

(defn check-asserts
  "Turns the checking of assertions on or off. It is off at first, unless the property
  clojure.spec.check-asserts is true."
  [flag]
  (reset! checks-asserts (boolean flag)))

(defn assert*
  "What the macro assert calls."
  [spec x]
  (if (valid? spec x)
    x
    (let [data (assoc (explain-data* spec [] [] [] x) ::failure :assertion-failed)]
      (throw (ex-info (str "Spec assertion failed\n" (with-out-str (explain-out data))) data)))))

(defmacro assert
  "x, when it is valid. Otherwise throws an ExceptionInfo with the explain-data and
  :clojure.spec.alpha/failure :assertion-failed. Does nothing when *compile-asserts* was false as
  the code was compiled, or while (check-asserts?) is false, as it is at first."
  [spec x]
  ;; This file is loaded when the runtime is built: the property is read when it is needed.
  (if (c/and *compile-asserts* (not= "false" (System/getProperty "clojure.spec.compile-asserts")))
    `(if (check-asserts?) (assert* ~spec ~x) ~x)
    x))

(load "alpha/composites")
(load "alpha/maps")
(load "alpha/collections")
(load "alpha/regex")
(load "alpha/functions")
(load "alpha/ranges")
