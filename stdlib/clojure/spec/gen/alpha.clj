;; clojure.spec.gen.alpha: generators of values. They are those of clojure.test.check, which is
;; loaded from the class path when the first of them is used; nothing here needs it before.
;;
;; A library of this name on the class path takes the place of this one.

(ns clojure.spec.gen.alpha
  "The generators of clojure.test.check, loaded when they are used."
  (:refer-clojure :exclude [boolean bytes cat char delay double hash-map int keyword list map
                            not-empty ratio set shuffle string symbol uuid vector]))

(alias 'c 'clojure.core)

(defn- loaded
  "The value of the var with this qualified name, whose namespace is loaded when need be."
  [sym]
  (require (c/symbol (namespace sym)))
  (if-let [v (resolve sym)]
    @v
    (throw (RuntimeException. (str "Var " sym " is not on the classpath")))))

(def ^:private from-test-check
  "The function of clojure.test.check, or its value, by qualified name."
  (memoize loaded))

(defn quick-check
  "What clojure.test.check/quick-check does."
  [& args]
  (apply (from-test-check 'clojure.test.check/quick-check) args))

(defn for-all*
  "What clojure.test.check.properties/for-all* does."
  [& args]
  (apply (from-test-check 'clojure.test.check.properties/for-all*) args))

(defn generate
  "One value of the generator."
  [generator]
  ((from-test-check 'clojure.test.check.generators/generate) generator))

(defn gen-for-name
  "The generator of test.check, or of another library, in the var that the qualified symbol names."
  [s]
  (let [g (loaded s)]
    (if ((from-test-check 'clojure.test.check.generators/generator?) g)
      g
      (throw (RuntimeException. (str "Var " s " is not a generator"))))))

(defn delay-impl
  "What the macro delay calls."
  [gfnd]
  ((from-test-check 'clojure.test.check.generators/->Generator)
   (fn [random size] ((:gen @gfnd) random size))))

(defmacro delay
  "A generator that is made by the body when the first value is asked for."
  [& body]
  `(delay-impl (c/delay ~@body)))

(defn- generators-symbol [s]
  (c/symbol "clojure.test.check.generators" (name s)))

(defmacro lazy-combinator
  "Defines a function that calls the function of test.check's generators of this name."
  [s]
  (let [target (generators-symbol s)]
    `(defn ~s
       ~(str "What " target " does.")
       [& ~'args]
       (apply (@#'from-test-check '~target) ~'args))))

(defmacro lazy-combinators
  "lazy-combinator of each of the symbols."
  [& syms]
  `(do ~@(c/map (fn [s] `(lazy-combinator ~s)) syms)))

(defmacro lazy-prim
  "Defines a function that returns the generator of test.check of this name."
  [s]
  (let [target (generators-symbol s)]
    `(defn ~s
       ~(str "The generator " target ".")
       [& ~'args]
       (@#'from-test-check '~target))))

(defmacro lazy-prims
  "lazy-prim of each of the symbols."
  [& syms]
  `(do ~@(c/map (fn [s] `(lazy-prim ~s)) syms)))

(lazy-combinators hash-map list map not-empty set vector vector-distinct fmap elements bind choose
                  one-of such-that tuple sample return large-integer* double* frequency shuffle)

(lazy-prims any any-printable boolean bytes char char-alpha char-alphanumeric char-ascii double int
            keyword keyword-ns large-integer ratio simple-type simple-type-printable string
            string-ascii string-alphanumeric symbol symbol-ns uuid)

(defn cat
  "The generator of the sequences that the generators make, one after the other."
  [& gens]
  (fmap #(apply concat %) (apply tuple gens)))

(def ^:private generators-of-predicates
  (c/delay
   (let [simple (simple-type-printable)
         qualified #(such-that qualified-ident? %)]
     {any? (one-of [(return nil) (any-printable)])
      some? (such-that some? (any-printable))
      number? (one-of [(large-integer) (double)])
      integer? (large-integer)
      int? (large-integer)
      pos-int? (large-integer* {:min 1})
      neg-int? (large-integer* {:max -1})
      nat-int? (large-integer* {:min 0})
      float? (double)
      double? (double)
      rational? (one-of [(large-integer) (ratio)])
      ratio? (such-that ratio? (ratio))
      decimal? (fmap bigdec (double* {:infinite? false :NaN? false}))
      zero? (return 0)
      boolean? (boolean)
      true? (return true)
      false? (return false)
      nil? (return nil)
      char? (char)
      string? (string-alphanumeric)
      bytes? (bytes)
      uuid? (uuid)
      uri? (fmap #(java.net.URI/create (str "http://" % ".com")) (uuid))
      inst? (fmap #(java.util.Date. (long %)) (large-integer))
      ident? (one-of [(keyword-ns) (symbol-ns)])
      simple-ident? (one-of [(keyword) (symbol)])
      qualified-ident? (qualified (one-of [(keyword-ns) (symbol-ns)]))
      keyword? (keyword-ns)
      simple-keyword? (keyword)
      qualified-keyword? (qualified (keyword-ns))
      symbol? (symbol-ns)
      simple-symbol? (symbol)
      qualified-symbol? (qualified (symbol-ns))
      seqable? (one-of [(return nil) (list simple) (vector simple) (map simple simple) (set simple)
                        (string-alphanumeric)])
      coll? (one-of [(map simple simple) (list simple) (vector simple) (set simple)])
      sequential? (one-of [(list simple) (vector simple)])
      associative? (one-of [(map simple simple) (vector simple)])
      indexed? (vector simple)
      vector? (vector simple)
      list? (list simple)
      seq? (list simple)
      map? (map simple simple)
      set? (set simple)
      empty? (elements [nil () [] {} #{}])})))

(defn gen-for-pred
  "The generator of values that satisfy the predicate, one of clojure.core's or a set; nil when none
  is known."
  [pred]
  (if (set? pred)
    (elements pred)
    (get @generators-of-predicates pred)))
