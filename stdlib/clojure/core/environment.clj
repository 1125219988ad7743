;; What a program knows about itself, and the odds and ends of the language.

(def ^{:dynamic true :added "1.0"
       :doc "The version of the Clojure language: a map with :major, :minor, :incremental and
  :qualifier."}
  *clojure-version* {:major 1 :minor 11 :incremental 1 :qualifier nil})

(defn clojure-version
  "The version of the Clojure language as a string."
  {:added "1.0"}
  []
  (let [{:keys [major minor incremental qualifier]} *clojure-version*]
    (str major "." minor
         (when incremental (str "." incremental))
         (when-not (empty? qualifier) (str "-" qualifier)))))

(defmacro definline
  "Defines a function as defn does. expr is the quoted form of its body, which also stands in the place of its calls."
  {:added "1.0"}
  [name & decl]
  (let [[before [params & body]] (split-with (complement vector?) decl)]
    `(defn ~(vary-meta name assoc :inline `(fn ~name ~params ~@body)) ~@before ~params
       ~(eval (list* `let (vec (mapcat (fn [p] [p (list 'quote p)]) params)) body)))))

(defn special-symbol?
  "True when s names a special form."
  {:added "1.0"}
  [s]
  (contains? '#{def loop* recur if case* let* letfn* do fn* quote var clojure.core/import* . set!
                deftype* reify* try throw catch finally new monitor-enter monitor-exit &}
             s))

(defprotocol Inst
  "Points in time."
  (inst-ms* [inst] "The milliseconds since 1970-01-01T00:00:00Z."))

(extend-protocol Inst
  java.util.Date
  (inst-ms* [inst] (.getTime inst))
  java.time.Instant
  (inst-ms* [inst] (.toEpochMilli inst)))

(defn inst?
  "True when x is an instant in time."
  {:added "1.9"}
  [x]
  (satisfies? Inst x))

(defn inst-ms
  "The milliseconds since 1970-01-01T00:00:00Z of a point in time."
  {:added "1.9"}
  [inst]
  (inst-ms* inst))

(def ^{:doc "The names of the primitive types of the JVM."}
  primitives-classnames
  '{int "I" long "J" float "F" double "D" void "V" short "S" boolean "Z" byte "B" char "C"})

(def ^{:dynamic true :added "1.0" :doc "The value of the last expression at the REPL."} *1 nil)
(def ^{:dynamic true :added "1.0" :doc "The value of the last but one expression."} *2 nil)
(def ^{:dynamic true :added "1.0" :doc "The value of the expression before that."} *3 nil)
(def ^{:dynamic true :added "1.0" :doc "The last exception that reached the REPL."} *e nil)
(def ^{:dynamic true :added "1.12" :doc "True while a REPL evaluates what is typed."} *repl* false)

(declare unquote unquote-splicing)

(defn any?
  "Returns true for every argument."
  {:added "1.9"}
  [x]
  true)

(defn type
  "The :type in the metadata of x, otherwise its class."
  {:added "1.0"}
  [x]
  (or (get (meta x) :type) (class x)))

(defn uri?
  "True when x is a java.net.URI."
  {:added "1.9"}
  [x]
  (instance? java.net.URI x))

(def ^{:added "1.4" :doc "The functions of the tags that the reader knows of itself."}
  default-data-readers
  {'inst -read-instant
   'uuid -read-uuid})

;; Settings of the JVM's compiler and class loader: programs may bind and read them.
(def ^{:dynamic true :doc "Ignored: unresolved symbols are errors."} *allow-unresolved-vars* false)
(def ^{:dynamic true :added "1.0" :doc "False: loading writes no class files."} *compile-files* false)
(def ^{:dynamic true :added "1.0" :doc "Where the JVM's compile writes class files."}
  *compile-path* "classes")
(def ^{:dynamic true :added "1.4" :doc "Options of the JVM's compiler; ignored."}
  *compiler-options* nil)
(def ^{:dynamic true :private true
       :doc "clojure.lang.Compiler/LOCAL_ENV: the &env of the macro call that is being expanded, or nil."}
  local-env nil)
(def ^{:dynamic true :doc "Ignored: there are no class loaders."} *fn-loader* nil)
(def ^{:dynamic true :doc "Ignored: symbols are resolved in *ns*."} *reader-resolver* nil)
(def ^{:dynamic true :private true :doc "True: the methods of printing are there from the start."}
  print-initialized true)
(def ^{:dynamic true :doc "The file being compiled, on the JVM."} *source-path* "NO_SOURCE_FILE")
(def ^{:dynamic true :doc "Ignored: conditionals choose what is read."} *suppress-read* nil)
(def ^{:dynamic true :doc "Ignored: there are no class loaders."}
  *use-context-classloader* true)

(defn- describe
  "Gives vars that the runtime itself made their documentation: a map of symbols to pairs of a
  version and a docstring."
  [docs]
  (doseq [[sym [added doc]] docs]
    (alter-meta! (ns-resolve 'clojure.core sym) merge (if added {:added added :doc doc} {:doc doc}))))

(describe
 '{*ns* ["1.0" "The current namespace."]
   *out* ["1.0" "The writer that print and its relatives write to: standard output."]
   *err* ["1.0" "The writer for what goes wrong: standard error."]
   *in* ["1.0" "The reader that read and read-line read from: standard input."]
   *file* ["1.0" "The path of the file that is being loaded, or nil."]
   *command-line-args* ["1.0" "A seq of the arguments of the program, strings, or nil."]
   *print-readably* ["1.0" "False to print strings and characters as they are."]
   *print-dup* ["1.0" "True to print in a form that reads as a value of the same type."]
   *print-length* ["1.0" "How many elements of a collection are printed; nil for all."]
   *print-level* ["1.0" "How deep nested collections are printed; nil for any depth."]
   *print-meta* ["1.0" "True to print metadata too."]
   *print-namespace-maps* ["1.9" "True to print a namespace that all keys share once, as #:ns{…}."]
   *flush-on-newline* ["1.0" "True to flush *out* after prn and println."]
   *read-eval* ["1.0" "False to forbid #= and, when :unknown, reading at all."]
   *data-readers* ["1.4" "A map of tag symbols to the functions that read tagged literals."]
   *default-data-reader-fn* ["1.5" "A function of tag and value for tags without a reader, or nil."]
   *math-context* [nil "The MathContext of BigDecimal arithmetic, or nil; see with-precision."]
   *warn-on-reflection* ["1.0" "Kept for programs that set it: there is no reflection to warn of."]
   *unchecked-math* ["1.3" "Kept for programs that set it: arithmetic is always checked."]
   *assert* [nil "False while assert should expand to nothing."]
   unquote [nil "What ~form reads as, outside of a syntax quote: an unbound name."]
   unquote-splicing [nil "What ~@form reads as, outside of a syntax quote: an unbound name."]})

;; On the JVM these are made by the compiler, and their metadata does not say that they can be bound.
(doseq [v [#'*agent* #'*allow-unresolved-vars* #'*compile-files* #'*compile-path*
           #'*compiler-options* #'*fn-loader* #'*reader-resolver* #'*source-path* #'*suppress-read*
           #'*use-context-classloader*]]
  (alter-meta! v dissoc :dynamic))

;; pr can be rebound, as on the JVM.
(alter-meta! #'pr assoc :dynamic true)

;; The threads of Runtime.addShutdownHook.
(def ^:private -shutdown-hooks (atom []))
