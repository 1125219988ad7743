;; What host classes refuse: elements and keys that are nil or of another class, texts that are no
;; pattern or URL, commands that cannot start.
(import '(java.text DecimalFormat ParseException SimpleDateFormat) '(java.util ArrayDeque EnumMap EnumSet Properties)
        '(java.util.concurrent TimeUnit) '(java.util.stream Collectors))

(defmacro tell [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form)
                       (catch Throwable e# (str (.getName (class e#)) ": " (.getMessage e#))))))))

(tell (.add (ArrayDeque.) nil) (.addFirst (ArrayDeque.) nil) (.addLast (ArrayDeque.) nil) (.offer (ArrayDeque.) nil)
      (.offerFirst (ArrayDeque.) nil) (.push (ArrayDeque.) nil) (ArrayDeque. [1 nil]) (.addAll (ArrayDeque.) [nil])
      (.contains (ArrayDeque. [1]) nil) (.add (java.util.LinkedList.) nil))

(tell (.put (EnumMap. TimeUnit) 5 1) (.add (EnumSet/noneOf TimeUnit) :x) (EnumSet/of "a") (EnumSet/noneOf String)
      (EnumSet/allOf String) (.get (EnumMap. TimeUnit) 5))

(tell (.getProperty (Properties.) nil) (.setProperty (Properties.) "a" nil) (.setProperty (Properties.) nil "a")
      (.put (Properties.) "a" nil) (.get (Properties.) nil) (.containsKey (Properties.) nil) (.containsValue (Properties.) nil)
      (.setProperty (Properties.) :a "x") (System/setProperty "" "x") (System/setProperty nil "x") (System/clearProperty ""))
(let [defaults (doto (Properties.) (.setProperty "colour" "red"))
      properties (doto (Properties. defaults) (.setProperty "long" (apply str (repeat 41 "x"))) (.setProperty "just" (apply str (repeat 40 "y"))))
      out (java.io.StringWriter.)]
  (.list properties (java.io.PrintWriter. out))
  (println (sort (.split (str out) "\n"))))

(doseq [pattern ["0.0.0" "#.#.#" "0,0.0,0" "0#" "#,#0#" "0.#0" "0%%" "0%\u2030" "0%;-0%" "abc" "E0" "0E" "0E0" "'abc" "'a''b'0" "0;-" "0;;"
                 "0.00;a;b" ";0" "a;b" "." "," "#," "#,##0" "#,##0.00;(#,##0.00)" "#,###.##" "" nil]]
  (tell (.format (DecimalFormat. pattern) -1234.5)))
(tell (for [pattern ["0." "#." ".0" ".##" "#,##0." "#.#0" "#.0#"]] (try (.format (DecimalFormat. pattern) 5) (catch Exception e (.getMessage e)))))
(tell (map #(.format (DecimalFormat. "") %) [0 0.5 1234.5678 -2]))

(defn- strict [pattern text]
  (try (.getTime (.parse (doto (SimpleDateFormat. pattern) (.setLenient false) (.setTimeZone (java.util.TimeZone/getTimeZone "UTC"))) text))
    (catch ParseException e [(.getMessage e) (.getErrorOffset e)])))
(tell (strict "yyyy-MM-dd" "2024-02-29") (strict "yyyy-MM-dd" "2024-02-30") (strict "yyyy-MM-dd" "2024-13-01xx")
      (strict "yyyy-MM-dd HH:mm" "2024-02-10 25:00") (strict "yyyy-MM-dd" "2024-0x-30"))

(doseq [text ["http://a.b/c" "HTTPS://a" "file:/x" "ftp://x" "mailto:a@b" "jar:file:/x!/y" "nope:x" "data:abc" "ws://x" "a b:x" "x" "" ":x" "1a:b"]]
  (tell (str (java.net.URL. text))))
(tell (.toURL (java.net.URI. "foo://x")) (.toURL (java.net.URI. "foo")) (slurp "nope:file"))

(defn- with-cause [f] (try (f) (catch java.io.IOException e [(.getMessage e) (class (.getCause e)) (.getMessage (.getCause e))])))
(tell (with-cause #(.start (ProcessBuilder. ["no-such-command"]))) (with-cause #(.exec (Runtime/getRuntime) "no-such-command x"))
      (with-cause #(.start (doto (ProcessBuilder. ["ls"]) (.directory (java.io.File. "/no-such-folder")))))
      (.exec (Runtime/getRuntime) "") (java.io.File/createTempFile "ab" nil))

(tell (.collect (.stream [1 1]) (Collectors/toMap (reify java.util.function.Function (apply [_ x] x))
                                                  (reify java.util.function.Function (apply [_ x] (* x 10))))))
(deftype Plain [])
(tell (Thread. (Plain.) "t") (Thread. (reify clojure.lang.IDeref (deref [_] 1)) "t") (str (Thread. (ThreadGroup. "g") "t")))
(let [d (java.util.ArrayDeque. [1 2])]
  (tell (.addAll d [3 nil 4]) (.offer d nil) (.push d nil) (.offerLast d nil) (.addFirst d nil) (.add d nil) (str d)))
