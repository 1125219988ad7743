(ns libraries.fast-zip
  (:require [fast-zip.core :as z]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(def data '[[a * b] + [c * d]])
(def dz (z/vector-zip data))
(show (-> dz z/down z/node) (-> dz z/down z/right z/node) (-> dz z/down z/right z/right z/down z/node) (-> dz z/down z/lefts) (-> dz z/down z/right z/lefts) (-> dz z/down z/rights) (-> dz z/down z/rightmost z/node) (-> dz z/down z/right z/leftmost z/node) (-> dz z/down z/down z/path) (-> dz z/down (z/replace 'x) z/root) (-> dz z/down (z/edit conj 'q) z/root) (-> dz z/down (z/insert-left 'l) z/root) (-> dz z/down (z/insert-right 'r) z/root)
      (-> dz (z/insert-child 'f) z/root) (-> dz (z/append-child 'e) z/root) (-> dz z/down z/remove z/root) (loop [loc dz acc []] (if (z/end? loc) acc (recur (z/next loc) (if (z/branch? loc) acc (conj acc (z/node loc)))))) (z/children dz) (z/branch? dz) (-> dz z/down z/up z/node) (-> dz z/up) (-> dz z/next z/next z/prev z/node) (z/root (loop [loc (z/seq-zip '(1 (2 3)))] (if (z/end? loc) loc (recur (z/next (if (number? (z/node loc)) (z/edit loc inc) loc)))))) (z/node (z/down (z/xml-zip {:tag :a :content [{:tag :b}]}))) (-> dz z/down z/left))
