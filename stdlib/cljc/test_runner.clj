;; cljc test: finds, selects and runs the tests of a project.

(ns cljc.test-runner
  "Runs the tests of namespaces for the command line: cljc test."
  (:require [clojure.string :as str]
            [clojure.test :as t]
            [clojure.test.junit :as junit]
            [clojure.test.tap :as tap]))

(defn- load-failure
  "Requires the namespace; the exception when that fails, or nil."
  [ns-sym]
  (try
    (require ns-sym)
    nil
    (catch Throwable e e)))

(defn- selected?
  "Whether the test is one of those that the options want: of the named namespaces or tests, with
  a mark of include on it or its namespace, if there are any, and with none of exclude."
  [{:keys [only include exclude]} v]
  (let [{:keys [ns] :as m} (meta v)
        marks (merge (meta ns) m)
        ns-part (str (ns-name ns))
        names #{ns-part (str ns-part "/" (:name m))}]
    (and (:test m)
         (or (empty? only) (some names only))
         (or (empty? include) (some marks include))
         (not-any? marks exclude))))

(defn- tests-of
  "The selected tests of the namespace in the order of their definition."
  [options ns-sym]
  (->> (vals (ns-interns ns-sym))
       (filter (fn [v] (selected? options v)))
       (sort-by (fn [v] [(:line (meta v) 0) (str (:name (meta v)))]))))

(defn- report-load-failure
  [ns-sym error]
  (binding [t/*testing-vars* (list (with-meta (fn []) {:name ns-sym}))]
    (t/do-report {:type :error
                  :message (str "The namespace " ns-sym " does not load.")
                  :expected nil
                  :actual error})))

(defn- run-namespace
  "Runs the selected tests of one namespace. A namespace with a test-ns-hook of which nothing is
  left out runs that."
  [{:keys [only include exclude] :as options} ns-sym]
  (let [error (load-failure ns-sym)
        hook (when-not error (ns-resolve ns-sym 'test-ns-hook))
        tests (when-not error (tests-of options ns-sym))]
    (when (or error (seq tests))
      (t/do-report {:type :begin-test-ns :ns (or (find-ns ns-sym) (create-ns ns-sym))})
      (cond
        error (report-load-failure ns-sym error)
        (and hook (every? empty? [only include exclude])) (hook)
        :else (t/test-vars tests))
      (t/do-report {:type :end-test-ns :ns (find-ns ns-sym)}))))

(defn- run-all
  [options]
  (binding [t/*report-counters* (ref t/*initial-report-counters*)]
    (doseq [ns-sym (:namespaces options)]
      (run-namespace options ns-sym))
    (let [summary (assoc @t/*report-counters* :type :summary)]
      (t/do-report summary)
      summary)))

(defn- tap-report
  "As clojure.test.tap, with a comment per namespace and none per test."
  [m]
  (case (:type m)
    :begin-test-ns (t/with-test-out
                     (tap/print-tap-diagnostic (str "Testing " (ns-name (:ns m)))))
    (:end-test-ns :begin-test-var :end-test-var) nil
    (tap/tap-report m)))

(defn run
  "Runs the tests of :namespaces (symbols) that :only (strings: ns or ns/test), :include and
  :exclude (keywords in the metadata of tests or namespaces) select, and reports in :format
  (\"text\", \"tap\" or \"junit\"). Returns the exit status: 0, or 1 when a test failed or none ran."
  [{:keys [format] :as options}]
  (binding [t/*test-out* *out*]
    (let [summary (case format
                    "tap" (binding [t/report tap-report] (run-all options))
                    "junit" (junit/with-junit-output (run-all options))
                    (run-all options))
          ran? (pos? (+ (:test summary) (:error summary)))]
      (when-not ran?
        (binding [*out* *err*]
          (println (str "No tests were found"
                        (when-let [only (seq (:only options))]
                          (str " for " (str/join ", " only)))
                        "."))))
      (if (and ran? (t/successful? summary)) 0 1))))
