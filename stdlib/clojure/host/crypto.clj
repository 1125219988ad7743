(ns clojure.host.crypto
  "javax.crypto.Mac, its keys, and java.util.HexFormat."
  (:require [clojure.host.defclass :refer [defclass extend-class]]
            [clojure.string :as str])
  (:import (java.io ByteArrayOutputStream)
           (java.security InvalidKeyException MessageDigest NoSuchAlgorithmException)
           (java.util HexFormat)
           (javax.crypto Mac)
           (javax.crypto.spec SecretKeySpec)))

(defclass javax.crypto.spec.SecretKeySpec [key algorithm]
  (getAlgorithm [_] algorithm)
  (getEncoded [_] (aclone key))
  (getFormat [_] "RAW")
  (equals [_ o] (and (instance? SecretKeySpec o) (= (str/lower-case algorithm) (str/lower-case (.getAlgorithm o)))
                     (= (seq key) (seq (.getEncoded o)))))
  (hashCode [_] (unchecked-int (bit-xor (java.util.Arrays/hashCode key) (.hashCode (str/lower-case algorithm)))))
  :static
  (new ([key algorithm]
        (when (or (nil? key) (nil? algorithm)) (throw (IllegalArgumentException. "Missing argument")))
        (when (zero? (alength key)) (throw (IllegalArgumentException. "Empty key")))
        (SecretKeySpec/<init> (aclone key) algorithm))
    ([key from n algorithm] (SecretKeySpec. (java.util.Arrays/copyOfRange key (int from) (int (+ from n))) algorithm))))

;; HMAC, RFC 2104, by names without dashes: [digest, bytes of a block].
(def ^:private digests
  {"HMACMD5" ["MD5" 64] "HMACSHA1" ["SHA-1" 64] "HMACSHA256" ["SHA-256" 64] "HMACSHA512" ["SHA-512" 128]
   "HMACSHA384" ["SHA-384" 128] "HMACSHA224" ["SHA-224" 64] "HMACSHA3224" ["SHA3-224" 144] "HMACSHA3256" ["SHA3-256" 136]
   "HMACSHA3384" ["SHA3-384" 104] "HMACSHA3512" ["SHA3-512" 72]})

(defn- digest-of [name & parts]
  (let [digest (MessageDigest/getInstance name)]
    (doseq [part parts] (.update digest part))
    (.digest digest)))

(defn- padded-key [name block key]
  (byte-array block (if (> (alength key) block) (digest-of name key) key)))

(defn- masked [key mask] (byte-array (map (fn [b] (unchecked-byte (bit-xor b mask))) key)))

;; `inner` and `outer`: the key as it is put before the text, and before the hash of that.
(defclass javax.crypto.Mac [algorithm digest block ^:unsynchronized-mutable inner ^:unsynchronized-mutable outer collected]
  (getAlgorithm [_] algorithm)
  (getMacLength [_] (.getDigestLength (MessageDigest/getInstance digest)))
  (init ([_ k]
         (when-not (instance? java.security.Key k) (throw (InvalidKeyException. "Secret key expected")))
         (let [key (padded-key digest block (.getEncoded k))]
           (set! inner (masked key 0x36))
           (set! outer (masked key 0x5c)))
         (.reset collected)
         nil)
    ([this k _] (.init this k)))
  (update ([_ b]
           (when-not inner (throw (IllegalStateException. "MAC not initialized")))
           (if (bytes? b) (.write collected b) (.write collected (int b)))
           nil)
    ([_ b from n]
     (when-not inner (throw (IllegalStateException. "MAC not initialized")))
     (.write collected b (int from) (int n))
     nil))
  (doFinal ([_]
            (when-not inner (throw (IllegalStateException. "MAC not initialized")))
            (let [text (.toByteArray collected)]
              (.reset collected)
              (digest-of digest outer (digest-of digest inner text))))
    ([this b] (.update this b) (.doFinal this)))
  (reset [_] (.reset collected) nil)
  :static
  (getInstance ([algorithm]
                (let [[digest block] (digests (str/replace (str/upper-case algorithm) "-" ""))]
                  (when-not digest (throw (NoSuchAlgorithmException. (str "Algorithm " algorithm " not available"))))
                  (MessageDigest/getInstance digest)
                  (Mac/<init> algorithm digest block nil nil (ByteArrayOutputStream.))))
    ([algorithm _] (Mac/getInstance algorithm))))

;; What there is, as java.security.Security lists it

(def ^:private services
  (concat (for [name ["MD5" "SHA-1" "SHA-224" "SHA-256" "SHA-384" "SHA-512" "SHA3-224" "SHA3-256" "SHA3-384" "SHA3-512"]]
            ["MessageDigest" name])
          (for [name ["HmacMD5" "HmacSHA1" "HmacSHA224" "HmacSHA256" "HmacSHA384" "HmacSHA512"]] ["Mac" name])
          [["SecureRandom" "NativePRNG"]]))

(defclass java.security.Provider$Service [type algorithm]
  (getType [_] type)
  (getAlgorithm [_] algorithm)
  (toString [_] (str type "." algorithm)))

