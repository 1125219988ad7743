;; What libraries call of Clojure's own namespaces through their private vars.
(require '[clojure.core.reducers :as r] '[clojure.pprint :as pp] 'clojure.instant 'clojure.test)

(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println '~form "=>" (try (pr-str ~form) (catch Throwable e# [(class e#) (ex-message e#)]))))))

(defmacro show-out [& forms]
  `(do ~@(for [form forms] `(println '~form "=>" (with-out-str ~form)))))

(def print-sequential @#'clojure.core/print-sequential)
(def print-map @#'clojure.core/print-map)
(def print-meta @#'clojure.core/print-meta)
(def pr-on @#'clojure.core/pr-on)

(show-out
 (print-sequential "[" pr-on " " "]" [1 "a" :b] *out*)
 (print-sequential "<" print-method "," ">" (map inc (range 3)) *out*)
 (print-sequential "<" print-method "," ">" nil *out*)
 (binding [*print-length* 2] (print-sequential "<" print-method "," ">" (range 5) *out*))
 (binding [*print-length* 0] (print-sequential "<" print-method "," ">" (range 5) *out*))
 (binding [*print-length* 5] (print-sequential "<" print-method "," ">" (range 5) *out*))
 (binding [*print-level* 0] (print-sequential "<" print-method "," ">" (range 5) *out*))
 (binding [*print-level* 1] (print-sequential "<" pr-on "," ">" [[1] 2] *out*))
 (binding [*print-dup* true *print-length* 1] (print-sequential "<" pr-on "," ">" [1 2] *out*))
 (pr-on "x" *out*)
 (pr-on {:a "b"} *out*)
 (print-meta (with-meta [1] {:a 1}) *out*)
 (binding [*print-meta* true] (print-meta (with-meta [1] {:a 1}) *out*))
 (binding [*print-meta* true] (print-meta (with-meta [1] {:tag 'String}) *out*))
 (binding [*print-meta* true] (print-meta (with-meta [1] {:tag 'String :a 1}) *out*))
 (binding [*print-meta* true] (print-meta (with-meta [1] {}) *out*))
 (binding [*print-dup* true] (print-meta (with-meta [1] {:a 1}) *out*))
 (binding [*print-meta* true *print-readably* false] (print-meta (with-meta [1] {:a 1}) *out*))
 (binding [*print-meta* true] (print-simple (with-meta 'x {:tag 'long}) *out*))
 (print-map {:a 1 :b "c"} pr-on *out*)
 (print-map [[1 2] [3 4]] pr-on *out*)
 (print-map {} pr-on *out*)
 (binding [*print-length* 1] (print-map {:a 1 :b "c"} pr-on *out*))
 (#'clojure.core/print-prefix-map "#:foo" {:a 1} pr-on *out*)
 (let [s (with-out-str (#'clojure.core/print-object [1 2] *out*))]
   (print (clojure.string/replace s #"0x[0-9a-f]+" "0x")))
 (let [s (with-out-str (#'clojure.core/print-tagged-object (int-array 0) {:x 1} *out*))]
   (print (clojure.string/replace s #"0x[0-9a-f]+" "0x"))))

(defrecord Point [x y])
(defmethod print-method Point [p w]
  (print-meta p w)
  (.write w "#point")
  (print-map p pr-on w))
(prn [(->Point 1 "a")])

(show
 (#'clojure.core/lift-ns {:a/b 1 :a/c 2})
 (#'clojure.core/lift-ns {:a/b 1 :c 2})
 (#'clojure.core/lift-ns {:a/b 1 :d/c 2})
 (#'clojure.core/lift-ns {'a/b 1})
 (#'clojure.core/lift-ns {})
 (#'clojure.core/strip-ns 'a/b)
 (#'clojure.core/strip-ns :a/b)
 (#'clojure.core/spread [1 2 [3 4]])
 (#'clojure.core/spread nil)
 (#'clojure.core/reduce1 + 10 [1 2 3])
 @(reduce (#'clojure.core/preserving-reduced (fn [a b] (reduced b))) 1 [2 3])
 @@((#'clojure.core/preserving-reduced (fn [a b] (reduced b))) 1 2)
 (#'clojure.core/throw-if false "x")
 (#'clojure.core/check-valid-options {:a 1} :a :b)
 (#'clojure.core/check-valid-options {:z 1} :a :b)
 (#'clojure.core/parse-opts [:a 1 :b 2 'x 'y :c])
 (#'clojure.core/parse-opts+specs '[:load-ns true java.util.Comparator (compare [_ a b] 1) Object (toString [_] "x")])
 (#'clojure.core/validate-fields '[a b] 'X)
 (#'clojure.core/validate-fields '(a b) 'X)
 (#'clojure.core/validate-fields '[a __meta] 'X)
 (#'clojure.core/maybe-destructured '[a b] '(x))
 (let [[[p b] [_ [target source] body]] (#'clojure.core/maybe-destructured '[[a] b] '(x))]
   [b target (= p source) body])
 (#'clojure.core/super-chain Long)
 (#'clojure.core/deref-future (future 1))
 (#'clojure.core/deref-future (future (Thread/sleep 1000)) 1 :late)
 (class (#'clojure.core/elide-top-frames (Exception. "x") "none"))
 (.format (.get @#'clojure.instant/thread-local-utc-date-format) #inst "2020-01-01")
 (.format (.get @#'clojure.instant/thread-local-utc-timestamp-format) #inst "2020-01-01")
 (#'clojure.test/stacktrace-file-and-line [])
 (:file (#'clojure.test/stacktrace-file-and-line [(StackTraceElement. "a" "b" "c.clj" 5)]))
 (#'r/fjinvoke (fn [] (#'r/fjjoin (#'r/fjfork (#'r/fjtask (fn [] 5))))))
 (class @r/pool)
 (#'r/foldvec (vec (range 100)) 8 + +))

(def ^:dynamic *x* 0)
(println (binding [*x* 1] @(future-call (#'clojure.core/binding-conveyor-fn (fn [] *x*)))))

(defmacro twice [bindings]
  (#'clojure.core/check-valid-options {} :a)
  (vec (concat bindings bindings)))
(println (twice [1]))

;; The functions of clojure.pprint serve methods of other dispatch functions, and the table of forms is open.
(defrecord Box [content])
(defmethod pp/simple-dispatch Box [box]
  (print "box ")
  (#'pp/pprint-map (into {} box)))
(pp/pprint {:box (->Box [1 2])})
(#'pp/use-method pp/simple-dispatch Box (fn [box] (#'pp/pprint-vector [(:content box)])))
(pp/pprint {:box (->Box [1 2])})

(def code '(with-something [a (compute-a-long-name 1 2 3) b (compute-a-long-name 4 5 6)] (println a) (println b)))
(pp/with-pprint-dispatch pp/code-dispatch (pp/pprint code))
(alter-var-root #'pp/*code-table* assoc 'with-something #'pp/pprint-let)
(pp/with-pprint-dispatch pp/code-dispatch (pp/pprint code))
(with-bindings {#'pp/*code-table* (assoc @#'pp/*code-table* 'with-something #'pp/pprint-hold-first)}
  (pp/with-pprint-dispatch pp/code-dispatch (pp/pprint code)))
(defn print-by [f form]
  (pp/write [form] :dispatch (fn [x] (if (= x [form]) (f form) (pp/code-dispatch x))))
  (println))
(doseq [[f form] (partition 2 [#'pp/pprint-list '(a 'b), #'pp/pprint-simple-list '(a b), #'pp/pprint-set #{1},
                               #'pp/pprint-simple-code-list '(a b), #'pp/pprint-code-list '(let [a 1] a),
                               #'pp/pprint-code-symbol 'a/b, #'pp/pprint-reader-macro '@a, #'pp/pprint-defn '(defn f [x] x),
                               #'pp/pprint-if '(if a b c), #'pp/pprint-cond '(cond a b), #'pp/pprint-condp '(condp = a b c)])]
  (print-by f form))
(shutdown-agents)
