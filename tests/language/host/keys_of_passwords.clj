;; PBKDF2: keys that are made of passwords.
(import '(java.security NoSuchAlgorithmException) '(java.security.spec InvalidKeySpecException)
        '(javax.crypto SecretKey SecretKeyFactory) '(javax.crypto.spec PBEKeySpec))

(defn spec [password salt iterations bits] (PBEKeySpec. (.toCharArray password) (.getBytes salt) iterations bits))

(defn secret [algorithm & args] (.generateSecret (SecretKeyFactory/getInstance algorithm) (apply spec args)))

(defn hex [key] (apply str (map (fn [b] (format "%02x" b)) (.getEncoded key))))

(println (hex (secret "PBKDF2WithHmacSHA1" "password" "salt" 1 160)))
(println (hex (secret "PBKDF2WithHmacSHA1" "password" "salt" 3 200)))
(println (hex (secret "PBKDF2WithHmacSHA256" "pässword" "salt and pepper" 2 512)))
(println (hex (secret "PBKDF2WithHmacSHA512" "" "salt" 2 72)))
(let [key (secret "PBKDF2WithHmacSHA512" "a" "b" 1 64)]
  (println (.getAlgorithm key) (.getFormat key) (instance? SecretKey key)))
(println (.getAlgorithm (SecretKeyFactory/getInstance "PBKDF2WithHmacSHA256")))

(defmacro refusal [form] `(try ~form (catch Exception e# (println (.getName (class e#)) (.getMessage e#)))))
(refusal (SecretKeyFactory/getInstance "nope"))
(refusal (spec "a" "" 3 64))
(refusal (spec "a" "s" 0 64))
(refusal (spec "a" "s" -1 64))
(refusal (spec "a" "s" 1 0))
(refusal (PBEKeySpec. (.toCharArray "a") nil 1 10))
(refusal (.generateSecret (SecretKeyFactory/getInstance "PBKDF2WithHmacSHA1") (PBEKeySpec. (.toCharArray "a"))))
(refusal (.generateSecret (SecretKeyFactory/getInstance "PBKDF2WithHmacSHA1") (PBEKeySpec. (.toCharArray "a") (.getBytes "s") 1)))

(let [password (.toCharArray "abc")
      s (PBEKeySpec. password (.getBytes "salt") 9 64)]
  (aset password 0 \z)
  (println (.getIterationCount s) (.getKeyLength s) (String. (.getSalt s)) (String. (.getPassword s)))
  (.clearPassword s)
  (refusal (.getPassword s)))
