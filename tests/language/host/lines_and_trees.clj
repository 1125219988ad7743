;; Files: lines with empty ones at the end, directories where files are wanted and the other way round,
;; trees with links.
(require '[clojure.java.io :as io])
(import '(java.io File FileInputStream) '(java.nio.file FileVisitOption Files LinkOption OpenOption Path Paths)
        '(java.nio.file.attribute FileAttribute))

(def root (str (Files/createTempDirectory "trees" (make-array FileAttribute 0))))
(defn- path ^Path [& parts] (Paths/get root (into-array String parts)))
(defn- shown [x] (.replace (str x) root "ROOT"))
(defmacro tell [& forms]
  `(do ~@(for [form forms]
           `(println (shown (try (pr-str ~form)
                              (catch Throwable e# (str (.getName (class e#)) ": " (.getMessage e#)))))))))

(doseq [text ["" "a" "a\n" "a\n\n" "\n" "\n\na" "a\r\nb\rc\n" "é\n\n"]]
  (spit (.toFile (path "f")) text)
  (tell [(vec (Files/readAllLines (path "f"))) (Files/readString (path "f"))
         (with-open [lines (Files/lines (path "f"))] (vec (.toArray lines)))]))
(spit (.toFile (path "f")) "é\n" :encoding "ISO-8859-1")
(tell (vec (Files/readAllLines (path "f") java.nio.charset.StandardCharsets/ISO_8859_1))
      (with-open [lines (Files/lines (path "f") java.nio.charset.StandardCharsets/ISO_8859_1)] (.count lines)))

(let [folder (.toFile (path))]
  (tell (FileInputStream. folder) (io/input-stream folder) (io/reader folder) (io/reader (str folder)) (slurp folder)
        (java.util.Scanner. folder) (io/copy folder (.toFile (path "copy")))
        (Files/readAllBytes (path)) (Files/readAllLines (path)) (Files/readString (path))
        (Files/list (path "f")) (Files/list (path "none")) (Files/walk (path "none") (make-array FileVisitOption 0))
        (.createNewFile (io/file folder "none" "x")) (.createNewFile (io/file folder "new")) (.createNewFile (io/file folder "new"))))

(doseq [name ["d/a/1" "d/a/2" "d/b/3"]] (io/make-parents (.toFile (path name))) (spit (.toFile (path name)) ""))
(Files/createSymbolicLink (path "d" "b" "link") (path "d" "a") (make-array FileAttribute 0))
(Files/createSymbolicLink (path "start") (path "d") (make-array FileAttribute 0))
(defn- walk [from & more]
  (with-open [tree (if (number? (first more))
                     (Files/walk from (int (first more)) (into-array FileVisitOption (rest more)))
                     (Files/walk from (into-array FileVisitOption more)))]
    (sort (map shown (.toArray tree)))))
(tell (walk (path "d")) (walk (path "d") FileVisitOption/FOLLOW_LINKS) (walk (path "d") 1) (walk (path "d") 0)
      (walk (path "start")) (walk (path "start") 1 FileVisitOption/FOLLOW_LINKS) (walk (path "f")))
