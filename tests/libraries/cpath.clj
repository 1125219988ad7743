(ns libraries.cpath
  (:require [cpath-clj.core :as c] [clojure.java.io :as io] [clojure.string :as s]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(def root (doto (io/file (System/getProperty "java.io.tmpdir") (str "cpath" (System/nanoTime))) (.mkdirs)))
(io/make-parents (io/file root "x" "y.txt")) (spit (io/file root "x" "y.txt") "why") (spit (io/file root "z.txt") "zed")
(show (sort (keys (c/resources root))) (map slurp (mapcat val (sort-by key (c/resources root)))) (sort (keys (c/resources (io/file root "x")))) (c/resources "no/such/place"))
(doseq [f (reverse (file-seq root))] (io/delete-file f))
