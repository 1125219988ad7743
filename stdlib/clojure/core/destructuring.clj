;; destructure: binding forms of vectors and maps to plain bindings.

(defn- destructure-vector
  "Adds to out the bindings that take a sequential value apart by the vector pattern."
  [expand out pattern value]
  (let [whole (gensym "vec__")
        rest? (loop [more (seq pattern)]
                (cond (nil? more) false
                      (= (first more) '&) true
                      :else (recur (next more))))
        remaining (when rest? (gensym "seq__"))]
    (loop [more (seq pattern)
           index 0
           after-rest false
           out (if rest?
                 (conj out whole value remaining (list `seq whole))
                 (conj out whole value))]
      (if (nil? more)
        out
        (let [target (first more)]
          (cond
            (= target '&)
            (recur (nnext more) index true (expand out (second more) remaining))

            (= target :as)
            (recur (nnext more) index after-rest (expand out (second more) whole))

            after-rest
            (throw (new Exception "Unsupported binding form, only :as can follow & parameter"))

            rest?
            (let [element (gensym "first__")]
              (recur (next more) (inc index) false
                     (expand (conj out element (list `first remaining)
                                   remaining (list `next remaining))
                             target element)))

            :else
            (recur (next more) (inc index) false
                   (expand out target (list `nth whole index nil)))))))))

(defn- spread-keys
  "The map pattern with each :keys, :syms and :strs entry (:ns/keys and :ns/syms too) replaced
  by the target and key pairs that it abbreviates."
  [pattern]
  (reduce
   (fn* [entries directive]
     (let [kind (when (keyword? directive) (name directive))
           prefix (when (keyword? directive) (namespace directive))
           key-for (cond
                     (= kind "keys") (fn* [target]
                                       (keyword (or prefix (namespace target)) (name target)))
                     (= kind "syms") (fn* [target]
                                       (list 'quote (symbol (or prefix (namespace target))
                                                            (name target))))
                     (= directive :strs) (fn* [target] (str target)))]
       (if key-for
         (reduce (fn* [entries target] (assoc entries target (key-for target)))
                 (dissoc entries directive)
                 (get entries directive))
         entries)))
   (dissoc pattern :as :or)
   (keys pattern)))

(defn- destructure-map
  "Adds to out the bindings that take a map, or a seq of keyword arguments, apart."
  [expand out pattern value]
  (let [whole (gensym "map__")
        defaults (get pattern :or)
        out (conj out whole value
                  whole (list 'if (list `seq? whole)
                              (list `seq-to-map-for-destructuring whole)
                              whole))
        out (if (get pattern :as) (conj out (get pattern :as) whole) out)]
    (reduce
     (fn* [out entry]
       (let [target (key entry)
             local (if (ident? target)
                     (with-meta (symbol (name target)) (meta target))
                     target)
             lookup (if (contains? defaults local)
                      (list `get whole (val entry) (get defaults local))
                      (list `get whole (val entry)))]
         (if (ident? target)
           (conj out local lookup)
           (expand out target lookup))))
     out
     (spread-keys pattern))))

(defn destructure
  "Plain let* bindings (symbols and values only) for a binding vector whose targets may be
  vectors and maps."
  [bindings]
  (let [expand (fn* expand [out target value]
                 (cond
                   (symbol? target) (conj out target value)
                   (vector? target) (destructure-vector expand out target value)
                   (map? target) (destructure-map expand out target value)
                   :else (throw (new Exception (str "Unsupported binding form: " target)))))]
    (if (plain-targets? bindings)
      bindings
      (loop [more (seq bindings) out []]
        (if more
          (recur (nnext more) (expand out (first more) (second more)))
          out)))))

(declare binding-form?)

(defn- all? [pred coll]
  (loop [more (seq coll)]
    (cond
      (nil? more) true
      (pred (first more)) (recur (next more))
      :else false)))

(defn- sequential-form?
  "True for binding forms, then perhaps & and one more, then, when as? holds, perhaps :as and a
  name."
  [items as?]
  (loop [more (seq items)]
    (cond
      (nil? more) true

      (= '& (first more))
      (and (next more)
           (binding-form? (second more))
           (let [rest (nnext more)]
             (or (nil? rest)
                 (and as? (= :as (first rest)) (local-name? (second rest)) (nil? (nnext rest))))))

      (and as? (= :as (first more)))
      (and (local-name? (second more)) (nil? (nnext more)))

      (binding-form? (first more)) (recur (next more))
      :else false)))

(defn- map-form-entry? [entry]
  (let [target (key entry)
        what (val entry)
        kind (when (keyword? target) (name target))]
    (cond
      (= :as target) (local-name? what)
      (= :or target) (and (map? what) (all? local-name? (keys what)))
      (= "keys" kind) (and (vector? what) (all? ident? what))
      (= "syms" kind) (and (vector? what) (all? symbol? what))
      (= :strs target) (and (vector? what) (all? local-name? what))
      :else (binding-form? target))))

(defn- binding-form?
  "True when x can stand where a let or a parameter vector binds something."
  [x]
  (cond
    (symbol? x) (local-name? x)
    (vector? x) (sequential-form? x true)
    (map? x) (all? map-form-entry? x)
    :else false))

(def ^:private check-params
  (fn [params macro-name call]
    (when-not (sequential-form? params false)
      (reject-call macro-name call))))

(def ^:private check-bindings
  (fn [bindings macro-name call]
    (loop [more (seq bindings)]
      (when more
        (when-not (binding-form? (first more))
          (reject-call macro-name call))
        (recur (nnext more))))))
