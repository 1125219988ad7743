;; Vars, thread bindings and metadata.

(defmacro binding
  "Evaluates the body with the dynamic vars bound, for this thread, to the values, which are all
  evaluated before."
  {:added "1.0"}
  [bindings & body]
  (require-args &form (vector? bindings) "a vector for its binding")
  (require-args &form (even? (count bindings)) "an even number of forms in binding vector")
  `(let []
     (push-thread-bindings (array-map ~@(mapcat (fn [[name value]] [(list 'var name) value]) (partition 2 bindings))))
     (try
       ~@body
       (finally
         (pop-thread-bindings)))))

(defn with-bindings*
  "Calls f with the arguments while the vars of the map are bound to its values."
  {:added "1.1"}
  [binding-map f & args]
  (push-thread-bindings binding-map)
  (try
    (apply f args)
    (finally
      (pop-thread-bindings))))

(defmacro with-bindings
  "Evaluates the body while the vars of the map are bound to its values."
  {:added "1.1"}
  [binding-map & body]
  `(with-bindings* ~binding-map (fn [] ~@body)))

(defn bound-fn*
  "A function that calls f with the thread bindings that are in place now."
  {:added "1.1"}
  [f]
  (let [bindings (get-thread-bindings)]
    (fn [& args]
      (apply with-bindings* bindings f args))))

(defmacro bound-fn
  "As fn, for a function that runs with the thread bindings of the place where it was made."
  {:added "1.1"}
  [& fntail]
  `(bound-fn* (fn ~@fntail)))

(defn with-redefs-fn
  "Calls func while the roots of the vars of the map are its values, visible in all threads, and
  then puts the old roots back."
  {:added "1.3"}
  [binding-map func]
  ;; Between the first bindRoot and the last any function of clojure.core may be another one: only
  ;; members and instructions are used there.
  (let [vars (vec (keys binding-map))
        roots (mapv (fn [v] (.getRawRoot ^clojure.lang.Var v)) vars)
        values (vec (vals binding-map))
        bind-roots (fn [values]
                     (loop [i 0]
                       (if (< i (count vars))
                         (do
                           (.bindRoot ^clojure.lang.Var (nth vars i) (nth values i))
                           (recur (inc i)))
                         nil)))]
    (try
      (bind-roots values)
      (func)
      (finally
        (bind-roots roots)))))

(defmacro with-redefs
  "Evaluates the body while the vars have the values as their roots, visible in all threads."
  {:added "1.3"}
  [bindings & body]
  `(with-redefs-fn ~(into {} (map (fn [[name value]] [(list 'var name) value])) (partition 2 bindings))
     (fn [] ~@body)))

(defmacro with-local-vars
  "Evaluates the body with the names bound to fresh vars that have the values as thread bindings:
  var-get, deref and var-set work on them."
  {:added "1.0"}
  [name-vals-vec & body]
  (require-args &form (vector? name-vals-vec) "a vector for its binding")
  (require-args &form (even? (count name-vals-vec)) "an even number of forms in binding vector")
  (let [names (take-nth 2 name-vals-vec)
        values (take-nth 2 (rest name-vals-vec))]
    `(let [~@(mapcat (fn [n] [n `(-make-local-var)]) names)]
       (push-thread-bindings (hash-map ~@(interleave names values)))
       (try
         ~@body
         (finally
           (pop-thread-bindings))))))

(defn test
  "Calls the function under :test in the metadata of v; returns :ok, or :no-test without one."
  {:added "1.0"}
  [v]
  (if-let [f (:test (meta v))]
    (do (f) :ok)
    :no-test))

(defmacro with-precision
  "Evaluates the body with BigDecimal arithmetic rounded to precision digits. The body may begin
  with :rounding and one of CEILING, FLOOR, HALF_UP, HALF_DOWN, HALF_EVEN, UP, DOWN and
  UNNECESSARY."
  {:added "1.0"}
  [precision & exprs]
  (let [rounding? (= (first exprs) :rounding)
        mode (when rounding? (second exprs))
        body (if rounding? (nnext exprs) exprs)]
    `(binding [*math-context*
               (new java.math.MathContext ~precision
                    ~@(when rounding?
                        [(list '. 'java.math.RoundingMode mode)]))]
       ~@body)))
