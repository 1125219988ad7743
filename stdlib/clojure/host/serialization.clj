(ns clojure.host.serialization
  "java.io.ObjectOutputStream and ObjectInputStream. Header, blocks of primitive data, nil, texts and references are
  those of Java's protocol; an object is the name of its class and its parts, so that only this runtime reads it back."
  (:require [clojure.host.defclass :refer [defclass]])
  (:import (java.io ByteArrayOutputStream DataInputStream DataOutputStream EOFException InvalidClassException
                    NotSerializableException ObjectInputStream ObjectOutputStream OptionalDataException
                    StreamCorruptedException)
           (clojure.lang Reflector)))

;; What comes next in a stream.
(def ^:private nothing 0x70)
(def ^:private reference 0x71)
(def ^:private object 0x73)
(def ^:private text 0x74)
(def ^:private block 0x77)
(def ^:private reset 0x79)
(def ^:private long-block 0x7a)
(def ^:private long-text 0x7c)

(def ^:private first-handle 0x7e0000)

;; How the values of a class are taken apart and made again. Numbers and the like are written as such.

(def ^:private scalars
  {"java.lang.Long" [(fn [out x] (.writeLong out x)) (fn [in] (.readLong in))]
   "java.lang.Integer" [(fn [out x] (.writeInt out x)) (fn [in] (.readInt in))]
   "java.lang.Short" [(fn [out x] (.writeShort out x)) (fn [in] (.readShort in))]
   "java.lang.Byte" [(fn [out x] (.writeByte out x)) (fn [in] (.readByte in))]
   "java.lang.Double" [(fn [out x] (.writeDouble out x)) (fn [in] (.readDouble in))]
   "java.lang.Float" [(fn [out x] (.writeFloat out x)) (fn [in] (.readFloat in))]
   "java.lang.Boolean" [(fn [out x] (.writeBoolean out x)) (fn [in] (.readBoolean in))]
   "java.lang.Character" [(fn [out x] (.writeChar out x)) (fn [in] (.readChar in))]})

(defn- textual [make] [(fn [x] [(str x)]) make])
(defn- elements [make] [(fn [coll] (seq coll)) (fn [& xs] (make xs))])
(defn- sorted [make] [(fn [coll] (cons (.comparator coll) coll)) (fn [by & xs] (make by xs))])

(defn- struct-parts [m] (mapcat (juxt key val) m))

