;; binding, with-redefs, with-local-vars, delay.

(prn (let [v (with-local-vars [x 1] (var-set x (inc (var-get x))) @x)] v))
(prn (binding [*print-length* 2] (pr-str (range 10))))
(prn (with-bindings {#'*print-length* 2} (pr-str (range 10))))
(prn (binding [*print-length* 2] ((bound-fn [] (pr-str (range 10))))))
(prn (with-redefs [not-empty (constantly 3)] (not-empty [])))
(prn (let [x (delay (println "once") 5)] [(realized? x) @x @x (realized? x)]))
(prn (with-open [r (java.io.StringReader. "abc")] (.read r)))
