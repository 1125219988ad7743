; Specs of what is no spec, and what explanations say of predicates.
(require '[clojure.spec.alpha :as s])
(defmacro show [& forms]
  `(do ~@(for [f forms] `(println '~f (try (pr-str ~f) (catch Exception e# (str (.getSimpleName (class e#)) " " (ex-message e#))))))))
(show (s/explain-str false 1) (s/explain-str nil 1) (s/valid? (s/and nil int?) 1) (s/valid? (s/or :a nil) 1)
      (s/conform (s/tuple nil) [1]) (s/conform (s/nilable nil) 1) (s/conform (s/map-of nil nil) {1 2}) (s/conform (s/cat :a nil) [1])
      (s/explain-str "a" 1)
      (s/explain-str (s/merge some? (s/keys)) :a) (s/explain-str (s/merge map? some?) {}) (s/valid? (s/merge map? some?) {})
      (s/explain-str (s/merge (s/map-of keyword? any?) (s/keys)) {}))
(println (map (juxt identity list? counted?)
              (map s/describe [(s/+ (s/alt :n coll? :s string?)) (s/* int?) (s/? int?) (s/cat :a int?) (s/alt :a int?)])))
(require '[clojure.core.protocols :as protocols])
(println (for [coll [[nil nil] [[1 2]] (subvec [1 2] 1) {1 2} (sorted-map 1 2) nil]]
           (protocols/kv-reduce coll (fn [a k v] (conj a [k v])) [])))
