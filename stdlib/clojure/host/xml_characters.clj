(ns clojure.host.xml-characters
  "What the text of an XML document is made of: characters, names, references; and where in it something is wrong."
  (:require [clojure.host.defclass :refer [defclass]])
  (:import (javax.xml.stream XMLStreamException)))

(defclass com.sun.org.apache.xerces.internal.impl.XMLStreamReaderImpl$1 [line column offset]
  (getLineNumber [_] (int line))
  (getColumnNumber [_] (int column))
  (getCharacterOffset [_] (int offset))
  (getPublicId [_] nil)
  (getSystemId [_] nil)
  (toString [_] (str "Line number = " line "\nColumn number = " column "\nSystem Id = null\nPublic Id = null\nLocation Uri= null\n"
                     "CharacterOffset = " offset "\n")))

(defn location
  "The javax.xml.stream.Location of a place."
  [[line column offset]]
  (com.sun.org.apache.xerces.internal.impl.XMLStreamReaderImpl$1/<init> line column offset))

(defn place
  "[line column offset] of the offset, counted from 1, 1 and 0."
  [text at]
  (let [at (min at (count text))
        before (subs text 0 at)]
    [(inc (count (re-seq #"\n" before)))
     (- at (.lastIndexOf before "\n"))
     at]))

(defn failure
  "The XMLStreamException for a place and a message."
  [[line column :as place] message]
  (XMLStreamException. (str "ParseError at [row,col]:[" line "," column "]\nMessage: " message) (location place)))

(defn fail
  "Throws it, for an offset of the text."
  [text at & message]
  (throw (failure (place text at) (apply str message))))

(defn unit
  "The UTF-16 unit there as a number, -1 at the end."
  [text i]
  (if (< i (count text)) (int (.charAt text i)) -1))

(defn at? [text i prefix] (.startsWith text prefix i))

(defn blank-unit? [u] (or (= u 32) (= u 10) (= u 9) (= u 13)))

(defn skip-blanks [text i]
  (if (blank-unit? (unit text i)) (recur text (inc i)) i))

(defn name-start? [u]
  (or (<= 97 u 122) (<= 65 u 90) (= u 95) (and (> u 127) (or (Character/isLetter (int u)) (<= 0xd800 u 0xdfff)))))

(defn- name-part? [u]
  (or (name-start? u) (<= 48 u 57) (= u 45) (= u 46)
      (and (> u 127) (or (= u 0xb7) (Character/isLetterOrDigit (int u)) (<= 0x300 u 0x36f)))))

(defn name-end
  "The offset after the name that begins at i, or i when none does. colons: may it contain some?"
  [text i colons]
  (let [start? (fn [u] (or (name-start? u) (and colons (= u 58))))
        part? (fn [u] (or (name-part? u) (and colons (= u 58))))]
    (if (start? (unit text i))
      (loop [i (inc i)] (if (part? (unit text i)) (recur (inc i)) i))
      i)))

(defn- valid-unit? [text i]
  (let [u (unit text i)]
    (cond
      (< u 32) (blank-unit? u)
      (< u 0xd800) true
      (< u 0xdc00) (<= 0xdc00 (unit text (inc i)) 0xdfff)
      (< u 0xe000) (and (pos? i) (<= 0xd800 (unit text (dec i)) 0xdbff))
      :else (< u 0xfffe))))

(defn check-units [text from to where]
  (loop [i from]
    (when (< i to)
      (when-not (valid-unit? text i)
        (fail text i "An invalid XML character (Unicode: 0x" (Integer/toHexString (unit text i)) ") was found in " where "."))
      (recur (inc i)))))

(def ^:private predefined {"amp" "&" "lt" "<" "gt" ">" "quot" "\"" "apos" "'"})

(defn reference
  "What stands at the & at i: [:text replacement after] or [:entity name after]."
  [text i]
  (if (= 35 (unit text (inc i)))
    (let [hex (= 120 (unit text (+ i 2)))
          start (if hex (+ i 3) (+ i 2))
          digit? (fn [u] (or (<= 48 u 57) (and hex (or (<= 97 u 102) (<= 65 u 70)))))
          end (loop [j start] (if (digit? (unit text j)) (recur (inc j)) j))]
      (when (= start end)
        (fail text start (if hex
                           "A hexadecimal representation must immediately follow the \"&#x\" in a character reference."
                           "A decimal representation must immediately follow the \"&#\" in a character reference.")))
      (when-not (= 59 (unit text end))
        (fail text end "The character reference must end with the ';' delimiter."))
      (let [digits (subs text start end)
            code (try (Long/parseLong digits (if hex 16 10)) (catch NumberFormatException _ -1))]
        (when-not (or (#{9 10 13} code) (<= 0x20 code 0xd7ff) (<= 0xe000 code 0xfffd) (<= 0x10000 code 0x10ffff))
          (fail text (inc end) "Character reference \"&#" (when hex "x") digits "\" is an invalid XML character."))
        [:text (String. (Character/toChars (int code))) (inc end)]))
    (let [end (name-end text (inc i) true)
          entity (subs text (inc i) end)]
      (when (= end (inc i))
        (fail text end "The entity name must immediately follow the '&' in the entity reference."))
      (when-not (= 59 (unit text end))
        (fail text end "The reference to entity \"" entity "\" must end with the ';' delimiter."))
      (if-let [character (predefined entity)]
        [:text character (inc end)]
        [:entity entity (inc end)]))))
