;; Hierarchies of tags, and the macros of multimethods.

(defn bases
  "The superclass and the interfaces that the class names itself, or nil."
  {:added "1.0"}
  [c]
  (when (and c (-as Class c))
    (let [interfaces (seq (.getInterfaces c))
          superclass (.getSuperclass c)]
      (if superclass
        (cons superclass interfaces)
        interfaces))))

(defn supers
  "The set of all classes and interfaces that the class extends, directly or not, or nil."
  {:added "1.0"}
  [class]
  (loop [found #{} pending (bases class)]
    (if-let [[c & more] (seq pending)]
      (if (contains? found c)
        (recur found more)
        (recur (conj found c) (concat more (bases c))))
      (not-empty found))))

(defn make-hierarchy
  "A hierarchy without relations, for derive, isa? and multimethods."
  {:added "1.0"}
  []
  {:parents {} :descendants {} :ancestors {}})

(def ^{:private true :doc "The hierarchy that is meant when none is given."}
  global-hierarchy (make-hierarchy))

(defn isa?
  "True when child equals parent, or descends from it by derive or as a class does, or when both
  are vectors of the same length whose elements are related so in turn."
  {:added "1.0"}
  ([child parent] (isa? global-hierarchy child parent))
  ([h child parent]
   (cond
     (= child parent) true
     (and (class? child) (class? parent) (.isAssignableFrom parent child)) true
     (contains? ((:ancestors h) child) parent) true
     (class? child) (boolean
                     (some (fn [c] (contains? ((:ancestors h) c) parent)) (supers child)))
     (and (vector? child) (vector? parent) (= (count child) (count parent)))
     (every? (fn [i] (isa? h (nth child i) (nth parent i))) (range (count child)))
     :else false)))

(defn parents
  "The set of immediate parents of tag, by derive or as the bases of a class, or nil."
  {:added "1.0"}
  ([tag] (parents global-hierarchy tag))
  ([h tag]
   (let [derived (get (:parents h) tag)]
     (not-empty (if (class? tag)
                  (into (set (bases tag)) derived)
                  derived)))))

(defn ancestors
  "The set of all parents of tag, direct or not, by derive or as the superclasses and interfaces of
  a class, or nil."
  {:added "1.0"}
  ([tag] (ancestors global-hierarchy tag))
  ([h tag]
   (let [derived (get (:ancestors h) tag)]
     (not-empty
      (if (class? tag)
        (let [inherited (set (supers tag))]
          (reduce (fn [found c] (into found (get (:ancestors h) c)))
                  (into inherited derived)
                  inherited))
        derived)))))

(defn descendants
  "The set of all tags that descend from tag by derive, or nil. Classes do not know theirs."
  {:added "1.0"}
  ([tag] (descendants global-hierarchy tag))
  ([h tag]
   (if (class? tag)
     (throw (new UnsupportedOperationException "Can't get descendants of classes"))
     (not-empty (get (:descendants h) tag)))))

(defn- add-relations
  "The relation map m with `others` and everything m has for them joined to the entry of tag and of
  each of its `dependents`."
  [m tag dependents other others]
  (reduce (fn [out t]
            (assoc out t (into (conj (get out t #{}) other) others)))
          m
          (cons tag dependents)))

(defn derive
  "Makes parent a parent of tag. Both are namespaced symbols or keywords; tag may be a class. With
  a hierarchy, returns the new one; without, changes the global one and returns nil. Throws when
  the relation would close a circle or is already there indirectly."
  {:added "1.0"}
  ([tag parent]
   (assert (namespace parent))
   (assert (or (class? tag) (and (instance? clojure.lang.Named tag) (namespace tag))))
   (alter-var-root #'global-hierarchy derive tag parent)
   nil)
  ([h tag parent]
   (assert (not= tag parent))
   (assert (or (class? tag) (instance? clojure.lang.Named tag)))
   (assert (instance? clojure.lang.Named parent))
   (let [{ps :parents as :ancestors ds :descendants} h]
     (cond
       (contains? (ps tag) parent)
       h

       (contains? (as tag) parent)
       (throw (new Exception (str tag " already has " parent " as ancestor")))

       (contains? (as parent) tag)
       (throw (new Exception (str "Cyclic derivation: " parent " has " tag " as ancestor")))

       :else
       {:parents (assoc ps tag (conj (get ps tag #{}) parent))
        :ancestors (add-relations as tag (ds tag) parent (as parent))
        :descendants (add-relations ds parent (as parent) tag (ds tag))}))))

(defn underive
  "Takes the relation between tag and parent away again; as derive, in the given hierarchy or in
  the global one."
  {:added "1.0"}
  ([tag parent]
   (alter-var-root #'global-hierarchy underive tag parent)
   nil)
  ([h tag parent]
   (if (contains? ((:parents h) tag) parent)
     (let [left (disj (get (:parents h) tag) parent)
           ps (if (seq left)
                (assoc (:parents h) tag left)
                (dissoc (:parents h) tag))]
       (reduce (fn [h [t p]] (derive h t p))
               (make-hierarchy)
               (mapcat (fn [[t parents]] (map (fn [p] [t p]) parents)) ps)))
     h)))

(defn- check-valid-options
  "Throws when the map has other keys than the valid ones."
  [options & valid-keys]
  (when-not (every? (set valid-keys) (keys options))
    (throw (new IllegalArgumentException
                (apply str "Only these options are valid: " (interpose ", " valid-keys))))))

(defmacro defmulti
  "Defines name as a multimethod: a call passes its arguments to dispatch-fn and then to the method
  of the value that this returned, or of the nearest value that it isa?. Options: :default, the
  dispatch value of the method for everything else (:default), and :hierarchy, a var with the
  hierarchy to use. A name that is a multimethod already is left as it is."
  {:added "1.0"
   :arglists '([name docstring? attr-map? dispatch-fn & options])}
  [mm-name & options]
  (let [docstring (when (string? (first options)) (first options))
        options (if docstring (next options) options)
        attributes (if (map? (first options)) (first options) {})
        options (if (map? (first options)) (next options) options)
        dispatch-fn (first options)
        options (next options)
        m (conj (or (meta mm-name) {})
                (if docstring (assoc attributes :doc docstring) attributes))]
    (when (= (count options) 1)
      (throw (new Exception "The syntax for defmulti has changed. Example: (defmulti name dispatch-fn :default dispatch-value)")))
    (let [opts (apply hash-map options)
          mm-name (with-meta mm-name m)]
      (check-valid-options opts :default :hierarchy)
      `(let [v# (def ~mm-name)]
         (when-not (and (bound? v#) (instance? clojure.lang.MultiFn (deref v#)))
           (def ~mm-name
             (new clojure.lang.MultiFn ~(name mm-name) ~dispatch-fn
                  ~(get opts :default :default)
                  ~(get opts :hierarchy `(var global-hierarchy)))))))))

(defmacro defmethod
  "Adds to the multimethod a method, fn-tail as of fn, for the dispatch value."
  {:added "1.0"}
  [multifn dispatch-val & fn-tail]
  `(. ~(with-meta multifn {:tag 'clojure.lang.MultiFn}) addMethod ~dispatch-val (fn ~@fn-tail)))
