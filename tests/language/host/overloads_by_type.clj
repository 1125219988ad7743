;; Methods with overloads by type take what one of them takes; a member has the arities it has.

(defmacro show [& expressions]
  `(do
     ~@(for [e expressions]
         `(println (pr-str '~e) "=>"
                   (try (pr-str ~e)
                        (catch NullPointerException e# "java.lang.NullPointerException")
                        (catch Throwable t#
                          (let [message# (.getMessage t#)
                                end# (when message# (.indexOf message# " ("))]
                            (str (.getName (class t#)) ": "
                                 (if (and end# (pos? end#)) (subs message# 0 end#) message#)))))))))

(defn id [x] x)

(show
 (Character/isLetter (id nil)) (Character/isLetter (id "a")) (Character/isLetter (id 1N)) (Character/isLetter (id 97)) (Character/isLetter (id \a))
 (Character/isLetterOrDigit (id 1.5)) (Character/isLetterOrDigit (id \5)) (Character/isWhitespace (id nil)) (Character/toUpperCase (id "a"))
 (Character/toUpperCase (id \a)) (Character/toUpperCase (id 97)) (Character/toString (id nil)) (Character/digit (id \a) (id nil)) (Character/digit (id \a) 16)
 (Character/digit (id "a") 10) (Character/isAlphabetic (id \a)) (Character/isSurrogate (id 1)) (Character/compare (id 1) \a) (Character/isDefined (id \a))
 (Character/charCount (id \a)) (Character/getNumericValue (id nil))
 (Long/valueOf (id \a)) (Long/valueOf (id 1.5)) (Long/valueOf (id 5)) (Long/valueOf (id "5")) (Integer/valueOf (id \a)) (Double/valueOf (id 1)) (Double/valueOf (id 1.5))
 (Math/abs (id nil)) (Math/abs (id 1N)) (Math/abs (id 1/2)) (Math/abs (id -5)) (Math/abs (id -5.5)) (Math/max (id 1) (id 1.5)) (Math/max (id 1) (id 2))
 (Math/round (id 1)) (Math/round (id 1.5)) (Math/floorMod (id 1) (id 2.0)) (Math/floorMod (id -1) (id 3)) (Math/addExact (id 1) (id 1.5)) (Math/signum (id 1)) (Math/sqrt (id 4))
 (.replace (id "abc") (id :a) "b") (.replace (id "abc") (id 1) (id 2)) (.replace (id "abc") (id "b") (id "x")) (.indexOf (id "abc") (id 98N)) (.indexOf (id "abc") (id 98))
 (.decode (java.util.Base64/getDecoder) (id 1)) (java.net.URLEncoder/encode (id :a) "UTF-8") (java.net.URLEncoder/encode (id "a b") "UTF-8")
 (.replaceAll (map inc []) "a" "b") (.replaceAll (java.util.ArrayList.) "a" "b") (.removeIf (java.util.ArrayList.) "a" "b") (.forEach [1] 1 2 3) (.stream [1] 1)
 (.getOrDefault {} 1) (.computeIfAbsent {} 1) (.acquire (java.util.concurrent.Semaphore. 1) 2 3 4))
