;; clojure.edn: reading data, never code.

(ns clojure.edn
  "Reads edn: data without evaluation."
  (:refer-clojure :exclude [read read-string]))

(defn read
  "The next value from the reader, by default *in*. Options: :eof, what to return at the end
  (otherwise an exception is thrown); :readers, a map of tag symbols to functions; :default, a
  function of tag and value for other tags."
  {:added "1.5"}
  ([] (read *in*))
  ([stream] (read {} stream))
  ([opts stream] (-read-edn opts stream)))

(defn read-string
  "The first value in the string, nil when there is none or s is nil. Options as of read."
  {:added "1.5"}
  ([s] (read-string {:eof nil} s))
  ([opts s] (when s (-read-edn-string opts s))))
