; Arrays of names and of files know their class; names of properties come in the order of the host's tables.
(import '(java.io File FileFilter FilenameFilter) 'java.util.Properties)

(defmacro try-all [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form)
                          (catch Throwable e# (str (.getName (class e#)) ": " (ex-message e#))))))))

(let [folder (doto (File/createTempFile "listed" "") .delete) sub (File. folder "sub")
      texts (reify FilenameFilter (accept [_ _ n] (.endsWith n ".txt")))
      folders (reify FileFilter (accept [_ f] (.isDirectory f)))]
  (.mkdirs sub)
  (spit (File. folder "a.txt") "")
  (try-all (class (.list folder)) (class (.listFiles folder)) (class (.list sub)) (alength (.listFiles sub)) (class (File/listRoots))
           (vec (.list folder texts)) (class (.list folder texts)) (map #(.getName %) (.listFiles folder texts))
           (map #(.getName %) (.listFiles folder folders)) (class (.listFiles folder folders)) (.list (File. folder "none")) (.listFiles (File. folder "none")))
  (run! #(.delete %) (reverse (file-seq folder))))

(let [p (doto (Properties. (doto (Properties.) (.setProperty "d" "1") (.setProperty "k1" "0")))
          (.setProperty "k1" "v") (.setProperty "zeta" "z") (.setProperty "alpha" "a") (.put "n" 5))]
  (try-all (.stringPropertyNames p) (enumeration-seq (.propertyNames p)) (.getProperty p "n") (.remove (.stringPropertyNames p) "d")))
(let [p (doto (Properties.) (.setProperty "b" "1") (.setProperty "a" "2") (.setProperty "longer.name" "3"))]
  (try-all (enumeration-seq (.propertyNames p)) (enumeration-seq (.keys p)) (str p) (.stringPropertyNames p)))
