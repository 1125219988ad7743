(ns clojure.host.archives
  "java.util.zip's archives: entries, ZipOutputStream, ZipInputStream and ZipFile. No encryption, and no
  archives beyond 4 GB."
  (:require [clojure.host.defclass :refer [defclass]]
            [clojure.host.zip :refer [deflate-all inflate-some little-endian open-stream]])
  (:import (java.io ByteArrayInputStream ByteArrayOutputStream EOFException File IOException PushbackInputStream RandomAccessFile)
           (java.time LocalDateTime ZoneId)
           (java.util.zip CRC32 Deflater Inflater ZipEntry ZipException ZipFile ZipInputStream ZipOutputStream)))

;; Times are those of DOS: local, to two seconds.

(defn- dos-time [ms]
  (let [t (.toLocalDateTime (.atZone (java.time.Instant/ofEpochMilli ms) (ZoneId/systemDefault)))]
    (if (< (.getYear t) 1980)
      (bit-or (bit-shift-left 1 21) (bit-shift-left 1 16))
      (reduce bit-or (map bit-shift-left
                          [(- (.getYear t) 1980) (.getMonthValue t) (.getDayOfMonth t) (.getHour t) (.getMinute t) (quot (.getSecond t) 2)]
                          [25 21 16 11 5 0])))))

(defn- time-of-dos [n]
  (let [bits (fn [from width] (bit-and (bit-shift-right n from) (dec (bit-shift-left 1 width))))
        day (java.time.LocalDate/of (+ 1980 (bits 25 7)) (max 1 (min 12 (bits 21 4))) 1)
        local (.plusSeconds (.plusDays (.atStartOfDay day) (dec (max 1 (bits 16 5))))
                            (+ (* 3600 (bits 11 5)) (* 60 (bits 5 6)) (* 2 (bits 0 5))))]
    (.toEpochMilli (.toInstant (.atZone local (ZoneId/systemDefault))))))

(defclass java.util.zip.ZipEntry
  [name ^:unsynchronized-mutable size ^:unsynchronized-mutable packed ^:unsynchronized-mutable crc ^:unsynchronized-mutable method
   ^:unsynchronized-mutable time ^:unsynchronized-mutable extra ^:unsynchronized-mutable comment ^:unsynchronized-mutable offset]
  (getName [_] name)
  (isDirectory [_] (.endsWith name "/"))
  (getSize [_] size)
  (setSize [_ n] (set! size (long n)) nil)
  (getCompressedSize [_] packed)
  (setCompressedSize [_ n] (set! packed (long n)) nil)
  (getCrc [_] crc)
  (setCrc [_ n] (set! crc (long n)) nil)
  (getMethod [_] (int method))
  (setMethod [_ n] (set! method (long n)) nil)
  (getTime [_] time)
  (setTime [_ ms] (set! time (long ms)) nil)
  (getLastModifiedTime [_] (when-not (neg? time) (java.nio.file.attribute.FileTime/fromMillis time)))
  (setLastModifiedTime [this t] (set! time (.toMillis t)) this)
  (getExtra [_] extra)
  (setExtra [_ b] (set! extra b) nil)
  (getComment [_] comment)
  (setComment [_ s] (set! comment s) nil)
  (position [_] offset)
  (setPosition [_ n] (set! offset n) nil)
  (clone [_] (ZipEntry/<init> name size packed crc method time extra comment offset))
  (hashCode [_] (.hashCode name))
  (toString [_] name)
  :static
  (:field STORED (int 0))
  (:field DEFLATED (int 8))
  (new [x]
    (if (instance? ZipEntry x)
      (.clone x)
      (do
        (when (> (count x) 0xffff) (throw (IllegalArgumentException. "entry name too long")))
        (ZipEntry/<init> x -1 -1 -1 -1 -1 nil nil 0)))))

(defn- fields
  "Numbers as little-endian bytes: [number width]…"
  [& pairs]
  (byte-array (mapcat (fn [[n width]] (little-endian n width)) (partition 2 pairs))))

;; What local and central headers share: version, flags, method, time, checksum, sizes, lengths.
(defn- header-fields [entry flags crc packed size]
  (fields 20 2 flags 2 (.getMethod entry) 2 (dos-time (.getTime entry)) 4 crc 4 packed 4 size 4
          (alength (.getBytes (.getName entry) "UTF-8")) 2 (if-let [extra (.getExtra entry)] (alength extra) 0) 2))

