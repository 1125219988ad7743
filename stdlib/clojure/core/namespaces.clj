;; Namespaces and loading: ns, require, use, refer, import, load.

(defonce ^{:dynamic true :private true :doc "A ref to the sorted set of the libs that are loaded."}
  *loaded-libs* (ref (sorted-set)))

(defonce ^{:dynamic true :private true :doc "The paths being loaded, innermost first."}
  *pending-paths* ())

(defonce ^{:dynamic true :private true :doc "True while load tells what it does."}
  *loading-verbosely* false)

(def ^{:private true :doc "Held while a require loads, so that threads load one after the other."}
  load-lock (new Object))

;; What import and ns take is checked by clojure.core.specs.alpha, which is slow; but for the common
;; shapes, which are known to be right.

(defn- plain-import? [spec]
  (or (simple-symbol? spec)
      (and (sequential? spec) (next spec) (every? simple-symbol? spec))))

(defn- plain-options? [options]
  (loop [options (seq options)]
    (if options
      (let [[option value] options]
        (and (case option
               (:as :as-alias) (simple-symbol? value)
               :refer (or (= :all value) (and (sequential? value) (every? simple-symbol? value)))
               false)
             (recur (nnext options))))
      true)))

(defn- plain-libspec? [spec]
  (or (simple-symbol? spec)
      (contains? #{:reload :reload-all :verbose} spec)
      (and (sequential? spec) (simple-symbol? (first spec)) (plain-options? (next spec)))))

(defn- plain-reference? [reference]
  (and (sequential? reference)
       (let [[kind & args] reference]
         (case kind
           :require (and args (every? plain-libspec? args))
           :import (every? plain-import? args)
           false))))

(defmacro import
  "Makes the short names of classes usable in this namespace. Each argument is a qualified class
  name or a list of a package and class names in it."
  {:added "1.0"}
  [& import-symbols-or-lists]
  (let [specs (map (fn [spec] (if (and (seq? spec) (= 'quote (first spec))) (second spec) spec))
                   import-symbols-or-lists)
        _ (when-not (every? plain-import? specs)
            (check-unusual-call 'clojure.core/import (next &form)))
        class-names (mapcat (fn [spec]
                              (if (symbol? spec)
                                [(name spec)]
                                (map (fn [c] (str (first spec) "." c)) (next spec))))
                            specs)]
    `(do ~@(map (fn [c] (list 'clojure.core/import* c)) class-names))))

(defn- mappings-where
  "The map of the names in the namespace to what they stand for, where pred holds for that."
  [pred ns]
  (reduce-kv (fn [out sym x] (if (pred x) (assoc out sym x) out))
             {}
             (ns-map ns)))

(defn ns-interns
  "A map of the names of the vars of the namespace to the vars."
  {:added "1.0"}
  [ns]
  (let [ns (the-ns ns)]
    (mappings-where (fn [x] (and (var? x) (identical? ns (.-ns x)))) ns)))

(defn ns-publics
  "A map of the names of the public vars of the namespace to the vars."
  {:added "1.0"}
  [ns]
  (let [ns (the-ns ns)]
    (mappings-where (fn [x]
                      (and (var? x) (identical? ns (.-ns x)) (not (:private (meta x)))))
                    ns)))

(defn ns-refers
  "A map of the names under which the namespace sees vars of others to these vars."
  {:added "1.0"}
  [ns]
  (let [ns (the-ns ns)]
    (mappings-where (fn [x] (and (var? x) (not (identical? ns (.-ns x))))) ns)))

(defn ns-imports
  "A map of the short names of classes in the namespace to the classes."
  {:added "1.0"}
  [ns]
  (mappings-where class? ns))

(defn- interned-var
  "The var that the namespace itself has under the name, or nil."
  [ns sym]
  (let [v (get (ns-map ns) sym)]
    (when (and (var? v) (identical? ns (.-ns v)))
      v)))

(defn refer
  "Makes the public vars of the namespace usable here without a prefix. Filters: :only (symbols),
  or :refer, which may be :all; :exclude (symbols); :rename (a map of symbols)."
  {:added "1.0"}
  [ns-sym & filters]
  (let [ns (or (find-ns ns-sym)
               (throw (new Exception (str "No namespace: " ns-sym))))
        {:keys [exclude only rename] given :refer} (apply hash-map filters)
        excluded (set exclude)
        renamed (or rename {})]
    ;; A new namespace gets all of clojure.core at once and gives the excluded names back.
    (if (and (= ns-sym 'clojure.core) (nil? only) (nil? rename) (nil? given)
             (-refer-all-of-core *ns*))
      (doseq [sym excluded]
        (when (var? (ns-resolve *ns* sym))
          (ns-unmap *ns* sym)))
      (let [named (if (= :all given) nil (or given only))
            wanted (or named (keys (ns-publics ns)))]
        (when (and wanted (not (sequential? wanted)))
          (throw (new Exception ":only/:refer value must be a sequential collection of symbols")))
        (doseq [sym wanted]
          (when-not (contains? excluded sym)
            (let [v (interned-var ns sym)]
              (when (or (nil? v) (:private (meta v)))
                (throw (new IllegalAccessError
                            (str sym (if v " is not public" " does not exist")))))
              (-refer-var *ns* (or (renamed sym) sym) v))))))))

(defmacro refer-clojure
  "As (refer 'clojure.core filters…)."
  {:added "1.0"}
  [& filters]
  (check-unusual-call 'clojure.core/refer-clojure filters)
  `(refer '~'clojure.core ~@filters))

(defn- root-resource
  "The path of the file of a lib, from the root of the source path, without its extension."
  [lib]
  (str "/" (.replace (.replace (name lib) \- \_) \. \/)))

(defn- root-directory [lib]
  (let [path (root-resource lib)]
    (subs path 0 (.lastIndexOf path "/"))))

(defn- check-cyclic-dependency
  [path]
  (when (some #{path} (rest *pending-paths*))
    (let [chain (reverse (cons path *pending-paths*))
          marked (map (fn [p] (if (= p path) (str "[ " p " ]") p)) chain)]
      (throw (new Exception (str "Cyclic load dependency: " (apply str (interpose "->" marked))))))))

(defn- tell-verbosely
  "Prints the parts of a line about what is loaded, when :verbose asks for it."
  [& parts]
  (when *loading-verbosely*
    (println (apply str parts))))

(defn load
  "Loads code from the source path: each path, without its extension, counts from the directory of
  the current namespace or, when it begins with /, from the root."
  {:added "1.0"}
  [& paths]
  (doseq [path paths]
    (let [path (if (.startsWith path "/")
                 path
                 (str (root-directory (ns-name *ns*)) "/" path))]
      (tell-verbosely "(clojure.core/load \"" path "\")")
      (check-cyclic-dependency path)
      (when-not (= path (first *pending-paths*))
        (binding [*pending-paths* (conj *pending-paths* path)]
          (-load-lib (subs path 1)))))))

(defn loaded-libs
  "The sorted set of the names of the libs that are loaded."
  {:added "1.0"}
  []
  @*loaded-libs*)

(defn- -add-loaded-lib
  "Records that the lib is loaded."
  [lib]
  (dosync (commute *loaded-libs* conj lib))
  nil)

(defn- load-failure
  "An exception that is thrown when the arguments of require or use are wrong."
  [& message]
  (new Exception (apply str message)))

(defn- load-one
  "Loads the file of a lib; need-ns: it has to make the namespace, record?: count it as loaded."
  [lib need-ns record?]
  (load (root-resource lib))
  (when (and need-ns (not (find-ns lib)))
    (throw (load-failure "namespace '" lib "' not found after loading '" (root-resource lib) "'")))
  (when record?
    (-add-loaded-lib lib)))

(defn- load-all
  "Loads a lib and again all libs that it loads."
  [lib need-ns record?]
  (let [loaded (binding [*loaded-libs* (ref (sorted-set))]
                 (load-one lib need-ns record?)
                 @*loaded-libs*)]
    (dosync (commute *loaded-libs* into loaded))))

(defn- load-lib
  "Loads one lib, if need be, and makes its aliases and referrals."
  [prefix lib options]
  (let [lib-name (name lib) ; which a lib has to have, with a prefix or without
        _ (when (and prefix (pos? (.indexOf lib-name ".")))
            (throw (load-failure "Found lib name '" lib-name "' containing period with prefix '" prefix
                                 "'.  lib names inside prefix lists must not contain periods")))
        lib (if prefix (symbol (str prefix "." lib)) lib)
        {:keys [as as-alias reload reload-all require use verbose] referred :refer} options
        filters (select-keys options [:exclude :only :rename :refer])
        need-ns (or as use)
        new-ns? (not (find-ns lib))]
    (binding [*loading-verbosely* (or *loading-verbosely* verbose)]
      (if (and as-alias (not need-ns) (not reload) (not reload-all))
        (when new-ns? (create-ns lib))
        (if (or reload reload-all (not require) (not (contains? @*loaded-libs* lib)))
          (try
            ((if reload-all load-all load-one) lib need-ns require)
            (catch Exception e
              (when new-ns? (remove-ns lib))
              (throw e)))
          (when (and need-ns (not (find-ns lib)))
            (throw (load-failure "namespace '" lib "' not found")))))
      (when need-ns
        (tell-verbosely "(clojure.core/in-ns '" (ns-name *ns*) ")"))
      (doseq [a [as as-alias] :when a]
        (tell-verbosely "(clojure.core/alias '" a " '" lib ")")
        (alias a lib))
      (when (or use referred)
        (tell-verbosely "(clojure.core/refer '" lib
                        (apply str (map (fn [[k v]] (str " " k " '" (print-str v))) filters)) ")")
        (apply refer lib (mapcat identity filters))))))

(defn- libspec?
  "True for a lib name, and for a vector of one and options."
  [x]
  (or (symbol? x)
      (and (vector? x)
           (or (nil? (second x))
               (keyword? (second x))))))

(defn- with-libspec-options
  "The lib and its options: the spec's, and those of the call behind them, so that an option without
  a value, or a spec without a lib, takes the first of those for one, as messages on the JVM tell."
  [spec options]
  (let [[lib & given] (concat (if (symbol? spec) [spec] spec) (mapcat identity options))]
    [lib (apply hash-map given)]))

(defn- load-libs
  "What require and use have in common: libs, prefix lists and flags, with the options that all
  libs get."
  [options args]
  (let [flags (filter keyword? args)
        options (reduce (fn [o flag] (assoc o flag true)) options flags)
        specs (remove keyword? args)
        supported #{:as :reload :reload-all :require :use :verbose :refer :as-alias}
        unsupported (seq (remove supported flags))]
    (when unsupported
      (throw (load-failure "Unsupported option(s) supplied: "
                           (apply str (interpose "," unsupported)))))
    (when (empty? specs)
      (throw (load-failure "Nothing specified to load")))
    (doseq [spec specs]
      (if (libspec? spec)
        (let [[lib o] (with-libspec-options spec options)]
          (load-lib nil lib o))
        (let [[prefix & more] spec]
          (when (nil? prefix)
            (throw (load-failure "prefix cannot be nil")))
          (doseq [spec more]
            (let [[lib o] (with-libspec-options spec options)]
              (load-lib prefix lib o))))))))

(defn require
  "Loads libs that are not loaded yet. Each argument is a lib name, a vector of a lib name and
  options, a prefix list (prefix lib-or-vector…), or a flag for all of them. Options: :as sym,
  :as-alias sym (does not load), :refer syms or :all, :rename map. Flags: :reload, :reload-all,
  :verbose."
  {:added "1.0"}
  [& args]
  (load-libs {:require true} args))

(defn use
  "As require, and refers to the public vars of each lib, restricted by :exclude, :only and
  :rename."
  {:added "1.0"}
  [& args]
  (load-libs {:require true :use true} args))

(defn requiring-resolve
  "What the namespaced symbol resolves to, after requiring its namespace if that is needed."
  {:added "1.10"}
  [sym]
  (when-not (qualified-symbol? sym)
    (throw (new IllegalArgumentException (str "Not a qualified symbol: " sym))))
  (or (resolve sym)
      (do
        (locking load-lock
          (require (symbol (namespace sym))))
        (resolve sym))))

(defn- -spec-value
  "The value of a var of clojure.spec.alpha: of the one that the program has loaded, or of the
  runtime's own."
  [var-name]
  (if (find-ns 'clojure.spec.alpha)
    (when-let [v (ns-resolve 'clojure.spec.alpha (symbol var-name))] @v)
    (-library-value "clojure.spec.alpha" var-name)))

(defmacro with-loading-context
  "Evaluates the body as the loading of a namespace does."
  [& body]
  (cons 'do body))

(defn- refuse-host-package
  "Throws where the JVM does not load the classes of a namespace's functions."
  [name]
  (throw (SecurityException. (str "Prohibited package name: " (munge (subs name 0 (.lastIndexOf name ".")))))))

(defmacro ns
  "Makes the namespace current and prepares it: refers to clojure.core, unless there is a
  (:refer-clojure filters…), and processes the references (:require …), (:use …), (:import …),
  (:refer …) and (:load …) as the functions of these names, arguments unquoted."
  {:added "1.0"
   :arglists '([name docstring? attr-map? references*])}
  [& args]
  (when-not (symbol? (first args))
    (reject-call 'clojure.core/ns args))
  (let [[name & references] args
        docstring (when (string? (first references)) (first references))
        references (if docstring (next references) references)
        attributes (when (map? (first references)) (first references))
        references (if attributes (next references) references)
        m (conj (or (meta name) {}) (if docstring {:doc docstring} {}) (or attributes {}))
        name (if (seq m) (with-meta name m) name)
        gen-class? (fn [r] (= :gen-class (if (sequential? r) (first r) r)))
        references (remove gen-class? references)
        process (fn [[kind & args :as reference]]
                  (when-not (and (sequential? reference)
                                 (#{:require :use :import :refer :load :refer-clojure} kind))
                    (reject-call 'clojure.core/ns (next &form)))
                  `(~(symbol "clojure.core" (clojure.core/name kind))
                    ~@(map (fn [arg] (list 'quote arg)) args)))
        own-core? (some (fn [r] (and (sequential? r) (= :refer-clojure (first r)))) references)]
    (when-not (and (simple-symbol? name) (every? plain-reference? references))
      (check-unusual-call 'clojure.core/ns (next &form)))
    `(do
       (in-ns '~name)
       ~@(when (seq m) [`(reset-meta! (find-ns '~name) ~m)])
       ~@(when (and (nil? &env) (.startsWith (str name) "java.")) [`((var refuse-host-package) ~(str name))])
       (with-loading-context
         ~@(when-not (or own-core? (= name 'clojure.core))
             [`(refer '~'clojure.core)])
         ~@(mapv process references))
       ~(if (= name 'clojure.core) nil `((var -add-loaded-lib) '~name)))))

(defn- with-data-readers
  "The map of data readers and what a data_readers file adds: tags to the symbols of vars, whose
  namespaces come into being but are not loaded."
  [known mappings place]
  (reduce-kv
   (fn [known tag fn-name]
     (when-not (and (symbol? tag) (symbol? fn-name))
       (throw (ex-info "Invalid form in data-reader file" {:url place :form [tag fn-name]})))
     (let [reader (intern (create-ns (symbol (namespace fn-name))) (symbol (name fn-name)))]
       (when-not (= reader (get known tag reader))
         (throw (ex-info "Conflicting data-reader mapping"
                         {:url place :conflict tag :mappings known})))
       (assoc known tag reader)))
   known
   mappings))

(defn- -add-data-readers
  "Adds the mappings of a data_readers file to *data-readers*: to the root, and to the binding
  that a program starts with."
  [mappings place]
  (when-not (map? mappings)
    (throw (ex-info "Not a valid data-reader map" {:url place})))
  (alter-var-root #'*data-readers* with-data-readers mappings place)
  (when (thread-bound? #'*data-readers*)
    (set! *data-readers* (with-data-readers *data-readers* mappings place)))
  nil)

(defn compile
  "Loads the lib and returns its name: whole programs are compiled by cljc build."
  {:added "1.0"}
  [lib]
  (load-one lib true true)
  lib)
