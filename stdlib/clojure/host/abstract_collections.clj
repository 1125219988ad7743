(ns clojure.host.abstract-collections
  "What the abstract collections and functions of clojure.lang do for those who extend them with `proxy`: everything that follows from
  the few methods that the subclass has. The collections of the runtime have members of their own."
  (:require [clojure.host.defclass :refer [extend-class]]))

;; The sequence of a proxy itself would ask the proxy again: its elements as a list.
(defn- elements [s] (loop [xs [], s s] (if s (recur (conj xs (.first s)) (.next s)) (or (seq xs) ()))))

(extend-class clojure.lang.ASeq
  (seq [this] this)
  (more [this] (or (.next this) ()))
  (cons [this x] (clojure.lang.Cons. x this))
  (empty [_] ())
  (count [this] (loop [n 1, s (.next this)] (if s (if (counted? s) (+ n (count s)) (recur (inc n) (.next s))) n)))
  (equiv [this other] (= (elements this) other))
  (equals [this other] (.equals (elements this) other))
  (hasheq [this] (hash (elements this)))
  (hashCode [this] (.hashCode (elements this)))
  (toString [this] (str (elements this)))
  (meta [_] nil)
  (withMeta [_ _] (throw (UnsupportedOperationException. "withMeta")))
  (iterator [this] (clojure.lang.SeqIterator. this))
  (size [this] (count this))
  (isEmpty [_] false)
  (contains [this x] (.contains (elements this) x))
  (containsAll [this xs] (.containsAll (elements this) xs))
  (get [this i] (nth (elements this) i))
  (indexOf [this x] (.indexOf (elements this) x))
  (lastIndexOf [this x] (.lastIndexOf (elements this) x))
  (subList [this from to] (.subList (elements this) from to))
  (toArray ([this] (to-array (elements this))) ([this array] (.toArray (elements this) array))))

(defn- wrong-arity [callee n]
  (throw (clojure.lang.ArityException. n (clojure.lang.Compiler/demunge (.getName (class callee))))))

(extend-class clojure.lang.APersistentMap
  (seq [_] (throw (UnsupportedOperationException. "seq")))
  (cons [this x]
    (cond (map-entry? x) (.assoc this (key x) (val x))
          (vector? x) (if (= 2 (count x))
                        (.assoc this (nth x 0) (nth x 1))
                        (throw (IllegalArgumentException. "Vector arg to map conj must be a pair")))
          :else (reduce (fn [m e] (.assoc m (key e) (val e))) this x)))
  (assocEx [this k v] (if (.containsKey this k) (throw (RuntimeException. "Key already present")) (.assoc this k v)))
  (invoke ([this] (wrong-arity this 0))
    ([this k] (.valAt this k))
    ([this k not-found] (.valAt this k not-found))
    ([this _ _ & more] (wrong-arity this (+ 2 (count more)))))
  (equiv [this other] (= (into {} (.seq this)) other))
  (equals [this other] (.equals (into {} (.seq this)) other))
  (hasheq [this] (hash (into {} (.seq this))))
  (hashCode [this] (.hashCode (into {} (.seq this))))
  (toString [this] (str (into {} (.seq this))))
  (size [this] (.count this))
  (isEmpty [this] (zero? (.count this)))
  (get [this k] (.valAt this k))
  (containsValue [this v] (.containsValue (into {} (.seq this)) v)))

(defn- elements-of [v] (mapv (fn [i] (.nth v i)) (range (.count v))))

(extend-class clojure.lang.APersistentVector
  (nth [this i not-found] (if (and (<= 0 i) (< i (.count this))) (.nth this i) not-found))
  (seq [this] (seq (elements-of this)))
  (rseq [this] (rseq (elements-of this)))
  (length [this] (.count this))
  (peek [this] (when (pos? (.count this)) (.nth this (dec (.count this)))))
  (assoc [this i x]
    (if (integer? i) (.assocN this i x) (throw (IllegalArgumentException. "Key must be integer"))))
  (containsKey [this i] (and (integer? i) (<= 0 i) (< i (.count this))))
  (entryAt [this i] (when (.containsKey this i) (clojure.lang.MapEntry/create i (.nth this i))))
  (valAt ([this i] (.valAt this i nil))
    ([this i not-found] (if (.containsKey this i) (.nth this i) not-found)))
  (invoke ([this] (wrong-arity this 0))
    ([this i] (if (integer? i) (.nth this i) (throw (IllegalArgumentException. "Key must be integer"))))
    ([this _ & more] (wrong-arity this (+ 1 (count more)))))
  (equiv [this other] (= (elements-of this) other))
  (equals [this other] (.equals (elements-of this) other))
  (hasheq [this] (hash (elements-of this)))
  (hashCode [this] (.hashCode (elements-of this)))
  (toString [this] (str (elements-of this)))
  (compareTo [this other] (compare (elements-of this) (if (vector? other) (vec other) other)))
  (iterator [this] (.iterator (elements-of this)))
  (size [this] (.count this))
  (isEmpty [this] (zero? (.count this)))
  (get [this i] (.nth this i))
  (contains [this x] (.contains (elements-of this) x))
  (indexOf [this x] (.indexOf (elements-of this) x))
  (lastIndexOf [this x] (.lastIndexOf (elements-of this) x))
  (subList [this from to] (subvec this from to))
  (toArray ([this] (to-array (elements-of this))) ([this array] (.toArray (elements-of this) array))))

(extend-class clojure.lang.AMapEntry
  (nth ([this i]
        (case i
          0 (.key this)
          1 (.val this)
          (throw (IndexOutOfBoundsException.))))
    ([this i not-found] (if (<= 0 i 1) (.nth this i) not-found)))
  (count [_] 2)
  (seq [this] (list (.key this) (.val this)))
  (cons [this x] [(.key this) (.val this) x])
  (empty [_] nil)
  (pop [this] [(.key this)])
  (assocN [this i x] (assoc [(.key this) (.val this)] i x))
  (setValue [_ _] (throw (UnsupportedOperationException.))))

(defn- set-of [s] (into #{} (.seq s)))

(extend-class clojure.lang.APersistentSet
  (invoke ([this] (wrong-arity this 0))
    ([this x] (.get this x))
    ([this _ & more] (wrong-arity this (+ 1 (count more)))))
  (equiv [this other] (= (set-of this) other))
  (equals [this other] (.equals (set-of this) other))
  (hasheq [this] (hash (set-of this)))
  (hashCode [this] (.hashCode (set-of this)))
  (toString [this] (str (set-of this)))
  (iterator [this] (.iterator (or (.seq this) ())))
  (size [this] (.count this))
  (isEmpty [this] (zero? (.count this)))
  (toArray ([this] (to-array (.seq this))) ([this array] (.toArray (set-of this) array))))

(extend-class clojure.lang.AFn
  (call [this] (.invoke this))
  (run [this] (.invoke this) nil))
