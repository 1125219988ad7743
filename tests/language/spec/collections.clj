;; every, every-kv, coll-of, map-of.
(require '[clojure.spec.alpha :as s])

(defmacro show [& forms]
  `(do ~@(map (fn [form]
                `(try (prn ~form)
                      (catch Throwable t# (println (class t#) (ex-message t#)))))
              forms)))
(defn problems [spec x] (::s/problems (s/explain-data spec x)))
(s/def ::b (s/or :s string? :k keyword?))

;; coll-of
(show (s/conform (s/coll-of int?) [1 2]) (s/conform (s/coll-of int?) '(1 2)) (s/conform (s/coll-of int?) #{1}) (s/conform (s/coll-of int?) {})
      (s/conform (s/coll-of int?) [1 :x]) (s/conform (s/coll-of int?) 3) (s/conform (s/coll-of int?) nil) (s/conform (s/coll-of int?) "abc")
      (s/conform (s/coll-of ::b) ["x" :y]) (s/conform (s/coll-of ::b) '("x" :y)) (s/conform (s/coll-of ::b) #{"x"}) (s/conform (s/coll-of any?) {:a 1})
      (s/conform (s/coll-of ::b) (map identity ["x" :y])) (s/conform (s/coll-of (s/tuple any? ::b)) {1 :x}))
(show (problems (s/coll-of int?) [1 :x "y"]) (problems (s/coll-of int?) 3) (problems (s/coll-of int?) #{:x}) (s/explain (s/coll-of ::b) [:a 3 "x" 4])
      (problems (s/coll-of int?) {:a 1}) (problems (s/coll-of ::b) [3]))
(show (s/conform (s/coll-of int? :kind vector?) '(1)) (problems (s/coll-of int? :kind vector?) '(1)) (problems (s/coll-of int? :kind #(vector? %)) '(1))
      (problems (s/coll-of int? :kind (s/and vector? #(> (count %) 1))) [1]) (problems (s/coll-of int? :count 2) [1]) (problems (s/coll-of int? :count 2) [1 2 3])
      (problems (s/coll-of int? :min-count 2) [1]) (problems (s/coll-of int? :max-count 2) [1 2 3]) (problems (s/coll-of int? :min-count 1 :max-count 2) [])
      (problems (s/coll-of int? :distinct true) [1 1]) (problems (s/coll-of int? :distinct true :count 2) [1 1]) (s/valid? (s/coll-of int? :distinct true) [])
      (s/explain (s/coll-of int? :min-count 1 :max-count 2) []) (s/explain (s/coll-of int? :distinct true) [1 1]) (s/explain (s/coll-of int? :count 2) [1])
      (s/explain (s/coll-of int? :kind #(vector? %)) '(1)))
(show (s/conform (s/coll-of int? :into #{}) [1 2]) (s/conform (s/coll-of int? :into []) '(1 2)) (s/conform (s/coll-of int? :into ()) [1 2])
      (s/conform (s/coll-of (s/tuple keyword? ::b) :into {}) [[:a "x"]]) (s/conform (s/coll-of ::b :into []) #{"x"}) (s/conform (s/coll-of int? :kind vector? :into #{}) [1 2])
      (s/conform (s/coll-of int? :kind set?) #{3}) (s/conform (s/coll-of int? :into {}) {}) (s/conform (s/coll-of int? :kind list?) '(1 2)))
(show (s/unform (s/coll-of ::b) [[:s "x"] [:k :y]]) (s/unform (s/coll-of ::b) (list [:s "x"])) (s/unform (s/coll-of ::b :into #{}) #{[:s "x"]})
      (s/form (s/coll-of int?)) (s/form (s/coll-of int? :kind vector? :into [] :distinct true :gen-max 3 :min-count 1))
      (s/form (s/coll-of int? :kind #(vector? %))) (s/describe (s/coll-of ::b :count 3)))
(show (s/conform (s/coll-of (s/cat :a int? :b string?)) [[1 "a"] [2 "b"]]) (problems (s/coll-of (s/cat :a int? :b string?)) [[1 "a"] [2 3]])
      (s/unform (s/coll-of (s/cat :a int? :b string?)) [{:a 1 :b "a"}]) (s/conform (s/coll-of (s/coll-of (s/coll-of int?))) [[[1]]])
      (problems (s/coll-of (s/coll-of (s/coll-of int?))) [[[1] [:x]]]))
(show (count (problems (s/coll-of int?) (vec (repeat 200 :x)))) (meta (s/conform (s/coll-of int?) ^:m [1])) (s/conform (s/coll-of int?) (range 3))
      (class (s/conform (s/coll-of ::b) (sorted-set "b" "a"))) (s/conform (s/coll-of int? :min-count 2) (range 5)) (s/conform (s/coll-of int?) (int-array [1 2])))

;; every
(show (s/conform (s/every int?) [1 2]) (s/conform (s/every ::b) ["x" :y]) (s/conform (s/every int?) [1 :x]) (s/valid? (s/every int?) (conj (vec (range 101)) :x))
      (s/valid? (s/every int?) (concat (range 101) [:x])) (s/valid? (s/every int?) (concat (range 100) [:x])) (s/valid? (s/coll-of int?) (concat (range 101) [:x]))
      (count (problems (s/every int?) (repeat 50 :x))) (s/form (s/every int?)) (s/form (s/every int? :kind vector? :count 3)) (problems (s/every int? :count 1) [])
      (s/unform (s/every ::b) ["x"]) (binding [s/*coll-check-limit* 2] (s/valid? (s/every int?) '(1 2 :x))) (binding [s/*coll-error-limit* 2] (count (problems (s/every int?) [:a :b :c])))
      (s/valid? (s/every int?) #{1}) (s/valid? (s/every int?) {}) (s/valid? (s/every int?) nil) (s/valid? (s/every int?) (range)))
(show (s/valid? (s/every-kv int? string?) {1 "a"}) (problems (s/every-kv int? string?) {:a "a"}) (problems (s/every-kv int? string?) [[1 2]])
      (s/form (s/every-kv int? string? :count 2)) (s/conform (s/every-kv int? ::b) {1 "a"}) (s/valid? (s/every-kv int? string?) [[1 "a"]]) (problems (s/every-kv int? string?) {1 :x 2 :y})
      (problems (s/every-kv int? string? :min-count 1) {}))

;; map-of
(show (s/conform (s/map-of keyword? int?) {:a 1}) (s/conform (s/map-of keyword? ::b) {:a "x" :b :y}) (s/conform (s/map-of ::b ::b) {:a "x"}) (s/conform (s/map-of ::b ::b :conform-keys true) {:a "x"})
      (s/conform (s/map-of keyword? int?) {"a" 1}) (s/conform (s/map-of keyword? int?) [[:a 1]]) (s/conform (s/map-of keyword? int?) nil) (s/conform (s/map-of keyword? int?) {}))
(show (problems (s/map-of keyword? int?) {"a" 1}) (problems (s/map-of keyword? int?) {:a "x"}) (problems (s/map-of keyword? int?) {"a" "x"}) (problems (s/map-of keyword? int?) [[:a 1]])
      (problems (s/map-of keyword? int? :count 1) {}) (s/explain (s/map-of keyword? ::b) {:a 3}) (s/explain (s/map-of keyword? int? :min-count 1) {}) (problems (s/map-of ::b ::b) {3 4}))
(show (s/unform (s/map-of keyword? ::b) {:a [:s "x"]}) (s/unform (s/map-of ::b ::b :conform-keys true) {[:k :a] [:s "x"]}) (s/form (s/map-of keyword? int?))
      (s/form (s/map-of keyword? int? :min-count 2 :conform-keys true)) (s/describe (s/map-of keyword? #(> % 3))) (s/conform (s/map-of int? int?) (sorted-map 2 1 1 2))
      (s/conform (s/map-of any? ::b) (sorted-map 2 "x" 1 :y)) (s/conform (s/map-of keyword? int? :into []) {:a 1}) (s/conform (s/map-of keyword? int? :kind sorted?) (sorted-map :a 1)))
(show (problems (s/map-of keyword? (s/map-of keyword? int?)) {:a {:b 1 :c "x"}}) (s/conform (s/map-of keyword? (s/coll-of ::b)) {:a ["x"]}))

;; every-impl, called by libraries
(show (s/conform (s/every-impl `int? int? {::s/cpred coll? ::s/conform-all true}) [1 2]) (s/form (s/every-impl `int? int? {::s/describe 'x})))
