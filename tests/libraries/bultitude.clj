(ns libraries.bultitude
  (:require [bultitude.core :as b] [clojure.java.io :as io] [dynapath.util :as dp]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(def root (doto (io/file (System/getProperty "java.io.tmpdir") (str "bultitude" (System/nanoTime))) (.mkdirs)))
(io/make-parents (io/file root "one_two" "three.clj"))
(spit (io/file root "one_two" "three.clj") "; words\n(ns ^{:doc \"third\"} one-two.three \"docs\" (:require [clojure.set]))\n(def x 1)")
(spit (io/file root "top.cljc") "#?(:clj (ns top) :cljs (ns other))")
(spit (io/file root "quoted.clj") "(in-ns 'quoted.name)")
(spit (io/file root "broken.clj") "(ns broken [")
(spit (io/file root "none.clj") "1 :a \"x\"")
(with-open [z (java.util.jar.JarOutputStream. (io/output-stream (io/file root "z.jar")))]
  (doseq [[path text] {"in/jar.clj" "(ns in.jar)" "in/other.txt" "(ns in.other)" "more.clj" "(ns more)"}]
    (.putNextEntry z (java.util.jar.JarEntry. path))
    (.write z (.getBytes text))
    (.closeEntry z)))
(show (b/ns-form-for-file (io/file root "one_two" "three.clj")) (sort (b/namespaces-in-dir root)) (sort-by str (b/namespace-forms-in-dir root)) (b/namespaces-in-dir root false)
      (b/ns-form-for-file (io/file root "broken.clj")) (b/ns-form-for-file (io/file root "none.clj")) (b/path-for 'a.b-c) (b/path-for 'a.b-c "cljc") (b/doc-from-ns-form '(ns ^{:doc "m"} x))
      (sort (b/namespaces-on-classpath :classpath [root])) (sort (b/namespaces-on-classpath :classpath [(io/file root "z.jar")])) (sort (b/namespaces-on-classpath :classpath (str root ":" root "/z.jar") :prefix "in")) (b/namespaces-on-classpath :classpath [root] :prefix "one-two")
      (b/file->namespaces nil (io/file root "z.jar")) (b/file->namespaces "more" (io/file root "z.jar")) (b/file->namespace-forms nil root) (b/file->namespaces nil (io/file root "absent")))
(doseq [f (reverse (file-seq root))] (io/delete-file f))
