; print-simple, print-dup methods, flush and output streams.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(println (with-out-str (binding [*out* *out*] (println "inner"))))
(let [w (java.io.StringWriter.)] (binding [*out* w] (print "captured") (flush)) (println (str w)) (.write w "more") (.append w \c) (prn (.toString w)))
(binding [*out* *err*] (print ""))
(println 1.0 1e10 1N 1M 1/2 \a "q" :k 'sym #"re" nil true)
(prn 1.0 1e10 1N 1M 1/2 \a "q" :k 'sym #"re" nil true)
(print "no newline") (print " - ") (println "end")
(println (list 'a "b" \c [nil]) {nil nil} #{nil})
(println (seq [nil "x"]) (list nil) [[]] {} #{} ())
(prn (symbol "with space") (keyword "with space") (symbol "") (keyword ""))
(println (interpose ", " ["a" "b"])) (prn (interpose ", " ["a" "b"]))
(prn {[1 2] {:k #{1}} '(a) "v"}) (println {[1 2] {:k #{1}} '(a) "v"})
