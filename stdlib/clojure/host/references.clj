(ns clojure.host.references
  "java.lang.ref. References keep what they refer to, as nothing tells a program that it was not collected yet: what is in a
  queue was put there by the program."
  (:require [clojure.host.defclass :refer [defclass]])
  (:import (java.lang.ref ReferenceQueue)
           (java.util.concurrent LinkedBlockingQueue TimeUnit)))

(defn- taken
  "The reference that came out of its queue."
  [reference]
  (when reference (.leaveQueue reference))
  reference)

(defclass java.lang.ref.ReferenceQueue [references]
  (poll [_] (taken (.poll references)))
  (remove [_] (taken (.take references)))
  (remove [this ms]
    (when (neg? ms) (throw (IllegalArgumentException. "Negative timeout value")))
    (if (zero? ms) (.remove this) (taken (.poll references ms TimeUnit/MILLISECONDS))))
  :static
  (new [] (ReferenceQueue/<init> (LinkedBlockingQueue.))))

(defmacro ^:private def-reference
  "A class of references, which are put into their queue once. `get` is what get answers."
  [class-sym get & statics]
  `(defclass ~class-sym [~(with-meta 'referent {:unsynchronized-mutable true}) ~(with-meta 'queue {:unsynchronized-mutable true})
                         ~(with-meta 'queued {:unsynchronized-mutable true})]
     (~'get [_#] ~get)
     (~'refersTo [_# x#] (identical? ~'referent x#))
     (~'clear [_#] (set! ~'referent nil) nil)
     (~'enqueue [this#]
       (locking this#
         (set! ~'referent nil)
         (let [to# ~'queue]
           (set! ~'queue nil)
           (boolean (when to# (set! ~'queued true) (.add (.-references to#) this#))))))
     (~'isEnqueued [_#] ~'queued)
     (~'leaveQueue [_#] (set! ~'queued false))
     :static
     ~@statics))

(def-reference java.lang.ref.WeakReference referent
  (new ([x] (java.lang.ref.WeakReference/<init> x nil false)) ([x queue] (java.lang.ref.WeakReference/<init> x queue false))))

(def-reference java.lang.ref.SoftReference referent
  (new ([x] (java.lang.ref.SoftReference/<init> x nil false)) ([x queue] (java.lang.ref.SoftReference/<init> x queue false))))

(def-reference java.lang.ref.PhantomReference nil
  (new [x queue] (java.lang.ref.PhantomReference/<init> x queue false)))
