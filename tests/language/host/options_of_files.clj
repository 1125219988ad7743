;; Options of java.nio.file.Files, kinds of content, line numbers of a reader, short base64 texts.
(import '(java.nio.file Files OpenOption Path StandardOpenOption) '(java.io LineNumberReader StringReader) '(java.util Base64)
        '(java.util.concurrent LinkedBlockingQueue ArrayBlockingQueue ConcurrentLinkedQueue))
(defmacro show [& forms]
  `(do ~@(for [f forms]
           `(println (try (pr-str ~f) (catch Throwable t# (str (.getName (class t#)) (when-not (instance? java.io.IOException t#) (str ": " (ex-message t#))))))))))
(def root (Files/createTempDirectory "options" (make-array java.nio.file.attribute.FileAttribute 0)))
(defn options [& os] (into-array OpenOption os))
(defn in-root ^Path [name] (.resolve root name))
(def a (in-root "a.txt"))
(show (class root) (instance? Path a)
      (Files/write a (.getBytes "x") (options StandardOpenOption/APPEND))
      (str (.getFileName (Files/write a (.getBytes "x") (options StandardOpenOption/CREATE_NEW))))
      (Files/write a (.getBytes "y") (options StandardOpenOption/CREATE_NEW))
      (Files/writeString a "y" (options StandardOpenOption/CREATE_NEW StandardOpenOption/WRITE))
      (do (Files/write a ["l1" "l2"] (options StandardOpenOption/APPEND)) (slurp (.toFile a)))
      (do (Files/writeString a "z" (options StandardOpenOption/CREATE StandardOpenOption/TRUNCATE_EXISTING)) (slurp (.toFile a)))
      (mapv (fn [n] (Files/probeContentType (in-root n))) ["a.txt" "b.html" "c" "d.png" "e.json"])
      (with-open [r (LineNumberReader. (StringReader. "one\ntwo\r\nthree\n"))]
        (let [start (.getLineNumber r) lines [(.readLine r) (.readLine r)] n (.getLineNumber r)]
          (.setLineNumber r 10)
          [start lines n (.readLine r) (.getLineNumber r) (.readLine r)]))
      (.decode (Base64/getDecoder) "A") (.decode (Base64/getDecoder) "AAAAA") (alength (.decode (Base64/getDecoder) "")) (alength (.decode (Base64/getMimeDecoder) "\n"))
      (.element (LinkedBlockingQueue. [1 2])) (.element (LinkedBlockingQueue.)) (.element (ArrayBlockingQueue. 1)) (.element (ConcurrentLinkedQueue.)))
(run! (fn [f] (.delete f)) (reverse (file-seq (.toFile root))))
