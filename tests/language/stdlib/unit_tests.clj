;; clojure.test: reports and summaries. (Hash order decides the order of tests.)

(ns unit-tests
  (:require [clojure.test :refer :all]))

(defn f [x] x)
(use-fixtures :once (fn [g] (println "once") (g)))
(use-fixtures :each (fn [g] (println "each") (g)))
(deftest a-test
  (is (= 1 2) "msg")
  (is (= 1 1))
  (testing "ctx"
    (testing "inner"
      (is (f nil))
      (is false)))
  (is (thrown? ArithmeticException (/ 1 0)))
  (is (thrown? ArithmeticException 1))
  (is (thrown-with-msg? Exception #"ba" (throw (Exception. "bar"))))
  (is (instance? String 1))
  (is nil)
  (is (let [x 1] (= x 2)))
  (are [x y] (= x y)
    1 1
    2 3))
(deftest b-test
  (is (contains? #{1} 2)))
(deftest c-test (is (= {:a 1} {:a 1})))
(println (run-tests))
(println (successful? {:fail 0 :error 0}) (successful? {:fail 1 :error 0}))
(println (:pass (run-test-var #'c-test)))
(println (try (eval '(clojure.test/are [x y] (= x y) 1)) (catch Throwable e (ex-message (ex-cause e)))))
(defmethod assert-expr 'small? [msg form]
  `(let [x# ~(second form)] (do-report {:type (if (< x# 10) :pass :fail) :message ~msg :expected '~form :actual x# :file "f" :line 0}) x#))
(deftest d-test (is (small? 5)) (is (small? 50) "too large"))
(binding [*report-counters* (ref *initial-report-counters*)]
  (test-var #'d-test)
  (prn @*report-counters*))

; The maps that a program's own report gets, with their keys in this order.
(binding [report (fn [m] (prn (update (dissoc m :file :line) :actual #(if (instance? Throwable %) (class %) %))))]
  (is (= 1 2)) (is (nil? nil) "message") (is nil) (is (thrown? Exception 1)) (is (instance? Number nil)) (is (/ 1 0)) (is :x))
