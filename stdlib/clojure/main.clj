;; clojure.main: the REPL as a function, and how errors are reported.

(ns clojure.main
  "A REPL that programs can start, and the reports of errors."
  (:refer-clojure :exclude [with-bindings])
  (:require [clojure.java.io :as io]
            [clojure.string :as str]))

(defn demunge
  "The Clojure name that was munged to the string."
  {:added "1.3"}
  [fn-name]
  (clojure.lang.Compiler/demunge fn-name))

(defn root-cause
  "The innermost cause of the throwable."
  {:added "1.3"}
  [t]
  (loop [t t]
    (if-let [cause (ex-cause t)]
      (recur cause)
      t)))

(defn stack-element-str
  "The stack element as a string: a function's name, or class and method, with the place."
  {:added "1.3"}
  [el]
  (let [file (.getFileName el)
        clojure? (and file (or (str/ends-with? file ".clj") (str/ends-with? file ".cljc")
                               (= file "NO_SOURCE_FILE")))]
    (str (if clojure?
           (demunge (.getClassName el))
           (str (.getClassName el) "." (.getMethodName el)))
         " (" file ":" (.getLineNumber el) ")")))

(defmacro with-bindings
  "Evaluates the body with the vars that a REPL changes bound to their values."
  [& body]
  `(binding [*ns* *ns*
             *warn-on-reflection* *warn-on-reflection*
             *math-context* *math-context*
             *print-meta* *print-meta*
             *print-length* *print-length*
             *print-level* *print-level*
             *print-namespace-maps* true
             *data-readers* *data-readers*
             *default-data-reader-fn* *default-data-reader-fn*
             *compile-path* *compile-path*
             *command-line-args* *command-line-args*
             *unchecked-math* *unchecked-math*
             *assert* *assert*
             *repl* true
             *1 nil
             *2 nil
             *3 nil
             *e nil]
     ~@body))

(defmacro with-read-known
  "Evaluates the body with *read-eval* true when it is :unknown."
  [& body]
  `(binding [*read-eval* (if (= :unknown *read-eval*) true *read-eval*)]
     ~@body))

;; Reports

(defn- file-name [path]
  (when path
    (.getName (io/file path))))

(defn- path-from-here
  "The path, relative to the current folder if the file is in it."
  [path]
  (when path
    (let [path (.getPath (io/file path))
          here (str (.getAbsolutePath (io/file "")) "/")]
      (if (str/starts-with? path here)
        (subs path (count here))
        path))))

