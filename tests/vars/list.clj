;; Prints one line for each public var of the libraries that are compared:
;; namespace, name, arglists, flags, version; tab separated. scripts/core-vars runs it here and on the JVM.
(doseq [n (map symbol (.split (slurp "namespaces.txt") "\\s+"))
        :when (try (when-not (= n 'clojure.core) (require n)) true
                   (catch java.io.FileNotFoundException _ false))
        [sym v] (sort-by key (ns-publics n))]
  (let [m (meta v)]
    (println (apply str (interpose "\t" [n sym (pr-str (:arglists m)) (pr-str (vec (sort (keys (select-keys m [:macro :dynamic])))))
                                         (or (:added m) "")])))))
(shutdown-agents)
