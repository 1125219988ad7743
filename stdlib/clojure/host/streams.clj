(ns clojure.host.streams
  "java.util.stream: a stream is a lazy seq, consumed once, that knows whether its elements are objects,
  ints, longs or doubles."
  (:require [clojure.host.defclass :refer [defclass extend-class fi given]]
            [clojure.host.summaries :refer [average total statistics]]
            [clojure.string :as str])
  (:import (java.util ArrayList Optional OptionalDouble OptionalInt OptionalLong)))

(declare stream)

(defmacro ^:private def-optional [class-sym getter kind convert]
  `(defclass ~class-sym [~'present ~'v]
     (~getter [_#] (if ~'present ~'v (throw (java.util.NoSuchElementException. "No value present"))))
     (~'isPresent [_#] ~'present)
     (~'isEmpty [_#] (not ~'present))
     (~'orElse [_# x#] (if ~'present ~'v (~convert x#)))
     (~'orElseGet [_# f#] (if ~'present ~'v (~convert (fi f# ~getter))))
     (~'orElseThrow ([this#] (. this# (~getter))) ([_# f#] (if ~'present ~'v (throw (fi f# ~'get)))))
     (~'ifPresentOrElse [_# f# g#] (if ~'present (fi f# ~'accept ~'v) (fi g# ~'run)) nil)
     (~'stream [_#] (stream ~kind (when ~'present [~'v])))
     (~'ifPresent [_# f#] (when ~'present (fi f# ~'accept ~'v)))
     (~'equals [_# o#] (and (instance? ~class-sym o#) (= ~'present (.isPresent o#)) (= ~'v (.orElse o# 0))))
     (~'hashCode [_#] (if ~'present (.hashCode ~'v) (int 0)))
     (~'toString [_#] (if ~'present (str ~(.getSimpleName (resolve class-sym)) "[" ~'v "]") ~(str (.getSimpleName (resolve class-sym)) ".empty")))
     :static
     (~'of [x#] (. ~class-sym (~'<init> true (~convert x#))))
     (~'empty [] (. ~class-sym (~'<init> false (~convert 0))))))

(def-optional java.util.OptionalInt getAsInt :int int)
(def-optional java.util.OptionalLong getAsLong :long long)
(def-optional java.util.OptionalDouble getAsDouble :double double)

(defn- optional [kind found]
  (case kind
    :int (if found (OptionalInt/of (first found)) (OptionalInt/empty))
    :long (if found (OptionalLong/of (first found)) (OptionalLong/empty))
    :double (if found (OptionalDouble/of (first found)) (OptionalDouble/empty))
    (if found (Optional/of (first found)) (Optional/empty))))

(defn call1
  "What a function or a functional interface of one argument gives."
  [f x]
  ;; Whatever the functional interface is called: the method of an object that takes one argument.
  (if (fn? f)
    (f x)
    (condp instance? f
      java.util.function.Function (.apply f x)
      java.util.function.Predicate (.test f x)
      java.util.function.Consumer (.accept f x)
      java.util.function.ToIntFunction (.applyAsInt f x)
      java.util.function.ToLongFunction (.applyAsLong f x)
      java.util.function.ToDoubleFunction (.applyAsDouble f x)
      java.util.function.IntToLongFunction (.applyAsLong f x)
      java.util.function.IntToDoubleFunction (.applyAsDouble f x)
      java.util.function.LongToIntFunction (.applyAsInt f x)
      java.util.function.LongToDoubleFunction (.applyAsDouble f x)
      java.util.function.DoubleToIntFunction (.applyAsInt f x)
      java.util.function.DoubleToLongFunction (.applyAsLong f x)
      java.util.function.IntUnaryOperator (.applyAsInt f x)
      java.util.function.IntPredicate (.test f x)
      java.util.function.IntConsumer (.accept f x)
      java.util.function.LongUnaryOperator (.applyAsLong f x)
      java.util.function.LongPredicate (.test f x)
      java.util.function.DoubleUnaryOperator (.applyAsDouble f x)
      java.util.function.DoublePredicate (.test f x)
      (.apply f x))))

(defn call2
  "What a function or a functional interface of two arguments gives."
  [f x y]
  (if (fn? f)
    (f x y)
    (condp instance? f
      java.util.function.BiFunction (.apply f x y)
      java.util.function.IntBinaryOperator (.applyAsInt f x y)
      java.util.function.LongBinaryOperator (.applyAsLong f x y)
      java.util.function.DoubleBinaryOperator (.applyAsDouble f x y)
      java.util.function.BiConsumer (.accept f x y)
      (.apply f x y))))

(defn- number-array [kind items]
  (case kind :int (int-array items) :long (long-array items) :double (double-array items) (to-array items)))

(def ^:private consumed-twice "stream has already been operated upon or closed")

(defn- not-negative [n]
  (if (neg? n) (throw (IllegalArgumentException. (str n))) n))

(defn- one-by-one
  "A lazy seq of the items that computes no element before it is asked for: each goes through all stages before the next one."
  [items]
  (lazy-seq
    (when-let [items (seq items)]
      (cons (first items) (one-by-one (rest items))))))

(defn- flattened
  "The elements of what f makes of the items, one by one."
  [f items]
  (lazy-seq
    (when-let [items (seq items)]
      (concat (one-by-one (f (first items))) (flattened f (rest items))))))

(defn- multiplied
  "What f hands to the consumer that it gets with each of the items."
  [f items]
  (flattened (fn [x]
               (let [found (ArrayList.)]
                 (.accept f x (reify java.util.function.Consumer (accept [_ y] (.add found y))))
                 found))
             items))

(defn- array-of
  "The items in the array that f makes for that many of them."
  [f items]
  (let [items (vec items)
        array (call1 f (int (count items)))
        type (.getComponentType (class array))]
    (dotimes [i (count items)]
      (let [x (nth items i)]
        (when-not (or (nil? x) (instance? type x)) (throw (ArrayStoreException. (.getName (class x)))))
        (aset array i x)))
    array))

(defn steps
  "The functions of a collector: [make add join finish]."
  [c]
  ;; Names no class of collectors: programs with streams are smaller without them.
  (let [make (.supplier c) add (.accumulator c) join (.combiner c) finish (.finisher c)]
    [(fn [] (fi make get)) (fn [to x] (fi add accept to x)) (fn [a b] (fi join apply a b))
     (if (some (fn [trait] (= "IDENTITY_FINISH" (.name trait))) (.characteristics c))
       identity
       (fn [x] (fi finish apply x)))]))

(defn- collected
  "What the collector makes of the items."
  [c items]
  (let [[make add _ finish] (steps c) container (make)]
    (run! (fn [x] (add container x)) items)
    (finish container)))

(defn- is-function
  "Whether the parameter of a stage is a function, comparator or collector: its name says so."
  [param]
  (boolean (re-matches #"(_g|f|p|c|supply)__.*" (name param))))

(defn- consuming
  "A method that uses the stream up: its body sees the items. It is refused without its first function."
  [[method & tail]]
  (list* method
         (for [[[this & params] & body] (if (vector? (first tail)) [tail] tail)]
           `([~this ~@params]
             (let [~'items (.consume ~this ~@(take 1 (filter is-function params)))] ~@body)))))

;; What the stages of a pipeline share is in an atom: whether it is :parallel, and its :closers.
(defmacro ^:private def-stream-class [class-sym kind]
  (let [numeric (not= kind :object)]
    `(defclass ~class-sym [~'elements ~'pipeline ~(with-meta 'consumed {:unsynchronized-mutable true})]
       (~'consume
         ([_#]
           (when ~'consumed (throw (IllegalStateException. consumed-twice)))
           (set! ~'consumed true)
           ~'elements)
         ([this# f#]
           (given f#)
           (.consume this#)))
       (~'parallel [this#] (swap! ~'pipeline assoc :parallel true) this#)
       (~'sequential [this#] (swap! ~'pipeline assoc :parallel false) this#)
       (~'isParallel [_#] (:parallel (deref ~'pipeline)))
       (~'unordered [this#] this#)
       (~'onClose [this# f#]
         (when ~'consumed (throw (IllegalStateException. consumed-twice)))
         (swap! ~'pipeline update :closers conj f#)
         this#)
       (~'close [_#]
         (set! ~'consumed true)
         (let [closers# (:closers (deref ~'pipeline))]
           (swap! ~'pipeline assoc :closers [])
           (run! (fn [f#] (fi f# ~'run)) closers#)))
       ~@(map consuming
           (concat
             `[(~'map [_# f#] (stream ~kind (map (fn [x#] (call1 f# x#)) ~'items) ~'pipeline))
                (~'filter [_# p#] (stream ~kind (filter (fn [x#] (call1 p# x#)) ~'items) ~'pipeline))
                ~@(for [[method made] [['flatMap kind] ['flatMapToInt :int] ['flatMapToLong :long] ['flatMapToDouble :double]]]
                    `(~method [_# f#] (stream ~made (flattened (fn [x#] (when-let [s# (call1 f# x#)] (.consume s#))) ~'items) ~'pipeline)))
                (~'mapToObj [_# f#] (stream :object (map (fn [x#] (call1 f# x#)) ~'items) ~'pipeline))
                (~'mapToInt [_# f#] (stream :int (map (fn [x#] (int (call1 f# x#))) ~'items) ~'pipeline))
                (~'mapToLong [_# f#] (stream :long (map (fn [x#] (long (call1 f# x#))) ~'items) ~'pipeline))
                (~'mapToDouble [_# f#] (stream :double (map (fn [x#] (double (call1 f# x#))) ~'items) ~'pipeline))
                (~'asLongStream [_#] (stream :long (map long ~'items) ~'pipeline))
                (~'asDoubleStream [_#] (stream :double (map double ~'items) ~'pipeline))
                (~'boxed [_#] (stream :object ~'items ~'pipeline))
                (~'distinct [_#] (stream ~kind (distinct ~'items) ~'pipeline))
                (~'sorted ([_#] (stream ~kind (one-by-one (lazy-seq (sort ~'items))) ~'pipeline))
                  ([_# c#] (stream ~kind (one-by-one (lazy-seq (sort c# ~'items))) ~'pipeline)))
                (~'limit [_# n#] (stream ~kind (take (not-negative n#) ~'items) ~'pipeline))
                (~'skip [_# n#] (stream ~kind (drop (not-negative n#) ~'items) ~'pipeline))
                (~'takeWhile [_# p#] (stream ~kind (take-while (fn [x#] (call1 p# x#)) ~'items) ~'pipeline))
                (~'dropWhile [_# p#] (stream ~kind (drop-while (fn [x#] (call1 p# x#)) ~'items) ~'pipeline))
                (~'peek [_# f#] (stream ~kind (map (fn [x#] (call1 f# x#) x#) ~'items) ~'pipeline))
                (~'iterator [_#] (.iterator (or (seq ~'items) [])))
                (~'forEach [_# f#] (run! (fn [x#] (call1 f# x#)) ~'items))
                (~'forEachOrdered [_# f#] (run! (fn [x#] (call1 f# x#)) ~'items))
                (~'toArray ([_#] (number-array ~kind ~'items)) ([_# f#] (array-of f# ~'items)))
                (~'toList [_#] (java.util.Collections/unmodifiableList (ArrayList. (vec ~'items))))
                (~'reduce ([_# f#] (optional ~kind (when-let [s# (seq ~'items)] [(reduce (fn [a# b#] (call2 f# a# b#)) s#)])))
                  ([_# init# f#] (reduce (fn [a# b#] (call2 f# a# b#)) init# ~'items))
                  ([_# init# f# _g#] (reduce (fn [a# b#] (call2 f# a# b#)) init# ~'items)))
                (~'collect ([_# c#] (collected c# ~'items))
                  ([_# supply# f# _g#] (let [to# (fi supply# ~'get)] (run! (fn [x#] (call2 f# to# x#)) ~'items) to#)))
                (~'count [_#] (long (count ~'items)))
                (~'anyMatch [_# p#] (boolean (some (fn [x#] (call1 p# x#)) ~'items)))
                (~'allMatch [_# p#] (every? (fn [x#] (call1 p# x#)) ~'items))
                (~'noneMatch [_# p#] (not-any? (fn [x#] (call1 p# x#)) ~'items))
                (~'findFirst [_#] (optional ~kind (seq (take 1 ~'items))))
                (~'findAny [_#] (optional ~kind (seq (take 1 ~'items))))
                (~'max ([_#] (optional ~kind (when (seq ~'items) [(reduce max ~'items)])))
                  ([_# c#] (optional ~kind (when (seq ~'items) [(reduce (fn [a# b#] (if (neg? (.compare c# a# b#)) b# a#)) ~'items)]))))
                (~'min ([_#] (optional ~kind (when (seq ~'items) [(reduce min ~'items)])))
                  ([_# c#] (optional ~kind (when (seq ~'items) [(reduce (fn [a# b#] (if (pos? (.compare c# a# b#)) b# a#)) ~'items)]))))
                ~@(for [[method made] [['mapMulti kind] ['mapMultiToInt :int] ['mapMultiToLong :long] ['mapMultiToDouble :double]]]
                    `(~method [_# f#] (stream ~made (multiplied f# ~'items) ~'pipeline)))]
            (when numeric
              `[(~'sum [_#] (total ~kind ~'items))
                (~'summaryStatistics [_#] (statistics ~kind ~'items))
                (~'average [_#] (optional :double (when-let [s# (seq ~'items)] [(average ~kind s#)])))]))))))

(def-stream-class java.util.stream.ReferencePipeline$Head :object)
(def-stream-class java.util.stream.IntPipeline$Head :int)
(def-stream-class java.util.stream.LongPipeline$Head :long)
(def-stream-class java.util.stream.DoublePipeline$Head :double)

(defn stream
  "A stream of elements, which are objects, ints, longs or doubles."
  ([kind items] (stream kind (one-by-one items) (atom {:parallel false :closers []})))
  ([kind items pipeline]
   (case kind
     :int (java.util.stream.IntPipeline$Head/<init> items pipeline false)
     :long (java.util.stream.LongPipeline$Head/<init> items pipeline false)
     :double (java.util.stream.DoublePipeline$Head/<init> items pipeline false)
     (java.util.stream.ReferencePipeline$Head/<init> items pipeline false))))

(defclass java.util.stream.Streams$StreamBuilderImpl [kind found ^:unsynchronized-mutable built]
  (accept [_ x]
    (when built (throw (IllegalStateException.)))
    (.add found x)
    nil)
  (add [this x] (.accept this x) this)
  (build [_]
    (when built (throw (IllegalStateException.)))
    (set! built true)
    (stream kind (seq found))))

(defn- builder [kind] (java.util.stream.Streams$StreamBuilderImpl/<init> kind (ArrayList.) false))

(extend-class java.util.stream.Stream
  :static
  (of [x] (stream :object (if (and x (.isArray (class x))) (seq x) [x])))
  (empty [] (stream :object ()))
  (iterate ([x f] (given f) (stream :object (iterate (fn [x] (call1 f x)) x)))
    ([x p f] (given p) (given f) (stream :object (take-while (fn [x] (call1 p x)) (iterate (fn [x] (call1 f x)) x)))))
  (generate [f] (given f) (stream :object (repeatedly (fn [] (fi f get)))))
  (ofNullable [x] (stream :object (when (some? x) [x])))
  (builder [] (builder :object))
  (concat [a b] (stream :object (concat (.consume a) (.consume b)))))

(extend-class java.util.stream.IntStream
  :static
  (range [a b] (stream :int (map int (range a b))))
  (rangeClosed [a b] (stream :int (map int (range a (inc b)))))
  (of [x] (stream :int (if (number? x) [(int x)] (seq x))))
  (iterate ([x f] (given f) (stream :int (iterate (fn [x] (int (call1 f x))) x)))
    ([x p f] (given p) (given f) (stream :int (take-while (fn [x] (call1 p x)) (iterate (fn [x] (int (call1 f x))) x)))))
  (generate [f] (given f) (stream :int (repeatedly (fn [] (fi f getAsInt)))))
  (concat [a b] (stream :int (concat (.consume a) (.consume b))))
  (builder [] (builder :int))
  (empty [] (stream :int ())))

(extend-class java.util.stream.LongStream
  :static
  (range [a b] (stream :long (range a b)))
  (rangeClosed [a b] (stream :long (range a (inc b))))
  (of [x] (stream :long (if (number? x) [(long x)] (seq x))))
  (iterate ([x f] (given f) (stream :long (iterate (fn [x] (long (call1 f x))) x)))
    ([x p f] (given p) (given f) (stream :long (take-while (fn [x] (call1 p x)) (iterate (fn [x] (long (call1 f x))) x)))))
  (generate [f] (given f) (stream :long (repeatedly (fn [] (fi f getAsLong)))))
  (concat [a b] (stream :long (concat (.consume a) (.consume b))))
  (builder [] (builder :long))
  (empty [] (stream :long ())))

(extend-class java.util.stream.DoubleStream
  :static
  (of [x] (stream :double (if (number? x) [(double x)] (seq x))))
  (iterate ([x f] (given f) (stream :double (iterate (fn [x] (double (call1 f x))) x)))
    ([x p f] (given p) (given f) (stream :double (take-while (fn [x] (call1 p x)) (iterate (fn [x] (double (call1 f x))) x)))))
  (generate [f] (given f) (stream :double (repeatedly (fn [] (fi f getAsDouble)))))
  (concat [a b] (stream :double (concat (.consume a) (.consume b))))
  (builder [] (builder :double))
  (empty [] (stream :double ())))

(extend-class java.util.Collection
  (stream [this] (stream :object (seq this)))
  (parallelStream [this] (.parallel (stream :object (seq this)))))

(defn- kind-of-elements [xs]
  (condp = (class xs) (Class/forName "[I") :int (Class/forName "[J") :long (Class/forName "[D") :double
    :object))

(extend-class java.util.Arrays
  :static
  (stream ([xs] (stream (kind-of-elements xs) (seq xs)))
    ([xs from to]
     (when (> from to) (throw (ArrayIndexOutOfBoundsException. (str "origin(" from ") > fence(" to ")"))))
     (when (neg? from) (throw (ArrayIndexOutOfBoundsException. (str "Array index out of range: " from))))
     (when (> to (alength xs)) (throw (ArrayIndexOutOfBoundsException. (str "Array index out of range: " to))))
     (stream (kind-of-elements xs) (take (- to from) (drop from xs))))))

(extend-class java.lang.CharSequence
  (chars [this] (stream :int (map int (str this))))
  (codePoints [this]
    (let [text (str this)]
      (stream :int (map (fn [i] (.codePointAt text (int i)))
                        (take-while (fn [i] (< i (count text)))
                                    (iterate (fn [i] (+ i (Character/charCount (.codePointAt text (int i))))) 0)))))))

(extend-class java.lang.String
  (lines [this] (stream :object (let [lines (str/split this #"\r\n|[\n\r]" -1)]
                                 (if (= "" (peek lines)) (pop lines) lines)))))

(extend-class java.io.BufferedReader
  (lines [this] (stream :object (line-seq this))))

(extend-class java.util.Optional
  (filter [this p] (given p) (if (and (.isPresent this) (not (call1 p (.get this)))) (Optional/empty) this))
  (flatMap [this f] (given f) (if (.isPresent this) (or (call1 f (.get this)) (throw (NullPointerException.))) this))
  (or [this f] (if (.isPresent this) this (fi f get)))
  (ifPresentOrElse [this f g] (if (.isPresent this) (fi f accept (.get this)) (fi g run)) nil)
  (orElseThrow [this f] (if (.isPresent this) (.get this) (throw (fi f get))))
  (stream [this] (stream :object (when (.isPresent this) [(.get this)]))))

;; Texts and their matches

(extend-class java.util.regex.Pattern
  (asPredicate [this] (reify java.util.function.Predicate (test [_ text] (.find (.matcher this text)))))
  (asMatchPredicate [this] (reify java.util.function.Predicate (test [_ text] (.matches (.matcher this text)))))
  (splitAsStream [this text] (stream :object (seq (.split this text)))))

(extend-class java.util.regex.Matcher
  (results [this] (stream :object ((fn more [] (lazy-seq (when (.find this) (cons (.toMatchResult this) (more)))))))))
