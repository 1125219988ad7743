(ns clojure.host.byte-buffers
  "java.nio.ByteBuffer, and what buffers of all types have in common."
  (:require [clojure.host.defclass :refer [defclass extend-class]])
  (:import (java.nio BufferOverflowException BufferUnderflowException ByteBuffer ByteOrder ReadOnlyBufferException)))

;; Numbers as `width` bytes of an array from an index on, the highest or the lowest first

(defn- store-number [^bytes bs from width x highest-first]
  (let [from (long from) width (long width) x (long x)]
    (loop [k 0]
      (when (< k width)
        (aset bs (+ from (if highest-first (- width 1 k) k)) (unchecked-byte (bit-shift-right x (* 8 k))))
        (recur (inc k))))))

(defn fetch-number
  "The number, whose bytes have a sign."
  [^bytes bs from width highest-first]
  (let [from (long from) width (long width)
        unsigned (loop [k 0 x 0]
                   (if (< k width)
                     (recur (inc k)
                            (bit-or (bit-shift-left x 8) (bit-and 255 (aget bs (+ from (if highest-first k (- width 1 k)))))))
                     x))]
    (case width 1 (unchecked-byte unsigned) 2 (unchecked-short unsigned) 4 (unchecked-int unsigned) unsigned)))

(defn number-bytes
  "Its bytes, the highest first."
  [x width]
  (let [bs (byte-array width)]
    (store-number bs 0 width x true)
    bs))

(defclass java.nio.ByteOrder [text]
  (toString [_] text)
  :static
  (:field BIG_ENDIAN (ByteOrder/<init> "BIG_ENDIAN"))
  (:field LITTLE_ENDIAN (ByteOrder/<init> "LITTLE_ENDIAN"))
  (nativeOrder [] ByteOrder/LITTLE_ENDIAN))

;; What every buffer asks of indices

(defn index-within
  "A new position or limit, which is called `index`, up to `bound`, which is called `end`."
  [index n end bound]
  (when (> n bound) (throw (IllegalArgumentException. (str index " > " end ": (" n " > " bound ")"))))
  (when (neg? n) (throw (IllegalArgumentException. (str index " < 0: (" n " < 0)"))))
  (long n))

(defn capacity-of
  "The capacity of a buffer that is to be made."
  [n]
  (when (neg? n) (throw (IllegalArgumentException. (str "capacity < 0: (" n " < 0)"))))
  n)

(defn- has-range? [from n length] (not (or (neg? from) (neg? n) (> (+ from n) length))))

(defn check-range
  "Refuses n elements from an index on that `length` elements do not have."
  [from n length]
  (when-not (has-range? from n length)
    (throw (IndexOutOfBoundsException. (str "Range [" from ", " from " + " n ") out of bounds for length " length)))))

(defn check-wrapped
  "Refuses to wrap n elements from an index on where `length` elements do not have them."
  [from n length]
  (when-not (has-range? from n length) (throw (IndexOutOfBoundsException.))))

(defn mark-within
  "The mark that is left where positions end at `end`."
  [mark end]
  (when (and mark (<= mark end)) mark))

