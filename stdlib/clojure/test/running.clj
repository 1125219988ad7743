;; Fixtures, and what runs tests.

(in-ns 'clojure.test)

;; Fixtures

(defmulti
  ^{:added "1.1"
    :doc "Makes functions the fixtures of the current namespace, around each test (:each) or once
  around all of them (:once). A fixture takes a function of no arguments and calls it."}
  use-fixtures
  (fn [fixture-type & args] fixture-type))

(defmethod use-fixtures :each [fixture-type & args]
  (alter-meta! *ns* assoc ::each-fixtures args))

(defmethod use-fixtures :once [fixture-type & args]
  (alter-meta! *ns* assoc ::once-fixtures args))

(defn compose-fixtures
  "A fixture that runs f2 inside f1."
  {:added "1.1"}
  [f1 f2]
  (fn [g] (f1 (fn [] (f2 g)))))

(defn join-fixtures
  "A fixture that runs all the fixtures, the first outermost."
  {:added "1.1"}
  [fixtures]
  (reduce compose-fixtures (fn [f] (f)) fixtures))

;; Running

(defn test-var
  "Runs the test of the var, if it has one."
  {:dynamic true :added "1.1"}
  [v]
  (when-let [t (:test (meta v))]
    (binding [*testing-vars* (conj *testing-vars* v)]
      (do-report {:type :begin-test-var :var v})
      (inc-report-counter :test)
      (try
        (t)
        (catch Throwable e
          (do-report {:type :error
                      :message "Uncaught exception, not in assertion."
                      :expected nil
                      :actual e})))
      (do-report {:type :end-test-var :var v}))))

(defn test-vars
  "Runs the tests of the vars, with the fixtures of their namespaces."
  {:added "1.6"}
  [vars]
  (doseq [[ns vars] (group-by (comp :ns meta) vars)]
    (let [around-all (join-fixtures (::once-fixtures (meta ns)))
          around-each (join-fixtures (::each-fixtures (meta ns)))]
      (around-all
       (fn []
         (doseq [v vars]
           (when (:test (meta v))
             (around-each (fn [] (test-var v))))))))))

(defn test-all-vars
  "Runs the tests of all vars of the namespace, with its fixtures."
  {:added "1.1"}
  [ns]
  (test-vars (vals (ns-interns ns))))

(defn test-ns
  "Runs the tests of the namespace, or its function test-ns-hook, when there is one, instead.
  Returns the counters."
  {:added "1.1"}
  [ns]
  (binding [*report-counters* (ref *initial-report-counters*)]
    (let [ns-obj (the-ns ns)]
      (do-report {:type :begin-test-ns :ns ns-obj})
      (if-let [hook (find-var (symbol (str (ns-name ns-obj)) "test-ns-hook"))]
        ((var-get hook))
        (test-all-vars ns-obj))
      (do-report {:type :end-test-ns :ns ns-obj}))
    @*report-counters*))

(defn run-tests
  "Runs the tests of the namespaces, by default the current one, reports, and returns the summary:
  a map of the counters."
  {:added "1.1"}
  ([] (run-tests *ns*))
  ([& namespaces]
   (let [summary (assoc (apply merge-with + (map test-ns namespaces)) :type :summary)]
     (do-report summary)
     summary)))

(defn run-all-tests
  "Runs the tests of all namespaces, or of those whose names re matches."
  {:added "1.1"}
  ([] (apply run-tests (all-ns)))
  ([re] (apply run-tests
               (filter (fn [n] (re-matches re (name (ns-name n)))) (all-ns)))))

(defn successful?
  "True when the summary counts no failures and no errors."
  {:added "1.1"}
  [summary]
  (and (zero? (:fail summary 0))
       (zero? (:error summary 0))))

(defn run-test-var
  "Runs the test of the var, with the fixtures of its namespace; reports and returns the summary."
  {:added "1.11"}
  [v]
  (binding [*report-counters* (ref *initial-report-counters*)]
    (let [ns-obj (-> v meta :ns)]
      (do-report {:type :begin-test-ns :ns ns-obj})
      (test-vars [v])
      (do-report {:type :end-test-ns :ns ns-obj})
      (let [summary (assoc @*report-counters* :type :summary)]
        (do-report summary)
        summary))))

(defmacro run-test
  "Runs one test by its name, as run-test-var does."
  {:added "1.11"}
  [test-symbol]
  (let [v (resolve test-symbol)]
    (cond
      (nil? v)
      (binding [*out* *err*]
        (println "Unable to resolve" test-symbol "to a test function."))

      (not (-> v meta :test))
      (binding [*out* *err*]
        (println test-symbol "is not a test."))

      :else
      `(run-test-var (var ~test-symbol)))))
