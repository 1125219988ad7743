;; clojure.data: differences between data.

(ns clojure.data
  "Compares nested data."
  (:require [clojure.set :as set]))

(declare diff)

(defprotocol ^{:added "1.3"} EqualityPartition
  "Sorts values into kinds, for diff."
  (^{:added "1.3"} equality-partition [x]
    "What kind of data x is: :atom, :map, :set or :sequential. Only values of the same kind are
  compared element by element."))

(defprotocol ^{:added "1.3"} Diff
  "Compares values of one kind, for diff."
  (^{:added "1.3"} diff-similar [a b]
    "The difference of two values of the same kind, as diff returns it."))

(defn- atom-diff [a b]
  (if (= a b) [nil nil a] [a b nil]))

(defn- vectorize
  "A vector of the values of a map under their indices, with nil in the gaps."
  [m]
  (when (seq m)
    (reduce (fn [v [i x]] (assoc v i x))
            (vec (repeat (inc (apply max (keys m))) nil))
            m)))

(defn- diff-key
  "The difference of a and b at key k: three maps of that key, or nil."
  [a b k]
  (let [va (get a k)
        vb (get b k)
        [only-a only-b both] (diff va vb)
        in-a (contains? a k)
        in-b (contains? b k)
        same (and in-a in-b (or (some? both) (and (nil? va) (nil? vb))))]
    [(when (and in-a (or (some? only-a) (not same))) {k only-a})
     (when (and in-b (or (some? only-b) (not same))) {k only-b})
     (when same {k both})]))

(defn- diff-associative [a b ks]
  (reduce (fn [out parts] (doall (map merge out parts)))
          [nil nil nil]
          (map (fn [k] (diff-key a b k)) ks)))

(defn- diff-sequential [a b]
  (mapv vectorize
        (diff-associative (if (vector? a) a (vec a))
                          (if (vector? b) b (vec b))
                          (range (max (count a) (count b))))))

(defn- diff-set [a b]
  [(not-empty (set/difference a b))
   (not-empty (set/difference b a))
   (not-empty (set/intersection a b))])

(defn- array? [x]
  (and (some? x) (.isArray (class x))))

(extend-protocol EqualityPartition
  nil
  (equality-partition [_] :atom)
  java.util.Map
  (equality-partition [_] :map)
  java.util.Set
  (equality-partition [_] :set)
  java.util.List
  (equality-partition [_] :sequential)
  Object
  (equality-partition [x] (if (array? x) :sequential :atom)))

(extend-protocol Diff
  nil
  (diff-similar [a b] (atom-diff a b))
  java.util.Map
  (diff-similar [a b] (diff-associative a b (set/union (keys a) (keys b))))
  java.util.Set
  (diff-similar [a b] (diff-set (set a) (set b)))
  java.util.List
  (diff-similar [a b] (diff-sequential a b))
  Object
  (diff-similar [a b] (if (array? a) (diff-sequential a b) (atom-diff a b))))

(defn diff
  "[only-in-a only-in-b in-both] of two values: maps and sequential collections are compared entry
  by entry, sets by their elements, and everything else as a whole. nil stands for nothing."
  {:added "1.3"}
  [a b]
  (cond
    (= a b) [nil nil a]
    (= (equality-partition a) (equality-partition b)) (diff-similar a b)
    :else (atom-diff a b)))
