(ns clojure.host.collectors
  "java.util.stream.Collectors: a collector makes a container, puts element after element into it, and finishes it."
  (:require [clojure.host.defclass :refer [defclass defenum extend-class fi given]]
            [clojure.host.streams :refer [call1 call2 steps]]
            [clojure.host.summaries :refer [average total]])
  (:import (java.util ArrayList HashMap HashSet Objects Optional StringJoiner)
           (java.util.concurrent ConcurrentHashMap)
           (java.util.stream Collector Collectors)))

(defenum java.util.stream.Collector$Characteristics [] [CONCURRENT UNORDERED IDENTITY_FINISH])

(defclass java.util.stream.Collectors$CollectorImpl [make add join finish traits]
  (supplier [_] (reify java.util.function.Supplier (get [_] (make))))
  (accumulator [_] (reify java.util.function.BiConsumer (accept [_ to x] (add to x))))
  (combiner [_] (reify java.util.function.BinaryOperator (apply [_ a b] (join a b))))
  (finisher [_] (reify java.util.function.Function (apply [_ x] (finish x))))
  (characteristics [_] traits))

(def ^:private finished #{java.util.stream.Collector$Characteristics/IDENTITY_FINISH})
(def ^:private unordered (conj finished java.util.stream.Collector$Characteristics/UNORDERED))
(def ^:private concurrent (conj unordered java.util.stream.Collector$Characteristics/CONCURRENT))

(defn- collector [make add join finish traits]
  (java.util.stream.Collectors$CollectorImpl/<init> make add join finish traits))

(defn- with-elements
  "The collector c of what `pass` hands to the function of two arguments that puts an element into its container."
  [c pass]
  (let [[make add join finish] (steps c)]
    (collector make (pass add) join finish (.characteristics c))))

(defn- into-collection
  ([make] (into-collection make identity finished))
  ([make finish traits]
   (collector make (fn [to x] (.add to x)) (fn [a b] (.addAll a b) a) finish traits)))

(defn- folded
  "Reduces the elements with f, which gets a container of one value and an element."
  ([init f finish] (folded (fn [] init) f (fn [a b] (f a (aget b 0))) finish))
  ([init f join finish]
   (collector (fn [] (object-array [(init)]))
              (fn [box x] (aset box 0 (f (aget box 0) x)))
              (fn [a b] (aset a 0 (join (aget a 0) b)) a)
              (fn [box] (finish (aget box 0)))
              #{})))

(defn- optional-of [f]
  (folded ::none (fn [found x] (cond (= found ::none) x (= x ::none) found :else (call2 f found x)))
           (fn [found] (if (= found ::none) (Optional/empty) (Optional/of found)))))

(defn- numbers
  "Collects the numbers that f makes of the elements, and finishes with what `finish` makes of a vector of them."
  [f finish]
  (collector (fn [] (ArrayList.)) (fn [to x] (.add to (call1 f x))) (fn [a b] (.addAll a b) a) finish #{}))

(defn- summarizing [make f]
  (collector make (fn [all x] (.accept all (call1 f x))) (fn [a b] (.combine a b) a) identity finished))

(defn- join-maps [f]
  (fn [a b]
    (doseq [e (.entrySet b)] (.merge a (.getKey e) (.getValue e) f))
    a))

(defn- no-duplicates [k old new]
  (throw (IllegalStateException. (str "Duplicate key " k " (attempted merging values " old " and " new ")"))))

(defn- unique-keys [k v make traits]
  (let [put (fn [m key value]
              (when-some [old (.putIfAbsent m key (Objects/requireNonNull value))] (no-duplicates key old value)))]
    (collector make (fn [m x] (put m (call1 k x) (call1 v x)))
               (fn [a b] (doseq [e (.entrySet b)] (put a (.getKey e) (.getValue e))) a)
               identity traits)))

(defn- merged [k v f make traits]
  (collector make (fn [m x] (.merge m (call1 k x) (call1 v x) f)) (join-maps f) identity traits))

(defn- grouped [f make c traits]
  (let [[make-group add join finish] (steps c)]
    (collector (fn [] (fi make get))
               (fn [groups x]
                 (let [key (call1 f x)]
                   (when (nil? key) (throw (NullPointerException. "element cannot be mapped to a null key")))
                   (add (.computeIfAbsent groups key (fn [_] (make-group))) x)))
               (join-maps join)
               (if (identical? finish identity)
                 identity
                 (fn [groups] (.replaceAll groups (fn [_ group] (finish group))) groups))
               (if (identical? finish identity) traits (disj traits java.util.stream.Collector$Characteristics/IDENTITY_FINISH)))))

(defn- partitioned [p c]
  (let [[make add join finish] (steps c)]
    (collector (fn [] (HashMap. {false (make) true (make)}))
               (fn [parts x] (add (.get parts (boolean (call1 p x))) x))
               (join-maps join)
               (fn [parts] (.replaceAll parts (fn [_ part] (finish part))) parts)
               #{})))

(defn- hash-map-of [] (HashMap.))
(defn- concurrent-map-of [] (ConcurrentHashMap.))

(defn- joining [separator prefix suffix]
  (let [separator (clojure.core/-as CharSequence separator)]
    (collector (fn [] (StringJoiner. separator prefix suffix))
               (fn [to x] (.add to (clojure.core/-as CharSequence x)))
               (fn [a b] (.merge a b))
               str #{})))

(extend-class java.util.stream.Collector
  :static
  (of [make add join & more]
    (let [[finish & traits] (if (.isArray (class (first more))) (cons nil more) more)
          traits (set (first traits))]
      (run! given [make add join])
      (collector (fn [] (fi make get)) (fn [to x] (fi add accept to x)) (fn [a b] (fi join apply a b))
                 (if finish (fn [x] (fi finish apply x)) identity)
                 (if finish traits (into finished traits))))))

(extend-class java.util.stream.Collectors
  :static
  (toList [] (into-collection (fn [] (ArrayList.))))
  (toUnmodifiableList [] (into-collection (fn [] (ArrayList.)) (fn [xs] (java.util.List/copyOf xs)) #{}))
  (toSet [] (into-collection (fn [] (HashSet.)) identity unordered))
  (toUnmodifiableSet [] (into-collection (fn [] (HashSet.)) (fn [xs] (java.util.Set/copyOf xs)) (disj unordered (first finished))))
  (toCollection [f] (into-collection (fn [] (fi f get))))
  (joining ([] (joining "" "" "")) ([separator] (joining separator "" ""))
    ([separator prefix suffix] (joining separator prefix suffix)))
  (counting [] (folded (fn [] 0) (fn [n _] (inc n)) (fn [n other] (+ n (aget other 0))) identity))
  (mapping [f c] (with-elements c (fn [add] (fn [to x] (add to (call1 f x))))))
  (filtering [p c] (with-elements c (fn [add] (fn [to x] (when (call1 p x) (add to x))))))
  (flatMapping [f c]
    (with-elements c (fn [add] (fn [to x] (when-some [s (call1 f x)] (.forEach s (fn [y] (add to y))) (.close s))))))
  (reducing ([f] (optional-of f))
    ([init f] (folded init (fn [a b] (call2 f a b)) identity))
    ([init g f] (folded (fn [] init) (fn [a b] (call2 f a (call1 g b))) (fn [a b] (call2 f a (aget b 0))) identity)))
  (collectingAndThen [c f]
    (let [[make add join finish] (steps c)]
      (collector make add join (fn [x] (call1 f (finish x))) (disj (set (.characteristics c)) (first finished)))))
  (summingInt [f] (numbers f (fn [xs] (total :int xs))))
  (summingLong [f] (numbers f (fn [xs] (total :long xs))))
  (summingDouble [f] (numbers f (fn [xs] (total :double xs))))
  (averagingInt [f] (numbers f (fn [xs] (if (seq xs) (average :int xs) 0.0))))
  (averagingLong [f] (numbers f (fn [xs] (if (seq xs) (average :long xs) 0.0))))
  (averagingDouble [f] (numbers f (fn [xs] (if (seq xs) (average :double xs) 0.0))))
  (summarizingInt [f] (summarizing (fn [] (java.util.IntSummaryStatistics.)) f))
  (summarizingLong [f] (summarizing (fn [] (java.util.LongSummaryStatistics.)) f))
  (summarizingDouble [f] (summarizing (fn [] (java.util.DoubleSummaryStatistics.)) f))
  (minBy [order] (optional-of (fn [a b] (if (pos? (.compare order a b)) b a))))
  (maxBy [order] (optional-of (fn [a b] (if (neg? (.compare order a b)) b a))))
  (toMap ([k v] (unique-keys k v hash-map-of finished)) ([k v f] (merged k v f hash-map-of finished))
    ([k v f make] (merged k v f (fn [] (fi make get)) finished)))
  (toUnmodifiableMap ([k v] (Collectors/collectingAndThen (Collectors/toMap k v) (fn [m] (java.util.Map/copyOf m))))
    ([k v f] (Collectors/collectingAndThen (Collectors/toMap k v f) (fn [m] (java.util.Map/copyOf m)))))
  (toConcurrentMap ([k v] (unique-keys k v concurrent-map-of concurrent)) ([k v f] (merged k v f concurrent-map-of concurrent))
    ([k v f make] (merged k v f (fn [] (fi make get)) concurrent)))
  (groupingBy ([f] (grouped f hash-map-of (Collectors/toList) finished)) ([f c] (grouped f hash-map-of c finished))
    ([f make c] (grouped f make c finished)))
  (groupingByConcurrent ([f] (grouped f concurrent-map-of (Collectors/toList) concurrent))
    ([f c] (grouped f concurrent-map-of c concurrent))
    ([f make c] (grouped f make c concurrent)))
  (partitioningBy ([p] (partitioned p (Collectors/toList))) ([p c] (partitioned p c)))
  (teeing [a b f]
    (let [[make-a add-a join-a finish-a] (steps a) [make-b add-b join-b finish-b] (steps b)]
      (collector (fn [] (object-array [(make-a) (make-b)]))
                 (fn [both x] (add-a (aget both 0) x) (add-b (aget both 1) x))
                 (fn [one other]
                   (aset one 0 (join-a (aget one 0) (aget other 0)))
                   (aset one 1 (join-b (aget one 1) (aget other 1)))
                   one)
                 (fn [both] (call2 f (finish-a (aget both 0)) (finish-b (aget both 1))))
                 #{}))))
