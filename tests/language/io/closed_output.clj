;; System/out that was closed swallows what comes, as every PrintStream does: `with-open` around it is common.
(println "before")
(let [bytes (java.io.ByteArrayOutputStream.) stream (java.io.PrintStream. bytes)]
  (.print stream "kept")
  (.close stream)
  (.print stream "dropped")
  (.flush stream)
  (println (str bytes)))
(let [file (java.io.File/createTempFile "closed" ".txt")]
  (with-open [writer (clojure.java.io/writer file)]
    (.write writer "text")
    (.close writer)
    (println (try (.write writer "more") (catch java.io.IOException e (ex-message e)))))
  (println (slurp file))
  (.delete file))
(let [stream (java.io.BufferedOutputStream. System/out)]
  (.write stream (.getBytes "bytes\n"))
  (.close stream))
(println "after")
(flush)
(.println System/out "after")
(.flush System/out)
(.close System/out)
