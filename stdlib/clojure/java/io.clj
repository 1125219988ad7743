;; clojure.java.io: files, readers, writers and streams.

(ns clojure.java.io
  "Opens and copies files and streams."
  (:require clojure.string))  ; which programs find loaded with this namespace, as on the JVM

(defprotocol ^{:added "1.2"} Coercions
  "What names a place: a file or a URL."
  (^{:tag java.io.File :added "1.2"} as-file [x] "x as a java.io.File.")
  (^{:tag java.net.URL :added "1.2"} as-url [x] "x as a java.net.URL."))

(extend-protocol Coercions
  nil
  (as-file [_] nil)
  (as-url [_] nil)
  String
  (as-file [s] (new java.io.File s))
  (as-url [s] (new java.net.URL s))
  java.io.File
  (as-file [f] f)
  (as-url [f] (.toURL (.toURI f)))
  java.net.URI
  (as-file [u] (as-file (.toURL u)))
  (as-url [u] (.toURL u))
  java.net.URL
  (as-file [u]
    (if (= "file" (.getProtocol u))
      (as-file (#'clojure.core/file-of-url u))
      (throw (new IllegalArgumentException (str "Not a file: " u)))))
  (as-url [u] u))

(defn as-relative-path
  "The path of x, which must not be absolute."
  {:added "1.2"}
  [x]
  (let [f (as-file x)]
    (if (.isAbsolute f)
      (throw (new IllegalArgumentException (str f " is not a relative path")))
      (.getPath f))))

(defn ^java.io.File file
  "A java.io.File of the path, or of a parent and relative paths below it."
  {:added "1.2"}
  ([arg] (as-file arg))
  ([parent child] (new java.io.File (as-file parent) (as-relative-path child)))
  ([parent child & more] (reduce file (file parent child) more)))

(defprotocol ^{:added "1.2"} IOFactory
  "What can be opened for reading or writing; opts are those of reader, writer and their relatives."
  (^{:added "1.2"} make-reader [x opts] "A buffered reader of x.")
  (^{:added "1.2"} make-writer [x opts] "A buffered writer to x.")
  (^{:added "1.2"} make-input-stream [x opts] "A buffered input stream of x.")
  (^{:added "1.2"} make-output-stream [x opts] "A buffered output stream to x."))

(defn- encoding [opts]
  (or (:encoding opts) "UTF-8"))

(defn- cannot-open [x what]
  (throw (new IllegalArgumentException (str "Cannot open <" (pr-str x) "> as " what "."))))

(def ^{:doc "What IOFactory does with types that say nothing of their own."}
  default-streams-impl
  {:make-reader (fn [x opts] (make-reader (make-input-stream x opts) opts))
   :make-writer (fn [x opts] (make-writer (make-output-stream x opts) opts))
   :make-input-stream (fn [x opts] (cannot-open x "an InputStream"))
   :make-output-stream (fn [x opts] (cannot-open x "an OutputStream"))})

(extend Object IOFactory default-streams-impl)

(extend nil IOFactory
  (assoc default-streams-impl
         :make-reader (fn [x opts] (cannot-open x "a Reader"))
         :make-writer (fn [x opts] (cannot-open x "a Writer"))))

(extend java.io.InputStream IOFactory
  (assoc default-streams-impl
         :make-input-stream (fn [x opts] (new java.io.BufferedInputStream x))
         :make-reader (fn [x opts]
                        (new java.io.BufferedReader
                             (new java.io.InputStreamReader x (encoding opts))))))

(extend java.io.BufferedInputStream IOFactory
  (assoc default-streams-impl
         :make-input-stream (fn [x opts] x)
         :make-reader (fn [x opts]
                        (new java.io.BufferedReader
                             (new java.io.InputStreamReader x (encoding opts))))))

(extend java.io.OutputStream IOFactory
  (assoc default-streams-impl
         :make-output-stream (fn [x opts] (new java.io.BufferedOutputStream x))
         :make-writer (fn [x opts]
                        (new java.io.BufferedWriter
                             (new java.io.OutputStreamWriter x (encoding opts))))))

(extend java.io.Reader IOFactory
  (assoc default-streams-impl
         :make-reader (fn [x opts] (new java.io.BufferedReader x))))

(extend java.io.BufferedReader IOFactory
  (assoc default-streams-impl
         :make-reader (fn [x opts] x)))

(extend java.io.Writer IOFactory
  (assoc default-streams-impl
         :make-writer (fn [x opts] (new java.io.BufferedWriter x))))

(extend java.io.BufferedWriter IOFactory
  (assoc default-streams-impl
         :make-writer (fn [x opts] x)))

(extend java.io.File IOFactory
  (assoc default-streams-impl
         :make-input-stream (fn [x opts]
                              (make-input-stream (new java.io.FileInputStream x) opts))
         :make-output-stream (fn [x opts]
                               (make-output-stream
                                (new java.io.FileOutputStream x (boolean (:append opts)))
                                opts))))

(defn- place-of
  "What a text names: a URL if it is one, else a file."
  [text]
  (try
    (java.net.URL. text)
    (catch java.net.MalformedURLException _ (as-file text))))

(extend String IOFactory
  (assoc default-streams-impl
         :make-input-stream (fn [x opts] (make-input-stream (place-of x) opts))
         :make-output-stream (fn [x opts] (make-output-stream (place-of x) opts))))

(extend java.net.URI IOFactory
  (assoc default-streams-impl
         :make-input-stream (fn [x opts] (make-input-stream (.toURL x) opts))
         :make-output-stream (fn [x opts] (make-output-stream (.toURL x) opts))))

(extend java.net.Socket IOFactory
        (assoc default-streams-impl
               :make-input-stream (fn [x opts] (make-input-stream (.getInputStream x) opts))
               :make-output-stream (fn [x opts] (make-output-stream (.getOutputStream x) opts))))

(defn- file-url? [url]
  (= "file" (.getProtocol url)))

(extend java.net.URL IOFactory
  (assoc default-streams-impl
         :make-input-stream (fn [x opts] (make-input-stream (if (file-url? x) (as-file x) (.openStream x)) opts))
         :make-output-stream (fn [x opts]
                               (when-not (file-url? x)
                                 (throw (new IllegalArgumentException (str "Can not write to non-file URL <" x ">"))))
                               (make-output-stream (as-file x) opts))))

(def ^{:private true :doc "The class of arrays of bytes."} byte-array-type (class (byte-array 0)))
(def ^{:private true :doc "The class of arrays of characters."} char-array-type (class (char-array 0)))

(extend byte-array-type IOFactory
  (assoc default-streams-impl
         :make-input-stream (fn [x opts]
                              (make-input-stream (new java.io.ByteArrayInputStream x) opts))))

(extend char-array-type IOFactory
  (assoc default-streams-impl
         :make-reader (fn [x opts] (make-reader (new java.io.StringReader (apply str x)) opts))))

;; What slurp and spit open that is no file.
(def ^:private own-impls (:impls IOFactory))

(defn- extended?
  "Whether somebody else has said how to open what is of this thing's class."
  [x]
  (not (identical? (get (:impls IOFactory) (class x)) (get own-impls (class x)))))

(alter-var-root #'clojure.core/io-factory (constantly [make-reader make-writer extended?]))

(defn reader
  "A buffered reader of a file name, file, stream, reader or byte array. Options: :encoding."
  {:added "1.2"}
  [x & opts]
  (make-reader x (when opts (apply hash-map opts))))

(defn writer
  "A buffered writer to a file name, file, stream or writer. Options: :encoding, :append."
  {:added "1.2"}
  [x & opts]
  (make-writer x (when opts (apply hash-map opts))))

(defn input-stream
  "A buffered input stream of a file name, file, stream or byte array."
  {:added "1.2"}
  [x & opts]
  (make-input-stream x (when opts (apply hash-map opts))))

(defn output-stream
  "A buffered output stream to a file name, file or stream. Options: :append."
  {:added "1.2"}
  [x & opts]
  (make-output-stream x (when opts (apply hash-map opts))))

(defn- move
  "Reads and writes by the buffer until the end."
  [in out buffer]
  (loop []
    (let [n (.read in buffer)]
      (when (pos? n)
        (.write out buffer 0 n)
        (recur)))))

(defn- chars-of
  "A reader of what copy copies from."
  [input opts]
  (cond
    (string? input) (new java.io.StringReader input)
    (instance? char-array-type input) (new java.io.StringReader (new String input))
    (instance? java.io.Reader input) input
    :else (new java.io.InputStreamReader (make-input-stream input opts) (encoding opts))))

(defn- text? [input]
  (or (string? input) (instance? java.io.Reader input) (instance? char-array-type input)))

(defn- copy-between
  "What do-copy does between the classes of the host."
  [input output opts]
  (let [buffer-size (or (:buffer-size opts) 1024)]
    (cond
      (instance? java.io.File output)
      (with-open [out (new java.io.FileOutputStream output)]
        (copy-between input out opts))

      (instance? java.io.File input)
      (with-open [in (new java.io.FileInputStream input)]
        (copy-between in output opts))

      (instance? java.io.Writer output)
      (move (chars-of input opts) output (char-array buffer-size))

      (text? input)
      (let [out (new java.io.OutputStreamWriter output (encoding opts))]
        (move (chars-of input opts) out (char-array buffer-size))
        (.flush out))

      :else
      (move (if (instance? java.io.InputStream input) input (make-input-stream input opts))
            output
            (byte-array buffer-size)))))

(defmulti ^:private do-copy
  "Copies from input to output; programs add methods for classes of their own, through its var."
  (fn [input output opts] [(type input) (type output)]))

(doseq [from [java.io.InputStream java.io.Reader java.io.File String char-array-type byte-array-type]
        to [java.io.OutputStream java.io.Writer java.io.File]]
  (.addMethod ^clojure.lang.MultiFn do-copy [from to] copy-between))

(defn copy
  "Copies everything from input, a stream, reader, file, string (its text) or array of bytes or
  characters, to output, a stream, writer or file. Options: :buffer-size, :encoding. Closes only what it
  opened itself. Returns nil."
  {:added "1.2"}
  [input output & opts]
  (do-copy input output (when opts (apply hash-map opts))))

(defn delete-file
  "Deletes the file; throws an IOException when that fails, unless silently is given and truthy,
  which then is the value."
  {:added "1.2"}
  [f & [silently]]
  (or (.delete (file f))
      silently
      (throw (new java.io.IOException (str "Couldn't delete " f)))))

(defn make-parents
  "Makes the directories that the file with the path (as of file) is in."
  {:added "1.2"}
  [f & more]
  (when-let [parent (.getParentFile (apply file f more))]
    (.mkdirs parent)))

(defn ^java.net.URL resource
  "The URL of the named file of the program, or nil: one that was built into it or is on the class
  path, as the loader finds it."
  {:added "1.2"}
  ([n] (resource n (.getContextClassLoader (Thread/currentThread))))
  ([n loader] (.getResource loader n)))
