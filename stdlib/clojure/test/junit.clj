;; clojure.test.junit: results of tests in the XML that JUnit writes.

(ns clojure.test.junit
  "Prints the results of clojure.test as JUnit's XML."
  (:require [clojure.stacktrace :as stack]
            [clojure.string :as str]
            [clojure.test :as t]))

(def ^{:dynamic true :doc "The vars being tested, outermost first."} *var-context* nil)
(def ^{:dynamic true :doc "How deep the element being printed is nested."} *depth* nil)

(def ^{:dynamic true :private true :doc "FILE:LINE of the assertion being reported."} *position* nil)

(defn indent
  "Prints the indentation of a line."
  []
  (dotimes [_ (* 4 *depth*)]
    (print " ")))

(def ^:private entities {\& "&amp;" \< "&lt;" \> "&gt;" \" "&quot;" \' "&apos;"})

(defn start-element
  "Prints the start of an element with attributes, a map."
  [tag pretty & [attrs]]
  (when pretty
    (indent))
  (print (str "<" tag))
  (doseq [[k v] attrs]
    (print (str " " (name k) "=\"" (str/escape (str v) entities) "\"")))
  (print ">")
  (when pretty
    (println))
  (set! *depth* (inc *depth*)))

(defn element-content
  "Prints text in an element."
  [content]
  (print (str/escape content entities)))

(defn finish-element
  "Prints the end of an element."
  [tag pretty]
  (set! *depth* (dec *depth*))
  (when pretty
    (indent))
  (print (str "</" tag ">"))
  (when pretty
    (println)))

(defn test-name
  "The names of the vars being tested, joined."
  [vars]
  (str/join "." (map (fn [v] (:name (meta v))) vars)))

(defn package-class
  "The package and the class of a dotted name; the package is nil when there is no dot."
  [name]
  (let [dot (.lastIndexOf name ".")]
    (if (neg? dot)
      [nil name]
      [(subs name 0 dot) (subs name (inc dot))])))

(defn start-case
  "Prints the start of a test case."
  [name classname]
  (start-element 'testcase true {:name name :classname classname}))

(defn finish-case
  "Prints the end of a test case."
  []
  (finish-element 'testcase true))

(defn suite-attrs
  "The attributes of a suite."
  [package classname]
  (if package
    {:name classname :package package}
    {:name classname}))

(defn start-suite
  "Prints the start of the suite of a namespace."
  [name]
  (let [[package classname] (package-class name)]
    (start-element 'testsuite true (suite-attrs package classname))))

(defn finish-suite
  "Prints the end of a suite."
  []
  (finish-element 'testsuite true))

(defn message-el
  "Prints a failure or an error: its message, and what was expected and got."
  [tag message expected-str actual-str]
  (indent)
  (start-element tag false (if message {:message message} {}))
  (element-content (str/join "\n" (remove nil? [message
                                                (str "expected: " expected-str)
                                                (str "  actual: " actual-str)
                                                (when *position* (str "      at: " *position*))])))
  (finish-element tag false)
  (println))

(defn failure-el
  "Prints a failure."
  [message expected actual]
  (message-el 'failure message (pr-str expected) (pr-str actual)))

(defn error-el
  "Prints an error."
  [message expected actual]
  (message-el 'error message (pr-str expected)
              (if (instance? Throwable actual)
                (with-out-str (stack/print-cause-trace actual t/*stack-trace-depth*))
                (prn actual))))

(defmulti ^:dynamic junit-report
  "Prints what happens in a test. The function for with-junit-output."
  :type)

(defmethod junit-report :default [_])

(defmethod junit-report :begin-test-ns [m]
  (t/with-test-out
    (start-suite (name (ns-name (:ns m))))))

(defmethod junit-report :end-test-ns [_]
  (t/with-test-out
    (finish-suite)))

(defmethod junit-report :begin-test-var [m]
  (t/with-test-out
    (let [v (:var m)]
      (binding [*var-context* (conj *var-context* v)]
        (start-case (test-name *var-context*) (name (ns-name (:ns (meta v)))))))))

(defmethod junit-report :end-test-var [_]
  (t/with-test-out
    (finish-case)))

(defmethod junit-report :pass [_]
  (t/inc-report-counter :pass))

(defmethod junit-report :fail [m]
  (t/with-test-out
    (t/inc-report-counter :fail)
    (binding [*position* (str (:file m) ":" (:line m))]
      (failure-el (:message m) (:expected m) (:actual m)))))

(defmethod junit-report :error [m]
  (t/with-test-out
    (t/inc-report-counter :error)
    (binding [*position* (str (:file m) ":" (:line m))]
      (error-el (:message m) (:expected m) (:actual m)))))

(defmacro with-junit-output
  "Runs the body with the results of its tests printed as XML."
  {:added "1.1"}
  [& body]
  `(binding [t/report junit-report
             *var-context* (list)
             *depth* 1]
     (t/with-test-out
       (println "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
       (println "<testsuites>"))
     (let [result# (do ~@body)]
       (t/with-test-out
         (println "</testsuites>"))
       result#)))
