;; The channel of a file's stream reads and writes where the stream stands.
(import '(java.io File FileInputStream FileOutputStream) '(java.nio ByteBuffer) '(java.nio.channels ClosedChannelException FileChannel
        NonReadableChannelException NonWritableChannelException))
(def file (File/createTempFile "channel" ".txt"))
(defn bytes-of [s] (ByteBuffer/wrap (.getBytes s)))
(defmacro attempt [x] `(try ~x (catch Exception e# (class e#))))

(with-open [out (FileOutputStream. file)]
  (.write out (.getBytes "abc"))
  (let [c (.getChannel out)]
    (prn (instance? FileChannel c) (.position c) (.size c) (.write c (bytes-of "def")) (.position c))
    (.write out (.getBytes "gh"))
    (prn (.position c) (attempt (.read c (ByteBuffer/allocate 1))) (.position (.position c 1)))
    (.write out (int \X))
    (.force c true)))
(prn (slurp file))
(with-open [out (FileOutputStream. file true)]
  (let [c (.getChannel out)]
    (.write out (.getBytes "!"))
    (prn (.position c) (.write c (bytes-of "?")) (.position c) (.size (.truncate c 4)) (.position c))))
(prn (slurp file))
(let [in (FileInputStream. file) c (.getChannel in) b (ByteBuffer/allocate 2)]
  (prn (.size c) (.read in) (.position c) (.read c b) (String. (.array b)) (.read in) (.read in))
  (.position c 0)
  (prn (.read in) (attempt (.write c b)) (.isOpen c))
  (.close in)
  (prn (.isOpen c) (attempt (.size c))))
(let [in (FileInputStream. file) c (.getChannel in)]
  (.close c)
  (prn (.isOpen c) (attempt (.read in))))
(with-open [in (FileInputStream. file) out (FileOutputStream. (str file ".copy"))]
  (prn (.transferTo (.getChannel in) 0 (.size (.getChannel in)) (.getChannel out)) (.position (.getChannel in)) (.position (.getChannel out))))
(prn (slurp (str file ".copy")))
(.delete (File. (str file ".copy")))
(.delete file)
