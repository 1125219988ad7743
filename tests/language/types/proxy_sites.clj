; One call site, several targets: what a proxy overrides is called each time, whatever the site has seen before.
(defmacro show [& forms] `(do ~@(for [f forms] `(prn '~f (try ~f (catch Throwable e# (class e#)))))))

(let [own (proxy [java.io.StringWriter] [] (toString [] "own"))
      plain (doto (java.io.StringWriter.) (.write "plain"))]
  (show (vec (for [w [own plain own plain]] (.toString ^Object w)))
        (vec (for [_ (range 3)] (.toString own)))
        (vec (for [w [plain own plain]] (str w)))))

(let [own (proxy [java.io.Reader] [] (read ([] 7) ([_ _ _] -1)) (close [] nil))]
  (show (vec (for [r [own (java.io.StringReader. "a") own]] (.read ^java.io.Reader r)))))

(let [own (proxy [Exception] ["given"] (getMessage [] "own"))]
  (show (vec (for [e [own (Exception. "n") own]] (.getMessage ^Throwable e)))
        (vec (for [_ (range 2)] (.getMessage own)))
        (vec (for [_ (range 2)] (.getLocalizedMessage own)))))

(let [own (proxy [java.util.ArrayList] [] (size [] 99))]
  (show (vec (for [l [own (java.util.ArrayList. [1]) own]] (.size ^java.util.List l)))
        (vec (for [_ (range 2)] (.size own)))))

;; A proxy's functions can be replaced between two calls of one site.
(let [p (proxy [java.util.ArrayList] [] (isEmpty [] :given))
      ask (fn [] (.size ^java.util.List p))]
  (show (ask) (ask)
        (do (update-proxy p {"size" (fn [_] 5)}) (ask))
        (do (update-proxy p {"size" nil}) (ask))))

;; Values of many kinds at one site.
(show (vec (for [x [1 \a 2.5 "s" :k 'b [1] nil 3 (short 4) 1/2 10N #"r"]]
             (try (.toString ^Object x) (catch NullPointerException _ :nil))))
      (vec (for [x ["ab" (StringBuilder. "abc") "abcd" (StringBuilder. "abcde")]] (.length ^CharSequence x)))
      (vec (for [x [[1 2] (java.util.ArrayList. [1 2 3]) '(1) #{1 2} (java.util.HashSet. [1])]] (.size ^java.util.Collection x)))
      (vec (for [[a b] [[1 2] ["b" "a"] [2.5 1.5] [\a \a] [:a :b]]] (Integer/signum (.compareTo ^Comparable a b)))))

;; What the runtime itself asks of objects goes to the proxy, too.
(let [e (proxy [Exception] ["given"] (toString [] "as text"))]
  (show (str e) (.toString e) (format "%s" e) (ex-message e) (str "<" e ">")))
(let [e (proxy [RuntimeException] ["given"] (getMessage [] "own"))]
  (show (re-find #": .*" (str e)) (ex-message e) (.getLocalizedMessage e) (:cause (Throwable->map e))
        (try (throw e) (catch RuntimeException x (ex-message x)))
        (ex-message (ex-cause (ex-info "outer" {} e)))
        (re-find #":cause .*" (pr-str e))))
(let [l (proxy [java.util.ArrayList] [] (toString [] "as text") (hashCode [] 42) (equals [_] true))]
  (show (str l) (.hashCode l) (hash l) (= l 5) (.equals l 3) (re-find #"as text" (pr-str l))))
(let [m (proxy [java.util.HashMap] [] (toString [] "as text") (get [_] :got))]
  (show (str m) (get m 1) (.get m 2) (str [m])))
