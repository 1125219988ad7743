;; Streams that digest what passes through them.
(import '(java.io ByteArrayInputStream ByteArrayOutputStream FilterInputStream) '(java.security DigestInputStream DigestOutputStream MessageDigest))

(defn hex [digest] (apply str (map (fn [b] (format "%02x" b)) (.digest digest))))

(let [in (DigestInputStream. (ByteArrayInputStream. (.getBytes "hello world")) (MessageDigest/getInstance "SHA-256"))]
  (println (slurp in) (hex (.getMessageDigest in)) (instance? FilterInputStream in)))

(let [in (DigestInputStream. (ByteArrayInputStream. (.getBytes "hello world")) (MessageDigest/getInstance "MD5"))
      b (byte-array 5)]
  (println (.read in) (.read in b) (.read in b 0 2))
  (.on in false)
  (println (.read in) (hex (.getMessageDigest in)))
  (.on in true)
  (.setMessageDigest in (MessageDigest/getInstance "SHA-1"))
  (while (not= -1 (.read in b)))
  (println (.read in b) (hex (.getMessageDigest in))))

(let [bytes (ByteArrayOutputStream.)
      out (DigestOutputStream. bytes (MessageDigest/getInstance "SHA-1"))]
  (.write out (.getBytes "hello"))
  (.write out 33)
  (.write out (.getBytes "abcd") 1 2)
  (.close out)
  (.writeBytes bytes (.getBytes "..."))
  (println (str bytes) (hex (.getMessageDigest out))))
