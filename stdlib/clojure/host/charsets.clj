(ns clojure.host.charsets
  "What java.nio.charset.Charset has besides names: aliases and questions about charsets."
  (:require [clojure.host.defclass :refer [extend-class]])
  (:import (java.nio.charset Charset)))

(def ^:private aliases
  {"UTF-8" #{"UTF8" "unicode-1-1-utf-8"}
   "US-ASCII" #{"ANSI_X3.4-1968" "cp367" "csASCII" "iso-ir-6" "ASCII" "iso_646.irv:1983" "ANSI_X3.4-1986" "ascii7" "default"
                "ISO_646.irv:1991" "ISO646-US" "IBM367" "646" "us"}
   "ISO-8859-1" #{"819" "ISO8859-1" "l1" "ISO_8859-1:1987" "ISO_8859-1" "8859_1" "iso-ir-100" "latin1" "cp819" "ISO8859_1"
                  "IBM819" "ISO_8859_1" "IBM-819" "csISOLatin1"}
   "windows-1252" #{"cp1252" "cp5348" "ibm-1252" "ibm1252"}
   "ISO-8859-15" #{"8859_15" "923" "IBM-923" "IBM923" "ISO-8859-15" "ISO8859-15" "ISO8859_15" "ISO8859_15_FDIS" "ISO_8859-15" "L9"
                   "LATIN0" "LATIN9" "Latin-9" "cp923" "csISO885915" "csISOlatin0" "csISOlatin9"}
   "UTF-16" #{"UTF_16" "UnicodeBig" "unicode" "utf16"}
   "UTF-16BE" #{"X-UTF-16BE" "UTF_16BE" "ISO-10646-UCS-2" "UnicodeBigUnmarked"}
   "UTF-16LE" #{"UnicodeLittleUnmarked" "UTF_16LE" "X-UTF-16LE"}})

(extend-class java.nio.charset.Charset
  (aliases [this] (get aliases (.name this) #{}))
  (isRegistered [_] true)
  (canEncode [_] true)
  :static
  (isSupported [charset-name]
    (try (Charset/forName charset-name) true
         (catch java.nio.charset.UnsupportedCharsetException _ false))))

(extend-class java.nio.charset.StandardCharsets
  :static
  (:field UTF_16BE (Charset/forName "UTF-16BE"))
  (:field UTF_16LE (Charset/forName "UTF-16LE")))
