(ns clojure.host.jars
  "java.util.jar: archives whose entries are JarEntries, and their manifests. Signatures are not looked at."
  (:require [clojure.host.defclass :refer [defclass]]
            [clojure.string :as str])
  (:import (java.io ByteArrayInputStream)
           (java.util LinkedHashMap)
           (java.util.jar Attributes Attributes$Name JarEntry JarFile JarInputStream JarOutputStream Manifest)
           (java.util.zip ZipEntry ZipFile ZipInputStream ZipOutputStream)))

(defmacro ^:private def-wrapper
  "Defines a class with one field, whose methods, given as (name arity*) without `this`, are those of the
  field's object, and with the members that follow :and."
  [class-sym field & methods]
  (let [[methods [_ & members]] (split-with (complement #{:and}) methods)]
    `(defclass ~class-sym [~field]
       ~@(for [[method & arities] methods, n arities, :let [params (map (fn [i] (symbol (str "x" i))) (range n))]]
           (list method (into '[_] params) (list* (symbol (str "." method)) field params)))
       ~@members)))

;; Attributes

(defclass java.util.jar.Attributes$Name [text]
  (toString [_] text)
  (equals [_ o] (and (instance? Attributes$Name o) (.equalsIgnoreCase text (str o))))
  (hashCode [_] (.hashCode (str/lower-case text)))
  :static
  (new [text]
    (when-not (re-matches #"[A-Za-z0-9_-]{1,70}" text) (throw (IllegalArgumentException. text)))
    (Attributes$Name/<init> text))
  (:field MANIFEST_VERSION (Attributes$Name/<init> "Manifest-Version"))
  (:field SIGNATURE_VERSION (Attributes$Name/<init> "Signature-Version"))
  (:field CONTENT_TYPE (Attributes$Name/<init> "Content-Type"))
  (:field CLASS_PATH (Attributes$Name/<init> "Class-Path"))
  (:field MAIN_CLASS (Attributes$Name/<init> "Main-Class"))
  (:field SEALED (Attributes$Name/<init> "Sealed"))
  (:field IMPLEMENTATION_TITLE (Attributes$Name/<init> "Implementation-Title"))
  (:field IMPLEMENTATION_VERSION (Attributes$Name/<init> "Implementation-Version"))
  (:field IMPLEMENTATION_VENDOR (Attributes$Name/<init> "Implementation-Vendor"))
  (:field SPECIFICATION_TITLE (Attributes$Name/<init> "Specification-Title"))
  (:field SPECIFICATION_VERSION (Attributes$Name/<init> "Specification-Version"))
  (:field SPECIFICATION_VENDOR (Attributes$Name/<init> "Specification-Vendor")))

(def-wrapper java.util.jar.Attributes all
  (get 1) (remove 1) (containsKey 1) (containsValue 1) (size 0) (isEmpty 0) (clear 0) (keySet 0) (values 0) (entrySet 0)
  (hashCode 0) (toString 0)
  :and
  (put [_ k v]
    (.put all (clojure.core/-as Attributes$Name k) v))
  (putAll [this m] (doseq [[k v] m] (.put this k v)))
  (putValue [_ k v] (.put all (Attributes$Name. k) v))
  (getValue [_ k] (.get all (if (string? k) (Attributes$Name. k) k)))
  (equals [_ o] (and (instance? java.util.Map o) (= (set all) (set o))))
  (iterator [_] (.iterator (.entrySet all)))
  (clone [_] (Attributes/<init> (LinkedHashMap. all)))
  :static
  (new ([] (Attributes/<init> (LinkedHashMap.)))
    ([x] (Attributes/<init> (if (int? x) (LinkedHashMap.) (LinkedHashMap. x))))))

;; Manifests: sections of lines "Name: value", a line of more than 72 bytes continued on lines that begin with a space.

(defn- sections [text]
  (doseq [[i line] (map-indexed vector (str/split text #"\r\n?|\n"))]
    (when-not (or (str/blank? line) (re-matches #" .*|[^:]+: .*" line))
      (throw (java.io.IOException. (str "invalid header field (line " (inc i) ")")))))
  (->> (str/split (str/replace text #"\r\n?|\n" "\n") #"\n\n+")
       (map (fn [section] (remove str/blank? (str/split-lines (str/replace section "\n " "")))))
       (remove empty?)))

(defn- attributes-of [lines]
  (let [all (Attributes.)]
    (doseq [line lines, :let [[_ k v] (re-matches #"([^:]+): (.*)" line)]]
      (.putValue all k v))
    all))

(defn- folded [line]
  (loop [out [] left line room 72]
    (if (<= (count left) room)
      (str/join "\r\n " (conj out left))
      (recur (conj out (subs left 0 room)) (subs left room) 71))))

(defn- section-text [leading all]
  (str (str/join (map (fn [[k v]] (str (folded (str k ": " v)) "\r\n"))
                      (concat leading (remove (fn [[k _]] (some (fn [[l _]] (= (str k) (str l))) leading)) all))))
       "\r\n"))

(defclass java.util.jar.Manifest [main entries]
  (getMainAttributes [_] main)
  (getEntries [_] entries)
  (getAttributes [_ name] (.get entries name))
  (clear [_] (.clear main) (.clear entries))
  (read [_ in]
    (let [[head & others] (sections (slurp in))]
      (doseq [[k v] (attributes-of head)] (.put main k v))
      (doseq [[named & lines] others]
        (.put entries (second (re-matches #"(?i)Name: (.*)" named)) (attributes-of lines)))))
  (write [_ out]
    (let [version (.getValue main "Manifest-Version")
          text (str (if version (section-text [["Manifest-Version" version]] main) "\r\n")
                    (str/join (map (fn [[name all]] (section-text [["Name" name]] all)) entries)))]
      (.write out (.getBytes text "UTF-8"))
      (.flush out)))
  (equals [_ o] (and (instance? Manifest o) (= main (.getMainAttributes o)) (= (into {} entries) (into {} (.getEntries o)))))
  (hashCode [_] (unchecked-int (+ (.hashCode main) (.hashCode entries))))
  :static
  (new ([] (Manifest/<init> (Attributes.) (LinkedHashMap.)))
    ([in] (let [made (Manifest.)] (.read made in) made))))

;; Archives

(def-wrapper java.util.jar.JarEntry entry
  (getName 0) (isDirectory 0) (getSize 0) (setSize 1) (getCompressedSize 0) (setCompressedSize 1) (getCrc 0) (setCrc 1)
  (getMethod 0) (setMethod 1) (getTime 0) (setTime 1) (getLastModifiedTime 0) (setLastModifiedTime 1) (getExtra 0) (setExtra 1)
  (getComment 0) (setComment 1) (position 0) (setPosition 1) (hashCode 0) (toString 0)
  :and
  (getRealName [_] (.getName entry))
  (getAttributes [_] nil)
  (getCertificates [_] nil)
  (clone [_] (JarEntry/<init> (.clone entry)))
  :static
  (new [x] (JarEntry/<init> (if (string? x) (ZipEntry. x) (.clone x)))))

(defn- jar-entry [entry] (when entry (JarEntry/<init> entry)))

(defn- manifest-of [zip]
  (when-let [entry (.getEntry zip "META-INF/MANIFEST.MF")]
    (with-open [in (.getInputStream zip entry)] (Manifest. in))))

(def-wrapper java.util.jar.JarFile zip
  (getName 0) (size 0) (close 0)
  :and
  (entries [_] (java.util.Collections/enumeration (mapv jar-entry (enumeration-seq (.entries zip)))))
  (stream [_] (.stream (java.util.ArrayList. (mapv jar-entry (enumeration-seq (.entries zip))))))
  (getEntry [_ name] (jar-entry (.getEntry zip name)))
  (getJarEntry [_ name] (jar-entry (.getEntry zip name)))
  (getInputStream [_ entry] (.getInputStream zip entry))
  (getManifest [_] (manifest-of zip))
  :static
  (:field MANIFEST_NAME "META-INF/MANIFEST.MF")
  (new ([x] (JarFile/<init> (ZipFile. x)))
    ([x _] (JarFile. x))
    ([x _ _] (JarFile. x))))

(def-wrapper java.util.jar.JarOutputStream out
  (putNextEntry 1) (closeEntry 0) (write 1 3) (flush 0) (finish 0) (close 0) (setMethod 1) (setLevel 1) (setComment 1)
  :and
  :static
  (new ([out] (JarOutputStream/<init> (ZipOutputStream. out)))
    ([out manifest]
     (let [made (JarOutputStream. out)]
       (.putNextEntry made (ZipEntry. "META-INF/MANIFEST.MF"))
       (.write manifest made)
       (.closeEntry made)
       made))))

;; The manifest, where it is the first entry of a stream, is read ahead.
(defclass java.util.jar.JarInputStream [in ^:unsynchronized-mutable manifest ^:unsynchronized-mutable ahead]
  (begin [_]
    (let [first-entry (.getNextEntry in)
          entry (if (and first-entry (= "META-INF/" (.getName first-entry))) (.getNextEntry in) first-entry)]
      (if (and entry (.equalsIgnoreCase "META-INF/MANIFEST.MF" (.getName entry)))
        (set! manifest (Manifest. (ByteArrayInputStream. (.readAllBytes in))))
        (set! ahead entry))))
  (getManifest [_] manifest)
  (getNextEntry [_] (if-let [entry ahead] (do (set! ahead nil) (jar-entry entry)) (jar-entry (.getNextEntry in))))
  (getNextJarEntry [this] (.getNextEntry this))
  (read ([_] (.read in)) ([_ b] (.read in b)) ([_ b at n] (.read in b at n)))
  (closeEntry [_] (.closeEntry in))
  (skip [_ n] (.skip in n))
  (available [_] (.available in))
  (close [_] (.close in))
  :static
  (new ([in] (let [made (JarInputStream/<init> (ZipInputStream. in) nil nil)] (.begin made) made))
    ([in _] (JarInputStream. in))))
