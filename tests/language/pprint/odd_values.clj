; cl-format's integer directives on numbers of other types, seqs without end, and tables with empty columns.
(require '[clojure.pprint :as pp])
(defmacro show [& forms]
  `(do ~@(map (fn [form] `(println (try (pr-str ~form) (catch Throwable e# (str (.getName (class e#)) ": " (ex-message e#)))))) forms)))
(doseq [directive ["~d" "~b" "~x" "~36r" "~:d" "~10,'0d" "~@d"]]
  (println directive
           (for [x [0 255 1.0 -1.0 1.5 0.5 1.1865553560258912E19 -255.0 1.5M -0.1M 1e20M 0M 7/2 -100000000000000000000N nil]]
             (try (pp/cl-format nil directive x) (catch Throwable e (class e))))))
(show
 (pp/cl-format nil "~d" Long/MIN_VALUE)
 (pp/cl-format nil "~x" Long/MIN_VALUE)
 (pp/cl-format nil "~d" (bigint Long/MIN_VALUE))
 (with-out-str (binding [*print-length* 5] (pp/pprint (cycle [1]))))
 (with-out-str (binding [*print-length* 3] (pp/pprint {:a (range) :b (iterate inc 1)})))
 (with-out-str (binding [*print-length* 3] (pp/pprint (map inc (range)))))
 (with-out-str (pp/write (lazy-cat [1] (cycle [2 3])) :length 4))
 (with-out-str (binding [*print-length* 2] (pp/with-pprint-dispatch pp/code-dispatch (pp/pprint (map list (range))))))
 (with-out-str (pp/pprint ''a))
 (with-out-str (pp/pprint '(quote a b)))
 (with-out-str (pp/pprint '[@a #'b (var c d) ~e]))
 (pp/print-table [(assoc {} nil nil)])
 (with-out-str (pp/print-table [{:a 1 :b nil} {:a 222 :b "xx"}]))
 (with-out-str (pp/print-table []))
 (with-out-str (pp/print-table [:b :c] [{:a 1 :b nil}])))


; White space that a value ends with stays in front of a newline.
(binding [clojure.pprint/*print-right-margin* 10]
  (doseq [x [{(keyword " x ") (keyword (apply str (repeat 20 "1")))} [(symbol "a  ") (symbol "b ") 'cccccccccc] [(symbol "a  ") (symbol "   ") 'cccccccccc]
             {(symbol "a  ") (symbol "b            ")} [(symbol "   ") (symbol "   ") (symbol "      ")] (list (symbol "   ") (symbol " "))]]
    (prn (with-out-str (clojure.pprint/pprint x))))
  (binding [*print-readably* false] (prn (with-out-str (clojure.pprint/pprint ["a " "b  " "" " " "cccccccccc"])))))


; A type of the program's that has a name is printed without asking for it.
(deftype Silent [] clojure.lang.Named (getName [_] (throw (Exception. "asked"))) (getNamespace [_] nil) Object (toString [_] "silent"))
(defmethod print-method Silent [_ out] (.write ^java.io.Writer out "silent "))
(prn (with-out-str (clojure.pprint/pprint [(->Silent) 1])))
