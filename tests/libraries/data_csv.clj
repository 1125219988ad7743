(ns libraries.data-csv
  (:require [clojure.data.csv :as csv] [clojure.java.io :as io]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(defn out [data & opts] (let [w (java.io.StringWriter.)] (apply csv/write-csv w data opts) (str w)))
(show (csv/read-csv "a,b,c\n1,\"x,y\",3\n") (csv/read-csv "a;b\n'c;d';e" :separator \; :quote \') (csv/read-csv "") (csv/read-csv "\n") (csv/read-csv "a,\"b\nc\"\r\nd,e")
      (csv/read-csv "a,\"b\"\"c\"") (csv/read-csv "a,\"b") (csv/read-csv "\"a\"b,c") (csv/read-csv (java.io.StringReader. "1,2\n3,4")) (class (csv/read-csv "a,b"))
      (out [["a" "b"] ["1" "x,y"]]) (out [["a\"q" "n\nl"]]) (out [[1 nil :k]]) (out [["a" "b"]] :separator \tab) (out [["a"]] :newline :cr+lf)
      (out [["a" "b"]] :quote? (constantly true)) (out [["a'b"]] :quote \') (out []) (out [[]]) (csv/read-csv (out (for [i (range 3)] (map str (range i (+ i 3)))))))
