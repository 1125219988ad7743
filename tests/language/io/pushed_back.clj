;; Readers around readers, and what is pushed back into them.
(import '(java.io BufferedReader CharArrayReader LineNumberReader PushbackReader StringReader Reader) '(clojure.lang LineNumberingPushbackReader))
(defn all [r] (loop [out []] (let [c (.read r)] (if (neg? c) out (recur (conj out (char c)))))))
(defn piece [r n] (let [a (char-array n) m (.read r a 0 n)] [m (when (pos? m) (String. a 0 m))]))
(let [r (PushbackReader. (StringReader. "abc\ndef") 8)]
  (prn (.read r) (do (.unread r 97) (.read r)) (do (.unread r (char-array "xyz") 1 2) (piece r 5)) (piece r 3) (do (.unread r (char-array "q")) (all r)) (.read r) (do (.unread r 98) (.read r)) (.read r)))
(let [s (StringReader. "abcdef") r (PushbackReader. s)]
  (prn (char (.read r)) (char (.read s)) (do (.unread r (int \z)) (char (.read s))) (all r) (all s)))
(let [s (StringReader. "abcdef") r (PushbackReader. (PushbackReader. (PushbackReader. s)))]
  (prn (char (.read r)) (char (.read s)) (piece r 2) (piece s 5) (piece r 2)))
(let [r (LineNumberingPushbackReader. (StringReader. "a\nb\r\nc\n\nd"))]
  (prn (loop [out []] (let [at [(.getLineNumber r) (.getColumnNumber r)] c (.read r)] (if (neg? c) (conj out at) (recur (conj out [at c])))))))
(let [r (LineNumberingPushbackReader. (StringReader. "a\r\nb\rc\r\n\r\nd"))]
  (prn (.read r) (.read r) (do (.unread r (int \newline)) (.getLineNumber r)) (.read r) (.getLineNumber r) (.readLine r) (.getLineNumber r) (.read r) (.read r) (.readLine r) (.getLineNumber r) (.readLine r) (.readLine r)))
(let [r (LineNumberingPushbackReader. (StringReader. "a\nbc\n"))]
  (prn (loop [out [] n 0] (let [at [(.getLineNumber r) (.getColumnNumber r)] c (.read r)] (when (and (even? n) (pos? c)) (.unread r c)) (if (neg? c) (conj out at) (recur (conj out [at c]) (inc n)))))))
(let [r (LineNumberingPushbackReader. (StringReader. "foo\nbar baz\n(1\n2)\n\nx"))]
  (prn (repeatedly 5 #(let [x (read r)] [x (meta x) (.getLineNumber r) (.getColumnNumber r)]))))
(let [r (LineNumberingPushbackReader. (PushbackReader. (StringReader. "a\nb\nc")))]
  (prn (.readLine r) (.getLineNumber r) (.read r) (do (.unread r (int \b)) (.getLineNumber r)) (.readLine r) (.readLine r) (.readLine r) (.getLineNumber r)))
(let [r (LineNumberReader. (StringReader. "a\nb\nc"))]
  (prn (.getLineNumber r) (.readLine r) (.getLineNumber r) (.read r) (.getLineNumber r) (.read r) (.getLineNumber r) (do (.setLineNumber r 40) (.readLine r)) (.getLineNumber r)))
(let [asked (atom 0) r (PushbackReader. (proxy [Reader] [] (read ([] (if (< (swap! asked inc) 4) (+ 96 @asked) -1)) ([a off n] (if (< (swap! asked inc) 4) (do (aset-char a off (char (+ 96 @asked))) 1) -1))) (close [])))]
  (prn (.read r) (.read r) @asked (do (.unread r 122) (all r)) @asked))
(let [b (BufferedReader. (StringReader. "one\ntwo\nthree")) r (PushbackReader. b)]
  (prn (piece r 2) (.readLine b) (.mark b 10) (piece r 3) (do (.reset b) (all r))))
(prn (read (PushbackReader. (StringReader. "(1 2) :x"))) (let [r (PushbackReader. (StringReader. "(1 2) :x rest"))] [(read r) (read r) (slurp r)]))
(prn (try (with-in-str "l1\nl2\nl3" [(read-line) (char (.read *in*)) (read-line) (.readLine (BufferedReader. *in*))]) (catch Exception e (class e))) (let [r (with-in-str "x" *in*)] (try (.read r) (catch java.io.IOException e (ex-message e)))))
(let [r (PushbackReader. (StringReader. "x"))] (.close r) (prn (try (.read r) (catch java.io.IOException e (class e)))))

(defn tried [f] (try (f) (catch Exception e [(class e) (ex-message e)])))
(prn (tried #(doto (PushbackReader. (StringReader. "x")) (.unread 97) (.unread 98))) (tried #(.unread (PushbackReader. (StringReader. "x") 3) (char-array "abcd"))) (tried #(PushbackReader. (StringReader. "x") 0)) (tried #(let [r (PushbackReader. (StringReader. "x") 2)] (.unread r 97) (.unread r 98) [(.read r) (do (.unread r 99) (all r))]))
     (tried #(doto (LineNumberingPushbackReader. (StringReader. "xyz")) (.read) (.unread 97) (.unread 98))) (tried #(LineNumberingPushbackReader. (StringReader. "x") 0)) (tried #(let [r (LineNumberingPushbackReader. (StringReader. "xyz") 2)] (.read r) (.unread r 97) (.unread r 98) (all r))) (tried #(let [r (LineNumberingPushbackReader. (StringReader. "abc"))] [(.read r) (do (.unread r 1) (.read r)) (do (.unread r 2) (all r))])))
(let [r (LineNumberReader. (StringReader. "a\nb\nc\n"))] (prn (.readLine r) (slurp r) (.getLineNumber r)))

;; What a StringBuilder takes
(let [sb (StringBuilder.)]
  (doseq [x [1 -5 (int 7) (short 8) (byte 9) 9223372036854775807 1.5 (float 2.5) \c "text" nil :k 'sym 1/2 3N 4M true [1 "a"] {:a 1} (StringBuilder. "sb") "\u03bb" (apply str (repeat 40 "x"))]] (.append sb x) (.append sb "|"))
  (prn (str sb) (.length sb) (.toString sb) (= (str sb) (.toString sb)) (subs (str sb) 3 9)))
(prn (str (.append (StringBuilder.) (char-array "chars"))) (str (StringBuilder. "ab") (StringBuffer. "cd")) (str (doto (StringBuilder.) (.append (apply str (range 100))) (.append (apply str (repeat 30 \u00e9))) (.append "\u20ac"))) (hash (str (doto (StringBuilder.) (.append "abc")))))
(prn (map hash ["" "a" "ab" "abc" "abcd" "abcde" "abcdefg" "abcdefgh" (apply str (range 50)) "\u00ff\u00fe\u00fd\u00fc\u00fb" "\u20ac\u20acabcd"]) (map #(.hashCode %) ["abcd" "abcdefghij" "\uffff\uffff\uffff\uffff\uffff"]))
