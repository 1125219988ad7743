;; Methods of deftype, defrecord and reify: whether the interfaces declare them, and several of one name and number of
;; parameters as one that tells them apart by the hints of their parameters.

(def ^:private primitive-names
  "Hints that stand for classes without being names of them, and those classes."
  (into '{long "long" int "int" short "short" byte "byte" char "char" boolean "boolean" double "double" float "float"
          void "void" objects "[Ljava.lang.Object;"}
        (map (fn [[hint code]] [hint (str "[" code)]))
        '{longs J ints I shorts S bytes B chars C booleans Z doubles D floats F}))

(defn- hinted-type
  "The name of the class that a hint stands for; without one, Object's."
  [hint]
  (or (primitive-names hint)
      (let [named (cond
                    (nil? hint) Object
                    (symbol? hint) (try (resolve hint) (catch ClassNotFoundException e nil))
                    :else hint)]
        (if (class? named) (.getName named) (str (or named hint))))))

(def ^:private methods-of-object
  [["toString" [] "java.lang.String"] ["equals" ["java.lang.Object"] "boolean"] ["hashCode" [] "int"]
   ["finalize" [] "void"] ["clone" [] "java.lang.Object"]])

(defn- protocol-of
  "The protocol whose interface the class is, or nil."
  [cls]
  (let [label (.getName cls)
        dot (.lastIndexOf label ".")
        package (when (pos? dot) (find-ns (symbol (.replace (subs label 0 dot) "_" "-"))))
        protocol (some-> package (ns-resolve (symbol (subs label (inc dot)))) (as-> v (when (var? v) @v)))]
    (when (and (map? protocol) (identical? cls (:on-interface protocol)))
      protocol)))

(defn- declared-methods
  "What the interface declares by itself, [name [type of a parameter…] type of the result] for each method;
  nil when that is not known, as of the host's interfaces."
  [cls]
  (cond
    (string? cls) nil
    (or (identical? cls clojure.lang.IType) (identical? cls clojure.lang.IRecord)) []
    :else
    (or (-interface-methods cls)
        (when-let [protocol (protocol-of cls)]
          (vec (for [{:keys [name arglists]} (vals (:sigs protocol))
                     params arglists]
                 [(munge (clojure.core/name name)) (vec (repeat (dec (count params)) "java.lang.Object")) "java.lang.Object"]))))))

(defn- known-methods
  "declared-methods, and those of the host's interfaces that clojure.host.interface-methods lists."
  [cls]
  (or (declared-methods cls)
      (when (class? cls)
        (get (-library-value "clojure.host.interface-methods" "declared") (.getName cls)))))

(defn- check-method
  "Throws when the method (name [this arg*] …) is none of those that are declared with its name and number
  of parameters, or when its hints do not tell which of several it is."
  [[method-name params] declared]
  (let [tag (:tag (meta method-name))
        hints (map (fn [p] (when (symbol? p) (:tag (meta p)))) (rest params))
        hinted (or tag (some some? hints))
        types (map hinted-type hints)
        ;; Interfaces may declare one method with several results.
        several? (next (distinct (map second declared)))
        results (seq (keep (fn [[_ declared-types result]] (when (= types declared-types) result)) declared))
        refuse (fn [& text] (throw (new IllegalArgumentException (apply str text))))]
    (cond
      (empty? declared) (refuse "Can't define method not in interfaces: " (munge (name method-name)))
      (not hinted) (when several? (refuse "Must hint overloaded method: " (name method-name)))
      (and (nil? results) several?) (refuse "Can't find matching overloaded method: " (name method-name))
      (nil? results) (refuse "Can't find matching method: " (name method-name) ", leave off hints for auto match.")
      (not-any? #{(hinted-type tag)} results) (refuse "Mismatched return type: " (name method-name) ", expected: "
                                                      (first results) ", had: " (hinted-type tag)))))

(defn- check-methods
  "What the analyzer asks for the methods of a deftype* or reify*: throws when one of them is neither of
  the interfaces nor of Object. With an interface whose methods are not known, any method may be. The
  [name number-of-parameters] of those that are declared without a result."
  [interfaces methods]
  (let [inherited (mapcat supers (remove #{clojure.lang.IType clojure.lang.IRecord} (filter class? interfaces)))
        all (concat interfaces inherited)
        known (group-by (fn [[method-name types]] [method-name (inc (count types))])
                        (distinct (concat (mapcat known-methods all) methods-of-object)))]
    (when (every? known-methods all)
      (doseq [[method-name params :as method] (mapcat (fn [m] (or (::overloads (meta m)) [m])) methods)]
        (when (and (symbol? method-name) (vector? params) (pos? (count params)))
          (check-method method (known [(munge (name method-name)) (count params)])))))
    (into #{} (keep (fn [[signature rows]] (when (every? (fn [[_ _ result]] (= "void" result)) rows) signature))) known)))

(defn- plain-params
  "The parameters of a method with their namespaces taken away, as syntax quote makes them: a first one
  that has one is not seen by the body."
  [params]
  (if (some (fn [p] (and (symbol? p) (namespace p))) params)
    (with-meta (into [(if (qualified-symbol? (first params)) (gensym "this__") (first params))]
                     (map (fn [p] (if (qualified-symbol? p) (with-meta (symbol (name p)) (meta p)) p)))
                     (rest params))
               (meta params))
    params))

(defn- check-distinct
  "Throws when two of the methods have the same name and the same hinted parameters."
  [methods]
  (reduce (fn [seen [method-name params]]
            (if (and (symbol? method-name) (vector? params))
              (let [signature [(name method-name) (map (comp :tag meta) (rest params))]]
                (when (contains? seen signature)
                  (throw (new ClassFormatError
                              (str "Duplicate method name " (pr-str (name method-name)) " with signature \"("
                                   (apply str (repeat (dec (count params)) "Ljava/lang/Object;"))
                                   ")Ljava/lang/Object;\" in a class of " *ns*))))
                (conj seen signature))
              seen))
          #{}
          methods))

(defn- plain-type-method
  "A method (name [this arg*] expr*) with parameters without namespaces, and its destructuring ones taken
  apart in a let."
  [[method-name params & body :as method]]
  (if (if (vector? params) (not-every? simple-symbol? params) (not-every? symbol? params))
    (let [params (plain-params params)
          names (mapv (fn [p] (if (symbol? p) p (gensym "p__"))) params)
          lets (into [] (mapcat (fn [p g] (if (symbol? p) [] [p g])) params names))]
      (list method-name (with-meta names (meta params)) (list* `let lets body)))
    method))

(defn- accepts
  "The form that tells whether the value of a parameter is one for a type: as reflection does, which takes an
  Integer for a long and the other way round. The class is resolved where the form is compiled, so the type
  that is being defined may be one, and an unknown name is refused there."
  [type-name param]
  (case type-name
    "java.lang.Object" true
    ("long" "int" "short" "byte") `(int? ~param)
    ("double" "float") `(float? ~param)
    "char" `(char? ~param)
    "boolean" `(boolean? ~param)
    (let [named (if (= \[ (.charAt type-name 0)) (-class-named type-name) (symbol type-name))]
      `(or (nil? ~param) (instance? ~named ~param)))))

(defn- breadth
  "A number that is greater for parameters of more general types."
  [types]
  (reduce + (map (fn [t]
                   (if (= t "java.lang.Object")
                     1000
                     (- (count (try (supers (-class-named t)) (catch ClassNotFoundException e nil))))))
                 types)))

(defn- overloaded
  "One method that does what the methods of its name and number of parameters do, each for arguments of the
  types that its parameters are hinted with."
  [methods]
  (let [[[method-name [this & params]]] methods
        this (gensym "this__")
        names (mapv (fn [p] (gensym (str (name p) "__"))) params)
        types (fn [[_ [_ & params]]] (map (comp hinted-type :tag meta) params))]
    `(~method-name [~this ~@names]
      (cond
        ~@(mapcat (fn [[_ [own-this & own-params] & body :as method]]
                    [`(and ~@(map accepts (types method) names))
                     `(let [~own-this ~this
                            ~@(mapcat (fn [p n] [(if (primitive-names (:tag (meta p))) (vary-meta p dissoc :tag) p) n])
                                      own-params names)]
                        ~@body)])
                  (sort-by (comp breadth types) methods))
        :else (throw (new IllegalArgumentException
                          (str "No matching method " ~(name method-name) " found taking " ~(count names)
                               " args for " (class ~this))))))))

(defn- without-overloads
  "The methods with one for each name and number of parameters."
  [methods]
  (let [key-of (fn [[method-name params]] [method-name (when (vector? params) (count params))])
        by-key (group-by key-of methods)]
    (map (fn [k]
           (let [same (by-key k)]
             (if (next same) (with-meta (overloaded same) {::overloads same}) (first same))))
         (distinct (map key-of methods)))))
