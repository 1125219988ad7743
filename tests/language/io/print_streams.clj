;; Bytes to PrintStreams, System.out among them.
(ns print-streams
  (:require [clojure.java.io :as io])
  (:import (java.io ByteArrayInputStream ByteArrayOutputStream PrintStream)))

(let [b (ByteArrayOutputStream.) p (PrintStream. b)]
  (.write p 233)
  (.write p (byte-array [104 105 -61 -87]))
  (.write p (byte-array [1 2 3 4]) 1 2)
  (.print p "é")
  (println (vec (.toByteArray b))))
(.write System/out (byte-array [104 105 -61 -87 10]))
(.write System/out (byte-array [104 105 -61 -87 10]) 2 3)
(.write System/out 65)
(.write System/out 10)
(.flush System/out)
(io/copy (ByteArrayInputStream. (.getBytes "copied é\n" "UTF-8")) System/out)
(.flush System/out)
(println "after" (nil? (System/console)))
