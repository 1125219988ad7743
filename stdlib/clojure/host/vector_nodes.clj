(ns clojure.host.vector-nodes
  "How vectors look inside on the JVM, for libraries that make vectors of their own out of the same parts: nodes of a
  tree with 32 branches, made when they are asked for, and array managers."
  (:require [clojure.host.defclass :refer [defclass extend-class]])
  (:import (clojure.lang PersistentVector PersistentVector$Node)
           (java.util.concurrent.atomic AtomicReference)))

(defclass clojure.lang.PersistentVector$Node [edit array])

(defclass clojure.core.VecNode [edit arr])

(defclass clojure.core.ArrayChunk [am arr off end]
  (count [_] (int (- end off)))
  (nth [_ i] (.aget am arr (+ off i)))
  (dropFirst [_]
    (if (= off end)
      (throw (IllegalStateException. "dropFirst of empty chunk"))
      (clojure.core.ArrayChunk. am arr (inc off) end)))
  (reduce [_ f init]
    (loop [result init i off]
      (if (or (reduced? result) (= i end))
        result
        (recur (f result (.aget am arr i)) (inc i))))))

;; Answers what is reduced as it is.
(extend-class clojure.lang.ArrayChunk
  (reduce [chunk f init]
    (loop [result (f init (nth chunk 0)) i 1]
      (if (or (reduced? result) (= i (count chunk)))
        result
        (recur (f result (nth chunk i)) (inc i))))))

;; Nobody may change the nodes of a persistent vector.
(def ^:private no-edit (AtomicReference. nil))

(defn- node [children] (PersistentVector$Node. no-edit (java.util.Arrays/copyOf (to-array children) 32)))

(defn- tail-start [v] (let [n (count v)] (if (< n 32) 0 (bit-and (dec n) -32))))

(defn- shift-of
  "The least one whose tree has room for what is not in the tail."
  [v]
  (let [leaves (quot (tail-start v) 32)]
    (loop [shift 5] (if (< (bit-shift-left 1 shift) leaves) (recur (+ shift 5)) shift))))

(defn- tree-of
  "The root of what is not in the tail: (leaf v start) makes a node of 32 elements, (inner nodes) one of nodes."
  [v leaf inner]
  (loop [nodes (map (fn [start] (leaf v start)) (range 0 (tail-start v) 32)) shift (shift-of v)]
    (if (= shift 5)
      (inner nodes)
      (recur (map inner (partition-all 32 nodes)) (- shift 5)))))

(defn- leaf [v start] (node (subvec v start (+ start 32))))

(extend-class clojure.lang.PersistentVector
  (-shift [v] (int (shift-of v)))
  (-root [v] (if (zero? (tail-start v)) PersistentVector/EMPTY_NODE (tree-of v leaf node)))
  (-tail [v] (to-array (subvec v (tail-start v))))
  (arrayFor [v i]
    (when-not (< -1 i (count v)) (throw (IndexOutOfBoundsException.)))
    (let [start (bit-and i -32)]
      (to-array (subvec v start (min (count v) (+ start 32))))))
  :static
  (:field EMPTY_NODE (node [])))

;; What vector-of makes of arrays of a type, in clojure.core

(defn- array-manager
  "An array manager by the function that makes an array and the one that converts an element."
  [make convert]
  (reify clojure.core.ArrayManager
    (array [_ size] (make size))
    (alength [_ array] (alength array))
    (aclone [_ array] (aclone array))
    (aget [_ array i] (aget array i))
    (aset [_ array i x] (aset array i (convert x)))))

(defn- intern-private [sym value] (intern 'clojure.core (with-meta sym {:private true}) value))

(intern-private 'array-manager array-manager)

(def ^:private managers
  (into {} (map (fn [[kind make convert]] [kind (array-manager make convert)]))
        [[:int int-array int] [:long long-array long] [:float float-array float] [:double double-array double]
         [:byte byte-array byte] [:short short-array short] [:char char-array char] [:boolean boolean-array boolean]]))

(intern-private 'ams managers)

(.setMacro (intern-private 'mk-am (fn [_form _env type]
                                    `((var clojure.core/array-manager) ~(symbol "clojure.core" (str type "-array")) (fn [x#] (~type x#))))))

(def ^:private empty-node (clojure.core.VecNode. nil (object-array 32)))

(intern 'clojure.core (with-meta 'EMPTY-NODE {:added "1.2"}) empty-node)

(def ^:private kind-of-array (into {} (map (fn [[kind manager]] [(class (.array manager 0)) kind])) managers))

(defn- typed-node [children] (clojure.core.VecNode. nil (java.util.Arrays/copyOf (to-array children) 32)))

(defn- typed-leaf [v start] (clojure.core.VecNode. nil (.arrayFor v start)))

(defn- leaf-arrays
  "The arrays below a node, from the left."
  [node shift]
  (if (zero? shift)
    [(.-arr node)]
    (mapcat (fn [child] (leaf-arrays child (- shift 5))) (take-while some? (.-arr node)))))

(extend-class clojure.core.Vec
  (-am [v] (managers (kind-of-array (class (.-tail v)))))
  (-cnt [v] (int (count v)))
  (-shift [v] (int (shift-of v)))
  (-root [v] (if (zero? (tail-start v)) empty-node (tree-of v typed-leaf typed-node)))
  (-_meta [v] (meta v))
  (tailoff [v] (int (tail-start v)))
  :static
  (new [am cnt shift root tail meta]
    (let [kind (kind-of-array (class tail))
          elements (mapcat seq (concat (leaf-arrays root shift) [tail]))]
      (with-meta (into (vector-of kind) (take cnt elements)) meta))))

(defn- seq-index [s] (- (count (.-vec s)) (count s)))

(extend-class clojure.core.VecSeq
  (-am [s] (.-am (.-vec s)))
  (-anode [s] (.arrayFor (.-vec s) (seq-index s)))
  (-i [s] (int (bit-and (seq-index s) -32)))
  (-offset [s] (int (bit-and (seq-index s) 31)))
  (-_meta [s] (meta s))
  :static
  (new [_am v _array i offset meta] (with-meta (nthnext v (+ i offset)) meta)))

(defn- intern-factory
  "The positional factory of a class of vectors, as a deftype in clojure.core would make it."
  [class-name params make]
  (intern 'clojure.core (with-meta (symbol (str "->" class-name))
                          {:arglists (list params) :doc (str "Positional factory function for class clojure.core." class-name ".")})
          make))

(intern-factory "Vec" '[am cnt shift root tail _meta] (fn [am cnt shift root tail meta] (clojure.core.Vec. am cnt shift root tail meta)))
(intern-factory "VecNode" '[edit arr] (fn [edit arr] (clojure.core.VecNode. edit arr)))
(intern-factory "VecSeq" '[am vec anode i offset _meta] (fn [am v anode i offset meta] (clojure.core.VecSeq. am v anode i offset meta)))
(intern-factory "ArrayChunk" '[am arr off end] (fn [am arr off end] (clojure.core.ArrayChunk. am arr off end)))
