(ns clojure.host.clojure-lang
  "What programs call of clojure.lang besides the members with rows: casts, constructors of collections and seqs,
  checks and fields of RT, Util, Numbers, Compiler and the readers. Most of it is a function of clojure.core."
  (:require [clojure.edn]
            [clojure.host.defclass :refer [defclass extend-class]]))

(defclass clojure.lang.Box [^:unsynchronized-mutable val])

(defn- as-seq
  "The seq, as methods whose parameter is an ISeq take it."
  [s]
  (when (some? s) (clojure.core/-as clojure.lang.ISeq s)))

(defn- core-var [sym] (find-var (symbol "clojure.core" (name sym))))

(extend-class clojure.lang.ArrayIter
  :static
  (createFromObject [array]
    (when-not (or (nil? array) (.isArray (class array)))
      (throw (IllegalArgumentException. "Argument is not an array")))
    (.iterator (vec array)))
  (create ([] (.iterator [])) ([& elements] (.iterator (vec elements)))))

(extend-class clojure.lang.PersistentTreeMap
  (keys [this] (.iterator (or (keys this) ())))
  (vals [this] (.iterator (or (vals this) ())))
  (reverseIterator [this] (.iterator (or (rseq this) ())))
  (minKey [this] (first (keys this)))
  (maxKey [this] (first (first (rseq this)))))

(extend-class clojure.lang.Tuple
  :static
  (create ([] []) ([a] [a]) ([a b] [a b]) ([a b c] [a b c]) ([a b c d] [a b c d]) ([a b c d e] [a b c d e])
    ([a b c d e f] [a b c d e f])))

