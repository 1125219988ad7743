; Surrogates, wide characters, case mapping.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(def s "a😀λ\u00e9z")
(show s (count s) (seq s) (map int s) (.length s) (.codePointAt s 1) (.codePointCount s 0 (count s)) (subs s 0 1) (subs s 3) (subs s 1 3) (.indexOf s "λ") (reverse (map int s)) (clojure.string/reverse s) (clojure.string/upper-case s) (clojure.string/upper-case "straße") (clojure.string/lower-case "ÀÉΣ") (clojure.string/lower-case "ΑΣ") (hash s) (.hashCode s) (hash "λ") (= "é" "\u00e9") (compare "z" "é") (compare "\uFFFF" "😀") (str \u03bb) (String. (int-array [128512 97]) 0 2) (vec (Character/toChars 128512)) (Character/isSurrogate (nth s 1)) (Character/isHighSurrogate (nth s 1)) (count (.getBytes s "UTF-8")) (vec (.getBytes "é" "UTF-8")) (String. (byte-array [-61 -87]) "UTF-8") (keyword "λ") 'λ :日本 (def π 3) π {"日" 1} (format "%s|%5s|" "λ" "λ") (clojure.string/capitalize "éa") (clojure.string/trim "\u2003a\u00a0") (clojure.string/blank? "\u2003") (Character/isWhitespace \u2003) (re-seq #"." "λé") (.toUpperCase "ß") (sort ["é" "z" "a" "λ"]) (Character/getType \a) (Character/charCount 128512) (Character/isLetter (int 955)))
(println s) (println "日本語" \λ :κ) (prn "tab\there" "\u0001\u007f" \u0001)
(println (map char (range 945 950)))
