; Proxies of FilterOutputStream and FilterWriter: what they inherit goes to the wrapped one, and while proxy-super runs, the
; superclass's calls on the proxy are its own.
(def e (proxy [Exception] ["m"] (getMessage [] (str "!" (proxy-super getMessage))) (toString [] (str "T:" (proxy-super toString)))))
(println (.getMessage e))
(def w (proxy [java.io.FilterWriter] [(java.io.StringWriter.)] (write ([x] (println "w1") (proxy-super write x)) ([x o n] (println "w3" o n) (proxy-super write x o n))) (close [] (println "close"))))
(doto w (.write "abc") (.write "abcdef" 1 2) (.write (int 65)) (.append "q") (.append \z) (.flush) (.close))
(doto (proxy [java.io.FilterWriter] [*out*]) (.write "plain ") (.write (char-array "chars ")) (.write (int 66)) (.append "x") (.flush))
(let [b (java.io.ByteArrayOutputStream.)
      o (proxy [java.io.FilterOutputStream] [b] (write ([x] (proxy-super write (int (bit-xor 32 x))))
                                                       ([x at n] (proxy-super write x at n)))
          (flush [] (println "flush") (proxy-super flush)))]
  (with-open [o o] (.write o (int 65)) (.write o (.getBytes "xyz") 1 2))
  (println (str b)))
(let [b (java.io.ByteArrayOutputStream.)]
  (with-open [o (java.io.FilterOutputStream. b)] (.write o (.getBytes "plain")) (.write o 33) (.write o (.getBytes "abc") 1 1))
  (println (str b)))
(let [b (java.io.ByteArrayOutputStream.)
      w (clojure.java.io/writer (proxy [java.io.FilterOutputStream] [b]))]
  (.write w "žluť") (.close w) (println (str b)))
(let [b (java.io.ByteArrayOutputStream.) o (java.io.FilterOutputStream. b)]
  (println (try (.write o (.getBytes "abc") 2 2) (catch IndexOutOfBoundsException _ :out-of-bounds)) (.size b)))
