;; Namespaces that are there from the start, and ns forms of unusual shapes.
(ns starting-namespaces
  [:require [clojure.core :as core] clojure.string]
  [:refer-clojure :exclude [abs]])

(println (core/inc 1) (core/nil? (core/resolve 'abs)))
(println (core/map #(core/some? (core/find-ns %))
                   '[clojure.core clojure.core.protocols clojure.instant clojure.uuid clojure.edn clojure.java.io clojure.string clojure.walk]))
(core/require '[clojure.core :as c :refer [dec]])
(println (c/= core/inc inc) (c/dec 1))

(deftype Pair [a b]
  clojure.core.protocols/IKVReduce
  (kv-reduce [_ f init] (f (f init :a a) :b b)))
(println (core/reduce-kv core/conj [] (Pair. 1 2)))

;; A macro that defines macros, as libraries do that re-export names.
(core/defmacro define-macro [name f]
  `(do (def ~name ~f) (core/alter-meta! (var ~name) core/assoc :doc "made") (. (var ~name) ~'setMacro) (var ~name)))
(define-macro swap-args (core/fn [_ _ [f a b]] (core/list f b a)))
(println (swap-args (core/- 1 10)) (:doc (core/meta #'swap-args)))