;; Class names to [parts make].
(def ^:private values
  {"java.math.BigDecimal" (textual (fn [s] (java.math.BigDecimal. s)))
   "java.math.BigInteger" (textual (fn [s] (java.math.BigInteger. s)))
   "java.math.MathContext" (textual (fn [s] (java.math.MathContext. s)))
   "clojure.lang.BigInt" (textual (fn [s] (bigint (java.math.BigInteger. s))))
   "clojure.lang.Ratio" [(fn [r] [(numerator r) (denominator r)]) (fn [n d] (clojure.lang.Ratio. n d))]
   "clojure.lang.Keyword" [(juxt namespace name) keyword]
   "clojure.lang.Symbol" [(juxt namespace name) symbol]
   "clojure.lang.Var" [(fn [v] [(str (ns-name (.ns v))) (str (.sym v))])
                       (fn [ns name] (clojure.lang.Var/intern (create-ns (symbol ns)) (symbol name)))]
   "clojure.lang.Namespace" [(fn [ns] [(str (ns-name ns))]) (fn [s] (create-ns (symbol s)))]
   "clojure.lang.PersistentVector" (elements vec)
   "clojure.lang.APersistentVector$SubVector" (elements (fn [xs] (subvec (vec xs) 0)))
   "clojure.lang.MapEntry" [(juxt key val) (fn [k v] (clojure.lang.MapEntry/create k v))]
   "clojure.lang.PersistentList" (elements (fn [xs] (apply list xs)))
   "clojure.lang.PersistentList$EmptyList" [(constantly nil) (constantly ())]
   "clojure.lang.LazySeq" (elements (fn [xs] (lazy-seq xs)))
   "clojure.lang.PersistentQueue" (elements (fn [xs] (into clojure.lang.PersistentQueue/EMPTY xs)))
   "clojure.lang.PersistentArrayMap" [struct-parts (fn [& xs] (apply array-map xs))]
   "clojure.lang.PersistentHashMap" [struct-parts (fn [& xs] (apply hash-map xs))]
   "clojure.lang.PersistentHashSet" (elements set)
   "clojure.lang.PersistentTreeMap" [(fn [m] (cons (.comparator m) (struct-parts m)))
                                     (fn [by & xs] (apply sorted-map-by by xs))]
   "clojure.lang.PersistentTreeSet" (sorted (fn [by xs] (apply sorted-set-by by xs)))
   "java.util.Date" [(fn [d] [(.getTime d)]) (fn [ms] (java.util.Date. ms))]
   "java.sql.Date" [(fn [d] [(.getTime d)]) (fn [ms] (java.sql.Date. ms))]
   "java.sql.Timestamp" (textual (fn [s] (java.sql.Timestamp/valueOf s)))
   "java.util.UUID" (textual (fn [s] (java.util.UUID/fromString s)))
   "java.util.regex.Pattern" [(fn [p] [(.pattern p) (.flags p)]) (fn [s flags] (java.util.regex.Pattern/compile s flags))]
   "java.util.Currency" (textual (fn [s] (java.util.Currency/getInstance s)))
   "java.util.Locale" [(fn [l] [(.toLanguageTag l)]) (fn [s] (java.util.Locale/forLanguageTag s))]
   "java.util.BitSet" [(fn [b] [(.toLongArray b)]) (fn [longs] (java.util.BitSet/valueOf longs))]
   "java.lang.StringBuilder" (textual (fn [s] (StringBuilder. s)))
   "java.lang.StringBuffer" (textual (fn [s] (StringBuffer. s)))
   "java.io.File" (textual (fn [s] (java.io.File. s)))
   "java.net.Inet4Address" [(fn [a] [(.getAddress a)]) (fn [bs] (java.net.InetAddress/getByAddress bs))]
   "java.net.URI" (textual (fn [s] (java.net.URI. s)))
   "java.net.URL" (textual (fn [s] (java.net.URL. s)))
   "java.util.AbstractMap$SimpleEntry" [(juxt key val) (fn [k v] (java.util.AbstractMap$SimpleEntry. k v))]
   "java.util.AbstractMap$SimpleImmutableEntry" [(juxt key val)
                                                 (fn [k v] (java.util.AbstractMap$SimpleImmutableEntry. k v))]
   "java.util.concurrent.atomic.AtomicLong" [(fn [a] [(.get a)]) (fn [n] (java.util.concurrent.atomic.AtomicLong. n))]
   "java.util.concurrent.atomic.AtomicInteger" [(fn [a] [(.get a)]) (fn [n] (java.util.concurrent.atomic.AtomicInteger. n))]
   "java.util.concurrent.atomic.AtomicBoolean" [(fn [a] [(.get a)]) (fn [b] (java.util.concurrent.atomic.AtomicBoolean. b))]
   "java.util.concurrent.atomic.AtomicReference" [(fn [a] [(.get a)])
                                                  (fn [x] (java.util.concurrent.atomic.AtomicReference. x))]
   "java.time.LocalDate" (textual (fn [s] (java.time.LocalDate/parse s)))
   "java.time.LocalTime" (textual (fn [s] (java.time.LocalTime/parse s)))
   "java.time.LocalDateTime" (textual (fn [s] (java.time.LocalDateTime/parse s)))
   "java.time.ZonedDateTime" (textual (fn [s] (java.time.ZonedDateTime/parse s)))
   "java.time.OffsetDateTime" (textual (fn [s] (java.time.OffsetDateTime/parse s)))
   "java.time.Instant" (textual (fn [s] (java.time.Instant/parse s)))
   "java.time.Duration" (textual (fn [s] (java.time.Duration/parse s)))
   "java.time.Period" (textual (fn [s] (java.time.Period/parse s)))
   "java.time.Year" (textual (fn [s] (java.time.Year/parse s)))
   "java.time.YearMonth" (textual (fn [s] (java.time.YearMonth/parse s)))
   "java.time.MonthDay" (textual (fn [s] (java.time.MonthDay/parse s)))
   "java.time.OffsetTime" (textual (fn [s] (java.time.OffsetTime/parse s)))
   "java.time.ZoneOffset" (textual (fn [s] (java.time.ZoneOffset/of s)))
   "java.time.ZoneRegion" (textual (fn [s] (java.time.ZoneId/of s)))
   "java.lang.StackTraceElement" [(fn [e] [(.getClassName e) (.getMethodName e) (.getFileName e) (.getLineNumber e)])
                                  (fn [c m f line] (StackTraceElement. c m f line))]})

