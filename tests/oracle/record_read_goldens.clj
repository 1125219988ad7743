;; Records tests/golden/read/*.golden from JVM Clojure: clojure record_read_goldens.clj DIR
;;
;; Each file.edn is a vector of texts. Its golden has one line a text: the text, then the form
;; read as pr prints it, or the exception's class and message and, from a source with
;; positions, where it was met. Generated numbers are shown as N, newlines as \n.
(require '[clojure.edn :as edn] '[clojure.java.io :as io] '[clojure.string :as string])

(create-ns 'some.lib)
(alias 'lib 'some.lib)

(defn positioned [text]
  (clojure.lang.LineNumberingPushbackReader. (java.io.StringReader. text)))

(def modes
  {"forms" {:read read-string}
   "syntax_quote" {:read read-string}
   "edn" {:read edn/read-string :meta true}
   "positions" {:read #(read (positioned %)) :meta true}
   "conditionals" {:read #(read {:read-cond :allow} (positioned %)) :meta true}
   "preserved" {:read #(read {:read-cond :preserve} (positioned %)) :meta true}})

(defn root-cause [e]
  (if (and (instance? clojure.lang.LispReader$ReaderException e) (.getCause e)) (recur (.getCause e)) e))

(defn outcome [{:keys [read meta]} text]
  (binding [*print-meta* (boolean meta) *print-namespace-maps* true *ns* (the-ns 'user)]
    (try
      (pr-str (read text))
      (catch Throwable e
        (let [cause (root-cause e) data (ex-data e)]
          (str "!! " (.getName (class cause)) ": " (.getMessage cause)
               (when data (str " @ " (:clojure.error/line data) ":" (:clojure.error/column data)))))))))

(doseq [[name mode] modes]
  (let [dir (first *command-line-args*)
        texts (edn/read-string (slurp (io/file dir (str name ".edn"))))
        line #(string/replace (string/replace % #"(?<=__)\d+" "N") "\n" "\\n")]
    (spit (io/file dir (str name ".golden"))
          (apply str (for [text texts]
                       (str (line (pr-str text)) " => " (line (outcome mode text)) "\n"))))))
