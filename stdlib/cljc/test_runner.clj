;; cljc test: finds, selects and runs the tests of a project.

(ns cljc.test-runner
  "Runs the tests of namespaces for the command line: cljc test."
  (:require [clojure.data :as data]
            [clojure.pprint :as pp]
            [clojure.string :as str]
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
  "Runs the selected tests of one namespace, or reports that it does not load. One with a
  test-ns-hook of which nothing is left out runs that."
  [{:keys [only include exclude] :as options} ns-sym error]
  (let [hook (when-not error (ns-resolve ns-sym 'test-ns-hook))
        tests (when-not error (tests-of options ns-sym))]
    (when (or error (seq tests))
      (t/do-report {:type :begin-test-ns :ns (or (find-ns ns-sym) (create-ns ns-sym))})
      (cond
        error (report-load-failure ns-sym error)
        (and hook (every? empty? [only include exclude])) (hook)
        :else (t/test-vars tests))
      (t/do-report {:type :end-test-ns :ns (find-ns ns-sym)}))))

(defn- run-captured
  "Runs the tests of one namespace. Returns what they print, and what they throw or nil."
  [options ns-sym error]
  (let [out (java.io.StringWriter.)]
    (binding [*out* out, t/*test-out* out]
      [out (try (run-namespace options ns-sym error) nil (catch Throwable e e))])))

(defn- run-in-threads
  "Loads the namespaces, then runs their tests in :jobs threads. Prints what those of one print as
  a whole, in the order of the namespaces."
  [{:keys [namespaces jobs] :as options}]
  (let [work (mapv (fn [ns-sym] [ns-sym (load-failure ns-sym) (promise)]) namespaces)
        todo (atom (seq work))
        run-some (bound-fn* (fn []
                              (when-let [[ns-sym error result] (ffirst (swap-vals! todo next))]
                                (deliver result (run-captured options ns-sym error))
                                (recur))))]
    (dotimes [_ jobs]
      (.start (Thread. ^Runnable run-some)))
    (doseq [[_ _ result] work]
      (let [[out error] @result]
        (t/with-test-out (print (str out)) (flush))
        (when error (throw error))))))

(defn- run-all
  [options]
  (binding [t/*report-counters* (ref t/*initial-report-counters*)]
    (if (< 1 (:jobs options))
      (run-in-threads options)
      (doseq [ns-sym (:namespaces options)]
        (run-namespace options ns-sym (load-failure ns-sym))))
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

(defn- compared
  "The two values of a failed (= a b) that are worth comparing, or nil: collections of a kind, and
  texts of several lines."
  [{:keys [type actual]}]
  (when (and (= type :fail) (seq? actual) (= 2 (count actual)) (= 'not (first actual)) (seq? (second actual)))
    (let [[f a b :as call] (second actual)]
      (when (and (= '= f) (= 3 (count call))
                 (or (and (coll? a) (coll? b))
                     (and (string? a) (string? b) (str/includes? (str a b) "\n"))))
        [a b]))))

(defn- print-marked
  "Prints the lines of a text, each after the mark."
  [mark text]
  (doseq [line (str/split-lines text)]
    (println (str "    " mark " " line))))

(defn- print-text-difference
  "Prints the lines of two texts from the first that differs to the last that does."
  [a b]
  (let [a (str/split a #"\n" -1)
        b (str/split b #"\n" -1)
        same (count (take-while true? (map = a b)))
        room (- (min (count a) (count b)) same)
        same-end (count (take-while true? (take room (map = (rseq a) (rseq b)))))]
    (println (str "  from line " (inc same) ":"))
    (print-marked "-" (str/join "\n" (subvec a same (- (count a) same-end))))
    (print-marked "+" (str/join "\n" (subvec b same (- (count b) same-end))))))

(defn- print-difference
  [a b]
  (if (string? a)
    (print-text-difference a b)
    (let [[only-a only-b] (data/diff a b)]
      (println "  differences:")
      (print-marked "-" (with-out-str (pp/pprint only-a)))
      (print-marked "+" (with-out-str (pp/pprint only-b))))))

(def ^:private plain-report t/report)

(defn- text-report
  "As clojure.test reports, and for an equality of collections or texts that fails what differs."
  [m]
  (plain-report m)
  (when-let [[a b] (compared m)]
    (t/with-test-out (print-difference a b))))

(defn run
  "Runs the tests of :namespaces (symbols) that :only (strings: ns or ns/test), :include and
  :exclude (keywords in the metadata of tests or namespaces) select, and reports in :format
  (\"text\", \"tap\" or \"junit\"). Returns the exit status: 0, or 1 when a test failed or none ran."
  [{:keys [format] :as options}]
  (binding [t/*test-out* *out*]
    (let [summary (case format
                    "tap" (binding [t/report tap-report] (run-all options))
                    "junit" (junit/with-junit-output (run-all options))
                    (binding [t/report text-report] (run-all options)))
          ran? (pos? (+ (:test summary) (:error summary)))]
      (when-not ran?
        (binding [*out* *err*]
          (println (str "No tests were found"
                        (when-let [only (seq (:only options))]
                          (str " for " (str/join ", " only)))
                        "."))))
      (if (and ran? (t/successful? summary)) 0 1))))
