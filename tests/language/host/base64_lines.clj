;; Base64 with lines of one's own, and around streams.
(import '(java.io ByteArrayInputStream ByteArrayOutputStream) '(java.util Base64))
(defmacro attempt [x] `(try ~x (catch Throwable e# [(class e#) (ex-message e#)])))

(def text (.getBytes (apply str (range 30))))
(doseq [line [-1 0 3 4 7 64 76 100]]
  (prn line (.encodeToString (Base64/getMimeEncoder line (.getBytes "\n")) text)))
(prn (.encodeToString (.withoutPadding (Base64/getMimeEncoder 8 (.getBytes ">-<"))) (.getBytes "hello world"))
     (attempt (Base64/getMimeEncoder 8 (.getBytes "a"))) (attempt (Base64/getMimeEncoder 8 (.getBytes "-="))))

(let [out (ByteArrayOutputStream.)]
  (with-open [w (.wrap (Base64/getEncoder) out)]
    (.write w (.getBytes "hel"))
    (.write w (int \l))
    (.write w (.getBytes "xoyz") 1 1))
  (prn (str out)))
(prn (slurp (.wrap (Base64/getDecoder) (ByteArrayInputStream. (.getBytes "aGVsbG8=")))))
(with-open [in (.wrap (Base64/getMimeDecoder) (ByteArrayInputStream. (.getBytes "aGV\nsbG8=")))]
  (prn (.read in) (vec (.readNBytes in 3)) (.read in) (.read in)))
