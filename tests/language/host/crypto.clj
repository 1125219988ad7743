;; Message digests, HMAC, hexadecimal text.
(defmacro show [form]
  `(println (try (pr-str ~form) (catch Throwable e# (str (.getName (class e#)) ": " (ex-message e#))))))

(import '(java.security MessageDigest) '(java.util HexFormat) '(javax.crypto Mac) '(javax.crypto.spec SecretKeySpec))
(defn hex [bytes] (.formatHex (HexFormat/of) bytes))
(doseq [name ["MD5" "SHA-1" "SHA-224" "SHA-256" "SHA-384" "SHA-512"] text ["" "abc" (apply str (repeat 300 "a"))]]
  (println name (hex (.digest (MessageDigest/getInstance name) (.getBytes text))) (.getDigestLength (MessageDigest/getInstance name))))
(doseq [name ["HmacMD5" "HmacSHA1" "HmacSHA224" "HmacSHA256" "HmacSHA384" "HmacSHA512"] n [3 300]]
  (let [mac (doto (Mac/getInstance name) (.init (SecretKeySpec. (byte-array (range n)) name)))]
    (.update mac (byte 1))
    (println name n (.getMacLength mac) (hex (.doFinal mac (.getBytes "data"))) (hex (.doFinal mac)))))
(show (Mac/getInstance "HmacNone"))
(show (.doFinal (Mac/getInstance "HmacSHA256")))
(show (SecretKeySpec. (byte-array 0) "x"))
(show (let [k (SecretKeySpec. (byte-array [1 2]) "HmacSHA256")] [(.getAlgorithm k) (vec (.getEncoded k)) (.getFormat k) (= k (SecretKeySpec. (byte-array [1 2]) "HMACSHA256"))]))
(show (let [h (HexFormat/ofDelimiter ":")]
        [(.formatHex h (byte-array [1 -1])) (vec (.parseHex h "01:ff")) (.formatHex (.withUpperCase h) (byte-array [-17]))
         (.formatHex (.withPrefix h "0x") (byte-array [1 2])) (str h) (.formatHex h (byte-array 0))]))
(show [(HexFormat/fromHexDigits "ff") (HexFormat/isHexDigit 103) (HexFormat/fromHexDigit 97) (.toHexDigits (HexFormat/of) (byte 10)) (.toHexDigits (HexFormat/of) 255)])
(show (vec (.parseHex (HexFormat/of) "0")))
