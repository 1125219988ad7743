(ns clojure.host.digest-streams
  "java.security.DigestInputStream and DigestOutputStream, by which what passes is digested; MessageDigest.isEqual."
  (:require [clojure.host.defclass :refer [extend-class]]
            [clojure.host.zip :refer [def-input-class def-output-class]]))

(def-input-class java.security.DigestInputStream [in ^:unsynchronized-mutable digest ^:unsynchronized-mutable active]
  (fetch [_ b at n]
    (let [got (.read in b (int at) (int n))]
      (when (and active (pos? got)) (.update digest b (int at) (int got)))
      got))
  (getMessageDigest [_] digest)
  (setMessageDigest [_ d] (set! digest d) nil)
  (on [_ flag] (set! active flag) nil)
  (available [_] (.available in))
  (markSupported [_] (.markSupported in))
  (mark [_ n] (.mark in n))
  (reset [_] (.reset in))
  (close [_] (.close in))
  (toString [_] (str "[Digest Input Stream] " digest))
  :static
  (new [in digest] (java.security.DigestInputStream/<init> in digest true)))

(def-output-class java.security.DigestOutputStream [out ^:unsynchronized-mutable digest ^:unsynchronized-mutable active]
  (put [_ b at n]
    (.write out b (int at) (int n))
    (when active (.update digest b (int at) (int n))))
  (getMessageDigest [_] digest)
  (setMessageDigest [_ d] (set! digest d) nil)
  (on [_ flag] (set! active flag) nil)
  (flush [_] (.flush out))
  (close [_] (.close out))
  (toString [_] (str "[Digest Output Stream] " digest))
  :static
  (new [out digest] (java.security.DigestOutputStream/<init> out digest true)))

(extend-class java.security.MessageDigest
  :static
  (isEqual [a b] (java.util.Arrays/equals a b)))
