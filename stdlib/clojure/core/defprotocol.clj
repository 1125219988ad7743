;; Protocols: defprotocol, extend and its macros.
;;
;; A protocol is a map in a var: :on (symbol of its interface), :on-interface (the class), :sigs,
;; :method-map, :method-builders, :var, and :impls, from class to a map of method keyword to function. Protocol
;; functions look there, by identity of the map, so changing the var is all that extend does.

(defn namespace-munge
  "The name of a namespace with - turned into _, as in class and file names."
  {:added "1.2"}
  [ns]
  (.replace (str ns) \- \_))

(defn- qualified-class-name [tag]
  (str (namespace-munge *ns*) "." (name tag)))

(defn- protocol? [x]
  (boolean (and (map? x) (:on-interface x))))

(defn find-protocol-impl
  "x itself when its class implements the interface of the protocol, otherwise the map of methods
  with which the protocol was extended to the class of x, or nil."
  [protocol x]
  (if (instance? (:on-interface protocol) x)
    x
    (when-let [impls (:impls protocol)]
      (-find-impl impls (class x)))))

(defn find-protocol-method
  "The function for the method keyword with which the protocol was extended to x, or nil."
  [protocol methodk x]
  (get (find-protocol-impl protocol x) methodk))

(defn satisfies?
  "True when x has the methods of the protocol, from its type or by extension."
  {:added "1.2"}
  [protocol x]
  (boolean (find-protocol-impl protocol x)))

(defn- implements? [protocol atype]
  ;; A class that is not known here is a string: its name.
  (and atype (not (string? atype))
       (.isAssignableFrom (:on-interface protocol) (-as Class atype))))

(defn extends?
  "True when the protocol was extended to the class, or the class implements its interface."
  {:added "1.2"}
  [protocol atype]
  (when (some? atype) (-as Class atype))
  (boolean (or (implements? protocol atype)
               (get (:impls protocol) atype))))

(defn extenders
  "The classes (and nil) that the protocol was extended to."
  {:added "1.2"}
  [protocol]
  (keys (:impls protocol)))

(defn -reset-methods
  "Makes the functions of the protocol forget what they found."
  [protocol]
  nil)

(defn extend
  "Gives a class (or nil) the methods of protocols: each protocol is followed by a map of method
  keyword to function, which replaces an earlier map for the same class."
  {:added "1.2"}
  [atype & proto+mmaps]
  (doseq [[proto mmap] (partition 2 proto+mmaps)]
    (when-not (protocol? proto)
      (throw (new IllegalArgumentException (str proto " is not a protocol"))))
    (when (implements? proto atype)
      (throw (new IllegalArgumentException
                  (str atype " already directly implements " (:on-interface proto)
                       " for protocol:" (:var proto)))))
    (-reset-methods (alter-var-root (:var proto) assoc-in [:impls atype] mmap))))

(defn- parse-impls
  "A map of head to forms, of specs in which a head is followed by lists. Of a head that is there
  twice the last one counts."
  [specs]
  (loop [more (seq specs) out {}]
    (if more
      (let [forms (take-while seq? (next more))]
        (recur (seq (drop-while seq? (next more)))
               (assoc out (first more) (vec forms))))
      out)))

(defn- hinted-tail
  "What follows the name of a method of extend-type. When it is walked, each first parameter must be something that the type could
  be a hint of."
  [tail]
  (let [checked (fn [[[target & _] & _ :as arity]] (vary-meta target identity) arity)]
    (if (vector? (first tail))
      (lazy-seq (checked tail) tail)
      (map checked tail))))

