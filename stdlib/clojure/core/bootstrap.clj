;; The first forms of clojure.core: from special forms and native functions to fn, let, loop,
;; defn and defmacro.
;;
;; Everything above `defmacro` is written with fn*, let* and loop*. A binding form whose targets
;; are all plain symbols never needs `destructure`, so fn and let are complete from the start
;; and destructuring.clj gives them the rest.

(def ^{:arglists '([] [x] [x y] [x y & zs])
       :added "1.0"
       :doc "A lazy seq of the elements of the given collections, one collection after the other.
  Chunks of the arguments stay chunks. With no arguments the seq is empty."}
  concat
  (fn*
    ([] (new clojure.lang.LazySeq (fn* [] nil)))
    ([x] (new clojure.lang.LazySeq (fn* [] x)))
    ([x y] (-lazy-concat x y))
    ([x y & zs] (-lazy-concat-all (-lazy-concat x y) zs))))

(def ^{:private true
       :doc "What clojure.spec.alpha finds wrong with the arguments of a call of a macro, by the specs
  that are part of the runtime: explain-data, or nil."}
  call-problems
  (fn* [macro-name args]
    (let* [explain (-library-value "clojure.spec.alpha" "call-problems")]
      (if explain (explain macro-name args) nil))))

(def ^{:private true
       :doc "Throws what a macro throws when its arguments have the wrong shape."}
  reject-call
  (fn* [macro-name args]
    (let* [problems (call-problems macro-name args)]
      (throw (ex-info (str "Call to " macro-name " did not conform to spec.")
                      (if problems problems {:clojure.spec.alpha/args args}))))))

(def ^{:private true
       :doc "reject-call, when clojure.spec.alpha finds something wrong. It takes its time: for calls
  that are not of the common shapes."}
  check-unusual-call
  (fn* [macro-name args]
    (if (call-problems macro-name args) (reject-call macro-name args) nil)))

;; Set in destructuring.clj.
(def destructure)

(def ^{:private true
       :doc "Whether x can name a local: a symbol without a namespace, and not &."}
  local-name?
  (fn* [x] (if (symbol? x) (if (nil? (namespace x)) (not (= x '&)) false) false)))

(def ^{:private true
       :doc "True when every other element of bindings, from the first, is the name of a local."}
  plain-targets?
  (fn* [bindings]
    (loop* [more (seq bindings)]
      (if more
        (if (local-name? (first more)) (recur (nnext more)) false)
        true))))

(def ^{:private true
       :doc "True when every other element of bindings, from the first, is a symbol."}
  symbol-targets?
  (fn* [bindings]
    (loop* [more (seq bindings)]
      (if more
        (if (symbol? (first more)) (recur (nnext more)) false)
        true))))

(def ^{:private true
       :doc "True when a parameter vector needs no destructuring. Throws when & is not followed by
  exactly one parameter, or a parameter has a namespace."}
  plain-params?
  (fn* [params macro-name call]
    (loop* [more (seq params)]
      (if more
        (if (symbol? (first more))
          (if (= '& (first more))
            (if (if (next more) (nil? (nnext more)) false)
              (recur (next more))
              (reject-call macro-name call))
            (if (nil? (namespace (first more)))
              (recur (next more))
              (reject-call macro-name call)))
          false)
        true))))

;; Set in destructuring.clj: throw when parameters or bindings have the wrong shape.
(def ^:private check-params)
(def ^:private check-bindings)

(def ^{:private true
       :doc "The method ([params] body…) with conditions {:pre […] :post […]} turned into asserts."}
  add-conditions
  (fn* [conditions body]
    (let* [asserts (fn* [tests]
                     (loop* [tests (seq tests) out []]
                       (if tests
                         (recur (next tests)
                                (conj out (list 'clojure.core/assert (first tests))))
                         out)))
           post (seq (get conditions :post))
           guarded (if post
                     (list (list* 'clojure.core/let
                                  ['% (if (next body) (cons 'do body) (first body))]
                                  (concat (asserts post) (list '%))))
                     body)]
      (seq (concat (asserts (get conditions :pre)) guarded)))))

(def ^{:private true
       :doc "One method of fn as fn* wants it: conditions become asserts, and a parameter that is
  not a symbol becomes a fresh name that a let around the body takes apart."}
  plain-method
  (fn* [method call]
    (let* [params (first method)
           _ (if (vector? params) nil (reject-call 'clojure.core/fn call))
           given (next method)
           conditions (if (map? (first given))
                        (if (next given) (first given) nil)
                        nil)
           body (if conditions (next given) given)
           conditions (if conditions conditions (meta params))
           body (if (if (get conditions :pre) true (get conditions :post))
                  (add-conditions conditions body)
                  body)]
      (if (plain-params? params 'clojure.core/fn call)
        (cons params body)
        (loop* [more (do (check-params params 'clojure.core/fn call) (seq params)) names [] lets []]
          (if more
            (let* [p (first more)]
              (if (symbol? p)
                (recur (next more) (conj names p) lets)
                (let* [g (gensym "p__")]
                  (recur (next more) (conj names g) (conj (conj lets p) g)))))
            (list (with-meta names (meta params))
                  (list* 'clojure.core/let lets body))))))))

(def ^{:macro true
       :added "1.0"
       :arglists '([& sigs])
       :doc "Makes a function: (fn name? [params*] condition-map? exprs*) or, with several arities,
  (fn name? ([params*] condition-map? exprs*)+). Parameters may be destructuring forms. The
  condition map {:pre [tests] :post [tests]} is asserted before and after the body; % stands
  for the result in :post. The optional name is bound to the function itself in the body."}
  fn
  (fn* [&form &env & sigs]
    (let* [self (if (local-name? (first sigs)) (first sigs) nil)
           sigs (if self (next sigs) sigs)
           methods (if (vector? (first sigs))
                     (list (plain-method sigs (next &form)))
                     (if (seq sigs)
                       (loop* [more (seq sigs) out []]
                         (if more
                           (if (seq? (first more))
                             (recur (next more) (conj out (plain-method (first more) (next &form))))
                             (reject-call 'clojure.core/fn (next &form)))
                           out))
                       (reject-call 'clojure.core/fn (next &form))))]
      (with-meta (if self (list* 'fn* self methods) (cons 'fn* methods))
                 (meta &form)))))

(def ^{:private true
       :doc "A parameter vector as :arglists shows it: a class that its hint names is named in full."}
  shown-params
  (fn* [params]
    (let* [tag (get (meta params) :tag)
           cls (if (symbol? tag) (if (namespace tag) nil (if (= -1 (.indexOf (name tag) ".")) (resolve tag) nil)) nil)]
      (if (class? cls)
        (with-meta params (assoc (meta params) :tag (symbol (.getName cls))))
        params))))

(def ^{:private true
       :doc "The parameter vectors of the methods of a function, without those that every macro has."}
  sigs
  (fn* [methods]
    (loop* [ms (seq methods) out []]
      (if ms
        (let* [params (first (first ms))
               written (if (= '&form (first params)) (with-meta (into [] (next (next params))) (meta params)) params)]
          (recur (next ms) (conj out (shown-params written))))
        (seq out)))))


(def ^{:private true
       :doc "Splits what follows the name in defn and defmacro into [metadata methods]."}
  definition-parts
  (fn* [macro-name definition]
    (let* [sym (first definition)
           _ (if (if (symbol? sym) (nil? (namespace sym)) false) nil (reject-call macro-name definition))
           more (next definition)
           doc (if (string? (first more)) {:doc (first more)} {})
           more (if (string? (first more)) (next more) more)
           attributes (if (map? (first more)) (first more) {})
           more (if (map? (first more)) (next more) more)
           methods (if (vector? (first more)) (list more) more)
           trailing (if (map? (last methods)) (last methods) {})
           methods (if (map? (last methods)) (butlast methods) methods)
           _ (loop* [ms (seq methods)]
               (if ms
                 (if (if (seq? (first ms)) (vector? (first (first ms))) false)
                   (let* [params (first (first ms))]
                     (if (plain-params? params macro-name definition)
                       nil
                       (check-params params macro-name definition))
                     (recur (next ms)))
                   (reject-call macro-name definition))
                 (if methods nil (reject-call macro-name definition))))
           arglists (list 'quote (sigs methods))]
      [(conj (if (meta sym) (meta sym) {})
             (conj {:arglists arglists} (conj doc (conj attributes trailing))))
       methods])))

(def ^{:macro true
       :added "1.0"
       :arglists '([name doc-string? attr-map? [params*] prepost-map? body]
                   [name doc-string? attr-map? ([params*] prepost-map? body) + attr-map?])
       :doc "Defines name as a function, as (def name (fn …)) would, and records the docstring,
  the attributes and the :arglists in the metadata of the var."}
  defn
  (fn* [&form &env & definition]
    (let* [parts (definition-parts 'clojure.core/defn definition)]
      (list 'def (with-meta (first definition) (nth parts 0))
            (with-meta (cons 'clojure.core/fn (nth parts 1))
                       (conj (if (meta &form) (meta &form) {})
                             {:rettag (get (nth parts 0) :tag)}))))))

(def ^{:macro true
       :added "1.0"
       :arglists '([name doc-string? attr-map? [params*] body]
                   [name doc-string? attr-map? ([params*] body) + attr-map?])
       :doc "Defines name as a macro: a function from the unevaluated argument forms of a call to
  the form that replaces the call. The body also sees &form, the whole call, and &env, the
  locals at the place of the call."}
  defmacro
  (fn* [&form &env name & more]
    (let* [with-implicit (fn* [params] (with-meta (into ['&form '&env] params) (meta params)))
           definition (loop* [out [name] before-methods true more (seq more)]
                        (let* [part (first more)
                               single (if before-methods (vector? part) false)
                               other (if (string? part) true (map? part))]
                          (if single
                            (conj out (cons (with-implicit part) (next more)))
                            (if more
                              (recur (conj out (if other part (cons (with-implicit (first part)) (next part))))
                                     (if before-methods other false)
                                     (next more))
                              out))))
           parts (definition-parts 'clojure.core/defn (seq definition))]
      (list 'def (with-meta (first definition) (assoc (nth parts 0) :macro true))
            (cons 'clojure.core/fn (nth parts 1))))))

(defmacro defn-
  "Like defn, and the var is private to its namespace."
  {:added "1.0" :arglists '([name & decls])}
  [& args]
  (definition-parts 'clojure.core/defn- args)
  (let* [name (first args)]
    (list* `defn (with-meta name (assoc (meta name) :private true)) (next args))))

(defmacro let
  "Evaluates exprs with names bound: bindings is a vector of targets and values, each value
  sees the bindings before it. A target is a symbol, or a vector or map that is destructured."
  {:added "1.0" :arglists '([bindings & body])}
  [& args]
  (if (if (vector? (first args)) (zero? (rem (count (first args)) 2)) false)
    (list* 'let*
           (if (plain-targets? (first args))
             (first args)
             (do
               (check-bindings (first args) 'clojure.core/let args)
               (destructure (first args))))
           (next args))
    (reject-call 'clojure.core/let args)))

(defmacro loop
  "Like let, and a recur in tail position of the body binds the targets anew and starts the
  body again. Each recur gives as many values as there are targets."
  {:added "1.0"}
  [bindings & body]
  (if (if (vector? bindings) (zero? (rem (count bindings) 2)) false)
    (if (symbol-targets? bindings)
      (list* 'loop* bindings body)
      ;; The loop runs over plain names; targets are taken apart once outside, so that later
      ;; initial values see them, and again on every turn.
      (let [_ (destructure bindings) ; refuses other targets
            expand (fn* [more inits turns takes]
                     (if more
                       (let [target (first more)
                             value (first (next more))]
                         (if (symbol? target)
                           (recur (nnext more)
                                  (conj inits target value)
                                  (conj turns target target)
                                  (conj takes target target))
                           (let [g (gensym "loop__")]
                             (recur (nnext more)
                                    (conj inits g value target g)
                                    (conj turns g g)
                                    (conj takes target g)))))
                       (list `let inits
                             (list 'loop* turns (list* `let takes body)))))]
        (expand (seq bindings) [] [] [])))
    (throw (new IllegalArgumentException
                (str (first &form)
                     (if (vector? bindings)
                       " requires an even number of forms in binding vector in "
                       " requires a vector for its binding in ")
                     *ns* ":" (:line (meta &form)))))))

(defmacro declare
  "Interns the names as vars without values, so that code may mention them before their
  definitions."
  {:added "1.0"}
  [& names]
  (cons 'do (loop [more (seq names) out []]
              (if more
                (let [n (first more)]
                  (recur (next more)
                         (conj out (list 'def (with-meta n (assoc (meta n) :declared true))))))
                out))))

(defmacro when
  "Evaluates the body, as in do, when test is truthy; otherwise nil."
  {:added "1.0"}
  [test & body]
  (list 'if test (cons 'do body)))

(defmacro when-not
  "Evaluates the body, as in do, when test is nil or false; otherwise nil."
  {:added "1.0"}
  [test & body]
  (list 'if test nil (cons 'do body)))

(defmacro if-not
  "Chooses then when test is nil or false and else (nil when absent) otherwise."
  {:added "1.0"}
  ([test then] (list 'clojure.core/if-not test then nil))
  ([test then else] (list 'if (list 'clojure.core/not test) then else)))

(defmacro cond
  "Takes pairs of a test and an expression. The value is that of the expression after the first
  truthy test; the other expressions are not evaluated. Without such a test it is nil. A last
  test of :else always holds, as any truthy constant would."
  {:added "1.0"}
  [& clauses]
  (when clauses
    (when-not (next clauses)
      (throw (new IllegalArgumentException "cond requires an even number of forms")))
    (list 'if (first clauses) (second clauses) (cons `cond (nnext clauses)))))

(defmacro and
  "Evaluates the expressions in turn up to the first that is nil or false, which is the value;
  otherwise the value is that of the last one. (and) is true."
  {:added "1.0"}
  ([] true)
  ([x] x)
  ([x & next] `(let [and# ~x] (if and# (and ~@next) and#))))

(defmacro or
  "Evaluates the expressions in turn up to the first that is truthy, which is the value;
  otherwise the value is that of the last one. (or) is nil."
  {:added "1.0"}
  ([] nil)
  ([x] x)
  ([x & next] `(let [or# ~x] (if or# or# (or ~@next)))))

(defmacro comment
  "Ignores the body, which still has to be readable, and yields nil."
  {:added "1.0"}
  [& body])

(defmacro lazy-seq
  "A seq whose body, which must yield a seqable or nil, runs once, when the seq is first looked
  at."
  {:added "1.0"}
  [& body]
  (list 'new 'clojure.lang.LazySeq (list* '^{:once true} fn* [] body)))

(defmacro delay
  "An object whose body runs once, on the first force or deref, in one thread; afterwards it
  holds the value, or the exception that the body threw."
  {:added "1.0"}
  [& body]
  (list 'new 'clojure.lang.Delay (list* '^{:once true} fn* [] body)))

(defmacro ->
  "Threads x through the forms: it becomes the first argument of the first form, that result the
  first argument of the second, and so on. A form that is not a list stands for (form)."
  {:added "1.0"}
  [x & forms]
  (loop [x x forms (seq forms)]
    (if forms
      (let [form (first forms)]
        (recur (if (seq? form)
                 (with-meta (list* (first form) x (next form)) (meta form))
                 (list form x))
               (next forms)))
      x)))

(defmacro ->>
  "Threads x through the forms as -> does, as the last argument of each."
  {:added "1.1"}
  [x & forms]
  (loop [x x forms (seq forms)]
    (if forms
      (let [form (first forms)]
        (recur (if (seq? form)
                 (with-meta (list* (first form) (concat (next form) (list x))) (meta form))
                 (list form x))
               (next forms)))
      x)))

(defmacro defonce
  "Defines name with the value of expr unless it has a root value already; then expr is not
  evaluated."
  {:added "1.0"}
  [name expr]
  `(let [var# (def ~name)]
     (when-not (bound? var#)
       (def ~name ~expr))))

(defmacro assert
  "Throws an AssertionError that shows the form x, and the message if there is one, when x is
  nil or false. Expands to nothing while *assert* is false."
  {:added "1.0"}
  ([x]
   (when *assert*
     `(when-not ~x
        (throw (new AssertionError (str "Assert failed: " (pr-str '~x)))))))
  ([x message]
   (when *assert*
     `(when-not ~x
        (throw (new AssertionError (str "Assert failed: " ~message "\n" (pr-str '~x))))))))
