;; Regular expressions: what they conform to, unform, and their forms.
(require '[clojure.spec.alpha :as s] '[clojure.walk :as walk])

(defmacro show [& forms]
  `(do ~@(map (fn [form]
                `(try (prn ~form)
                      (catch Throwable t# (println (class t#) (ex-message t#)))))
              forms)))
(defn round [spec x] (let [c (s/conform spec x)] [c (if (s/invalid? c) c (s/unform spec c))]))

;; cat
(show (round (s/cat :a int? :b string?) [1 "x"]) (s/conform (s/cat :a int? :b string?) [1]) (s/conform (s/cat :a int? :b string?) [1 "x" 3])
      (s/conform (s/cat) []) (s/conform (s/cat) nil) (s/conform (s/cat) [1]) (s/conform (s/cat :a int?) '(1)) (s/conform (s/cat :a int?) (list* 1 nil))
      (s/conform (s/cat :a int?) #{1}) (s/conform (s/cat :a int?) {:a 1}) (s/conform (s/cat :a int?) 3) (s/conform (s/cat :a int?) "1") (s/conform (s/cat :a any?) [nil])
      (round (s/cat :a int? :rest (s/cat :b string? :c keyword?)) [1 "x" :y]) (s/conform (s/cat :a nil? :b false?) [nil false]) (s/conform (s/cat :a int? :a int?) [1 2])
      (s/conform (s/cat :a (s/or :i int? :s string?)) ["q"]) (s/unform (s/cat :a (s/or :i int? :s string?)) {:a [:s "q"]}) (s/unform (s/cat :a int? :b int?) {:b 1}))

;; alt
(show (round (s/alt :a int? :b string?) [1]) (round (s/alt :a int? :b string?) ["x"]) (s/conform (s/alt :a int? :b string?) []) (s/conform (s/alt :a int? :b string?) [1 2])
      (s/conform (s/alt :a int?) [1]) (s/conform (s/alt) []) (s/conform (s/alt :a (s/* int?) :b (s/* string?)) []) (round (s/alt :a (s/cat :x int? :y int?) :b (s/cat :x int? :z string?)) [1 "q"])
      (s/conform (s/alt :a int? :b pos-int?) [1]) (class (s/conform (s/alt :a int?) [1])) (s/conform (s/alt :a (s/? int?) :b string?) []) (s/conform (s/alt :a (s/cat :x int?) :b (s/cat :x int?)) [1])
      (round (s/alt :one int? :more (s/+ int?)) [1 2]) (round (s/alt :one int? :more (s/+ int?)) [1]) (round (s/alt :n (s/alt :m (s/alt :k int?))) [1]))

;; * + ?
(show (round (s/* int?) []) (round (s/* int?) nil) (round (s/* int?) [1 2 3]) (s/conform (s/* int?) [1 :x]) (round (s/+ int?) [1 2]) (s/conform (s/+ int?) []) (s/conform (s/+ int?) nil)
      (round (s/? int?) [1]) (s/conform (s/? int?) []) (s/conform (s/? int?) nil) (s/conform (s/? int?) [1 2]) (s/conform (s/? nil?) [nil]) (s/conform (s/? false?) [false])
      (round (s/* (s/cat :a int? :b string?)) [1 "x" 2 "y"]) (round (s/+ (s/cat :a int? :b (s/? string?))) [1 2 "y" 3]) (round (s/* (s/alt :a int? :b string?)) [1 "x" 2])
      (round (s/+ (s/alt :a int? :b string?)) ["x" 2]) (round (s/? (s/cat :a int? :b int?)) [1 2]) (s/conform (s/? (s/cat :a int? :b int?)) []) 
      (s/conform (s/? (s/? int?)) [1]) (s/conform (s/? (s/* int?)) [1 2]) (s/conform (s/? (s/* int?)) []) (s/conform (s/* (s/or :i int? :s string?)) [1 "a"])
      (s/unform (s/* (s/or :i int? :s string?)) [[:i 1] [:s "a"]]) (s/unform (s/? int?) nil) (s/conform (s/+ any?) [nil]) (s/conform (s/* nil?) [nil nil]) (s/conform (s/* int?) (range 5)))

;; Together
(show (round (s/cat :a (s/* int?) :b (s/+ string?)) [1 2 "x" "y"]) (round (s/cat :a (s/* int?) :b (s/+ string?)) ["x"]) (s/conform (s/cat :a (s/* int?) :b (s/+ string?)) [1])
      (round (s/cat :a (s/? int?) :b (s/? string?)) []) (round (s/cat :a (s/? int?) :b (s/? string?)) ["q"]) (round (s/cat :a (s/* int?) :b int?) [1 2 3]) (round (s/cat :a (s/* any?) :b (s/* any?)) [1 2])
      (round (s/cat :a (s/? any?) :b (s/? any?)) [1]) (round (s/cat :opts (s/* (s/cat :opt keyword? :val any?)) :err string?) [:a 1 :b 2 "x"]) (s/conform (s/cat :a (s/cat) :b int?) [1])
      (round (s/cat :a (s/alt :x int? :y (s/cat :p string? :q int?)) :b keyword?) ["s" 1 :k]) (round (s/* (s/cat :k keyword? :vs (s/* int?))) [:a 1 2 :b :c 3])
      (round (s/cat :x (s/+ (s/cat :a int? :b (s/* string?)))) [1 "a" "b" 2]) (round (s/cat :a (s/+ int?) :b (s/? int?)) [1 2]) 
      (round (s/cat :e (s/& (s/* int?) #(even? (count %))) :r (s/* any?)) [1 2 :x]) (round (s/cat :t (s/alt :p (s/+ int?) :q (s/cat :i int? :s string?))) [1 "s"]))

;; Names, and nesting by spec
(s/def ::ints (s/* int?)) (s/def ::pair (s/cat :l any? :r any?)) (s/def ::nested (s/spec ::ints))
(show (round (s/cat :a ::ints :b ::pair) [1 2 :x :y]) (round ::ints [1]) (round (s/cat :a (s/spec ::ints) :b ::pair) [[1 2] :x :y]) (round (s/* ::pair) [1 2 3 4])
      (round (s/* (s/spec ::pair)) [[1 2] [3 4]]) (round (s/cat :n ::nested) [[1]]) (round (s/cat :n (s/spec (s/cat :m (s/spec (s/* int?))))) [[[1 2]]])
      (round (s/or :p ::pair :i ::ints) [1 2 3]) (round (s/coll-of ::pair) [[1 2]]) (s/regex? ::ints) (some? (s/regex? (s/get-spec ::ints))) (s/form ::nested) (some? (s/spec? (s/get-spec ::nested)))
      (s/valid? (s/tuple ::ints) [[1]]) (s/conform (s/map-of any? ::pair) {1 [2 3]}) (s/conform (s/nilable ::pair) [1 2]) (s/conform (s/and ::pair #(= 1 (:l %))) [1 2]) (s/conform (s/cat :a (s/nilable int?)) [nil])
      (s/conform (s/cat :m (s/coll-of int?)) [[1 2]]) (s/conform (s/cat :m (s/map-of int? int?)) [{1 2}]))

;; Recursion
(s/def ::tree (s/or :leaf int? :node (s/cat :op symbol? :args (s/* ::tree))))
(s/def ::sexp (s/spec (s/cat :op symbol? :args (s/* (s/alt :num number? :sub ::sexp)))))
(show (round ::tree '(+ 1 (* 2 3))) (round ::sexp '(+ 1 (* 2 (- 3)) 4)) (s/valid? ::tree '(1 2)))

;; &
(show (round (s/& (s/* int?) #(even? (count %))) [1 2]) (s/conform (s/& (s/* int?) #(even? (count %))) [1]) (s/conform (s/& (s/* int?) seq) []) (s/conform (s/& (s/+ int?) #(< (count %) 2)) [1 2])
      (s/conform (s/& (s/cat :a int? :b int?) #(< (:a %) (:b %))) [1 2]) (s/conform (s/& (s/cat :a int? :b int?) #(< (:a %) (:b %))) [2 1]) (s/conform (s/& int? even?) [2]) (s/conform (s/& int? even?) [3])
      (round (s/& (s/cat :a int?) (s/conformer :a #(hash-map :a %))) [1]) (s/conform (s/& (s/? int?) nil?) []) (s/conform (s/* (s/& (s/cat :a int? :b int?) #(< (:a %) (:b %)))) [1 2 3 4]) (s/conform (s/& (s/* int?)) [1])
      (s/conform (s/cat :a (s/& (s/? int?) any?) :b (s/? string?)) []) (s/conform (s/& (s/alt :i int? :s string?) #(= :i (key %))) [1]) (s/conform (s/& (s/* int?) (s/conformer count)) [1 2 3]) (s/conform (s/& (s/* int?) (s/conformer count)) []))

;; keys*
(s/def ::a int?) (s/def ::c (s/or :s string? :k keyword?))
(show (s/conform (s/keys* :req-un [::a] :opt-un [::c]) [:a 1 :c "x"]) (s/conform (s/keys* :req-un [::a]) [:a "x"]) (s/conform (s/keys* :opt-un [::a]) []) (s/conform (s/keys* :opt-un [::a]) nil) (s/conform (s/keys* :req [::a]) [::a 1])
      (s/conform (s/cat :i int? :m (s/keys* :req-un [::a]) :j int?) [42 :a 1 :d 4 99]) (s/unform (s/keys* :opt-un [::a ::c]) {:a 1 :c [:s "x"]}) (s/conform (s/keys* :req-un [::a]) [:a]) (s/conform (s/keys* :req-un [::a]) [:b 1])
      (s/unform (s/cat :i int? :m (s/keys* :req-un [::a])) {:i 1 :m {:a 2}}) (s/valid? (s/keys*) [:x 1]) (s/conform (s/keys* :opt-un [::c]) [:c "x" :c :y]))

;; Forms
(show (s/form (s/cat :a int? :b (s/* string?))) (s/form (s/alt :a int? :b (s/+ even?))) (s/form (s/? ::ints)) (s/form (s/& ::ints even? #(> % 2))) (s/form ::ints) (s/form (s/+ (s/spec (s/* int?)))) (s/describe (s/* (s/alt :a ::ints :b #{1})))
      (s/form (s/cat)) (s/form (s/alt :a int?)) (s/form (s/spec (s/? int?))) (s/describe (s/& (s/cat :a int?) #(pos? (:a %)))))

;; As data
(defn clean [x] (walk/postwalk #(cond (fn? %) :fn (uuid? %) :id :else %) x))
(set! *print-namespace-maps* false)
(show (clean (s/cat :a int?)) (clean (s/cat)) (clean (s/alt :a int? :b string?)) (clean (s/* int?)) (clean (s/+ int?)) (clean (s/? int?)) (clean (s/& (s/* int?) even?)) (clean (s/get-spec ::ints)) (clean (s/with-gen (s/* int?) inc))
      (clean (s/cat :a ::ints)) (clean (s/? ::ints)) (clean (s/cat :a (s/? int?))))
