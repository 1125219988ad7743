; A program's print-method writes to the writer that the rest goes to, in order with what it prints to *out* and up to an exception.
(deftype Box [v])
(defrecord Circle [r])
(defmethod print-method Box [b ^java.io.Writer w] (.write w "#<") (print "x") (print-method (.-v b) w) (.write w ">"))
(println (pr-str (->Box 1)) (pr-str [(->Box [2])]) (with-out-str (pr (->Box (->Box 3)))) (str [(->Box 4)]) (print-str {:a (->Box 5)}))
(prn [(->Box 1) (->Box 2)])
(defmethod print-method Box [b ^java.io.Writer w] (.write w "#<") (throw (Exception. "stop")))
(println (try (pr [1 (->Box 1)]) (catch Exception e (ex-message e))))
(println (let [w (java.io.StringWriter.)] (try (print-method {:a (->Box 1)} w) (catch Exception e)) (str w)))
(println (try (pr-str [1 (->Box 1)]) (catch Exception e (ex-message e))))
(defmethod print-method Circle [c ^java.io.Writer w] (.write w "#c") (print-method (into {} c) w))
(println (pr-str (->Circle (->Circle 1))) (str (->Circle 1)) (with-out-str (prn [(->Circle 2)])))

; What computing an element prints comes where the element is.
(def e (eduction (map (fn [x] (print x) x)) [1 2]))
(println (pr-str e) (pr-str [e]) (with-out-str (print-method e *out*)))
(println (binding [*print-level* 0] (pr-str e)) (binding [*print-length* 1] (pr-str e)) (binding [*print-length* 0] (pr-str e)))
(println (let [w (java.io.StringWriter.)] (try (print-method [1 (lazy-seq (throw (Exception. "q")))] w) (catch Exception e)) (str w)))
