;; clojure.datafy: objects as data.

(ns clojure.datafy
  "Turns objects into data, and back when navigating in it."
  (:require [clojure.core.protocols :as p] [clojure.reflect :as reflect]))

(defn datafy
  "x as data: what Datafiable makes of it. Data that carries metadata remembers x and its class in
  it, under ::obj and ::class."
  [x]
  (let [data (p/datafy x)]
    (if (or (identical? data x) (not (instance? clojure.lang.IObj data)))
      data
      (vary-meta data assoc ::obj x ::class (symbol (.getName (class x)))))))

(defn nav
  "The value v at k of the collection, possibly with more than the data holds."
  [coll k v]
  (p/nav coll k v))

(defn- sorted-by-name [m]
  (into (sorted-map) m))

(extend-protocol p/Datafiable
  Throwable
  (datafy [x] (Throwable->map x))
  clojure.lang.IRef
  (datafy [r] (with-meta [(deref r)] (meta r)))
  clojure.lang.Namespace
  (datafy [n]
    (with-meta {:name (ns-name n)
                :publics (sorted-by-name (ns-publics n))
                :imports (sorted-by-name (ns-imports n))
                :interns (sorted-by-name (ns-interns n))}
      (meta n)))
  java.lang.Class
  (datafy [c]
    (let [{:keys [members] :as found} (reflect/reflect c)]
      (assoc found
             :name (symbol (.getName c))
             :members (sorted-by-name (group-by :name members))))))
