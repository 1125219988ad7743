;; java.io through interop: readers, writers, byte streams, files.

(import '(java.io StringReader StringWriter BufferedReader PushbackReader PrintWriter File
                  ByteArrayInputStream ByteArrayOutputStream InputStreamReader))

(let [r (BufferedReader. (StringReader. "one\ntwo"))]
  (prn (.readLine r) (.read r) (.readLine r) (.readLine r)))
(let [r (PushbackReader. (StringReader. "ab"))]
  (prn (.read r) (do (.unread r 120) (.read r)) (.read r) (.read r)))
(let [a (char-array 3)]
  (prn (.read (StringReader. "xyz!") a 0 3) (apply str a)))
(let [w (StringWriter.)]
  (.write w "abc") (.write w (int \d)) (.append w \e) (.append w "fg") (.write w "0123456" 2 3)
  (prn (str w) (.toString w)))
(let [w (StringWriter.) p (PrintWriter. w)]
  (.println p "x") (.print p 5) (.printf p "%d-%s" (object-array [1 "a"])) (.flush p)
  (prn (str w)))
(let [out (ByteArrayOutputStream.)]
  (.write out 65) (.write out (byte-array [66 67])) (.write out (byte-array [1 68 2]) 1 1)
  (prn (str out) (seq (.toByteArray out)) (.size out)))
(let [in (ByteArrayInputStream. (.getBytes "héé" "UTF-8"))]
  (prn (.read in) (.available in) (slurp (InputStreamReader. in "UTF-8"))))
(prn (slurp (ByteArrayInputStream. (.getBytes "bytes"))))
(let [f (File. "a/b/../c.txt")]
  (prn (.getPath f) (.getName f) (.getParent f) (.isAbsolute f) (.exists f) (str f)))
(prn (= (File. "x") (File. "x")) (count (hash-set "a" (File. "x") (File. "x"))) (compare (File. "a") (File. "b")))
(.println System/out "to out")
(.print System/out "a") (.print System/out \b) (.println System/out)
(prn (with-open [r (StringReader. "q")] (.read r)))
(prn (line-seq (BufferedReader. (StringReader. "a\nb\n\nc"))))
(prn (read (PushbackReader. (StringReader. "(1 2) 3"))))
