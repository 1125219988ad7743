(ns libraries.tools-namespace
  (:require [clojure.tools.namespace.dependency :as d] [clojure.tools.namespace.parse :as p] [clojure.tools.namespace.track :as t] [clojure.tools.namespace.file :as f]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(def g (-> (d/graph) (d/depend :b :a) (d/depend :c :b) (d/depend :d :a)))
(show (d/topo-sort g) (d/depends? g :c :a) (d/dependent? g :a :c) (d/immediate-dependencies g :c) (d/transitive-dependencies g :c) (d/transitive-dependents g :a) (d/nodes g) (d/depend g :a :c) (sort (d/topo-comparator g) [:c :a :b]) (d/nodes (d/remove-node g :c)) (d/immediate-dependents (d/remove-edge g :b :a) :a)
      (p/read-ns-decl (java.io.PushbackReader. (java.io.StringReader. "; c\n(comment x) (ns a.b (:require [c.d :as d] (e f [g :as h])) (:use i.j)) (def x 1)"))) (p/deps-from-ns-decl '(ns a.b (:require [c.d :as d] (e f [g :as h]) k) (:use i.j))) (p/ns-decl? '(ns x)) (p/comment? '(comment)) (p/read-ns-decl (java.io.PushbackReader. (java.io.StringReader. "(def x)"))) (let [tr (t/add (t/tracker) '{a #{b} b #{}})] [(::t/load tr) (::t/unload tr)]) (::t/load (t/remove (t/add (t/tracker) '{a #{b} b #{}}) '[b])) (f/clojure-file? (java.io.File. "x.clj")))