(extend-class clojure.lang.RT
  :static
  (suppressRead [] (boolean (deref (core-var '*suppress-read*))))
  (:field T true)
  (:field F false)
  (:field EMPTY_ARRAY (object-array 0))
  (:field REQUIRE_LOCK (Object.))
  (canSeq [x] (seqable? x))
  (:field UTF8 java.nio.charset.StandardCharsets/UTF_8)
  (:field DEFAULT_COMPARATOR compare)
  (:field CLOJURE_NS (the-ns 'clojure.core))
  (:field CURRENT_NS #'*ns*)
  (:field OUT #'*out*)
  (:field IN #'*in*)
  (:field ERR #'*err*)
  (alength [array] (alength array))
  (aget [array i] (aget array i))
  (:field AGENT #'*agent*)
  (:field ASSERT #'*assert*)
  (:field READEVAL #'*read-eval*)
  (:field DATA_READERS #'*data-readers*)
  (:field DEFAULT_DATA_READERS #'default-data-readers)
  (:field DEFAULT_DATA_READER_FN #'*default-data-reader-fn*)
  (:field MATH_CONTEXT (core-var '*math-context*))
  (:field USE_CONTEXT_CLASSLOADER (core-var '*use-context-classloader*))
  (third [coll] (first (next (next coll))))
  (fourth [coll] (first (next (next (next coll)))))
  (length [s] (int (loop [s (as-seq s) n 0] (if s (recur (next s) (inc n)) n))))
  (boundedLength [s limit]
    (loop [s (as-seq s) n 0] (if (and s (<= n limit)) (recur (next s) (inc n)) (int n))))
  (listStar ([a more] (cons a (as-seq more))) ([a b more] (list* a b (as-seq more)))
    ([a b c more] (list* a b c (as-seq more))) ([a b c d more] (list* a b c d (as-seq more)))
    ([a b c d e more] (list* a b c d e (as-seq more))))
  (arrayToList [array] (apply list array))
  (seqOrElse [coll] (when (seq coll) coll))
  (seqToArray [s] (to-array (as-seq s)))
  (seqToPassedArray [s passed] (.toArray (java.util.ArrayList. (or (as-seq s) ())) passed))
  (seqToTypedArray ([s] (if (seq (as-seq s)) (into-array s) (object-array 0))) ([c s] (into-array c (as-seq s))))
  (object_array [x] (object-array x))
  (chunkIteratorSeq [iterator] (iterator-seq iterator))
  (mapUniqueKeys [keys-and-values] (clojure.lang.PersistentArrayMap/createWithCheck keys-and-values))
  (subvec [v start end] (subvec v start end))
  (assocN [i x v] (.assocN v i x))
  (meta [x] (meta x))
  (keyword [ns name] (keyword ns name))
  (box [x] x)
  (isReduced [x] (reduced? x))
  (charCast [x] (char x))
  (byteCast [x] (byte x))
  (shortCast [x] (short x))
  (floatCast [x] (float x))
  (uncheckedCharCast [x] (unchecked-char x))
  (uncheckedByteCast [x] (unchecked-byte x))
  (uncheckedShortCast [x] (unchecked-short x))
  (uncheckedIntCast [x] (unchecked-int x))
  (uncheckedLongCast [x] (unchecked-long x))
  (uncheckedFloatCast [x] (unchecked-float x))
  (uncheckedDoubleCast [x] (unchecked-double x))
  (printString [x] (pr-str x))
  (readString ([s] (read-string s)) ([s opts] (read-string opts s)))
  (load ([path] (load (str "/" path))) ([path _] (load (str "/" path))))
  (classForNameNonLoading [name] (Class/forName name))
  (loadClassForName [name] (try (Class/forName name) (catch ClassNotFoundException _ nil)))
  (getResource [loader name] (.getResource loader name))
  (isLineNumberingReader [r] (instance? clojure.lang.LineNumberingPushbackReader r))
  (getLineNumber [r] (if (instance? clojure.lang.LineNumberingPushbackReader r) (.getLineNumber r) (int 0)))
  (getColumnNumber [r] (if (instance? clojure.lang.LineNumberingPushbackReader r) (.getColumnNumber r) (int 0))))

(extend-class clojure.lang.Util
  :static
  (ret1 [x _] x)
  (classOf [x] (class x))
  (isPrimitive [c] (and (some? c) (.isPrimitive c) (not= c Void/TYPE)))
  (pcequiv [a b] (= a b))
  (runtimeException ([s] (RuntimeException. s)) ([s cause] (RuntimeException. s cause))))

(extend-class clojure.lang.Numbers
  :static
  (num [x] x)
  (compare [a b] (int (cond (< a b) -1 (< b a) 1 :else 0)))
  (equal [a b] (= a b))
  (abs [x] (abs x))
  (rationalize [x] (rationalize x))
  (throwOverflow [] (throw (ArithmeticException. "integer overflow")))
  (unchecked_add [a b] (unchecked-add a b))
  (unchecked_minus ([a] (unchecked-negate a)) ([a b] (unchecked-subtract a b)))
  (unchecked_multiply [a b] (unchecked-multiply a b))
  (unchecked_inc [a] (unchecked-inc a))
  (unchecked_dec [a] (unchecked-dec a))
  (unchecked_int_add [a b] (unchecked-add-int a b))
  (unchecked_int_subtract [a b] (unchecked-subtract-int a b))
  (unchecked_int_negate [a] (unchecked-negate-int a))
  (unchecked_int_inc [a] (unchecked-inc-int a))
  (unchecked_int_dec [a] (unchecked-dec-int a))
  (unchecked_int_multiply [a b] (unchecked-multiply-int a b))
  (unchecked_int_divide [a b] (unchecked-divide-int a b))
  (unchecked_int_remainder [a b] (unchecked-remainder-int a b))
  (shiftLeftInt [a n] (unchecked-int (bit-shift-left (int a) (bit-and n 31))))
  (shiftRightInt [a n] (unchecked-int (bit-shift-right (int a) (bit-and n 31))))
  (unsignedShiftRightInt [a n] (unchecked-int (unsigned-bit-shift-right (bit-and (int a) 0xFFFFFFFF) (bit-and n 31))))
  (boolean_array ([x] (boolean-array x)) ([n init] (boolean-array n init)))
  (byte_array ([x] (byte-array x)) ([n init] (byte-array n init)))
  (char_array ([x] (char-array x)) ([n init] (char-array n init)))
  (short_array ([x] (short-array x)) ([n init] (short-array n init)))
  (int_array ([x] (int-array x)) ([n init] (int-array n init)))
  (long_array ([x] (long-array x)) ([n init] (long-array n init)))
  (float_array ([x] (float-array x)) ([n init] (float-array n init)))
  (double_array ([x] (double-array x)) ([n init] (double-array n init))))

(extend-class clojure.lang.Murmur3
  :static
  (hashUnencodedChars [text]
    (let [mix (fn [h k]
                (-> (unchecked-multiply-int k (unchecked-int 0xcc9e2d51))
                    (Integer/rotateLeft 15)
                    (unchecked-multiply-int 0x1b873593)
                    (bit-xor h)))
          n (.length text)
          unit (fn [i] (int (.charAt text i)))
          pairs (reduce (fn [h i] (-> (unchecked-int (mix h (unchecked-int (bit-or (unit i) (bit-shift-left (unit (inc i)) 16)))))
                                      (Integer/rotateLeft 13)
                                      (unchecked-multiply-int 5)
                                      (unchecked-add-int (unchecked-int 0xe6546b64))))
                        0
                        (range 0 (dec n) 2))
          all (bit-xor (unchecked-int (if (odd? n) (mix pairs (unit (dec n))) pairs)) (* 2 n))
          fold (fn [h places] (bit-xor h (unsigned-bit-shift-right (bit-and h 0xFFFFFFFF) places)))]
      (-> (unchecked-int (fold all 16))
          (unchecked-multiply-int (unchecked-int 0x85ebca6b))
          (fold 13)
          unchecked-int
          (unchecked-multiply-int (unchecked-int 0xc2b2ae35))
          (fold 16)
          unchecked-int))))

;; Collections and seqs from what they hold.

(extend-class clojure.lang.LazilyPersistentVector
  :static
  (create [coll] (vec coll))
  (createOwning [array] (vec array)))

(extend-class clojure.lang.PersistentTreeMap
  :static
  (new ([] (sorted-map)) ([comparator] (sorted-map-by comparator))
    ([meta comparator] (with-meta (sorted-map-by comparator) meta)))
  (create ([entries] (if (map? entries) (into (sorted-map) entries) (apply sorted-map entries)))
    ([comparator entries] (apply sorted-map-by comparator entries))))

(extend-class clojure.lang.PersistentTreeSet
  :static
  (create ([elements] (apply sorted-set elements)) ([comparator elements] (apply sorted-set-by comparator elements))))

(extend-class clojure.lang.ArraySeq
  :static
  (create ([] nil) ([array] (seq array))))

(extend-class clojure.lang.StringSeq
  :static
  (create [text] (seq text)))

(extend-class clojure.lang.Repeat
  :static
  (create ([x] (repeat x)) ([n x] (repeat n x))))

(extend-class clojure.lang.Iterate
  :static
  (create [f x] (iterate f x)))

(extend-class clojure.lang.Cycle
  :static
  (create [s] (cycle (as-seq s))))

(extend-class clojure.lang.Range
  :static
  (create ([end] (range end)) ([start end] (range start end)) ([start end step] (range start end step))))

(extend-class clojure.lang.LongRange
  :static
  (create ([end] (range end)) ([start end] (range start end)) ([start end step] (range start end step))))

(extend-class clojure.lang.PersistentVector
  :static
  (adopt [array] (vec array)))

(extend-class clojure.lang.PersistentList
  :static
  (new [x] (list x))
  (:field creator list))

(extend-class clojure.lang.APersistentMap$KeySeq
  :static
  (create [entries] (keys entries))
  (createFromMap [m] (keys m)))

(extend-class clojure.lang.APersistentMap$ValSeq
  :static
  (create [entries] (vals entries))
  (createFromMap [m] (vals m)))

(extend-class clojure.lang.SeqEnumeration
  (asIterator [this]
    (reify java.util.Iterator
      (hasNext [_] (.hasMoreElements this))
      (next [_] (.nextElement this))))
  :static
  (new [s] (java.util.Collections/enumeration (or s ()))))

(extend-class clojure.lang.TransformerIterator
  :static
  (create [xform source] (.iterator (sequence xform (iterator-seq source)))))

(extend-class clojure.lang.RecordIterator
  :static
  (new [record fields more]
    (.iterator (concat (map (fn [field] (clojure.lang.MapEntry/create field (get record field))) fields) (iterator-seq more)))))

(extend-class clojure.lang.ChunkedCons
  :static
  (new [chunk more] (chunk-cons chunk more)))

(extend-class clojure.lang.ChunkBuffer
  (add [this x] (chunk-append this x))
  (chunk [this] (chunk this))
  :static
  (new [capacity] (chunk-buffer capacity)))

(extend-class clojure.lang.ArrayChunk
  (dropFirst [this]
    (when (zero? (count this)) (throw (IllegalStateException. "dropFirst of empty chunk")))
    (let [buffer (chunk-buffer (dec (count this)))]
      (dotimes [i (dec (count this))] (chunk-append buffer (nth this (inc i))))
      (chunk buffer)))
  :static
  (new
    ([array] (clojure.lang.ArrayChunk. array 0 (alength array)))
    ([array start] (clojure.lang.ArrayChunk. array start (alength array)))
    ([array start end]
      (let [buffer (chunk-buffer (- end start))]
        (dotimes [i (- end start)] (chunk-append buffer (aget array (+ start i))))
        (chunk buffer)))))

(extend-class clojure.lang.BigInt
  ;; The two fields of which one holds the number.
  (-lpart [n] (if (<= Long/MIN_VALUE n Long/MAX_VALUE) (long n) 0))
  (-bipart [n] (when-not (<= Long/MIN_VALUE n Long/MAX_VALUE) (biginteger n)))
  (add [a b] (+ a b))
  (multiply [a b] (* a b))
  (quotient [a b] (quot a b))
  (remainder [a b] (rem a b))
  (lt [a b] (< a b))
  :static
  (:field ZERO 0N)
  (:field ONE 1N))

(extend-class clojure.lang.Ratio
  (decimalValue
    ([r] (.divide (bigdec (numerator r)) (bigdec (denominator r))))
    ([r context] (.divide (bigdec (numerator r)) (bigdec (denominator r)) context)))
  (bigIntegerValue [r] (.divide (numerator r) (denominator r))))

;; References

(extend-class clojure.lang.IRef
  (getWatches [reference] (or (clojure.core/-watches reference) {})))

(extend-class clojure.lang.Var
  (fn [v] (deref v))
  (getTag [v] (:tag (meta v)))
  (setTag [v tag] (alter-meta! v assoc :tag tag) nil)
  (unbindRoot [v] (.bindRoot v (.getRawRoot (clojure.lang.Var/create))))
  (doReset [v x] (.bindRoot v x) x)
  :static
  (internPrivate [ns-name sym]
    (intern (create-ns (symbol ns-name)) (with-meta (symbol sym) {:private true}))))

;; The executors of agents and futures, for programs that hand their own tasks to them.
(def ^:private agents-executor
  (let [run (fn [task] (if (instance? Runnable task) (.run task) (task)))
        value (fn [task] (if (instance? java.util.concurrent.Callable task) (.call task) (run task)))]
    (reify java.util.concurrent.ExecutorService
      (execute [_ task] (future-call (fn [] (run task))) nil)
      (submit [_ task] (future-call (fn [] (value task))))
      (shutdown [_] (shutdown-agents))
      (shutdownNow [_] (shutdown-agents) (java.util.ArrayList.))
      (isShutdown [_] false)
      (isTerminated [_] false))))

(extend-class clojure.lang.Agent
  :static
  (:field pooledExecutor agents-executor)
  (:field soloExecutor agents-executor)
  (new ([state] (agent state)) ([state meta] (agent state :meta meta)))
  (releasePendingSends [] (release-pending-sends))
  (shutdown [] (shutdown-agents)))

(extend-class clojure.lang.Ref
  :static
  (new ([x] (ref x)) ([x meta] (ref x :meta meta))))

(extend-class clojure.lang.Ref
  (set [r x] (ref-set r x))
  (alter [r f args] (apply alter r f args))
  (commute [r f args] (apply commute r f args))
  (touch [r] (ensure r) nil)
  (getHistoryCount [r] (int (ref-history-count r)))
  (trimHistory [r] nil)
  (getMinHistory [r] (int (ref-min-history r)))
  (setMinHistory [r n] (ref-min-history r n))
  (getMaxHistory [r] (int (ref-max-history r)))
  (setMaxHistory [r n] (ref-max-history r n)))

(extend-class clojure.lang.LockingTransaction
  :static
  (runInTransaction [f] (dosync (f))))

(extend-class clojure.lang.Agent
  (getError [a] (agent-error a))
  (getQueueCount [a] (clojure.core/-agent-queue-count a))
  (getErrorMode [a] (error-mode a))
  (setErrorMode [a mode] (set-error-mode! a mode))
  (getErrorHandler [a] (error-handler a))
  (setErrorHandler [a f] (set-error-handler! a f))
  (restart [a state clear-actions] (restart-agent a state :clear-actions clear-actions))
  (dispatch [a f args executor] (apply send-via executor a f args)))

;; Compiler and readers

(defn- resolved [ns sym]
  (try (ns-resolve ns sym) (catch Exception _ nil)))

(defn- position-part
  "What stands for the JVM's var of the line or the column."
  [i]
  (reify clojure.lang.IDeref (deref [_] (int (nth (clojure.core/-compiler-position) i)))))

(extend-class clojure.lang.DynamicClassLoader
  :static
  (new ([] (clojure.lang.RT/makeClassLoader)) ([_parent] (clojure.lang.RT/makeClassLoader))))

(extend-class clojure.lang.Compiler
  :static
  (:field LINE (position-part 0))
  (:field COLUMN (position-part 1))
  (namesStaticMember [sym]
    (boolean (and (namespace sym)
                  (not (or (get (ns-aliases *ns*) (symbol (namespace sym))) (find-ns (symbol (namespace sym))))))))
  (:field SOURCE (core-var '*source-path*))
  (:field SOURCE_PATH #'*file*)
  (:field COMPILE_PATH #'*compile-path*)
  (:field COMPILE_FILES #'*compile-files*)
  (:field COMPILER_OPTIONS (core-var '*compiler-options*))
  (:field INSTANCE #'instance?)
  (macroexpand1 [form] (macroexpand-1 form))
  (maybeResolveIn [ns sym] (resolved ns sym))
  (resolveIn [ns sym _allow-private]
    (or (resolved ns sym)
        (throw (RuntimeException. (str "Unable to resolve symbol: " sym " in this context")))))
  (getCompilerOption [k] (get *compiler-options* k))
  (loadFile [path] (load-file path)))

(extend-class clojure.lang.LispReader
  :static
  (read
    ([r opts] (read opts r))
    ([r eof-error eof-value _recursive] (read r eof-error eof-value))
    ([r eof-error eof-value _recursive opts]
      (read (cond-> (or opts {}) (not eof-error) (assoc :eof eof-value)) r))))

(extend-class clojure.lang.EdnReader
  :static
  (readString [s opts] (clojure.edn/read-string opts s))
  (read ([r opts] (clojure.edn/read opts r))
    ([r eof-error eof-value _recursive opts]
      (clojure.edn/read (cond-> (or opts {}) (not eof-error) (assoc :eof eof-value)) r))))

(extend-class clojure.java.api.Clojure
  :static
  (var ([qualified] (let [sym (symbol (str qualified))] (intern (create-ns (symbol (namespace sym))) (symbol (name sym)))))
    ([ns name] (clojure.java.api.Clojure/var (symbol (str ns) (str name)))))
  (read [text] (clojure.edn/read-string text)))
