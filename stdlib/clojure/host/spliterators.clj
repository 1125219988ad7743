(ns clojure.host.spliterators
  "java.util.Spliterators and the streams that are made of them. None is ever split."
  (:require [clojure.host.defclass :refer [defclass extend-class fi given]]
            [clojure.host.streams :as streams]))

;; `size` is nil where nobody knows it; a collection is asked when it is needed.
(defclass java.util.Spliterators$IteratorSpliterator [iterator size traits]
  (tryAdvance [_ f]
    (boolean (when (.hasNext iterator)
               (fi f accept (.next iterator))
               true)))
  (forEachRemaining [_ f] (while (.hasNext iterator) (fi f accept (.next iterator))))
  (trySplit [_])
  (estimateSize [_] (cond (nil? size) Long/MAX_VALUE (number? size) size :else (long (.size size))))
  (getExactSizeIfKnown [this] (if size (.estimateSize this) -1))
  (characteristics [_] (int traits)))

(defn- advanced
  "What a spliterator hands to a consumer, one by one."
  [source]
  (lazy-seq
    (let [given (java.util.ArrayList. 1)]
      (when (.tryAdvance source (reify java.util.function.Consumer (accept [_ x] (.add given x))))
        (cons (.get given 0) (advanced source))))))

(defn- supported [kind source parallel]
  (let [made (streams/stream kind (advanced source))]
    (if parallel (.parallel made) made)))

(extend-class java.util.stream.StreamSupport
  :static
  (stream ([source parallel] (supported :object source parallel))
    ([make _ parallel] (supported :object (fi make get) parallel)))
  (intStream [source parallel] (supported :int source parallel))
  (longStream [source parallel] (supported :long source parallel))
  (doubleStream [source parallel] (supported :double source parallel)))

(extend-class java.util.Spliterator
  (hasCharacteristics [this wanted] (= wanted (bit-and wanted (.characteristics this))))
  (forEachRemaining [this f] (while (.tryAdvance this f)))
  (getExactSizeIfKnown [this] (if (.hasCharacteristics this 64) (.estimateSize this) -1))
  (getComparator [_] (throw (IllegalStateException.)))
  :static
  (:field DISTINCT (int 1))
  (:field SORTED (int 4))
  (:field ORDERED (int 16))
  (:field SIZED (int 64))
  (:field NONNULL (int 256))
  (:field IMMUTABLE (int 1024))
  (:field CONCURRENT (int 4096))
  (:field SUBSIZED (int 16384)))

(extend-class java.util.Spliterators
  :static
  (spliterator ([source _] (.spliterator (if (instance? java.util.Collection source) source (vec source))))
    ([iterator size traits] (java.util.Spliterators$IteratorSpliterator/<init> iterator (long size) (bit-or (int traits) 16448))))
  (spliteratorUnknownSize [iterator traits]
    (given iterator)
    (java.util.Spliterators$IteratorSpliterator/<init> iterator nil (bit-and-not (int traits) 16448)))
  (emptySpliterator [] (java.util.Spliterators$IteratorSpliterator/<init> (.iterator []) 0 16448))
  (iterator [source] (.iterator (or (advanced source) ()))))

(defn- traits-of
  "What is known of the elements of an Iterable: those of a list have an order, those of a set are distinct."
  [source]
  (cond
    (not (instance? java.util.Collection source)) 0
    (instance? java.util.List source) 16464
    (instance? java.util.Set source) 16449
    :else 16448))

(extend-class java.lang.Iterable
  (spliterator [this]
    (java.util.Spliterators$IteratorSpliterator/<init> (.iterator this) (when (instance? java.util.Collection this) this)
                                                       (traits-of this))))
