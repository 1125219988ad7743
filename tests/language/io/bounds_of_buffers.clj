;; What buffers of java.nio refuse, and what the data streams write of texts.
(import '(java.io ByteArrayInputStream ByteArrayOutputStream DataInputStream DataOutputStream)
        '(java.nio ByteBuffer CharBuffer IntBuffer LongBuffer))

(defmacro show [form]
  `(println (try (pr-str ~form)
                 (catch Throwable e# (str (.getName (class e#)) ": " (.getMessage e#))))))

;; read-only buffers
(def bytes-only (.asReadOnlyBuffer (ByteBuffer/allocate 8)))
(show (str bytes-only))
(show (mapv #(.isReadOnly %) [bytes-only (.slice bytes-only) (.duplicate bytes-only) (.asIntBuffer bytes-only)]))
(show (.hasArray bytes-only))
(show (.array bytes-only))
(show (.arrayOffset bytes-only))
(show (.put bytes-only (byte 1)))
(show (.put bytes-only 0 (byte 1)))
(show (.put bytes-only (byte-array 2)))
(show (.put bytes-only (ByteBuffer/allocate 2)))
(show (.putLong bytes-only 1))
(show (.putDouble bytes-only 0 1.0))
(show (.compact bytes-only))
(show (.put (.asIntBuffer bytes-only) 0 1))
(show (.put (.slice bytes-only) (byte 1)))
(show (.array (.asReadOnlyBuffer (LongBuffer/wrap (long-array 3)))))
(let [b (ByteBuffer/allocate 4) shared (.asReadOnlyBuffer b)]
  (.put b 0 (byte 9))
  (show [(.get shared 0) (.position shared) (= b shared)]))

;; ranges that are wrapped, and sizes
(show (ByteBuffer/wrap (byte-array 3) 2 2))
(show (ByteBuffer/wrap (byte-array 3) -1 2))
(show (ByteBuffer/wrap (byte-array 3) 1 -2))
(show (str (ByteBuffer/wrap (byte-array 3) 1 2)))
(show (CharBuffer/wrap (char-array 3) 4 0))
(show (IntBuffer/wrap (int-array 3) 1 3))
(show (CharBuffer/wrap "abc" 2 1))
(show (CharBuffer/wrap "abc" 0 5))
(show (str (CharBuffer/wrap "abc" 1 3)))
(show (ByteBuffer/allocate -1))
(show (IntBuffer/allocate -1))

;; positions, limits and marks
(doseq [b [(ByteBuffer/allocate 2) (IntBuffer/allocate 2)]]
  (show (.position b 3))
  (show (.position b -1))
  (show (.limit b 3))
  (show (.limit b -1))
  (show (.reset b))
  (show (let [m (.mark (.position b 1))] [(.position (.reset (.position m 2))) (try (.reset (.position m 0)) (catch java.nio.InvalidMarkException _ :lost))]))
  (show (do (.mark (.position b 1)) (.rewind b) (.reset b))))
(show (str (.slice (ByteBuffer/wrap (byte-array [1 2 3])) 1 2)))
(show (.get (.slice (ByteBuffer/wrap (byte-array [1 2 3])) 1 2)))
(show (.slice (ByteBuffer/allocate 2) 1 2))
(show (.subSequence (CharBuffer/wrap "abc") 2 5))

;; what does not fit
(show (.put (ByteBuffer/allocate 2) (byte-array 3) 2 2))
(show (.get (ByteBuffer/allocate 2) (byte-array 3) -1 1))
(show (.put (IntBuffer/allocate 2) (int-array 3) 2 2))
(show (let [b (ByteBuffer/allocate 2)] (.put b b)))
(show (.put (ByteBuffer/allocate 1) (ByteBuffer/allocate 2)))
(show (.putInt (ByteBuffer/allocate 8) 4294967296))
(show (.putShort (ByteBuffer/allocate 8) 70000))
(show (.getFloat (.flip (.putFloat (ByteBuffer/allocate 4) 1.0e300))))

;; texts of data streams
(defn- written [f] (let [out (ByteArrayOutputStream.)] (f (DataOutputStream. out)) (vec (.toByteArray out))))
(defn- read-text [& bs] (.readUTF (DataInputStream. (ByteArrayInputStream. (byte-array (map unchecked-byte bs))))))
(show (written #(.writeBytes % "a\u00e9\u0100\u20acz")))
(show (written #(.writeUTF % "a\u0000\u00e9\u20ac\ud83d\ude00")))
(show (written #(.writeUTF % "\ud83d")))
(defn- size-written [n] (let [out (ByteArrayOutputStream.)] (.writeUTF (DataOutputStream. out) (String. (char-array n \a))) (.size out)))
(show (size-written 65536))
(show (size-written 65535))
(show (map int (read-text 0 2 0xc0 0x80)))
(show (map int (read-text 0 6 0xed 0xa0 0xbd 0xed 0xb8 0x80)))
(show (read-text 0 4 65 0xc3 0xa9 66))
(show (read-text 0 1 0xff))
(show (read-text 0 1 0x80))
(show (read-text 0 2 0xc3 0x41))
(show (read-text 0 1 0xc3))
(show (read-text 0 3 0xe2 0x82 0x41))
(show (read-text 0 3 0xe2 0x41 0x82))
(show (read-text 0 2 0xe2 0x82))
(show (read-text 0 4 0xf0 0x9f 0x98 0x80))
(show (read-text 0))

;; the first and the last of what is equal
(doseq [d [(java.util.concurrent.ConcurrentLinkedDeque. [1 2 1 3 2]) (java.util.concurrent.LinkedBlockingDeque. [1 2 1 3 2])]]
  (show [(.removeFirstOccurrence d 1) (.removeLastOccurrence d 2) (.removeLastOccurrence d 9) (vec d)]))
