;; clojure.spec.test.alpha: functions checked by their specs, as they are called (instrument) and by
;; generated calls (check). The latter needs clojure.test.check on the class path.
;;
;; A library of this name on the class path takes the place of this one.

(ns clojure.spec.test.alpha
  "Checks functions by their specs."
  (:require [clojure.pprint :as pprint]
            [clojure.spec.alpha :as s]
            [clojure.spec.gen.alpha :as gen]
            [clojure.string :as str]))

(defn ->sym
  "The symbol of a var, and anything else as it is."
  [x]
  (if (var? x) (symbol x) x))

(defn- as-coll [x]
  (if (coll? x) x (list x)))

(defn- function-name?
  "Is k the name of a function, as far as it names a var?"
  [k]
  (and (symbol? k) (not (:macro (meta (resolve k))))))

(defn enumerate-namespace
  "The set of the symbols of all vars of a namespace, or of several."
  [ns-sym-or-syms]
  (into #{}
        (mapcat (fn [ns-sym] (map #(symbol (name ns-sym) (name %)) (keys (ns-interns ns-sym)))))
        (as-coll ns-sym-or-syms)))

;; Instrumentation

(def ^{:private true :dynamic true :doc "False while calls are not checked."}
  *instrument-enabled* true)

(defmacro with-instrument-disabled
  "The value of the body, in which calls of instrumented functions are not checked."
  [& body]
  `(binding [*instrument-enabled* nil] ~@body))

(defonce ^{:private true :doc "From var to {:raw function, :wrapped its checked form}."}
  instrumented-vars (atom {}))

(defn- caller-of-check
  "Where the first function on the stack is that is not of spec and its checks."
  []
  (let [own? (fn [^StackTraceElement element]
               (re-find #"^clojure\.spec\.(test\.)?alpha\$|^clojure\.core\$apply$|^[^$]*$"
                        (.getClassName element)))]
    (when-let [^StackTraceElement element (first (remove own? (.getStackTrace (Throwable.))))]
      (let [[ns-part fn-part & local-parts] (map clojure.lang.Compiler/demunge
                                                 (str/split (.getClassName element) #"\$"))]
        (cond-> {:file (.getFileName element)
                 :line (.getLineNumber element)}
          fn-part (assoc :var-scope (symbol ns-part fn-part))
          local-parts (assoc :local-fn (symbol (str/replace (last local-parts) #"(--\d+)+$" ""))
                             :thunk? false))))))

(defn- check-args
  "Throws when the arguments of a call do not conform."
  [v arg-spec args]
  (when-not (s/valid? arg-spec args)
    (let [caller (caller-of-check)]
      (throw (ex-info (str "Call to " (->sym v) " did not conform to spec.")
                      (cond-> (assoc (s/explain-data* arg-spec [] [] [] args)
                                     ::s/fn (->sym v)
                                     ::s/args args
                                     ::s/failure :instrument)
                        caller (assoc ::caller caller)))))))

(defn- fixed-params-of-keyword-fn
  "How many arguments come before the keyword arguments of the function in v, or nil when it takes
  none."
  [v]
  (some (fn [params]
          (let [[fixed [_ rest-param]] (split-with #(not= '& %) params)]
            (when (map? rest-param) (count fixed))))
        (:arglists (meta v))))

(defn- spread-last-map
  "The arguments with the map that ends the keyword arguments, if one does, spread out."
  [fixed args]
  (let [keyword-args (drop fixed args)]
    (if (odd? (count keyword-args))
      (concat (take fixed args) (butlast keyword-args) (mapcat identity (seq (last keyword-args))))
      args)))

(defn- checking-fn [v f fspec]
  (let [arg-spec (:args (s/spec fspec))
        fixed (fixed-params-of-keyword-fn v)]
    (fn [& args]
      (if *instrument-enabled*
        (do
          (when arg-spec
            (with-instrument-disabled
              (check-args v arg-spec (if (and fixed args) (spread-last-map fixed args) args))))
          (binding [*instrument-enabled* true] (apply f args)))
        (apply f args)))))

(defn- replacement
  "What a var is to call after its arguments are checked."
  [f spec sym {:keys [stub replace] :as opts}]
  (if (contains? stub sym)
    (gen/generate (s/gen spec (:gen opts)))
    (get replace sym f)))

(defn- instrument-one [sym opts]
  (when-let [v (resolve sym)]
    (when-not (:macro (meta v))
      (let [spec (s/get-spec v)
            override (get (:spec opts) sym)
            {:keys [raw wrapped]} (get @instrumented-vars v)
            current @v
            original (if (= wrapped current) raw current)
            spec (or override spec)]
        (when-not spec
          (throw (ex-info (str "Fn at " v " is not spec'ed.")
                          {:var v :spec spec ::s/failure :no-fspec})))
        (let [checked (checking-fn v (replacement original spec sym opts) spec)]
          (alter-var-root v (constantly checked))
          (swap! instrumented-vars assoc v {:raw original :wrapped checked})
          (->sym v))))))

(defn- unstrument-one [sym]
  (when-let [v (resolve sym)]
    (when-let [{:keys [raw wrapped]} (get @instrumented-vars v)]
      (swap! instrumented-vars dissoc v)
      (when (= wrapped @v)
        (alter-var-root v (constantly raw))
        (->sym v)))))

(defn- names-with-specs [overrides]
  (into #{} cat [(filter function-name? (keys (s/registry))) overrides]))

(defn instrumentable-syms
  "The set of the symbols of functions that instrument takes with these options."
  ([] (instrumentable-syms nil))
  ([opts]
   (assert (every? ident? (keys (:gen opts))) "instrumentable :gen expects ident keys")
   (names-with-specs (concat (keys (:spec opts)) (:stub opts) (keys (:replace opts))))))

(defn instrument
  "Has the arguments of calls of functions checked: those named by a symbol or a collection of
  symbols, or all that have a spec. Each var gets a function that throws an ExceptionInfo when the
  arguments do not conform to :args of its spec, and otherwise calls the one that was there. Returns
  the symbols of the functions. Options:

  :spec     a map from symbols to specs that take the place of the registered ones
  :stub     a set of symbols of functions not to be called: the result is generated by :ret
  :gen      a map from names of specs to generators, for stubs
  :replace  a map from symbols to functions to call instead"
  ([] (instrument (instrumentable-syms)))
  ([sym-or-syms] (instrument sym-or-syms nil))
  ([sym-or-syms opts]
   (assert (every? ident? (keys (:gen opts))) "instrument :gen expects ident keys")
   (let [possible (instrumentable-syms opts)]
     (into [] (comp (filter possible) (distinct) (map #(instrument-one % opts)) (remove nil?))
           (as-coll sym-or-syms)))))

(defn unstrument
  "Undoes what instrument did to the functions named, or to all. Returns their symbols."
  ([] (unstrument (map ->sym (keys @instrumented-vars))))
  ([sym-or-syms]
   (into [] (comp (filter symbol?) (keep unstrument-one)) (as-coll sym-or-syms))))

;; Generated calls

(defn- check-part
  "nil when a value conforms to the part of a function's spec that role names, otherwise the
  exception that tells why it does not."
  [args spec x role]
  (when-not (s/valid? spec x)
    (ex-info "Specification-based check failed"
             (assoc (s/explain-data* spec [role] [] [] x)
                    ::args args
                    ::val x
                    ::s/failure :check-failed))))

(defn- check-call
  "true when a call of f with args conforms to the specs, otherwise the exception that tells why it
  does not."
  [f specs args]
  (let [conformed-args (when (:args specs) (s/conform (:args specs) args))]
    (if (s/invalid? conformed-args)
      (check-part args (:args specs) args :args)
      (let [ret (apply f args)]
        (or (when (:ret specs) (check-part args (:ret specs) ret :ret))
            (when (and (:args specs) (:ret specs) (:fn specs))
              (check-part args (:fn specs)
                          {:args conformed-args :ret (s/conform (:ret specs) ret)}
                          :fn))
            true)))))

(defn- run-calls [f specs {:keys [gen] options :clojure.spec.test.check/opts}]
  (let [args-gen (try (s/gen (:args specs) gen) (catch Throwable thrown thrown))]
    (if (instance? Throwable args-gen)
      {:result args-gen}
      (apply gen/quick-check
             (get options :num-tests 1000)
             (gen/for-all* [args-gen] #(check-call f specs %))
             (mapcat identity options)))))

(defn- check-result [sym spec {:keys [result shrunk] :as ret}]
  (let [failure (if shrunk (:result shrunk) (when-not (true? result) result))]
    (cond-> {:spec spec :clojure.spec.test.check/ret ret}
      sym (assoc :sym sym)
      failure (assoc :failure failure))))

(defn- check-one
  "The result of testing the function in the var v, or f."
  [{:keys [sym v f spec]} opts]
  (let [checked? (and v (seq (unstrument sym)))
        failed (fn [message failure]
                 {:failure (ex-info message {::s/failure failure}) :sym sym :spec spec})]
    (try
      (let [f (or f (when (and v (bound? v)) @v))
            specs (s/spec spec)]
        (cond
          (or (nil? f) (:macro (meta v))) (failed "No fn to spec" :no-fn)
          (:args specs) (check-result sym spec (run-calls f specs opts))
          :else (failed "No :args spec" :no-args-spec)))
      (finally
        (when checked? (instrument sym))))))

(defn- validate-check-opts [opts]
  (assert (every? ident? (keys (:gen opts))) "check :gen expects ident keys"))

(defn check-fn
  "Tests the function f by the spec. Options and result as for check."
  ([f spec] (check-fn f spec nil))
  ([f spec opts]
   (validate-check-opts opts)
   (check-one {:f f :spec spec} opts)))

(defn checkable-syms
  "The set of the symbols of functions that check takes with these options."
  ([] (checkable-syms nil))
  ([opts]
   (validate-check-opts opts)
   (names-with-specs (keys (:spec opts)))))

(defn check
  "Tests functions by their specs with generated arguments: those named by a symbol or a collection
  of symbols, or all that have a spec. Options:

  :clojure.spec.test.check/opts  options of clojure.test.check/quick-check, and :num-tests (1000)
  :gen                           a map from names of specs to functions that return generators

  Returns a lazy seq of maps with

  :spec, :sym                    the spec and the symbol of the function
  :clojure.spec.test.check/ret   what quick-check returned
  :failure                       if it failed, the exception, which may be one of the function's own.
                                 One of spec has :clojure.spec.alpha/failure in its data:
                                 :check-failed, :no-args-spec, :no-fn, :no-fspec, :no-gen or
                                 :instrument"
  ([] (check (checkable-syms)))
  ([sym-or-syms] (check sym-or-syms nil))
  ([sym-or-syms opts]
   (let [syms (filter (checkable-syms opts) (as-coll sym-or-syms))]
     (pmap (fn [sym]
             (let [v (resolve sym)]
               (check-one {:sym sym :v v :spec (or (get (:spec opts) sym) (s/get-spec (or v sym)))}
                          opts)))
           syms))))

;; Results

(defn- failure-type [failure]
  (::s/failure (ex-data failure)))

(defn abbrev-result
  "A result of check, shortened for a summary."
  [x]
  (if-let [failure (:failure x)]
    (-> (dissoc x :clojure.spec.test.check/ret)
        (update :spec s/describe)
        (assoc :failure (if (failure-type failure) (ex-data failure) failure)))
    (dissoc x :spec :clojure.spec.test.check/ret)))

(defn- result-type [{:keys [failure]}]
  (cond
    (nil? failure) :check-passed
    (failure-type failure) (failure-type failure)
    :else :check-threw))

(defn summarize-results
  "Prints each of the results of check by clojure.pprint, as summary-result (abbrev-result) makes it.
  Returns a map with their number under :total, and the number of each type of result."
  ([check-results] (summarize-results check-results abbrev-result))
  ([check-results summary-result]
   (reduce (fn [summary result]
             (pprint/pprint (summary-result result))
             (-> summary
                 (update :total inc)
                 (update (result-type result) (fnil inc 0))))
           {:total 0}
           check-results)))