(def buffer-members
  "defclass's forms for what every buffer does with its fields cap, pos, lim and mark-at, whatever it holds."
  '[(capacity [_] (int cap))
    (position ([_] (int pos))
      ([this n]
       (set! pos (index-within "newPosition" n "limit" lim))
       (set! mark-at (mark-within mark-at pos))
       this))
    (limit ([_] (int lim))
      ([this n]
       (set! lim (index-within "newLimit" n "capacity" cap))
       (set! pos (min pos lim))
       (set! mark-at (mark-within mark-at lim))
       this))
    (remaining [_] (int (- lim pos)))
    ;; What has an index leaves the position as it is.
    (get ([this i to] (.get this i to 0 (alength to)))
      ([this i to from n]
       (check-range i n lim)
       (check-range from n (alength to))
       (.get (.position (.duplicate this) (int i)) to from n)
       this))
    (put [this i from start n]
      (check-range i n lim)
      (let [array? (.isArray (class from)) part (.position (.duplicate this) (int i))]
        (check-range start n (if array? (alength from) (.limit from)))
        (if array?
          (.put part from start n)
          (dotimes [k n] (.put part (.get from (int (+ start k))))))
        this))
    (mismatch [this other]
      (let [xs (.content this) ys (.content other) n (min (count xs) (count ys))]
        (int (or (first (filter (fn [k] (not= (nth xs k) (nth ys k))) (range n)))
                 (if (= (count xs) (count ys)) -1 n)))))
    (hasRemaining [_] (< pos lim))
    (flip [this] (set! lim pos) (.rewind this))
    (clear [this] (set! lim cap) (.rewind this))
    (rewind [this] (set! pos 0) (set! mark-at nil) this)
    (mark [this] (set! mark-at pos) this)
    (reset [this] (set! pos (or mark-at (throw (java.nio.InvalidMarkException.)))) this)
    (isDirect [_] false)])

