(ns clojure.host.pipes
  "java.io's pipes: what one thread writes, another reads. A ring of bytes or chars under its own monitor."
  (:require [clojure.host.concurrent :refer [await-until]]
            [clojure.host.defclass :refer [defclass]])
  (:import (java.io IOException PipedInputStream PipedOutputStream PipedReader PipedWriter)))

(definterface Ring
  (connect [])
  (checkReading [])
  (available [])
  (takeSome [to at n])
  (putAll [from at n])
  (endWriting [])
  (endReading []))

;; The state of both ends. `start` is where the next unit is read, `held` how many there are.
(deftype Pipe [units size ^:unsynchronized-mutable start ^:unsynchronized-mutable held ^:unsynchronized-mutable connected
               ^:unsynchronized-mutable writerClosed ^:unsynchronized-mutable readerClosed]
  Ring
  (connect [_]
    (when connected (throw (IOException. "Already connected")))
    (set! connected true)
    nil)
  (checkReading [_]
    (cond
      (not connected) (throw (IOException. "Pipe not connected"))
      readerClosed (throw (IOException. "Pipe closed"))))
  (available [_] (int held))
  ;; How many units were read into an array, -1 at the end.
  (takeSome [this to at n]
    (locking this
      (.checkReading this)
      (await-until this nil (fn [] (or (pos? (.-held this)) (.-writerClosed this) (.-readerClosed this))))
      (if (zero? held)
        -1
        (let [n (int (min n held (- size start)))]
          (System/arraycopy units (int start) to (int at) n)
          (set! start (mod (+ start n) size))
          (set! held (- held n))
          (.notifyAll this)
          n))))
  (putAll [this from at n]
    (locking this
      (when-not connected (throw (IOException. "Pipe not connected")))
      (loop [at at left n]
        (when (or writerClosed readerClosed) (throw (IOException. "Pipe closed")))
        (when (pos? left)
          (if (await-until this nil (fn [] (or (< (.-held this) size) (.-readerClosed this))))
            (let [end (mod (+ start held) size)
                  n (int (max 0 (min left (- size held) (- size end))))]
              (System/arraycopy from (int at) units (int end) n)
              (set! held (+ held n))
              (.notifyAll this)
              (recur (+ at n) (- left n)))
            (recur at left))))
      nil))
  (endWriting [this] (locking this (set! writerClosed true) (.notifyAll this)) nil)
  (endReading [this] (locking this (set! readerClosed true) (set! held 0) (.notifyAll this)) nil))

(defn- pipe [units] (Pipe. units (alength units) 0 0 false false false))

(defn- positive [n] (if (pos? n) n (throw (IllegalArgumentException. "Pipe Size <= 0"))))

(defmacro ^:private def-pipe-ends
  "Defines the classes of both ends of pipes whose units are kept in an array that `make` makes; a unit is
  read as an int with `number` and written as one with `unit`. An end is made alone, or on the other end."
  [reader writer {:keys [make number unit texts]}]
  `(do
     (defclass ~reader [~'pipe]
       (~'pipe [_#] ~'pipe)
       (~'connect [_# other#] (.connect other# ~'pipe))
       (~'read ([this#] (let [one# (~make 1)] (if (neg? (.read this# one# 0 1)) (int -1) (int (~number (aget one# 0))))))
         ([this# to#] (.read this# to# 0 (alength to#)))
         ([_# to# at# n#]
          (if (zero? n#) (int 0) (int (.takeSome ~'pipe to# at# n#)))))
       (~'available [_#] (.available ~'pipe))
       (~'ready [_#] (.checkReading ~'pipe) (pos? (.available ~'pipe)))
       (~'close [_#] (.endReading ~'pipe))
       :static
       (~'new ([] (. ~reader (~'<init> (pipe (~make 1024)))))
         ([x#] (if (number? x#)
                 (. ~reader (~'<init> (pipe (~make (positive x#)))))
                 (let [made# (new ~reader)] (.connect x# made#) made#)))
         ([x# n#] (let [made# (new ~reader n#)] (.connect x# made#) made#))))
     (defclass ~writer [~(with-meta 'pipe {:unsynchronized-mutable true})]
       (~'connect [_# other#]
         (let [other# (if (instance? ~reader other#) (.pipe other#) other#)]
           (when ~'pipe (throw (IOException. "Already connected")))
           (.connect other#)
           (set! ~'pipe other#)
           nil))
       (~'connected [_#] (or ~'pipe (throw (IOException. "Pipe not connected"))))
       (~'write ([this# x#]
                 (cond
                   (number? x#) (.putAll (.connected this#) (doto (~make 1) (aset 0 (~unit x#))) 0 1)
                   (string? x#) (.write this# (~texts x#))
                   :else (.putAll (.connected this#) x# 0 (alength x#))))
         ([this# from# at# n#] (.putAll (.connected this#) (if (string? from#) (~texts from#) from#) at# n#)))
       (~'flush [_#])
       (~'close [_#] (when ~'pipe (.endWriting ~'pipe)) nil)
       :static
       (~'new ([] (. ~writer (~'<init> nil)))
         ([other#] (let [made# (new ~writer)] (.connect made# other#) made#))))))

(def-pipe-ends java.io.PipedInputStream java.io.PipedOutputStream
  {:make byte-array :number (fn [b] (bit-and 255 b)) :unit unchecked-byte :texts identity})
(def-pipe-ends java.io.PipedReader java.io.PipedWriter
  {:make char-array :number int :unit char :texts .toCharArray})
