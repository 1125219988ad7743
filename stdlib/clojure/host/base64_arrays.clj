(ns clojure.host.base64-arrays
  "What java.util.Base64's coders put into arrays."
  (:require [clojure.host.defclass :refer [extend-class]]))

(defn- copied-into
  "Puts bytes at the start of an array that has room for them; how many there are."
  [bytes target what]
  (when (< (alength target) (alength bytes))
    (throw (IllegalArgumentException. (str "Output byte array is too small for " what " all input bytes"))))
  (System/arraycopy bytes 0 target 0 (alength bytes))
  (int (alength bytes)))

(extend-class java.util.Base64$Encoder
  (encode [coder source target] (copied-into (.encode coder source) target "encoding")))

(extend-class java.util.Base64$Decoder
  (decode [coder source target] (copied-into (.decode coder source) target "decoding")))
