;; slurp, spit and clojure.java.io on everything that can be opened, and what they say of the rest.
(defmacro show [form]
  `(println (try (pr-str ~form)
                 (catch Throwable e#
                   (clojure.string/replace (str (.getName (class e#)) ": " (ex-message e#)) #"(@|0x)[0-9a-f]+" "$1H")))))

(import '(java.io ByteArrayInputStream ByteArrayOutputStream File FileOutputStream OutputStreamWriter StringReader
                  StringWriter)
        '(java.net URI URL URLClassLoader))

(def f (doto (File/createTempFile "kinds" ".txt") (.deleteOnExit)))
(defn written [target text & opts]
  [(apply spit target text opts) (slurp f)])

;; Before clojure.java.io is loaded, where that is not from the start.
(show (written f "a"))
(show (written (FileOutputStream. f) "b"))
(show (written (OutputStreamWriter. (FileOutputStream. f)) "c"))
(show (written (.toURI f) "d"))
(show (written (.toURL (.toURI f)) "e"))
(show (written (str (.toURI f)) "f"))
(show (let [o (ByteArrayOutputStream.)] (spit o "ö" :encoding "ISO-8859-1") (vec (.toByteArray o))))
(show (let [o (StringWriter.)] (spit o 42) (str o)))
(show (slurp (char-array "chars")))
(show (slurp (.getBytes "bytes")))
(show (slurp (StringReader. "reader")))
(show (slurp (ByteArrayInputStream. (.getBytes "stream"))))
(show (slurp (Object.)))
(show (slurp [1]))
(show (slurp nil))
(show (spit 5 ""))
(show (spit nil ""))
(show (spit (byte-array 2) ""))
(show (with-out-str (slurp f "UTF-8")))
(show (slurp f "UTF-8"))
(show (slurp f nil))
(show (slurp f :encoding nil))

(require '[clojure.java.io :as io])
(show (written (io/writer f) "g"))
(show (written (FileOutputStream. f) "h"))
(show (slurp (char-array "chars")))
(show (slurp (Object.)))
(show (slurp nil))
(show (spit [1] ""))
(show (spit nil ""))

;; Types of the program.
(defrecord Source [text])
(extend Source io/IOFactory
        (assoc io/default-streams-impl
               :make-reader (fn [x _] (java.io.BufferedReader. (StringReader. (:text x))))
               :make-writer (fn [x _] (io/writer f))))
(extend-protocol io/Coercions Source (as-file [_] f) (as-url [_] (io/as-url f)))
(show (slurp (->Source "of a record")))
(show (written (->Source "") "to a record"))
(show (= f (io/file (->Source ""))))
(show (line-seq (io/reader (->Source "1\n2"))))

;; Files that URLs mean.
(show (str (io/as-file (URL. "file:a%20b+c%C3%B6"))))
(show (str (io/as-file (URI. "file:quux"))))
(show (str (io/as-file (URI. "file:/a/b%20c"))))
(show (io/as-file (URI. "http://x/y")))
(show (io/as-file (URL. "http://x/y")))
(show (io/as-file :x))
(show (io/as-url "no url"))
(show (str (io/as-url (File. "/a b"))))
(show (str (.toURL (File. "/a b"))))
(show (io/output-stream (URL. "http://x/y")))
(show (io/writer (URI. "http://x/y")))

;; What cannot be opened.
(show (io/reader 5))
(show (io/reader nil))
(show (io/writer nil))
(show (io/input-stream nil))
(show (io/output-stream (StringWriter.)))
(show (io/input-stream (char-array 2)))
(show (io/writer (char-array 2)))

;; copy
(defn copied [input output & opts]
  (apply io/copy input output opts)
  (str output))
(defn to-file [input] (io/copy input f) (slurp f))
(spit f "in a file")
(doseq [input [(char-array "chars") (.getBytes "bytes") "text" f]]
  (show (copied input (StringWriter.)))
  (show (copied input (ByteArrayOutputStream.)))
  (show (copied input (ByteArrayOutputStream.) :buffer-size 1)))
(show (copied (StringReader. "reader") (ByteArrayOutputStream.) :encoding "UTF-8"))
(show (copied (ByteArrayInputStream. (.getBytes "ö" "UTF-16")) (StringWriter.) :encoding "UTF-16"))
(show (to-file (char-array "chars")))
(show (to-file (.getBytes "bytes")))
(show (to-file "text"))
(show (to-file (StringReader. "reader")))
(show (let [o (ByteArrayOutputStream.), w (io/writer o)] (io/copy "abc" w) [(str o) (do (.flush w) (str o))]))
(show (copied 5 (StringWriter.)))
(show (copied "x" 5))
(show (copied nil (StringWriter.)))
(show (copied [1] f))
(show (copied (->Source "s") (StringWriter.)))

;; Files below directories and in archives, by a class loader of their own.
(def dir (doto (File. (System/getProperty "java.io.tmpdir") (str "kinds " (System/nanoTime))) (.mkdirs)))
(def jar (io/file dir "x.jar"))
(spit (io/file dir "a b.txt") "one")
(with-open [z (java.util.zip.ZipOutputStream. (io/output-stream jar))]
  (.putNextEntry z (java.util.zip.ZipEntry. "in/jar.txt"))
  (.write z (.getBytes "two"))
  (.closeEntry z))
(let [loader (URLClassLoader. (into-array URL [(io/as-url dir) (io/as-url jar)]))]
  (show (count (.getURLs loader)))
  (show (slurp (.getResource loader "a b.txt")))
  (show (slurp (io/resource "in/jar.txt" loader)))
  (show (= (io/as-url (io/file dir "a b.txt")) (.findResource loader "a b.txt")))
  (show (.getResource loader "none"))
  (show (.getResource loader "/a b.txt"))
  (show (slurp (.getResourceAsStream loader "a b.txt")))
  (show (.getResourceAsStream loader "none"))
  (show (count (enumeration-seq (.getResources loader "a b.txt"))))
  (show (instance? ClassLoader loader))
  (show (identical? loader (.getParent (URLClassLoader. (into-array URL []) loader))))
  (show (slurp (.getResource (URLClassLoader. (into-array URL []) loader) "in/jar.txt")))
  (show (.loadClass loader "no.such.Class"))
  (show (.close loader)))
(show (URLClassLoader. nil))
(run! io/delete-file [jar (io/file dir "a b.txt") dir])
