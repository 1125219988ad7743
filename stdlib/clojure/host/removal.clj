(ns clojure.host.removal
  "Iterators of collections of which many threads may take elements out, and removal from a java.util.PriorityQueue."
  (:require [clojure.host.defclass :refer [extend-class fi given]])
  (:import (java.util Iterator NoSuchElementException PriorityQueue)))

(defn removing-iterator
  "An iterator over a vector of the elements that a collection has now. Remove takes the element out of the collection."
  [coll elements]
  (let [at (atom -1) given? (atom false)]
    (reify Iterator
      (hasNext [_] (< (inc @at) (count elements)))
      (next [this]
        (when-not (.hasNext this) (throw (NoSuchElementException.)))
        (reset! given? true)
        (nth elements (swap! at inc)))
      (remove [_]
        (when-not @given? (throw (IllegalStateException.)))
        (reset! given? false)
        (.remove coll (nth elements @at))
        nil))))

(defn- keep-such
  "Leaves in the queue what satisfies the predicate, as a new heap; says whether anything else was there."
  [queue keep?]
  (let [all (vec (.toArray queue)) kept (filterv keep? all)]
    (boolean (when (< (count kept) (count all)) (.keepOnly queue kept) true))))

(extend-class java.util.PriorityQueue
  (removeIf [queue p] (given p) (keep-such queue (fn [x] (not (fi p test x)))))
  (removeAll [queue xs] (given xs) (keep-such queue (fn [x] (not (.contains xs x)))))
  (retainAll [queue xs] (given xs) (keep-such queue (fn [x] (.contains xs x)))))
