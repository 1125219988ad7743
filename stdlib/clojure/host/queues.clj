(ns clojure.host.queues
  "java.util.concurrent: the queues that are not native."
  (:require [clojure.host.concurrent :refer [await-until deadline refuse-interruption]]
            [clojure.host.defclass :refer [defclass extend-class]]
            [clojure.host.removal :refer [removing-iterator]])
  (:import (java.util.concurrent TimeUnit)))

(defn- check-drain [queue target]
  (when (nil? target) (throw (NullPointerException.)))
  (when (identical? queue target) (throw (IllegalArgumentException.))))

;; Queues: a native collection under the object's monitor.

(def ^:private bounded
  "The queues that take a capacity; the others are as long as it takes."
  '#{java.util.concurrent.LinkedBlockingDeque})

(defmacro ^:private def-queue-class
  "Defines a queue class around `items`: (make) or (make coll) gives the native collection, `add`,
  `poll` and `peek` are names of its methods; `members` come on top. `waiting` counts who waits to take."
  [class-sym make & members]
  `(defclass ~class-sym [~'capacity ~'items ~'waiting]
     (~'put-within [this# x# nanos#]
       (when (nil? x#) (throw (NullPointerException.)))
       (locking this#
         (boolean (when (await-until this# nanos# (fn [] (< (.size ~'items) ~'capacity)))
                    (.add ~'items x#)
                    (.notifyAll this#)
                    true))))
     (~'take-within [this# nanos#]
       (locking this#
         (swap! ~'waiting inc)
         (try
           (when (await-until this# nanos# (fn [] (pos? (.size ~'items))))
             (let [x# (.poll ~'items)] (.notifyAll this#) x#))
           (finally (swap! ~'waiting dec)))))
     (~'put [this# x#] (.put-within this# x# nil) nil)
     (~'add [this# x#] (or (.put-within this# x# 0) (throw (IllegalStateException. "Queue full"))))
     (~'offer ([this# x#] (.put-within this# x# 0)) ([this# x# n# unit#] (.put-within this# x# (.toNanos unit# n#))))
     (~'take [this#] (.take-within this# nil))
     (~'poll ([this#] (.take-within this# 0)) ([this# n# unit#] (.take-within this# (.toNanos unit# n#))))
     (~'peek [this#] (locking this# (.peek ~'items)))
     (~'element [this#] (or (.peek this#) (throw (java.util.NoSuchElementException.))))
     (~'remove ([this#] (or (.poll this#) (throw (java.util.NoSuchElementException.))))
       ([this# x#] (locking this# (.remove ~'items x#))))
     (~'size [this#] (locking this# (.size ~'items)))
     (~'isEmpty [this#] (locking this# (.isEmpty ~'items)))
     (~'contains [this# x#] (locking this# (.contains ~'items x#)))
     (~'clear [this#] (locking this# (.clear ~'items) (.notifyAll this#)))
     (~'remainingCapacity [this#]
       (if (= ~'capacity Long/MAX_VALUE) Integer/MAX_VALUE (locking this# (int (- ~'capacity (.size ~'items))))))
     (~'drainTo [this# to#] (.drainTo this# to# Integer/MAX_VALUE))
     (~'drainTo [this# to# limit#]
       (check-drain this# to#)
       (loop [n# 0]
         (let [x# (when (< n# limit#) (.poll this#))]
           (if (nil? x#) (int n#) (do (.add to# x#) (recur (inc n#)))))))
     (~'iterator [this#] (removing-iterator this# (locking this# (vec ~'items))))
     (~'toString [this#] (locking this# (str ~'items)))
     ~@members
     :static
     ~(let [make-queue (fn [capacity items] `(. ~class-sym (~'<init> ~capacity ~items (atom 0))))
            most (if (bounded class-sym) `Integer/MAX_VALUE `Long/MAX_VALUE)]
        `(~'new ([] ~(make-queue most (list make)))
           ([~'x]
            (when (and (number? ~'x) (< ~'x 1)) (throw (IllegalArgumentException.)))
            (if (number? ~'x)
              ~(make-queue (if (bounded class-sym) 'x most) (list make))
              ~(make-queue most (list make 'x))))
           ([~'_ ~'order] ~(make-queue most '(java.util.PriorityQueue. 11 order)))))))

(def-queue-class java.util.concurrent.PriorityBlockingQueue
  (fn ([] (java.util.PriorityQueue.)) ([coll] (java.util.PriorityQueue. coll)))
  (comparator [_] (.comparator items)))

(extend-class java.util.concurrent.PriorityBlockingQueue
  (take [this] (refuse-interruption) (.take-within this nil))
  (poll ([this] (.take-within this 0)) ([this n unit] (refuse-interruption) (.take-within this (.toNanos unit n)))))

;; transfer waits until somebody has taken the element.
(def-queue-class java.util.concurrent.LinkedTransferQueue
  (fn ([] (java.util.ArrayDeque.)) ([coll] (java.util.ArrayDeque. coll)))
  (transfer-within [this x nanos]
    (locking this
      (.put this x)
      (let [there (fn [] (some (fn [y] (identical? x y)) items))]
        (or (boolean (await-until this nanos (fn [] (not (there)))))
            (do (.remove items x) false)))))
  (transfer [this x] (.transfer-within this x nil) nil)
  (tryTransfer ([this x] (locking this (and (pos? @waiting) (zero? (.size items)) (.offer this x))))
    ([this x n unit] (.transfer-within this x (.toNanos unit n))))
  (hasWaitingConsumer [_] (pos? @waiting))
  (getWaitingConsumerCount [_] (int @waiting)))

(defmacro ^:private def-deque-class [class-sym]
  `(def-queue-class ~class-sym (fn ([] (java.util.ArrayDeque.)) ([coll#] (java.util.ArrayDeque. coll#)))
     (~'putFirst-within [this# x# nanos#]
       (when (nil? x#) (throw (NullPointerException.)))
       (locking this#
         (boolean (when (await-until this# nanos# (fn [] (< (.size ~'items) ~'capacity)))
                    (.addFirst ~'items x#)
                    (.notifyAll this#)
                    true))))
     (~'takeLast-within [this# nanos#]
       (locking this#
         (when (await-until this# nanos# (fn [] (pos? (.size ~'items))))
           (let [x# (.pollLast ~'items)] (.notifyAll this#) x#))))
     (~'putFirst [this# x#] (.putFirst-within this# x# nil) nil)
     (~'putLast [this# x#] (.put this# x#))
     (~'addFirst [this# x#] (or (.putFirst-within this# x# 0) (throw (IllegalStateException. "Deque full"))) nil)
     (~'addLast [this# x#] (.add this# x#) nil)
     (~'push [this# x#] (.addFirst this# x#))
     (~'pop [this#] (.remove this#))
     (~'offerFirst ([this# x#] (.putFirst-within this# x# 0)) ([this# x# n# unit#] (.putFirst-within this# x# (.toNanos unit# n#))))
     (~'offerLast ([this# x#] (.offer this# x#)) ([this# x# n# unit#] (.offer this# x# n# unit#)))
     (~'takeFirst [this#] (.take this#))
     (~'takeLast [this#] (.takeLast-within this# nil))
     (~'pollFirst ([this#] (.poll this#)) ([this# n# unit#] (.poll this# n# unit#)))
     (~'pollLast ([this#] (.takeLast-within this# 0)) ([this# n# unit#] (.takeLast-within this# (.toNanos unit# n#))))
     (~'descendingIterator [this#] (removing-iterator this# (locking this# (vec (reverse (vec ~'items))))))
     (~'peekFirst [this#] (.peek this#))
     (~'peekLast [this#] (locking this# (.peekLast ~'items)))
     (~'getFirst [this#] (.element this#))
     (~'getLast [this#] (or (.peekLast this#) (throw (java.util.NoSuchElementException.))))
     (~'removeFirst [this#] (.remove this#))
     (~'removeFirstOccurrence [this# x#] (.remove this# x#))
     (~'removeLastOccurrence [this# x#]
       (locking this#
         (let [removed# (.removeLastOccurrence ~'items x#)]
           (when removed# (.notifyAll this#))
           removed#)))
     (~'removeLast [this#] (or (.pollLast this#) (throw (java.util.NoSuchElementException.))))))

(def-deque-class java.util.concurrent.LinkedBlockingDeque)
(def-deque-class java.util.concurrent.ConcurrentLinkedDeque)

;; A hand-over: `box` holds what is offered until somebody takes it.
(defclass java.util.concurrent.SynchronousQueue [^:unsynchronized-mutable box ^:unsynchronized-mutable takers]
  (put-within [this x nanos]
    (when (nil? x) (throw (NullPointerException.)))
    (locking this
      (let [mine [x]]
        (boolean (when (await-until this nanos (fn [] (and (nil? (.-box this)) (or (not= 0 nanos) (pos? (.-takers this))))))
                   (set! box mine)
                   (.notifyAll this)
                   (if (await-until this nanos (fn [] (not (identical? mine (.-box this)))))
                     true
                     (do (set! box nil) false)))))))
  (take-within [this nanos]
    (locking this
      (set! takers (inc takers))
      (.notifyAll this)
      (try
        (when (await-until this nanos (fn [] (.-box this)))
          (let [x (first box)] (set! box nil) (.notifyAll this) x))
        (finally (set! takers (dec takers))))))
  (put [this x] (.put-within this x nil) nil)
  (offer ([this x] (.put-within this x 0)) ([this x n unit] (.put-within this x (.toNanos unit n))))
  (take [this] (.take-within this nil))
  (poll ([this] (.take-within this 0)) ([this n unit] (.take-within this (.toNanos unit n))))
  (peek [_])
  (element [_] (throw (java.util.NoSuchElementException.)))
  (add [this x] (or (.offer this x) (throw (IllegalStateException. "Queue full"))))
  (remove ([this] (or (.poll this) (throw (java.util.NoSuchElementException.)))) ([_ _] false))
  (contains [_ _] false)
  (clear [_])
  (remainingCapacity [_] (int 0))
  (drainTo [this to] (.drainTo this to Integer/MAX_VALUE))
  (drainTo [this to limit]
    (check-drain this to)
    (loop [n 0]
      (let [x (when (< n limit) (.poll this))]
        (if (nil? x) (int n) (do (.add to x) (recur (inc n)))))))
  (size [_] (int 0))
  (isEmpty [_] true)
  (iterator [_] (.iterator []))
  (toString [_] "[]")
  :static
  (new ([] (java.util.concurrent.SynchronousQueue/<init> nil 0)) ([_] (java.util.concurrent.SynchronousQueue/<init> nil 0))))

;; The head is the element whose delay ends first; it is there for takers when it has ended.
(defclass java.util.concurrent.DelayQueue [items]
  (take-within [this nanos]
    (locking this
      (let [end (when nanos (deadline nanos))]
        (loop []
          (let [head (.peek items)
                delay-left (when head (.getDelay head TimeUnit/NANOSECONDS))
                time-left (when end (- end (System/nanoTime)))]
            (cond
              (and head (<= delay-left 0)) (.poll items)
              (and time-left (<= time-left 0)) nil
              :else (let [wait (when (or delay-left time-left) (max 1 (apply min (remove nil? [delay-left time-left]))))]
                      (if wait
                        (.wait this (quot wait 1000000) (int (rem wait 1000000)))
                        (.wait this))
                      (recur))))))))
  (offer ([this x]
          (when (nil? x) (throw (NullPointerException.)))
          (locking this (.add items x) (.notifyAll this) true))
    ([this x _ _] (.offer this x)))
  (add [this x] (.offer this x))
  (put [this x] (.offer this x) nil)
  (take [this] (refuse-interruption) (.take-within this nil))
  (poll ([this] (.take-within this 0)) ([this n unit] (refuse-interruption) (.take-within this (.toNanos unit n))))
  (remove ([this] (or (.poll this) (throw (java.util.NoSuchElementException.))))
    ([this x] (locking this (.remove items x))))
  (peek [this] (locking this (.peek items)))
  (element [this] (or (.peek this) (throw (java.util.NoSuchElementException.))))
  (size [this] (locking this (.size items)))
  (isEmpty [this] (locking this (.isEmpty items)))
  (contains [this x] (locking this (.contains items x)))
  (clear [this] (locking this (.clear items)))
  (remainingCapacity [_] Integer/MAX_VALUE)
  (drainTo [this target]
    (check-drain this target)
    (loop [n 0] (if-let [x (.poll this)] (do (.add target x) (recur (inc n))) (int n))))
  (iterator [this] (removing-iterator this (locking this (vec (.toArray items)))))
  (toArray [this] (locking this (.toArray items)))
  (toString [this] (locking this (.toString items)))
  :static
  (new ([] (java.util.concurrent.DelayQueue/<init> (java.util.PriorityQueue.)))
    ([coll] (java.util.concurrent.DelayQueue/<init> (java.util.PriorityQueue. coll)))))
