(ns clojure.host.commons-codec
  "Of Apache Commons Codec what libraries in Clojure call: Hex, Base64 and DigestUtils."
  (:require [clojure.host.defclass :refer [extend-class]])
  (:import (java.security MessageDigest)
           (java.util HexFormat)
           (org.apache.commons.codec.binary Base64 Hex)))

(defn- bytes-of [x] (if (string? x) (.getBytes x "UTF-8") x))

(defn- hex [bs upper?] (.formatHex (if upper? (.withUpperCase (HexFormat/of)) (HexFormat/of)) bs))

(extend-class org.apache.commons.codec.binary.Hex
  :static
  (encodeHexString ([bs] (hex bs false)) ([bs lower?] (hex bs (not lower?))))
  (encodeHex ([bs] (.toCharArray (hex bs false))) ([bs lower?] (.toCharArray (hex bs (not lower?)))))
  (decodeHex [text] (.parseHex (HexFormat/of) (if (string? text) text (String. text)))))

(extend-class org.apache.commons.codec.binary.Base64
  :static
  (encodeBase64 ([bs] (.encode (java.util.Base64/getEncoder) bs))
    ([bs chunked?]
     (if chunked?
       (.getBytes (str (String. (.encode (java.util.Base64/getMimeEncoder) bs)) "\r\n"))
       (.encode (java.util.Base64/getEncoder) bs))))
  (encodeBase64String [bs] (.encodeToString (java.util.Base64/getEncoder) bs))
  (encodeBase64URLSafe [bs] (.encode (.withoutPadding (java.util.Base64/getUrlEncoder)) bs))
  (encodeBase64URLSafeString [bs] (.encodeToString (.withoutPadding (java.util.Base64/getUrlEncoder)) bs))
  ;; Both alphabets are read, and what is of neither is passed over.
  (decodeBase64 [x]
    (let [text (if (string? x) x (String. x "ISO-8859-1"))
          text (-> text (.replace \- \+) (.replace \_ \/) (.replaceAll "[^A-Za-z0-9+/]" ""))]
      (.decode (java.util.Base64/getDecoder) (if (= 1 (rem (count text) 4)) (subs text 0 (dec (count text))) text))))
  (isBase64 [x] (boolean (re-matches #"[A-Za-z0-9+/_=\s-]*" (if (string? x) x (String. x "ISO-8859-1"))))))

(defn- digest [algorithm x]
  (let [x (if (instance? java.io.InputStream x) (.readAllBytes x) (bytes-of x))]
    (.digest (MessageDigest/getInstance algorithm) x)))

(extend-class org.apache.commons.codec.digest.DigestUtils
  :static
  (md5 [x] (digest "MD5" x))
  (md5Hex [x] (hex (digest "MD5" x) false))
  (sha1 [x] (digest "SHA-1" x))
  (sha1Hex [x] (hex (digest "SHA-1" x) false))
  (shaHex [x] (hex (digest "SHA-1" x) false))
  (sha256 [x] (digest "SHA-256" x))
  (sha256Hex [x] (hex (digest "SHA-256" x) false))
  (sha384Hex [x] (hex (digest "SHA-384" x) false))
  (sha512 [x] (digest "SHA-512" x))
  (sha512Hex [x] (hex (digest "SHA-512" x) false)))
