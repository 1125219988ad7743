;; *ns* may be bound to what is no namespace: what asks for the current one then throws.
(defn outcome [f]
  (try (pr-str (f))
       (catch Throwable e
         (let [e (if (instance? clojure.lang.Compiler$CompilerException e) (.getCause e) e)]
           (.getName (class e))))))
(doseq [ns [5 :user "user" 'user]]
  (binding [*ns* ns]
    (println (outcome #(eval '(inc 1))) (outcome #(resolve 'inc)) (outcome #(read-string "::a")) (outcome #(load-string "(+ 1 2)"))
             (pr-str *ns*))))
(binding [*ns* (create-ns 'other.one)]
  (println (read-string "::a") (eval '(clojure.core/inc 1))))
(println (ns-name *ns*) (eval '(inc 1)))
