;; clojure.data.csv.
(ns data-csv
  (:require [clojure.data.csv :as csv]))

(defmacro show [& forms]
  `(do ~@(for [f forms]
           `(println (pr-str '~f) "=>"
                     (try (pr-str ~f)
                          (catch Throwable t# (str (.getName (class t#)) ": " (ex-message t#))))))))

(defn written [data & options]
  (let [w (java.io.StringWriter.)]
    (apply csv/write-csv w data options)
    (str w)))

(show
 (csv/read-csv "a,b,c\n1,2,3\n")
 (csv/read-csv "a,b\r\n1,2\r\n")
 (csv/read-csv "a\rb\r\rc")
 (csv/read-csv "") (csv/read-csv "\n") (csv/read-csv "\n\n") (csv/read-csv "a") (csv/read-csv ",") (csv/read-csv ",\n,")
 (csv/read-csv "\"a,b\",\"c\"\"d\",\"e\nf\"")
 (csv/read-csv "\"\"") (csv/read-csv "\"\",\"\"\n") (csv/read-csv "a\"b,c")
 (csv/read-csv " a , b ")
 (csv/read-csv "a;b;'c;d'" :separator \; :quote \')
 (csv/read-csv "a\tb" :separator \tab)
 (doall (csv/read-csv "\"abc"))
 (doall (csv/read-csv "\"abc\"x"))
 (doall (csv/read-csv "a,b\n\"c\"d"))
 (csv/read-csv "\"a\"\r\n\"b\"\r\"c\"")
 (csv/read-csv (java.io.StringReader. "x,y\nz"))
 (csv/read-csv (java.io.PushbackReader. (java.io.StringReader. "x,y\nz")))
 (csv/read-csv (java.io.BufferedReader. (java.io.StringReader. "x,\u00e9\n")))
 (class (first (csv/read-csv "a,b")))
 (first (csv/read-csv "a,b\n\"unclosed"))
 (csv/read-csv 5)
 (vec (take 2 (csv/read-csv "a\nb\nc\nd"))))

(show
 (written [["a" "b"] [1 2.5] [nil :k]])
 (written [["a,b" "c\"d" "e\nf" "g\rh" " x "]])
 (written [[1 2] [3 4]] :newline :cr+lf)
 (written [["a;b" "c,d"]] :separator \;)
 (written [["it's" "b"]] :quote \')
 (written [["a" "b"]] :quote? (constantly true))
 (written [["a" "b"]] :quote? (fn [text] (= text "b")))
 (written []) (written nil) (written [[]]) (written [[] ["a"]]) (written (list (list 1 2)))
 (written (map (fn [i] [i (* i i)]) (range 3)))
 (csv/read-csv (written [["a,b" "c\"d"] ["e\nf" ""]])))
