;; Names of no spec, wherever a spec is wanted: a fault, not a predicate that nothing fits.
(require '[clojure.spec.alpha :as s])

(defmacro outcome [form]
  `(try (pr-str ~form) (catch Throwable e# (str (.getName (class e#)) ": " (ex-message e#)))))
(defmacro show [& forms]
  `(do ~@(for [form forms] `(println '~form (outcome ~form)))))

(def k :a/none)
(def sym 'a/none)

(show (s/valid? (s/and ::none) 1) (s/valid? (s/and int? ::none) 1) (s/valid? (s/and int? ::none) :x)
      (s/conform (s/or :a ::none) 1) (s/valid? (s/or :i int? :n ::none) 1) (s/valid? (s/or :i int? :n ::none) :x)
      (s/conform (s/tuple ::none) [1]) (s/conform (s/tuple int? ::none) [:x 1]) (s/conform (s/tuple ::none) :no-tuple)
      (s/valid? (s/coll-of ::none) [1]) (s/valid? (s/coll-of ::none) []) (s/valid? (s/coll-of ::none) 1) (s/valid? (s/map-of ::none ::none) {1 1})
      (s/conform (s/every ::none) [1]) (s/valid? (s/nilable ::none) 1) (s/valid? (s/nilable ::none) nil)
      (s/valid? (s/keys :req-un [::none]) {:none 1}) (s/valid? (s/merge ::none) {})
      (s/conform (s/cat :a ::none) [1]) (s/conform (s/* ::none) [1]))
(show (s/valid? (s/and k) 1) (s/conform (s/or :a k) 1) (s/conform (s/tuple k) [1]) (s/valid? (s/nilable k) 1)
      (s/valid? (s/and sym) 1) (s/conform (s/or :a sym) 1) (s/conform (s/tuple sym) [1]) (s/conform (s/cat :a sym) [1]))
(show (s/explain-str (s/and ::none) 1) (s/explain-str (s/or :a ::none) 1) (s/explain-str (s/tuple ::none) [1])
      (s/explain-str (s/coll-of ::none) [1]) (s/explain-str (s/cat :a ::none) [1])
      (s/unform (s/or :a ::none) [:a 1]) (s/unform (s/and ::none) 1) (s/unform (s/tuple ::none) [1]))

;; A name may stand for a name that stands for nothing any more.
(s/def :a/none int?)
(s/def ::later :a/none)
(show (s/valid? ::later 1) (s/valid? (s/and ::later) :x) (s/conform (s/or :l ::later) 1))
(s/def :a/none nil)
(show (s/valid? ::later 1) (s/valid? (s/and ::later) 1) (s/explain-str (s/or :l ::later) 1))
(s/def :a/none string?)

;; What names nothing has no spec.
(show (s/get-spec nil) (s/get-spec "x") (s/get-spec 1) (s/get-spec {}) (s/get-spec int?) (s/get-spec 'nope) (s/get-spec ::nope)
      (some? (s/get-spec :a/none)))
(s/fdef clojure.core/identity :args (s/cat :x any?))
(show (some? (s/get-spec 'clojure.core/identity)) (some? (s/get-spec #'identity)) (s/get-spec #'inc))
