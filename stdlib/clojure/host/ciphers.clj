(ns clojure.host.ciphers
  "javax.crypto.Cipher for AES in the modes ECB, CBC, CTR and GCM, its parameters, and KeyGenerator."
  (:require [clojure.host.crypto]
            [clojure.host.defclass :refer [defclass]]
            [clojure.string :as str])
  (:import (java.io ByteArrayOutputStream)
           (java.security InvalidAlgorithmParameterException InvalidKeyException InvalidParameterException Key
                          NoSuchAlgorithmException SecureRandom)
           (java.util Arrays)
           (javax.crypto AEADBadTagException BadPaddingException Cipher IllegalBlockSizeException KeyGenerator)
           (javax.crypto.spec GCMParameterSpec IvParameterSpec SecretKeySpec)))

(defn- part [b from n] (Arrays/copyOfRange b (int from) (int (+ from n))))
(defn- joined [& parts] (byte-array (mapcat seq parts)))
(defn- random-bytes [n] (let [b (byte-array n)] (.nextBytes (SecureRandom.) b) b))

(defn- checked-part [b from n]
  (when (nil? b) (throw (NullPointerException. "Cannot read the array length because \"iv\" is null")))
  (when (neg? n) (throw (IllegalArgumentException. "Length argument is negative")))
  (when (neg? from) (throw (ArrayIndexOutOfBoundsException. "offset is negative")))
  (when (> (+ from n) (alength b)) (throw (IllegalArgumentException. "IV buffer too short for given offset/length combination")))
  (part b from n))

(defclass javax.crypto.spec.IvParameterSpec [iv]
  (getIV [_] (aclone iv))
  :static
  (new ([iv] (IvParameterSpec. iv 0 (count iv)))
    ([iv from n] (IvParameterSpec/<init> (checked-part iv from n)))))

(defclass javax.crypto.spec.GCMParameterSpec [bits iv]
  (getIV [_] (aclone iv))
  (getTLen [_] (int bits))
  :static
  (new ([bits iv] (GCMParameterSpec. bits iv 0 (count iv)))
    ([bits iv from n]
     (when (neg? bits) (throw (IllegalArgumentException. "Length argument is negative")))
     (GCMParameterSpec/<init> bits (checked-part iv from n)))))

;; GCM, NIST SP 800-38D

(defn- padded [b] (byte-array (* 16 (quot (+ 15 (alength b)) 16)) b))

(defn- lengths [a b]
  (byte-array (for [n [a b], shift (range 56 -8 -8)] (unchecked-byte (bit-shift-right (* 8 (alength n)) shift)))))

(defn- gcm-start
  "{:hash-key :first}: what GHASH multiplies by, and the block before the first counter."
  [key iv]
  (let [hash-key (Cipher/blocks key (byte-array 16) nil true)]
    {:hash-key hash-key
     :first (if (= 12 (alength iv))
              (joined iv [0 0 0 1])
              (Cipher/ghash hash-key (joined (padded iv) (lengths (byte-array 0) iv))))}))

(defn- next-counter [block]
  (loop [block (aclone block) i 15]
    (let [b (unchecked-byte (inc (aget block i)))]
      (aset block i b)
      (if (and (zero? b) (> i 12)) (recur block (dec i)) block))))

(defn- gcm-tag [{:keys [hash-key first]} key aad text n]
  (let [hash (Cipher/ghash hash-key (joined (padded aad) (padded text) (lengths aad text)))]
    (part (Cipher/counted key hash first 4) 0 n)))

(defn- gcm [key iv aad bytes tag-bytes encrypting]
  (let [{:keys [first] :as start} (gcm-start key iv)
        counter (next-counter first)]
    (if encrypting
      (let [text (Cipher/counted key bytes counter 4)]
        (joined text (gcm-tag start key aad text tag-bytes)))
      (let [n (- (alength bytes) tag-bytes)
            text (when-not (neg? n) (part bytes 0 n))]
        (when-not (and text (= (seq (part bytes n tag-bytes)) (seq (gcm-tag start key aad text tag-bytes))))
          (throw (AEADBadTagException. "Tag mismatch!")))
        (Cipher/counted key text counter 4)))))

;; Transformations

(defn- unsupported [transformation]
  (throw (NoSuchAlgorithmException. (str "Cannot find any provider supporting " transformation))))