(defn- method-map-form
  "The form of a map of method keyword to fn for method definitions as in extend-type."
  [methods]
  (reduce (fn [m [method-name & fn-tail]]
            (assoc m (keyword (name method-name)) (cons `fn (hinted-tail fn-tail))))
          {}
          methods))

(defmacro extend-type
  "Extends protocols to one type: (extend-type T P1 (method [this] …) … P2 …)."
  {:added "1.2"}
  [t & specs]
  `(extend ~t
     ~@(mapcat (fn [[protocol methods]] [protocol (method-map-form methods)])
               (parse-impls specs))))

(defmacro extend-protocol
  "Extends one protocol to several types: (extend-protocol P T1 (method [this] …) … T2 … nil …)."
  {:added "1.2"}
  [p & specs]
  `(do
     ~@(map (fn [[t methods]] `(extend-type ~t ~p ~@methods)) (parse-impls specs))))

(defn- protocol-signature
  "The description of one method of defprotocol, (name docstring? [params]… docstring?)."
  [protocol-name [method-name & details :as sig]]
  (let [[arglists details] (split-with vector? details)
        doc (first details)]
    (when (some empty? arglists)
      (throw (new IllegalArgumentException
                  (str "Definition of function " method-name " in protocol " protocol-name
                       " must take at least one arg."))))
    (when-not (or (empty? arglists) (apply distinct? (map count arglists)))
      (throw (new IllegalArgumentException
                  (str "Function " method-name " in protocol " protocol-name " has two argument lists of one length."))))
    (assoc (meta method-name)
           :tag (let [tag (:tag (meta method-name)) named (when (symbol? tag) (resolve tag))]
                  (if (class? named) (symbol (.getName named)) tag))
           :name (with-meta method-name {:doc doc :arglists arglists})
           :arglists (or (seq arglists) ())
           :doc doc)))

(defn- plain-name? [param]
  (and (simple-symbol? param) (neg? (.indexOf (str param) "."))))

(defn- method-builder
  "The function that calls the method of the protocol's interface: the JVM compiles it, so that names which the
  compiler does not take in it are refused."
  [{method :name arglists :arglists}]
  `(fn ~@(map (fn [params]
                (let [[target :as params] (mapv (fn [param] (gensym (str "gf__" param "__"))) params)]
                  (list params (list '. target (cons method (rest params))))))
              arglists)))

(defn- warn-of-overwritten
  "Says on *err* which of the protocol's methods take the place of another function."
  [protocol-name methods]
  (doseq [method methods]
    (let [v (resolve method)
          owner (:protocol (meta v))]
      (when (and (var? v) (bound? v) (not (and owner (= owner (resolve protocol-name)))))
        (binding [*out* *err*]
          (println "Warning: protocol" (str "#'" *ns* "/" protocol-name) "is overwriting"
                   (if owner
                     (str "method " (.sym v) " of protocol " (.sym owner))
                     (str "function " (.sym v)))))))))

(defn- options-and-rest
  "[options more] of forms that may begin with keywords, each followed by its value."
  [forms]
  (loop [options {} more (seq forms)]
    (if (keyword? (first more))
      (recur (assoc options (first more) (second more)) (nnext more))
      [options more])))

(defn- protocol-signatures
  "The descriptions of the methods of defprotocol by their keywords."
  [protocol-name sigs]
  (reduce (fn [out sig]
            (let [described (protocol-signature protocol-name sig)
                  k (keyword (:name described))]
              (when (contains? out k)
                (throw (new IllegalArgumentException
                            (str "Function " (:name described) " in protocol " protocol-name
                                 " was redefined. Specify all arities in single definition."))))
              (assoc out k described)))
          {}
          sigs))

(defn- builder-forms
  "The form of :method-builders. Macros of libraries look for a protocol's methods in this map from their vars; on the JVM
  its functions make what the vars hold."
  [sigs]
  (into {}
        (map (fn [{method :name}] (let [method (with-meta method nil)] [`(var ~method) `(constantly ~method)])))
        (vals sigs)))

(defmacro defprotocol
  "Defines a protocol, a set of functions that dispatch on the class of their first argument:
  (defprotocol Name docstring? options* (method [this args*]+ docstring?)*). The option
  :extend-via-metadata true lets values bring methods in their metadata, under the qualified
  symbols. Types get the methods inline in deftype, defrecord and reify, or by extend."
  {:added "1.2"}
  [name & opts+sigs]
  (let [docstring (when (string? (first opts+sigs)) (first opts+sigs))
        [options more] (options-and-rest (if docstring (next opts+sigs) opts+sigs))
        sigs (protocol-signatures name more)
        class-name (qualified-class-name name)]
    (warn-of-overwritten name (map :name (vals sigs)))
    `(do
       (defonce ~name {})
       (-make-interface ~class-name [])
       ~@(when docstring [`(alter-meta! (var ~name) assoc :doc ~docstring)])
       ~@(keep (fn [{:keys [arglists] :as described}]
                 (when-not (and (seq arglists) (every? plain-name? (apply concat arglists)))
                   (method-builder described)))
               (vals sigs))
       ~@(map (fn [{method :name :as described}]
                `(def ~(with-meta method (into {:protocol (list 'var name)}
                                               (map (fn [[k v]] [k (list 'quote v)]))
                                               (dissoc described :name)))
                   (-protocol-fn (var ~name) '~(with-meta method nil)
                                 (-class-named ~class-name))))
              (vals sigs))
       (alter-var-root (var ~name) merge
                       (array-map :on '~(symbol class-name)
                                  :on-interface (-class-named ~class-name)
                                  ~@(when docstring [:doc docstring])
                                  ~@(mapcat identity (dissoc options :on :on-interface))
                                  :sigs '~(not-empty sigs)
                                  :var (var ~name)
                                  :method-map ~(apply hash-map (mapcat (fn [k] [k k]) (keys sigs)))
                                  :method-builders ~(builder-forms sigs)))
       '~name)))
