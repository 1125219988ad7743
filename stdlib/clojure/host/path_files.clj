(ns clojure.host.path-files
  "java.nio.file.Files: what is asked of, read from, written to and made at paths."
  (:require [clojure.host.defclass :refer [defenum extend-class]]
            [clojure.host.paths :refer [path]]
            [clojure.java.io :as io]
            [clojure.string :as str])
  (:import (java.io File FileInputStream FileOutputStream IOException)
           (java.nio.file FileAlreadyExistsException FileVisitOption Files LinkOption NoSuchFileException NotDirectoryException
                          StandardCopyOption StandardOpenOption)))

(defenum java.nio.file.LinkOption [] [NOFOLLOW_LINKS])
(defenum java.nio.file.StandardCopyOption [] [REPLACE_EXISTING COPY_ATTRIBUTES ATOMIC_MOVE])
(defenum java.nio.file.StandardOpenOption []
  [READ WRITE APPEND TRUNCATE_EXISTING CREATE CREATE_NEW DELETE_ON_CLOSE SPARSE SYNC DSYNC])
(defenum java.nio.file.FileVisitOption [] [FOLLOW_LINKS])

(defn- file [p] (File. (str p)))

(defn- existing [p]
  (let [f (file p)]
    (if (.exists f) f (throw (NoSuchFileException. (str p))))))

(defn- readable
  "The file of a path, which is there and no directory."
  [p]
  (let [f (existing p)]
    (when (.isDirectory f) (throw (IOException. "Is a directory")))
    f))

(defn- lines-of [p charset]
  (with-open [in (io/reader (readable p) :encoding (str charset))] (vec (line-seq in))))

