; Character and string literals.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(show \a \space \newline \tab \return \backspace \formfeed \\ \" \( \) \; \u0041 \u00e9 \o101 \o377 \o0 \u0000 \λ)
(show (read-string "\\ab") (read-string "\\u12") (read-string "\\uD800") (read-string "\\o400") (read-string "\\o8") (read-string "\\") (read-string "\\u004Z"))
(show "a\tb\nc\rd\be\ff\"g\\h" "\u0041\u00e9" "\101\0\377" "multi
line" "" "λ→😀" (count "😀") (seq "a😀"))
(show (read-string "\"\\q\"") (read-string "\"abc") (read-string "\"\\u12\"") (read-string "\"\\400\"") (read-string "\"\\8\""))
(println "a\tb\nc" \a \newline \b)
(println (str \a \b "c" \newline "d"))
(prn (map int [\a \newline \u00ff \uffff]))
(prn (map char [97 10 255 65 0 127 128 160]))
(show (char -1) (char 65536) (char 1.5) (int \a) (int "a"))
