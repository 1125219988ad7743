(ns clojure.host.url-connections
  "java.net.URLConnection of files, of entries of archives and of the program's own resources. There is no network client."
  (:require [clojure.host.defclass :refer [defclass extend-class]]
            [clojure.string :as str])
  (:import (java.io ByteArrayInputStream File FileInputStream FileNotFoundException IOException)
           (java.net URL URLDecoder)
           (java.nio.file NoSuchFileException)
           (java.util.jar JarFile)))

(defn- as-int
  "A size as getContentLength gives it."
  [size]
  (int (if (<= size Integer/MAX_VALUE) size -1)))

(defmacro ^:private def-connection
  "A class of connections with the fields url and `cache`, `settings` among them. `size` and `modified` are what is asked for by name."
  [class-sym fields size modified & members]
  `(defclass ~class-sym [~'url ~(with-meta 'caches {:unsynchronized-mutable true}) ~@fields]
     (~'getURL [_#] ~'url)
     (~'getContentLengthLong [_#] ~size)
     (~'getContentLength [_#] (as-int ~size))
     (~'getLastModified [_#] ~modified)
     (~'getUseCaches [_#] ~'caches)
     (~'setUseCaches [_# yes#] (set! ~'caches yes#) nil)
     (~'setConnectTimeout [_# _ms#] nil)
     (~'setReadTimeout [_# _ms#] nil)
     (~'setDoInput [_# _yes#] nil)
     (~'setRequestProperty [_# _key# _value#] nil)
     (~'toString [this#] (str (.getName (class this#)) ":" ~'url))
     ~@members))

(defn- path-of [url] (#'clojure.core/file-of-url url))

(defn- listing
  "The names of a directory's files, one in each line."
  [^File directory]
  (apply str (map (fn [name] (str name "\n")) (sort String/CASE_INSENSITIVE_ORDER (.list directory)))))

(def-connection sun.net.www.protocol.file.FileURLConnection [^File file]
  (.length file)
  (.lastModified file)
  (connect [this] (.close (.getInputStream this)))
  (getInputStream [_]
    (if (.isDirectory file)
      (ByteArrayInputStream. (.getBytes (listing file)))
      (FileInputStream. file))))

(defn- entry-of
  "The entry of that name, or nil, of an archive that is there."
  [^File archive entry-name]
  (when (and entry-name (.isFile archive))
    (with-open [jar (JarFile. archive)] (.getJarEntry jar entry-name))))

(def-connection sun.net.www.protocol.jar.JarURLConnection [^File archive entry-name]
  (cond
    (nil? entry-name) (if (.isFile archive) (.length archive) -1)
    :else (if-let [entry (entry-of archive entry-name)] (.getSize entry) -1))
  ;; That of the archive, in whole seconds, as it comes from a header.
  (* 1000 (quot (.lastModified archive) 1000))
  (connect [_]
    (when-not (.isFile archive) (throw (NoSuchFileException. (str archive))))
    (when (and entry-name (nil? (entry-of archive entry-name)))
      (throw (FileNotFoundException. (str "JAR entry " entry-name " not found in " archive)))))
  (getInputStream [this]
    (.connect this)
    (when (nil? entry-name) (throw (IOException. "no entry name specified")))
    (with-open [jar (JarFile. archive)
                in (.getInputStream jar (.getJarEntry jar entry-name))]
      (ByteArrayInputStream. (.readAllBytes in))))
  (getEntryName [_] entry-name)
  (getJarFileURL [_] (.toURL (.toURI archive)))
  (getJarFile [this]
    (.connect this)
    (JarFile. archive))
  (getJarEntry [this]
    (.connect this)
    (entry-of archive entry-name))
  (getManifest [this] (with-open [jar (.getJarFile this)] (.getManifest jar)))
  (getMainAttributes [this] (some-> (.getManifest this) .getMainAttributes)))

;; Of a resource that is in the program, which has no time of its own.
(def-connection java.net.URLConnection []
  (with-open [in (.openStream url)] (count (.readAllBytes in)))
  0
  (connect [_] (.close (.openStream url)))
  (getInputStream [_] (.openStream url)))

;; There are no such connections; programs name the codes of responses by it.
(defmacro ^:private def-status-codes [class-sym & names+codes]
  `(extend-class ~class-sym
     :static
     ~@(for [[field code] (partition 2 names+codes)] `(:field ~field (int ~code)))))

(def-status-codes java.net.HttpURLConnection
  HTTP_OK 200, HTTP_CREATED 201, HTTP_ACCEPTED 202, HTTP_NOT_AUTHORITATIVE 203, HTTP_NO_CONTENT 204, HTTP_RESET 205
  HTTP_PARTIAL 206
  HTTP_MULT_CHOICE 300, HTTP_MOVED_PERM 301, HTTP_MOVED_TEMP 302, HTTP_SEE_OTHER 303, HTTP_NOT_MODIFIED 304, HTTP_USE_PROXY 305
  HTTP_BAD_REQUEST 400, HTTP_UNAUTHORIZED 401, HTTP_PAYMENT_REQUIRED 402, HTTP_FORBIDDEN 403, HTTP_NOT_FOUND 404
  HTTP_BAD_METHOD 405, HTTP_NOT_ACCEPTABLE 406, HTTP_PROXY_AUTH 407, HTTP_CLIENT_TIMEOUT 408, HTTP_CONFLICT 409, HTTP_GONE 410
  HTTP_LENGTH_REQUIRED 411, HTTP_PRECON_FAILED 412, HTTP_ENTITY_TOO_LARGE 413, HTTP_REQ_TOO_LONG 414
  HTTP_UNSUPPORTED_TYPE 415
  HTTP_INTERNAL_ERROR 500, HTTP_SERVER_ERROR 500, HTTP_NOT_IMPLEMENTED 501, HTTP_BAD_GATEWAY 502, HTTP_UNAVAILABLE 503
  HTTP_GATEWAY_TIMEOUT 504, HTTP_VERSION 505)

(defn- jar-connection [url]
  (let [text (str/replace-first (str url) #"^jar:" "")
        end (.lastIndexOf text "!/")]
    (when (neg? end) (throw (java.net.MalformedURLException. "no !/ in spec")))
    (let [entry-name (URLDecoder/decode (.replace (subs text (+ end 2)) "+" "%2B") "UTF-8")]
      (sun.net.www.protocol.jar.JarURLConnection/<init> url true (File. (path-of (URL. (subs text 0 end)))) (not-empty entry-name)))))

(extend-class java.net.URL
  (openConnection [url]
    (case (.getProtocol url)
      "file" (sun.net.www.protocol.file.FileURLConnection/<init> url true (File. (path-of url)))
      "jar" (jar-connection url)
      "resource" (java.net.URLConnection/<init> url true)
      (throw (IOException. (str "There is no network client that connects to " url))))))
