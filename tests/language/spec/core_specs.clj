;; The specs of what the macros of clojure.core take.
(require '[clojure.spec.alpha :as s])
(doseq [k (sort-by str (keys (s/registry)))
        :let [form (pr-str (s/form k))]]
  (println k (boolean (s/regex? (s/get-spec k))) (if (re-find #"__" form) :generated-name form)))
(doseq [[k x] '[[:import-list [(java.util Date)]] [:import-list [[java.util Date List] String]] [:ns-require (:require a [b :as c] (d e [f :refer [x]]) :reload)] [:quotable-import-list [(quote (java.util Date)) (a B) 'String String]]
 [:ns-form (foo "doc" {:a 1} (:require [a :as b :refer :all] c) (:use d) (:import (x Y)) (:gen-class :name foo :methods [[a [] String]]))]
 [:params+body ([a] {:pre [a]} b)] [:params+body ([a] {:pre [a]})] [:defn-args (f "d" {:m 1} ([a] a) ([b & c] c) {:x 1})] [:bindings [a 1 {:keys [x] :as y} 2 [p q & r :as z] 3]] [:map-binding-form {:keys [a b] :or {a 1} [x y] :k :as m :n/keys [z]}]
 [:filters (:exclude [a] :rename {a b})] [:exposes {a {:get x}}] [:method [m [String "x"] int]] [:ns-use (:use [a :only [b]] (c d [e :exclude [x]]))]]]
 (println k (try (let [c (s/conform (keyword "clojure.core.specs.alpha" (name k)) x)] [c (s/unform (keyword "clojure.core.specs.alpha" (name k)) c)]) (catch Throwable t (ex-message t)))))
(doseq [[k x] '[[:ns-form (foo (:require a :as b))] [:ns-form (foo (:requires a))] [:ns-form (foo (:import 3))] [:ns-form (foo (:import java.util.Date [java.util 3]))] [:ns-form ("x")] [:ns-form (foo (:use [a :only x]))] [:ns-form (foo (:require))] [:ns-form (foo (:gen-class :name "x"))] [:ns-form (foo (:refer-clojure :exclude x))]
 [:defn-args (f)] [:defn-args ("f" [x] 1)] [:defn-args (f x)] [:defn-args (f [x & ])] [:defn-args (f [x 1] 2)] [:defn-args (f ([x]) x)] [:bindings [a]] [:bindings [1 2]] [:bindings (a 1)] [:bindings [{:keys a} 1]] [:bindings [[a :as] 1]] [:bindings [a/b 1]]]]
 (println k x) (print (s/explain-str (keyword "clojure.core.specs.alpha" (name k)) x)))
