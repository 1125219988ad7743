(ns clojure.host.attributes
  "java.nio.file.attribute, and what java.nio.file.Files does with attributes, links and trees."
  (:require [clojure.host.defclass :refer [defclass defenum extend-class]]
            [clojure.host.path-files :as path-files]
            [clojure.string :as str])
  (:import (java.io File IOException)
           (java.nio.file FileVisitResult FileVisitOption Files LinkOption NoSuchFileException Path Paths SimpleFileVisitor)
           (java.nio.file.attribute BasicFileAttributes FileTime PosixFilePermission PosixFilePermissions)
           (java.time Instant)
           (java.util.concurrent TimeUnit)))

;; Times and permissions

(defclass java.nio.file.attribute.FileTime [instant]
  (toInstant [_] instant)
  (toMillis [_] (.toEpochMilli instant))
  (to [_ unit] (.convert unit (+ (* 1000000000 (.getEpochSecond instant)) (.getNano instant)) TimeUnit/NANOSECONDS))
  (compareTo [_ o] (int (Long/signum (.compareTo instant (.toInstant (clojure.core/-as java.nio.file.attribute.FileTime o))))))
  (equals [_ o] (and (instance? FileTime o) (= instant (.toInstant o))))
  (hashCode [_] (.hashCode instant))
  (toString [_]
    (str/replace (str instant) #"(\.\d*?)0+Z$" (fn [[_ digits]] (str (if (= digits ".") "" digits) "Z"))))
  :static
  (from ([instant] (FileTime/<init> instant))
    ([n unit] (let [nanos (.toNanos unit n)] (FileTime/<init> (Instant/ofEpochSecond (Math/floorDiv nanos 1000000000) (mod nanos 1000000000))))))
  (fromMillis [ms] (FileTime/<init> (Instant/ofEpochMilli ms))))

(defn- time-of [nanos]
  (FileTime/from (Instant/ofEpochSecond (Math/floorDiv (long nanos) 1000000000) (mod nanos 1000000000))))

(defn- nanos-of [time]
  (let [instant (.toInstant time)] (+ (* 1000000000 (.getEpochSecond instant)) (.getNano instant))))

(defenum java.nio.file.attribute.PosixFilePermission []
  [OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_WRITE GROUP_EXECUTE OTHERS_READ OTHERS_WRITE OTHERS_EXECUTE])

(defn- permissions-of
  "The set of permissions of a mode, in the order of its bits."
  [mode]
  (java.util.LinkedHashSet. (filter (fn [p] (bit-test mode (- 8 (.ordinal p)))) (PosixFilePermission/values))))

(deftype PosixAttribute [permissions]
  java.nio.file.attribute.FileAttribute
  (name [_] "posix:permissions")
  (value [_] permissions))

(extend-class java.nio.file.attribute.PosixFilePermissions
  :static
  (fromString [text]
    (when-not (re-matches #"(?:[r-][w-][x-]){3}" text) (throw (IllegalArgumentException. "Invalid mode")))
    (permissions-of (reduce (fn [mode c] (+ (* 2 mode) (if (= c \-) 0 1))) 0 text)))
  (toString [permissions]
    (let [mode (path-files/mode-of permissions)]
      (apply str (map (fn [i c] (if (bit-test mode (- 8 i)) c "-")) (range 9) (cycle "rwx")))))
  (asFileAttribute [permissions] (PosixAttribute. permissions)))

(deftype User [name]
  java.nio.file.attribute.UserPrincipal
  (getName [_] name)
  Object
  (equals [_ o] (and (instance? User o) (= name (.getName o))))
  (hashCode [_] (.hashCode name))
  (toString [_] name))

;; Attributes

(defn- attributes-of
  "What the system says of a file; it must be there."
  [p options]
  (or (clojure.core/-file-attributes (str p) (path-files/follows? options)) (throw (NoSuchFileException. (str p)))))

(deftype UnixFileAttributes [all]
  java.nio.file.attribute.PosixFileAttributes
  (isRegularFile [_] (= :file (nth all 0)))
  (isDirectory [_] (= :directory (nth all 0)))
  (isSymbolicLink [_] (= :link (nth all 0)))
  (isOther [_] (= :other (nth all 0)))
  (size [_] (nth all 1))
  (lastModifiedTime [_] (time-of (nth all 2)))
  (lastAccessTime [_] (time-of (nth all 3)))
  (creationTime [_] (time-of (nth all 2)))
  (permissions [_] (permissions-of (nth all 5)))
  (owner [_] (User. (nth all 6)))
  (group [_] (User. (nth all 7)))
  (unix [_ name]
    (case name
      "mode" (int (nth all 14)) "ino" (nth all 8) "dev" (nth all 9) "rdev" (nth all 13) "nlink" (int (nth all 10))
      "uid" (int (nth all 11)) "gid" (int (nth all 12)) "ctime" (time-of (nth all 4))
      nil))
  (fileKey [_] (str "(dev=" (Long/toHexString (nth all 9)) ",ino=" (nth all 8) ")")))

(def ^:private basic-names
  ["size" "creationTime" "lastAccessTime" "lastModifiedTime" "isDirectory" "isRegularFile" "isSymbolicLink" "isOther" "fileKey"])
(def ^:private posix-names ["permissions" "owner" "group"])
(def ^:private unix-names ["mode" "ino" "dev" "rdev" "nlink" "uid" "gid" "ctime"])

(defn- view-and-rest
  "The view that names of attributes belong to, basic without one, and what follows it."
  [text]
  (let [[_ view names] (re-matches #"(?s)(?:([^:]*):)?(.*)" text)
        view (or view "basic")]
    (when (= view "") (throw (IllegalArgumentException. text)))
    (when-not (#{"basic" "posix" "unix" "owner"} view)
      (throw (UnsupportedOperationException. (str "View '" view "' not available"))))
    [view names]))

(defn- view-names [view]
  (case view
    "basic" basic-names
    "posix" (into basic-names posix-names)
    "unix" (-> basic-names (into posix-names) (into unix-names))
    "owner" ["owner"]))

(defn- attribute
  "The value of an attribute by its name, of a view."
  [attributes view name]
  (when-not (some #{name} (view-names view))
    (throw (IllegalArgumentException. (str "'" (when (= view "owner") "owner:") name "' not recognized"))))
  (case name
    "size" (.size attributes) "isDirectory" (.isDirectory attributes) "isRegularFile" (.isRegularFile attributes)
    "isSymbolicLink" (.isSymbolicLink attributes) "isOther" (.isOther attributes)
    "lastModifiedTime" (.lastModifiedTime attributes) "lastAccessTime" (.lastAccessTime attributes)
    "creationTime" (.creationTime attributes) "permissions" (.permissions attributes) "owner" (.owner attributes)
    "group" (.group attributes) "fileKey" (.fileKey attributes)
    (.unix attributes name)))

(defn- named-attributes [p text options]
  (let [[view names] (view-and-rest text)
        names (str/split names #",")
        attributes (UnixFileAttributes. (attributes-of p options))
        found (java.util.HashMap.)]
    (doseq [n (if (some #{"*"} names) (view-names view) names)] (.put found n (attribute attributes view n)))
    found))

(defn- time-to-set [time] (when time (nanos-of (cast FileTime time))))

(defn- set-times [p modified accessed]
  (attributes-of p [])
  (clojure.core/-set-file-times (str p) (time-to-set modified) (time-to-set accessed))
  p)

(defn- set-mode [p mode] (attributes-of p []) (clojure.core/-set-file-mode (str p) mode) p)

(def ^:private settable
  "What sets an attribute of a path, by its view and name. When a file was made nobody can set: the system keeps it."
  (let [basic {"lastModifiedTime" (fn [p time] (set-times p time nil))
               "lastAccessTime" (fn [p time] (set-times p nil time))
               "creationTime" (fn [p time] (set-times p nil nil))}
        posix (assoc basic "permissions" (fn [p permissions] (set-mode p (path-files/mode-of permissions))))]
    {"basic" basic
     "posix" posix
     "unix" (assoc posix "mode" (fn [p mode] (set-mode p (bit-and mode 07777))))
     "owner" {}}))

;; Trees

(defclass java.nio.file.SimpleFileVisitor []
  (preVisitDirectory [_ _ _] FileVisitResult/CONTINUE)
  (visitFile [_ _ _] FileVisitResult/CONTINUE)
  (visitFileFailed [_ _ e] (throw e))
  (postVisitDirectory [_ _ e] (if e (throw e) FileVisitResult/CONTINUE)))

(defenum java.nio.file.FileVisitResult [] [CONTINUE TERMINATE SKIP_SUBTREE SKIP_SIBLINGS])

(defn- walk-with
  "Visits a file or a directory with all that is in it: the visitor's last answer."
  [visitor p follow depth]
  (let [found (clojure.core/-file-attributes (str p) follow)
        found (or found (clojure.core/-file-attributes (str p) false))]
    (if (nil? found)
      (.visitFileFailed visitor p (NoSuchFileException. (str p)))
      (let [attributes (UnixFileAttributes. found)]
        (if-not (and (.isDirectory attributes) (pos? depth))
          (.visitFile visitor p attributes)
          (let [children (.list (File. (str p)))]
            (if (nil? children)
              (.visitFileFailed visitor p (java.nio.file.AccessDeniedException. (str p)))
              (let [before (.preVisitDirectory visitor p attributes)]
                (if-not (= before FileVisitResult/CONTINUE)
                  (if (= before FileVisitResult/SKIP_SUBTREE) FileVisitResult/CONTINUE before)
                  (let [result (loop [children (seq children)]
                                 (if-not children
                                   FileVisitResult/CONTINUE
                                   (let [result (walk-with visitor (.resolve p (first children)) follow (dec depth))]
                                     (cond
                                       (= result FileVisitResult/TERMINATE) result
                                       (= result FileVisitResult/SKIP_SIBLINGS) FileVisitResult/CONTINUE
                                       :else (recur (next children))))))]
                    (if (= result FileVisitResult/TERMINATE)
                      result
                      (.postVisitDirectory visitor p nil))))))))))))

;; Patterns of names

(defn- glob-pattern
  "The regular expression of a glob."
  [glob]
  (loop [i 0 out "" group false]
    (if (>= i (count glob))
      (re-pattern out)
      (let [c (.charAt glob i)
            following (when (< (inc i) (count glob)) (.charAt glob (inc i)))]
        (case c
          \* (if (= following \*) (recur (+ i 2) (str out ".*") group) (recur (inc i) (str out "[^/]*") group))
          \? (recur (inc i) (str out "[^/]") group)
          \{ (recur (inc i) (str out "(?:") true)
          \} (recur (inc i) (str out ")") false)
          \, (recur (inc i) (str out (if group "|" ",")) group)
          \[ (let [end (.indexOf glob "]" (+ i 2))
                   text (when (pos? end) (subs glob (inc i) end))]
               (when-not text (throw (java.util.regex.PatternSyntaxException. "Missing ']" glob (dec (count glob)))))
               (recur (inc end) (str out "[" (if (str/starts-with? text "!") (str "^" (subs text 1)) text) "]") group))
          \\ (recur (+ i 2) (str out (java.util.regex.Pattern/quote (str following))) group)
          (recur (inc i) (str out (java.util.regex.Pattern/quote (str c))) group))))))

(deftype Matcher [pattern]
  java.nio.file.PathMatcher
  (matches [_ p] (boolean (re-matches pattern (str p)))))

(defn- path-matcher [text]
  (let [[_ syntax pattern] (re-matches #"(?is)(glob|regex):(.*)" text)]
    (case (some-> syntax str/lower-case)
      "glob" (Matcher. (glob-pattern pattern))
      "regex" (Matcher. (re-pattern pattern))
      (if (str/includes? text ":")
        (throw (UnsupportedOperationException. (str "Syntax '" (first (str/split text #":")) "' not recognized")))
        (throw (IllegalArgumentException.))))))

(defclass java.nio.file.FileSystem []
  (getPath ([_ s] (Paths/get s)) ([_ s more] (Paths/get s more)))
  (getPathMatcher [_ text] (path-matcher text))
  (getSeparator [_] "/")
  (getRootDirectories [_] [(Paths/get "/")])
  (isOpen [_] true)
  (isReadOnly [_] false)
  (close [_] (throw (UnsupportedOperationException.))))

(def ^:private default-file-system (java.nio.file.FileSystem/<init>))

;; java.io.File: what changes a file's attributes answers whether it could.

(defn- change-mode [file f]
  (if-let [[_ _ _ _ _ mode] (clojure.core/-file-attributes (str file) true)]
    (try
      (clojure.core/-set-file-mode (str file) (f (bit-and mode 07777)))
      true
      (catch java.io.IOException _ false))
    false))

(defn- permit [file bits owner-only allowed]
  (let [bits (if owner-only (bit-and bits 0700) bits)]
    (change-mode file (fn [mode] (if allowed (bit-or mode bits) (bit-and-not mode bits))))))

(defn- accepted-by [filter folder name]
  (cond
    (nil? filter) true
    (fn? filter) (filter folder name)
    (instance? java.io.FileFilter filter) (.accept filter (File. folder name))
    :else (.accept filter folder name)))

(extend-class java.io.File
  :static
  (listRoots [] (into-array java.io.File [(java.io.File. "/")])))

(extend-class java.io.File
  (setReadable ([this allowed] (permit this 0444 true allowed)) ([this allowed owner-only] (permit this 0444 owner-only allowed)))
  (setWritable ([this allowed] (permit this 0222 true allowed)) ([this allowed owner-only] (permit this 0222 owner-only allowed)))
  (setExecutable ([this allowed] (permit this 0111 true allowed)) ([this allowed owner-only] (permit this 0111 owner-only allowed)))
  (setReadOnly [this] (permit this 0222 false false))
  (setLastModified [this ms]
    (when (neg? ms) (throw (IllegalArgumentException. "Negative time")))
    (try
      (clojure.core/-set-file-times (str this) (* 1000000 ms) nil)
      true
      (catch java.io.IOException _ false)))
  (list [this filter] (some->> (.list this) (clojure.core/filter (fn [name] (accepted-by filter this name))) (into-array String)))
  (listFiles [this filter]
    (some->> (.listFiles this) (clojure.core/filter (fn [file] (accepted-by filter this (.getName file)))) (into-array File))))

(extend-class java.nio.file.FileSystems
  :static
  (getDefault [] default-file-system))

(defn- stream-of [all]
  (reify java.nio.file.DirectoryStream (iterator [_] (.iterator all)) (close [_])))

(extend-class java.nio.file.Files
  :static
  (isSymbolicLink [p] (= :link (first (clojure.core/-file-attributes (str p) false))))
  (createSymbolicLink ([link target] (Files/createSymbolicLink link target []))
    ([link target _] (clojure.core/-make-link (str link) (str target) true) link))
  (createLink [link existing] (clojure.core/-make-link (str link) (str existing) false) link)
  (readSymbolicLink [p]
    (attributes-of p [LinkOption/NOFOLLOW_LINKS])
    (Paths/get (or (clojure.core/-read-link (str p)) (throw (java.nio.file.NotLinkException. (str p))))))
  (readAttributes ([p wanted] (Files/readAttributes p wanted []))
    ([p wanted options]
     (if (string? wanted) (named-attributes p wanted options) (UnixFileAttributes. (attributes-of p options)))))
  (getAttribute ([p name] (Files/getAttribute p name []))
    ([p name options]
     (when (re-find #"[*,]" name) (throw (IllegalArgumentException. name)))
     (let [[view name] (view-and-rest name)] (attribute (UnixFileAttributes. (attributes-of p options)) view name))))
  (setAttribute ([p name value] (Files/setAttribute p name value []))
    ([p name value _]
     (let [[view name] (view-and-rest name)
           set-it (or (get-in settable [view name])
                      (throw (IllegalArgumentException. (str "'" view ":" name "' not recognized"))))]
       (set-it p value))))
  (getLastModifiedTime ([p] (Files/getLastModifiedTime p [])) ([p options] (time-of (nth (attributes-of p options) 2))))
  (setLastModifiedTime [p time] (set-times p time nil))
  (getPosixFilePermissions ([p] (Files/getPosixFilePermissions p []))
    ([p options] (permissions-of (nth (attributes-of p options) 5))))
  (setPosixFilePermissions [p permissions] (set-mode p (path-files/mode-of permissions)))
  (getOwner ([p] (Files/getOwner p [])) ([p options] (User. (nth (attributes-of p options) 6))))
  (walkFileTree ([p visitor] (walk-with visitor p false Integer/MAX_VALUE) p)
    ([p options depth visitor] (walk-with visitor p (boolean (some #{FileVisitOption/FOLLOW_LINKS} options)) depth) p))
  (find ([p depth matches] (Files/find p depth matches []))
    ([p depth matches _]
     (.filter (Files/walk p depth [])
              (fn [found]
                (let [attributes (UnixFileAttributes. (attributes-of found []))]
                  (if (fn? matches) (matches found attributes) (.test matches found attributes)))))))
  (newDirectoryStream ([p] (stream-of (path-files/listed p)))
    ([p wanted]
     (let [accept (if (string? wanted)
                    (let [pattern (glob-pattern wanted)] (fn [found] (re-matches pattern (str (.getFileName found)))))
                    (fn [found] (if (fn? wanted) (wanted found) (.accept wanted found))))]
       (stream-of (filterv accept (path-files/listed p))))))
  (mismatch [a b]
    (let [a (Files/readAllBytes a) b (Files/readAllBytes b)]
      (or (first (filter (fn [i] (not= (aget a i) (aget b i))) (range (min (alength a) (alength b)))))
          (if (= (alength a) (alength b)) -1 (long (min (alength a) (alength b))))))))
