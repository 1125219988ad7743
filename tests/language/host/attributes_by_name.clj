;; Attributes of files by their names: what can be read and set, and what is said of others.
(import '(java.nio.file Files LinkOption) '(java.nio.file.attribute FileAttribute FileTime))

(def ^:private file (Files/createTempFile "attributes" ".txt" (into-array FileAttribute [])))
(def ^:private options (into-array LinkOption []))

(defmacro ^:private told [form]
  `(try (let [answer# ~form] (if (= file answer#) 'file (str answer#)))
        (catch Throwable e# (str (.getSimpleName (class e#)) ": " (.getMessage e#)))))

(defn- read-it [name] (Files/getAttribute file name options))
(defn- set-it [name value] (Files/setAttribute file name value options))

(doseq [name ["nope" "basic:nope" "posix:nope" "unix:nope" "owner:nope" "other:size" "*" "size,isOther" "" "basic:" ":size"]]
  (println (pr-str name) (told (read-it name)) "|" (told (set-it name 1))))
(doseq [[name value] [["size" 1] ["permissions" #{}] ["posix:permissions" #{}] ["unix:mode" (int 420)]
                      ["creationTime" (FileTime/fromMillis 1000)] ["lastAccessTime" (FileTime/fromMillis 7000)]
                      ["basic:lastModifiedTime" (FileTime/fromMillis 5000)] ["posix:lastAccessTime" nil]]]
  (println name (told (set-it name value))))
(println (told (read-it "lastAccessTime")) (told (read-it "unix:lastModifiedTime")) (told (read-it "unix:mode")))
(println (try (set-it "lastModifiedTime" 1) (catch ClassCastException _ 'cast)))
(Files/delete file)
