;; Types and interfaces: deftype, defrecord, reify, definterface.

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
