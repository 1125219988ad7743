;; Macros that choose, thread and bind.

(defn- require-args
  "Throws, unless ok?, that the macro call requires something else."
  [form ok? requirement]
  (when-not ok?
    (throw (new IllegalArgumentException
                (str (first form) " requires " requirement " in " *ns* ":" (:line (meta form)))))))

(defn- binding-pair
  "The [target value] of the binding vector of a macro call, which must hold exactly those two."
  [form bindings]
  (require-args form (vector? bindings) "a vector for its binding")
  (require-args form (= 2 (count bindings)) "exactly 2 forms in binding vector")
  bindings)

(defn- specified-pair
  "As binding-pair, for the macros that complain as let does."
  [macro-name form bindings]
  (when-not (and (vector? bindings) (= 2 (count bindings)))
    (reject-call macro-name (next form)))
  (check-bindings bindings macro-name (next form))
  bindings)

(defmacro if-let
  "Evaluates the value of the one binding: when it is truthy, evaluates then with the target
  bound to it, otherwise else, without the binding."
  {:added "1.0" :arglists '([bindings then] [bindings then else & oldform])}
  ([] (reject-call 'clojure.core/if-let (next &form)))
  ([bindings] (reject-call 'clojure.core/if-let (next &form)))
  ([bindings then]
   (specified-pair 'clojure.core/if-let &form bindings)
   `(if-let ~bindings ~then nil))
  ([bindings then else & more]
   (when more (reject-call 'clojure.core/if-let (next &form)))
   (let [[target value] (specified-pair 'clojure.core/if-let &form bindings)]
     `(let [temp# ~value]
        (if temp#
          (let [~target temp#] ~then)
          ~else)))))

(defmacro when-let
  "Evaluates the value of the one binding and, when it is truthy, the body with the target bound
  to it."
  {:added "1.0" :arglists '([bindings & body])}
  ([] (reject-call 'clojure.core/when-let (next &form)))
  ([bindings & body]
   (let [[target value] (specified-pair 'clojure.core/when-let &form bindings)]
     `(let [temp# ~value]
        (when temp#
          (let [~target temp#] ~@body))))))

(defmacro if-some
  "As if-let, and chooses then for every value that is not nil, false included."
  {:added "1.6" :arglists '([bindings then] [bindings then else & oldform])}
  ([bindings then] `(if-some ~bindings ~then nil))
  ([bindings then else & more]
   (require-args &form (vector? bindings) "a vector for its binding")
   (require-args &form (nil? more) "1 or 2 forms after binding vector")
   (let [[target value] (binding-pair &form bindings)]
     `(let [temp# ~value]
        (if (nil? temp#)
          ~else
          (let [~target temp#] ~then))))))

(defmacro when-some
  "As when-let, and evaluates the body for every value that is not nil, false included."
  {:added "1.6"}
  [bindings & body]
  (let [[target value] (binding-pair &form bindings)]
    `(let [temp# ~value]
       (if (nil? temp#)
         nil
         (let [~target temp#] ~@body)))))

(defmacro when-first
  "When the seq of the binding's value is not empty, evaluates the body with the target bound to
  its first element. The value is evaluated once."
  {:added "1.0"}
  [bindings & body]
  (let [[target coll] (binding-pair &form bindings)]
    `(when-let [xs# (seq ~coll)]
       (let [~target (first xs#)] ~@body))))

(defmacro ..
  "Member access in a chain: (.. x (a 1) b) is (. (. x (a 1)) b)."
  {:added "1.0"}
  ([x form] (list '. x form))
  ([x form & more] (cons `.. (cons (list '. x form) more))))

(defmacro doto
  "Evaluates x once and each form with that value as its first argument, for their effects. The
  value is x."
  {:added "1.0"}
  [x & forms]
  (let [target (gensym "G__")]
    `(let [~target ~x]
       ~@(mapv (fn [form]
                      (with-meta
                        (if (seq? form)
                          (list* (first form) target (next form))
                          (list form target))
                        (meta form)))
                    forms)
       ~target)))

(defn- rebind-steps
  "The let bindings that give name the value of each step in turn."
  [name first-value steps]
  (reduce (fn [out step] (conj out name step)) [name first-value] steps))

(defmacro as->
  "Binds name to expr, then to the value of each form in turn; the last value is the value."
  {:added "1.5"}
  [expr name & forms]
  `(let ~(rebind-steps name expr (butlast forms)) ~(if forms (last forms) name)))

(defn- conditional-thread [arrow expr clauses]
  (when-not (even? (count clauses))
    (throw (new AssertionError "Assert failed: (even? (count clauses))")))
  (let [value (gensym)
        steps (loop [more (seq clauses) steps []]
                (if more
                  (recur (nnext more) (conj steps `(if ~(first more) (~arrow ~value ~(second more)) ~value)))
                  steps))]
    `(let ~(rebind-steps value expr (butlast steps))
       ~(if (seq steps) (last steps) value))))

(defmacro cond->
  "Takes pairs of a test and a form. Threads expr as -> does, but only through the forms whose
  tests are truthy. The tests do not see the threaded value, and all of them are evaluated."
  {:added "1.5"}
  [expr & clauses]
  (conditional-thread `-> expr clauses))

(defmacro cond->>
  "Takes pairs of a test and a form. Threads expr as ->> does, but only through the forms whose
  tests are truthy."
  {:added "1.5"}
  [expr & clauses]
  (conditional-thread `->> expr clauses))

(defn- some-thread [arrow expr forms]
  (let [value (gensym)
        steps (mapv (fn [form] `(if (nil? ~value) nil (~arrow ~value ~form))) forms)]
    (if (seq steps)
      `(let ~(rebind-steps value expr (butlast steps)) ~(last steps))
      expr)))

(defmacro some->
  "Threads expr as -> does and stops with nil at the first value that is nil."
  {:added "1.5"}
  [expr & forms]
  (some-thread `-> expr forms))

(defmacro some->>
  "Threads expr as ->> does and stops with nil at the first value that is nil."
  {:added "1.5"}
  [expr & forms]
  (some-thread `->> expr forms))

(defmacro condp
  "Compares expr by the binary predicate pred with one test after the other. A clause is `test
  result` or `test :>> f`; the first clause for which (pred test expr) is truthy yields its
  result, or f of what pred returned. A single last expression is the default; without one and
  without a match an IllegalArgumentException is thrown."
  {:added "1.0"}
  [pred expr & clauses]
  (let [p (gensym "pred__")
        x (gensym "expr__")
        expand (fn expand [clauses]
                 (cond
                   (nil? clauses)
                   `(throw (IllegalArgumentException. (str "No matching clause: " ~x)))

                   (nil? (next clauses))
                   (first clauses)

                   (and (= :>> (second clauses)) (nnext clauses))
                   (let [[test _ f & more] clauses]
                     `(if-let [p# (~p ~test ~x)]
                        (~f p#)
                        ~(expand (seq more))))

                   :else
                   (let [[test result & more] clauses]
                     `(if (~p ~test ~x)
                        ~result
                        ~(expand (seq more))))))]
    `(let [~p ~pred ~x ~expr]
       ~(expand (seq clauses)))))

(defn- case-tests
  "The constants of the clauses of a case with the results of their clauses."
  [clauses]
  (loop [more (seq clauses) tests {}]
    (if (nil? more)
      tests
      (let [test (first more) result (second more)]
        (recur (nnext more)
               (reduce (fn [tests c]
                         (when (contains? tests c)
                           (throw (new IllegalArgumentException
                                       (str "Duplicate case test constant: " c))))
                         (assoc tests c result))
                       tests
                       (if (seq? test) test (list test))))))))

(defn- case-entry
  "What a slot of a case leads to: [constant result], for several constants of one hash [hash choice]."
  [value default [number pairs]]
  (if (next pairs)
    [number `(condp = ~value ~@(reduce (fn [out [c result]] (conj out (list 'quote c) result)) [] pairs) ~default)]
    (first pairs)))

(defn- case-slots
  "The slots of a case, in order, each with [hash pairs]; hashes holds a [slot hash] for each pair."
  [hashes pairs]
  (reduce (fn [out i]
            (let [[slot number] (nth hashes i)]
              (assoc out slot [number (conj (get (get out slot) 1 []) (nth pairs i))])))
          (sorted-map)
          (range (count pairs))))

(defn- case-form
  "The case* of a map from constants to results, laid out as the JVM's: walkers of code know that form."
  [value default tests]
  (let [constants (vec (keys tests))
        [shift mask compact? hashes ints?] (-case-layout constants)
        slots (case-slots hashes (mapv (fn [c] [(if ints? (int c) c) (get tests c)]) constants))
        shared (reduce (fn [out [slot [_ pairs]]] (if (next pairs) (conj out slot) out)) #{} slots)
        entries (reduce (fn [out [slot found]] (assoc out slot (case-entry value default found))) slots slots)]
    (list* 'case* value shift mask default entries (if compact? :compact :sparse)
           (if ints?
             [:int]
             [(if (every? keyword? constants) :hash-identity :hash-equiv) (if (seq shared) shared nil)]))))

(defn- without-empty-tests
  "The clauses but those of (): no constant leads to their branches, which are not even compiled."
  [clauses]
  (loop [more (seq clauses) kept []]
    (cond
      (nil? more) kept
      (and (seq? (first more)) (empty? (first more))) (recur (nnext more) kept)
      :else (recur (nnext more) (conj (conj kept (first more)) (second more))))))

(defmacro case
  "Chooses the clause whose constant equals the value of e. A clause is `constant result`, or
  `(constant…) result` for several; constants are not evaluated. A single last expression is the
  default; without one and without a match an IllegalArgumentException is thrown. The time taken
  does not depend on the number of clauses."
  {:added "1.2"}
  [e & clauses]
  (let [value (gensym)
        default (if (odd? (count clauses))
                  (last clauses)
                  `(throw (IllegalArgumentException. (str "No matching clause: " ~value))))
        clauses (if (odd? (count clauses)) (butlast clauses) clauses)
        tests? (seq clauses)
        clauses (without-empty-tests clauses)]
    ;; The JVM's case looks for the greatest of the constants.
    (when (and tests? (empty? clauses))
      (throw (new clojure.lang.ArityException 0 "clojure.core/max")))
    (if (empty? clauses)
      `(let [~value ~e] ~default)
      `(let [~value ~e]
         ~(case-form value default (case-tests clauses))))))

(defmacro letfn
  "Binds names to local functions that may all call each other: each spec is
  (name [params*] exprs*) or (name ([params*] exprs*)+)."
  {:added "1.0"}
  [fnspecs & body]
  (list* 'letfn*
         (reduce (fn [out spec] (conj out (first spec) (cons `fn spec))) [] fnspecs)
         body))

(defmacro lazy-cat
  "The concatenation of the given expressions, each evaluated only when its elements are needed."
  {:added "1.0"}
  [& colls]
  (cons `concat (mapv (fn [coll] (list `lazy-seq coll)) colls)))

(defmacro locking
  "Evaluates the body while the thread holds the monitor of x."
  {:added "1.0"}
  [x & body]
  `(let [lock# ~x]
     (try
       (monitor-enter lock#)
       ~@body
       (finally
         (monitor-exit lock#)))))

(defmacro with-open
  "Evaluates the body with the names bound to the values, and then calls .close on each value in
  reverse order, whether the body returned or threw."
  {:added "1.0"}
  [bindings & body]
  (require-args &form (vector? bindings) "a vector for its binding")
  (require-args &form (even? (count bindings)) "an even number of forms in binding vector")
  (cond
    (empty? bindings) (cons 'do body)
    (symbol? (first bindings)) `(let ~(subvec bindings 0 2)
                                  (try
                                    (with-open ~(subvec bindings 2) ~@body)
                                    (finally
                                      (. ~(first bindings) close))))
    :else (throw (new IllegalArgumentException "with-open only allows Symbols in bindings"))))

(defmacro time
  "Evaluates expr, prints how many milliseconds that took, and yields its value."
  {:added "1.0"}
  [expr]
  `(let [start# (. System (nanoTime))
         value# ~expr]
     (prn (str "Elapsed time: "
               (/ (double (- (. System (nanoTime)) start#)) 1000000.0)
               " msecs"))
     value#))

(defmacro memfn
  "A function that calls the method name with the given number of arguments on its first
  argument: (memfn charAt i) is (fn [target i] (.charAt target i))."
  {:added "1.0"}
  [name & args]
  (let [target (with-meta (gensym "G__") {:tag (:tag (meta name))})]
    `(fn [~target ~@args] (. ~target (~name ~@args)))))
