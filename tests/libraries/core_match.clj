(ns libraries.core-match
  (:require [clojure.core.match :as m :refer [match matchv matchm match-let]] [clojure.core.match.regex]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(defn fizz [n] (match [(mod n 3) (mod n 5)] [0 0] "FizzBuzz" [0 _] "Fizz" [_ 0] "Buzz" :else n))
(defn size [x] (match x nil 0 [] 0 [_] 1 [a b & r] (+ 2 (count r)) {:n n} n (_ :guard string?) -1 :else :other))
(defn calc [e] (match e [:add a b] (+ (calc a) (calc b)) [:mul a b] (* (calc a) (calc b)) (n :guard number?) n))
(show (map fizz (range 1 16)) (map size [nil [] [1] [1 2 3] {:n 9} "s" 5]) (calc [:add 1 [:mul 2 3]])
      (match [[1 2 3]] [[1 & r]] r) (match {:a 1 :b 2} {:a 1 :b b} b) (match {:a 1} ({:a 1} :only [:a]) :only :else :no) (match {:a 1 :b 2} ({:a 1} :only [:a]) :only :else :no)
      (match [1 [2 [3]]] [a [b [c]]] [a b c]) (match '(1 2 3) ([1 x & r] :seq) [x r]) (match :b (:or :a :b) :ab :else :none) (match [1 2] [(x :guard odd?) (y :guard even?)] [x y] :else nil)
      (let [x 1] (match 1 x :same :else :other)) (match 5 y y) (match [[1 2] 3] [([a b] :as v) c] [v a b c]) (match "abc" #"a.c" :re :else :no) (match 'foo 'foo 1 :else 2)
      (match [true false] [true true] 1 [false _] 2 [true false] 3) (match 1 2 :two) 
      (match {:a {:b {:c 3}}} {:a {:b {:c c}}} c) (match [\a "s" 1.5 :k nil] [\a "s" 1.5 :k nil] :lits) (match {:x nil} {:x nil} :nil :else :no) (match {} {:x _} :has :else :no)
      (match [(inc 1)] [2] :two) (match 3 (a :guard [odd? pos?]) a :else :no) (match [-5] [(5 :<< -)] :five :else 1))
