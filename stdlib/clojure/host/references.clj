(ns clojure.host.references
  "java.lang.ref. The collector clears a reference when nothing else refers to its referent, a soft one when memory is short;
  the one of a queue is put into it when the queue is asked next."
  (:require [clojure.host.defclass :refer [defclass]])
  (:import (java.lang.ref ReferenceQueue)
           (java.util.concurrent LinkedBlockingQueue TimeUnit)))

(def ^:private ms-between-looks 50)

(defn- enqueue-cleared
  "Puts the references that the collector has cleared into their queues."
  []
  (when-let [reference (clojure.core/-take-cleared)]
    (.enqueue reference)
    (recur)))

(defn- taken
  "The reference that came out of its queue."
  [reference]
  (when reference (.leaveQueue reference))
  reference)

(defn- take-within
  "The next of the queue's references, or nil when there was none for so many ms, or ever if nil."
  [references ms]
  (let [start (System/nanoTime)]
    (loop []
      (enqueue-cleared)
      (let [left (if ms (- ms (quot (- (System/nanoTime) start) 1000000)) ms-between-looks)]
        (or (.poll references)
            (.poll references (max 0 (min left ms-between-looks)) TimeUnit/MILLISECONDS)
            (when (pos? left) (recur)))))))

(defclass java.lang.ref.ReferenceQueue [references]
  (poll [_]
    (enqueue-cleared)
    (taken (.poll references)))
  (remove [_] (taken (take-within references nil)))
  (remove [_ ms]
    (when (neg? ms) (throw (IllegalArgumentException. "Negative timeout value")))
    (taken (take-within references (when (pos? ms) ms))))
  :static
  (new [] (ReferenceQueue/<init> (LinkedBlockingQueue.))))

(defmacro ^:private def-reference
  "A class of references, which are put into their queue once. `get` is what get answers, of `cell`."
  [class-sym {:keys [get soft? with-queue-only?]}]
  (let [init (symbol (str class-sym) "<init>")]
    `(defclass ~class-sym [~'cell ~(with-meta 'queue {:unsynchronized-mutable true}) ~(with-meta 'queued {:unsynchronized-mutable true})]
       (~'get [_#] ~get)
       (~'refersTo [_# x#] (identical? (clojure.core/-weak-value ~'cell) x#))
       (~'clear [_#] (clojure.core/-weak-clear ~'cell))
       (~'enqueue [this#]
         (locking this#
           (clojure.core/-weak-clear ~'cell)
           (let [to# ~'queue]
             (set! ~'queue nil)
             (boolean (when to# (set! ~'queued true) (.add (.-references to#) this#))))))
       (~'isEnqueued [_#]
         (enqueue-cleared)
         ~'queued)
       (~'leaveQueue [_#] (set! ~'queued false))
       :static
       (~'new ~@(when-not with-queue-only? [`([x#] (~init (clojure.core/-weak-cell x# ~soft?) nil false))])
              ([x# queue#]
               (let [cell# (clojure.core/-weak-cell x# ~soft?)
                     reference# (~init cell# queue# false)]
                 (when queue# (clojure.core/-weak-owner cell# reference#))
                 reference#))))))

(def-reference java.lang.ref.WeakReference {:get (clojure.core/-weak-value cell) :soft? false})
(def-reference java.lang.ref.SoftReference {:get (clojure.core/-weak-value cell) :soft? true})
(def-reference java.lang.ref.PhantomReference {:get nil :soft? false :with-queue-only? true})
