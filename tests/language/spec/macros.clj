;; Calls of macros that do not conform to their specs: clojure.core's, and a program's own.
(require '[clojure.main :as main] '[clojure.spec.alpha :as s] '[clojure.spec.test.alpha :as st] '[clojure.string :as str])

(defn text
  "What clojure.main says about an error, without the place."
  [e]
  (str/replace (main/ex-str (main/ex-triage (Throwable->map e))) #" \([^() ]+:[0-9:]+\)" ""))

(defmacro misuse [& forms]
  `(do ~@(map (fn [form]
                `(try (prn (eval '~form))
                      (catch Throwable e#
                        (print (text e#))
                        (prn (class (ex-cause e#)) (ex-message (ex-cause e#)) (dissoc (ex-data (ex-cause e#)) ::s/spec)))))
              forms)))

;; clojure.core's
(misuse (let [x] 1) (let [x 1 y] 1) (let (x 1) 1) (let [1 2] 3) (let [{:keys 3} 1] 1) (let [[a :as] 1] 1) (let [a/b 1] 1) (let [[a & b c] 1] 1) (let)
        (if-let [x 1 y 2] 1) (if-let [x 1] 1 2 3) (when-let (x 1) 1) (when-let [x] 1))
(misuse (defn f [x & ] 1) (defn f x) (defn "f" [x] x) (defn f) (defn f ([x] x) [y] y) (defn f [x y & z q]) (defn x/f [] 1) (defn- x/f [] 1) (fn "x") (fn [x 1] x) (fn f ([x] x) y))
(misuse (ns foo (:require a :as b)) (ns 3) (ns foo (:requires a)) (ns foo (:import 3)) (ns foo (:use [a :only b])) (ns foo (:require [a :as "b"])) (ns foo (:require)) (ns foo (:refer-clojure :exclude map))
        (ns) (ns foo/bar) (import "x") (import 3) (import (java.util)) (refer-clojure :exclude 3))

;; What is right stays so
(misuse (do (ns good.one "doc" {:a 1} (:require [clojure.set :as set :refer [union]] [clojure.string] clojure.walk) (:import (java.util Date List) java.io.File [java.net URI]) (:refer-clojure :exclude [replace])) 1)
        (do (ns good.two (:use [clojure.set :only [union]]) (:require (clojure [zip :as z] [data :refer :all]))) 2) (do (ns good.three (:import java.util.Date)) 3))
(in-ns 'user)
(misuse (do (import '(java.util Date) 'java.util.List java.io.File) 4) (let [{:keys [a b] :or {a 1} :as m :x/syms [q] [c & d :as e] :l} {:b 2 :l [3 4]}] [a b c d]) ((fn f ([] 0) ([x & [y]] [x y])) 1 2))

;; A program's own
(defmacro unless [test & body] `(if ~test nil (do ~@body)))
(s/def ::body (s/+ any?))
(s/fdef unless :args (s/cat :test any? :body ::body) :ret any?)
(defmacro defthing [& args] `(def ~(first args) ~(vec (rest args))))
(s/fdef defthing :args (s/cat :name simple-symbol? :doc (s/? string?) :parts (s/* (s/or :k keyword? :n int?))))
(misuse (unless false 1) (unless false) (unless) (deref (defthing a 1 :b)) (defthing "a") (defthing a "doc" x) (macroexpand-1 '(unless true)))
(s/fdef defthing :args (s/cat :name even?))
(misuse (defthing a))
(s/def unless nil)
(misuse (unless false))

;; A macro that conforms its arguments by a spec of the same file
(s/def ::sum-args (s/cat :name symbol? :numbers (s/* int?)))
(defmacro defsum [& args]
  (let [{:keys [name numbers] :as conformed} (s/conform ::sum-args args)]
    (if (s/invalid? conformed)
      (throw (ex-info (s/explain-str ::sum-args args) {}))
      `(def ~name ~(reduce + numbers)))))
(defsum six 1 2 3)
(prn six)

;; Functions
(defn half [x] (/ x 2))
(s/fdef half :args (s/cat :x (s/and int? even?)))
(st/instrument `half)
(s/check-asserts true)
(defn asserted [x] (s/assert int? x))
(doseq [f [#(half 3) #(half) #(asserted "x")]]
  (print (try (f) (catch Throwable e (text e)))))
(print (str/replace (try (half "x") (catch Throwable e (main/err->msg e))) #"\(.*?\)" "()"))

;; Another printer
(set! s/*explain-out* (fn [data] (println "custom" (count (::s/problems data)))))
(print (try (half 3) (catch Throwable e (text e))))
(misuse (let [x] 1))
(s/explain int? "x")
