(ns clojure.host.nio
  "java.nio: paths and files, byte buffers; what java.io has on top of its native streams."
  (:require [clojure.host.defclass :refer [defclass defenum extend-class fi]]
            [clojure.java.io :as io]
            [clojure.string :as str])
  (:import (java.io ByteArrayInputStream ByteArrayOutputStream File FileInputStream FileOutputStream IOException)
           (java.nio BufferOverflowException BufferUnderflowException ByteBuffer ByteOrder ReadOnlyBufferException)
           (java.nio.file FileAlreadyExistsException FileVisitOption Files LinkOption NoSuchFileException NotDirectoryException Path StandardCopyOption
                          StandardOpenOption)))

;; Paths: all are of one class, as on other Unix platforms of the JVM.

(declare path)

(defn- names
  "The names of a path; the empty path has one, which is empty."
  [s]
  (if (= s "") [""] (vec (remove empty? (str/split s #"/")))))

(defn- text-of [path] (if (nil? path) (throw (NullPointerException.)) (str path)))

(defn- checked [condition] (when-not condition (throw (IllegalArgumentException.))))

(defn- dotted? [names] (some #{"." ".."} names))

(defn- normalized [s]
  (let [absolute (str/starts-with? s "/")
        parts (reduce (fn [out p]
                        (cond
                          (= p ".") out
                          (and (= p "..") (seq out) (not= ".." (peek out))) (pop out)
                          (and (= p "..") absolute) out
                          :else (conj out p)))
                      [] (names s))]
    (str (when absolute "/") (str/join "/" parts))))

(defn- clean [s]
  (let [s (str/replace s #"/+" "/")]
    (if (and (> (count s) 1) (str/ends-with? s "/")) (subs s 0 (dec (count s))) s)))

(defn- relative
  "The path from one path to another of the same kind, neither of which is the other."
  [from to]
  (let [plain (if (or (dotted? (names from)) (dotted? (names to))) normalized identity)
        [from-names to-names] (map (comp names plain) [from to])
        common (count (take-while true? (map = from-names to-names)))
        [left more] (map (fn [part] (remove empty? (drop common part))) [from-names to-names])]
    (when (dotted? left)
      (throw (IllegalArgumentException. (str "Unable to compute relative  path from " from " to " to))))
    (str/join "/" (concat (repeat (count left) "..") more))))

(defclass sun.nio.fs.UnixPath [text]
  (getFileName [_] (when-let [n (peek (names text))] (path n)))
  (getParent [_]
    (let [i (.lastIndexOf text "/")]
      (cond (pos? i) (path (subs text 0 i))
            (and (zero? i) (> (count text) 1)) (path "/"))))
  (getRoot [_] (when (str/starts-with? text "/") (path "/")))
  (isAbsolute [_] (str/starts-with? text "/"))
  (getNameCount [_] (int (count (names text))))
  (getName [_ i]
    (let [all (names text)]
      (checked (< -1 i (count all)))
      (path (nth all i))))
  (subpath [_ from to]
    (let [all (names text)]
      (checked (and (<= 0 from) (< from to) (<= to (count all))))
      (path (str/join "/" (subvec all from to)))))
  (resolve [this other]
    (let [s (text-of other)]
      (cond (str/starts-with? s "/") (path s)
            (= s "") this
            (= text "") (path s)
            :else (path (str text "/" s)))))
  (resolveSibling [this other] (if-let [p (.getParent this)] (.resolve p other) (path (text-of other))))
  (relativize [this other]
    (when (not= (.isAbsolute this) (.isAbsolute other)) (throw (IllegalArgumentException. "'other' is different type of Path")))
    (cond
      (= text (str other)) (path "")
      (= text "") other
      :else (path (relative text (str other)))))
  (normalize [_] (path (normalized text)))
  (startsWith [_ other] (let [s (text-of other)]
                          (and (= (str/starts-with? text "/") (str/starts-with? s "/"))
                               (= (names s) (take (count (names s)) (names text))))))
  (endsWith [_ other] (let [s (text-of other)]
                        (if (str/starts-with? s "/") (= s text) (= (names s) (take-last (count (names s)) (names text))))))
  (toAbsolutePath [this] (if (str/starts-with? text "/") this (path (str (System/getProperty "user.dir") "/" text))))
  (toRealPath [this options]
    (let [file (File. text)]
      (when-not (.exists file) (throw (java.nio.file.NoSuchFileException. text)))
      (if (some #{LinkOption/NOFOLLOW_LINKS} options)
        (.normalize (.toAbsolutePath this))
        (path (.getCanonicalPath file)))))
  (getFileSystem [_] (java.nio.file.FileSystems/getDefault))
  (toFile [_] (File. text))
  (toUri [this]
    (let [p (str (.toAbsolutePath this))]
      (java.net.URI. (str "file://" (subs (str (.toURI (File. p))) 5)))))
  (iterator [_] (.iterator (mapv path (names text))))
  (compareTo [_ o] (int (compare text (text-of (cast java.nio.file.Path o)))))
  (equals [_ o] (and (instance? sun.nio.fs.UnixPath o) (= text (str o))))
  (hashCode [_] (.hashCode text))
  (toString [_] text))

(defn- path [s]
  (when (str/includes? s "\u0000")
    (throw (java.nio.file.InvalidPathException. (str "Nul character not allowed: " s))))
  (sun.nio.fs.UnixPath/<init> (clean s)))

(defn- path-of
  ([first-part] (path (text-of first-part)))
  ([first-part more] (path (str/join "/" (remove empty? (cons (text-of first-part) more))))))

(defn- path-of-uri-or-text [x]
  (if (instance? java.net.URI x)
    (if (= "file" (.getScheme x))
      (path (.getPath (File. x)))
      (throw (java.nio.file.FileSystemNotFoundException. (str "Provider \"" (.getScheme x) "\" not installed"))))
    (path-of x)))

(extend-class java.nio.file.Path :static (of ([x] (path-of-uri-or-text x)) ([s more] (path-of s more))))
(extend-class java.nio.file.Paths :static (get ([x] (path-of-uri-or-text x)) ([s more] (path-of s more))))

(extend-class java.io.File
  (toPath [this] (path (.getPath this)))
  (list [this f] (when-let [all (.list this)]
                   (into-array String (filter (fn [n] (if (fn? f) (f this n) (.accept f this n))) all))))
  (listFiles [this f]
    (when-let [all (.listFiles this)]
      (into-array File (filter (fn [child]
                                 (cond
                                   (fn? f) (f child)
                                   (instance? java.io.FilenameFilter f) (.accept f this (.getName child))
                                   :else (.accept f child)))
                               all))))
  :static
  (:field separator "/")
  (:field separatorChar \/)
  (:field pathSeparator ":")
  (:field pathSeparatorChar \:))

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

(defn follows? [options] (not-any? #{LinkOption/NOFOLLOW_LINKS} options))

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

;; Numbers as `width` bytes of an array from an index on, the highest or the lowest first

(defn- store-number [^bytes bs from width x highest-first]
  (let [from (long from) width (long width) x (long x)]
    (loop [k 0]
      (when (< k width)
        (aset bs (+ from (if highest-first (- width 1 k) k)) (unchecked-byte (bit-shift-right x (* 8 k))))
        (recur (inc k))))))

(defn- fetch-number [^bytes bs from width highest-first]
  (let [from (long from) width (long width)
        unsigned (loop [k 0 x 0]
                   (if (< k width)
                     (recur (inc k)
                            (bit-or (bit-shift-left x 8) (bit-and 255 (aget bs (+ from (if highest-first k (- width 1 k)))))))
                     x))]
    (case width 1 (unchecked-byte unsigned) 2 (unchecked-short unsigned) 4 (unchecked-int unsigned) unsigned)))

(defn- number-bytes [x width]
  (let [bs (byte-array width)]
    (store-number bs 0 width x true)
    bs))

(defclass java.nio.ByteOrder [text]
  (toString [_] text)
  :static
  (:field BIG_ENDIAN (ByteOrder/<init> "BIG_ENDIAN"))
  (:field LITTLE_ENDIAN (ByteOrder/<init> "LITTLE_ENDIAN"))
  (nativeOrder [] ByteOrder/LITTLE_ENDIAN))

;; What every buffer asks of indices

(defn index-within
  "A new position or limit, which is called `index`, up to `bound`, which is called `end`."
  [index n end bound]
  (when (> n bound) (throw (IllegalArgumentException. (str index " > " end ": (" n " > " bound ")"))))
  (when (neg? n) (throw (IllegalArgumentException. (str index " < 0: (" n " < 0)"))))
  (long n))

(defn capacity-of
  "The capacity of a buffer that is to be made."
  [n]
  (when (neg? n) (throw (IllegalArgumentException. (str "capacity < 0: (" n " < 0)"))))
  n)

(defn- has-range? [from n length] (not (or (neg? from) (neg? n) (> (+ from n) length))))

(defn check-range
  "Refuses n elements from an index on that `length` elements do not have."
  [from n length]
  (when-not (has-range? from n length)
    (throw (IndexOutOfBoundsException. (str "Range [" from ", " from " + " n ") out of bounds for length " length)))))

(defn check-wrapped
  "Refuses to wrap n elements from an index on where `length` elements do not have them."
  [from n length]
  (when-not (has-range? from n length) (throw (IndexOutOfBoundsException.))))

(defn mark-within
  "The mark that is left where positions end at `end`."
  [mark end]
  (when (and mark (<= mark end)) mark))

(def buffer-members
  "defclass's forms for what every buffer does with its fields cap, pos, lim and mark-at, whatever it holds."
  '[(capacity [_] (int cap))
    (position ([_] (int pos))
      ([this n]
       (set! pos (index-within "newPosition" n "limit" lim))
       (set! mark-at (mark-within mark-at pos))
       this))
    (limit ([_] (int lim))
      ([this n]
       (set! lim (index-within "newLimit" n "capacity" cap))
       (set! pos (min pos lim))
       (set! mark-at (mark-within mark-at lim))
       this))
    (remaining [_] (int (- lim pos)))
    (hasRemaining [_] (< pos lim))
    (flip [this] (set! lim pos) (.rewind this))
    (clear [this] (set! lim cap) (.rewind this))
    (rewind [this] (set! pos 0) (set! mark-at nil) this)
    (mark [this] (set! mark-at pos) this)
    (reset [this] (set! pos (or mark-at (throw (java.nio.InvalidMarkException.)))) this)
    (isDirect [_] false)])

(defmacro ^:private def-buffer [& number-types]
  `(defclass java.nio.HeapByteBuffer
     [~'hb ~'base ~'cap ~'read-only ~@(map (fn [field] (with-meta field {:unsynchronized-mutable true})) '[pos lim order-of mark-at])]
     (~'advance [_# n# error#]
       (let [p# ~'pos]
         (when (> (+ p# n#) ~'lim) (throw (if (= error# :over) (BufferOverflowException.) (BufferUnderflowException.))))
         (set! ~'pos (+ p# n#))
         p#))
     (~'checked [_# i# n#] (when (or (neg? i#) (> (+ i# n#) ~'lim)) (throw (IndexOutOfBoundsException.))) i#)
     (~'fetch [_# i# n#]
       (fetch-number ~'hb (+ ~'base i#) n# (identical? ~'order-of ByteOrder/BIG_ENDIAN)))
     (~'writable [this#] (when ~'read-only (throw (ReadOnlyBufferException.))) this#)
     (~'store [this# i# n# x#]
       (store-number ~'hb (+ ~'base i#) n# x# (identical? ~'order-of ByteOrder/BIG_ENDIAN))
       this#)
     ~@(mapcat (fn [[type width from to]]
                 (let [getter (symbol (str "get" type)) putter (symbol (str "put" type))]
                   `[(~getter ([this#] (~from (.fetch this# (.advance this# ~width :under) ~width)))
                       ([this# i#] (~from (.fetch this# (.checked this# i# ~width) ~width))))
                     (~putter ([this# x#] (let [n# (~to x#)] (.store (.writable this#) (.advance this# ~width :over) ~width n#)))
                       ([this# i# x#] (let [n# (~to x#)] (.store (.writable this#) (.checked this# i# ~width) ~width n#))))]))
               number-types)
     (~'get ([this#] (aget ~'hb (+ ~'base (.advance this# 1 :under))))
       ([this# x#] (if (bytes? x#) (.get this# x# 0 (alength x#)) (aget ~'hb (+ ~'base (.checked this# x# 1)))))
       ([this# to# from# n#]
        (check-range from# n# (alength to#))
        (System/arraycopy ~'hb (+ ~'base (.advance this# n# :under)) to# from# n#)
        this#))
     (~'put ([this# x#]
             (cond
               (bytes? x#) (.put this# x# 0 (alength x#))
               (number? x#) (let [b# (byte x#)] (.writable this#) (aset-byte ~'hb (+ ~'base (.advance this# 1 :over)) b#) this#)
               (identical? x# this#) (throw (IllegalArgumentException. "The source buffer is this buffer"))
               (> (.remaining x#) (.remaining (.writable this#))) (throw (BufferOverflowException.))
               :else (let [bs# (byte-array (.remaining x#))] (.get x# bs#) (.put this# bs#))))
       ([this# i# x#] (let [b# (byte x#)] (.writable this#) (aset-byte ~'hb (+ ~'base (.checked this# i# 1)) b#) this#))
       ([this# from# start# n#]
        (.writable this#)
        (check-range start# n# (alength from#))
        (System/arraycopy from# start# ~'hb (+ ~'base (.advance this# n# :over)) n#)
        this#))
     (~'array [this#] (.writable this#) ~'hb)
     (~'hasArray [_#] (not ~'read-only))
     (~'arrayOffset [this#] (.writable this#) (int ~'base))
     ~@buffer-members
     (~'compact [this#]
       (.writable this#)
       (let [n# (- ~'lim ~'pos)]
         (System/arraycopy ~'hb (+ ~'base ~'pos) ~'hb ~'base n#)
         (set! ~'pos n#)
         (set! ~'lim ~'cap)
         (set! ~'mark-at nil)
         this#))
     (~'order ([_#] ~'order-of) ([this# o#] (set! ~'order-of o#) this#))
     (~'isReadOnly [_#] ~'read-only)
     (~'duplicate [_#] (java.nio.HeapByteBuffer/<init> ~'hb ~'base ~'cap ~'read-only ~'pos ~'lim ByteOrder/BIG_ENDIAN ~'mark-at))
     (~'asReadOnlyBuffer [_#] (java.nio.HeapByteBuffer/<init> ~'hb ~'base ~'cap true ~'pos ~'lim ByteOrder/BIG_ENDIAN ~'mark-at))
     (~'slice ([this#] (.slice this# ~'pos (- ~'lim ~'pos)))
       ([_# from# n#]
        (check-range from# n# ~'lim)
        (java.nio.HeapByteBuffer/<init> ~'hb (+ ~'base from#) n# ~'read-only 0 n# ByteOrder/BIG_ENDIAN nil)))
     (~'compareTo [this# o#] (int (compare (.content this#) (.content o#))))
     (~'content [_#] (mapv (fn [i#] (aget ~'hb (+ ~'base i#))) (range ~'pos ~'lim)))
     (~'equals [this# o#] (and (instance? ByteBuffer o#) (= (.content this#) (.content o#))))
     (~'hashCode [this#] (reduce (fn [h# b#] (unchecked-int (+ (* 31 h#) b#))) 1 (rseq (.content this#))))
     (~'toString [_#] (str "java.nio.HeapByteBuffer" (when ~'read-only "R") "[pos=" ~'pos " lim=" ~'lim " cap=" ~'cap "]"))))

(def-buffer [Short 2 identity short] [Int 4 identity int] [Long 8 identity long] [Char 2 (fn [n] (char (bit-and n 0xffff))) int]
  [Float 4 Float/intBitsToFloat (fn [x] (Float/floatToRawIntBits (unchecked-float x)))] [Double 8 Double/longBitsToDouble Double/doubleToRawLongBits])

(extend-class java.nio.ByteBuffer
  :static
  (allocate [n] (java.nio.HeapByteBuffer/<init> (byte-array (capacity-of n)) 0 n false 0 n ByteOrder/BIG_ENDIAN nil))
  (allocateDirect [n] (ByteBuffer/allocate n))
  (wrap ([bs] (ByteBuffer/wrap bs 0 (alength bs)))
    ([bs from n]
     (check-wrapped from n (alength bs))
     (java.nio.HeapByteBuffer/<init> bs 0 (alength bs) false from (+ from n) ByteOrder/BIG_ENDIAN nil))))

(extend-class java.nio.charset.Charset
  (encode [this s] (ByteBuffer/wrap (.getBytes (str s) (str this))))
  (decode [this b] (let [bs (byte-array (.remaining b))] (.get b bs) (String. bs (str this)))))

;; DataInputStream and DataOutputStream. Their texts are in Java's modified UTF-8: a code unit has one to three bytes, those of a
;; surrogate pair are written one by one, and NUL has two bytes.

(defn- modified-width ^long [^long unit] (cond (<= 1 unit 0x7f) 1 (<= unit 0x7ff) 2 :else 3))

(defn- following-byte [^long unit ^long shift] (unchecked-byte (bit-or 0x80 (bit-and (bit-shift-right unit shift) 0x3f))))

(defn- modified-utf8
  "The bytes of a text, of which there may be 65535."
  [^String s]
  (let [length (.length s)
        n (loop [i 0 n 0] (if (< i length) (recur (inc i) (+ n (modified-width (int (.charAt s i))))) n))]
    (when (> n 65535)
      (throw (java.io.UTFDataFormatException.
              (str "encoded string (" (subs s 0 8) "..." (subs s (- length 8)) ") too long: " n " bytes"))))
    (let [bs (byte-array n)]
      (loop [i 0 at 0]
        (when (< i length)
          (let [unit (int (.charAt s i)) width (modified-width unit)]
            (case width
              1 (aset bs at (unchecked-byte unit))
              2 (do (aset bs at (unchecked-byte (bit-or 0xc0 (bit-shift-right unit 6))))
                    (aset bs (+ at 1) (following-byte unit 0)))
              3 (do (aset bs at (unchecked-byte (bit-or 0xe0 (bit-shift-right unit 12))))
                    (aset bs (+ at 1) (following-byte unit 6))
                    (aset bs (+ at 2) (following-byte unit 0))))
            (recur (inc i) (+ at width)))))
      bs)))

(defn- malformed [at] (throw (java.io.UTFDataFormatException. (str "malformed input around byte " at))))

(defn- modified-unit
  "The code unit of several bytes that begins at index i, and how many it has."
  [^bytes bs i]
  (let [lead (bit-and 0xff (aget bs i))
        width (case (bit-shift-right lead 4) (12 13) 2 14 3 (malformed i))]
    (when (> (+ i width) (alength bs)) (throw (java.io.UTFDataFormatException. "malformed input: partial character at end")))
    (let [following (map (fn [k] (aget bs (+ i k))) (range 1 width))]
      (when-not (every? (fn [b] (= 0x80 (bit-and b 0xc0))) following) (malformed (+ i width -1 (if (= width 2) 1 0))))
      [(reduce (fn [u b] (bit-or (bit-shift-left u 6) (bit-and b 0x3f)))
               (bit-and lead (if (= width 2) 0x1f 0x0f))
               following)
       width])))

(defn- modified-text [^bytes bs]
  (let [n (alength bs) out (StringBuilder.)]
    (loop [i 0]
      (when (< i n)
        (let [lead (aget bs i)]
          (if (neg? lead)
            (let [[unit width] (modified-unit bs i)]
              (.append out (char unit))
              (recur (+ i (long width))))
            (do (.append out (char lead)) (recur (inc i)))))))
    (str out)))

(defclass java.io.DataOutputStream [out ^:unsynchronized-mutable written]
  (write ([this x] (if (bytes? x) (.write this x 0 (alength x)) (.write this (byte-array [(unchecked-byte x)]) 0 1)))
    ([_ bs from n] (.write out bs (int from) (int n)) (set! written (+ written n)) nil))
  (number [this n width] (.write this (number-bytes n width) 0 width))
  (writeByte [this n] (.number this n 1))
  (writeBoolean [this b] (.number this (if b 1 0) 1))
  (writeShort [this n] (.number this n 2))
  (writeChar [this c] (.number this (int c) 2))
  (writeInt [this n] (.number this n 4))
  (writeLong [this n] (.number this n 8))
  (writeFloat [this x] (.number this (Float/floatToRawIntBits x) 4))
  (writeDouble [this x] (.number this (Double/doubleToRawLongBits x) 8))
  (writeBytes [this s] (.write this (byte-array (map (fn [c] (unchecked-byte (int c))) s))))
  (writeChars [this s] (doseq [c s] (.writeChar this c)))
  (writeUTF [this s]
    (when (nil? s) (throw (NullPointerException.)))
    (let [bs (modified-utf8 s)]
      (.writeShort this (alength bs))
      (.write this bs)))
  (size [_] (int written))
  (flush [_] (.flush out))
  (close [_] (.close out))
  :static
  (new [out] (java.io.DataOutputStream/<init> out 0)))

(defclass java.io.DataInputStream [in]
  (read ([_] (.read in)) ([_ bs] (.read in bs)) ([_ bs from n] (.read in bs (int from) (int n))))
  (readFully ([this bs] (.readFully this bs 0 (alength bs)))
    ([_ bs from n]
     (loop [done 0]
       (when (< done n)
         (let [got (.read in bs (int (+ from done)) (int (- n done)))]
           (when (neg? got) (throw (java.io.EOFException.)))
           (recur (+ done got)))))))
  (number [this width] (let [bs (byte-array width)] (.readFully this bs) (fetch-number bs 0 width true)))
  (readByte [this] (.number this 1))
  (readUnsignedByte [this] (int (bit-and (.number this 1) 0xff)))
  (readBoolean [this] (not (zero? (.number this 1))))
  (readShort [this] (.number this 2))
  (readUnsignedShort [this] (int (bit-and (.number this 2) 0xffff)))
  (readChar [this] (char (bit-and (.number this 2) 0xffff)))
  (readInt [this] (.number this 4))
  (readLong [this] (.number this 8))
  (readFloat [this] (Float/intBitsToFloat (.number this 4)))
  (readDouble [this] (Double/longBitsToDouble (.number this 8)))
  (readUTF [this] (let [bs (byte-array (.readUnsignedShort this))] (.readFully this bs) (modified-text bs)))
  (skipBytes [_ n] (int (.skip in n)))
  (skip [_ n] (.skip in n))
  (available [_] (.available in))
  (markSupported [_] (.markSupported in))
  (mark [_ n] (.mark in n))
  (reset [_] (.reset in))
  (close [_] (.close in)))

(extend-class java.security.MessageDigest
  :static
  (isEqual [a b] (= (seq a) (seq b))))
