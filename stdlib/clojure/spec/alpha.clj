;; clojure.spec.alpha: what data looks like, said in predicates.
;;
;; A spec is an object of the protocol Spec. What a user may write instead is turned into one by
;; specize*: the name of a registered spec, a set, a predicate, or a regular expression, which is a
;; map with the key ::op. The registry maps names to specs, regular expressions and other names.
;;
;; This file holds the protocols, the registry, how forms are kept for explanations, conforming, and
;; generators. The rest is in the parts that it loads:
;;
;;   alpha/explaining.clj   explain and its relatives
;;   alpha/definitions.clj  spec conformer def
;;   alpha/assertions.clj   assert
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

(load "alpha/explaining")
(load "alpha/definitions")
(load "alpha/assertions")
(load "alpha/composites")
(load "alpha/maps")
(load "alpha/collections")
(load "alpha/regex")
(load "alpha/functions")
(load "alpha/ranges")