(defn- flags-of [entry]
  (bit-or (if (= 8 (.getMethod entry)) 8 0)
          (if (every? (fn [c] (< (int c) 128)) (.getName entry)) 0 0x800)))

(defclass java.util.zip.ZipOutputStream
  [out deflater buffer crc ^:unsynchronized-mutable written ^:unsynchronized-mutable entries ^:unsynchronized-mutable current
   ^:unsynchronized-mutable default-method ^:unsynchronized-mutable comment ^:unsynchronized-mutable finished]
  (emit [_ b] (.write out b (int 0) (int (alength b))) (set! written (+ written (alength b))))
  (putNextEntry [this entry]
    (when finished (throw (IOException. "Stream closed")))
    (.closeEntry this)
    (when (some (fn [e] (= (.getName e) (.getName entry))) entries)
      (throw (ZipException. (str "duplicate entry: " (.getName entry)))))
    (when (neg? (.getTime entry)) (.setTime entry (System/currentTimeMillis)))
    (when (neg? (.getMethod entry)) (.setMethod entry default-method))
    (let [stored (zero? (.getMethod entry))]
      (when stored
        (when (neg? (.getSize entry)) (.setSize entry (.getCompressedSize entry)))
        (when (or (neg? (.getSize entry)) (neg? (.getCrc entry)))
          (throw (ZipException. "STORED entry missing size, compressed size, or crc-32")))
        (.setCompressedSize entry (.getSize entry)))
      (.setPosition entry written)
      (.emit this (fields 0x04034b50 4))
      (.emit this (if stored
                    (header-fields entry (flags-of entry) (.getCrc entry) (.getSize entry) (.getSize entry))
                    (header-fields entry (flags-of entry) 0 0 0)))
      (.emit this (.getBytes (.getName entry) "UTF-8"))
      (when-let [extra (.getExtra entry)] (.emit this extra)))
    (.reset crc)
    (.reset deflater)
    (set! current entry)
    nil)
  (write ([this b] (if (bytes? b) (.write this b 0 (alength b)) (.write this (byte-array [(unchecked-byte b)]) 0 1)))
    ([_ b at n]
     (when-not current (throw (ZipException. "no current ZIP entry")))
     (.update crc b (int at) (int n))
     (if (zero? (.getMethod current))
       (do (.write out b (int at) (int n)) (set! written (+ written n)))
       (do (.setInput deflater b at n) (deflate-all deflater out buffer 0)))
     nil))
  (closeEntry [this]
    (when-let [entry current]
      (set! current nil)
      (if (zero? (.getMethod entry))
        (when-not (= (.getValue crc) (.getCrc entry))
          (throw (ZipException. (str "invalid entry crc-32 (expected 0x" (Long/toHexString (.getCrc entry)) " but got 0x"
                                     (Long/toHexString (.getValue crc)) ")"))))
        (do
          (.finish deflater)
          (deflate-all deflater out buffer 0)
          (set! written (+ written (.getBytesWritten deflater)))
          (.setSize entry (.getBytesRead deflater))
          (.setCompressedSize entry (.getBytesWritten deflater))
          (.setCrc entry (.getValue crc))
          (.emit this (fields 0x08074b50 4 (.getCrc entry) 4 (.getCompressedSize entry) 4 (.getSize entry) 4))))
      (set! entries (conj entries entry)))
    nil)
  (setMethod [_ n] (set! default-method n) nil)
  (setLevel [_ n] (.setLevel deflater n))
  (setComment [_ s] (set! comment s) nil)
  (finish [this]
    (when-not finished
      (.closeEntry this)
      (set! finished true)
      (let [start written
            all entries]
        (doseq [entry all :let [text (.getBytes (or (.getComment entry) "") "UTF-8")]]
          (.emit this (fields 0x02014b50 4 20 2))
          (.emit this (header-fields entry (flags-of entry) (.getCrc entry) (.getCompressedSize entry) (.getSize entry)))
          (.emit this (fields (alength text) 2 0 2 0 2 0 4 (.position entry) 4))
          (.emit this (.getBytes (.getName entry) "UTF-8"))
          (when-let [extra (.getExtra entry)] (.emit this extra))
          (.emit this text))
        (let [text (.getBytes (or comment "") "UTF-8")]
          (.emit this (fields 0x06054b50 4 0 2 0 2 (count all) 2 (count all) 2 (- written start) 4 start 4 (alength text) 2))
          (.emit this text)))
      nil))
  (flush [_] (.flush out))
  (close [this] (.finish this) (.end deflater) (.close out))
  :static
  (:field STORED (int 0))
  (:field DEFLATED (int 8))
  (new ([out] (ZipOutputStream/<init> out (Deflater. -1 true) (byte-array 512) (CRC32.) 0 [] nil 8 nil false))
    ([out _] (ZipOutputStream. out))))

