;; Proxies of readers, writers, streams and exceptions: what Clojure asks of them goes to the
;; proxy's own functions, as for any other object.
(import '(java.io BufferedReader ByteArrayInputStream ByteArrayOutputStream FilterReader OutputStream PrintStream
                  PrintWriter PushbackReader StringReader StringWriter))

(defn- counting-reader [text count]
  (proxy [PushbackReader clojure.lang.IDeref] [(StringReader. text)]
    (deref [] @count)
    (read [] (swap! count inc) (proxy-super read))
    (unread [c] (swap! count dec) (proxy-super unread c))))

(let [r (counting-reader "(+ 1 2) [:a] x" (atom 0))]
  (dotimes [_ 3] (prn (read {:eof :end} r) @r)))

(let [lines (atom [])
      r (proxy [BufferedReader] [(StringReader. "one\ntwo\n")]
          (readLine [] (let [line (proxy-super readLine)] (swap! lines conj line) line)))]
  (prn (doall (line-seq r)) @lines))

(let [calls (atom 0)
      r (proxy [FilterReader] [(StringReader. "text")]
          (read ([] (proxy-super read))
            ([buffer offset length] (swap! calls inc) (proxy-super read buffer offset length))))]
  (prn (slurp r) (pos? @calls)))

(let [r (proxy [FilterReader] [(StringReader. "upper")]
          (read ([] (proxy-super read))
            ([^chars buffer offset length]
             (let [n (proxy-super read buffer offset length)]
               (dotimes [i (max n 0)]
                 (aset buffer (+ offset i) (Character/toUpperCase (aget buffer (+ offset i)))))
               n))))]
  (prn (.readLine (BufferedReader. r))))

(let [closed (atom 0)
      r (proxy [StringReader] ["x"] (close [] (swap! closed inc)))]
  (prn (slurp r) @closed))

;; Interfaces of Clojure on top of them.
(doseq [v [(proxy [StringReader clojure.lang.IDeref] ["a"] (deref [] :reader))
           (proxy [StringWriter clojure.lang.IDeref] [] (deref [] :writer))
           (proxy [PrintWriter clojure.lang.IDeref] [*out*] (deref [] :print-writer))
           (proxy [PrintStream clojure.lang.IDeref] [System/out] (deref [] :print-stream))
           (proxy [ByteArrayInputStream clojure.lang.IDeref] [(byte-array 1)] (deref [] :stream))
           (proxy [Exception clojure.lang.IDeref] ["m"] (deref [] :exception))]]
  (prn @v))

(def failure
  (proxy [RuntimeException clojure.lang.IExceptionInfo clojure.lang.ILookup clojure.lang.Counted] ["told"]
    (getData [] {:code 7})
    (getCause [] (Exception. "why"))
    (valAt ([k] [:value k]) ([k default] [:value k default]))
    (count [] 3)))
(prn (ex-data failure) (ex-message (ex-cause failure)) (:a failure) (get failure :b 1) (count failure))
(prn (try (throw failure) (catch RuntimeException e [(ex-message e) (ex-data e)])))

;; print-method by the :type of metadata that a proxy gives.
(defmethod print-method ::shown [v ^java.io.Writer w] (.write w (str "#<" @v ">")))
(def shown
  (proxy [ByteArrayInputStream clojure.lang.IDeref clojure.lang.IMeta] [(.getBytes "bytes")]
    (deref [] "shown")
    (meta [] {:type ::shown})))
(prn (type shown) shown [shown])
(prn (slurp shown))

;; A PrintStream gives its stream bytes, at once, and flushes it when it was told so.
(defn- logging-stream [log]
  (proxy [OutputStream] []
    (write ([b] (swap! log conj (if (number? b) b (String. ^bytes b))))
      ([^bytes b offset length] (swap! log conj (String. b (int offset) (int length)))))
    (flush [] (swap! log conj :flush))
    (close [] (swap! log conj :close))))
(defn- logged [& options]
  (let [log (atom [])
        ^PrintStream p (clojure.lang.Reflector/invokeConstructor PrintStream (to-array (cons (logging-stream log) options)))]
    (.print p "a") (.print p 1.5) (.println p "b") (.append p "c") (.printf p "%d" (to-array [4])) (.print p \d)
    (.write p (.getBytes "hi") 0 2)
    [(apply str (remove keyword? @log)) (boolean (some #{:flush} @log))
     (do (.flush p) (last @log)) (do (.close p) (last @log))]))
(prn (logged))
(prn (logged true))
(let [out (ByteArrayOutputStream.)]
  (.print (PrintStream. out true "UTF-16BE") "é")
  (prn (vec (.toByteArray out))))
