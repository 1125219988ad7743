;; java.io.StreamTokenizer
(import '(java.io StreamTokenizer StringReader))
(defn tokens [text configure]
  (let [t (StreamTokenizer. (StringReader. text))]
    (configure t)
    (loop [out []]
      (let [k (.nextToken t)]
        (if (= k StreamTokenizer/TT_EOF) (conj out (str t)) (recur (conj out [k (.sval t) (.nval t) (.lineno t) (str t)])))))))
(doseq [[text configure] [["foo 12.5 'str' + // c\nbar" identity]
                          ["a_b # x\n1-2" #(doto % (.wordChars 95 95) (.commentChar 35) (.ordinaryChar 45) (.eolIsSignificant true))]
                          ["x = -3.5; y=.5 z-1 - . -. 1.2.3 1e5" identity]
                          ["\"a\\tb\\101\\n\" 'it' \"open\nnext" identity]
                          ["/* a\n b */ c // d\n e / f" #(doto % (.slashStarComments true) (.slashSlashComments true) (.ordinaryChar 47))]
                          ["Hello WORLD\r\nnext\rlast" #(doto % (.lowerCaseMode true) (.eolIsSignificant true))]
                          ["a,b;c d" #(doto % (.whitespaceChars 44 44) (.ordinaryChars 97 98) (.quoteChar 59))]
                          ["12 ab" #(doto % (.resetSyntax) (.wordChars 0 255))]
                          ["12 ab" #(doto % (.resetSyntax) (.whitespaceChars 32 32) (.wordChars 97 122) (.parseNumbers))]
                          ["" identity]]]
  (println (pr-str text))
  (doseq [token (tokens text configure)] (println " " token)))
(let [t (StreamTokenizer. (StringReader. "a b"))] (println (str t) (.nextToken t) (.sval t) (.pushBack t) (.nextToken t) (.sval t) (.nextToken t) (.sval t) (.nextToken t)))
(defn calculate [text]
  (let [t (doto (StreamTokenizer. (StringReader. text)) (.ordinaryChar 45) (.ordinaryChar 47))]
    (letfn [(factor [] (let [k (.nextToken t)] (if (= k (int \()) (let [x (sum)] (.nextToken t) x) (.nval t))))
            (chain [operand ops] (loop [x (operand)] (if-let [f (ops (.nextToken t))] (recur (f x (operand))) (do (.pushBack t) x))))
            (product [] (chain factor {(int \*) * (int \/) /}))
            (sum [] (chain product {(int \+) + (int \-) -}))]
      (sum))))
(println (map calculate ["1 + 2 * 3" "(1 + 2) * 3 - 4 / 8" "10-2-3"]))
