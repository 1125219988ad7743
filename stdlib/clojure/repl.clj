;; clojure.repl: looking things up.

(ns clojure.repl
  "Documentation, source and search, for people at a REPL."
  (:require [clojure.java.io :as io]
            [clojure.main :as main]
            [clojure.string :as str]))

(def ^{:private true :doc "Special forms: their shapes and what they do."}
  special-doc-map
  '{def {:forms [(def symbol doc-string? init?)]
         :doc "Makes the var of that name in the current namespace, and its root value init."}
    if {:forms [(if test then else?)]
        :doc "Evaluates then when test is truthy and else otherwise."}
    do {:forms [(do exprs*)]
        :doc "Evaluates the expressions in order; the value is that of the last."}
    quote {:forms [(quote form)]
           :doc "The form itself, unevaluated."}
    var {:forms [(var symbol)]
         :doc "The var that the symbol names, rather than its value."}
    fn {:forms [(fn name? [params*] exprs*) (fn name? ([params*] exprs*) +)]
        :doc "Makes a function."}
    let {:forms [(let [bindings*] exprs*)]
         :doc "Evaluates the expressions with names bound."}
    loop {:forms [(loop [bindings*] exprs*)]
          :doc "As let, and a target for recur."}
    letfn {:forms [(letfn [fnspecs*] exprs*)]
           :doc "Evaluates the expressions with local functions that may call each other."}
    recur {:forms [(recur exprs*)]
           :doc "Starts the enclosing loop or function again with new values. In tail position only."}
    throw {:forms [(throw expr)]
           :doc "Throws the exception."}
    try {:forms [(try expr* catch-clause* finally-clause?)]
         :doc "Evaluates the expressions; (catch Class name expr*) handles exceptions of the class,
  and (finally expr*) is evaluated in any case, at the end."}
    new {:forms [(Classname. args*) (new Classname args*)]
         :doc "Makes an object of the class."}
    . {:forms [(.instanceMember instance args*) (Classname/staticMethod args*)
               Classname/staticField]
       :doc "Accesses members of objects and classes."}
    set! {:forms [(set! var-symbol expr) (set! (. instance-expr field) expr)]
          :doc "Changes a thread binding or a mutable field."}
    monitor-enter {:forms [(monitor-enter x)]
                   :doc "Part of locking, which programs should use."}
    monitor-exit {:forms [(monitor-exit x)]
                  :doc "Part of locking, which programs should use."}})