(defmacro ^:private def-buffer [& number-types]
  `(defclass java.nio.HeapByteBuffer
     [~'hb ~'base ~'cap ~'read-only ~@(map (fn [field] (with-meta field {:unsynchronized-mutable true})) '[pos lim order-of mark-at])]
     (~'advance [_# n# error#]
       (let [p# ~'pos]
         (when (> (+ p# n#) ~'lim) (throw (if (= error# :over) (BufferOverflowException.) (BufferUnderflowException.))))
         (set! ~'pos (+ p# n#))
         p#))
     (~'checked [_# i# n#] (when (or (neg? i#) (> (+ i# n#) ~'lim)) (throw (IndexOutOfBoundsException.))) i#)
     (~'fetch [_# i# n#]
       (fetch-number ~'hb (+ ~'base i#) n# (identical? ~'order-of ByteOrder/BIG_ENDIAN)))
     (~'writable [this#] (when ~'read-only (throw (ReadOnlyBufferException.))) this#)
     (~'store [this# i# n# x#]
       (store-number ~'hb (+ ~'base i#) n# x# (identical? ~'order-of ByteOrder/BIG_ENDIAN))
       this#)
     ~@(mapcat (fn [[type width from to]]
                 (let [getter (symbol (str "get" type)) putter (symbol (str "put" type))]
                   `[(~getter ([this#] (~from (.fetch this# (.advance this# ~width :under) ~width)))
                       ([this# i#] (~from (.fetch this# (.checked this# i# ~width) ~width))))
                     (~putter ([this# x#] (let [n# (~to x#)] (.store (.writable this#) (.advance this# ~width :over) ~width n#)))
                       ([this# i# x#] (let [n# (~to x#)] (.store (.writable this#) (.checked this# i# ~width) ~width n#))))]))
               number-types)
     (~'get ([this#] (aget ~'hb (+ ~'base (.advance this# 1 :under))))
       ([this# x#] (if (bytes? x#) (.get this# x# 0 (alength x#)) (aget ~'hb (+ ~'base (.checked this# x# 1)))))
       ([this# to# from# n#]
        (check-range from# n# (alength to#))
        (System/arraycopy ~'hb (+ ~'base (.advance this# n# :under)) to# from# n#)
        this#))
     (~'put ([this# x#]
             (cond
               (bytes? x#) (.put this# x# 0 (alength x#))
               (number? x#) (let [b# (byte x#)] (.writable this#) (aset-byte ~'hb (+ ~'base (.advance this# 1 :over)) b#) this#)
               (identical? x# this#) (throw (IllegalArgumentException. "The source buffer is this buffer"))
               (> (.remaining x#) (.remaining (.writable this#))) (throw (BufferOverflowException.))
               :else (let [bs# (byte-array (.remaining x#))] (.get x# bs#) (.put this# bs#))))
       ([this# i# x#]
        (if (bytes? x#)
          (.put this# i# x# 0 (alength x#))
          (let [b# (byte x#)] (.writable this#) (aset-byte ~'hb (+ ~'base (.checked this# i# 1)) b#) this#)))
       ([this# from# start# n#]
        (.writable this#)
        (check-range start# n# (alength from#))
        (System/arraycopy from# start# ~'hb (+ ~'base (.advance this# n# :over)) n#)
        this#))
     (~'array [this#] (.writable this#) ~'hb)
     (~'hasArray [_#] (not ~'read-only))
     (~'arrayOffset [this#] (.writable this#) (int ~'base))
     ~@buffer-members
     (~'compact [this#]
       (.writable this#)
       (let [n# (- ~'lim ~'pos)]
         (System/arraycopy ~'hb (+ ~'base ~'pos) ~'hb ~'base n#)
         (set! ~'pos n#)
         (set! ~'lim ~'cap)
         (set! ~'mark-at nil)
         this#))
     (~'order ([_#] ~'order-of) ([this# o#] (set! ~'order-of o#) this#))
     (~'isReadOnly [_#] ~'read-only)
     (~'duplicate [_#] (java.nio.HeapByteBuffer/<init> ~'hb ~'base ~'cap ~'read-only ~'pos ~'lim ByteOrder/BIG_ENDIAN ~'mark-at))
     (~'asReadOnlyBuffer [_#] (java.nio.HeapByteBuffer/<init> ~'hb ~'base ~'cap true ~'pos ~'lim ByteOrder/BIG_ENDIAN ~'mark-at))
     (~'slice ([this#] (.slice this# ~'pos (- ~'lim ~'pos)))
       ([_# from# n#]
        (check-range from# n# ~'lim)
        (java.nio.HeapByteBuffer/<init> ~'hb (+ ~'base from#) n# ~'read-only 0 n# ByteOrder/BIG_ENDIAN nil)))
     (~'compareTo [this# o#] (int (compare (.content this#) (.content o#))))
     (~'content [_#] (mapv (fn [i#] (aget ~'hb (+ ~'base i#))) (range ~'pos ~'lim)))
     (~'equals [this# o#] (and (instance? ByteBuffer o#) (= (.content this#) (.content o#))))
     (~'hashCode [this#] (reduce (fn [h# b#] (unchecked-int (+ (* 31 h#) b#))) 1 (rseq (.content this#))))
     (~'toString [_#] (str "java.nio.HeapByteBuffer" (when ~'read-only "R") "[pos=" ~'pos " lim=" ~'lim " cap=" ~'cap "]"))))

(def-buffer [Short 2 identity short] [Int 4 identity int] [Long 8 identity long] [Char 2 (fn [n] (char (bit-and n 0xffff))) int]
  [Float 4 Float/intBitsToFloat (fn [x] (Float/floatToRawIntBits (unchecked-float x)))] [Double 8 Double/longBitsToDouble Double/doubleToRawLongBits])

(extend-class java.nio.ByteBuffer
  :static
  (allocate [n] (java.nio.HeapByteBuffer/<init> (byte-array (capacity-of n)) 0 n false 0 n ByteOrder/BIG_ENDIAN nil))
  (allocateDirect [n] (ByteBuffer/allocate n))
  (wrap ([bs] (ByteBuffer/wrap bs 0 (alength bs)))
    ([bs from n]
     (check-wrapped from n (alength bs))
     (java.nio.HeapByteBuffer/<init> bs 0 (alength bs) false from (+ from n) ByteOrder/BIG_ENDIAN nil))))

(extend-class java.nio.charset.Charset
  (encode [this s] (ByteBuffer/wrap (.getBytes (str s) (str this))))
  (decode [this b] (let [bs (byte-array (.remaining b))] (.get b bs) (String. bs (str this)))))
