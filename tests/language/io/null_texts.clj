;; A null text: a StringWriter has "null" of it, the other writers fail.
(import '(java.io BufferedWriter ByteArrayOutputStream OutputStreamWriter PrintWriter StringWriter))
(defn nothing [] nil)
(defmacro show [& es]
  `(do ~@(for [e es] `(println '~e "=>" (pr-str (try ~e (catch Throwable t# (symbol (str (.getName (class t#)) ": " (.getMessage t#))))))))))
(show
 (let [w (StringWriter.)] (.write w ^String (nothing)) (str w))
 (let [w (StringWriter.)] (.write w ^String (nothing) 0 2) (str w))
 (let [w (StringWriter.)] (.append w ^CharSequence (nothing)) (str w))
 (let [w (PrintWriter. (StringWriter.))] (.write w ^String (nothing)))
 (let [w (StringWriter.) p (PrintWriter. w)] (.print p ^String (nothing)) (.flush p) (str w))
 (let [w (BufferedWriter. (StringWriter.))] (.write w ^String (nothing)))
 (let [w (OutputStreamWriter. (ByteArrayOutputStream.))] (.write w ^String (nothing))))
