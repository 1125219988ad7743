;; Texts that are no Base64.
(defmacro show [& expressions]
  `(do
     ~@(for [e expressions]
         `(println (pr-str '~e) "=>"
                   (try (pr-str ~e)
                        (catch Throwable t#
                          (let [message# (when-not (instance? NullPointerException t#) (.getMessage t#))
                                end# (when message# (.indexOf message# " ("))]
                            (str (.getName (class t#)) ": "
                                 (if (and end# (pos? end#)) (subs message# 0 end#) message#)))))))))


(show
 (.decode (java.util.Base64/getDecoder) "ß")
 (.decode (java.util.Base64/getDecoder) "a")
 (.decode (java.util.Base64/getDecoder) "$1")
 (.decode (java.util.Base64/getDecoder) "$")
 (.decode (java.util.Base64/getDecoder) "ab=")
 (.decode (java.util.Base64/getDecoder) "=")
 (.decode (java.util.Base64/getDecoder) "a=")
 (.decode (java.util.Base64/getDecoder) "abcde")
 (.decode (java.util.Base64/getDecoder) "ab=c")
 (.decode (java.util.Base64/getDecoder) "ab==c")
 (.decode (java.util.Base64/getDecoder) "abc=d")
 (.decode (java.util.Base64/getDecoder) "éé")
 (.decode (java.util.Base64/getDecoder) "日本")
 (.decode (java.util.Base64/getDecoder) "日")
 (vec (.decode (java.util.Base64/getDecoder) "ab=="))
 (.decode (java.util.Base64/getDecoder) "a\n")
 (.decode (java.util.Base64/getMimeDecoder) "a")
 (vec (.decode (java.util.Base64/getMimeDecoder) "a b c d")))
