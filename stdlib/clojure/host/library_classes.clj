(ns clojure.host.library-classes
  "Classes that libraries otherwise written in Clojure have in Java: those of specter, riddley, potemkin and
  clj-tuple, with the members that their Clojure calls."
  (:require [clojure.host.defclass :refer [defclass extend-class]])
  (:import (clojure.lang Compiler$LocalBinding)))

;; specter

(defclass com.rpl.specter.MutableCell [^:unsynchronized-mutable value]
  (get [_] value)
  (set [_ x] (set! value x) nil))

(extend-class com.rpl.specter.Util
  :static
  (makeObjectArray [length] (object-array length)))

;; riddley: values of &env for locals that its code walker meets.
;; JVM differs: the form of a local is not analysed, so only a hint tells its class.

(extend-class riddley.Util
  :static
  (localBinding [index sym tag _form] (Compiler$LocalBinding/<init> sym tag index nil))
  (localArgument [index sym tag] (Compiler$LocalBinding/<init> sym tag index nil)))

;; potemkin: an entry of a map of def-map-type. Its value is looked up when it is asked for.

(defclass potemkin.PersistentMapProxy$MapEntry [source k]
  (key [_] k)
  (val [_] (.valAt source k nil))
  (getKey [_] k)
  (getValue [this] (.val this))
  (count [_] 2)
  (nth ([this i] (nth [k (.val this)] i))
    ([this i not-found] (nth [k (.val this)] i not-found)))
  (valAt ([this i] (get [k (.val this)] i))
    ([this i not-found] (get [k (.val this)] i not-found)))
  (containsKey [_ i] (contains? [nil nil] i))
  (entryAt [this i] (find [k (.val this)] i))
  (invoke [this i] ([k (.val this)] i))
  (seq [this] (seq [k (.val this)]))
  (rseq [this] (rseq [k (.val this)]))
  (peek [this] (.val this))
  (pop [_] [k])
  (cons [this x] [k (.val this) x])
  (empty [_] nil)
  (assoc [this i x] (assoc [k (.val this)] i x))
  (assocN [this i x] (assoc [k (.val this)] i x))
  (equiv [this other] (= [k (.val this)] other))
  (equals [this other] (.equals [k (.val this)] other))
  (hasheq [this] (hash [k (.val this)]))
  (hashCode [this] (.hashCode [k (.val this)]))
  (iterator [this] (.iterator [k (.val this)]))
  (size [_] 2)
  (get [this i] (nth [k (.val this)] i))
  (toString [this] (str [k (.val this)])))

;; clj-tuple. JVM differs: its tuples are classes of their own, which are nothing but faster.

(extend-class clojure.lang.PersistentUnrolledVector
  :static
  (create ([] []) ([a] [a]) ([a b] [a b]) ([a b c] [a b c]) ([a b c d] [a b c d]) ([a b c d e] [a b c d e])
    ([a b c d e f] [a b c d e f])))

(extend-class clojure.lang.PersistentUnrolledMap
  :static
  (create ([] {}) ([k v] (array-map k v)) ([k v k2 v2] (array-map k v k2 v2)) ([k v k2 v2 k3 v3] (array-map k v k2 v2 k3 v3))
    ([k v k2 v2 k3 v3 k4 v4] (array-map k v k2 v2 k3 v3 k4 v4))
    ([k v k2 v2 k3 v3 k4 v4 k5 v5] (array-map k v k2 v2 k3 v3 k4 v4 k5 v5))
    ([k v k2 v2 k3 v3 k4 v4 k5 v5 k6 v6] (array-map k v k2 v2 k3 v3 k4 v4 k5 v5 k6 v6))))
