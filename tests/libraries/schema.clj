(ns libraries.schema
  (:require [schema.core :as s] [schema.coerce :as coerce] [schema.utils :as u] [schema.test :as st]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(s/defschema Point {:x s/Num :y s/Num})
(s/defrecord Named [name :- s/Str age :- s/Int])
(s/defn add :- s/Int "Adds." [a :- s/Int b :- s/Int] (+ a b))
(s/defn vararg :- [s/Str] [x & more :- [s/Keyword]] (map str (cons x more)))
(s/defschema Tree {:value s/Int (s/optional-key :kids) [(s/recursive #'Tree)]})
(show (s/validate Point {:x 1 :y 2.5}) (s/validate Point {:x 1}) (s/check Point {:x "a" :z 1}) (s/check {:a s/Int} {:a 1 :b 2}) (s/check {s/Keyword s/Int} {:a "x"}) (s/check [s/Int] [1 :a]) (s/check [(s/one s/Str "name") (s/optional s/Int "n") s/Keyword] ["a" 1 :k "z"])
      (s/check (s/maybe s/Str) nil) (s/check (s/enum :a :b) :c) (s/check (s/pred even?) 3) (s/check (s/pred even? 'even!) 3) (s/check (s/both s/Int (s/pred pos?)) -1) (s/check (s/either s/Int s/Str) :k) (s/check (s/conditional map? {:a s/Int} :else s/Str) {:a "x"}) (s/check (s/cond-pre s/Int [s/Str]) [1]) (s/check (s/constrained s/Int odd? 'odd) 2)
      (s/check (s/eq 5) 6) (s/check #{s/Int} #{:a}) (s/check (s/isa ::a) ::b) (s/check s/Any 1) (s/check s/Regex #"a") (s/check s/Uuid 1) (s/check s/Inst #inst "2020") (s/check Tree {:value 1 :kids [{:value 2} {:value :x}]}) (s/check (s/named s/Int "id") "x") (s/check (s/pair s/Int "a" s/Str "b") [1 2]) (s/check String 1) (some? (s/check (s/atom s/Int) (atom "x")))
      (s/explain Point) (s/explain Tree) (s/explain (s/maybe [s/Int])) (s/explain (s/=> s/Int s/Str)) (s/explain {(s/required-key "k") s/Int (s/optional-key :o) (s/enum 1)}) (s/explain Named) (add 1 2) (s/with-fn-validation (add 1 "2")) (s/with-fn-validation (add 1 2)) (s/with-fn-validation (vararg "a" :b)) (s/with-fn-validation (vararg "a" 1)) (s/fn-schema add) (:doc (meta #'add)) (:arglists (meta #'add))
      (->Named "a" 1) (s/check Named (->Named 1 "a")) (map->Named {:name "q" :age 2}) (s/schema-name Point) (s/schema-ns Point) ((coerce/coercer Point coerce/json-coercion-matcher) {:x 1 :y 2}) ((coerce/coercer {:k s/Keyword :s #{s/Int} :i s/Int} coerce/json-coercion-matcher) {:k "a" :s [1 2] :i 3.0}) ((coerce/coercer {:n s/Int :b s/Bool} coerce/string-coercion-matcher) {:n "12" :b "true"})
      (u/error-val ((coerce/coercer {:n s/Int} coerce/string-coercion-matcher) {:n "zz"})) (u/error? (s/check s/Int 1)) ((s/checker [s/Int]) [1 "a"]) ((s/validator s/Int) 5) ((s/fn [x :- s/Int] (inc x)) 1) (s/letfn [(f :- s/Int [x :- s/Int] (* 2 x))] (f 4)) (s/def v :- s/Int 5) (s/check (s/map-entry s/Keyword s/Int) (first {:a "x"})) (some? (s/check (s/queue s/Int) (conj clojure.lang.PersistentQueue/EMPTY "a"))) (s/optional-key :a) (s/check (s/if map? {:a s/Int} s/Str) 1) (s/check (s/protocol clojure.core.protocols/Datafiable) 1))
