; java.lang.ref with its queues, java.net.URLConnection of files and archives, dates of java.sql by fields.
(import '(java.io File FileOutputStream) '(java.lang.ref PhantomReference Reference ReferenceQueue SoftReference WeakReference)
        '(java.net JarURLConnection URL URLClassLoader) '(java.util.zip ZipEntry ZipOutputStream))

(defmacro outcome [form] `(try ~form (catch Exception e# (str (.getName (class e#)) ": " (ex-message e#)))))

(let [q (ReferenceQueue.)
      o (Object.)]
  (doseq [r [(SoftReference. o q) (WeakReference. o q) (PhantomReference. o q) (WeakReference. o) (SoftReference. nil q) (WeakReference. o nil)]]
    (println (.getSimpleName (class r)) (identical? o (.get r)) (.refersTo r o) (.isEnqueued r))
    (println (.enqueue r) (.enqueue r) (.isEnqueued r) (.get r) (identical? r (.poll q)) (.isEnqueued r) (.poll q))
    (println (.clear r) (.get r)))
  (println (.remove q 1) (outcome (.remove q -1)))
  (let [r (WeakReference. 1 q)]
    (.enqueue r)
    (println (identical? r (.remove q)) (instance? Reference r)))
  (let [r (WeakReference. 1 q)
        waiting (future (.remove q 0))]
    (.enqueue r)
    (println (identical? r @waiting))))

(println (str (java.sql.Date. 55 6 12)) (str (java.sql.Time. 1 2 3)) (str (java.sql.Timestamp. 55 6 12 1 2 3 4)) (str (java.sql.Date. 0)))
(let [d (java.sql.Date. 0)
      t (java.sql.Time. 0)]
  (.setTime d 86400000)
  (.setTime t 86405000)
  (println (str d) (str t) (.getTime d) (.getYear d) (.getSeconds t) (outcome (.getHours d)) (outcome (.getYear t))))

(def root (doto (File/createTempFile "connections" "") .delete .mkdirs))
(def archive (File. root "a b.jar"))
(with-open [zip (ZipOutputStream. (FileOutputStream. archive))]
  (doseq [[entry text] [["foo.txt" "in jar"] ["d/" ""] ["d/x y+z.txt" "zz"]]]
    (.putNextEntry zip (ZipEntry. entry))
    (.write zip (.getBytes text))
    (.closeEntry zip)))
(spit (File. root "f o+o.txt") "hello")
(doseq [file [archive (File. root "f o+o.txt")]] (.setLastModified file 1234567890123))

(defn show-connection [url]
  (let [c (.openConnection url)
        short-text (fn [x] (.replace (str x) (str root) "ROOT"))]
    (.setUseCaches c false)
    (println (short-text c) (.getName (class c)) (.getContentLength c) (.getContentLengthLong c) (.getLastModified c) (.getUseCaches c)
             (= url (.getURL c)))
    (println (short-text (outcome (do (.connect c) :connected))) (short-text (outcome (slurp (.getInputStream c)))))
    (when (instance? JarURLConnection c)
      (println (.getEntryName c) (short-text (.getJarFileURL c)) (short-text (outcome (.getJarEntry c)))
               (short-text (outcome (.getName (.getJarFile c))))))))
(show-connection (.toURL (.toURI (File. root "f o+o.txt"))))
(show-connection (.toURL (.toURI (File. root "nope"))))
(doseq [entry ["foo.txt" "d/" "d" "d/x%20y+z.txt" "" "nope"]]
  (show-connection (URL. (str "jar:" (.toURL (.toURI archive)) "!/" entry))))
(show-connection (URL. (str "jar:" (.toURL (.toURI (File. root "nope.jar"))) "!/x")))

; A class loader without a parent has only its own.
(let [loader (URLClassLoader. (into-array URL [(.toURL (.toURI archive))]) nil)]
  (println (.getParent loader) (slurp (.getResource loader "foo.txt")) (.getResource loader "clojure/core.clj")
           (count (enumeration-seq (.getResources loader "foo.txt"))) (.getResourceAsStream loader "nope")))
(doseq [file [(File. root "f o+o.txt") archive root]] (.delete file))
(shutdown-agents)
