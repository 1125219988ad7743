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

(defn- tree-of [v]
  (loop [nodes (map node (partition 32 (subvec v 0 (tail-start v)))) shift (shift-of v)]
    (if (= shift 5)
      (node nodes)
      (recur (map node (partition-all 32 nodes)) (- shift 5)))))

(extend-class clojure.lang.PersistentVector
  (-shift [v] (int (shift-of v)))
  (-root [v] (if (zero? (tail-start v)) PersistentVector/EMPTY_NODE (tree-of v)))
  (-tail [v] (to-array (subvec v (tail-start v))))
  :static
  (:field EMPTY_NODE (node [])))

;; A part of a vector is the whole of another one.
(extend-class clojure.lang.APersistentVector$SubVector
  (-v [part] (into [] part))
  (-start [_] (int 0))
  (-end [part] (int (count part))))

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

(intern-private 'ams (into {} (map (fn [[kind make convert]] [kind (array-manager make convert)]))
                           [[:int int-array int] [:long long-array long] [:float float-array float] [:double double-array double]
                            [:byte byte-array byte] [:short short-array short] [:char char-array char] [:boolean boolean-array boolean]]))

(.setMacro (intern-private 'mk-am (fn [_form _env type]
                                    `((var clojure.core/array-manager) ~(symbol "clojure.core" (str type "-array")) (fn [x#] (~type x#))))))

(intern 'clojure.core (with-meta 'EMPTY-NODE {:added "1.2"}) (clojure.core.VecNode. nil (object-array 32)))
