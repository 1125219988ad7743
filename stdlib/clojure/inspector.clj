;; clojure.inspector: what of it needs no window.

(ns clojure.inspector
  "Shows nested data; as text, for there are no windows here."
  (:require [clojure.pprint :as pprint]))

(defn atom?
  "True for what is no collection."
  [x]
  (not (coll? x)))

(defn collection-tag
  "The kind of tree node x is: :entry, :seqable or :atom."
  [x]
  (cond
    (map-entry? x) :entry
    (instance? java.util.Map x) :seqable
    (instance? java.util.Set x) :seqable
    (sequential? x) :seq
    (instance? clojure.lang.Seqable x) :seqable
    :else :atom))

(defmulti is-leaf
  "True when the node of a tree has no children."
  collection-tag)
(defmulti get-child
  "The child at the index of a node."
  (fn [parent index] (collection-tag parent)))
(defmulti get-child-count
  "How many children a node has."
  collection-tag)

(defmethod is-leaf :default [node] (atom? node))
(defmethod get-child :default [parent index] (nth parent index))
(defmethod get-child-count :default [parent] (count parent))

(defmethod is-leaf :entry [e] (is-leaf (val e)))
(defmethod get-child :entry [e index] (get-child (val e) index))
(defmethod get-child-count :entry [e] (count (val e)))

(defmethod is-leaf :seqable [parent] false)
(defmethod get-child :seqable [parent index] (nth (seq parent) index))
(defmethod get-child-count :seqable [parent] (count (seq parent)))

(defn- print-tree [node depth]
  (print (apply str (repeat (* 2 depth) \space)))
  (cond
    (is-leaf node) (prn node)
    :else
    (do
      (println (if (map-entry? node) (pr-str (key node)) (str (.getSimpleName (class node)))))
      (dotimes [i (get-child-count node)]
        (print-tree (get-child node i) (inc depth))))))

(defn inspect-tree
  "Prints nested data as an indented tree."
  {:added "1.0"}
  [data]
  (print-tree data 0))

(defn inspect-table
  "Prints rows of data, each a sequence or a map, as a table."
  {:added "1.0"}
  [data]
  (pprint/print-table (map (fn [row] (if (map? row) row (zipmap (range) row))) data)))

(defmulti list-provider
  "{:nrows :get-value :get-label} of data as a list of labelled values."
  class)

(defmethod list-provider :default [x]
  {:nrows 1 :get-value (fn [i] x) :get-label (fn [i] (.getName (class x)))})
(defmethod list-provider java.util.List [c]
  (let [v (if (vector? c) c (vec c))]
    {:nrows (count v) :get-value (fn [i] (v i)) :get-label (fn [i] i)}))
(defmethod list-provider java.util.Map [c]
  (let [v (vec (sort (map (fn [[k x]] (clojure.lang.MapEntry/create k x)) c)))]
    {:nrows (count v) :get-value (fn [i] (val (v i))) :get-label (fn [i] (key (v i)))}))

(defn inspect
  "Prints a value with its parts, one on a line."
  {:added "1.0"}
  [x]
  (let [{:keys [nrows get-value get-label]} (list-provider x)]
    (dotimes [i nrows]
      (println (str (get-label i) ":") (pr-str (get-value i))))))