(defn- parsed
  "[mode padding] of \"AES/CBC/PKCS5Padding\"."
  [transformation]
  (when (str/blank? transformation) (throw (NoSuchAlgorithmException. "Null or empty transformation")))
  (let [parts (map (comp str/upper-case str/trim) (str/split transformation #"/"))
        [algorithm mode padding] (if (= 1 (count parts)) [(first parts) "ECB" "PKCS5PADDING"] parts)]
    (when-not (#{1 3} (count parts))
      (throw (NoSuchAlgorithmException. (str "Invalid transformation format:" transformation))))
    (when-not (and (= "AES" algorithm)
                   (contains? (if (#{"CTR" "GCM"} mode) #{"NOPADDING"} #{"NOPADDING" "PKCS5PADDING"}) padding)
                   (#{"ECB" "CBC" "CTR" "GCM"} mode))
      (unsupported transformation))
    [mode padding]))

(defn- key-bytes [key]
  (when-not (instance? Key key) (throw (InvalidKeyException. "No installed provider supports this key: (null)")))
  (when-not (#{"AES" "RIJNDAEL"} (str/upper-case (.getAlgorithm key)))
    (throw (InvalidKeyException. "Wrong algorithm: AES or Rijndael required")))
  (let [b (.getEncoded key)]
    (when-not (#{16 24 32} (alength b)) (throw (InvalidKeyException. (str "Invalid AES key length: " (alength b) " bytes"))))
    b))

(defn- refuse-parameters [message] (throw (InvalidAlgorithmParameterException. message)))

(defn- parameters
  "{:iv :tag} for a mode, of the parameters that were given, or random ones to encrypt with."
  [mode parameters encrypting]
  (cond
    (= "ECB" mode) (when parameters (refuse-parameters "ECB mode cannot use IV"))
    (nil? parameters) (if encrypting
                        {:iv (random-bytes (if (= "GCM" mode) 12 16)) :tag 16}
                        (throw (InvalidKeyException. "Parameters missing")))
    (= "GCM" mode) (do
                     (when-not (instance? GCMParameterSpec parameters)
                       (refuse-parameters "AlgorithmParameterSpec not of GCMParameterSpec"))
                     (when-not (#{96 104 112 120 128} (.getTLen parameters))
                       (refuse-parameters "Unsupported TLen value.  Must be one of {128, 120, 112, 104, 96}"))
                     {:iv (.getIV parameters) :tag (quot (.getTLen parameters) 8)})
    (not (instance? IvParameterSpec parameters)) (refuse-parameters (str "Unsupported parameter: " parameters))
    (not= 16 (alength (.getIV parameters))) (refuse-parameters "Wrong IV length: must be 16 bytes long")
    :else {:iv (.getIV parameters)}))

(defn- pad [b]
  (let [n (- 16 (rem (alength b) 16))] (joined b (repeat n (byte n)))))

(defn- unpad [b]
  (if (zero? (alength b))
    b
    (let [n (aget b (dec (alength b)))]
      (when-not (and (<= 1 n 16) (every? (fn [i] (= n (aget b i))) (range (- (alength b) n) (alength b))))
        (throw (BadPaddingException. (str "Given final block not properly padded. Such issues can arise if a bad key is used "
                                          "during decryption."))))
      (part b 0 (- (alength b) n)))))

;; `waiting` has the bytes that no whole block was made of so far; of a stream (CTR), those of the block that the key
;; stream is in: :done of them went out. `chain` is the block that CBC adds, or the counter of CTR.
(defclass javax.crypto.Cipher
  [transformation mode padding ^:unsynchronized-mutable state ^:unsynchronized-mutable chain ^:unsynchronized-mutable done
   ^:unsynchronized-mutable used waiting aad]
  (getAlgorithm [_] transformation)
  (getBlockSize [_] (int 16))
  (getIV [_] (some-> (:iv state) aclone))
  (getOutputSize [_ n]
    (let [n (+ n (.size waiting))]
      (int (cond
             (= "GCM" mode) (if (:encrypting state) (+ n (:tag state)) (max 0 (- n (:tag state))))
             (and (= "PKCS5PADDING" padding) (:encrypting state)) (* 16 (inc (quot n 16)))
             :else n))))
  (init ([this operation key] (.init this operation key nil))
    ([this operation key given]
     (when-not (<= 1 operation 4) (throw (InvalidParameterException. "Invalid operation mode")))
     (when (> operation 2) (throw (UnsupportedOperationException. "keys are not wrapped")))
     (let [encrypting (= 1 operation)
           b (key-bytes key)]
       (set! state (assoc (parameters mode (when-not (instance? java.util.Random given) given) encrypting) :key b :encrypting encrypting)))
     (set! used false)
     (.start this)
     nil)
    ([this operation key given _] (.init this operation key given)))
  (start [_]
    (set! chain (:iv state))
    (set! done 0)
    (.reset waiting)
    (.reset aad))
  (check [_]
    (when-not state (throw (IllegalStateException. "Cipher not initialized")))
    (when (and used (= "GCM" mode) (:encrypting state))
      (throw (IllegalStateException. "Must use either different key or  iv for GCM encryption"))))
  (updateAAD [this b]
    (.check this)
    (.write aad b 0 (alength b))
    nil)
  ;; The output of whole blocks.
  (run [_ b]
    (let [{:keys [key encrypting]} state
          out (Cipher/blocks key b (when (= "CBC" mode) chain) encrypting)]
      (when (and (= "CBC" mode) (pos? (alength b)))
        (set! chain (part (if encrypting out b) (- (alength b) 16) 16)))
      out))
  ;; The output of a stream, which goes on within the block that it left off in.
  (flow [_ b]
    (let [out (part (Cipher/counted (:key state) (joined (byte-array done) b) chain 16) done (alength b))
          total (+ done (alength b))]
      (dotimes [_ (quot total 16)] (set! chain (part (.toByteArray (.add (BigInteger. 1 (joined [1] chain)) BigInteger/ONE)) 1 16)))
      (set! done (rem total 16))
      out))
  (update
    ([this b]
     (.check this)
     (case mode
       "CTR" (.flow this b)
       "GCM" (do (.write waiting b 0 (alength b)) (byte-array 0))
       (do
         (.write waiting b 0 (alength b))
         (let [all (.toByteArray waiting)
               n (alength all)
               ;; The last block stays back when padding may have to be taken from it.
               ready (* 16 (quot (if (and (= "PKCS5PADDING" padding) (not (:encrypting state))) (max 0 (dec n)) n) 16))]
           (.reset waiting)
           (.write waiting all ready (- n ready))
           (when (pos? (alength b)) (.run this (part all 0 ready)))))))
    ([this b from n] (.update this (part b from n))))
  (doFinal
    ([this] (.doFinal this (byte-array 0)))
    ([this b from n] (.doFinal this (part b from n)))
    ([this b]
     (.check this)
     (if (= "CTR" mode)
       (let [out (.flow this b)] (.start this) out)
       (let [_ (.write waiting b 0 (alength b))
             all (.toByteArray waiting)
             {:keys [encrypting key iv tag]} state
             padded? (= "PKCS5PADDING" padding)]
         (when (and (not= "GCM" mode) (not (and padded? encrypting)) (pos? (rem (alength all) 16)))
           (.start this)
           (throw (IllegalBlockSizeException. (if padded?
                                                "Input length must be multiple of 16 when decrypting with padded cipher"
                                                "Input length not multiple of 16 bytes"))))
         (try
           (cond
             (= "GCM" mode) (do (set! used true) (gcm key iv (.toByteArray aad) all tag encrypting))
             (not padded?) (.run this all)
             encrypting (.run this (pad all))
             :else (unpad (.run this all)))
           (finally (.start this)))))))
  (getParameters [_] nil)
  :static
  (:field ENCRYPT_MODE (int 1))
  (:field DECRYPT_MODE (int 2))
  (:field WRAP_MODE (int 3))
  (:field UNWRAP_MODE (int 4))
  (getMaxAllowedKeyLength [transformation] Integer/MAX_VALUE)
  (getInstance
    ([transformation]
     (let [[mode padding] (parsed transformation)]
       (Cipher/<init> transformation mode padding nil nil 0 false (ByteArrayOutputStream.) (ByteArrayOutputStream.))))
    ([transformation provider] (Cipher/getInstance transformation))))

;; Keys: [bits when none are asked for, those that may be]
(def ^:private key-sizes
  {"AES" [128 #{128 192 256}] "HMACMD5" [512 pos?] "HMACSHA1" [512 pos?] "HMACSHA224" [224 pos?] "HMACSHA256" [256 pos?]
   "HMACSHA384" [384 pos?] "HMACSHA512" [512 pos?]})

(defclass javax.crypto.KeyGenerator [algorithm ^:unsynchronized-mutable bits valid?]
  (getAlgorithm [_] algorithm)
  (init ([_ x]
         (when (number? x)
           (when-not (valid? x) (throw (InvalidParameterException. "Wrong keysize: must be equal to 128, 192 or 256")))
           (set! bits x))
         nil)
    ([this x _] (.init this x)))
  (generateKey [_] (SecretKeySpec. (random-bytes (quot (+ 7 bits) 8)) algorithm))
  :static
  (getInstance
    ([algorithm]
     (let [[bits valid?] (key-sizes (str/upper-case algorithm))]
       (when-not bits (throw (NoSuchAlgorithmException. (str algorithm " KeyGenerator not available"))))
       (KeyGenerator/<init> algorithm bits valid?)))
    ([algorithm provider] (KeyGenerator/getInstance algorithm))))
