(ns clojure.host.paths
  "java.nio.file.Path, and what makes paths. All are of one class, as on other Unix platforms of the JVM."
  (:require [clojure.host.defclass :refer [defclass extend-class]]
            [clojure.string :as str])
  (:import (java.io File)
           (java.nio.file LinkOption)))

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

(defn path
  "The path of a text."
  [s]
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
