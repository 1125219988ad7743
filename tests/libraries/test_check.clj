(ns libraries.test-check
  (:require [clojure.test.check :as tc] [clojure.test.check.generators :as gen] [clojure.test.check.properties :as prop] [clojure.test.check.random :as random] [clojure.test.check.rose-tree :as rose]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(defn values [generator seed n] (map #(gen/generate generator % (+ seed %)) (range n)))
(show (values gen/small-integer 1 8) (values gen/large-integer 2 6) (values gen/boolean 3 6) (values gen/string-alphanumeric 4 5) (values gen/keyword 5 5) (values (gen/vector gen/nat) 6 5)
      (values (gen/map gen/keyword gen/small-integer) 7 4) (values (gen/tuple gen/nat gen/boolean) 8 4) (values (gen/one-of [gen/nat (gen/return :x)]) 9 6) (values (gen/elements [1 2 3]) 10 6)
      (values (gen/such-that even? gen/nat) 11 6) (values (gen/fmap inc gen/nat) 12 5) (values (gen/bind gen/nat #(gen/vector (gen/return %) 2)) 13 4) (values (gen/frequency [[1 (gen/return :a)] [9 (gen/return :b)]]) 14 8)
      (values gen/char-alpha 15 6) (values gen/double 16 5) (values gen/ratio 17 5) (values (gen/choose 1 100) 18 8) (values (gen/shuffle [1 2 3 4]) 19 4) (values (gen/set gen/nat) 20 4) (values (gen/list gen/boolean) 21 4)
      (values gen/uuid 22 2) (values gen/symbol 23 4) (values gen/any-printable 24 6) (values (gen/recursive-gen gen/vector gen/nat) 25 5) (values (gen/vector-distinct gen/nat {:num-elements 3}) 26 3) (values gen/string 27 3)
      (values (gen/hash-map :a gen/nat) 28 3) (values (gen/sized gen/return) 29 4) (values (gen/resize 50 gen/nat) 30 4) (values (gen/not-empty (gen/vector gen/nat)) 31 4) (values gen/size-bounded-bigint 32 4)
      (dissoc (tc/quick-check 50 (prop/for-all [v (gen/vector gen/small-integer)] (= (sort v) (sort (shuffle v)))) :seed 42) :time-elapsed-ms)
      (let [r (tc/quick-check 200 (prop/for-all [v (gen/vector gen/small-integer)] (< (count v) 5)) :seed 7)] [(:pass? r) (:num-tests r) (:fail r) (get-in r [:shrunk :smallest])])
      (let [r (tc/quick-check 100 (prop/for-all [a gen/nat b gen/nat] (<= (+ a b) 40)) :seed 11)] [(:pass? r) (:fail r) (get-in r [:shrunk :smallest]) (get-in r [:shrunk :depth])])
      (let [r (tc/quick-check 10 (prop/for-all [a gen/nat] (throw (ex-info "boom" {:a a}))) :seed 1)] [(:pass? r) (ex-message (:result r)) (:fail r)])
      (random/rand-long (random/make-random 99)) (random/rand-double (first (random/split (random/make-random 99)))) (mapv random/rand-long (random/split-n (random/make-random 5) 3))
      (rose/root (gen/call-gen gen/nat (random/make-random 3) 10)) (map rose/root (rose/children (rose/make-rose 1 [(rose/make-rose 2 [])])))
      (gen/generate (gen/let [a gen/nat b (gen/vector gen/nat a)] [a b]) 5 77) (gen/generate (gen/such-that neg? gen/nat 3) 5 1) (gen/generator? gen/nat) (vec (gen/generate gen/bytes 5 3)))
