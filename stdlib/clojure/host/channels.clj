(ns clojure.host.channels
  "java.nio.channels: files read and written through buffers, and the bridges to streams."
  (:require [clojure.host.defclass :refer [defclass extend-class]])
  (:import (java.io File)
           (java.nio ByteBuffer)
           (java.nio.channels ClosedChannelException FileChannel NonReadableChannelException NonWritableChannelException
                              ReadableByteChannel WritableByteChannel)
           (java.nio.file FileAlreadyExistsException NoSuchFileException StandardOpenOption)))

(defclass java.nio.channels.FileLock [channel ^:unsynchronized-mutable held]
  (channel [_] channel)
  (acquiredBy [_] channel)
  (isValid [_] held)
  (isShared [_] false)
  (position [_] 0)
  (size [_] Long/MAX_VALUE)
  (release [_] (set! held false) nil)
  (close [this] (.release this)))

(defn- read-at [descriptor position buffer]
  (let [b (byte-array (.remaining buffer))
        got (if (zero? (alength b)) 0 (clojure.core/-random-read descriptor position b 0 (alength b)))]
    (when (pos? got) (.put buffer b 0 (int got)))
    (int got)))

(defn- write-at [descriptor position buffer]
  (let [b (byte-array (.remaining buffer))]
    (.get buffer b)
    (clojure.core/-random-write descriptor position b 0 (alength b))
    (int (alength b))))

;; The channel of a stream reads and writes where that stands: its position is the one of the descriptor.
(defclass java.nio.channels.FileChannel
  [path readable writable append delete stream ^:unsynchronized-mutable descriptor ^:unsynchronized-mutable position]
  (descriptor [_] (if stream (clojure.core/-stream-descriptor stream) descriptor))
  (opened [this] (or (.descriptor this) (throw (ClosedChannelException.))))
  (moveTo [this n] (if stream (clojure.core/-descriptor-position (.opened this) n) (set! position n)) nil)
  (for-reading [this] (let [d (.opened this)] (if readable d (throw (NonReadableChannelException.)))))
  (for-writing [this] (let [d (.opened this)] (if writable d (throw (NonWritableChannelException.)))))
  (read ([this to]
         (if (instance? ByteBuffer to)
           (let [at (.position this)
                 got (read-at (.for-reading this) at to)]
             (when (pos? got) (.moveTo this (+ at got)))
             got)
           (reduce (fn [n buffer] (let [got (.read this buffer)] (if (neg? got) (reduced (if (zero? n) got n)) (+ n got)))) 0 to)))
    ([this to at] (read-at (.for-reading this) at to)))
  (write ([this from]
          (if (instance? ByteBuffer from)
            (let [d (.for-writing this)
                  at (if append (clojure.core/-random-length d) (.position this))
                  n (write-at d at from)]
              (.moveTo this (+ at n))
              n)
            (reduce (fn [n buffer] (+ n (.write this buffer))) 0 from)))
    ([this from at] (write-at (.for-writing this) at from)))
  (position ([this] (let [d (.opened this)] (if stream (clojure.core/-descriptor-position d) position)))
    ([this n]
     (.opened this)
     (when (neg? n) (throw (IllegalArgumentException.)))
     (.moveTo this (long n))
     this))
  (size [this] (clojure.core/-random-length (.opened this)))
  (truncate [this n]
    (let [d (.for-writing this)]
      (when (< n (clojure.core/-random-length d)) (clojure.core/-random-length d n))
      (.moveTo this (min (.position this) n))
      this))
  (force [this _] (.opened this) nil)
  (transferTo [this from n to]
    (let [b (ByteBuffer/allocate (max 0 (min n (- (.size this) from))))]
      (.read this b from)
      (.write to (.flip b))
      (long (.capacity b))))
  (transferFrom [this from at n]
    (let [b (ByteBuffer/allocate (int n))]
      (loop [] (when (and (.hasRemaining b) (pos? (.read from b))) (recur)))
      (long (.write this (.flip b) at))))
  (map [this _ from n]
    (let [b (ByteBuffer/allocate (int n))]
      (.read this b from)
      (.flip b)))
  (lock ([this] (.opened this) (java.nio.channels.FileLock/<init> this true)) ([this _ _ _] (.lock this)))
  (tryLock ([this] (.lock this)) ([this _ _ _] (.lock this)))
  (isOpen [this] (some? (.descriptor this)))
  (close [_]
    (cond
      stream (.close stream)
      descriptor (do (clojure.core/-random-close descriptor)
                     (set! descriptor nil)
                     (when delete (.delete (File. path)))))
    nil)
  :static
  (open ([path options]
         (let [chosen (set options)
               chosen? (fn [option] (contains? chosen option))
               append (chosen? StandardOpenOption/APPEND)
               writable (or append (chosen? StandardOpenOption/WRITE))
               name (str path)
               file (File. name)]
           (when (and append (chosen? StandardOpenOption/READ)) (throw (IllegalArgumentException. "READ + APPEND not allowed")))
           (when (and append (chosen? StandardOpenOption/TRUNCATE_EXISTING))
             (throw (IllegalArgumentException. "APPEND + TRUNCATE_EXISTING not allowed")))
           (cond
             (and writable (chosen? StandardOpenOption/CREATE_NEW) (.exists file)) (throw (FileAlreadyExistsException. name))
             (not (or (.exists file) (and writable (or (chosen? StandardOpenOption/CREATE) (chosen? StandardOpenOption/CREATE_NEW)))))
             (throw (NoSuchFileException. name)))
           (let [descriptor (clojure.core/-random-open name (if (.isDirectory file) :directory writable))]
             (when (and writable (chosen? StandardOpenOption/TRUNCATE_EXISTING)) (clojure.core/-random-length descriptor 0))
             (FileChannel/<init> name (or (not writable) (chosen? StandardOpenOption/READ)) writable append
                                 (chosen? StandardOpenOption/DELETE_ON_CLOSE) nil descriptor 0))))
    ([path options _] (FileChannel/open path options))))

