;; Problems of values that regular expressions do not match.
(require '[clojure.spec.alpha :as s])

(defmacro problems [& pairs]
  `(do ~@(map (fn [[spec x]]
                `(try (let [data# (s/explain-data ~spec ~x)]
                        (prn (::s/problems data#))
                        (s/explain-out data#))
                      (catch Throwable t# (println (class t#) (ex-message t#)))))
              (partition 2 pairs))))

(s/def ::int int?) (s/def ::ints (s/* int?)) (s/def ::pair (s/cat :l int? :r string?)) (s/def ::opt (s/? keyword?)) (s/def ::one-of (s/alt :i int? :s string?))

;; One operator
(problems (s/cat :a int?) [:x] (s/cat :a int?) [] (s/cat :a int?) nil (s/cat :a int?) [1 2] (s/cat :a int?) 3 (s/cat :a int?) {:a 1} (s/cat :a int?) #{1}
          (s/cat) [1] (s/cat :a int? :b string?) [1] (s/cat :a int? :b string?) [1 2] (s/cat :a int? :b string?) [1 "x" 2 3]
          (s/alt :a int? :b string?) [:x] (s/alt :a int? :b string?) [] (s/alt :a int? :b string?) [1 2] (s/alt :a int?) [:x] (s/alt :a int?) []
          (s/* int?) [1 :x] (s/* int?) [:x] (s/+ int?) [:x] (s/+ int?) [] (s/+ int?) [1 2 :x] (s/? int?) [:x] (s/? int?) [1 2] (s/? int?) [1 :x])

;; Names
(problems ::pair [1] ::pair [:x] ::pair [1 "x" 3] ::ints [1 :x] (s/cat :p ::pair :q int?) [1 2] (s/cat :p ::pair :q int?) [1 "x" :y] (s/cat :p ::pair :q int?) [1]
          (s/cat :p ::int) [:x] (s/cat :p ::int) [] (s/* ::int) [:x] (s/* ::pair) [1 "x" 2] (s/* ::pair) [1 "x" 2 3] (s/+ ::pair) [] (s/+ ::pair) [1 2] (s/? ::pair) [1 2] (s/? ::pair) [1]
          (s/cat :o ::opt :i int?) [:k] (s/cat :o ::opt :i int?) ["x"] (s/cat :o ::opt) [1] ::opt [1] ::opt [:a :b] ::one-of [:x] ::one-of [] ::one-of [1 2] (s/cat :x ::one-of :y ::one-of) [1 :x] (s/cat :x ::one-of :y ::one-of) [1]
          (s/alt :p ::pair :i ::ints) [:x] (s/alt :p ::pair :i ::int) [1 :x] (s/alt :p ::pair :i ::int) [])

;; Together
(problems (s/cat :a (s/* int?) :b (s/+ string?)) [1 2 :x] (s/cat :a (s/* int?) :b (s/+ string?)) [1 2] (s/cat :a (s/* int?) :b (s/+ string?)) [1 "x" 2] (s/cat :a (s/* int?) :b (s/* string?)) [1 :x]
          (s/cat :a (s/* int?) :b (s/* string?)) [1 "x" 2] (s/cat :a (s/? int?) :b (s/? string?)) [:x] (s/cat :a (s/? int?) :b (s/? string?)) [1 :x] (s/cat :a (s/? int?) :b (s/? string?)) [1 "x" :y]
          (s/cat :a (s/? int?) :b (s/? string?) :c keyword?) [1 "x" 2] (s/cat :a (s/? int?) :b (s/? string?) :c keyword?) [] (s/cat :a (s/? int?) :b (s/? string?) :c keyword?) [1]
          (s/cat :a (s/+ int?) :b (s/+ string?)) [] (s/cat :a (s/+ int?) :b (s/+ string?)) [1] (s/cat :a (s/+ int?) :b (s/+ string?)) [1 :x] (s/cat :a (s/+ int?) :b (s/? string?)) [1 "x" 2] (s/cat :a (s/+ int?) :b (s/? string?)) [1 :x]
          (s/* (s/cat :k keyword? :v int?)) [:a 1 :b] (s/* (s/cat :k keyword? :v int?)) [:a 1 2] (s/* (s/cat :k keyword? :v int?)) [:a :b] (s/+ (s/cat :k keyword? :v int?)) [:a 1 2]
          (s/cat :a (s/alt :x int? :y (s/cat :p string? :q int?))) ["a" "b"] (s/cat :a (s/alt :x int? :y (s/cat :p string? :q int?))) ["a"] (s/cat :a (s/alt :x int? :y (s/cat :p string? :q int?))) [:a] (s/cat :a (s/alt :x int? :y (s/cat :p string? :q int?))) []
          (s/alt :a (s/cat :x int? :y int?) :b (s/cat :x int? :z string?)) [1 :x] (s/alt :a (s/cat :x int? :y int?) :b (s/cat :x int? :z string?)) [1] (s/alt :a (s/cat :x int? :y int?) :b (s/cat :x int? :z string?)) [1 2 3]
          (s/alt :a (s/* int?) :b (s/* string?)) [1 "x"] (s/alt :a (s/* int?) :b (s/* string?)) [:x] (s/alt :n (s/alt :m int? :k string?) :z keyword?) ['s] (s/? (s/cat :a int? :b int?)) [1] (s/? (s/cat :a int? :b int?)) [1 :x] (s/? (s/cat :a int? :b int?)) [1 2 3]
          (s/+ (s/alt :a int? :b string?)) [1 :x] (s/+ (s/alt :a int? :b string?)) [] (s/* (s/alt :a int? :b string?)) [1 "x" :k] (s/cat :x (s/* (s/cat :a int? :b string?)) :y keyword?) [1 "a" 2] (s/cat :x (s/* (s/cat :a int? :b string?)) :y keyword?) [1 "a" :k 3]
          (s/cat :x (s/* (s/cat :a int? :b string?)) :y keyword?) [1 :k] (s/cat :a int? :b (s/* int?) :c (s/? string?) :d keyword?) [1 2 "x" 3] (s/cat :a int? :b (s/* int?) :c (s/? string?) :d keyword?) [1 2])

;; Nested sequences
(problems (s/cat :a (s/spec (s/* int?)) :b (s/+ string?)) [[1 :x] "a"] (s/cat :a (s/spec (s/* int?)) :b (s/+ string?)) [1 "a"] (s/cat :a (s/spec ::pair)) [[1 2]] (s/cat :a (s/spec ::pair)) [[1]] (s/* (s/spec ::pair)) [[1 "x"] [2]] (s/* (s/spec (s/cat :a ::ints))) [[1] [2 :x]]
          (s/coll-of ::pair) [[1 "x"] [1]] (s/coll-of ::pair) [1] (s/tuple ::pair ::ints) [[1 2] [1 :x]] (s/or :p ::pair :i ::ints) [:x] (s/or :p ::pair :i int?) "x" (s/map-of any? ::pair) {1 [2 3]} (s/nilable ::pair) [1] (s/and ::pair #(= 1 (:l %))) [2 "x"]
          (s/cat :m (s/coll-of int?)) [[1 :x]] (s/cat :m (s/map-of int? int?)) [{1 :x}] (s/cat :o (s/or :i int? :s string?)) [:x] (s/cat :n (s/nilable int?)) [:x] (s/cat :n (s/and int? even?)) [3])

;; & and keys*
(s/def ::a int?) (s/def ::c string?) (s/def ::even-ints (s/& (s/* int?) #(even? (count %))))
(problems (s/& (s/* int?) #(even? (count %))) [1] (s/& (s/* int?) #(even? (count %))) [1 :x] (s/& (s/* int?) #(even? (count %))) [1 2 :x] (s/& (s/+ int?) #(even? (count %))) [] (s/& (s/* int?) seq) [] (s/& (s/cat :a int? :b int?) #(< (:a %) (:b %))) [2 1] (s/& (s/cat :a int? :b int?) #(< (:a %) (:b %))) [2]
          (s/& (s/cat :a int? :b int?) #(< (:a %) (:b %))) [2 :x] (s/& int? even?) [3] (s/& int? even?) [:x] (s/& int? even?) [] (s/cat :e ::even-ints :s string?) [1 "x"] (s/cat :e ::even-ints :s string?) [1] ::even-ints [1] (s/* (s/& (s/cat :a int? :b int?) #(< (:a %) (:b %)))) [1 2 4 3]
          (s/keys* :req-un [::a]) [:a "x"] (s/keys* :req-un [::a]) [] (s/keys* :req-un [::a]) [:b 1] (s/keys* :req-un [::a]) [1 2] (s/keys* :opt-un [::a ::c]) [:a 1 :c 2] (s/cat :i int? :m (s/keys* :req-un [::a]) :j int?) [42 :a "x" 99] (s/cat :i int? :m (s/keys* :req-un [::a])) [42 :d 4] (s/cat :i int? :m (s/keys* :req-un [::a])) [42])

;; Recursion
(s/def ::sexp (s/spec (s/cat :op symbol? :args (s/* (s/alt :num number? :sub ::sexp)))))
(problems ::sexp '(+ 1 (* :x)) ::sexp '(+ (+ (+))) ::sexp '(1) ::sexp '(+ "x"))