;; Mutable collections may hold themselves: they are made empty, then filled. Class names to [arguments make].
(def ^:private mutable-collections
  {"java.util.ArrayList" [(constantly nil) (fn [] (java.util.ArrayList.))]
   "java.util.LinkedList" [(constantly nil) (fn [] (java.util.LinkedList.))]
   "java.util.ArrayDeque" [(constantly nil) (fn [] (java.util.ArrayDeque.))]
   "java.util.Vector" [(constantly nil) (fn [] (java.util.Vector.))]
   "java.util.Stack" [(constantly nil) (fn [] (java.util.Stack.))]
   "java.util.PriorityQueue" [(fn [q] [(.comparator q)]) (fn [by] (java.util.PriorityQueue. 11 by))]
   "java.util.HashSet" [(constantly nil) (fn [] (java.util.HashSet.))]
   "java.util.LinkedHashSet" [(constantly nil) (fn [] (java.util.LinkedHashSet.))]
   "java.util.TreeSet" [(fn [s] [(.comparator s)]) (fn [by] (java.util.TreeSet. by))]
   "java.util.concurrent.CopyOnWriteArrayList" [(constantly nil) (fn [] (java.util.concurrent.CopyOnWriteArrayList.))]
   "java.util.concurrent.ConcurrentLinkedQueue" [(constantly nil) (fn [] (java.util.concurrent.ConcurrentLinkedQueue.))]
   "java.util.concurrent.LinkedBlockingQueue" [(constantly nil) (fn [] (java.util.concurrent.LinkedBlockingQueue.))]})

(def ^:private mutable-maps
  {"java.util.HashMap" [(constantly nil) (fn [] (java.util.HashMap.))]
   "java.util.LinkedHashMap" [(constantly nil) (fn [] (java.util.LinkedHashMap.))]
   "java.util.IdentityHashMap" [(constantly nil) (fn [] (java.util.IdentityHashMap.))]
   "java.util.Hashtable" [(constantly nil) (fn [] (java.util.Hashtable.))]
   "java.util.Properties" [(constantly nil) (fn [] (java.util.Properties.))]
   "java.util.TreeMap" [(fn [m] [(.comparator m)]) (fn [by] (java.util.TreeMap. by))]
   "java.util.concurrent.ConcurrentHashMap" [(constantly nil) (fn [] (java.util.concurrent.ConcurrentHashMap.))]
   "java.util.concurrent.ConcurrentSkipListMap" [(fn [m] [(.comparator m)])
                                                 (fn [by] (java.util.concurrent.ConcurrentSkipListMap. by))]})

(defn- refuse [x] (throw (NotSerializableException. (.getName (class x)))))

