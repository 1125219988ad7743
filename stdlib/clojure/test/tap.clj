;; clojure.test.tap: results of tests in the format of the Test Anything Protocol.

(ns clojure.test.tap
  "Prints the results of clojure.test as TAP."
  (:require [clojure.stacktrace :as stack]
            [clojure.string :as str]
            [clojure.test :as t]))

(defn print-tap-plan
  "Prints how many tests there are: 1..n."
  {:added "1.1"}
  [n]
  (println (str "1.." n)))

(defn print-tap-diagnostic
  "Prints each line of the text as a comment."
  {:added "1.1"}
  [data]
  (doseq [line (str/split data #"\n")]
    (println "#" line)))

(defn print-tap-pass
  "Prints that a test passed."
  {:added "1.1"}
  [msg]
  (println "ok" msg))

(defn print-tap-fail
  "Prints that a test failed."
  {:added "1.1"}
  [msg]
  (println "not ok" msg))

(defn print-diagnostics
  "Prints as comments what a report of clojure.test says: where it was, what was expected and got."
  {:added "1.1"}
  [data]
  (let [{:keys [expected actual message type]} data]
    (when (seq t/*testing-contexts*)
      (print-tap-diagnostic (t/testing-contexts-str)))
    (when message
      (print-tap-diagnostic message))
    (print-tap-diagnostic (str "expected:" (pr-str expected)))
    (print-tap-diagnostic (str "  actual:"
                               (if (and (not= type :pass) (instance? Throwable actual))
                                 (with-out-str (stack/print-cause-trace actual t/*stack-trace-depth*))
                                 (pr-str actual))))))

(defmulti ^:dynamic tap-report
  "Prints what happens in a test as TAP. The function for with-tap-output."
  :type)

(defmethod tap-report :default [data]
  (t/with-test-out
    (print-tap-diagnostic (pr-str data))))

(defmethod tap-report :pass [data]
  (t/with-test-out
    (t/inc-report-counter :pass)
    (print-tap-pass (t/testing-vars-str data))
    (print-diagnostics data)))

(defmethod tap-report :fail [data]
  (t/with-test-out
    (t/inc-report-counter :fail)
    (print-tap-fail (t/testing-vars-str data))
    (print-diagnostics data)))

(defmethod tap-report :error [data]
  (t/with-test-out
    (t/inc-report-counter :error)
    (print-tap-fail (t/testing-vars-str data))
    (print-diagnostics data)))

(defmethod tap-report :summary [data]
  (t/with-test-out
    (print-tap-plan (+ (:pass data) (:fail data) (:error data)))))

(defmacro with-tap-output
  "Runs the body with the results of its tests printed as TAP."
  {:added "1.1"}
  [& body]
  `(binding [t/report tap-report]
     ~@body))
