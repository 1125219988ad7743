;; java.util.zip: checksums, deflated data, gzip.
(defmacro show [form]
  `(println (try (pr-str ~form) (catch Throwable e# (str (.getName (class e#)) ": " (ex-message e#))))))

(import '(java.io ByteArrayInputStream ByteArrayOutputStream)
        '(java.util.zip Adler32 CRC32 CheckedInputStream CheckedOutputStream Deflater DeflaterInputStream DeflaterOutputStream
                        GZIPInputStream GZIPOutputStream Inflater InflaterInputStream InflaterOutputStream))

(def text (apply str (repeat 40 "to be or not to be, ")))
(defn written [f] (let [out (ByteArrayOutputStream.)] (with-open [s (f out)] (.write s (.getBytes text))) (.toByteArray out)))
(def zipped (written (fn [out] (GZIPOutputStream. out))))

(show (vec zipped))
(show (= text (slurp (GZIPInputStream. (ByteArrayInputStream. zipped)))))
(show (= (str text text) (slurp (GZIPInputStream. (ByteArrayInputStream. (byte-array (concat zipped zipped)))))))
(show (GZIPInputStream. (ByteArrayInputStream. (.getBytes "hello world"))))
(show (slurp (GZIPInputStream. (ByteArrayInputStream. (byte-array (drop-last 9 zipped))))))
(show (slurp (GZIPInputStream. (ByteArrayInputStream. (byte-array (concat (drop-last 8 zipped) [0 0 0 0 0 0 0 0]))))))
(show (let [s (GZIPInputStream. (ByteArrayInputStream. zipped)) b (byte-array 10)]
        [(.read s) (.read s b) (String. b) (.skip s 5) (.read s b 2 3) (.available s)]))
(show (vec (written (fn [out] (DeflaterOutputStream. out)))))
(show (vec (written (fn [out] (DeflaterOutputStream. out (Deflater. 9 true))))))
(show (= text (slurp (InflaterInputStream. (ByteArrayInputStream. (written (fn [out] (DeflaterOutputStream. out))))))))
(show (= text (slurp (InflaterInputStream. (DeflaterInputStream. (ByteArrayInputStream. (.getBytes text)))))))
(show (let [out (ByteArrayOutputStream.)]
        (with-open [s (InflaterOutputStream. out)] (.write s (written (fn [out] (DeflaterOutputStream. out)))))
        (= text (str out))))
(show (slurp (InflaterInputStream. (ByteArrayInputStream. (byte-array [1 2 3 4])))))
(show (let [c (CRC32.)] (.update c (.getBytes "hello")) (.update c 65) [(.getValue c) (do (.reset c) (.getValue c))]))
(show (let [c (Adler32.)] (.update c (.getBytes "hello")) (.update c 65) [(.getValue c) (do (.reset c) (.getValue c))]))
(show (let [s (CheckedInputStream. (ByteArrayInputStream. (.getBytes "hello")) (CRC32.))] [(slurp s) (.getValue (.getChecksum s))]))
(show (let [s (CheckedOutputStream. (ByteArrayOutputStream.) (Adler32.))] (.write s (.getBytes "hello")) (.getValue (.getChecksum s))))
(show (let [d (Deflater.) packed (byte-array 100)]
        (.setInput d (.getBytes (apply str (repeat 50 "ab"))))
        (.finish d)
        (let [n (.deflate d packed) i (Inflater.) out (byte-array 200)]
          (.setInput i packed 0 n)
          [n (.finished d) (.getTotalIn d) (.getTotalOut d) (.inflate i out 0 10) (.finished i) (.inflate i out) (.finished i)
           (.needsInput i) (.getRemaining i) (.inflate i out) (do (.end d) (.end i))])))
(show (let [i (Inflater.)] (.setInput i (byte-array [9 9 9 9])) (.inflate i (byte-array 5))))
