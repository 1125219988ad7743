;; ns, require, use, refer, import and looking names up.

(ns app.one
  "First."
  {:author "me"}
  (:refer-clojure :exclude [replace])
  (:require [clojure.string :as str :refer [upper-case]]
            [clojure.set :refer [union] :rename {union joined}])
  (:import (java.util UUID Date)
           java.io.File))

(prn (ns-name *ns*) (:doc (meta *ns*)) (:author (meta *ns*)))
(def replace :mine)
(defn- hidden [] 1)
(def ^:dynamic *d* 1)
(prn replace (upper-case "a") (joined #{1} #{2}) (str/join "," [1 2]))
(prn (class UUID) (.getName Date) (resolve 'File))
(prn (sort (keys (ns-publics 'app.one))) (sort (keys (ns-interns *ns*))))
(prn (map ns-name (vals (ns-aliases *ns*))))
(prn (get (ns-refers *ns*) 'joined) (get (ns-imports *ns*) 'UUID))

(ns app.two
  (:require [app.one :as one])
  (:use [clojure.walk :only [postwalk]]))
(prn (try (eval '(app.one/hidden)) (catch Throwable e (some-> e ex-cause ex-message))))
(prn (#'one/hidden) one/replace (fn? postwalk))
(refer 'app.one :only '[*d*])
(prn *d* (binding [*d* 2] *d*))
(prn (try (refer 'app.one :only '[hidden]) (catch IllegalAccessError e (ex-message e))))
(prn (try (refer 'app.one :only '[nothing]) (catch IllegalAccessError e (ex-message e))))
(prn (try (refer 'app.none) (catch Exception e (ex-message e))))
(prn (try (require 'app.none) (catch java.io.FileNotFoundException e (ex-message e))))
(require '(clojure [zip :as z] [data :as d]))
(prn (first (d/diff 1 2)) (fn? z/down))
(require '[app.nowhere :as-alias nw])
(prn ::nw/x ::one/y ::z)
(prn (contains? (loaded-libs) 'clojure.set) (contains? (loaded-libs) 'app.two))
(prn (requiring-resolve 'clojure.set/union) (resolve 'one/replace) (ns-resolve 'app.one 'replace))
(prn (find-ns 'app.three) (ns-name (create-ns 'app.three)) (intern 'app.three 'x 5) @(resolve 'app.three/x))
(remove-ns 'app.three)
(prn (find-ns 'app.three))
(in-ns 'user)
(clojure.core/prn (clojure.core/ns-name clojure.core/*ns*))
(clojure.core/refer-clojure)
(prn (inc 1))
