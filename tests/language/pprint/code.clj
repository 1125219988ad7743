;; Layout of code.
(require 'clojure.pprint)
(def code '[(defn f [a b] (let [x 1 y 2] (cond (= a 1) (println "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa") (= a 2) (println "bbbbbbbbbbbbbbbbbbbb") :else nil)))
 (defn ^:private foo "doc string here which is long enough to break the line sometimes" {:added "1.0"} ([a] (foo a 1)) ([a b] (if (> a b) (do (println a) (println b) (recur a b)) (fn [x] #(+ 1 2 %)))))
 (ns foo.bar "docs" (:require [clojure.string :as str] [clojure.set :refer [union difference]] [clojure.java.io :as io]) (:import (java.util Date UUID) (java.io File)) (:use clojure.test))
 (loop [i 0 acc []] (when (< i 10) (recur (inc i) (conj acc i))))
 (condp = x 1 :one 2 :two 3 "a rather long string so it has to break over the line at some place")
 (-> a (b c) (d e f g h i j k l m n o p q r s t u v w x y z aa bb cc dd ee ff gg hh))
 (if-not (some-predicate? some-argument another-argument) (then-branch with arguments) (else-branch with arguments))
 (defmacro when-foo [test & body] `(if (foo ~test) (do ~@body)))
 (binding [*out* w *print-length* 10] (prn 1) (prn 2) (prn "something long enough to break it into lines hopefully"))
 (case x (1 2 3) :small 4 :four (5 6) "a long string a long string a long string a long string")
 (for [x xs :when (odd? x) :let [y (* x x)]] [x y "a long string a long string a long string"])
 (defn- g [x] @x) (var foo) (quote x) #(foo %1 %2 (bar %1)) 
 (try (foo bar) (catch Exception e (println "caught" e) (throw (ex-info "a long message a long message" {}))) (finally (close)))
 (defmethod foo :bar [x y z] (println "hello world this is long") (println "hello world this is long too"))
 (.. System (getProperties) (get "os.name")) (let [{:keys [a b c] :as m} (some-function with-args)] (println a b c) {:a a :b b})
 (when (and (foo bar baz) (quux a b c)) (do-something-quite-long) (do-something-else-quite-long-as-well))
 (cond-> x (foo? x) (assoc :a 1) (bar? x) (assoc :b 2) (baz? x) (update :c inc) :always (dissoc :zzzzzzzzz))])
(doseq [c code]
  (binding [clojure.pprint/*print-right-margin* 40]
    (clojure.pprint/with-pprint-dispatch clojure.pprint/code-dispatch (clojure.pprint/pprint c))))

;; Where *print-length* is reached, a run of what the operator's layout prints ends.
(doseq [form '[(fn f [a] 1) (defn f "doc" {:a 1} [a] 1) (defn f ([a] 1) ([a b] 2)) (let [a 1] 2) (if a b c) (cond a b) (condp = 1 2 3) (def a 1) (ns a (:require b))]
        length [0 1 2 3]]
  (prn length (binding [*print-length* length] (with-out-str (clojure.pprint/with-pprint-dispatch clojure.pprint/code-dispatch (clojure.pprint/pprint form))))))
