(ns clojure.host.base64-streams
  "The streams that java.util.Base64's coders wrap around others."
  (:require [clojure.host.defclass :refer [extend-class]]
            [clojure.host.zip :refer [def-input-class def-output-class]]))

;; What is written is encoded when the stream is closed: lines and padding depend on all of it.
(def-output-class java.util.Base64$EncOutputStream [coder out ^:unsynchronized-mutable buffer]
  (put [_ b at n]
    (when (nil? buffer) (throw (java.io.IOException. "Stream is closed")))
    (.write buffer b (int at) (int n)))
  (flush [_] (.flush out))
  (close [_]
    (when buffer
      (.write out (.encode coder (.toByteArray buffer)))
      (set! buffer nil)
      (.close out))
    nil))

;; The source is read at the first read.
(def-input-class java.util.Base64$DecInputStream [coder in ^:unsynchronized-mutable decoded]
  (bytes-in [_]
    (or decoded
        (set! decoded (java.io.ByteArrayInputStream.
                       (try (.decode coder (.readAllBytes in))
                            (catch IllegalArgumentException e (throw (java.io.IOException. (ex-message e)))))))))
  (fetch [this b at n] (.read (.bytes-in this) b (int at) (int n)))
  (available [this] (.available (.bytes-in this)))
  (close [_] (.close in)))

(extend-class java.util.Base64$Encoder
  (wrap [coder out]
    (when (nil? out) (throw (NullPointerException.)))
    (java.util.Base64$EncOutputStream/<init> coder out (java.io.ByteArrayOutputStream.))))

(extend-class java.util.Base64$Decoder
  (wrap [coder in]
    (when (nil? in) (throw (NullPointerException.)))
    (java.util.Base64$DecInputStream/<init> coder in nil)))
