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
  "Defines a function as defn does. expr is the quoted form of its body."
  {:added "1.0"}
  [name & decl]
  (let [[before [params & body]] (split-with (complement vector?) decl)]
    `(defn ~name ~@before ~params
       ~(eval (list* `let (vec (mapcat (fn [p] [p (list 'quote p)]) params)) body)))))

(defn special-symbol?
  "True when s names a special form."
  {:added "1.0"}
  [s]
  (contains? '#{def loop* recur if case* let* letfn* do fn* quote var clojure.core/import* . set!
                deftype* reify* try throw catch finally new monitor-enter monitor-exit &}
             s))

(defprotocol Inst
  (inst-ms* [inst]))

(extend-protocol Inst
  java.util.Date
  (inst-ms* [inst] (.getTime inst)))

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

(defn vector-of
  "A vector of the elements, each converted to the type t, one of :int :long :float :double :byte
  :short :char and :boolean."
  {:added "1.2"}
  [t & elements]
  (let [convert (case t
                  :int int
                  :long long
                  :float float
                  :double double
                  :byte byte
                  :short short
                  :char char
                  :boolean boolean
                  (throw (new IllegalArgumentException (str "Unrecognized type " t))))]
    (mapv convert elements)))

(def ^{:added "1.4" :doc "The functions of the tags that the reader knows of itself."}
  default-data-readers
  {'inst (fn [text] (read-string (str "#inst " (pr-str text))))
   'uuid (fn [text] (read-string (str "#uuid " (pr-str text))))})

;; Settings of the JVM's compiler and class loader: programs may bind and read them.
(def ^:dynamic *allow-unresolved-vars* false)
(def ^:dynamic *compile-files* false)
(def ^:dynamic *compile-path* "classes")
(def ^:dynamic *compiler-options* nil)
(def ^:dynamic *fn-loader* nil)
(def ^:dynamic *reader-resolver* nil)
(def ^:dynamic *source-path* "NO_SOURCE_FILE")
(def ^:dynamic *suppress-read* nil)
(def ^:dynamic *use-context-classloader* true)
(def ^:dynamic *verbose-defrecords* false)
