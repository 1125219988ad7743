(ns clojure.host.atomics
  "What java.util.concurrent has beside atomic numbers and references: pairs and accumulators, the whole-map
  operations of ConcurrentHashMap, and ExecutorCompletionService."
  (:require [clojure.host.defclass :refer [defclass extend-class fi given]])
  (:import (java.util.concurrent ConcurrentHashMap ExecutorCompletionService LinkedBlockingQueue)))

;; A reference with an int or a boolean: an atom of both.

(defn- try-change [pair old-reference reference old-mark mark]
  (let [[x m :as current] @pair]
    (and (identical? x old-reference) (= m old-mark) (compare-and-set! pair current [reference mark]))))

(defmacro ^:private def-pair-class [class-sym get-mark try-mark convert]
  `(defclass ~class-sym [~'pair]
     (~'getReference [_#] (first @~'pair))
     (~get-mark [_#] (~convert (second @~'pair)))
     (~'get [_# holder#]
       (let [[x# m#] @~'pair]
         (aset holder# 0 (~convert m#))
         x#))
     (~'set [_# x# m#] (reset! ~'pair [x# m#]) nil)
     (~'compareAndSet [_# old# x# old-mark# m#] (try-change ~'pair old# x# old-mark# m#))
     (~'weakCompareAndSet [_# old# x# old-mark# m#] (try-change ~'pair old# x# old-mark# m#))
     (~try-mark [_# old# m#]
       (let [[x# _# :as current#] @~'pair]
         (and (identical? x# old#) (compare-and-set! ~'pair current# [x# m#]))))
     :static
     (~'new [x# m#] (. ~class-sym (~'<init> (atom [x# m#]))))))

(def-pair-class java.util.concurrent.atomic.AtomicStampedReference getStamp attemptStamp int)
(def-pair-class java.util.concurrent.atomic.AtomicMarkableReference isMarked attemptMark boolean)

(defmacro ^:private def-accumulator [class-sym method convert]
  `(defclass ~class-sym [~'combine ~'start ~'total]
     (~'accumulate [_# x#] (swap! ~'total (fn [y#] (~convert (fi ~'combine ~method y# x#)))) nil)
     (~'get [_#] @~'total)
     (~'reset [_#] (reset! ~'total ~'start) nil)
     (~'getThenReset [_#] (first (reset-vals! ~'total ~'start)))
     (~'longValue [_#] (long @~'total))
     (~'intValue [_#] (unchecked-int (long @~'total)))
     (~'doubleValue [_#] (double @~'total))
     (~'toString [_#] (str @~'total))
     :static
     (~'new [f# x#] (. ~class-sym (~'<init> f# (~convert x#) (atom (~convert x#)))))))

(def-accumulator java.util.concurrent.atomic.LongAccumulator applyAsLong long)
(def-accumulator java.util.concurrent.atomic.DoubleAccumulator applyAsDouble double)

;; The operations on all of a map take a number of elements from which on they might use several threads.

(defn- entries [m] (vec (.entrySet m)))
(defn- reduced-with [f xs] (when (seq xs) (reduce (fn [a b] (fi f apply a b)) xs)))

(extend-class java.util.concurrent.ConcurrentHashMap
  (mappingCount [m] (long (.size m)))
  (contains [m v] (.containsValue m v))
  (keys [m] (java.util.Collections/enumeration (vec (.keySet m))))
  (elements [m] (java.util.Collections/enumeration (vec (.values m)))))

(defmacro ^:private def-bulk-members
  "The operations on all of a ConcurrentHashMap: for each [kind one args-of] forEachOne, searchKind, reduceKind and
  reduceKindToLong and its kin. `args-of` gives what functions get of an entry. Their first argument is the number of
  elements from which on they might use several threads."
  [& kinds]
  `(extend-class java.util.concurrent.ConcurrentHashMap
     ~@(mapcat
         (fn [[kind one args]]
           (let [member (fn [before after] (symbol (str before kind after)))
                 for-each (symbol (str "forEach" one))]
             `[(~for-each [m# _# f#] (given f#) (doseq [~'e (entries m#)] (fi f# ~'accept ~@args)))
               (~for-each [m# _# f# g#]
                (given f#)
                (given g#)
                (doseq [~'e (entries m#)] (when-some [x# (fi f# ~'apply ~@args)] (fi g# ~'accept x#))))
               (~(member "search" "") [m# _# f#] (given f#) (some (fn [~'e] (fi f# ~'apply ~@args)) (entries m#)))
               ~@(when-not (= kind "")
                   `[(~(member "reduce" "") [m# _# g#]
                      (given g#)
                      (reduced-with g# (map (fn [~'e] ~@args) (entries m#))))])
               (~(member "reduce" "") [m# _# f# g#]
                (given f#)
                (given g#)
                (reduced-with g# (keep (fn [~'e] (fi f# ~'apply ~@args)) (entries m#))))
               ~@(for [[type method] '[[ToLong applyAsLong] [ToInt applyAsInt] [ToDouble applyAsDouble]]]
                   `(~(member "reduce" type) [m# _# f# basis# g#]
                     (given f#)
                     (given g#)
                     (reduce (fn [a# x#] (fi g# ~method a# x#)) basis#
                             (map (fn [~'e] (fi f# ~method ~@args)) (entries m#)))))]))
         kinds)))

(def-bulk-members ["" "" [(key e) (val e)]] ["Keys" "Key" [(key e)]] ["Values" "Value" [(val e)]] ["Entries" "Entry" [e]])

(extend-class java.util.concurrent.ConcurrentHashMap
  :static
  (newKeySet ([] (java.util.Collections/newSetFromMap (ConcurrentHashMap.)))
    ([_] (java.util.Collections/newSetFromMap (ConcurrentHashMap.)))))

(defclass java.util.concurrent.ExecutorCompletionService [executor done]
  (submit ([this f] (.submit this f nil))
    ([_ f result]
     (let [task (if (instance? java.util.concurrent.Callable f)
                  (java.util.concurrent.FutureTask. f)
                  (java.util.concurrent.FutureTask. f result))]
       (.execute executor (fn [] (.run task) (.add done task)))
       task)))
  (take [_] (.take done))
  (poll ([_] (.poll done)) ([_ n unit] (.poll done n unit)))
  :static
  (new ([executor] (ExecutorCompletionService/<init> executor (LinkedBlockingQueue.)))
    ([executor queue] (ExecutorCompletionService/<init> executor queue))))
