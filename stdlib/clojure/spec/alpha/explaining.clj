;; Why a value does not conform: explain and its relatives.

(in-ns 'clojure.spec.alpha)

(defn- problem [path pred x via in]
  {:path path :pred pred :val x :via via :in in})

(defn- problem-because [path reason pred x via in]
  {:path path :reason reason :pred pred :val x :via via :in in})

(defn- via-named [via spec]
  (if-let [name (spec-name spec)] (conj via name) via))

(defn- explain-1
  "The problems of x with pred, a spec or a predicate, that it is known not to conform to."
  [form pred path via in x]
  (if-let [spec (part-spec pred)]
    (explain* spec path (via-named via spec) in x)
    [(problem path form x via in)]))

(defn- explain-through
  "The problems of x with the first of preds that what the others made of it does not conform to."
  [forms preds path via in x]
  (loop [x x preds (seq preds) forms (seq forms)]
    (when preds
      (let [conformed (dt (first preds) x (first forms))]
        (if (invalid? conformed)
          (explain-1 (first forms) (first preds) path via in x)
          (recur conformed (next preds) (next forms)))))))

(defn explain-data*
  "explain-data within other data: path, via and in are what the problems' begin with."
  [spec path via in x]
  (let [problems (explain* (specize spec) path via in x)]
    (when-not (empty? problems)
      {::problems problems ::spec spec ::value x})))

(defn explain-data
  "nil when x conforms to the spec, otherwise a map with a collection of problems under
  :clojure.spec.alpha/problems. Each is a map of :path (the keys of the parts of the spec), :pred
  (the form of the predicate), :val (the value that failed), :via (the names of the specs), :in
  (where in x the value is) and perhaps :reason."
  [spec x]
  (explain-data* spec [] (via-named [] spec) [] x))

(defn explain-printer
  "Prints explain-data, a line for each problem, those deepest in the data first; \"Success!\" for
  nil. What *explain-out* is at first."
  [ed]
  (if ed
    (doseq [{:keys [path pred val reason via in] :as problem}
            (sort-by (fn [{:keys [path in]}] [(- (count path)) (- (count in))]) (::problems ed))]
      (pr val)
      (print " - failed: ")
      (if reason (print reason) (pr (abbrev pred)))
      (doseq [[label part] [[" in: " (seq in)] [" at: " (seq path)]] :when part]
        (print label)
        (pr (vec part)))
      (when (seq via)
        (print " spec: ")
        (pr (last via)))
      (doseq [[k v] (dissoc problem :path :pred :val :reason :via :in)]
        (print "\n\t ")
        (pr k)
        (print "  ")
        (pr v))
      (newline))
    (println "Success!")))

(def ^{:dynamic true
       :clojure.main/session true
       :doc "The function that prints explain-data for explain-out. A program may set! it."}
  *explain-out* explain-printer)

(defn explain-out
  "Prints explain-data by the function in *explain-out*."
  [ed]
  (*explain-out* ed))

(defn explain
  "Prints why x does not conform to the spec, or that it does."
  [spec x]
  (explain-out (explain-data spec x)))

(defn explain-str
  "What explain prints, as a string."
  [spec x]
  (with-out-str (explain spec x)))
