;; Protocols and types: defprotocol, extend, deftype, defrecord, reify.
;;
;; A protocol is a map in a var: :on (symbol of its interface), :on-interface (the class), :sigs,
;; :method-map, :var, and :impls, from class to a map of method keyword to function. Protocol
;; functions look there, by identity of the map, so changing the var is all that extend does.

;; The threads of Runtime.addShutdownHook.
(def ^:private -shutdown-hooks (atom []))

(defn namespace-munge
  "The name of a namespace with - turned into _, as in class and file names."
  {:added "1.2"}
  [ns]
  (.replace (str ns) \- \_))

(defn- qualified-class-name [tag]
  (str (namespace-munge *ns*) "." (name tag)))

(defn- located-error
  "What the compiler and loading throw for the cause: an exception that says where, in which phase and, if it is
  known, in the expression of which operator."
  [phase words operator line column cause]
  (-compiler-exception
   (str "Syntax error " words (when operator (str " " operator)) " at (" (when *file* (str *file* ":")) line ":" column ").")
   (merge {:clojure.error/phase phase :clojure.error/line line :clojure.error/column column}
          (when *file* {:clojure.error/source *file*})
          (when operator {:clojure.error/symbol operator}))
   cause))

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

(defmacro defprotocol
  "Defines a protocol, a set of functions that dispatch on the class of their first argument:
  (defprotocol Name docstring? options* (method [this args*]+ docstring?)*). The option
  :extend-via-metadata true lets values bring methods in their metadata, under the qualified
  symbols. Types get the methods inline in deftype, defrecord and reify, or by extend."
  {:added "1.2"}
  [name & opts+sigs]
  (let [docstring (when (string? (first opts+sigs)) (first opts+sigs))
        more (if docstring (next opts+sigs) opts+sigs)
        [options more] (loop [options {} more (seq more)]
                         (if (keyword? (first more))
                           (recur (assoc options (first more) (second more)) (nnext more))
                           [options more]))
        sigs (reduce (fn [out sig]
                       (let [described (protocol-signature name sig)
                             k (keyword (:name described))]
                         (when (contains? out k)
                           (throw (new IllegalArgumentException
                                       (str "Function " (:name described) " in protocol " name
                                            " was redefined. Specify all arities in single definition."))))
                         (assoc out k described)))
                     {}
                     more)
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
       (alter-var-root (var ~name) merge
                       (assoc ~(if docstring (assoc options :doc docstring) options)
                              :on '~(symbol class-name)
                              :on-interface (-class-named ~class-name)
                              :sigs '~sigs
                              :var (var ~name)
                              :method-map ~(zipmap (keys sigs) (keys sigs))))
       ~@(map (fn [{method :name :as described}]
                `(def ~(with-meta method (into {:protocol (list 'var name)}
                                               (map (fn [[k v]] [k (list 'quote v)]))
                                               (dissoc described :name)))
                   (-protocol-fn (var ~name) '~(with-meta method nil)
                                 (-class-named ~class-name))))
              (vals sigs))
       '~name)))

(defn- throw-in-definition
  "Throws the cause as the compiler does while it defines a class with the special form."
  [special-form form cause]
  (let [{:keys [line column] :or {line 0 column 0}} (meta form)]
    (throw (located-error :compile-syntax-check "compiling" special-form line column cause))))

(defn- named-protocol
  "The protocol that a name in an implements list stands for, or nil when it names a class. Throws
  when it is no name, or one of nothing."
  [sym special-form form]
  (let [v (resolve (-as clojure.lang.Symbol sym))]
    (cond
      (and (var? v) (protocol? @v)) @v
      (and (nil? v) (nil? (namespace sym)) (not (re-find #"\." (name sym))))
      (throw-in-definition special-form form
                           (new RuntimeException (str "Unable to resolve symbol: " sym " in this context"))))))

(defn- parse-opts
  "[options rest]: a map of the keywords and values at the beginning."
  [s]
  (loop [options {} more (seq s)]
    (if (keyword? (first more))
      (recur (assoc options (first more) (second more)) (nnext more))
      [options more])))

(defn- parse-opts+specs
  "[interfaces methods options] of what follows the fields of deftype and defrecord. Faults are those of the special form,
  in the form. The arity without these is for libraries: the JVM's function, which they call through its var, has it."
  ([opts+specs] (parse-opts+specs opts+specs 'deftype* nil))
  ([opts+specs special-form form]
   (let [[options specs] (parse-opts opts+specs)
         impls (parse-impls specs)
         protocols (mapv (fn [[head]] (named-protocol head special-form form)) impls)
         methods (mapcat second impls)]
     (when-not (or (empty? methods) (apply distinct? (map first methods)))
       (check-distinct methods))
     (when-let [unknown (seq (remove #{:load-ns :no-print} (keys options)))]
       (throw (new IllegalArgumentException (str "Unsupported option(s) - " (apply str (interpose " " unknown))))))
     [(vec (remove #{'Object 'java.lang.Object}
                   (map (fn [[head] protocol] (if protocol (:on protocol) head)) impls protocols)))
      (without-overloads (map plain-type-method methods))
      options])))

(defn- validate-fields [fields type-name]
  (when-not (vector? fields)
    (throw (new AssertionError "No fields vector given.")))
  (when-not (every? symbol? fields)
    (throw (new AssertionError
                (str "defrecord and deftype fields must be symbols, " *ns* "." type-name " had: "
                     (apply str (interpose ", " (remove symbol? fields)))))))
  (when (some '#{__meta __hash __hasheq __extmap} fields)
    (throw (new AssertionError
                (str "The names in #{__hash __meta __hasheq __extmap} cannot be used as field names"
                     " for types or records."))))
  (when-not (or (empty? fields) (apply distinct? fields))
    (throw (new IllegalArgumentException (str "Duplicate field names in " type-name)))))

(defn- build-positional-factory
  "The defn of ->Name. Past 20 fields the values come from a rest parameter."
  [type-name class-sym fields]
  (let [fields (mapv (fn [f] (with-meta f nil)) fields)
        [direct over] (split-at 20 fields)
        extra (gensym "more__")
        factory (symbol (str "->" type-name))
        doc (str "Positional factory function for class " class-sym ".")]
    (if (empty? over)
      `(defn ~factory ~doc ~fields (new ~class-sym ~@fields))
      `(defn ~factory ~doc
         [~@direct ~'& ~extra]
         (if (= (count ~extra) ~(count over))
           (new ~class-sym ~@direct
                ~@(map (fn [i] `(nth ~extra ~i)) (range (count over))))
           (throw (new clojure.lang.ArityException (+ 20 (count ~extra)) ~(str factory))))))))

