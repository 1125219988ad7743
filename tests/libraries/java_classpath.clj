(ns libraries.java-classpath
  (:require [clojure.java.classpath :as cp] [clojure.java.io :as io])
  (:import (java.util.jar JarFile)))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(def root (doto (io/file (System/getProperty "java.io.tmpdir") (str "classpath" (System/nanoTime))) (.mkdirs)))
(def jar (io/file root "z.jar"))
(with-open [z (java.util.zip.ZipOutputStream. (io/output-stream jar))]
  (doseq [path ["a/b.clj" "c.txt"]] (.putNextEntry z (java.util.zip.ZipEntry. path)) (.write z (.getBytes path)) (.closeEntry z)))
(show (cp/jar-file? jar) (cp/jar-file? root) (with-open [j (JarFile. jar)] (sort (cp/filenames-in-jar j))) (every? #(instance? java.io.File %) (cp/system-classpath)) (every? #(instance? JarFile %) (cp/classpath-jarfiles)) (every? #(.isDirectory %) (cp/classpath-directories)))
(doseq [f (reverse (file-seq root))] (io/delete-file f))