(defclass java.security.Provider []
  (getName [_] "cljvm")
  (getVersionStr [_] "1")
  (getInfo [_] "digests, HMAC and random numbers of the runtime")
  (getServices [_] (set (map (fn [[type algorithm]] (java.security.Provider$Service/<init> type algorithm)) services)))
  (keys [this] (java.util.Collections/enumeration (vec (.keySet this))))
  (keySet [_] (into #{"Alg.Alias.MessageDigest.SHA" "Alg.Alias.MessageDigest.SHA1"} (map (fn [[type algorithm]] (str type "." algorithm))) services))
  (toString [_] "cljvm version 1"))

(def ^:private provider (java.security.Provider/<init>))

(extend-class java.security.Security
  :static
  (getProviders [] (into-array java.security.Provider [provider]))
  (getProvider [name] (when (= name "cljvm") provider))
  (getAlgorithms [type] (java.util.HashSet. (map (comp str/upper-case second) (filter (comp #{type} first) services)))))

;; Hexadecimal text

(defn- digit [c]
  (let [d (Character/digit (char c) 16)]
    (when (neg? d) (throw (NumberFormatException. (str "not a hexadecimal digit: \"" (char c) "\" = " (int c)))))
    d))

(defn- hex [n width upper]
  (let [text (Long/toHexString n)
        text (subs (str "0000000000000000" text) (count text))
        text (subs text (- 16 width))]
    (if upper (str/upper-case text) text)))

(defclass java.util.HexFormat [delimiter prefix suffix upper]
  (delimiter [_] delimiter)
  (prefix [_] prefix)
  (suffix [_] suffix)
  (isUpperCase [_] upper)
  (withDelimiter [_ s] (HexFormat/<init> s prefix suffix upper))
  (withPrefix [_ s] (HexFormat/<init> delimiter s suffix upper))
  (withSuffix [_ s] (HexFormat/<init> delimiter prefix s upper))
  (withUpperCase [_] (HexFormat/<init> delimiter prefix suffix true))
  (withLowerCase [_] (HexFormat/<init> delimiter prefix suffix false))
  (formatHex ([_ b] (str/join delimiter (map (fn [x] (str prefix (hex (bit-and x 255) 2 upper) suffix)) b)))
    ([this b from to] (.formatHex this (java.util.Arrays/copyOfRange b (int from) (int to)))))
  (parseHex [_ text]
    (let [text (str text)
          wrong (fn []
                  (throw (IllegalArgumentException. (str (if (= "" delimiter prefix suffix) "string length not even: " "string is incorrect length: ")
                                                         (count text)))))
          part (+ (count prefix) 2 (count suffix))
          step (+ part (count delimiter))]
      (if (= "" text)
        (byte-array 0)
        (let [n (quot (+ (count text) (count delimiter)) step)]
          (when-not (= (count text) (- (* n step) (count delimiter))) (wrong))
          (byte-array
           (map (fn [i]
                  (let [at (* i step) digits-at (+ at (count prefix))]
                    (when-not (and (.startsWith text prefix at) (.startsWith text suffix (+ digits-at 2))
                                   (or (= i (dec n)) (.startsWith text delimiter (+ at part))))
                      (throw (IllegalArgumentException. (str "found: " (subs text at (min (count text) (+ at step))) " expected: " prefix suffix delimiter))))
                    (unchecked-byte (+ (* 16 (digit (.charAt text digits-at))) (digit (.charAt text (inc digits-at)))))))
                (range n)))))))
  (toHexDigits ([_ x]
                (cond
                  (instance? Byte x) (hex (bit-and x 0xff) 2 upper)
                  (instance? Short x) (hex (bit-and x 0xffff) 4 upper)
                  (char? x) (hex (int x) 4 upper)
                  (instance? Integer x) (hex (bit-and x 0xffffffff) 8 upper)
                  :else (hex x 16 upper)))
    ([_ x n] (hex x n upper)))
  (equals [_ o] (and (instance? HexFormat o) (= [delimiter prefix suffix upper] [(.delimiter o) (.prefix o) (.suffix o) (.isUpperCase o)])))
  (toString [_] (str "uppercase: " upper ", delimiter: \"" delimiter "\", prefix: \"" prefix "\", suffix: \"" suffix "\""))
  :static
  (of [] (HexFormat/<init> "" "" "" false))
  (ofDelimiter [s] (HexFormat/<init> s "" "" false))
  (isHexDigit [c] (not (neg? (Character/digit (char c) 16))))
  (fromHexDigit [c] (int (digit c)))
  (fromHexDigits [s] (do (run! digit s) (unchecked-int (Long/parseLong s 16))))
  (fromHexDigitsToLong [s] (do (run! digit s) (Long/parseUnsignedLong s 16))))

(extend-class java.security.SecureRandom
  (generateSeed [random n] (let [b (byte-array n)] (.nextBytes random b) b))
  (getAlgorithm [_] "NativePRNG")
  (setSeed [_ _])
  :static
  (getInstance ([_] (java.security.SecureRandom.)) ([_ _] (java.security.SecureRandom.)))
  (getInstanceStrong [] (java.security.SecureRandom.)))
