;; Printing: the open multimethods and the macros that redirect it.

(defmulti print-method
  "Prints x to the writer. Dispatches on the keyword under :type in the metadata of x, otherwise on
  its class; programs add methods for their types."
  (fn [x writer]
    (let [t (get (meta x) :type)]
      (if (keyword? t) t (class x)))))

(defmulti print-dup
  "Prints x to the writer in a form that read turns into an equal value of the same type.
  Dispatches on the class of x."
  (fn [x writer] (class x)))

;; One function is the method of all that the native part prints: of the classes for which the JVM has
;; methods, too, because a program's method for a wider class than those is not theirs. What has a
;; namespace of its own (calendars, timestamps) brings its method along.
(let [built-in (fn [x writer] (-print-builtin x writer))]
  (run! (fn [dispatch-value] (-add-method print-method dispatch-value built-in))
        [:default nil Object Boolean Character Class Double Float Number String StackTraceElement Throwable
         java.math.BigDecimal clojure.lang.BigInt java.util.regex.Pattern java.util.Date java.util.UUID
         clojure.lang.Keyword clojure.lang.Symbol clojure.lang.Var clojure.lang.TaggedLiteral clojure.lang.ReaderConditional
         clojure.lang.IDeref clojure.lang.IPersistentMap clojure.lang.IPersistentSet clojure.lang.IPersistentVector
         clojure.lang.IRecord clojure.lang.ISeq java.util.List java.util.Map java.util.RandomAccess java.util.Set]))
(run! (fn [[preferred other]] (prefer-method print-method preferred other))
      [[clojure.lang.ISeq java.util.Collection] [clojure.lang.ISeq clojure.lang.IPersistentCollection]
       [java.util.RandomAccess java.util.List]
       [clojure.lang.IPersistentCollection java.util.Map] [clojure.lang.IPersistentCollection java.util.Collection]
       [clojure.lang.IPersistentCollection java.util.RandomAccess]
       [clojure.lang.IRecord java.util.Map] [clojure.lang.IRecord clojure.lang.IPersistentMap]])

(defn- pr-on
  "Prints x as print-method does, or print-dup while *print-dup* is true."
  [x w]
  (if *print-dup* (print-dup x w) (print-method x w))
  nil)

(defn- print-meta
  "Writes ^ and the metadata of o, if it has any and printing asks for it."
  [o w]
  (let [m (meta o)]
    (when (and (seq m) (or *print-dup* (and *print-meta* *print-readably*)))
      (-write w "^")
      (pr-on (if (and (= 1 (count m)) (:tag m)) (:tag m) m) w)
      (-write w " "))))

(defmethod print-dup :default [x writer]
  ;; Called by itself it is about x, and what a map contains: the rest is printed as the flag has it.
  (cond
    *print-dup* (-print-builtin x writer)
    (instance? clojure.lang.PersistentArrayMap x)
    (do (-write writer (str "#=(" (.getName (class x)) "/create {"))
        (loop [entries (seq x) separator ""]
          (when entries
            (-write writer separator)
            (print-dup (key (first entries)) writer)
            (-write writer " ")
            (print-dup (val (first entries)) writer)
            (recur (next entries) ", ")))
        (-write writer "})"))
    (record? x)
    (do (-write writer (str "#" (.getName (class x)) "["))
        (loop [values (seq (vals x)) separator ""]
          (when values
            (-write writer separator)
            (-print-builtin (first values) writer)
            (recur (next values) ", ")))
        (-write writer "]"))
    (symbol? x) (print-method x writer)
    (sorted? x)
    (do (print-meta x writer)
        (binding [*print-dup* true] (-print-builtin (with-meta x nil) writer)))
    (coll? x) (-print-builtin x writer)
    :else (binding [*print-dup* true] (-print-builtin x writer))))

(defn print-simple
  "Writes (str o), after its metadata when *print-meta* asks for it."
  [o w]
  (print-meta o w)
  (-write w (str o)))

(defn print-ctor
  "Writes #=(Class. …) with the arguments that print-args writes."
  [o print-args w]
  (-write w (str "#=(" (.getName (class o)) ". "))
  (print-args o w)
  (-write w ")"))

;; What follows is private, and reached through its vars by libraries that print types of their own.

(defn- print-sequential
  "Writes the elements, each with print-one, between begin and end and with sep between two, as far as
  *print-length* and *print-level* allow."
  [begin print-one sep end sequence w]
  (binding [*print-level* (if (and *print-level* (not *print-dup*)) (dec *print-level*) *print-level*)]
    (if (and *print-level* (not *print-dup*) (neg? *print-level*))
      (-write w "#")
      (do
        (-write w begin)
        (loop [more (seq sequence)
               n (when-not *print-dup* *print-length*)]
          (when more
            (if (and n (<= n 0))
              (-write w "...")
              (do
                (print-one (first more) w)
                (when (next more)
                  (-write w sep)
                  (recur (next more) (when n (dec n))))))))
        (-write w end)))))

(defn- print-prefix-map [prefix m print-one w]
  (print-sequential (str prefix "{")
                    (fn [[k v] w]
                      (print-one k w)
                      (-write w " ")
                      (print-one v w))
                    ", " "}" m w))

(defn- print-map [m print-one w]
  (print-prefix-map nil m print-one w))

(defn- strip-ns [named]
  (if (symbol? named) (symbol (name named)) (keyword (name named))))

(defn- lift-ns
  "[namespace entries-without-it] when the keys of the map all have the same namespace, else nil."
  [m]
  (let [namespaces (into #{} (map (fn [k] (when (qualified-ident? k) (namespace k)))) (keys m))]
    (when-not (or (next namespaces) (contains? namespaces nil))
      [(first namespaces) (mapv (fn [[k v]] [(strip-ns k) v]) m)])))

(defn- print-tagged-object [o rep w]
  (when (instance? clojure.lang.IObj o)
    (print-meta o w))
  (let [c (class o)]
    (-write w "#object[")
    (if (.isArray c) (print-method (.getName c) w) (-write w (.getName c))))
  (-write w (format " 0x%x " (System/identityHashCode o)))
  (print-method rep w)
  (-write w "]"))

(defn- print-object [o w]
  (print-tagged-object o (str o) w))

(defn- print-throwable [o w]
  (-print-builtin o w))

(def ^{:added "1.0" :doc "What stands for characters in a printed string, nil for themselves."}
  char-escape-string
  {\newline "\\n" \tab "\\t" \return "\\r" \" "\\\"" \\ "\\\\" \formfeed "\\f" \backspace "\\b"})

(def ^{:added "1.0" :doc "The names under which characters are printed, nil for themselves."}
  char-name-string
  {\newline "newline" \tab "tab" \space "space" \backspace "backspace" \formfeed "formfeed"
   \return "return"})

(defmacro with-out-str
  "Evaluates the body with *out* bound to a string writer and returns the string."
  {:added "1.0"}
  [& body]
  `(let [writer# (-string-writer)]
     (binding [*out* writer#]
       ~@body
       (-written-text writer#))))

(defmacro with-in-str
  "Evaluates the body with *in* bound to a reader of the string s."
  {:added "1.0"}
  [s & body]
  `(with-open [reader# (-string-reader ~s)]
     (binding [*in* reader#]
       ~@body)))

(defn printf
  "Prints the text that format makes of fmt and the arguments."
  {:added "1.0"}
  [fmt & args]
  (print (apply format fmt args)))
