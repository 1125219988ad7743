;; clojure.test: assertions, tests and reports. Fixtures and what runs tests are in test/running.clj.

(ns clojure.test
  "A unit testing framework: deftest defines tests, is and are assert in them, run-tests runs the
  tests of namespaces and reports."
  (:require [clojure.stacktrace :as stack]
            [clojure.string :as str]
            [clojure.template :as temp]))

(defonce ^{:dynamic true :added "1.1" :doc "False while deftest and with-test should define nothing."}
  *load-tests* true)

(def ^{:dynamic true :added "1.1"
       :doc "How many stack elements an error report shows; nil for all."}
  *stack-trace-depth* nil)

(def ^{:dynamic true :doc "A ref to the counters of the run, or nil outside of one."}
  *report-counters* nil)

(def ^{:dynamic true :doc "What the counters of a run start from."}
  *initial-report-counters* {:test 0 :pass 0 :fail 0 :error 0})

(def ^{:dynamic true :doc "The vars of the tests that are running, innermost first."}
  *testing-vars* (list))

(def ^{:dynamic true :doc "The strings of the testing forms around this place, innermost first."}
  *testing-contexts* (list))

(def ^{:dynamic true :doc "Where reports are written."}
  *test-out* *out*)

(defmacro with-test-out
  "Evaluates the body with *out* bound to *test-out*."
  {:added "1.1"}
  [& body]
  `(binding [*out* *test-out*]
     ~@body))

;; Reports

(defn file-position
  "[file line] of the nth caller."
  {:added "1.1" :deprecated "1.2"}
  [n]
  (let [element (nth (.getStackTrace (new Throwable)) n)]
    [(.getFileName element) (.getLineNumber element)]))

(defn testing-vars-str
  "The names of the running tests and the place in the report m: (name) (file:line)."
  {:added "1.1"}
  [m]
  (let [{:keys [file line]} m]
    (str (reverse (map (fn [v] (:name (meta v))) *testing-vars*))
         " (" file ":" line ")")))

(defn testing-contexts-str
  "The strings of the testing forms around this place, outermost first."
  {:added "1.1"}
  []
  (apply str (interpose " " (reverse *testing-contexts*))))

(defn inc-report-counter
  "Adds one to the counter of the run, if there is a run."
  {:added "1.1"}
  [name]
  (when *report-counters*
    (dosync (commute *report-counters* update name (fnil inc 0)))))

(defmulti
  ^{:added "1.1" :dynamic true
    :doc "Handles an event of a test run, a map with a :type. Bind it, or add methods, to report
  differently. Call do-report rather than this."}
  report :type)

(defn- stacktrace-file-and-line
  "{:file :line} of the first element of a stack trace."
  [trace]
  (if-let [element (first trace)]
    {:file (.getFileName element) :line (.getLineNumber element)}
    {:file nil :line nil}))

(defn- own-frame?
  "True for the functions of this namespace, which a check of a program calls."
  [element]
  (.startsWith (.getClassName element) "clojure.test$"))

(defn do-report
  "Reports the event m, after adding :file and :line to failures and errors."
  {:added "1.2"}
  [m]
  (report
   (case (:type m)
     :fail (merge (stacktrace-file-and-line (drop-while own-frame? (.getStackTrace (new Throwable)))) m)
     :error (if (instance? Throwable (:actual m))
              (merge (stacktrace-file-and-line (.getStackTrace (:actual m))) m)
              m)
     m)))

(defmethod report :default [m]
  (with-test-out (prn m)))

(defmethod report :pass [m]
  (with-test-out (inc-report-counter :pass)))

(defn- print-heading
  "The lines that a failure and an error begin with."
  [title m]
  (println (str "\n" title " in") (testing-vars-str m))
  (when (seq *testing-contexts*)
    (println (testing-contexts-str)))
  (when-let [message (:message m)]
    (println message))
  (println "expected:" (pr-str (:expected m))))

(defmethod report :fail [m]
  (with-test-out
    (inc-report-counter :fail)
    (print-heading "FAIL" m)
    (println "  actual:" (pr-str (:actual m)))))

(defmethod report :error [m]
  (with-test-out
    (inc-report-counter :error)
    (print-heading "ERROR" m)
    (print "  actual: ")
    (let [actual (:actual m)]
      (if (instance? Throwable actual)
        (stack/print-cause-trace actual *stack-trace-depth*)
        (prn actual)))))

(defmethod report :summary [m]
  (with-test-out
    (println "\nRan" (:test m) "tests containing"
             (+ (:pass m) (:fail m) (:error m)) "assertions.")
    (println (:fail m) "failures," (:error m) "errors.")))

(defmethod report :begin-test-ns [m]
  (with-test-out
    (println "\nTesting" (ns-name (:ns m)))))

(defmethod report :end-test-ns [m])
(defmethod report :begin-test-var [m])
(defmethod report :end-test-var [m])

;; Assertions

(def ^{:dynamic true :private true :doc "The metadata of the assertion being expanded."}
  *assertion-place* nil)

(defn- place
  "The entries of a failure's report that tell where the assertion stands."
  []
  (when-let [line (:line *assertion-place*)]
    {:file (last (str/split (str *file*) #"/")) :line line}))

(defn get-possibly-unbound-var
  "The value of the var, nil when it has none."
  {:added "1.1"}
  [v]
  (when (bound? v) (var-get v)))

(defn function?
  "True when x is a function, or a symbol that names one (a macro does not count)."
  {:added "1.1"}
  [x]
  (if (symbol? x)
    (when-let [v (resolve x)]
      (when (var? v)
        (and (fn? (get-possibly-unbound-var v))
             (not (:macro (meta v))))))
    (fn? x)))

(defn- report-form
  "The form that reports an assertion. The keys have the order that reports of the JVM have, which reporters may print."
  [type msg form actual]
  `(do-report ~(merge (when (= type :fail) (place))
                      (array-map :type type :expected (list 'quote form) :actual actual :message msg))))

(defn assert-predicate
  "The form that asserts a call of a function: a failure shows the values of the arguments."
  {:added "1.1"}
  [msg form]
  (let [[pred & args] form
        values (gensym "values__")]
    `(let [~values (list ~@args)
           result# (apply ~pred ~values)]
       (if result#
         ~(report-form :pass msg form `(cons '~pred ~values))
         ~(report-form :fail msg form `(list '~'not (cons '~pred ~values))))
       result#)))

(defn assert-any
  "The form that asserts an expression of any other kind: a failure shows its value."
  {:added "1.1"}
  [msg form]
  (let [value (gensym "value__")]
    `(let [~value ~form]
       (if ~value
         ~(report-form :pass msg form value)
         ~(report-form :fail msg form value))
       ~value)))

(defmulti
  ^{:doc "The form that asserts `form`, with a message form or nil. Dispatches on the symbol that
  the form begins with: methods make new kinds of assertions for `is`."}
  assert-expr
  (fn [msg form]
    (cond
      (nil? form) :always-fail
      (seq? form) (first form)
      :else :default)))

(defmethod assert-expr :always-fail [msg form]
  `(do-report ~(merge (place) (array-map :type :fail :message msg))))

(defmethod assert-expr :default [msg form]
  (if (and (sequential? form) (function? (first form)))
    (assert-predicate msg form)
    (assert-any msg form)))

(defmethod assert-expr 'instance? [msg form]
  (let [[_ class object] form
        value (gensym "object__")]
    `(let [~value ~object
           result# (instance? ~class ~value)]
       (if result#
         ~(report-form :pass msg form `(class ~value))
         ~(report-form :fail msg form `(class ~value)))
       result#)))

(defmethod assert-expr 'thrown? [msg form]
  (let [[_ class & body] form
        e (gensym "e__")]
    `(try
       ~@body
       ~(report-form :fail msg form nil)
       (catch ~class ~e
         ~(report-form :pass msg form e)
         ~e))))

(defmethod assert-expr 'thrown-with-msg? [msg form]
  (let [[_ class re & body] form
        e (gensym "e__")]
    `(try
       ~@body
       ~(report-form :fail msg form nil)
       (catch ~class ~e
         (if (re-find ~re (ex-message ~e))
           ~(report-form :pass msg form e)
           ~(report-form :fail msg form e))
         ~e))))

(defmacro try-expr
  "What `is` expands to: the assertion, with everything it throws reported as an error."
  {:added "1.1"}
  [msg form]
  `(try
     ~(assert-expr msg form)
     (catch Throwable t#
       (do-report {:type :error :message ~msg :expected '~form :actual t#}))))

(defmacro is
  "Asserts that form is truthy and returns its value; msg is shown when it is not. Two forms are
  special: (is (thrown? Class body…)) asserts that the body throws an instance of the class, and
  (is (thrown-with-msg? Class re body…)) also that re is found in its message."
  {:added "1.1"}
  ([form]
   (with-meta `(is ~form nil) (meta &form)))
  ([form msg]
   (binding [*assertion-place* (or (meta &form) (meta form))]
     `(try
        ~(assert-expr msg form)
        (catch Throwable t#
          (do-report {:type :error :message ~msg :expected '~form :actual t#}))))))

(defmacro are
  "Asserts expr once for each group of args, as many as argv has symbols, with the args in the
  place of the symbols."
  {:added "1.1"}
  [argv expr & args]
  (if (or (and (empty? argv) (empty? args))
          (and (pos? (count argv))
               (pos? (count args))
               (zero? (rem (count args) (count argv)))))
    (with-meta `(temp/do-template ~argv ~(with-meta `(is ~expr) (meta &form)) ~@args) (meta &form))
    (throw (new IllegalArgumentException
                "The number of args doesn't match are's argv."))))

(defmacro testing
  "Evaluates the body; the string is part of the reports of its failures."
  {:added "1.1"}
  [string & body]
  `(binding [*testing-contexts* (conj *testing-contexts* ~string)]
     ~@body))

;; Tests

(defmacro with-test
  "Evaluates a definition and makes the body its test."
  {:added "1.1"}
  [definition & body]
  (if *load-tests*
    `(doto ~definition (alter-meta! assoc :test (fn [] ~@body)))
    definition))

(defmacro deftest
  "Defines a test: a function without arguments that also is the :test of its var. It may call
  other tests."
  {:added "1.1"}
  [name & body]
  (when *load-tests*
    `(def ~(vary-meta name assoc :test `(fn [] ~@body))
       (fn [] (test-var (var ~name))))))

(defmacro deftest-
  "As deftest, with a private var."
  {:added "1.1"}
  [name & body]
  (when *load-tests*
    `(def ~(vary-meta name assoc :test `(fn [] ~@body) :private true)
       (fn [] (test-var (var ~name))))))

(defmacro set-test
  "Makes the body the test of a var that exists."
  {:added "1.1"}
  [name & body]
  (when *load-tests*
    `(alter-meta! (var ~name) assoc :test (fn [] ~@body))))

(load "test/running")
