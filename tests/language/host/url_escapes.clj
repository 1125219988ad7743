; URLEncoder and URLDecoder in charsets whose plain letters are no single bytes; half surrogate pairs in UTF-16.
(doseq [charset ["UTF-8" "UTF-16" "ISO-8859-1" "US-ASCII" "UTF-16LE" "UTF-16BE"]
        text ["foo/bar" "a b/c d" "h\u00e9\u00e9" "\u00e9" "" "x\ud83d\ude00y" "\u00fc/\u00fc \u00fc" "\ud83d" "a\ude00b" "\u65e5\u672c"]]
  (let [encoded (java.net.URLEncoder/encode text charset)]
    (println charset encoded (mapv int (java.net.URLDecoder/decode encoded charset)) (vec (.getBytes text charset)))))
(println (mapv int (java.net.URLDecoder/decode "\u00e9%E9+%2B" "ISO-8859-1")) (mapv int (java.net.URLDecoder/decode "\u00e9%C3%A9" "UTF-8")))
(doseq [text ["%" "%4" "a%zz" "%x1" "%4g" "%-1" "%-0" "%+1" "%--" "%-g" "%41%" "%C3" "%41%42+c"]]
  (println text (try (mapv int (java.net.URLDecoder/decode text "UTF-8")) (catch Exception e (ex-message e)))))
(println (try (java.net.URLEncoder/encode nil "UTF-8") (catch Exception e (ex-message e))) (try (java.net.URLDecoder/decode nil "UTF-8") (catch Exception e (ex-message e))))
