;; java.io.FileDescriptor: the standard streams, and that of a stream which was opened.
(import '(java.io BufferedOutputStream File FileDescriptor FileInputStream FileOutputStream PrintStream))
(println "first")
(let [out (PrintStream. (BufferedOutputStream. (FileOutputStream. FileDescriptor/out) 1024))]
  (.println out "second")
  (.println out 3)
  (.flush out))
(println "last")
(let [file (File/createTempFile "descriptor" nil)]
  (with-open [out (FileOutputStream. file)]
    (.write out (.getBytes "abc"))
    (.sync (.getFD out))
    (println (.valid (.getFD out)) (.valid FileDescriptor/err) (instance? FileDescriptor (.getFD out)))
    (.write (FileOutputStream. (.getFD out)) (.getBytes "def")))
  (println (slurp file))
  (with-open [in (FileInputStream. file)] (println (.read in) (.read (FileInputStream. (.getFD in))) (.read in)))
  (.delete file))
; A descriptor of a closed file syncs nothing, whoever has its number now.
(let [file (java.io.File/createTempFile "descriptor" "")
      out (java.io.FileOutputStream. file)
      descriptor (.getFD out)]
  (prn (.sync descriptor) (.valid descriptor))
  (.close out)
  (with-open [_ (java.io.FileOutputStream. file)]
    (prn (.valid descriptor) (try (.sync descriptor) (catch java.io.SyncFailedException e (ex-message e)))))
  (.delete file))
