;; Radixes, exponents and sizes that make no sense are refused, or taken for 10 where Java shows a number.

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
 (.toString (biginteger 50) 0) (.toString (biginteger 50) 1) (.toString (biginteger 50) 37) (.toString (biginteger 50) 36) (Long/toString 50 0) (Integer/toString 50 99)
 (Long/toUnsignedString -1 1) (Long/toUnsignedString -1 16) (Integer/toUnsignedString -1 2) (BigInteger. "10" 0) (BigInteger. "10" 1) (BigInteger. "10" 37) (BigInteger. "10" 36)
 (Long/parseUnsignedLong "10" 1) (Integer/parseUnsignedInt "10" 99) (Character/digit \a 99) (Character/digit \a 16)
 (.nextProbablePrime (biginteger -5)) (.modPow (biginteger 5) (biginteger -3) (biginteger 10)) (.modPow (biginteger 3) (biginteger -3) (biginteger 10)) (.testBit (biginteger 2) -1)
 (.pow 1.5M 1000000000) (.deleteCharAt (StringBuilder. "abc") 5)
 (java.util.ArrayList. -1) (java.util.HashMap. -1) (java.util.PriorityQueue. 0))
