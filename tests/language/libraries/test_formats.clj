;; clojure.test.tap, clojure.test.junit and clojure.inspector.
(ns test-formats
  (:require [clojure.inspector :as in]
            [clojure.string :as str]
            [clojure.test :refer :all]
            [clojure.test.junit :as junit]
            [clojure.test.tap :as tap]))

(deftest passes
  (is (= 1 1))
  (testing "context" (is (= 2 2) "message")))
(deftest fails
  (testing "outer" (testing "inner"
    (is (= 1 2) "not <equal> & \"such\"")
    (is (= [1] (map inc [1]))))))
(deftest throws-nothing
  (is (thrown? ArithmeticException (inc 1))))

(defn output [f]
  (with-out-str (binding [*test-out* *out*] (f))))

;; Object addresses and where an assertion stands differ.
(println (str/replace (output (fn [] (tap/with-tap-output (run-tests 'test-formats))))
                      #"#object\[\S+ \S+ " "#object["))
(println (str/replace (output (fn [] (junit/with-junit-output (run-tests 'test-formats))))
                      #"      at: [^<]*" "      at: "))
(println (output (fn [] (tap/print-tap-plan 3) (tap/print-diagnostics {:type :pass :expected 1 :actual 2 :message "a\nb"}) (tap/print-tap-pass "x")
                   (tap/print-tap-fail "y") (tap/print-tap-diagnostic "z"))))
(prn (junit/package-class "a.b.c") (junit/package-class "c") (junit/suite-attrs nil "c") (junit/suite-attrs "a" "c"))
(prn (in/atom? 1) (in/atom? [1])
     (map in/collection-tag [1 [1] {1 2} #{1} '(1) (first {1 2}) nil "a"])
     (in/is-leaf 1) (in/is-leaf [1]) (in/is-leaf (first {1 2})) (in/get-child [1 2] 1)
     (in/get-child {1 2} 0) (in/get-child-count {1 2 3 4}) (in/get-child-count [1 2])
     ((:get-value (in/list-provider [1 2])) 1) (:nrows (in/list-provider {1 2})))
