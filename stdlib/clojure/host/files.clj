(ns clojure.host.files
  "Streams that are more than one, and files read and written anywhere: SequenceInputStream, RandomAccessFile."
  (:require [clojure.host.defclass :refer [defclass extend-class]]
            [clojure.host.zip :refer [def-input-class open-stream]])
  (:import (java.io IOException RandomAccessFile)
           (java.nio.file StandardOpenOption)))

(def-input-class java.io.SequenceInputStream [^:unsynchronized-mutable streams]
  (fetch [_ b at n]
    (loop []
      (if-let [stream (first streams)]
        (let [got (.read stream b (int at) (int n))]
          (if (neg? got)
            (do (.close stream) (set! streams (rest streams)) (recur))
            got))
        -1)))
  (available [_] (if-let [stream (first streams)] (.available stream) (int 0)))
  (close [_]
    (doseq [stream streams] (.close stream))
    (set! streams ())
    nil)
  :static
  (new ([streams] (java.io.SequenceInputStream/<init> (enumeration-seq streams)))
    ([a b] (java.io.SequenceInputStream/<init> (list a b)))))

;; What programs make streams of their own from

(defclass java.io.FilterInputStream [in]
  (read ([_] (.read in)) ([this b] (.read this b 0 (alength b))) ([_ b at n] (.read in b (int at) (int n))))
  (skip [_ n] (.skip in n))
  (available [_] (.available in))
  (markSupported [_] (.markSupported in))
  (mark [_ n] (.mark in n))
  (reset [_] (.reset in))
  (close [_] (.close in)))

(defclass java.io.FilterReader [in]
  (read ([_] (.read in)) ([this units] (.read this units 0 (alength units))) ([_ units at n] (.read in units (int at) (int n))))
  (skip [_ n] (.skip in n))
  (ready [_] (.ready in))
  (markSupported [_] (.markSupported in))
  (mark [_ n] (.mark in n))
  (reset [_] (.reset in))
  (close [_] (.close in)))

(defclass java.io.FilterOutputStream [out ^:unsynchronized-mutable closed]
  (write ([this x] (if (bytes? x) (.write this x 0 (alength x)) (.write out x)))
    ([this b at n]
     (when (or (neg? at) (neg? n) (> (+ at n) (alength b))) (throw (IndexOutOfBoundsException.)))
     (dotimes [i n] (.write this (int (aget b (+ at i)))))))
  (flush [_] (.flush out))
  (close [this]
    (when-not closed
      (set! closed true)
      (try (.flush this) (finally (.close out)))))
  :static
  (new [out] (java.io.FilterOutputStream/<init> out false)))

(defclass java.io.FilterWriter [out]
  (write ([this x] (cond
                     (string? x) (.write this x 0 (.length x))
                     (number? x) (.write out (int x))
                     :else (.write this x 0 (alength x))))
    ([_ x at n] (.write out x (int at) (int n))))
  (flush [_] (.flush out))
  (close [_] (.close out)))

;; Streams that go nowhere

(extend-class java.io.InputStream
  :static
  (nullInputStream []
    (let [open (volatile! true)
          opened (fn [answer] (if @open answer (throw (IOException. "Stream closed"))))]
      (proxy [java.io.InputStream] []
        (read ([] (opened -1)) ([_] (opened -1)) ([_ _ n] (opened (if (zero? n) 0 -1))))
        (available [] (opened 0))
        (skip [_] (opened 0))
        (close [] (vreset! open false) nil)))))
(extend-class java.io.Reader
  (ready [_] false)
  (markSupported [_] false)
  (mark [_ _] (throw (IOException. "mark() not supported")))
  (reset [_] (throw (IOException. "reset() not supported")))
  (skip [this n]
    (when (neg? n) (throw (IllegalArgumentException. "skip value is negative")))
    (let [units (char-array (min 8192 n))]
      (loop [left n]
        (let [got (if (pos? left) (.read this units 0 (int (min left 8192))) -1)]
          (if (neg? got) (- n left) (recur (- left got)))))))
  (transferTo [this writer]
    (let [units (char-array 8192)]
      (loop [n 0]
        (let [got (.read this units)]
          (if (neg? got) n (do (.write writer units 0 got) (recur (+ n got))))))))
  :static
  (nullReader [] (java.io.StringReader. "")))
(extend-class java.io.OutputStream
  :static
  (nullOutputStream [] (proxy [java.io.OutputStream] [] (write ([_]) ([_ _ _])))))
