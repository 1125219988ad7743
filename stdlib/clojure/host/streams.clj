(ns clojure.host.streams
  "java.util.stream: a stream is a lazy seq, consumed once, that knows whether its elements are objects,
  ints, longs or doubles."
  (:require [clojure.host.defclass :refer [defclass extend-class fi given]]
            [clojure.string :as str])
  (:import (java.util ArrayList Optional OptionalDouble OptionalInt OptionalLong)
           (java.util.stream Collectors)))

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

(defn- call1 [f x]
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

(defn- call2 [f x y]
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

(defmacro ^:private def-statistics
  "Defines IntSummaryStatistics and its kin: `number` converts, `least` and `greatest` are those of nothing,
  `directive` is how a number is printed."
  [class-sym {:keys [number sum least greatest directive]}]
  `(defclass ~class-sym [~@(map (fn [field] (with-meta field {:unsynchronized-mutable true})) '[n total low high])]
     (~'accept [_# x#]
       (let [x# (~number x#)]
         (set! ~'n (inc ~'n))
         (set! ~'total (+ ~'total x#))
         (set! ~'low (min ~'low x#))
         (set! ~'high (max ~'high x#))
         nil))
     (~'combine [_# o#]
       (set! ~'n (+ ~'n (.getCount o#)))
       (set! ~'total (+ ~'total (.getSum o#)))
       (set! ~'low (min ~'low (.getMin o#)))
       (set! ~'high (max ~'high (.getMax o#)))
       nil)
     (~'getCount [_#] ~'n)
     (~'getSum [_#] ~'total)
     (~'getMin [_#] (~number ~'low))
     (~'getMax [_#] (~number ~'high))
     (~'getAverage [_#] (if (zero? ~'n) 0.0 (/ (double ~'total) ~'n)))
     (~'toString [this#]
       (format ~(str (.getSimpleName (resolve class-sym)) "{count=%d, sum=" directive ", min=" directive ", average=%f, max=" directive "}")
               ~'n ~'total ~'low (.getAverage this#) ~'high))
     :static
     (~'new [] (. ~class-sym (~'<init> 0 ~sum ~least ~greatest)))))

(def-statistics java.util.IntSummaryStatistics
  {:number int :sum 0 :least Integer/MAX_VALUE :greatest Integer/MIN_VALUE :directive "%d"})
(def-statistics java.util.LongSummaryStatistics
  {:number long :sum 0 :least Long/MAX_VALUE :greatest Long/MIN_VALUE :directive "%d"})
(def-statistics java.util.DoubleSummaryStatistics
  {:number double :sum 0.0 :least ##Inf :greatest ##-Inf :directive "%f"})

(defn- statistics [kind items]
  (let [all (case kind
              :int (java.util.IntSummaryStatistics.)
              :long (java.util.LongSummaryStatistics.)
              (java.util.DoubleSummaryStatistics.))]
    (run! (fn [x] (.accept all x)) items)
    all))

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
                (~'toArray ([_#] (number-array ~kind ~'items)) ([_# f#] (into-array (.getComponentType (class (call1 f# 0))) ~'items)))
                (~'toList [_#] (java.util.Collections/unmodifiableList (ArrayList. (vec ~'items))))
                (~'reduce ([_# f#] (optional ~kind (when-let [s# (seq ~'items)] [(reduce (fn [a# b#] (call2 f# a# b#)) s#)])))
                  ([_# init# f#] (reduce (fn [a# b#] (call2 f# a# b#)) init# ~'items))
                  ([_# init# f# _g#] (reduce (fn [a# b#] (call2 f# a# b#)) init# ~'items)))
                (~'collect ([_# c#] (c# ~'items))
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
                (~'mapMulti [_# f#] (stream ~kind (multiplied f# ~'items) ~'pipeline))]
            (when numeric
              `[(~'sum [_#] (~(case kind :int `int :long `long `double) (reduce + ~'items)))
                (~'summaryStatistics [_#] (statistics ~kind ~'items))
                (~'average [_#] (optional :double (when-let [s# (seq ~'items)] [(/ (double (reduce + s#)) (count s#))])))]))))))

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

;; A collector is a function of the elements.

(defn- average [f]
  (fn [xs] (if (seq xs) (/ (double (reduce + (map (fn [x] (call1 f x)) xs))) (count xs)) 0.0)))

(defn- summary [f statistics]
  (fn [xs]
    (doseq [x xs] (.accept statistics (call1 f x)))
    statistics))

(defn- extreme
  "Collects the element that is kept against every other one, by what the comparison of the two says."
  [order keep?]
  (fn [xs]
    (if (seq xs)
      (Optional/of (reduce (fn [a b] (if (keep? (.compare order a b)) a b)) xs))
      (Optional/empty))))

;; A host's map is filled by computeIfAbsent and merge, as the JVM does: its order follows from that.

(defn- grouped [f make c]
  (fn [xs]
    (let [groups (fi make get)]
      (doseq [x xs :let [key (call1 f x)]]
        (when (nil? key) (throw (NullPointerException. "element cannot be mapped to a null key")))
        (.add (.computeIfAbsent groups key (fn [_] (ArrayList.))) x))
      (.replaceAll groups (fn [_ group] (c group)))
      groups)))

(defn- merged [k v f make]
  (fn [xs]
    (let [all (fi make get)]
      (doseq [x xs] (.merge all (call1 k x) (call1 v x) f))
      all)))

(extend-class java.util.stream.Collectors
  :static
  (toList [] (fn [xs] (ArrayList. (vec xs))))
  (toUnmodifiableList [] (fn [xs] (ArrayList. (vec xs))))
  (toSet [] (fn [xs] (java.util.HashSet. (vec xs))))
  (toCollection [f] (fn [xs] (let [to (fi f get)] (run! (fn [x] (.add to x)) xs) to)))
  (joining ([] str/join) ([separator] (fn [xs] (str/join separator xs)))
    ([separator prefix suffix] (fn [xs] (str prefix (str/join separator xs) suffix))))
  (counting [] (fn [xs] (long (count xs))))
  (mapping [f c] (fn [xs] (c (map (fn [x] (call1 f x)) xs))))
  (filtering [p c] (fn [xs] (c (filter (fn [x] (call1 p x)) xs))))
  (reducing ([f] (fn [xs] (if (seq xs) (Optional/of (reduce (fn [a b] (call2 f a b)) xs)) (Optional/empty))))
    ([init f] (fn [xs] (reduce (fn [a b] (call2 f a b)) init xs)))
    ([init g f] (fn [xs] (reduce (fn [a b] (call2 f a (call1 g b))) init xs))))
  (collectingAndThen [c f] (fn [xs] (call1 f (c xs))))
  (summingInt [f] (fn [xs] (int (reduce + (map (fn [x] (call1 f x)) xs)))))
  (summingLong [f] (fn [xs] (reduce + (map (fn [x] (call1 f x)) xs))))
  (summingDouble [f] (fn [xs] (double (reduce + (map (fn [x] (call1 f x)) xs)))))
  (averagingInt [f] (average f))
  (averagingLong [f] (average f))
  (averagingDouble [f] (average f))
  (summarizingInt [f] (summary f (java.util.IntSummaryStatistics.)))
  (summarizingLong [f] (summary f (java.util.LongSummaryStatistics.)))
  (summarizingDouble [f] (summary f (java.util.DoubleSummaryStatistics.)))
  (minBy [order] (extreme order (complement pos?)))
  (maxBy [order] (extreme order (complement neg?)))
  (toMap ([k v] (fn [xs] (let [m (java.util.HashMap.)]
                           (doseq [x xs :let [key (call1 k x) value (call1 v x)]]
                             (when (.containsKey m key)
                               (throw (IllegalStateException. (str "Duplicate key " key " (attempted merging values " (.get m key) " and " value ")"))))
                             (.put m key value))
                           m)))
    ([k v f] (merged k v f (fn [] (java.util.HashMap.))))
    ([k v f make] (merged k v f make)))
  (toConcurrentMap ([k v] (fn [xs] (java.util.concurrent.ConcurrentHashMap. ((Collectors/toMap k v) xs))))
    ([k v f] (merged k v f (fn [] (java.util.concurrent.ConcurrentHashMap.))))
    ([k v f make] (merged k v f make)))
  (groupingBy ([f] (Collectors/groupingBy f (Collectors/toList)))
    ([f c] (grouped f (fn [] (java.util.HashMap.)) c))
    ([f make c] (grouped f make c)))
  (groupingByConcurrent ([f] (Collectors/groupingByConcurrent f (Collectors/toList)))
    ([f c] (grouped f (fn [] (java.util.concurrent.ConcurrentHashMap.)) c))
    ([f make c] (grouped f make c)))
  (partitioningBy ([p] (Collectors/partitioningBy p (Collectors/toList)))
    ([p c] (fn [xs] (let [parts (group-by (fn [x] (boolean (call1 p x))) xs)]
                      (java.util.HashMap. {false (c (parts false)) true (c (parts true))})))))
  (teeing [a b f] (fn [xs] (let [xs (vec xs)] (call2 f (a xs) (b xs)))))
  (flatMapping [f c] (fn [xs] (c (mapcat (fn [x] (iterator-seq (.iterator (call1 f x)))) xs))))
  (toUnmodifiableSet [] (Collectors/toSet))
  (toUnmodifiableMap ([k v] (Collectors/toMap k v)) ([k v f] (Collectors/toMap k v f))))

;; Texts and their matches

(extend-class java.util.regex.Pattern
  (asPredicate [this] (reify java.util.function.Predicate (test [_ text] (.find (.matcher this text)))))
  (asMatchPredicate [this] (reify java.util.function.Predicate (test [_ text] (.matches (.matcher this text)))))
  (splitAsStream [this text] (stream :object (seq (.split this text)))))

(extend-class java.util.regex.Matcher
  (results [this] (stream :object ((fn more [] (lazy-seq (when (.find this) (cons (.toMatchResult this) (more)))))))))
