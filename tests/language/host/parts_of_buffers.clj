; What java.nio's buffers read and write at an index, where they differ, and their parts; texts of zones that have one offset.
(import '(java.nio ByteBuffer ByteOrder CharBuffer IntBuffer LongBuffer) 'java.util.TimeZone)

(defmacro try-all [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form)
                          (catch Throwable e# (str (.getName (class e#)) ": " (ex-message e#))))))))
(defn eight [] (ByteBuffer/wrap (byte-array (range 8))))
(defn written [b] [(vec (.array b)) (.position b) (.limit b)])

(println "bytes")
(try-all (written (.put (eight) 2 (byte-array [9 9]))) (written (.put (eight) 2 (byte-array [9 8 7]) 1 2))
         (let [to (byte-array 3)] (.get (eight) 2 to) (vec to)) (let [to (byte-array 5)] (.get (eight) 2 to 1 3) (vec to))
         (.put (eight) 7 (byte-array 3)) (.get (eight) -1 (byte-array 3)) (.get (eight) 0 (byte-array 3) 2 2)
         (written (.put (eight) 1 (ByteBuffer/wrap (byte-array [7 6 5])) 1 2)) (.put (.asReadOnlyBuffer (eight)) 1 (byte-array 1))
         (.mismatch (eight) (eight)) (.mismatch (eight) (ByteBuffer/wrap (byte-array [0 1 5]))) (.mismatch (eight) (ByteBuffer/wrap (byte-array [0 1])))
         (str (.slice (eight) 1 3)) (.get (.slice (eight) 1 3)) (.slice (eight) 1 9))

(println "numbers and characters")
(let [ints (fn [] (IntBuffer/wrap (int-array [1 2 3])))]
  (try-all (written (.put (ints) 1 (int-array [9]))) (let [to (int-array 2)] (.get (ints) 1 to) (vec to)) (written (.put (ints) 0 (ints) 1 2))
           (.mismatch (ints) (IntBuffer/wrap (int-array [1 3]))) (str (.slice (ints) 1 1)) (.get (.slice (ints) 1 1)) (.slice (ints) 1 9)
           (written (.put (ints) 1 5)) (str (.order (ints))) (.put (ints) 2 (int-array 2))))
(try-all (str (.order (.asIntBuffer (eight)))) (str (.order (.asIntBuffer (.order (eight) ByteOrder/LITTLE_ENDIAN)))) (.mismatch (.asLongBuffer (eight)) (LongBuffer/wrap (long-array 1)))
         (str (.slice (CharBuffer/wrap "hello") 1 3)) (str (.flip (.append (CharBuffer/allocate 5) "abc" 1 2))) (str (.flip (.append (CharBuffer/allocate 5) nil)))
         (str (.flip (.append (CharBuffer/allocate 5) nil 1 3))))

(println "zones")
(doseq [id ["UTC" "GMT" "GMT+02:00" "Etc/GMT+5"]] (println (str (TimeZone/getTimeZone id))))