(extend-class java.io.Writer
  :static
  (nullWriter [] (proxy [java.io.Writer] [] (write ([_]) ([_ _ _])) (flush []) (close []))))

(extend-class clojure.lang.LineNumberingPushbackReader
  (atLineStart [this] (= 1 (.getColumnNumber this))))

(defclass java.io.CharArrayReader [reader]
  (read ([_] (.read reader)) ([_ units] (.read reader units)) ([_ units at n] (.read reader units at n)))
  (skip [_ n] (.skip reader n))
  (ready [_] (.ready reader))
  (markSupported [_] true)
  (mark [_ n] (.mark reader 0)) ; n is not looked at
  (reset [_] (.reset reader))
  (close [_] (.close reader))
  :static
  (new ([units] (java.io.CharArrayReader/<init> (java.io.StringReader. (String. units))))
    ([units at n] (java.io.CharArrayReader/<init> (java.io.StringReader. (String. units at n))))))

(defclass java.io.CharArrayWriter [builder]
  (write ([_ x] (if (number? x) (.append builder (char x)) (.append builder x)) nil)
    ([_ x at n] (.append builder (if (string? x) (subs x at (+ at n)) (String. x at n))) nil))
  (append ([this x] (.append builder (if (nil? x) "null" x)) this)
    ([this x from to] (.append builder (subs (str x) from to)) this))
  (writeTo [_ writer] (.write writer (str builder)))
  (toCharArray [_] (.toCharArray (str builder)))
  (size [_] (int (.length builder)))
  (reset [_] (.setLength builder 0))
  (flush [_])
  (close [_])
  (toString [_] (str builder))
  :static
  (new ([] (java.io.CharArrayWriter/<init> (StringBuilder.)))
    ([n]
     (when (neg? n) (throw (IllegalArgumentException. (str "Negative initial size: " n))))
     (java.io.CharArrayWriter/<init> (StringBuilder.)))))

;; The buffer of a StringWriter: what it holds is the writer's.

