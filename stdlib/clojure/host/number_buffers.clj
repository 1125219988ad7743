(ns clojure.host.number-buffers
  "java.nio's buffers of numbers and of characters. A buffer reads and writes through two functions of an index, over an
  array or over a ByteBuffer."
  (:require [clojure.host.byte-buffers :refer [buffer-members capacity-of check-range check-wrapped index-within mark-within]]
            [clojure.host.defclass :refer [defclass extend-class]])
  (:import (java.nio BufferOverflowException BufferUnderflowException ByteBuffer CharBuffer DoubleBuffer FloatBuffer IntBuffer
                     LongBuffer ReadOnlyBufferException ShortBuffer)))

(defmacro ^:private def-number-buffer
  "The classes of buffers of `type`, which `make-array` makes arrays of; `view` is ByteBuffer's method that gives one, `getter` and `setter` those
  that read and write a number of `width` bytes."
  [type make-array convert width view getter setter & members]
  (let [buffer (symbol (str "java.nio." type "Buffer"))
        heap (symbol (str "java.nio.Heap" type "Buffer"))
        init (symbol (str heap) "<init>")]
    `(do
       (defclass ~heap [~'arr ~'label ~'read ~'write ~'base ~'cap ~@(map (fn [f] (with-meta f {:unsynchronized-mutable true})) '[pos lim mark-at])]
         (~'advance [_# n# error#]
           (let [p# ~'pos]
             (when (> (+ p# n#) ~'lim) (throw (if (= error# :over) (BufferOverflowException.) (BufferUnderflowException.))))
             (set! ~'pos (+ p# n#))
             (+ ~'base p#)))
         (~'checked [_# i#] (when-not (< -1 i# ~'lim) (throw (IndexOutOfBoundsException.))) (+ ~'base i#))
         (~'writer [_#] (or ~'write (throw (ReadOnlyBufferException.))))
         (~'get ([this#] (~'read (.advance this# 1 :under)))
           ([this# x#] (if (number? x#) (~'read (.checked this# x#)) (.get this# x# 0 (alength x#))))
           ([this# to# from# n#]
            (check-range from# n# (alength to#))
            (let [at# (.advance this# n# :under)]
              (dotimes [i# n#] (aset to# (+ from# i#) (~'read (+ at# i#))))
              this#)))
         (~'put ([this# x#]
                 (cond
                   (or (number? x#) (char? x#)) ((.writer this#) (.advance this# 1 :over) (~convert x#))
                   (string? x#) (doseq [c# x#] (.put this# c#))
                   (.isArray (class x#)) (.put this# x# 0 (alength x#))
                   :else (while (.hasRemaining x#) (.put this# (.get x#))))
                 this#)
           ([this# i# x#]
            (if (.isArray (class x#))
              (.put this# i# x# 0 (alength x#))
              (do ((.writer this#) (.checked this# i#) (~convert x#)) this#)))
           ([this# from# start# n#]
            (let [write# (.writer this#)]
              (check-range start# n# (alength from#))
              (let [at# (.advance this# n# :over)]
                (dotimes [i# n#] (write# (+ at# i#) (aget from# (+ start# i#)))))
              this#)))
         (~'array [_#]
           (when-not ~'write (throw (ReadOnlyBufferException.)))
           (or ~'arr (throw (UnsupportedOperationException.))))
         (~'hasArray [_#] (boolean (and ~'arr ~'write)))
         (~'arrayOffset [_#] (int ~'base))
         ~@buffer-members
         (~'compact [this#]
           (let [n# (- ~'lim ~'pos) write# (.writer this#)]
             (dotimes [i# n#] (write# (+ ~'base i#) (~'read (+ ~'base ~'pos i#))))
             (set! ~'pos n#)
             (set! ~'lim ~'cap)
             (set! ~'mark-at nil)
             this#))
         (~'isReadOnly [_#] (nil? ~'write))
         (~'duplicate [_#] (~init ~'arr ~'label ~'read ~'write ~'base ~'cap ~'pos ~'lim ~'mark-at))
         (~'asReadOnlyBuffer [_#] (~init ~'arr (str ~'label "R") ~'read nil ~'base ~'cap ~'pos ~'lim ~'mark-at))
         (~'slice ([this#] (.slice this# ~'pos (- ~'lim ~'pos)))
           ([_# from# n#]
            (check-range from# n# ~'lim)
            (~init ~'arr ~'label ~'read ~'write (+ ~'base from#) n# 0 n# nil)))
         ;; That of the machine, but of what reads bytes in the other one.
         (~'order [_#]
           (if (re-find #"ByteBufferAs.*BufferR?BR?$" ~'label) java.nio.ByteOrder/BIG_ENDIAN java.nio.ByteOrder/LITTLE_ENDIAN))
         (~'content [_#] (mapv (fn [i#] (~'read (+ ~'base i#))) (range ~'pos ~'lim)))
         (~'compareTo [this# o#]
           (let [a# (.content this#) b# (.content o#)]
             (int (or (first (remove zero? (map compare a# b#))) (- (count a#) (count b#))))))
         (~'equals [this# o#] (and (instance? ~buffer o#) (= (.content this#) (.content o#))))
         (~'hashCode [this#] (reduce (fn [h# x#] (unchecked-int (+ (* 31 h#) (unchecked-int (long x#))))) 1 (map ~(if (= type 'Char) `int `identity) (rseq (.content this#)))))
         ~@(if (= type 'Char)
             '[(toString [this] (apply str (.content this)))
               (length [this] (.remaining this))
               (charAt [this i] (.get this (+ pos i)))
               (subSequence [this from to]
                 (when-not (<= 0 from to (- lim pos)) (throw (IndexOutOfBoundsException.)))
                 (java.nio.HeapCharBuffer/<init> arr label read write base cap (+ pos from) (+ pos to) nil))
               (append ([this s] (.put this (if (char? s) s (if (nil? s) "null" (str s)))))
                 ([this s from to] (.put this (str (.subSequence (if (nil? s) "null" s) from to)))))]
             `[(~'toString [_#] (str ~'label "[pos=" ~'pos " lim=" ~'lim " cap=" ~'cap "]"))]))
       (extend-class ~buffer
         :static
         (~'allocate [n#] (. ~buffer (~'wrap (~make-array (capacity-of n#)))))
         (~'wrap ([xs#] (. ~buffer (~'wrap xs# 0 (count xs#))))
           ([xs# from# n#]
            (let [text?# (string? xs#)]
              (check-wrapped from# (if text?# (- n# from#) n#) (count xs#))
              (~init (when-not text?# xs#) ~(str heap)
                (if text?# (fn [i#] (nth xs# i#)) (fn [i#] (aget xs# i#)))
                (when-not text?# (fn [i# x#] (aset xs# i# x#)))
                0 (count xs#) from# (if text?# n# (+ from# n#)) nil)))))
       (extend-class java.nio.HeapByteBuffer
         (~view [bytes#]
           (let [from# (.position bytes#) n# (quot (.remaining bytes#) ~width)]
             (~init nil (str "java.nio.ByteBufferAs" ~(str type) "Buffer" (when (.isReadOnly bytes#) "R") (if (identical? (.order bytes#) java.nio.ByteOrder/BIG_ENDIAN) "B" "L"))
               (fn [i#] (~getter bytes# (int (+ from# (* ~width i#)))))
               (when-not (.isReadOnly bytes#) (fn [i# x#] (~setter bytes# (int (+ from# (* ~width i#))) x#)))
               0 n# 0 n# nil)))))))

(def-number-buffer Short short-array short 2 asShortBuffer .getShort .putShort)
(def-number-buffer Int int-array int 4 asIntBuffer .getInt .putInt)
(def-number-buffer Long long-array long 8 asLongBuffer .getLong .putLong)
(def-number-buffer Float float-array float 4 asFloatBuffer .getFloat .putFloat)
(def-number-buffer Double double-array double 8 asDoubleBuffer .getDouble .putDouble)
(def-number-buffer Char char-array char 2 asCharBuffer .getChar .putChar)
