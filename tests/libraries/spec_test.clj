(ns libraries.spec-test
  (:require [clojure.spec.alpha :as s] [clojure.spec.gen.alpha :as gen] [clojure.spec.test.alpha :as st] [clojure.core.specs.alpha :as cs]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(s/fdef ranged :args (s/and (s/cat :start int? :end int?) #(< (:start %) (:end %))) :ret int? :fn (fn [{:keys [args ret]}] (<= (:start args) ret)))
(defn ranged [start end] (+ start (quot (- end start) 2)))
(s/fdef bad :args (s/cat :x int?) :ret string?)
(defn bad [x] x)
(show (st/instrument `ranged) (ranged 1 5) (ranged 5 1) (ranged 1 :x) (st/unstrument `ranged) (ranged 5 1) (st/instrumentable-syms 'libraries.spec-test)
      (s/conform ::cs/defn-args '(f "doc" [a & b] (+ a b))) (s/conform ::cs/binding-form '{:keys [a b] :as m}) (s/conform ::cs/ns-clauses '((:require [a.b :as c])))
      (s/explain-str ::cs/bindings '[a 1 b]) (s/conform ::cs/bindings '[a 1 [x y] z]) (s/valid? ::cs/param-list '[a b & c]) (s/valid? ::cs/param-list '[a &])
      (every? int? (gen/sample (s/gen int?))) (every? #(s/valid? (s/coll-of keyword? :count 2) %) (gen/sample (s/gen (s/coll-of keyword? :count 2)) 5))
      (:result (:clojure.spec.test.check/ret (first (st/check `ranged {:clojure.spec.test.check/opts {:num-tests 5}}))))
      (let [r (first (st/check `bad {:clojure.spec.test.check/opts {:num-tests 5}}))] [(:sym r) (ex-message (:failure r))])
      (count (s/exercise (s/cat :a int? :b string?) 3)) (every? (fn [[v c]] (= c (s/conform ::x v))) []) (gen/generate (gen/return 5))
      (every? pos-int? (gen/sample (s/gen pos-int?))) (every? #{1 2 3} (gen/sample (s/gen #{1 2 3}))) (map? (gen/generate (s/gen (s/map-of keyword? int?))))
      (s/conform ::cs/import-list '[(java.util Date)]) (st/summarize-results []))
(eval '(do (clojure.spec.alpha/fdef libraries.spec-test/m :args (clojure.spec.alpha/cat :x int?)) (defmacro m [x] x)))
