;; Macros with a spec that are called with nothing: the spec speaks before the number of arguments is counted.
(doseq [form '[(if-let) (when-let) (defn-) (defn) (let) (fn)]]
  (println form (try (macroexpand-1 form)
                     (catch Exception e [(class e) (:clojure.error/symbol (ex-data e)) (class (ex-cause e)) (ex-message (ex-cause e))]))))
(println (macroexpand-1 '(defn- f [x] x)) (:private (meta (second (macroexpand-1 '(defn- f [x] x))))))
(defn- hidden [x] (when-let [y x] y))
(println (:private (meta #'hidden)) (hidden 1) (:arglists (meta #'when-let)) (:arglists (meta #'defn-)))
;; nil where a text is read.
(doseq [f [#(read-string nil) #(java.util.UUID/fromString nil)]]
  (println (try (f) (catch NullPointerException e (ex-message e)))))