(defn- spec-value [name]
  (@#'clojure.core/-spec-value name))

(defn- print-spec
  "Prints what the spec of the function or macro says about its calls, when there is one."
  [sym]
  (when-let [spec ((spec-value "get-spec") sym)]
    (println "Spec")
    (doseq [role [:args :ret :fn]
            :let [part (get spec role)]
            :when part]
      (println " " (str (name role) ":") ((spec-value "describe") part)))))

(defn- print-doc
  "Prints the documentation that the metadata m of a var, namespace, special form or spec holds."
  [{n :ns nm :name :keys [forms arglists special-form doc macro spec]}]
  (println "-------------------------")
  (println (str (when n (str (ns-name n) "/")) (or spec nm)))
  (when forms
    (doseq [form forms]
      (print "  ")
      (prn form)))
  (when arglists
    (prn arglists))
  (cond
    special-form (println "Special Form")
    macro (println "Macro")
    spec (println "Spec"))
  (when doc
    (print "  ")
    (println doc))
  (when (or n special-form)
    (print-spec (symbol (if n (name (ns-name n)) "clojure.core") (name nm)))))

(defn find-doc
  "Prints the documentation of every var whose documentation or name re matches."
  {:added "1.0"}
  [re-string-or-pattern]
  (let [re (re-pattern re-string-or-pattern)
        entries (concat (mapcat (fn [ns]
                                  (sort-by :name (map meta (vals (ns-interns ns)))))
                                (all-ns))
                        (map (fn [ns] (assoc (meta ns) :name (ns-name ns))) (all-ns)))]
    (doseq [m entries
            :when (and (:doc m)
                       (or (re-find re (str (:doc m)))
                           (re-find re (str (:name m)))))]
      (print-doc m))))

(def ^{:private true :doc "Names that mean something inside a form only, and that form."}
  parts-of-forms '{& fn, catch try, finally try})

(defn- special-doc
  "What doc tells of a special form, or of a macro that stands for one."
  [name-symbol]
  (assoc (or (special-doc-map name-symbol) (meta (resolve name-symbol)))
         :name name-symbol
         :special-form true))

(defmacro doc
  "Prints the documentation of what the name stands for: a var, a special form, a namespace or a
  spec. Of a function or macro with a spec it shows that, too."
  {:added "1.0"}
  [name]
  (cond
    (contains? parts-of-forms name)
    `(doc ~(parts-of-forms name))

    (contains? special-doc-map name)
    `(#'print-doc (#'special-doc '~name))

    (keyword? name)
    `(#'print-doc {:spec '~name :doc '~((spec-value "describe") name)})

    (find-ns name)
    `(#'print-doc (assoc (meta (find-ns '~name)) :name '~name))

    (resolve name)
    `(#'print-doc (meta (var ~name)))

    :else nil))

(defn source-fn
  "The text of the definition of the symbol's var, nil when its file cannot be found."
  [x]
  (when-let [v (resolve x)]
    (let [{:keys [file line]} (meta v)
          text (when (and file line)
                 (when (= *read-eval* :unknown)
                   (throw (IllegalStateException. "Unable to read source while *read-eval* is :unknown.")))
                 (try (slurp (or (io/resource file) file)) (catch Exception _ nil)))]
      (when text
        (let [from-there (str/join "\n" (drop (dec line) (str/split-lines text)))
              reader (new clojure.lang.LineNumberingPushbackReader
                          (new java.io.StringReader from-there))]
          (second (read+string {:read-cond :preserve} reader)))))))

(defmacro source
  "Prints the definition of the name, or Source not found."
  [n]
  `(println (or (source-fn '~n) (str "Source not found"))))

(defn apropos
  "A sorted seq of the public names of all namespaces that the pattern matches, or that have the
  string in them."
  [str-or-pattern]
  (let [matches? (if (instance? java.util.regex.Pattern str-or-pattern)
                   (fn [s] (re-find str-or-pattern (str s)))
                   (fn [s] (str/includes? (str s) (str str-or-pattern))))]
    (sort (mapcat (fn [ns]
                    (let [ns-name (str (ns-name ns))]
                      (map (fn [sym] (symbol ns-name (str sym)))
                           (filter matches? (keys (ns-publics ns))))))
                  (all-ns)))))

(defn dir-fn
  "A sorted seq of the public names of the namespace."
  [ns]
  (sort (keys (ns-publics (the-ns (get (ns-aliases *ns*) ns ns))))))

(defmacro dir
  "Prints the public names of the namespace, sorted."
  [nsname]
  `(doseq [v# (dir-fn '~nsname)]
     (println v#)))

(defn demunge
  "The name of the Clojure function that a class of this name would be for."
  {:added "1.3"}
  [fn-name]
  (main/demunge fn-name))

(defn root-cause
  "The innermost cause of the throwable, which may be itself."
  {:added "1.3"}
  [t]
  (if-let [cause (ex-cause t)]
    (recur cause)
    t))

(defn stack-element-str
  "A stack trace element as text: function (file:line)."
  {:added "1.3"}
  [el]
  (main/stack-element-str el))

(defn pst
  "Prints to *err* the exception, by default the last one at the REPL, its stack down to depth (12)
  and its causes."
  {:added "1.3"}
  ([] (pst 12))
  ([e-or-depth]
   (if (instance? Throwable e-or-depth)
     (pst e-or-depth 12)
     (when-let [e *e]
       (pst (root-cause e) e-or-depth))))
  ([e depth]
   (binding [*out* *err*]
     (println (str (.getSimpleName (class e)) " " (ex-message e)
                   (when-let [data (ex-data e)] (str " " (pr-str data)))))
     (doseq [el (take depth (.getStackTrace e))]
       (println (str \tab (stack-element-str el))))
     (when-let [cause (ex-cause e)]
       (println "Caused by:")
       (pst cause (min depth (+ 2 (- (count (.getStackTrace cause))
                                     (count (.getStackTrace e))))))))))

(defn thread-stopper
  "A function that interrupts the thread, by default the current one."
  ([] (thread-stopper (Thread/currentThread)))
  ([thread] (fn [_] (.interrupt thread))))

(defn set-break-handler!
  "Calls f, or thread-stopper of the current thread, with the signal when the user interrupts the
  program. Signals end the process here, so this throws UnsupportedOperationException."
  {:added "1.0"}
  ([] (set-break-handler! (thread-stopper)))
  ([f]
   (throw (UnsupportedOperationException. "An interrupt ends the process: there are no signal handlers"))))
