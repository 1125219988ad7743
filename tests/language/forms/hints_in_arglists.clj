;; Hints of parameter vectors are in :arglists with the full name of the class.
(import '[java.util List Map])
(defn one ^String [^List x] x)
(defn more "Of several arities." (^Integer [a]) (^Map [a b] nil) (^java.util.Set [a b c]) (^long [a b c ^long d] 1) ([a b c d & others]))
(defn strings ^"[Ljava.lang.String;" [x] x)
(defn longs-of ^longs [x] x)
(defn- hidden ^Thread [])
(definline same ^List [x] x)
(doseq [v [#'one #'more #'strings #'longs-of #'hidden #'same]
        arglist (:arglists (meta v))]
  (println v arglist (pr-str (:tag (meta arglist))) (map (comp pr-str :tag meta) arglist)))
(println (:arglists (meta #'more)) (:doc (meta #'more)))
(println (map meta (:arglists (meta (eval '(defn ^String named ([a]) (^{:tag Map :extra 1} [a b] nil)))))))
(println (map (juxt identity meta) (#'clojure.core/sigs '((^Map [a] 1) ([b]) (^Unknown [c])))))
(println (one "x") (.size (one [1 2])))
