;; Members that few programs call: of characters, numbers, matchers, locales, collections, Clojure's own classes.
(import '(java.util Collections HashMap Locale OptionalInt PriorityQueue Spliterator Spliterators TreeSet)
        '(java.util.function BiFunction Consumer Function IntSupplier)
        '(java.util.stream Collectors StreamSupport))

(defmacro attempt [x] `(try ~x (catch Throwable e# [(class e#) (ex-message e#)])))

;; Code points
(prn Character/UPPERCASE_LETTER (class Character/SPACE_SEPARATOR) (int (Character/highSurrogate 0x1f600)) (int (Character/lowSurrogate 0x1f600)))
(prn (map #(Character/isMirrored (char %)) "(a<»∈") (Character/isBmpCodePoint 65536) (Character/isSpace \space))
(prn (attempt (Character/toChars -1)) (attempt (.appendCodePoint (StringBuilder.) -1)))
(prn (Character/offsetByCodePoints "a😀b" 0 2) (Character/offsetByCodePoints "a😀b" 4 -2) (attempt (Character/offsetByCodePoints "a" 0 2)))
(prn (Character/codePointCount "a😀b" 0 4) (Character/codePointBefore "a😀b" 3) (Character/codePointAt (char-array "😀") 0)
     (Character/codePointAt (char-array "😀") 0 1) (attempt (Character/codePointAt (char-array "a") 3)))
(let [a (char-array 3)] (prn (Character/toChars 0x1f600 a 1) (map int a)))
(prn (attempt (Character/toChars 97 (char-array 0) 0)) (attempt (Character/toChars 0x1f600 (char-array 2) 1)))
(prn (map #(Character/isUnicodeIdentifierPart (int %)) "a_1 ·") (map #(Character/isUnicodeIdentifierStart (int %)) "a_1℘")
     (Character/isIdentifierIgnorable 0))
(prn (.codePointBefore (StringBuffer. "a😀") 3) (.offsetByCodePoints (StringBuilder. "a😀") 0 2) (.codePointCount (StringBuffer. "😀") 0 2))
(prn (str (.insert (StringBuilder. "abc") 1 "xyz" 1 3)) (str (.insert (StringBuffer. "abc") 1 (char-array "xyz") 1 1)))

;; Numbers
(prn (BigInteger. 70 (java.util.Random. 42)) (attempt (BigInteger. 0 (byte-array [1]))) (attempt (BigInteger. 2 (byte-array [1])))
     (attempt (BigInteger. -1 (java.util.Random. 1))) (BigDecimal. 1e300 java.math.MathContext/DECIMAL32))
(prn (Math/nextUp (float 1)) (Math/nextDown (float 1)) (Math/copySign (float 1) (float -1)) (Math/fma (float 1) (float 2) (float 3))
     (Math/getExponent (float 0)) (class (Math/scalb (float 1) (int 2))) (Byte/compare (byte 1) (byte 5)) (Short/compare (short 9) (short 1)))

;; Matchers with a region
(defn found [re from to transparent anchoring]
  (let [m (doto (re-matcher re "abc b") (.region from to) (.useTransparentBounds transparent) (.useAnchoringBounds anchoring))]
    [(when (.find m) [(.start m) (.end m)]) (.hasTransparentBounds m) (.hasAnchoringBounds m)]))
(prn (found #"\bb" 1 5 true true) (found #"(?<=a)b" 1 3 true true) (found #"b(?=c)" 0 2 true true) (found #"[bc]+" 1 2 true true))
(prn (found #"^b" 1 3 true true) (found #"b$" 0 2 true true) (found #"^b" 1 3 true false) (found #"^b" 1 3 false false))
(prn (found #"(?<=a)b" 1 3 false true) (found #"b(?=c)" 0 2 false true) (found #"b$" 0 2 false false))

(prn (found #"b\z" 0 2 true true) (found #"b\Z" 0 2 true true) (found #"b\z" 0 2 false false) (found #"b\z" 0 2 true false))

;; Locales
(prn (map #(str (Locale/forLanguageTag %)) ["zh-Hans-CN" "en-GB" "und-DE" "a" "es-419" "" "zh-hans"]))
(prn (str (Locale. "EN" "us")) (str (Locale. "de" "AT" "POSIX")) (.getVariant (Locale. "de" "AT" "POSIX"))
     (.getScript (Locale/forLanguageTag "zh-hans")) (.toLanguageTag (Locale/forLanguageTag "zh-hans-cn")) (str (Locale. "" "DE")))

;; Collections
(prn (vec (doto (TreeSet. [1 2 3]) (.retainAll [2 3 4]) (.removeAll [3]))) (vec (doto (PriorityQueue. [1 2 3]) (.removeAll [3]))))
(prn (vec (doto (java.util.concurrent.ConcurrentLinkedQueue. [1 2 1]) (.removeAll [1]))) (attempt (.removeAll [1] [1])) (attempt (.retainAll #{} nil)))
(let [sum (reify BiFunction (apply [_ a b] (+ a b)))]
  (prn (let [m (HashMap.)] (doseq [k ["Aa" "BB" "C#" "x" "AaAa" "BBBB" "AaBB"]] (.merge m k 1 sum)) (str m)))
  (prn (let [m (HashMap.)] (doseq [k (range 13)] (.merge m (* k 17) 1 sum)) (str m)))
  (prn (let [m (HashMap.)] (doseq [k (range 14)] (.computeIfAbsent m (* k 17) (reify Function (apply [_ k] k)))) (str m))))
(prn (str (.collect (.stream ["Aa" "BB" "c" "Aa"]) (Collectors/groupingBy (reify Function (apply [_ x] x))))))
(prn (sort (keys (.collect (.stream ["a" "b"]) (Collectors/toConcurrentMap (reify Function (apply [_ x] x)) (reify Function (apply [_ x] 1)))))))
(.forEachRemaining (.listIterator (java.util.ArrayList. ["a" "b"])) (reify Consumer (accept [_ x] (prn x))))
(prn (.orElseGet (OptionalInt/empty) (reify IntSupplier (getAsInt [_] (int 3)))) (class (.getAsInt (OptionalInt/of 1)))
     (vec (.toArray (.stream (OptionalInt/of 4)))))
(let [source (Spliterators/spliteratorUnknownSize (.iterator [1 2]) Spliterator/ORDERED)]
  (prn (.characteristics source) (.getExactSizeIfKnown source) (.hasCharacteristics source Spliterator/ORDERED)
       (vec (.toArray (StreamSupport/stream source false)))))

;; Clojure's own classes
(prn (vec (clojure.lang.Numbers/ints (int-array [1]))) (attempt (clojure.lang.Numbers/longs 1)) (attempt (cast nil 1))
     (.equiv (clojure.lang.Util/equivPred 1) 1 1) (.toBigDecimal 5N) (.min (sorted-map 2 :b 1 :a)) (clojure.lang.RT/list 1 2))
(let [a (atom 0)]
  (add-watch a :k (fn [k _ before after] (prn k before after)))
  (.notifyWatches a 1 2))
(prn (.importClass *ns* 'Ids java.util.UUID) (eval 'Ids) (.importClass *ns* java.util.BitSet))
(prn (attempt (clojure.lang.RT/loadResourceScript "no_such.clj")) (clojure.lang.RT/resourceAsStream nil "no_such.txt"))

;; Files
(prn (pos? (.getTotalSpace (java.io.File. "/"))) (.getFreeSpace (java.io.File. "/no/such")))
(let [f (doto (java.io.File/createTempFile "members" ".bin") .deleteOnExit)]
  (with-open [r (java.io.RandomAccessFile. f "rw")]
    (.writeInt r 5)
    (let [c (.getChannel r)] (prn (.size c) (.position c) (some? (.tryLock c)) (identical? c (.getChannel r))))))

(prn (.getImplementationVersion (.getPackage String)) (System/getSecurityManager)
     (.format (doto (java.text.MessageFormat. "{0}") (.applyPattern "a{0}")) (object-array ["x"])))
