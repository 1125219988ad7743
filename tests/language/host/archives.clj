;; java.util.zip: archives written and read.
(defmacro show [form]
  `(println (try (pr-str ~form) (catch Throwable e# (str (.getName (class e#)) ": " (ex-message e#))))))

(import '(java.io ByteArrayInputStream ByteArrayOutputStream File)
        '(java.util.zip CRC32 ZipEntry ZipFile ZipInputStream ZipOutputStream))

(defn archive []
  (let [out (ByteArrayOutputStream.)]
    (with-open [z (ZipOutputStream. out)]
      (.setComment z "all")
      (.putNextEntry z (doto (ZipEntry. "a.txt") (.setTime 1500000000000) (.setComment "first")))
      (.write z (.getBytes "hello"))
      (.closeEntry z)
      (.putNextEntry z (doto (ZipEntry. "d/") (.setTime 1500000000000)))
      (.putNextEntry z (doto (ZipEntry. "d/b.txt") (.setTime 1500000000000)))
      (.write z (.getBytes (apply str (repeat 500 "world "))))
      (let [bytes (.getBytes "kept") crc (doto (CRC32.) (.update bytes))]
        (.putNextEntry z (doto (ZipEntry. "kept") (.setTime 1500000000000) (.setMethod ZipEntry/STORED) (.setSize 4) (.setCrc (.getValue crc))))
        (.write z bytes)))
    (.toByteArray out)))

(show (with-open [z (ZipInputStream. (ByteArrayInputStream. (archive)))]
        (loop [found []]
          (if-let [e (.getNextEntry z)]
            (let [text (String. (.readAllBytes z))]
              (.closeEntry z)
              (recur (conj found [(.getName e) (.isDirectory e) (count text) (subs text 0 (min 5 (count text))) (.getSize e) (.getCrc e)
                                  (.getMethod e) (.getTime e)])))
            found))))
(show (with-open [z (ZipInputStream. (ByteArrayInputStream. (archive)))]
        [(str (.getNextEntry z)) (str (.getNextEntry z)) (str (.getNextEntry z)) (.read z) (str (.getNextEntry z)) (.getNextEntry z) (.read z)]))
(let [file (File/createTempFile "archive" ".zip")]
  (with-open [out (java.io.FileOutputStream. file)] (.write out (archive)))
  (with-open [z (ZipFile. file)]
    (show [(.size z) (mapv str (enumeration-seq (.entries z))) (slurp (.getInputStream z (.getEntry z "a.txt")))
           (.getSize (.getEntry z "d/b.txt")) (.getComment (.getEntry z "a.txt")) (count (slurp (.getInputStream z (.getEntry z "d/b.txt"))))
           (slurp (.getInputStream z (.getEntry z "kept"))) (.getEntry z "none") (.getTime (.getEntry z "a.txt"))]))
  (spit file "this is no archive at all")
  (show (ZipFile. file))
  (.delete file))
(show (with-open [z (ZipOutputStream. (ByteArrayOutputStream.))]
        (.putNextEntry z (ZipEntry. "a"))
        (.putNextEntry z (ZipEntry. "a"))))
(show (.write (ZipOutputStream. (ByteArrayOutputStream.)) (byte-array 1)))
