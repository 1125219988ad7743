;; Readers and files.

(defn- path-of
  "The path of a file given as a path, a File or a file: URL or URI; everything else is itself."
  [x]
  (cond
    (instance? java.io.File x) (.getPath x)
    (and (string? x) (.startsWith x "file:")) (subs x 5)
    (or (instance? java.net.URL x) (instance? java.net.URI x)) (.getPath x)
    :else x))

(defn- refuse-to-open
  "Throws for what is neither a file nor a stream."
  [x reader stream]
  (when (nil? x)
    (throw (new IllegalArgumentException (str "Cannot open <nil> as a " reader "."))))
  (when (or (number? x) (keyword? x) (symbol? x) (coll? x) (char? x) (boolean? x))
    (throw (new IllegalArgumentException (str "Cannot open <" (pr-str x) "> as an " stream ".")))))

(defn slurp
  "The text of a file, given by its path or as a File or URL, of a byte array, or of what is left in
  a reader or stream, which is closed. Options: :encoding, by default UTF-8."
  {:added "1.0"}
  [f & opts]
  (let [encoding (or (:encoding (apply hash-map opts)) "UTF-8")]
    (refuse-to-open f "Reader" "InputStream")
    (cond
      (instance? java.net.URL f)
      (slurp (.openStream f) :encoding encoding)

      (instance? java.io.InputStream f)
      (-slurp (new java.io.InputStreamReader f encoding) encoding)

      (bytes? f)
      (new String f encoding)

      :else
      (-slurp (path-of f) encoding))))

(defn spit
  "Writes (str content) to the file. Options: :append, :encoding."
  {:added "1.2"}
  [f content & options]
  (let [{:keys [append encoding]} (apply hash-map options)]
    (refuse-to-open f "Writer" "OutputStream")
    (-spit (path-of f) (str content) (boolean append) (or encoding "UTF-8"))))

(defn- loading-error
  "What loading throws for the cause: an exception that says where and in which phase."
  [phase words line column cause]
  (-compiler-exception
   (str "Syntax error " words " at (" (when *file* (str *file* ":")) line ":" column ").")
   (merge {:clojure.error/phase phase :clojure.error/line line :clojure.error/column column}
          (when *file* {:clojure.error/source *file*}))
   cause))

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
                       (let [{:clojure.error/keys [line column]} (ex-data e)]
                         (throw (loading-error :read-source "reading source" line column (ex-cause e))))))
              {:keys [line column] :or {line line column column}} (meta form)]
          (if (identical? form end)
            result
            (recur (try
                     (eval form)
                     (catch Throwable e
                       (throw (if (instance? clojure.lang.Compiler$CompilerException e)
                                e
                                (loading-error :execution "macroexpanding" line column e))))))))))))

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

(defn enumeration-seq
  "A seq of what the enumeration yields, or nil."
  {:added "1.0"}
  [e]
  (-as java.util.Enumeration e)
  (when (.hasMoreElements e)
    (let [x (.nextElement e)]
      (cons x (lazy-seq (enumeration-seq e))))))
