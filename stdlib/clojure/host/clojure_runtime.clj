(ns clojure.host.clojure-runtime
  "Members of clojure.lang that tools lean on: casts of arrays, scripts among the resources, references, namespaces."
  (:require [clojure.host.defclass :refer [defclass extend-class]]
            [clojure.java.io :as io]))

(extend-class clojure.lang.Numbers
  :static
  (booleans [x] (booleans x))
  (bytes [x] (bytes x))
  (chars [x] (chars x))
  (shorts [x] (shorts x))
  (ints [x] (ints x))
  (longs [x] (longs x))
  (floats [x] (floats x))
  (doubles [x] (doubles x)))

(defclass clojure.lang.Util$EquivPred [x]
  (equiv [_ _ y] (= x y)))

(extend-class clojure.lang.Util
  :static
  (equivPred [x] (clojure.lang.Util$EquivPred/<init> x)))

(defn- load-script
  "Evaluates a resource; without one throws FileNotFoundException, or yields nil."
  [name must-be-there?]
  (if-let [resource (io/resource name)]
    (with-open [in (io/reader resource)] (load-reader in))
    (when must-be-there?
      (throw (java.io.FileNotFoundException. (str "Could not locate Clojure resource on classpath: " name))))))

(defn- default-imports
  "The classes that a new namespace knows by their short names."
  []
  (let [fresh (create-ns (gensym))]
    (try (ns-imports fresh) (finally (remove-ns (ns-name fresh))))))

(defn- behind-key
  "What comes behind a keyword among keys and values, or nil."
  [k keyvals]
  (when-let [[found & more] (seq keyvals)]
    (when (nil? more) (throw (RuntimeException. "Malformed keyword argslist")))
    (if (identical? k found) more (recur k (next more)))))

(extend-class clojure.lang.RT
  :static
  (:field UNCHECKED_MATH #'*unchecked-math*)
  (:field LOADER_SUFFIX "__init")
  (:field DEFAULT_IMPORTS (default-imports))
  (:field SUPPRESS_READ (resolve 'clojure.core/*suppress-read*))
  (findKey [k keyvals] (behind-key k keyvals))
  (init [])
  (resourceAsStream [loader name]
    (if loader (.getResourceAsStream loader name) (when-let [resource (io/resource name)] (io/input-stream resource))))
  (loadResourceScript ([name] (load-script name true)) ([_ name] (load-script name true)))
  (maybeLoadResourceScript [name] (load-script name false))
  (errPrintWriter [] (if (instance? java.io.PrintWriter *err*) *err* (java.io.PrintWriter. *err*)))
  (list [& xs] (apply list xs))
  (aclone [array] (aclone array))
  (aset [array i x] (aset array i x)))

(extend-class clojure.lang.Compiler
  :static
  (:field DEMUNGE_MAP (assoc (into {} (map (fn [[c munged]] [munged c])) clojure.lang.Compiler/CHAR_MAP) "$" \/))
  (:field directLinkingKey :direct-linking)
  (:field disableLocalsClearingKey :disable-locals-clearing)
  (:field elideMetaKey :elide-meta))

(extend-class clojure.lang.LispReader
  :static
  (:field OPT_EOF :eof)
  (:field OPT_FEATURES :features)
  (:field OPT_READ_COND :read-cond)
  (:field COND_ALLOW :allow)
  (:field COND_PRESERVE :preserve)
  (:field EOFTHROW :eofthrow))

(extend-class clojure.lang.Compiler$CompilerException
  (-line [e] (int (:clojure.error/line (ex-data e))))
  (-source [e] (:clojure.error/source (ex-data e)))
  (-data [e] (ex-data e))
  :static
  (:field ERR_NS "clojure.error")
  (:field ERR_SOURCE :clojure.error/source)
  (:field ERR_LINE :clojure.error/line)
  (:field ERR_COLUMN :clojure.error/column)
  (:field ERR_PHASE :clojure.error/phase)
  (:field ERR_SYMBOL :clojure.error/symbol)
  (:field SPEC_PROBLEMS :clojure.spec.alpha/problems)
  (:field PHASE_READ :read-source)
  (:field PHASE_MACRO_SYNTAX_CHECK :macro-syntax-check)
  (:field PHASE_MACROEXPANSION :macroexpansion)
  (:field PHASE_COMPILE_SYNTAX_CHECK :compile-syntax-check)
  (:field PHASE_COMPILATION :compilation)
  (:field PHASE_EXECUTION :execution))

(extend-class clojure.lang.ARef
  (notifyWatches [this before after] (doseq [[k f] (.getWatches this)] (f k this before after))))

(extend-class clojure.lang.Atom
  :static
  (new [x meta] (atom x :meta meta)))

(extend-class clojure.lang.Var
  (alter [v f args] (.set v (apply f (.get v) args)))
  (commuteRoot [v f] (alter-var-root v f) nil))

(extend-class clojure.lang.Namespace
  (importClass ([ns c] (clojure.core/-import-class ns c)) ([ns name c] (clojure.core/-import-class ns c name))))

(extend-class clojure.lang.BigInt
  (toBigDecimal [n] (bigdec n)))

(extend-class clojure.lang.PersistentTreeMap
  (min [this] (first this))
  (max [this] (first (rseq this))))

(extend-class clojure.lang.PersistentVector
  (chunkedSeq [this] (seq this)))

(extend-class java.util.List
  (addAll [this _ xs] (throw (UnsupportedOperationException.))))

(extend-class java.math.RoundingMode
  (getDeclaringClass [_] java.math.RoundingMode))