(defn- java-loc->source
  "The symbol for a stack frame: ns/name for a function, with the names of the functions in it that
  were running, Class/method for others."
  [class-name method]
  (let [[n & functions] (str/split (str class-name) #"\$")]
    (if (and functions (#{'invoke 'invokeStatic} method))
      (symbol (demunge n) (str/join "$" (map (fn [f] (str/replace (demunge f) #"--.*$" "")) functions)))
      (symbol (str class-name) (str method)))))

(def ^:private core-namespaces
  #{"clojure.core" "clojure.core.protocols" "clojure.core.reducers" "clojure.data" "clojure.datafy" "clojure.edn"
    "clojure.instant" "clojure.java.io" "clojure.main" "clojure.pprint" "clojure.reflect" "clojure.repl" "clojure.set"
    "clojure.spec.alpha" "clojure.spec.gen.alpha" "clojure.spec.test.alpha" "clojure.string" "clojure.template"
    "clojure.uuid" "clojure.walk" "clojure.xml" "clojure.zip"})

(defn- own-frame?
  "False for the frames of Clojure itself."
  [[class-name]]
  (not (or (re-find #"^(clojure\.lang|clojure\.host|java)\." (str class-name))
           (contains? core-namespaces (second (re-find #"^([^$]+)\$" (str class-name)))))))

(defn ex-triage
  "What is worth telling about an error, from what Throwable->map returns: a map with some of
  :clojure.error/phase, /source, /path, /line, /column, /symbol, /class, /cause and /spec."
  {:added "1.10"}
  [datafied-throwable]
  (let [{:keys [via trace phase] :or {phase :execution}} datafied-throwable
        {:keys [type message data]} (peek via)
        {problems :clojure.spec.alpha/problems :as top-data} (:data (first via))
        source (:clojure.error/source top-data)
        with-source (fn [m]
                      (if source
                        (assoc m :clojure.error/source (file-name source) :clojure.error/path (path-from-here source))
                        m))
        described (fn [m]
                    (cond-> m
                      type (assoc :clojure.error/class type)
                      message (assoc :clojure.error/cause message)))
        at-frame (fn [m [class-name method file line]]
                   (cond-> m
                     line (assoc :clojure.error/line line)
                     file (assoc :clojure.error/source file)
                     (and class-name method)
                     (assoc :clojure.error/symbol (java-loc->source class-name method))))]
    (assoc
     (case phase
       :read-source
       (cond-> (with-source (merge (:data (second via)) top-data))
         message (assoc :clojure.error/cause message))

       (:compile-syntax-check :compilation :macro-syntax-check :macroexpansion)
       (cond-> (described (with-source top-data))
         (:clojure.spec.alpha/problems data) (assoc :clojure.error/spec data))

       (:read-eval-result :print-eval-result)
       (described (at-frame top-data (first trace)))

       :execution
       (let [[class-name method file line] (first (filter own-frame? trace))
             {:keys [file line] :or {file file line line}} (:clojure.spec.test.alpha/caller data)
             checked-fn (:clojure.spec.alpha/fn data)]
         (cond-> {:clojure.error/class type}
           line (assoc :clojure.error/line line)
           message (assoc :clojure.error/cause message)
           (or checked-fn (and class-name method))
           (assoc :clojure.error/symbol (or checked-fn (java-loc->source class-name method)))
           file (assoc :clojure.error/source file)
           (:clojure.spec.alpha/problems data) (assoc :clojure.error/spec data))))
     :clojure.error/phase phase)))

(defn- problems-text
  "What spec says about explain-data, without the places in the data, which a reader does not need."
  [data]
  (let [printer (@#'clojure.core/-spec-value "*explain-out*")]
    (with-out-str
      (printer (if (= printer (@#'clojure.core/-spec-value "explain-printer"))
                 (update data :clojure.spec.alpha/problems (partial map #(dissoc % :in)))
                 data)))))

(defn ex-str
  "The message about an error that ex-triage described."
  {:added "1.10"}
  [{:clojure.error/keys [phase source path line column symbol class cause spec]
    :as triage-data}]
  (let [loc (str (or path source "REPL") ":" (or line 1) (when column (str ":" column)))
        simple-class (peek (str/split (str class) #"\."))
        kind (if (contains? #{"Exception" "RuntimeException"} simple-class)
               ""
               (str " (" simple-class ")"))
        named (if symbol (str symbol " ") "")
        details (str (if (some? cause) cause "null") "\n")]
    (case phase
      :read-source (str "Syntax error reading source at (" loc ").\n" details)
      :macro-syntax-check (str "Syntax error macroexpanding " named "at (" loc ").\n"
                               (if spec (problems-text spec) details))
      :macroexpansion (str "Unexpected error" kind " macroexpanding " named "at (" loc ").\n" details)
      :compile-syntax-check (str "Syntax error" kind " compiling " named "at (" loc ").\n" details)
      :compilation (str "Unexpected error" kind " compiling " named "at (" loc ").\n" details)
      :read-eval-result (str "Error reading eval result" kind " at " (or symbol "null") " (" loc ").\n" details)
      :print-eval-result (str "Error printing return value" kind " at " (or symbol "null") " (" loc ").\n" details)
      :execution (if spec
                   (str "Execution error - invalid arguments to " symbol " at (" loc ").\n"
                        (problems-text spec))
                   (str "Execution error" kind " at " named "(" loc ").\n" details)))))

(defn err->msg
  "The message about a throwable."
  [e]
  (ex-str (ex-triage (Throwable->map e))))

(defn report-error
  "Prints the message about a throwable to *err*. :target \"file\", the default, also writes what
  Throwable->map returns to a file and says where; \"stderr\" does not."
  [t & {:keys [target] :or {target "file"} :as opts}]
  (let [message (err->msg t)]
    (binding [*out* *err*]
      (print message)
      (when (= target "file")
        (let [file (java.io.File/createTempFile "clojure-" ".edn")]
          (spit file (pr-str (Throwable->map t)))
          (println)
          (println "Full report at:")
          (println (.getPath file))))
      (flush))))

;; The REPL

(defn repl-prompt
  "Prints the prompt: the name of the namespace and =>."
  []
  (print (str (ns-name *ns*) "=> ")))

(defn skip-if-eol
  "Reads a line end if one comes next: :line-start then, :stream-end at the end, otherwise :body."
  [s]
  (let [c (.read s)]
    (cond
      (= c 10) :line-start
      (neg? c) :stream-end
      :else (do (.unread s c) :body))))

(defn skip-whitespace
  "Reads blanks, commas and comments up to a line end, which it reads: :line-start, :stream-end at
  the end, otherwise :body."
  [s]
  (loop [c (.read s)]
    (cond
      (= c 10) :line-start
      (neg? c) :stream-end
      (= c (int \;)) (do (.readLine s) :line-start)
      (or (Character/isWhitespace (char c)) (= c (int \,))) (recur (.read s))
      :else (do (.unread s c) :body))))

(defn renumbering-read
  "Reads a form as if it began on the line, unless its metadata says where it is from."
  {:added "1.10"}
  [opts reader line-number]
  (let [before (.getLineNumber reader)
        [form text] (read+string opts reader)
        {:keys [line] file :clojure.core/eval-file} (meta form)
        says-line? (and line (or file (not= line before)))
        again (clojure.lang.LineNumberingPushbackReader. (java.io.StringReader. text))]
    (.setLineNumber again (if says-line? line line-number))
    (read opts again)))

(defn repl-read
  "Reads a form from *in*: request-prompt when a new line starts, request-exit at the end."
  [request-prompt request-exit]
  (or ({:line-start request-prompt :stream-end request-exit} (skip-whitespace *in*))
      (let [form (renumbering-read {:read-cond :allow} *in* 1)]
        (skip-if-eol *in*)
        form)))

(defn repl-exception
  "The innermost cause of the throwable."
  [throwable]
  (root-cause throwable))

(defn repl-caught
  "Prints the message about the throwable to *err*."
  [e]
  (binding [*out* *err*]
    (print (err->msg e))
    (flush)))

(defn- at-line-start?
  "Whether *in*, which counts lines, is at the start of a line or at its end."
  []
  (or (= 1 (.getColumnNumber *in*))
      (let [c (.read *in*)]
        (if (neg? c)
          true
          (do (.unread *in* c) false)))))

(def ^{:doc "What a REPL requires into the namespace it starts in."} repl-requires
  '[[clojure.repl :refer (source apropos dir pst doc find-doc)]
    [clojure.java.javadoc :refer (javadoc)]
    [clojure.pprint :refer (pp pprint)]])

(defn repl
  "Reads, evaluates and prints in a loop. Options, each a function:
    :init         called first; by default nothing
    :need-prompt  whether to prompt, by default at the start of a line
    :prompt       prints the prompt, by default repl-prompt
    :flush        called after printing, by default flush
    :read         of two values that it returns for \"prompt\" and \"exit\", by default repl-read
    :eval :print  by default eval and prn
    :caught       of a throwable, by default repl-caught"
  [& options]
  (let [{:keys [init need-prompt prompt flush read eval print caught]
         :or {init (fn [])
              need-prompt (if (instance? clojure.lang.LineNumberingPushbackReader *in*)
                            at-line-start?
                            (constantly true))
              prompt repl-prompt
              flush flush
              read repl-read
              eval eval
              print prn
              caught repl-caught}} (apply hash-map options)
        request-prompt (Object.)
        request-exit (Object.)
        guarded (fn [f]
                  (try (f)
                       (catch Throwable t
                         (caught t)
                         (set! *e t))))
        evaluate (fn [form]
                   (let [value (with-read-known (eval form))]
                     (set! *3 *2)
                     (set! *2 *1)
                     (set! *1 value)
                     (print value)))
        turn (fn []
               (let [form (try
                            (with-read-known (read request-prompt request-exit))
                            (catch clojure.lang.LispReader$ReaderException e
                              (throw (ex-info nil {:clojure.error/phase :read-source} e))))]
                 (if (or (identical? form request-prompt) (identical? form request-exit))
                   form
                   (evaluate form))))]
    (with-bindings
      (guarded init)
      (prompt)
      (flush)
      (loop []
        (when-not (identical? request-exit (guarded turn))
          (when (need-prompt)
            (prompt)
            (flush))
          (recur))))))

(defn load-script
  "Loads Clojure source: a file, a resource when the path begins with @, *in* when it is -."
  [path]
  (cond
    (= path "-") (load-reader *in*)
    (str/starts-with? path "@") (load-reader (io/reader (io/resource (str/replace path #"^@/?" ""))))
    :else (load-file path)))

(defn- eval-opt [text]
  (let [reader (clojure.lang.LineNumberingPushbackReader. (java.io.StringReader. text))]
    (loop []
      (let [form (read {:eof reader} reader)]
        (when-not (identical? form reader)
          (let [value (eval form)]
            (when (some? value)
              (prn value))
            (recur)))))))

(def ^:private init-options {"-i" load-script "--init" load-script "-e" eval-opt "--eval" eval-opt})

(defn- initialize
  "What comes before the main option: in the namespace user, with the arguments that come after it."
  [args inits]
  (in-ns 'user)
  (set! *command-line-args* args)
  (doseq [[option value] inits]
    ((init-options option) value)))

(defn- repl-and-exit [args inits]
  (when-not (some (fn [[option]] (= eval-opt (init-options option))) inits)
    (println "Clojure" (clojure-version)))
  (repl :init (fn [] (initialize args inits)))
  (newline)
  (System/exit 0))

(declare main)

(defn- run-main-option [[option & more :as args] inits]
  (case option
    ("-r" "--repl") (repl-and-exit more inits)
    ("-m" "--main") (with-bindings
                      (initialize (next more) inits)
                      (apply (ns-resolve (doto (symbol (first more)) require) '-main) (next more)))
    ("-h" "-?" "--help") (println (:doc (meta #'main)))
    nil (initialize args inits)
    (with-bindings
      (initialize more inits)
      (load-script option))))

(defn main
  "What the clojure command does with its arguments: -i FILE (--init) loads and -e TEXT (--eval) evaluates and
  prints, as often as they stand there. Then -r (--repl) starts a REPL and exits behind it, -m NS (--main) calls
  the namespace's -main with the arguments that are left, -h (--help) shows this, and a path, @resource or -
  (standard input) loads a script. They see those arguments in *command-line-args*. Without any, a REPL. What is
  thrown is reported and ends the process with status 1."
  [& args]
  (with-bindings
    (try
      (loop [[option value & more :as args] args, inits []]
        (cond
          (init-options option) (recur more (conj inits [option value]))
          (= "--report" option) (recur more inits)
          (or args (seq inits)) (run-main-option args inits)
          :else (repl-and-exit nil nil)))
      (catch Throwable thrown
        (flush)
        (binding [*out* *err*]
          (print (err->msg thrown))
          (flush))
        (System/exit 1)))
    (flush)))
