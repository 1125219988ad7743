; Namespaces, aliases, refer, in-ns, resolve.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(ns first.one "doc one" (:require [clojure.string :as str] [clojure.set :refer [union]]))
(def a 1) (def ^:private b 2) (defn f [] :one-f) (defmacro m [x] `(inc ~x)) (defn- g [] :private)
(ns second.two (:refer-clojure :exclude [map]) (:require [first.one :as one :refer [f]]))
(def map :my-map)
(clojure.core/println map (f) one/a (one/m 1) (one/f) ::one/k ::k `f `map `one/zz)
(clojure.core/println (ns-name *ns*) (clojure.core/map clojure.core/inc [1 2]))
(in-ns 'user)
(show (ns-name *ns*) (ns-name (find-ns 'first.one)) (find-ns 'nope) (some? (find-ns 'second.two)) first.one/a  @#'first.one/b (#'first.one/g) (sort (keys (ns-publics 'first.one))) (sort (keys (ns-interns 'first.one))) (keys (ns-aliases 'second.two)) (ns-resolve 'second.two 'f) (ns-resolve 'second.two 'one/a) (ns-resolve 'second.two 'map) (resolve 'map) (resolve 'String) (resolve 'first.one/a) (ns-resolve 'first.one 'union) (contains? (ns-refers 'second.two) 'f) (contains? (ns-refers 'second.two) 'map) (count (ns-publics 'second.two)) (:doc (meta (find-ns 'first.one))) (get (ns-imports 'user) 'String) (ns-unalias 'second.two 'one) (ns-aliases 'second.two) (ns-unmap 'first.one 'a) (ns-resolve 'first.one 'a))
(alias 'fo 'first.one)
(refer 'first.one :only '[f] :rename '{f renamed-f})
(show (fo/f) (renamed-f) ::fo/x (require 'clojure.walk) (clojure.walk/keywordize-keys {"a" 1}) (require '[clojure.set :as s :refer [difference]]) (s/union #{1}) (difference #{1 2} #{1}) (refer 'clojure.string :only '[join]) (join "," [1 2]) (require 'no.such.lib) (use '[clojure.string :only [blank?]]) (blank? "") (some? (create-ns 'fresh.ns)) (do (intern 'fresh.ns 'x 5) @(find-var 'fresh.ns/x)) (some? (remove-ns 'fresh.ns)) (find-ns 'fresh.ns) (refer 'nope) (refer 'first.one :only '[zzz]) (alias 'q 'nope) (ns-name 'user) (binding [*ns* (find-ns 'first.one)] (str *ns*)) (binding [*ns* (find-ns 'first.one)] (eval '(f))) (binding [*ns* (find-ns 'first.one)] (read-string "::x")) (import 'java.util.ArrayList) (count (ArrayList.)) (import '[java.util HashMap Date]) (.size (HashMap.)) (contains? (loaded-libs) 'clojure.set) (requiring-resolve 'clojure.set/union) ((requiring-resolve 'clojure.set/union) #{1} #{2}) (instance? clojure.lang.Namespace *ns*) (str (find-ns 'user)) (map str (take 0 (all-ns))))
