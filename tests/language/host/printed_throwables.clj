;; printStackTrace: suppressed throwables, causes, circles of them, and frames that two have in common.
(defn bare [e] (doto e (.setStackTrace (make-array StackTraceElement 0))))
(defn shown [e]
  (let [w (java.io.StringWriter.)]
    (.printStackTrace e (java.io.PrintWriter. w))
    (print (str w))
    (println "--")))
(defn suppress [e & es] (doseq [s es] (.addSuppressed e s)) e)

(shown (suppress (bare (ex-info "q" {:z 1} (bare (Exception. "in"))))
                 (bare (Exception. "supp"))
                 (suppress (bare (ex-info "s2" {} (bare (Error. "deep cause")))) (bare (Exception. "ss")))))
(shown (bare (Exception. "outer" (suppress (bare (Exception. "cause"))
                                           (bare (Exception. "of cause" (bare (Exception.))))))))
(let [a (bare (Exception. "a")) b (bare (Exception. "b"))]
  (.addSuppressed a b)
  (.addSuppressed b a)
  (shown a))
(let [a (bare (Exception. "a")) b (bare (Exception. "b" a))]
  (.initCause a b)
  (shown a)
  (shown b))
(let [frame (StackTraceElement. "a.B" "m" "B.java" 3)
      other (StackTraceElement. "a.C" "m" nil 3)
      traced (fn [e & frames] (doto e (.setStackTrace (into-array StackTraceElement frames))))
      twice (traced (Exception. "x") frame frame)]
  (shown (traced (suppress (Exception. "one") twice) frame))
  (shown (traced (Exception. "two" twice) frame frame))
  (shown (traced (Exception. "two others" twice) other frame)))
(let [out (java.io.ByteArrayOutputStream.)]
  (.printStackTrace (bare (Exception. "to a stream")) (java.io.PrintStream. out true))
  (prn (str out)))

(doseq [f [(fn [e] (.addSuppressed e e)) (fn [e] (.addSuppressed e nil))
           (fn [e] (.initCause e e))
           (fn [e] (.initCause e (Exception. "k")) (.initCause e (Exception. "l")))
           (fn [e] (.initCause e (Exception. "k")) (.initCause e nil))]]
  (prn (try (f (Exception. "x")) (catch Exception e [(class e) (ex-message e) (some-> (ex-cause e) ex-message)]))))
