;; case whose only tests are (), defmulti with a :hierarchy that is no reference.
(defn told [form]
  (try (eval form)
       (catch Throwable e
         (let [cause (last (take-while some? (iterate ex-cause e)))]
           (str (.getSimpleName (class cause)) ": " (clojure.string/replace (.getMessage cause) #" \([^()]* (is|and) .*" ""))))))

(doseq [form '[(case 1 ()) (case 1 () 2) (case 1 () 2 3) (case 1 () 2 () 3 4) (case 1 () 2 1 3) (case () () 2 1 3 4) (case 1 5)]]
  (println form "=>" (told form)))

(doseq [form '[(defmulti of-map identity :hierarchy {})
               (defmulti of-value identity :hierarchy (make-hierarchy))
               (defmulti of-number identity :hierarchy 5)
               (defmulti of-text identity :hierarchy "a")
               (do (defmulti of-nil identity :hierarchy nil) (defmethod of-nil 1 [_] 1) (of-nil 1))
               (do (defmulti of-atom identity :hierarchy (atom (derive (make-hierarchy) ::a ::b)))
                   (defmethod of-atom ::b [_] :b)
                   (of-atom ::a))
               (do (defmulti of-ref identity :hierarchy (ref (make-hierarchy))) (defmethod of-ref 1 [_] 1) (of-ref 1))]]
  (println form "=>" (told form)))
