;; The names that paths consist of, the empty path's among them, and what paths say of each other.
(import '(java.nio.file Path Paths))

(defn- path [text] (Paths/get text (into-array String [])))

(defmacro ^:private told [form]
  `(try (let [answer# ~form] (if (instance? Path answer#) (str "<" answer# ">") (pr-str answer#)))
        (catch Throwable e# (str (.getSimpleName (class e#)) ": " (.getMessage e#)))))

(def ^:private texts ["" "/" " " "a" "a/b" "/a" ".." "." "../a" "a/.." "a/./b" "/.." "a/../b" "../../x" "/a/b/c" "a//b/" "ab" "..a"])

(doseq [text texts :let [p (path text)]]
  (println (pr-str text) (told (.getFileName p)) (told (.getParent p)) (told (.getNameCount p)) (told (.normalize p))
           (mapv str p) (map str (seq p)) (told (.resolve p "")) (told (.resolveSibling p "z")))
  (println "  " (told (.getName p 0)) (told (.getName p 1)) (told (.getName p -1))
           (told (.subpath p 0 1)) (told (.subpath p 1 1)) (told (.subpath p 0 5)) (told (.subpath p 1 0))))

(doseq [text texts]
  (println (pr-str text))
  (doseq [other texts :let [p (path text) q (path other)]]
    (println "  " (pr-str other) (told (.relativize p q)) (told (.startsWith p q)) (told (.endsWith p q)) (told (.resolve p q)))))

(println (told (.startsWith (path "a") nil)) (told (.resolve (path "a") nil)) (told (.compareTo (path "a") "a")) (told (path nil)))
(println (told (Paths/get "a" (into-array ["b" "" " " "c"]))) (told (Paths/get "" (into-array ["" "c"]))))