(defn- emit-deftype*
  "The form that makes the class of a deftype: cname in the current namespace."
  [tagname cname fields interfaces methods opts]
  `(deftype* ~tagname ~(with-meta (symbol (qualified-class-name cname)) (meta cname)) ~(vec fields)
     :implements ~(into [] (distinct) (conj (vec interfaces) 'clojure.lang.IType))
     ~@(mapcat identity opts)
     ~@methods))

(defmacro deftype
  "Defines a class with the given fields and with methods of protocols, interfaces and Object:
  (deftype Name [field*] (Protocol-or-interface (method [this arg*] expr*)*)*). The fields are
  locals of the methods. A field with ^:unsynchronized-mutable or ^:volatile-mutable is private
  and can be set!. Also defines ->Name, a function that takes the values of the fields."
  {:added "1.2" :arglists '([name [& fields] & opts+specs])}
  [name fields & opts+specs]
  (validate-fields fields name)
  (let [[interfaces methods] (parse-opts+specs opts+specs 'deftype* &form)
        class-name (qualified-class-name name)
        class-sym (symbol class-name)]
    `(do
       (declare ~(symbol (str "->" name)))
       ~(emit-deftype* name name fields interfaces methods nil)
       ~(build-positional-factory name class-sym fields)
       (import* ~class-name))))

