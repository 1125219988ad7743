;; java.nio's buffers of numbers and characters.
(import '(java.nio ByteBuffer ByteOrder CharBuffer DoubleBuffer FloatBuffer IntBuffer LongBuffer ShortBuffer))
(defmacro show [& forms]
  `(do ~@(for [f forms] `(println (pr-str (quote ~f)) "=>" (try (pr-str ~f) (catch Throwable e# (str (.getName (class e#)) ": " (ex-message e#))))))))
(let [b (.asIntBuffer (ByteBuffer/wrap (byte-array [0 0 0 1 0 0 0 2])))] (show [(.get b 1) (.remaining b) (str b)] (.hasArray b) (.get b 2)))
(let [bytes (ByteBuffer/allocate 16) b (.asLongBuffer bytes)]
  (show (str (.put b 0 258)) (str (.put b 1 -1)) (seq (.array bytes)) (.getLong bytes 0)))
(let [b (IntBuffer/allocate 3)]
  (.put b 5) (.put b 6)
  (show (str b) (do (.flip b) (str b)) [(.get b) (.remaining b) (.limit b) (.position b)] (do (.compact b) (str b)) (vec (.array b)) (do (.clear b) (.put b (int-array [1 2 3])) (str b)) (.put b 9) (do (.rewind b) (.get b)) (str (.slice b)) (.get (.slice b) 0)
        (.get (doto (IntBuffer/allocate 0)))  (.put (.asReadOnlyBuffer b) 1) (.isReadOnly (.asReadOnlyBuffer b)) (str (.duplicate b)) (.position b 9) (.limit b 9) (.hasRemaining b)))
(show (vec (.array (doto (LongBuffer/allocate 2) (.put 1) (.put 7)))) (.get (DoubleBuffer/wrap (double-array [1.5 2.5])) 1) (.get (FloatBuffer/wrap (float-array [1.5])) 0) (let [a (int-array 2)] (.get (IntBuffer/wrap (int-array [7 8])) a) (vec a))
      (.compareTo (IntBuffer/wrap (int-array [1])) (IntBuffer/wrap (int-array [2]))) (= (IntBuffer/wrap (int-array [1 2])) (IntBuffer/wrap (int-array [1 2]))) (.hashCode (IntBuffer/wrap (int-array [1 2]))) (.get (ShortBuffer/wrap (short-array [1 2 3]) 1 2))
      (.remaining (ShortBuffer/wrap (short-array [1 2 3]) 1 2)) (let [b (.asFloatBuffer (.order (ByteBuffer/allocate 8) ByteOrder/LITTLE_ENDIAN))] (.put b (float 1.5)) (str b))
      (let [a (IntBuffer/wrap (int-array [1 2])) b (IntBuffer/allocate 4)] (.put b a) [(str a) (str b)]))
(show (str (CharBuffer/wrap "abc")) (.length (CharBuffer/wrap "abc")) (.charAt (CharBuffer/wrap "abc") 1) (str (.subSequence (CharBuffer/wrap "abcd") 1 3)) (str (.flip (.put (CharBuffer/allocate 5) "hi"))) (.get (CharBuffer/wrap (char-array "xy")) 1)
      (str (let [b (CharBuffer/wrap "hello")] (.get b) b)) (= (CharBuffer/wrap "ab") (CharBuffer/wrap (char-array "ab"))) (.put (CharBuffer/wrap "ab") \x) (str (.asCharBuffer (ByteBuffer/wrap (byte-array [0 104 0 105])))))
