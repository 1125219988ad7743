;; java.io's pipes, java.nio.channels, java.util.jar, attributes of files.
(import '(java.io File FileOutputStream PipedInputStream PipedOutputStream PipedReader PipedWriter ByteArrayInputStream ByteArrayOutputStream)
        '(java.nio ByteBuffer) '(java.nio.channels Channels FileChannel)
        '(java.nio.file Files OpenOption Paths StandardOpenOption)
        '(java.text SimpleDateFormat ParsePosition)
        '(java.util.jar Attributes Attributes$Name JarEntry JarFile JarInputStream JarOutputStream Manifest)
        '(java.util.concurrent ScheduledThreadPoolExecutor TimeUnit SynchronousQueue))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(def root (.toFile (Files/createTempDirectory "channels" (make-array java.nio.file.attribute.FileAttribute 0))))
(defn inside [name] (File. root name))

(let [in (PipedInputStream.) out (PipedOutputStream. in)]
  (.write out (.getBytes "hello"))
  (.write out 200)
  (show (.available in) (.read in) (let [b (byte-array 3)] [(.read in b) (vec b)]) (do (.close out) (vec (.readAllBytes in)))
        (.read in) (.read (PipedInputStream.)) (.write (PipedOutputStream.) 1) (.write out 1) (PipedInputStream. 0) (.connect in out)))
(let [in (PipedInputStream. 4) out (PipedOutputStream. in)
      writer (future (.write out (.getBytes (apply str (range 12)))) (.close out))]
  (show (slurp in) @writer))
(let [w (PipedWriter.) r (PipedReader. w)]
  (show (.ready r) (do (.write w "text ü") (.ready r)) (char (.read r)) (do (.close w) (slurp r)) (do (.close r) (.read r)) (.write w "x")))

(defn channel [name & options] (FileChannel/open (.toPath (inside name)) (into-array OpenOption options)))
(defn text-of [buffer] (.flip buffer) (let [b (byte-array (.remaining buffer))] (.get buffer b) (String. b)))
(with-open [c (channel "a" StandardOpenOption/READ StandardOpenOption/WRITE StandardOpenOption/CREATE)]
  (show (.write c (ByteBuffer/wrap (.getBytes "hello world"))) (.position c) (.size c) (identical? c (.position c 6))
        (let [b (ByteBuffer/allocate 3)] [(.read c b) (text-of b) (.position c)])
        (let [b (ByteBuffer/allocate 9)] [(.read c b 0) (text-of b) (.position c)])
        (.write c (ByteBuffer/wrap (.getBytes "J")) 0) (.size (.truncate c 5)) (.position c) (.read c (ByteBuffer/allocate 1)) (.force c true) (.position c -1)
        (let [out (ByteArrayOutputStream.)] [(.transferTo c 0 99 (Channels/newChannel out)) (str out)])
        (.transferFrom c (Channels/newChannel (ByteArrayInputStream. (.getBytes "xyz"))) 5 2) (.isOpen c)))
(show (slurp (inside "a")) (.read (doto (channel "a" StandardOpenOption/READ) (.close)) (ByteBuffer/allocate 1)) (.write (channel "a" StandardOpenOption/READ) (ByteBuffer/allocate 1))
      (.read (channel "a" StandardOpenOption/WRITE) (ByteBuffer/allocate 1)) (class (try (channel "none" StandardOpenOption/READ) (catch Exception e e))) (channel "a" StandardOpenOption/READ StandardOpenOption/APPEND)
      (with-open [c (channel "a" StandardOpenOption/APPEND)] (.write c (ByteBuffer/wrap (.getBytes "!"))) (.position c)) (slurp (inside "a"))
      (with-open [c (channel ".")] (.isOpen c)) (slurp (Channels/newInputStream (channel "a" StandardOpenOption/READ))) (slurp (Channels/newReader (channel "a" StandardOpenOption/READ) "UTF-8")))

(let [f (inside "m")]
  (spit f "x")
  (show (.setLastModified f 1000000000000) (.lastModified f) (.setReadOnly f) (.setWritable f true) (.setExecutable f true false) (.canExecute f) (.setExecutable f false) (.setReadable f true true) (.setLastModified (inside "none") 0) (.setWritable (inside "none") true) (.setLastModified f -1)
        (sort (.list root (reify java.io.FilenameFilter (accept [_ _ name] (= name "a"))))) (map #(.getName %) (.listFiles root (reify java.io.FileFilter (accept [_ f] (= "m" (.getName f))))))
        (sort (str (java.nio.file.attribute.PosixFilePermissions/toString (Files/getPosixFilePermissions (.toPath f) (make-array java.nio.file.LinkOption 0)))))))

(def manifest (doto (Manifest.) (-> .getMainAttributes (doto (.put Attributes$Name/MANIFEST_VERSION "1.0") (.putValue "Main-Class" "a.b.C") (.putValue "X" (apply str (repeat 90 "y")))))
                    (-> .getEntries (.put "a/" (doto (Attributes.) (.putValue "Sealed" "true"))))))
(with-open [out (JarOutputStream. (FileOutputStream. (inside "z.jar")) manifest)]
  (.putNextEntry out (JarEntry. "a/b.txt"))
  (.write out (.getBytes "text"))
  (.closeEntry out))
(with-open [jar (JarFile. (inside "z.jar"))]
  (show (map str (enumeration-seq (.entries jar))) (slurp (.getInputStream jar (.getEntry jar "a/b.txt"))) (instance? JarEntry (.getJarEntry jar "a/b.txt")) (.getJarEntry jar "none") (.size jar)
        (.getValue (.getMainAttributes (.getManifest jar)) "main-class") (count (.getValue (.getMainAttributes (.getManifest jar)) "X")) (.getValue (.getAttributes (.getManifest jar) "a/") "Sealed")
        (= manifest (.getManifest jar)) (slurp (.getInputStream jar (.getEntry jar "META-INF/MANIFEST.MF")))))
(with-open [in (JarInputStream. (java.io.FileInputStream. (inside "z.jar")))]
  (show (.size (.getMainAttributes (.getManifest in))) (str (.getNextJarEntry in)) (slurp in)))
(show (= (Attributes$Name. "Ab") (Attributes$Name. "aB")) (Attributes$Name. "a b") (.put (Attributes.) "x" "y") (Manifest. (ByteArrayInputStream. (.getBytes "bad\n"))))

(let [p (ParsePosition. 2) f (doto (SimpleDateFormat. "yyyy-MM-dd HH:mm") (.setTimeZone (java.util.TimeZone/getTimeZone "UTC")))]
  (show (.parse f "xx2020-01-02 03:04yy" p) (str p) (.parse f "zz" (ParsePosition. 0)) (let [q (ParsePosition. 0)] [(.parse f "2020-zz" q) (.getIndex q) (.getErrorIndex q)]) (= (ParsePosition. 1) (ParsePosition. 1)) (.hashCode (ParsePosition. 3))))
(let [pool (ScheduledThreadPoolExecutor. 2)]
  (show (.getCorePoolSize pool) (.getPoolSize pool) @(.schedule pool ^Callable (fn [] 5) 1 TimeUnit/MILLISECONDS) (.isShutdown pool))
  (.schedule pool ^Runnable (fn []) 1 TimeUnit/HOURS)
  (show (count (.getQueue pool)) (count (.shutdownNow pool)) (.awaitTermination pool 5 TimeUnit/SECONDS) (.isTerminated pool)))
(let [q (SynchronousQueue.) taken (future (.poll q Long/MAX_VALUE TimeUnit/MILLISECONDS))]
  (show (.offer q 1 Long/MAX_VALUE TimeUnit/NANOSECONDS) @taken))
(show (vec (.getURLs (clojure.lang.RT/baseLoader))) (clojure.lang.Compiler/load (java.io.StringReader. "(def zz 4) *file*") "a/b.clj" "b.clj") (count (java.util.Locale/getISOLanguages)) (count (java.util.Locale/getISOCountries))
      (.get (proxy [ThreadLocal] [] (any.where/initialValue [] 5))) (.size (proxy [java.util.ArrayList] [] (other/size [] 3))))
(doseq [f (reverse (file-seq root))] (.delete f))
(shutdown-agents)