;; Reading

(defn- read-fully [in n]
  (let [b (byte-array n)]
    (loop [at 0]
      (when (< at n)
        (let [got (.read in b (int at) (int (- n at)))]
          (when (neg? got) (throw (EOFException.)))
          (recur (+ at got)))))
    b))

(defn- number-at [b at width]
  (reduce (fn [n i] (bit-or n (bit-shift-left (bit-and 255 (aget b (+ at i))) (* 8 i)))) 0 (range width)))

(defn- make-entry [name method time crc packed size extra comment position]
  (ZipEntry/<init> name size packed crc method time extra comment position))

(defclass java.util.zip.ZipInputStream
  [^:unsynchronized-mutable in inflater buffer crc ^:unsynchronized-mutable entry ^:unsynchronized-mutable described ^:unsynchronized-mutable left
   ^:unsynchronized-mutable ended]
  (getNextEntry [this]
    (open-stream in)
    (when entry (.closeEntry this))
    (let [start (try (read-fully in 30) (catch EOFException _ nil))]
      (when (and start (= 0x04034b50 (number-at start 0 4)))
        (let [flags (number-at start 6 2)
              name (String. (read-fully in (number-at start 26 2)) "UTF-8")
              extra (read-fully in (number-at start 28 2))
              unknown (bit-test flags 3)
              known (fn [at] (if unknown -1 (number-at start at 4)))]
          (when (bit-test flags 0) (throw (ZipException. "encrypted ZIP entry not supported")))
          (set! entry (make-entry name (number-at start 8 2) (time-of-dos (number-at start 10 4)) (known 14) (known 18) (known 22)
                                  (when (pos? (alength extra)) extra) nil 0))
          (set! described unknown)
          (set! left (if unknown 0 (number-at start 18 4)))
          (set! ended false)
          (.reset inflater)
          (.reset crc)
          entry))))
  (read ([this] (let [b (byte-array 1)] (if (neg? (.read this b 0 1)) (int -1) (int (bit-and 255 (aget b 0))))))
    ([this b] (.read this b 0 (alength b)))
    ([this b at n]
     (open-stream in)
     (cond
       (or (nil? entry) ended) (int -1)
       (zero? n) (int 0)
       :else
       (let [got (if (zero? (.getMethod entry))
                   (if (zero? left) -1 (.read in b (int at) (int (min n left))))
                   (inflate-some inflater in buffer b at n))]
         (if (neg? got)
           (.endEntry this)
           (do
             (when (zero? (.getMethod entry)) (set! left (- left got)))
             (.update crc b (int at) (int got))))
         (int got)))))
  ;; Gives back what was read ahead, and checks what follows the data.
  (endEntry [_]
    (set! ended true)
    (when-not (zero? (.getMethod entry))
      (let [behind (.getRemaining inflater)]
        (when (pos? behind) (.unread in buffer (int (- (.lastFilled inflater) behind)) (int behind)))))
    (when described
      (let [b (read-fully in 16)
            signed (= 0x08074b50 (number-at b 0 4))
            at (if signed 4 0)]
        (when-not signed (.unread in b 12 4))
        (.setCrc entry (number-at b at 4))
        (.setCompressedSize entry (number-at b (+ at 4) 4))
        (.setSize entry (number-at b (+ at 8) 4))))
    (when-not (= (.getCrc entry) (.getValue crc))
      (throw (ZipException. (str "invalid entry CRC (expected 0x" (Long/toHexString (.getCrc entry)) " but got 0x"
                                 (Long/toHexString (.getValue crc)) ")")))))
  (closeEntry [this]
    (when entry
      (let [b (byte-array 512)] (while (not (neg? (.read this b 0 512)))))
      (set! entry nil))
    nil)
  (skip [this n]
    (let [b (byte-array 512)]
      (loop [rest n]
        (let [got (if (pos? rest) (.read this b 0 (min rest 512)) -1)]
          (if (neg? got) (- n rest) (recur (- rest got)))))))
  (available [_] (open-stream in) (int (if (or (nil? entry) ended) 0 1)))
  (markSupported [_] false)
  (close [_]
    (when-let [source in]
      (set! in nil)
      (.end inflater)
      (.close source)))
  :static
  (new ([in] (ZipInputStream/<init> (PushbackInputStream. in 512) (Inflater. true) (byte-array 512) (CRC32.) nil false 0 true))
    ([in _] (ZipInputStream. in))))

