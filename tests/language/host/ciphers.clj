;; javax.crypto.Cipher with AES, and KeyGenerator.
(import '(java.security SecureRandom)
        '(javax.crypto Cipher KeyGenerator SecretKey)
        '(javax.crypto.spec GCMParameterSpec IvParameterSpec SecretKeySpec))

(defn hex [b] (when b (apply str (map (fn [x] (format "%02x" x)) b))))
(def key16 (SecretKeySpec. (byte-array (range 16)) "AES"))
(def key24 (SecretKeySpec. (byte-array (range 24)) "AES"))
(def key32 (SecretKeySpec. (byte-array (range 32)) "AES"))
(def iv (IvParameterSpec. (byte-array (range 16))))

(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println '~form "=>" (try (let [r# ~form] (if (bytes? r#) (hex r#) (pr-str r#)))
                                      (catch Throwable e# [(class e#) (ex-message e#)]))))))

(defn run [transformation mode k parameters data]
  (let [c (Cipher/getInstance transformation)]
    (if parameters (.init c mode k parameters) (.init c mode k))
    (.doFinal c data)))
(defn enc [transformation k parameters s] (run transformation Cipher/ENCRYPT_MODE k parameters (.getBytes s "UTF-8")))
(defn dec- [transformation k parameters b] (String. (run transformation Cipher/DECRYPT_MODE k parameters b) "UTF-8"))

(show
 (enc "AES" key16 nil "hello")
 (enc "AES" key24 nil "hello")
 (enc "AES/ECB/PKCS5Padding" key32 nil "exactly16bytes!!")
 (enc "AES/ECB/NoPadding" key16 nil "exactly16bytes!!")
 (enc "AES/ECB/NoPadding" key16 nil "short")
 (enc "AES/CBC/PKCS5Padding" key16 iv "hello world, this is long enough")
 (enc "AES/CBC/NoPadding" key32 iv "exactly16bytes!!exactly16bytes!!")
 (enc "AES/CTR/NoPadding" key16 iv "hello world, this is long enough")
 (enc "aes/cbc/pkcs5padding" key16 iv "x")
 (enc "AES/CBC/PKCS5Padding" key16 iv "")
 (dec- "AES/CBC/PKCS5Padding" key16 iv (enc "AES/CBC/PKCS5Padding" key16 iv "hello world, this is long enough"))
 (dec- "AES" key32 nil (enc "AES" key32 nil "héllo"))
 (dec- "AES/CTR/NoPadding" key16 iv (enc "AES/CTR/NoPadding" key16 iv "héllo"))
 (dec- "AES/CBC/PKCS5Padding" key32 iv (enc "AES/CBC/PKCS5Padding" key16 iv "hello"))
 (dec- "AES/CBC/PKCS5Padding" key16 iv (byte-array 5))
 (dec- "AES/CBC/NoPadding" key16 iv (byte-array 5))
 (seq (run "AES/CBC/PKCS5Padding" Cipher/DECRYPT_MODE key16 iv (byte-array 0)))
 (enc "AES" (SecretKeySpec. (byte-array 5) "AES") nil "x")
 (enc "AES" (SecretKeySpec. (byte-array 16) "DES") nil "x")
 (enc "AES" (SecretKeySpec. (byte-array 16) "Rijndael") nil "x")
 (enc "AES/CBC/PKCS5Padding" key16 (IvParameterSpec. (byte-array 8)) "x")
 (enc "AES/ECB/PKCS5Padding" key16 iv "x")
 (dec- "AES/CBC/PKCS5Padding" key16 nil (byte-array 16))
 (dec- "AES/CTR/NoPadding" key16 nil (byte-array 16))
 (count (enc "AES/CBC/PKCS5Padding" key16 nil "x"))
 (Cipher/getInstance "NOPE/X/Y")
 (Cipher/getInstance "AES/XXX/NoPadding")
 (Cipher/getInstance "AES/CBC/FooPadding")
 (Cipher/getInstance "AES/CBC")
 (Cipher/getInstance "")
 (Cipher/getInstance nil)
 (.doFinal (Cipher/getInstance "AES") (byte-array 1))
 (.getBlockSize (Cipher/getInstance "AES"))
 (.getAlgorithm (Cipher/getInstance "AES/CBC/PKCS5Padding"))
 (.getIV (Cipher/getInstance "AES/CBC/PKCS5Padding"))
 (.getIV (doto (Cipher/getInstance "AES/CBC/PKCS5Padding") (.init 1 key16 iv)))
 (count (.getIV (doto (Cipher/getInstance "AES/CBC/PKCS5Padding") (.init 1 key16))))
 (.getIV (doto (Cipher/getInstance "AES") (.init 1 key16)))
 (.getOutputSize (doto (Cipher/getInstance "AES") (.init 1 key16)) 5)
 (.getOutputSize (doto (Cipher/getInstance "AES") (.init 1 key16)) 16)
 (.getOutputSize (doto (Cipher/getInstance "AES/CTR/NoPadding") (.init 1 key16 iv)) 5)
 (Cipher/getMaxAllowedKeyLength "AES")
 (let [c (doto (Cipher/getInstance "AES/CBC/PKCS5Padding") (.init 1 key16 iv))] [(hex (.update c (byte-array 5))) (hex (.update c (byte-array 12))) (hex (.update c (byte-array 40) 3 30)) (hex (.doFinal c)) (hex (.doFinal c (byte-array 3))) (hex (.doFinal c (byte-array 10) 2 4))])
 (let [c (doto (Cipher/getInstance "AES/CBC/PKCS5Padding") (.init 2 key16 iv)) b (enc "AES/CBC/PKCS5Padding" key16 iv (apply str (repeat 40 "z")))] [(hex (.update c b 0 16)) (hex (.update c b 16 16)) (hex (.doFinal c b 32 16)) (String. (.doFinal c b))])
 (let [c (doto (Cipher/getInstance "AES/CTR/NoPadding") (.init 1 key16 iv))] [(hex (.update c (byte-array 5))) (hex (.update c (byte-array 20))) (hex (.doFinal c (byte-array 3))) (hex (.doFinal c))])
 (let [c (doto (Cipher/getInstance "AES/ECB/NoPadding") (.init 1 key16))] [(hex (.update c (byte-array 16))) (hex (.doFinal c))  (hex (.update c (byte-array 0)))])
 (let [g (fn [mode data aad] (let [c (Cipher/getInstance "AES/GCM/NoPadding")] (.init c mode key16 (GCMParameterSpec. 128 (byte-array (range 12)))) (when aad (.updateAAD c (.getBytes aad))) (.doFinal c data)))] [(hex (g 1 (.getBytes "hello") nil)) (hex (g 1 (.getBytes "hello world, this is long") "aad")) (String. (g 2 (g 1 (.getBytes "hello") "q") "q")) (try (g 2 (g 1 (.getBytes "hello") "q") "x") (catch Exception e [(class e) (ex-message e)]))])
 (let [c (Cipher/getInstance "AES/GCM/NoPadding")] (.init c 1 key32 (GCMParameterSpec. 96 (byte-array (range 16)))) [(hex (.doFinal c (.getBytes "abc"))) (try (.doFinal c (.getBytes "abc")) (catch Exception e [(class e) (ex-message e)]))])
 (let [c (Cipher/getInstance "AES/GCM/NoPadding")] (.init c 1 key32) [(count (.getIV c)) (count (.doFinal c (.getBytes "abc")))])
 (enc "AES/GCM/NoPadding" key16 iv "x")
 (GCMParameterSpec. -1 (byte-array 1))
 (enc "AES/GCM/NoPadding" key16 (GCMParameterSpec. 5 (byte-array 12)) "x")
 (.getTLen (GCMParameterSpec. 128 (byte-array 1)))
 (IvParameterSpec. nil)
 (hex (.getIV (IvParameterSpec. (byte-array (range 10)) 2 3)))
 (let [g (KeyGenerator/getInstance "AES")] [(count (.getEncoded (.generateKey g))) (.getAlgorithm g) (.getAlgorithm (.generateKey g)) (do (.init g 256) (count (.getEncoded (.generateKey g)))) (do (.init g 192 (SecureRandom.)) (count (.getEncoded (.generateKey g)))) (instance? SecretKey (.generateKey g)) (class (.generateKey g))])
 (.init (KeyGenerator/getInstance "AES") 5)
 (KeyGenerator/getInstance "nope")
 (count (.getEncoded (.generateKey (KeyGenerator/getInstance "HmacSHA256"))))
 (count (.getEncoded (.generateKey (KeyGenerator/getInstance "HmacSHA512"))))
 (count (.getEncoded (.generateKey (KeyGenerator/getInstance "HmacMD5"))))
 (let [g (KeyGenerator/getInstance "HmacSHA1")] (.init g 100) (count (.getEncoded (.generateKey g))))
 (.init (Cipher/getInstance "AES") 9 key16)
 [Cipher/WRAP_MODE Cipher/UNWRAP_MODE Cipher/DECRYPT_MODE])

;; Keys and blocks of FIPS 197 and SP 800-38A
(defn bytes-of [hex] (byte-array (map (fn [[a b]] (unchecked-byte (Long/parseLong (str a b) 16))) (partition 2 hex))))
(doseq [[k plain] [["000102030405060708090a0b0c0d0e0f" "00112233445566778899aabbccddeeff"]
                   ["000102030405060708090a0b0c0d0e0f1011121314151617" "00112233445566778899aabbccddeeff"]
                   ["000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f" "00112233445566778899aabbccddeeff"]
                   ["2b7e151628aed2a6abf7158809cf4f3c" "6bc1bee22e409f96e93d7e117393172a"]]]
  (let [k (SecretKeySpec. (bytes-of k) "AES")
        c (run "AES/ECB/NoPadding" Cipher/ENCRYPT_MODE k nil (bytes-of plain))]
    (println (hex c) (hex (run "AES/ECB/NoPadding" Cipher/DECRYPT_MODE k nil c)))))

;; A counter that overflows, and texts of all lengths
(println (hex (run "AES/CTR/NoPadding" 1 key16 (IvParameterSpec. (byte-array (repeat 16 -1))) (byte-array 40))))
(println (every? (fn [n]
                   (let [text (apply str (map (fn [i] (char (+ 97 (mod i 26)))) (range n)))]
                     (every? (fn [[t p]] (= text (dec- t key24 p (enc t key24 p text))))
                             [["AES/CBC/PKCS5Padding" iv] ["AES/ECB/PKCS5Padding" nil] ["AES/CTR/NoPadding" iv]
                              ["AES/GCM/NoPadding" (GCMParameterSpec. 128 (byte-array (range 12)))]])))
                 (range 50)))
