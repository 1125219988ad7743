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

(defmethod print-method :default [x writer]
  (-print-builtin x writer))

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
    (and (coll? x) (not (sorted? x))) (-print-builtin x writer)
    :else (binding [*print-dup* true] (-print-builtin x writer))))

(defn print-simple
  "Writes (str o), after its metadata when *print-meta* asks for it."
  [o w]
  (when *print-meta*
    (when-let [m (not-empty (meta o))]
      (-write w "^")
      (print-method m w)
      (-write w " ")))
  (-write w (str o)))

(defn print-ctor
  "Writes #=(Class. …) with the arguments that print-args writes."
  [o print-args w]
  (-write w (str "#=(" (.getName (class o)) ". "))
  (print-args o w)
  (-write w ")"))

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
  `(binding [*in* (-string-reader ~s)]
     ~@body))

(defn printf
  "Prints the text that format makes of fmt and the arguments."
  {:added "1.0"}
  [fmt & args]
  (print (apply format fmt args)))
