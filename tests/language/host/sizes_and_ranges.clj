;; Sizes of buffers, marks and parts of arrays that are out of bounds.
(import '(java.io BufferedInputStream BufferedOutputStream BufferedReader BufferedWriter ByteArrayInputStream ByteArrayOutputStream CharArrayReader
                  LineNumberReader PushbackInputStream PushbackReader StringReader StringWriter)
        '(java.util Arrays) '(java.util.stream IntStream))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (pr-str '~form) "=>"
                     (try (let [x# ~form] (if (or (nil? x#) (number? x#) (coll? x#)) (pr-str x#) (class x#)))
                          (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(show (BufferedReader. (StringReader. "a") 0) (BufferedReader. (StringReader. "a") -1) (BufferedReader. (StringReader. "a") 1)
      (BufferedInputStream. (ByteArrayInputStream. (byte-array 1)) 0) (BufferedOutputStream. (ByteArrayOutputStream.) 0)
      (BufferedOutputStream. (ByteArrayOutputStream.) -1) (BufferedWriter. (StringWriter.) 0) (PushbackReader. (StringReader. "a") 0)
      (PushbackInputStream. (ByteArrayInputStream. (byte-array 1)) 0) (PushbackInputStream. (ByteArrayInputStream. (byte-array 1)) 1)
      (LineNumberReader. (StringReader. "a") 0) (ByteArrayOutputStream. -1) (ByteArrayOutputStream. 0) (StringWriter. -1) (StringWriter. 0)
      (java.io.CharArrayWriter. -1) (java.io.CharArrayWriter. 0) (clojure.lang.LineNumberingPushbackReader. (StringReader. "a") 0)
      (java.io.PipedInputStream. 0))
(show (.mark (BufferedReader. (StringReader. "a")) -1) (.mark (BufferedReader. (StringReader. "a")) 0) (.mark (StringReader. "a") -1)
      (.mark (BufferedInputStream. (ByteArrayInputStream. (byte-array 1))) -1) (.mark (ByteArrayInputStream. (byte-array 1)) -1)
      (.mark (CharArrayReader. (char-array 1)) -1))
(show (.sum (Arrays/stream (int-array [1 2 3]) 1 3)) (Arrays/stream (int-array [1 2 3]) 2 1) (Arrays/stream (int-array [1 2 3]) -1 1)
      (Arrays/stream (int-array [1 2 3]) 0 4) (Arrays/stream (object-array 3) 0 4) (.count (Arrays/stream (object-array 3) 0 3))
      (Arrays/binarySearch (int-array [1 2 3]) 0 4 1) (Arrays/binarySearch (int-array [1 2 3]) 2 1 1)
      (Arrays/binarySearch (int-array [1 2 3]) -1 1 1) (Arrays/binarySearch (int-array [1 2 3]) 1 3 3) (Arrays/binarySearch (object-array [1 2 3]) 0 4 1)
      (Arrays/binarySearch (int-array [1 2 3]) 3 3 1))
(show (.limit (.stream [1]) -1) (.skip (.stream [1]) -1) (.count (.limit (.stream [1 2]) 0)) (.count (.skip (.stream [1 2]) 1)) (.limit (IntStream/range 0 3) -2)
      (.sum (.limit (IntStream/range 0 3) 2)))
