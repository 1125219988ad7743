;; Readers and files.

(def ^:private io-factory
  "What opens everything that is not opened here: [make-reader make-writer extended?] of clojure.java.io once that is loaded,
  so that a program without it is none the bigger. (extended? x): the program itself says how such a thing is opened."
  nil)

(defn- file-of-url
  "The path that a file: URL means."
  [url]
  (java.net.URLDecoder/decode (.replace (.getFile url) "+" "%2B") "UTF-8"))

(defn- path-of
  "The path of a file given as a path, a File or a file: URL or URI; nil for everything else."
  [x]
  (cond
    (instance? java.io.File x) (.getPath x)
    (string? x) (if (.startsWith x "file:") (file-of-url (new java.net.URL x)) x)
    (instance? java.net.URI x) (path-of (.toURL x))
    (and (instance? java.net.URL x) (= "file" (.getProtocol x))) (file-of-url x)))

(defn- own-path-of
  "The path of what is opened here."
  [x]
  (let [path (path-of x)]
    (when-not (and path io-factory ((io-factory 2) x)) path)))

(defn- refuse-to-open
  "Throws for what is neither a file nor a stream."
  [x whole part]
  (throw (new IllegalArgumentException
              (if (nil? x)
                (str "Cannot open <nil> as a " whole ".")
                (str "Cannot open <" (pr-str x) "> as an " part ".")))))

(defn- options-of-slurp [opts]
  (if (string? (first opts))
    (do (println "WARNING: (slurp f enc) is deprecated, use (slurp f :encoding enc).")
        {:encoding (first opts)})
    (apply hash-map opts)))

(defn slurp
  "The text of a file, given by its path or as a File or URL, of an array of bytes or characters, or of
  what is left in a reader or stream, which is closed. Whatever clojure.java.io/reader opens will do once
  that is loaded. Options: :encoding, by default UTF-8."
  {:added "1.0"}
  [f & opts]
  (let [opts (options-of-slurp opts)
        encoding (or (:encoding opts) "UTF-8")
        path (own-path-of f)]
    (cond
      path (-slurp path encoding)
      (instance? java.io.Reader f) (-slurp f encoding)
      io-factory (-slurp ((io-factory 0) f opts) encoding)
      (instance? java.net.URL f) (slurp (.openStream f) :encoding encoding)
      (instance? java.io.InputStream f) (-slurp (new java.io.InputStreamReader f encoding) encoding)
      (bytes? f) (new String f encoding)
      (instance? (class (char-array 0)) f) (String/valueOf f)
      :else (refuse-to-open f "Reader" "InputStream"))))

(defn spit
  "Writes (str content) to the file, given as for slurp, or to a writer or stream, which is closed.
  Whatever clojure.java.io/writer opens will do once that is loaded. Options: :append, :encoding."
  {:added "1.2"}
  [f content & options]
  (let [opts (apply hash-map options)
        encoding (or (:encoding opts) "UTF-8")
        path (own-path-of f)]
    (if path
      (-spit path (str content) (boolean (:append opts)) encoding)
      (with-open [writer (cond
                           (instance? java.io.Writer f) f
                           io-factory ((io-factory 1) f opts)
                           (instance? java.io.OutputStream f) (new java.io.OutputStreamWriter f encoding)
                           :else (refuse-to-open f "Writer" "OutputStream"))]
        (.write writer (str content))))))

(defn- reading-error [reader-exception]
  (let [{:clojure.error/keys [line column]} (ex-data reader-exception)]
    (located-error :read-source "reading source" nil line column (ex-cause reader-exception))))

(defn- skip-whitespace
  "Reads what the reader of forms ignores: a form that reads on itself begins behind it, at the next line."
  [rdr]
  (let [c (.read rdr)]
    (cond
      (neg? c) nil
      (or (Character/isWhitespace c) (= c (int \,))) (recur rdr)
      :else (.unread rdr c))))

(defn- load-forms
  "Reads and evaluates all forms of the reader, with *file* bound to the path."
  [rdr path]
  (let [rdr (if (instance? clojure.lang.LineNumberingPushbackReader rdr)
              rdr
              (new clojure.lang.LineNumberingPushbackReader rdr))
        end (new Object)
        options (if (and path (.endsWith path ".cljc")) {:eof end :read-cond :allow} {:eof end})]
    (binding [*ns* *ns* *file* path]
      (loop [result nil]
        (let [line (.getLineNumber rdr)
              column (.getColumnNumber rdr)
              form (try
                     (read options rdr)
                     (catch clojure.lang.LispReader$ReaderException e
                       (throw (reading-error e)))
                     (catch Throwable e
                       (throw (located-error :execution "macroexpanding" nil line column e))))
              {:keys [line column] :or {line line column column}} (meta form)]
          (if (identical? form end)
            result
            (recur (try
                     (skip-whitespace rdr)
                     (eval form)
                     (catch Throwable e
                       (throw (cond
                                (instance? clojure.lang.Compiler$CompilerException e) e
                                (instance? clojure.lang.LispReader$ReaderException e) (reading-error e)
                                :else (located-error :execution "macroexpanding" nil line column e))))))))))))

(defn load-reader
  "Reads and evaluates all forms of the reader; the value of the last."
  {:added "1.0"}
  [rdr]
  (load-forms rdr nil))

(defn load-string
  "Reads and evaluates every form in the string; the value of the last."
  {:added "1.0"}
  [s]
  (load-forms (-string-reader s) nil))

(defn load-file
  "Reads and evaluates all forms of the file; the value of the last."
  {:added "1.0"}
  [name]
  (load-forms (-string-reader (slurp name)) (.getAbsolutePath (new java.io.File name))))

(defn line-seq
  "A lazy seq of the lines of the reader, or nil when there is none."
  {:added "1.0"}
  [rdr]
  (when-not (instance? java.io.Reader rdr)
    (-as java.io.BufferedReader rdr))
  (when-let [line (-read-line rdr)]
    (cons line (lazy-seq (line-seq rdr)))))

(defn file-seq
  "A lazy seq of the file and, when it is a directory, of everything below it."
  {:added "1.0"}
  [dir]
  (tree-seq (fn [f] (.isDirectory f)) (fn [f] (seq (.listFiles f))) (-as java.io.File dir)))

(defn iterator-seq
  "A seq of what the iterator yields, in chunks of 32, or nil. The seq takes the iterator over."
  {:added "1.0"}
  [iter]
  (let [more (fn more []
               (when (.hasNext iter)
                 (lazy-seq
                  (let [buffer (chunk-buffer 32)]
                    (loop [n 0]
                      (when (and (< n 32) (.hasNext iter))
                        (chunk-append buffer (.next iter))
                        (recur (inc n))))
                    (chunk-cons (chunk buffer) (more))))))]
    (-as java.util.Iterator iter)
    (more)))

