(ns clojure.host.zip
  "java.util.zip: checksums, zlib's Deflater and Inflater, and the streams of zlib and gzip."
  (:require [clojure.host.defclass :refer [defclass extend-class]])
  (:import (java.io EOFException IOException)
           (java.util.zip Adler32 CRC32 DataFormatException Deflater DeflaterOutputStream GZIPInputStream GZIPOutputStream
                          Inflater InflaterInputStream ZipException)))

(defclass java.util.zip.Adler32 [^:unsynchronized-mutable value]
  (update ([this b] (if (bytes? b) (.update this b 0 (alength b)) (.update this (byte-array [(unchecked-byte b)]) 0 1)))
    ([_ b from n] (set! value (clojure.core/-adler-32 value b from n)) nil))
  (getValue [_] value)
  (reset [_] (set! value 1) nil)
  :static
  (new [] (Adler32/<init> 1)))

;; Deflater and Inflater

(def ^:private nothing (byte-array 0))

(defmacro ^:private def-coder
  "Defines Deflater or Inflater: a native stream and the input that it has not taken yet."
  [class-sym & members]
  `(defclass ~class-sym
     [~@(map (fn [field] (with-meta field {:unsynchronized-mutable true}))
             '[stream input from left state total-in total-out finishing adler])]
     (~'setInput ([this# b#] (.setInput this# b# 0 (alength b#)))
       ([_# b# at# n#] (set! ~'input b#) (set! ~'from (long at#)) (set! ~'left (long n#)) nil))
     ;; Where the input ends in its array.
     (~'lastFilled [_#] (+ ~'from ~'left))
     (~'run [_# out# at# n# flush#]
       (let [[taken# made# next#] (clojure.core/-zlib-run ~'stream ~'input ~'from ~'left out# at# n# flush#)]
         (set! ~'from (+ ~'from taken#))
         (set! ~'left (- ~'left taken#))
         (set! ~'total-in (+ ~'total-in taken#))
         (set! ~'total-out (+ ~'total-out made#))
         (if (string? next#) (throw (DataFormatException. next#)) (set! ~'state next#))
         (int made#)))
     (~'finished [_#] (= 1 ~'state))
     (~'getTotalIn [_#] (int ~'total-in))
     (~'getTotalOut [_#] (int ~'total-out))
     (~'getBytesRead [_#] ~'total-in)
     (~'getBytesWritten [_#] ~'total-out)
     (~'getRemaining [_#] (int ~'left))
     (~'setDictionary [_# b#]
       (when-not (clojure.core/-zlib-dictionary ~'stream b#) (throw (IllegalArgumentException.)))
       (set! ~'state 0)
       nil)
     (~'reset [_#]
       (clojure.core/-zlib-reset ~'stream)
       (set! ~'input nothing) (set! ~'from 0) (set! ~'left 0) (set! ~'state 0) (set! ~'total-in 0) (set! ~'total-out 0)
       (set! ~'finishing false)
       nil)
     (~'end [_#] (when ~'stream (clojure.core/-zlib-close ~'stream) (set! ~'stream 0)) nil)
     ~@members))

(def-coder java.util.zip.Deflater
  (finish [_] (set! finishing true) nil)
  (needsInput [_] (<= left 0))
  (setLevel [_ n] (clojure.core/-zlib-level stream n 0) nil)
  (setStrategy [_ n] (clojure.core/-zlib-level stream -1 n) nil)
  (deflate ([this out] (.deflate this out 0 (alength out)))
    ([this out at n] (.run this out at n (if finishing 2 0)))
    ([this out at n flush] (.run this out at n (if finishing 2 (if (zero? flush) 0 1)))))
  :static
  (:field DEFLATED (int 8))
  (:field NO_COMPRESSION (int 0))
  (:field BEST_SPEED (int 1))
  (:field BEST_COMPRESSION (int 9))
  (:field DEFAULT_COMPRESSION (int -1))
  (:field FILTERED (int 1))
  (:field HUFFMAN_ONLY (int 2))
  (:field DEFAULT_STRATEGY (int 0))
  (:field NO_FLUSH (int 0))
  (:field SYNC_FLUSH (int 2))
  (:field FULL_FLUSH (int 3))
  (new ([] (Deflater. -1 false))
    ([level] (Deflater. level false))
    ([level raw]
     (when-not (<= -1 level 9) (throw (IllegalArgumentException. "invalid compression level")))
     (Deflater/<init> (clojure.core/-zlib-open true level raw) nothing 0 0 0 0 0 false 1))))

(def-coder java.util.zip.Inflater
  (needsInput [_] (<= left 0))
  (needsDictionary [_] (= 2 state))
  (inflate ([this out] (.inflate this out 0 (alength out)))
    ([this out at n] (if (= 1 state) (int 0) (.run this out at n 1))))
  :static
  (new ([] (Inflater. false))
    ([raw] (Inflater/<init> (clojure.core/-zlib-open false 0 raw) nothing 0 0 0 0 0 false 1))))

;; Streams

(defmacro def-input-class
  "Defines a class of input streams by a method fetch of an array, an offset and a positive number, and
  a method close."
  [class-sym fields & members]
  `(defclass ~class-sym ~fields
     (~'read ([this#]
              (let [b# (byte-array 1)] (if (neg? (.read this# b# 0 1)) (int -1) (int (bit-and 255 (aget b# 0))))))
       ([this# b#] (.read this# b# 0 (alength b#)))
       ([this# b# at# n#]
        (when (or (neg? at#) (neg? n#) (> (+ at# n#) (alength b#))) (throw (IndexOutOfBoundsException.)))
        (if (zero? n#) (int 0) (int (.fetch this# b# at# n#)))))
     (~'skip [this# n#]
       (let [b# (byte-array (min 8192 (max n# 1)))]
         (loop [left# n#]
           (if (pos? left#)
             (let [got# (.read this# b# 0 (min left# (alength b#)))]
               (if (neg? got#) (- n# left#) (recur (- left# got#))))
             (long n#)))))
     (~'markSupported [_#] false)
     (~'mark [_# _#])
     (~'reset [_#] (throw (IOException. "mark/reset not supported")))
     ~@members))

(defmacro def-output-class
  "Defines a class of output streams by a method put of an array, an offset and a number."
  [class-sym fields & members]
  `(defclass ~class-sym ~fields
     (~'write ([this# b#]
               (if (bytes? b#) (.write this# b# 0 (alength b#)) (.write this# (byte-array [(unchecked-byte b#)]) 0 1)))
       ([this# b# at# n#]
        (when (or (neg? at#) (neg? n#) (> (+ at# n#) (alength b#))) (throw (IndexOutOfBoundsException.)))
        (.put this# b# at# n#)
        nil))
     ~@members))

(def-input-class java.util.zip.CheckedInputStream [in checksum]
  (fetch [_ b at n]
    (let [got (.read in b (int at) (int n))]
      (when (pos? got) (.update checksum b (int at) (int got)))
      got))
  (getChecksum [_] checksum)
  (available [_] (.available in))
  (markSupported [_] (.markSupported in))
  (mark [_ n] (.mark in n))
  (reset [_] (.reset in))
  (close [_] (.close in)))

(def-output-class java.util.zip.CheckedOutputStream [out checksum]
  (put [_ b at n] (.write out b (int at) (int n)) (.update checksum b (int at) (int n)))
  (getChecksum [_] checksum)
  (flush [_] (.flush out))
  (close [_] (.close out)))

(defn open-stream
  "The stream that one reads from, nil once it is closed."
  [in]
  (or in (throw (IOException. "Stream closed"))))

(defn fill
  "Gives an inflater more input from a stream, which must have some."
  [inflater in buffer]
  (let [n (.read in buffer (int 0) (int (alength buffer)))]
    (when (neg? n) (throw (EOFException. "Unexpected end of ZLIB input stream")))
    (.setInput inflater buffer 0 n)))

(defn inflate-some
  "Expands up to n bytes: how many, or -1 at the end of what was compressed."
  [inflater in buffer b at n]
  (loop []
    (let [made (try (.inflate inflater b at n)
                    (catch DataFormatException e (throw (ZipException. (or (ex-message e) "Invalid ZLIB data format")))))]
      (cond
        (pos? made) made
        (or (.finished inflater) (.needsDictionary inflater)) -1
        :else (do (when (.needsInput inflater) (fill inflater in buffer)) (recur))))))

(defn deflate-all
  "Writes what a deflater makes of its input."
  [deflater out buffer flush]
  (loop []
    (let [made (.deflate deflater buffer 0 (alength buffer) flush)]
      (when (pos? made)
        (.write out buffer (int 0) (int made))
        (recur)))))

(def-input-class java.util.zip.InflaterInputStream [^:unsynchronized-mutable in inflater buffer]
  (fetch [_ b at n] (inflate-some inflater (open-stream in) buffer b at n))
  (available [_] (open-stream in) (int (if (.finished inflater) 0 1)))
  (close [_]
    (when-let [source in]
      (set! in nil)
      (.end inflater)
      (.close source)))
  :static
  (new ([in] (InflaterInputStream. in (Inflater.) 512))
    ([in inflater] (InflaterInputStream. in inflater 512))
    ([in inflater size] (InflaterInputStream/<init> in inflater (byte-array size)))))

(def-input-class java.util.zip.DeflaterInputStream [in deflater buffer ^:unsynchronized-mutable ended]
  (fetch [_ b at n]
    (loop []
      (let [made (.deflate deflater b at n)]
        (cond
          (pos? made) made
          (.finished deflater) -1
          :else (let [got (.read in buffer (int 0) (int (alength buffer)))]
                  (if (neg? got) (.finish deflater) (.setInput deflater buffer 0 got))
                  (recur))))))
  (available [_] (int (if (.finished deflater) 0 1)))
  (close [_] (.end deflater) (.close in))
  :static
  (new ([in] (java.util.zip.DeflaterInputStream. in (Deflater.)))
    ([in deflater] (java.util.zip.DeflaterInputStream/<init> in deflater (byte-array 512) false))))

(def-output-class java.util.zip.DeflaterOutputStream [out deflater buffer sync ^:unsynchronized-mutable closed]
  (put [_ b at n]
    (when (.finished deflater) (throw (IOException. "write beyond end of stream")))
    (.setInput deflater b at n)
    (deflate-all deflater out buffer 0))
  (finish [_]
    (when-not (.finished deflater)
      (.finish deflater)
      (deflate-all deflater out buffer 0)))
  (flush [_]
    (when (and sync (not (.finished deflater))) (deflate-all deflater out buffer 2))
    (.flush out))
  (close [this]
    (when-not closed
      (set! closed true)
      (.finish this)
      (.end deflater)
      (.close out)))
  :static
  (new ([out] (DeflaterOutputStream. out (Deflater.) 512 false))
    ([out x] (if (boolean? x) (DeflaterOutputStream. out (Deflater.) 512 x) (DeflaterOutputStream. out x 512 false)))
    ([out deflater size] (DeflaterOutputStream. out deflater size false))
    ([out deflater size sync] (DeflaterOutputStream/<init> out deflater (byte-array size) sync false))))

(def-output-class java.util.zip.InflaterOutputStream [out inflater buffer]
  (put [_ b at n]
    (.setInput inflater b at n)
    (loop []
      (let [made (try (.inflate inflater buffer)
                      (catch DataFormatException e (throw (ZipException. (or (ex-message e) "Invalid ZLIB data format")))))]
        (when (pos? made)
          (.write out buffer (int 0) (int made))
          (recur)))))
  (finish [_] (.flush out))
  (flush [_] (.flush out))
  (close [_] (.end inflater) (.close out))
  :static
  (new ([out] (java.util.zip.InflaterOutputStream. out (Inflater.)))
    ([out inflater] (java.util.zip.InflaterOutputStream/<init> out inflater (byte-array 512)))))

;; gzip, RFC 1952: a header, raw deflated data, and a trailer of checksum and length.

(defn little-endian [n width]
  (byte-array (map (fn [i] (unchecked-byte (bit-shift-right n (* 8 i)))) (range width))))

(defn- read-byte [in]
  (let [b (.read in)]
    (when (neg? b) (throw (EOFException.)))
    b))

(defn- read-little-endian [in width]
  (reduce (fn [n i] (bit-or n (bit-shift-left (read-byte in) (* 8 i)))) 0 (range width)))

(defn- skip-gzip-header [in]
  (when-not (= 0x8b1f (read-little-endian in 2)) (throw (ZipException. "Not in GZIP format")))
  (when-not (= 8 (read-byte in)) (throw (ZipException. "Unsupported compression method")))
  (let [flags (read-byte in)
        skip-text (fn [] (while (pos? (read-byte in))))]
    (dotimes [_ 6] (read-byte in))
    (when (bit-test flags 2) (dotimes [_ (read-little-endian in 2)] (read-byte in)))
    (when (bit-test flags 3) (skip-text))
    (when (bit-test flags 4) (skip-text))
    (when (bit-test flags 1) (read-little-endian in 2))))

(defclass java.util.zip.GZIPOutputStream
  [out deflater buffer crc sync ^:unsynchronized-mutable closed ^:unsynchronized-mutable ended]
  (write ([this b] (if (bytes? b) (.write this b 0 (alength b)) (.write this (byte-array [(unchecked-byte b)]) 0 1)))
    ([_ b at n]
     (when ended (throw (IOException. "write beyond end of stream")))
     (.update crc b (int at) (int n))
     (.setInput deflater b at n)
     (deflate-all deflater out buffer 0)
     nil))
  (finish [_]
    (when-not ended
      (set! ended true)
      (.finish deflater)
      (deflate-all deflater out buffer 0)
      (.write out (little-endian (.getValue crc) 4))
      (.write out (little-endian (.getBytesRead deflater) 4)))
    nil)
  (flush [_]
    (when (and sync (not ended)) (deflate-all deflater out buffer 2))
    (.flush out))
  (close [this]
    (when-not closed
      (set! closed true)
      (.finish this)
      (.end deflater)
      (.close out)))
  :static
  (new ([out] (GZIPOutputStream. out 512 false))
    ([out x] (if (boolean? x) (GZIPOutputStream. out 512 x) (GZIPOutputStream. out x false)))
    ([out size sync]
     (.write out (byte-array (map unchecked-byte [0x1f 0x8b 8 0 0 0 0 0 0 255])))
     (GZIPOutputStream/<init> out (Deflater. -1 true) (byte-array size) (CRC32.) sync false false))))

(def-input-class java.util.zip.GZIPInputStream
  [in inflater buffer ^:unsynchronized-mutable crc ^:unsynchronized-mutable filled ^:unsynchronized-mutable ended
   ^:unsynchronized-mutable source]
  (more [_]
    (let [n (.read source buffer (int 0) (int (alength buffer)))]
      (when (neg? n) (throw (EOFException. "Unexpected end of ZLIB input stream")))
      (set! filled n)
      (.setInput inflater buffer 0 n)))
  ;; After the trailer there may be another member.
  (nextMember [_]
    (let [left (.getRemaining inflater)
          behind (java.io.SequenceInputStream.
                  (java.io.ByteArrayInputStream. (java.util.Arrays/copyOfRange buffer (int (- filled left)) (int filled))) source)
          checksum (read-little-endian behind 4)
          size (read-little-endian behind 4)]
      (when-not (and (= checksum (.getValue crc)) (= size (bit-and 0xffffffff (.getBytesWritten inflater))))
        (throw (ZipException. "Corrupt GZIP trailer")))
      (let [another (try (skip-gzip-header behind) true (catch IOException _ false))]
        (if another
          (do (.reset inflater) (.reset crc) (set! source behind) true)
          (do (set! ended true) false)))))
  (fetch [this b at n]
    (open-stream source)
    (if ended
      -1
      (loop []
        (let [made (try (.inflate inflater b at n)
                        (catch DataFormatException e (throw (ZipException. (or (ex-message e) "Invalid ZLIB data format")))))]
          (cond
            (pos? made) (do (.update crc b (int at) (int made)) made)
            (.finished inflater) (if (.nextMember this) (recur) -1)
            :else (do (when (.needsInput inflater) (.more this)) (recur)))))))
  (available [_] (open-stream source) (int (if ended 0 1)))
  (close [_]
    (when source
      (set! source nil)
      (.end inflater)
      (.close in)))
  :static
  (new ([in] (GZIPInputStream. in 512))
    ([in size]
     (skip-gzip-header in)
     (GZIPInputStream/<init> in (Inflater. true) (byte-array size) (CRC32.) 0 false in))))
