;; A NUL character in a path or a name never stands for its end: nothing is read, written or started under the shorter name.
(import '(java.io File FileReader FileInputStream FileOutputStream RandomAccessFile) '(java.nio.file Paths Path))

(defmacro show [& es]
  `(do ~@(for [e es]
           `(println (clojure.string/replace (pr-str '~e) "\u0000" "^@") "=>"
                     (clojure.string/replace (pr-str (try ~e (catch Throwable t# (symbol (str (.getName (class t#)) ": " (.getMessage t#))))))
                                             "\u0000" "^@")))))

(def folder (doto (File/createTempFile "nul" "") .delete .mkdir))
(def good (str folder "/a"))
(def bad (str good "\u0000b"))
(spit good "text")

(show
 (try (slurp bad) (catch java.io.FileNotFoundException e (.getMessage e)))
 (try (spit bad "x") (catch java.io.FileNotFoundException e (.getMessage e)))
 (try (load-file bad) (catch java.io.FileNotFoundException e (.getMessage e)))
 (try (FileReader. bad) (catch java.io.FileNotFoundException e (.getMessage e)))
 (try (FileInputStream. bad) (catch java.io.FileNotFoundException e (.getMessage e)))
 (try (FileOutputStream. bad) (catch java.io.FileNotFoundException e (.getMessage e)))
 (try (RandomAccessFile. bad "rw") (catch java.io.FileNotFoundException e (.getMessage e)))
 (.exists (File. bad)) (.isFile (File. bad)) (.isDirectory (File. (str folder "\u0000"))) (.length (File. bad)) (.lastModified (File. bad))
 (.canRead (File. bad)) (.canWrite (File. bad)) (.canExecute (File. bad)) (.list (File. (str folder "\u0000")))
 (.mkdir (File. (str good "2\u0000b"))) (.mkdirs (File. (str good "2/c\u0000b/d"))) (.createNewFile (File. (str good "3\u0000b")))
 (.renameTo (File. good) (File. (str good "4\u0000b"))) (.renameTo (File. bad) (File. (str good "5"))) (.delete (File. bad))
 (.getCanonicalPath (File. bad)) (.getName (File. bad)) (.endsWith (.getPath (File. bad)) "a\u0000b")
 (try (.toPath (File. bad)) (catch java.nio.file.InvalidPathException e :invalid))
 (Paths/get "a\u0000b" (into-array String [])) (Path/of "a" (into-array String ["b\u0000"]))
 (vec (.list folder)) (slurp good)
 (System/getenv "PATH\u0000X") (clojure.java.io/resource "clojure/core.clj\u0000x")
 (.start (ProcessBuilder. ["echo" "a\u0000b"])) (.start (ProcessBuilder. ["echo\u0000x" "a"]))
 (try (java.net.InetAddress/getByName "localhost\u0000x") (catch java.net.UnknownHostException e (.getMessage e))))
(.delete (File. good))
(.delete folder)
