(ns libraries.fast-zip-visit
  (:require [fast-zip.core :as z] [fast-zip.visit :as v]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(def tree [1 [2 :a [3 "s"]] 4])
(v/defvisitor sum :pre [n s] (when (number? n) {:state (+ s n)}))
(v/defvisitor double-it :post [n s] (when (number? n) {:node (* 2 n)}))
(def order (v/visitor :pre [n s] {:state (conj s n)}))
(def inner (v/visitor :in [n s] {:state (conj s [:in n])}))
(show (v/visit (z/vector-zip tree) 0 [sum]) (v/visit (z/vector-zip tree) nil [double-it]) (:state (v/visit (z/vector-zip tree) [] [order])) (:state (v/visit (z/vector-zip tree) [] [inner])) (v/visit (z/vector-zip tree) 0 [sum double-it])
      (v/visit (z/vector-zip tree) [] [(fn [d n s] (when (= n :a) {:state d :break true}))]) (v/visit (z/vector-zip tree) [] [(fn [d n s] (when (and (vector? n) (= d :pre) (= 2 (first n))) {:cut true :state (conj s n)}))]) (v/visit (z/vector-zip tree) [] [(v/visitor :pre [n s] (when (= n "s") {:node :string :next true}))]))