(defn follows?
  "Whether links are followed, by the options of an operation."
  [options]
  (not-any? #{LinkOption/NOFOLLOW_LINKS} options))

(defn- facts
  "What the system says of a file, nil where there is none."
  [p options]
  (try (clojure.core/-file-attributes (str p) (follows? options))
       (catch java.nio.file.FileSystemException _)))

(defn- of-type? [p type options] (= type (first (facts p options))))

(defn- same-file? [a b]
  (or (= a b)
      (let [[a b] (map (fn [p] (or (facts p []) (throw (NoSuchFileException. (str p))))) [a b])]
        (= (subvec a 8 10) (subvec b 8 10)))))

(defn mode-of
  "The mode of a set of permissions."
  [permissions]
  (reduce (fn [mode p] (bit-set mode (- 8 (.ordinal p)))) 0 permissions))

(defn- initial-mode
  "The mode among the attributes that a file is made with."
  [attributes default]
  (reduce (fn [mode a]
            (when-not (= "posix:permissions" (.name a))
              (throw (UnsupportedOperationException. (str "'" (.name a) "' not supported as initial attribute"))))
            (mode-of (.value a)))
          default attributes))

(defn- make-file [p attributes default]
  (clojure.core/-make-file (str p) (initial-mode attributes default))
  p)

(defn- make-directory [p attributes default]
  (clojure.core/-make-directory (str p) (initial-mode attributes default))
  p)

(defn- make-directories [p attributes]
  (try
    (make-directory p attributes 0777)
    (catch FileAlreadyExistsException e
      (if (of-type? p :directory [LinkOption/NOFOLLOW_LINKS]) p (throw e)))
    (catch NoSuchFileException e
      (if-let [parent (.getParent p)]
        (do
          (make-directories parent attributes)
          (try (make-directory p attributes 0777)
               (catch FileAlreadyExistsException e (if (of-type? p :directory [LinkOption/NOFOLLOW_LINKS]) p (throw e)))))
        (throw e)))))

(defn- delete-file [p] (clojure.core/-remove-file (str p)))

(defn- make-way
  "Removes what is where something is to be written."
  [p options]
  (when (facts p [LinkOption/NOFOLLOW_LINKS])
    (when-not (some #{StandardCopyOption/REPLACE_EXISTING} options) (throw (FileAlreadyExistsException. (str p))))
    (delete-file p)))

(defn- copy-file [from to options]
  (let [[type _ modified accessed _ mode :as source] (facts from options)]
    (when-not source (throw (NoSuchFileException. (str from))))
    (if (and (facts to []) (same-file? from to))
      to
      (do
        (make-way to options)
        (case type
          :directory (clojure.core/-make-directory (str to) mode)
          :link (clojure.core/-make-link (str to) (clojure.core/-read-link (str from)) true)
          (do
            (clojure.core/-make-file (str to) mode)
            (with-open [in (FileInputStream. (str from)) out (FileOutputStream. (str to))] (io/copy in out))))
        (when (and (some #{StandardCopyOption/COPY_ATTRIBUTES} options) (not= type :link))
          (clojure.core/-set-file-times (str to) modified accessed)
          (clojure.core/-set-file-mode (str to) mode))
        to))))

(defn- move-file [from to options]
  (let [source (facts from [LinkOption/NOFOLLOW_LINKS])
        target (facts to [LinkOption/NOFOLLOW_LINKS])]
    (when-not source (throw (NoSuchFileException. (str from))))
    (when-not (and target (= (subvec source 8 10) (subvec target 8 10)))
      (when-not (some #{StandardCopyOption/ATOMIC_MOVE} options) (make-way to options))
      ;; Another file system takes a copy.
      (when-not (.renameTo (file from) (file to))
        (copy-file from to [LinkOption/NOFOLLOW_LINKS StandardCopyOption/COPY_ATTRIBUTES])
        (delete-file from)))
    to))

(defn- write-options
  "The options that a file is opened with for writing, as -open-output has them."
  [options]
  (let [chosen? (set options)]
    (when (chosen? StandardOpenOption/READ) (throw (IllegalArgumentException. "READ not allowed")))
    (when (and (chosen? StandardOpenOption/APPEND) (chosen? StandardOpenOption/TRUNCATE_EXISTING))
      (throw (IllegalArgumentException. "APPEND + TRUNCATE_EXISTING not allowed")))
    (if (empty? options)
      5
      (reduce (fn [bits [option bit]] (if (chosen? option) (+ bits bit) bits)) 0
              [[StandardOpenOption/CREATE 1] [StandardOpenOption/CREATE_NEW 2] [StandardOpenOption/TRUNCATE_EXISTING 4]
               [StandardOpenOption/APPEND 8]]))))

(defn- open-output [p options] (clojure.core/-open-output (str p) (write-options options)))

(defn- open-input [p]
  (let [p (existing p)]
    (FileInputStream. p)))

(defn- copy-bytes
  "Copies between a path and a stream."
  [from to options]
  (cond
    (instance? java.io.OutputStream to) (with-open [in (open-input from)] (.transferTo in to))
    (instance? java.io.InputStream from)
    (do
      (make-way to options)
      (with-open [out (open-output to [StandardOpenOption/CREATE_NEW])] (.transferTo from out)))
    :else (copy-file from to options)))

(defn- write-lines [p lines charset options]
  (with-open [out (open-output p options)]
    (.write out (.getBytes (apply str (map (fn [line] (str line "\n")) lines)) charset))))

(def ^:private content-types
  {"txt" "text/plain" "html" "text/html" "htm" "text/html" "css" "text/css" "csv" "text/csv" "md" "text/markdown"
   "json" "application/json" "xml" "application/xml" "js" "application/javascript" "pdf" "application/pdf" "zip" "application/zip"
   "gz" "application/gzip" "png" "image/png" "jpg" "image/jpeg" "jpeg" "image/jpeg" "gif" "image/gif" "svg" "image/svg+xml"
   "mp3" "audio/mpeg" "mp4" "video/mp4" "jar" "application/java-archive"})

(defn- walk-tree [p depth links]
  (lazy-seq
   (cons p (when (and (pos? depth) (of-type? p :directory links))
             (mapcat (fn [n] (walk-tree (.resolve p n) (dec depth) links)) (sort (.list (file p))))))))

(defn- walked
  "A stream of the tree at a path. Links are followed where the options say so."
  [p depth options]
  (existing p)
  (.stream (vec (walk-tree p depth (if (some #{FileVisitOption/FOLLOW_LINKS} options) [] [LinkOption/NOFOLLOW_LINKS])))))

(defn listed
  "The paths of what is in a directory."
  [p]
  (mapv (fn [n] (.resolve p n)) (or (.list (existing p)) (throw (NotDirectoryException. (str p))))))

(defn- temporary [folder prefix suffix make]
  (loop [n 0]
    (let [p (path (str (or folder (System/getProperty "java.io.tmpdir")) "/" prefix (abs (hash [(System/nanoTime) n])) suffix))]
      (or (try (make p) (catch FileAlreadyExistsException _)) (recur (inc n))))))

(extend-class java.nio.file.Files
  :static
  (exists ([p] (.exists (file p))) ([p options] (some? (facts p options))))
  (notExists ([p] (not (.exists (file p))))
    ([p options] (try (nil? (clojure.core/-file-attributes (str p) (follows? options))) (catch IOException _ false))))
  (isDirectory ([p] (.isDirectory (file p))) ([p options] (of-type? p :directory options)))
  (isRegularFile ([p] (.isFile (file p))) ([p options] (of-type? p :file options)))
  (isReadable [p] (.canRead (file p)))
  (isWritable [p] (.canWrite (file p)))
  (isExecutable [p] (.canExecute (file p)))
  (isHidden [p] (str/starts-with? (str (.getFileName p)) "."))
  (isSameFile [a b] (same-file? a b))
  (size [p] (.length (existing p)))
  (probeContentType [p]
    (let [parts (str/split (str (.getFileName p)) #"\.")]
      (when (next parts) (get content-types (peek parts)))))
  (readAllBytes [p] (with-open [in (FileInputStream. (readable p))] (.readAllBytes in)))
  (readString ([p] (slurp (readable p))) ([p charset] (slurp (readable p) :encoding (str charset))))
  (readAllLines ([p] (java.util.ArrayList. (lines-of p "UTF-8"))) ([p charset] (java.util.ArrayList. (lines-of p charset))))
  (lines ([p] (.stream (lines-of p "UTF-8"))) ([p charset] (.stream (lines-of p charset))))
  (write ([p data] (Files/write p data []))
    ([p data options]
     (if (bytes? data)
       (with-open [out (open-output p options)] (.write out data))
       (write-lines p data "UTF-8" options))
     p)
    ([p lines charset options]
     (write-lines p lines (str charset) options)
     p))
  (writeString ([p s] (Files/writeString p s []))
    ([p s options]
     (with-open [out (open-output p options)] (.write out (.getBytes (str s) "UTF-8")))
     p)
    ([p s charset options]
     (with-open [out (open-output p options)] (.write out (.getBytes (str s) (str charset))))
     p))
  (copy ([from to] (copy-bytes from to [])) ([from to options] (copy-bytes from to options)))
  (move ([from to] (move-file from to [])) ([from to options] (move-file from to options)))
  (delete [p] (delete-file p))
  (deleteIfExists [p] (try (delete-file p) true (catch NoSuchFileException _ false)))
  (createFile ([p] (make-file p [] 0666)) ([p attributes] (make-file p attributes 0666)))
  (createDirectory ([p] (make-directory p [] 0777)) ([p attributes] (make-directory p attributes 0777)))
  (createDirectories ([p] (make-directories p [])) ([p attributes] (make-directories p attributes)))
  (createTempDirectory ([prefix attributes] (Files/createTempDirectory nil prefix attributes))
    ([folder prefix attributes] (temporary folder prefix "" (fn [p] (make-directory p attributes 0700)))))
  (createTempFile ([prefix suffix attributes] (Files/createTempFile nil prefix suffix attributes))
    ([folder prefix suffix attributes]
     (temporary folder prefix (or suffix ".tmp") (fn [p] (make-file p attributes 0600)))))
  (list [p] (.stream (listed p)))
  (walk ([p] (walked p Integer/MAX_VALUE []))
    ([p x] (if (number? x) (walked p x []) (walked p Integer/MAX_VALUE x)))
    ([p depth options] (walked p depth options)))
  (newBufferedReader ([p] (io/reader (readable p))) ([p charset] (io/reader (readable p) :encoding (str charset))))
  (newBufferedWriter ([p] (io/writer (open-output p [])))
    ([p x] (if (instance? java.nio.charset.Charset x) (Files/newBufferedWriter p x []) (io/writer (open-output p x))))
    ([p charset options] (io/writer (open-output p options) :encoding (str charset))))
  (newInputStream ([p] (io/input-stream (readable p))) ([p _] (io/input-stream (readable p))))
  (newOutputStream ([p] (open-output p [])) ([p options] (open-output p options))))