(defn- channel-of [stream readable]
  (FileChannel/<init> nil readable (not readable) false false stream nil nil))

(extend-class java.io.FileInputStream
  (getChannel [this] (channel-of this true)))

(extend-class java.io.FileOutputStream
  (getChannel [this] (channel-of this false)))

(extend-class java.nio.file.Files
  :static
  (newByteChannel ([path] (FileChannel/open path [StandardOpenOption/READ]))
    ([path options] (FileChannel/open path (if (seq options) options [StandardOpenOption/READ])))
    ([path options _] (java.nio.file.Files/newByteChannel path options))))

(defn- array-of [buffer]
  (let [b (byte-array (.remaining buffer))]
    (.get buffer b)
    b))

(extend-class java.nio.channels.Channels
  :static
  (newInputStream [channel]
    (proxy [java.io.InputStream] []
      (read ([] (let [b (ByteBuffer/allocate 1)] (if (pos? (.read channel b)) (int (bit-and 255 (.get b 0))) (int -1))))
        ([b] (.read channel (ByteBuffer/wrap b)))
        ([b at n] (.read channel (ByteBuffer/wrap b at n))))
      (close [] (.close channel))))
  (newOutputStream [channel]
    (proxy [java.io.OutputStream] []
      (write ([b] (.write channel (ByteBuffer/wrap (if (bytes? b) b (byte-array [(unchecked-byte b)])))) nil)
        ([b at n] (.write channel (ByteBuffer/wrap b at n)) nil))
      (close [] (.close channel))))
  (newChannel [stream]
    (let [open (atom true)
          check (fn [] (when-not @open (throw (ClosedChannelException.))))]
      (if (instance? java.io.InputStream stream)
        (reify ReadableByteChannel
          (read [_ buffer]
            (check)
            (let [b (byte-array (.remaining buffer))
                  got (.read stream b 0 (alength b))]
              (when (pos? got) (.put buffer b 0 (int got)))
              (int got)))
          (isOpen [_] @open)
          (close [_] (reset! open false) (.close stream)))
        (reify WritableByteChannel
          (write [_ buffer]
            (check)
            (let [b (array-of buffer)]
              (.write stream b 0 (alength b))
              (int (alength b))))
          (isOpen [_] @open)
          (close [_] (reset! open false) (.close stream))))))
  (newReader ([channel charset] (java.io.InputStreamReader. (java.nio.channels.Channels/newInputStream channel) charset))
    ([channel charset _] (java.nio.channels.Channels/newReader channel charset)))
  (newWriter ([channel charset] (java.io.OutputStreamWriter. (java.nio.channels.Channels/newOutputStream channel) charset))
    ([channel charset _] (java.nio.channels.Channels/newWriter channel charset))))