(defn- named-function
  "The name of the var that holds the function, nil for one that no var holds."
  [f]
  (let [name (clojure.lang.Compiler/demunge (.getName (class f)))]
    (when-let [v (and (re-matches #"[^/]+/.+" name) (find-ns (symbol (namespace (symbol name)))) (find-var (symbol name)))]
      (when (identical? f (deref v)) name))))

(defn- basis [c] (map name (Reflector/invokeStaticMethod c "getBasis" (object-array 0))))

(defn- field-values [x] (map (fn [field] (Reflector/invokeNoArgInstanceMember x field true)) (basis (class x))))

(defn- copied
  "The class of the copy that stands for a collection of the library that nobody changes, or that a monitor guards."
  [x]
  (when (re-find #"^clojure\.host\.(?:(?:fixed_)?collections|(?:locked|sorted)_views)\." (.getName (class x)))
    (condp instance? x
      java.util.Map "java.util.LinkedHashMap"
      java.util.Set "java.util.LinkedHashSet"
      java.util.List "java.util.ArrayList"
      nil)))

(defn- described
  "What is written of a value that no table has: [kind parts] with the name of its kind."
  [x]
  (let [c (class x)]
    (cond
      (instance? Enum x) ["enum" [(.getName c) (.name x)]]
      (record? x) ["record" [(.getName c) (into {} x)]]
      (instance? clojure.lang.ExceptionInfo x) ["ex-info" [(ex-message x) (ex-data x) (ex-cause x) (.getStackTrace x) (.getSuppressed x)]]
      (instance? Throwable x) ["throwable" [(.getName c) (ex-message x) (ex-cause x) (.getStackTrace x) (.getSuppressed x)]]
      (class? x) ["class" [(.getName x)]]
      (.isArray c) ["array" (list* (.getName (.getComponentType c)) (seq x))]
      (fn? x) (if-let [name (named-function x)] ["function" [name]] (refuse x))
      (and (instance? clojure.lang.IType x) (instance? java.io.Serializable x)) ["type" (cons (.getName c) (field-values x))]
      (instance? clojure.lang.PersistentStructMap x) ["clojure.lang.PersistentArrayMap" (struct-parts x)]
      (and (seq? x) (instance? java.io.Serializable x)) ["clojure.lang.PersistentList" (seq x)]
      (and (instance? java.util.List x) (instance? java.io.Serializable x)) ["java.util.ArrayList" nil]
      :else [(or (copied x) (refuse x)) nil])))

(def ^:private primitive-classes
  (into {} (map (juxt (fn [c] (.getName c)) identity))
        [Long/TYPE Integer/TYPE Short/TYPE Byte/TYPE Double/TYPE Float/TYPE Boolean/TYPE Character/TYPE Void/TYPE]))

(defn- class-named [name] (or (primitive-classes name) (Class/forName name)))

(defn- thrown-with [t trace suppressed]
  (.setStackTrace t trace)
  (run! (fn [s] (.addSuppressed t s)) suppressed)
  t)

(defn- throwable [name message cause trace suppressed]
  (let [c (class-named name)
        t (try (Reflector/invokeConstructor c (object-array [message]))
               (catch Exception _ (Reflector/invokeConstructor c (object-array 0))))]
    (when cause (.initCause t cause))
    (thrown-with t trace suppressed)))

(def ^:private makers
  {"enum" (fn [name constant] (Enum/valueOf (class-named name) constant))
   "record" (fn [name fields] (Reflector/invokeStaticMethod (class-named name) "create" (object-array [fields])))
   "ex-info" (fn [message data cause trace suppressed] (thrown-with (ex-info message data cause) trace suppressed))
   "throwable" throwable
   "class" class-named
   "array" (fn [element & xs]
             (let [c (class-named element) array (make-array c (count xs))]
               (dorun (map-indexed (fn [i x] (java.lang.reflect.Array/set array i x)) xs))
               array))
   "function" (fn [name] (deref (find-var (symbol name))))
   "type" (fn [name & parts] (Reflector/invokeConstructor (class-named name) (object-array parts)))})

;; Streams

;; writeUTF takes a text of 65,535 bytes, in which a char has three at the most.
(def ^:private piece-chars 21845)

(defn- utf-bytes [s]
  (let [out (ByteArrayOutputStream.) data (DataOutputStream. out)]
    (.writeUTF data s)
    (java.util.Arrays/copyOfRange (.toByteArray out) 2 (.size out))))

(defn- long-utf-bytes [s]
  (let [out (ByteArrayOutputStream.)]
    (doseq [from (range 0 (count s) piece-chars)]
      (.write out (utf-bytes (subs s from (min (count s) (+ from piece-chars))))))
    (.toByteArray out)))

(defn- write-text [data s]
  (let [bs (when (> (count s) piece-chars) (long-utf-bytes s))]
    (if (and bs (> (alength bs) 65535))
      (do (.writeByte data long-text) (.writeLong data (alength bs)) (.write data bs))
      (do (.writeByte data text) (.writeUTF data s)))))

(defn- text-end
  "The last place up to `at` where no char is cut: what is within a char is 10xxxxxx."
  [bs at]
  (if (and (< at (alength bs)) (= 0x80 (bit-and 0xc0 (aget bs at)))) (recur bs (dec at)) at))

(defn- utf-text [bs from to]
  (let [out (ByteArrayOutputStream.)]
    (doto (DataOutputStream. out) (.writeShort (- to from)) (.write bs from (- to from)))
    (.readUTF (DataInputStream. (java.io.ByteArrayInputStream. (.toByteArray out))))))

(defn- read-long-text [data]
  (let [bs (byte-array (.readLong data)) s (StringBuilder.)]
    (.readFully data bs)
    (loop [from 0]
      (when (< from (alength bs))
        (let [to (text-end bs (min (alength bs) (+ from 65535)))]
          (.append s (utf-text bs from to))
          (recur to))))
    (str s)))

(defn- write-parts [out data parts]
  (.writeInt data (count parts))
  (run! (fn [part] (.put out part)) parts))

(defn- write-contents
  "Writes the kind of the value and what it is made of."
  [out data x]
  (let [kind (.getName (class x))
        [parts] (or (values kind) (mutable-collections kind) (mutable-maps kind))
        [kind parts] (if parts [kind (parts x)] (described x))]
    (.writeUTF data kind)
    (write-parts out data parts)
    (cond
      (mutable-collections kind) (write-parts out data (seq x))
      (mutable-maps kind) (write-parts out data (struct-parts x))
      (and (coll? x) (instance? clojure.lang.IObj x)) (.put out (meta x)))))

(defclass java.io.ObjectOutputStream [data pending buffer ^:unsynchronized-mutable handles]
  (drain [_]
    (let [bs (.toByteArray buffer)]
      (.reset buffer)
      (doseq [part (partition-all 1024 bs)]
        (if (< (count part) 256)
          (do (.writeByte data block) (.writeByte data (count part)))
          (do (.writeByte data long-block) (.writeInt data (count part))))
        (.write data (byte-array part)))))
  (put [this x]
    (cond
      (nil? x) (.writeByte data nothing)
      (scalars (.getName (class x))) (let [kind (.getName (class x))]
                                       (.writeByte data object)
                                       (.writeUTF data kind)
                                       ((first (scalars kind)) data x))
      (.get handles x) (do (.writeByte data reference) (.writeInt data (+ first-handle (.get handles x))))
      :else (do
              (.put handles x (.size handles))
              (if (string? x)
                (write-text data x)
                (do (.writeByte data object) (write-contents this data x)))))
    nil)
  (writeObject [this x] (.drain this) (.put this x))
  (writeUnshared [this x] (.drain this) (.put this x))
  (reset [this] (.drain this) (.writeByte data reset) (set! handles (java.util.IdentityHashMap.)) nil)
  (write ([_ x] (.write pending x)) ([_ bs at n] (.write pending bs at n)))
  (writeByte [_ n] (.writeByte pending n))
  (writeBoolean [_ b] (.writeBoolean pending b))
  (writeShort [_ n] (.writeShort pending n))
  (writeChar [_ c] (.writeChar pending c))
  (writeInt [_ n] (.writeInt pending n))
  (writeLong [_ n] (.writeLong pending n))
  (writeFloat [_ x] (.writeFloat pending x))
  (writeDouble [_ x] (.writeDouble pending x))
  (writeBytes [_ s] (.writeBytes pending s))
  (writeChars [_ s] (.writeChars pending s))
  (writeUTF [_ s] (.writeUTF pending s))
  (flush [this] (.drain this) (.flush data))
  (close [this] (.flush this) (.close data))
  :static
  (new [out]
    (when (nil? out) (throw (NullPointerException.)))
    (let [data (DataOutputStream. out) buffer (ByteArrayOutputStream.)]
      (.writeInt data (unchecked-int 0xaced0005))
      (java.io.ObjectOutputStream/<init> data (DataOutputStream. buffer) buffer (java.util.IdentityHashMap.)))))

(defn- read-parts [in data] (doall (repeatedly (.readInt data) (fn [] (.fetch in)))))

(defn- fill
  "Registers the empty collection before it is filled, as it may hold itself."
  [in data handles handle coll kind]
  (.set handles handle coll)
  (let [parts (read-parts in data)]
    (if (mutable-maps kind)
      (doseq [[k v] (partition 2 parts)] (.put coll k v))
      (run! (fn [x] (.add coll x)) parts)))
  coll)

(defn- read-contents [in data handles handle kind]
  (let [[_ make] (or (values kind) (mutable-collections kind) (mutable-maps kind) [nil (makers kind)])
        _ (when (nil? make) (throw (InvalidClassException. kind)))
        x (apply make (read-parts in data))]
    (if (or (mutable-collections kind) (mutable-maps kind))
      (fill in data handles handle x kind)
      (let [m (when (and (coll? x) (instance? clojure.lang.IObj x)) (.fetch in))
            x (if m (with-meta x m) x)]
        (.set handles handle x)
        x))))

(defclass java.io.ObjectInputStream [data primitives ^:unsynchronized-mutable left ^:unsynchronized-mutable peeked
                                     ^:unsynchronized-mutable handles]
  ;; The code of what comes next; -1 at the end.
  (peekCode [_] (or peeked (set! peeked (.read data))))
  (skipCode [_] (set! peeked nil))
  (fetch [this]
    (let [code (.peekCode this)
          _ (.skipCode this)
          handle (.size handles)]
      (condp = code
        -1 (throw (EOFException.))
        nothing nil
        reset (do (set! handles (java.util.ArrayList.)) (.fetch this))
        reference (.get handles (- (.readInt data) first-handle))
        text (let [s (.readUTF data)] (.add handles s) s)
        long-text (let [s (read-long-text data)] (.add handles s) s)
        object (let [kind (.readUTF data)]
                 (if-let [[_ read] (scalars kind)]
                   (read data)
                   (do (.add handles nil) (read-contents this data handles handle kind))))
        (if (or (= code block) (= code long-block))
          (do (set! peeked code) (throw (OptionalDataException.)))
          (throw (StreamCorruptedException. (format "invalid type code: %02X" code)))))))
  (readObject [this]
    (when (pos? left) (throw (OptionalDataException.)))
    (.fetch this))
  (readUnshared [this] (.readObject this))
  ;; How many bytes of primitive data are there before an object or the end.
  (blockLeft [this]
    (if (pos? left)
      left
      (let [code (.peekCode this)]
        (cond
          (= code block) (do (.skipCode this) (set! left (.readUnsignedByte data)) (.blockLeft this))
          (= code long-block) (do (.skipCode this) (set! left (.readInt data)) (.blockLeft this))
          :else 0))))
  (read ([this] (let [b (byte-array 1)] (if (neg? (.read this b 0 1)) (int -1) (int (bit-and 0xff (aget b 0))))))
    ([this bs] (.read this bs 0 (alength bs)))
    ([this bs at n]
     (let [there (min n (.blockLeft this))]
       (if (and (zero? there) (pos? n))
         (int -1)
         (do (.readFully data bs at there)
             (set! left (- left there))
             (int there))))))
  (readByte [this] (.readByte (primitives this)))
  (readUnsignedByte [this] (.readUnsignedByte (primitives this)))
  (readBoolean [this] (.readBoolean (primitives this)))
  (readShort [this] (.readShort (primitives this)))
  (readUnsignedShort [this] (.readUnsignedShort (primitives this)))
  (readChar [this] (.readChar (primitives this)))
  (readInt [this] (.readInt (primitives this)))
  (readLong [this] (.readLong (primitives this)))
  (readFloat [this] (.readFloat (primitives this)))
  (readDouble [this] (.readDouble (primitives this)))
  (readUTF [this] (.readUTF (primitives this)))
  (readFully ([this bs] (.readFully (primitives this) bs)) ([this bs at n] (.readFully (primitives this) bs at n)))
  (skipBytes [this n] (.skipBytes (primitives this) n))
  (skip [this n] (let [k (min n (.blockLeft this))] (.skipBytes data k) (set! left (- left k)) (long k)))
  (available [_] (int left))
  (close [_] (.close data))
  :static
  (new [in]
    (when (nil? in)
      (throw (NullPointerException.
              "Cannot invoke \"java.io.InputStream.read(byte[], int, int)\" because \"this.in\" is null")))
    (let [data (DataInputStream. in)
          header (.readInt data)]
      (when-not (= header (unchecked-int 0xaced0005))
        (throw (StreamCorruptedException. (format "invalid stream header: %08X" header))))
      (java.io.ObjectInputStream/<init> data (fn [this] (DataInputStream. this)) 0 nil (java.util.ArrayList.)))))