(defmacro ^:private def-writer-buffer
  "Defines the class with methods that ask a builder with the writer's text, and `changing` ones that leave their work in
  the writer."
  [asking changing]
  `(defclass java.io.StringWriter$Buffer [~'writer]
     ~@(for [[method & arities] asking, params arities]
         `(~method [~'_ ~@params] (. (StringBuilder. (str ~'writer)) (~method ~@params))))
     ~@(for [[method & arities] changing, params arities]
         `(~method [~'this ~@params]
           (let [builder# (StringBuilder. (clojure.core/-take-written-text ~'writer))]
             (. builder# (~method ~@params))
             (.write ~'writer (str builder#))
             ~(when-not (#{'setLength 'setCharAt} method) 'this))))
     (~'toString [~'_] (str ~'writer))))

(def-writer-buffer
  [(length []) (charAt [i]) (substring [from] [from to]) (subSequence [from to]) (indexOf [s] [s i]) (lastIndexOf [s] [s i])
   (isEmpty [])]
  [(setLength [n]) (setCharAt [i c]) (append [x]) (insert [i x]) (delete [from to]) (deleteCharAt [i]) (replace [from to s])
   (reverse [])])

(extend-class java.io.StringWriter
  (getBuffer [this] (java.io.StringWriter$Buffer/<init> this)))

(def-input-class java.io.PushbackInputStream [^:unsynchronized-mutable in ^:unsynchronized-mutable given capacity]
  ;; `given` is a list of the bytes that were put back, the next one first.
  (fetch [_ b at n]
    (open-stream in)
    (if (seq given)
      (let [taken (vec (take n given))]
        (dotimes [i (count taken)] (aset-byte b (+ at i) (nth taken i)))
        (set! given (drop (count taken) given))
        (count taken))
      (.read in b (int at) (int n))))
  (unread ([this b] (if (bytes? b) (.unread this b 0 (alength b)) (.unread this (byte-array [(unchecked-byte b)]) 0 1)))
    ([_ b at n]
     (when (> (+ n (count given)) capacity) (throw (IOException. "Push back buffer is full")))
     (set! given (concat (map (fn [i] (aget b (+ at i))) (range n)) (vec given)))
     (set! given (doall given))
     nil))
  (available [_] (int (+ (count given) (.available (open-stream in)))))
  (close [_]
    (when-let [source in]
      (set! in nil)
      (set! given ())
      (.close source)))
  :static
  (new ([in] (java.io.PushbackInputStream. in 1))
    ([in size]
     (when-not (pos? size) (throw (IllegalArgumentException. "size <= 0")))
     (java.io.PushbackInputStream/<init> in () size))))

(defn- file-mode [mode]
  (case mode
    "r" false
    ("rw" "rws" "rwd") true
    (throw (IllegalArgumentException. (str "Illegal mode \"" mode "\" must be one of \"r\", \"rw\", \"rws\", or \"rwd\"")))))

(defmacro ^:private def-random-access-file
  "Defines the class with these members and those that the data streams have, which work on it."
  [fields & members]
  `(defclass java.io.RandomAccessFile ~fields
     ~@(for [m '[readByte readUnsignedByte readBoolean readShort readUnsignedShort readChar readInt readLong readFloat
                 readDouble readUTF]]
         (list m '[this] (list (symbol (str "." m)) '(java.io.DataInputStream. this))))
     (~'readFully ([this# b#] (.readFully (java.io.DataInputStream. this#) b#))
       ([this# b# at# n#] (.readFully (java.io.DataInputStream. this#) b# at# n#)))
     ~@(for [m '[writeByte writeBoolean writeShort writeChar writeInt writeLong writeFloat writeDouble writeBytes writeChars
                 writeUTF]]
         (list m '[this x] (list (symbol (str "." m)) '(java.io.DataOutputStream. this) 'x)))
     ~@members))

(def-random-access-file [path writable ^:unsynchronized-mutable descriptor ^:unsynchronized-mutable position
                         ^:unsynchronized-mutable channel]
  (opened [_] (or descriptor (throw (IOException. "Stream Closed"))))
  (read ([this] (let [b (byte-array 1)] (if (neg? (.read this b 0 1)) (int -1) (int (bit-and 255 (aget b 0))))))
    ([this b] (.read this b 0 (alength b)))
    ([this b at n]
     (let [got (clojure.core/-random-read (.opened this) position b at n)]
       (when (pos? got) (set! position (+ position got)))
       (int got))))
  (write ([this b]
          (if (bytes? b) (.write this b 0 (alength b)) (.write this (byte-array [(unchecked-byte b)]) 0 1)))
    ([this b at n]
     (when-not writable (throw (IOException. "Bad file descriptor")))
     (clojure.core/-random-write (.opened this) position b at n)
     (set! position (+ position n))
     nil))
  (seek [this n]
    (.opened this)
    (when (neg? n) (throw (IOException. "Negative seek offset")))
    (set! position (long n))
    nil)
  (getFilePointer [this] (.opened this) position)
  ;; Another view of the file, which begins where this one stands.
  (getChannel [this]
    (.opened this)
    (or channel
        (set! channel (.position (java.nio.channels.FileChannel/open
                                   path (if writable [StandardOpenOption/READ StandardOpenOption/WRITE] [StandardOpenOption/READ]))
                                 position))))
  (length [this] (clojure.core/-random-length (.opened this)))
  (setLength [this n]
    (clojure.core/-random-length (.opened this) n)
    (set! position (min position n))
    nil)
  (skipBytes [this n]
    (let [to (min (+ position (max n 0)) (.length this)) skipped (max 0 (- to position))]
      (set! position (+ position skipped))
      (int skipped)))
  (readLine [this]
    (loop [out (StringBuilder.) c (.read this)]
      (case (int c)
        -1 (when (pos? (.length out)) (str out))
        10 (str out)
        13 (let [at position]
             (when-not (= 10 (.read this)) (set! position at))
             (str out))
        (recur (.append out (char c)) (.read this)))))
  (close [_]
    (when descriptor
      (clojure.core/-random-close descriptor)
      (set! descriptor nil)
      (when channel (.close channel)))
    nil)
  :static
  (new [file mode]
    (let [writable (file-mode mode)]
      (RandomAccessFile/<init> (str file) writable (clojure.core/-random-open (str file) writable) 0 nil))))

(extend-class java.io.File
  (getTotalSpace [file] (nth (clojure.core/-file-space (str file)) 0))
  (getFreeSpace [file] (nth (clojure.core/-file-space (str file)) 1))
  (getUsableSpace [file] (nth (clojure.core/-file-space (str file)) 2)))

(extend-class java.io.ByteArrayOutputStream
  (writeBytes [out b] (.write out b 0 (alength b))))
