;; digest: functions that are made as it is loaded, one for each algorithm of the platform.
(require 'digest)
(println (digest/md5 "clojure") (digest/sha-1 "clojure"))
(println (digest/sha-256 (.getBytes "clojure")) (digest/sha-384 [(.getBytes "a") (.getBytes "b")]))
(let [file (java.io.File/createTempFile "digest" ".txt")]
  (spit file (apply str (repeat 3000 "hello ")))
  (println (digest/sha-512 file))
  (with-open [in (java.io.FileInputStream. file)] (println (digest/sha1 in)))
  (.delete file))
(println (digest/digest "SHA-256" nil) (every? (digest/algorithms) ["MD5" "SHA-1" "SHA-256" "SHA-384" "SHA-512"]))
(println (:doc (meta #'digest/md5)) (:arglists (meta #'digest/md5)))