(defn- directory
  "The entries of an archive's directory, in its order, and its comment."
  [file path]
  (let [size (.length file)
        tail (min size 65557)
        end (byte-array tail)
        wrong (fn [why] (throw (ZipException. why)))]
    (when (zero? size) (wrong "zip file is empty"))
    (.seek file (- size tail))
    (.readFully file end)
    (let [at (or (first (filter (fn [i] (= 0x06054b50 (number-at end i 4))) (range (- tail 22) -1 -1)))
                 (wrong "zip END header not found"))
          n (number-at end (+ at 10) 2)
          length (number-at end (+ at 12) 4)
          start (number-at end (+ at 16) 4)]
      (when (> (+ start length) size) (wrong "invalid END header (bad central directory offset)"))
      (let [b (byte-array length)]
        (.seek file start)
        (.readFully file b)
        (loop [i 0 at 0 entries []]
          (if (= i n)
            entries
            (do
              (when-not (and (<= (+ at 46) length) (= 0x02014b50 (number-at b at 4)))
                (wrong "invalid CEN header (bad signature)"))
              (let [field (fn [offset width] (number-at b (+ at offset) width))
                    name-length (field 28 2) extra-length (field 30 2) comment-length (field 32 2)
                    text (fn [from n] (String. b (int from) (int n) "UTF-8"))
                    name-at (+ at 46) extra-at (+ name-at name-length) comment-at (+ extra-at extra-length)
                    next-at (+ comment-at comment-length)]
                (when (> next-at length) (wrong "invalid CEN header (bad header size)"))
                (recur (inc i) next-at
                       (conj entries
                             (make-entry (text name-at name-length) (field 10 2) (time-of-dos (field 12 4)) (field 16 4) (field 20 4)
                                         (field 24 4)
                                         (when (pos? extra-length) (java.util.Arrays/copyOfRange b (int extra-at) (int comment-at)))
                                         (when (pos? comment-length) (text comment-at comment-length))
                                         (field 42 4))))))))))))

(defclass java.util.zip.ZipFile [path file entries by-name ^:unsynchronized-mutable closed]
  (check [_] (when closed (throw (IllegalStateException. "zip file closed"))))
  (getName [_] path)
  (size [this] (.check this) (int (count entries)))
  (entries [this] (.check this) (java.util.Collections/enumeration entries))
  (stream [this] (.check this) (.stream (java.util.ArrayList. entries)))
  (getEntry [this name] (.check this) (or (get by-name name) (get by-name (str name "/"))))
  (getInputStream [this entry]
    (.check this)
    (let [entry (get by-name (.getName entry))
          packed (locking file
                   (let [header (byte-array 30)]
                     (.seek file (.position entry))
                     (.readFully file header)
                     (.seek file (+ (.position entry) 30 (number-at header 26 2) (number-at header 28 2)))
                     (let [b (byte-array (.getCompressedSize entry))]
                       (.readFully file b)
                       b)))]
      (if (zero? (.getMethod entry))
        (ByteArrayInputStream. packed)
        (java.util.zip.InflaterInputStream. (ByteArrayInputStream. packed) (Inflater. true)))))
  (close [_] (set! closed true) (.close file))
  :static
  (:field OPEN_READ (int 1))
  (new ([x]
        (let [path (if (instance? File x) (.getPath x) x)]
          (when-not (.exists (File. path)) (throw (java.nio.file.NoSuchFileException. path)))
          (let [file (RandomAccessFile. path "r")
                entries (try (directory file path) (catch Throwable t (.close file) (throw t)))]
            (ZipFile/<init> path file entries (into {} (map (juxt (fn [e] (.getName e)) identity)) entries) false))))
    ([x _] (ZipFile. x))
    ([x _ _] (ZipFile. x))))