(defmacro defrecord
  "Defines a record class: as deftype, and instances are also immutable maps of their fields, by
  keyword, and of whatever is assoc'ed to them; they are equal when class and entries are. Also
  defines ->Name, a function of the values of the fields, and map->Name, a function of a map."
  {:added "1.2" :arglists '([name [& fields] & opts+specs])}
  [name fields & opts+specs]
  (validate-fields fields name)
  (when (some (fn [f] (or (:volatile-mutable (meta f)) (:unsynchronized-mutable (meta f)))) fields)
    (throw (new IllegalArgumentException
                ":volatile-mutable or :unsynchronized-mutable not supported for record fields")))
  (let [[interfaces methods] (parse-opts+specs opts+specs 'deftype* &form)
        class-name (qualified-class-name name)
        class-sym (symbol class-name)
        from-map (symbol (str "map->" name))]
    `(do
       (declare ~(symbol (str "->" name)) ~from-map)
       (deftype* ~name ~class-sym ~fields
         :implements ~(into [] (distinct) (conj interfaces 'clojure.lang.IRecord))
         ~@methods)
       ~(build-positional-factory name class-sym fields)
       (defn ~from-map
         ~(str "Factory function for class " class-sym ", taking a map of keywords to field values.")
         [m#]
         (-make-record (-class-named ~class-name) (if (instance? clojure.lang.MapEquivalence m#) m# (into {} m#))))
       (import* ~class-name))))

(defmacro reify
  "An object of a nameless class with the given methods of protocols, interfaces and Object:
  (reify (Protocol-or-interface (method [this arg*] expr*)*)*). The methods close over the locals.
  It carries the metadata of the form."
  {:added "1.2"}
  [& opts+specs]
  (let [[interfaces methods] (parse-opts+specs opts+specs 'reify* &form)]
    (with-meta (list* 'reify* (into [] (distinct) interfaces) methods)
               (meta &form))))

(defmacro definterface
  "Defines an interface with the methods (name [arg*])*, for deftype and reify to implement. Hints of
  the parameters tell methods of one name and number of parameters apart."
  {:added "1.2"}
  [name & sigs]
  (let [class-name (qualified-class-name name)
        methods (mapv (fn [[method-name params]]
                        (when (some #{\-} (clojure.core/name method-name))
                          (throw (new IllegalArgumentException "Interface methods must not contain '-'")))
                        [(clojure.core/name method-name) (mapv (comp hinted-type :tag meta) params)
                         (hinted-type (:tag (meta method-name)))])
                      sigs)]
    `(do
       (-make-interface ~class-name [] ~methods)
       (import* ~class-name))))

(defmacro gen-interface
  "Defines the interface :name, of the interfaces :extends, with the :methods [name [type*] type]."
  {:added "1.0"}
  [& options]
  (let [{:keys [name extends methods]} (apply hash-map options)]
    `(do
       (-make-interface ~(str name) [~@extends]
                        ~(mapv (fn [[label params result]] [(str label) (mapv hinted-type params) (hinted-type result)]) methods))
       (import* ~(str name)))))

(defmacro gen-class
  "Compiles a class on the JVM. Nothing needs one here: programs start at -main."
  {:added "1.0"}
  [& options]
  nil)

(defn- -proxy-class-of
  "get-proxy-class for a proxy of code in the namespace whose munged name is given."
  [namespace-name bases]
  (let [[super interfaces] (if (and (seq bases) (not (.isInterface (first bases))))
                             [(first bases) (rest bases)]
                             [Object bases])
        names (into (sorted-set) (map (fn [c] (.getName c))) interfaces)
        short-name (fn [s] (subs s (inc (.lastIndexOf s "."))))]
    (-proxy-class (apply str namespace-name ".proxy"
                         (interleave (repeat "$")
                                     (concat [(.getName super)]
                                             (map short-name names)
                                             [(Integer/toHexString (hash names))])))
                  (cons super interfaces))))

(defn get-proxy-class
  "The class of proxies of the given superclass, at most one, and interfaces."
  {:added "1.0"}
  [& bases]
  (-proxy-class-of (namespace-munge *ns*) bases))

(defn- method-symbols [mappings]
  (into {} (map (fn [[k f]] [(symbol k) f])) mappings))

(defn init-proxy
  "Makes the functions in mappings, a map of method name (a string) to function of (this args…), the
  methods of the proxy. Returns the proxy."
  {:added "1.0"}
  [proxy mappings]
  (-set-proxy-methods proxy (method-symbols mappings)))

(defn update-proxy
  "Adds the functions in mappings to the methods of the proxy; nil takes one away. Returns the proxy."
  {:added "1.0"}
  [proxy mappings]
  (let [all (merge (-proxy-methods proxy) (method-symbols mappings))]
    (-set-proxy-methods proxy (into {} (filter val) all))))

(defn proxy-mappings
  "The methods of the proxy: a map of name (a string) to function."
  {:added "1.0"}
  [proxy]
  (into {} (map (fn [[k f]] [(str k) f])) (-proxy-methods proxy)))

(defn proxy-call-with-super
  "Calls f, without arguments, while the proxy lacks its own method of that name."
  {:added "1.0"}
  [f proxy method]
  (let [methods (-proxy-methods proxy)]
    (-set-proxy-methods proxy (dissoc methods (symbol method)))
    (try
      (f)
      (finally (-set-proxy-methods proxy methods)))))

(defmacro proxy-super
  "In a method of proxy: calls the method of the superclass on `this`."
  {:added "1.0"}
  [meth & args]
  `(-call-super '~meth ~'this ~@args))

(defmacro proxy
  "An object with the methods (name [arg*] expr*) or (name ([arg*] expr*)+), in which `this` is
  bound: (proxy [Superclass? Interface*] [constructor-arg*] method*). A method of the superclass
  that is not given is the superclass's; of an interface, throws UnsupportedOperationException."
  {:added "1.0"}
  [class-and-interfaces args & fs]
  (doseq [base class-and-interfaces]
    (when-not (or (re-find #"\." (str base)) (resolve base))
      (throw (new Exception (str "Can't resolve: " base)))))
  (let [with-this (fn [params] (with-meta (into ['this] params) (meta params)))
        functions (map (fn [[method & tail]]
                         [(list 'quote (symbol (name method)))
                          (if (vector? (first tail))
                            `(fn ~(with-this (first tail)) ~@(next tail))
                            `(fn ~@(map (fn [[params & body]] (list* (with-this params) body)) tail)))])
                       fs)]
    `(-set-proxy-methods (construct-proxy (#'-proxy-class-of ~(namespace-munge *ns*) (list ~@class-and-interfaces)) ~@args)
                         ~(into {} functions))))
