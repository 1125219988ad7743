(ns clojure.host.secret-keys
  "javax.crypto.SecretKeyFactory: keys made of passwords with PBKDF2 (RFC 8018)."
  (:require [clojure.host.crypto]
            [clojure.host.defclass :refer [defclass]]
            [clojure.string :as str])
  (:import (java.security NoSuchAlgorithmException)
           (java.security.spec InvalidKeySpecException)
           (javax.crypto Mac SecretKeyFactory)
           (javax.crypto.spec PBEKeySpec SecretKeySpec)))

(defclass javax.crypto.spec.PBEKeySpec [^:unsynchronized-mutable password salt iterations key-length]
  (getPassword [_]
    (when-not password (throw (IllegalStateException. "password has been cleared")))
    (aclone password))
  (clearPassword [_] (set! password nil))
  (getSalt [_] (when salt (aclone salt)))
  (getIterationCount [_] (int iterations))
  (getKeyLength [_] (int key-length))
  :static
  (new ([password] (PBEKeySpec/<init> (aclone (or password (char-array 0))) nil 0 0))
    ([password salt iterations] (PBEKeySpec. password salt iterations nil))
    ([password salt iterations key-length]
     (cond
       (nil? salt) (throw (NullPointerException. "the salt parameter must be non-null"))
       (zero? (alength salt)) (throw (IllegalArgumentException. "the salt parameter must not be empty"))
       (not (pos? iterations)) (throw (IllegalArgumentException. "invalid iterationCount value"))
       (and key-length (not (pos? key-length))) (throw (IllegalArgumentException. "invalid keyLength value")))
     (PBEKeySpec/<init> (aclone (or password (char-array 0))) (aclone salt) iterations (or key-length 0)))))

(defn- password-mac
  "The HMAC whose key is a password; an empty one is a byte of zero, which pads to the same key."
  [algorithm password]
  (let [key (.getBytes (String. password) "UTF-8")]
    (doto (Mac/getInstance algorithm)
      (.init (SecretKeySpec. (if (zero? (alength key)) (byte-array 1) key) algorithm)))))

(defn- xor-into [target source]
  (dotimes [i (alength target)] (aset target i (unchecked-byte (bit-xor (aget target i) (aget source i))))))

(defn- key-block [mac salt iterations index]
  (let [first-hash (.doFinal mac (byte-array (concat salt (map (fn [shift] (unchecked-byte (bit-shift-right index shift))) [24 16 8 0]))))
        block (aclone first-hash)]
    (loop [n 1 hash first-hash]
      (if (< n iterations)
        (let [hash (.doFinal mac hash)] (xor-into block hash) (recur (inc n) hash))
        block))))

(defn- derived-key [mac salt iterations size]
  (let [blocks (quot (+ size (dec (.getMacLength mac))) (.getMacLength mac))]
    (byte-array size (mapcat (fn [index] (key-block mac salt iterations (inc index))) (range blocks)))))

(defclass javax.crypto.SecretKeyFactory [algorithm mac-algorithm]
  (getAlgorithm [_] algorithm)
  (generateSecret [_ spec]
    (cond
      (not (instance? PBEKeySpec spec)) (throw (InvalidKeySpecException. "Only PBEKeySpec is accepted"))
      (nil? (.getSalt spec)) (throw (InvalidKeySpecException. "Salt not found"))
      (zero? (.getKeyLength spec)) (throw (InvalidKeySpecException. "Key length not found")))
    (SecretKeySpec. (derived-key (password-mac mac-algorithm (.getPassword spec)) (.getSalt spec) (.getIterationCount spec)
                                 (quot (.getKeyLength spec) 8))
                    algorithm))
  :static
  (getInstance ([algorithm]
                (let [upper (str/upper-case algorithm)
                      mac (when (str/starts-with? upper "PBKDF2WITH") (subs algorithm 10))]
                  (when-not (contains? #{"HMACSHA1" "HMACSHA224" "HMACSHA256" "HMACSHA384" "HMACSHA512"} (some-> mac str/upper-case))
                    (throw (NoSuchAlgorithmException. (str algorithm " SecretKeyFactory not available"))))
                  (SecretKeyFactory/<init> algorithm mac)))
    ([algorithm _] (SecretKeyFactory/getInstance algorithm))))
