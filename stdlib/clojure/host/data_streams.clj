(ns clojure.host.data-streams
  "java.io.DataInputStream and DataOutputStream. Their texts are in Java's modified UTF-8: a code unit has one to three bytes,
  those of a surrogate pair are written one by one, and NUL has two bytes."
  (:require [clojure.host.byte-buffers :refer [fetch-number number-bytes]]
            [clojure.host.defclass :refer [defclass]]))

(defn- modified-width ^long [^long unit] (cond (<= 1 unit 0x7f) 1 (<= unit 0x7ff) 2 :else 3))

(defn- following-byte [^long unit ^long shift] (unchecked-byte (bit-or 0x80 (bit-and (bit-shift-right unit shift) 0x3f))))

(defn- modified-utf8
  "The bytes of a text, of which there may be 65535."
  [^String s]
  (let [length (.length s)
        n (loop [i 0 n 0] (if (< i length) (recur (inc i) (+ n (modified-width (int (.charAt s i))))) n))]
    (when (> n 65535)
      (throw (java.io.UTFDataFormatException.
              (str "encoded string (" (subs s 0 8) "..." (subs s (- length 8)) ") too long: " n " bytes"))))
    (let [bs (byte-array n)]
      (loop [i 0 at 0]
        (when (< i length)
          (let [unit (int (.charAt s i)) width (modified-width unit)]
            (case width
              1 (aset bs at (unchecked-byte unit))
              2 (do (aset bs at (unchecked-byte (bit-or 0xc0 (bit-shift-right unit 6))))
                    (aset bs (+ at 1) (following-byte unit 0)))
              3 (do (aset bs at (unchecked-byte (bit-or 0xe0 (bit-shift-right unit 12))))
                    (aset bs (+ at 1) (following-byte unit 6))
                    (aset bs (+ at 2) (following-byte unit 0))))
            (recur (inc i) (+ at width)))))
      bs)))

(defn- malformed [at] (throw (java.io.UTFDataFormatException. (str "malformed input around byte " at))))

(defn- modified-unit
  "The code unit of several bytes that begins at index i, and how many it has."
  [^bytes bs i]
  (let [lead (bit-and 0xff (aget bs i))
        width (case (bit-shift-right lead 4) (12 13) 2 14 3 (malformed i))]
    (when (> (+ i width) (alength bs)) (throw (java.io.UTFDataFormatException. "malformed input: partial character at end")))
    (let [following (map (fn [k] (aget bs (+ i k))) (range 1 width))]
      (when-not (every? (fn [b] (= 0x80 (bit-and b 0xc0))) following) (malformed (+ i width -1 (if (= width 2) 1 0))))
      [(reduce (fn [u b] (bit-or (bit-shift-left u 6) (bit-and b 0x3f)))
               (bit-and lead (if (= width 2) 0x1f 0x0f))
               following)
       width])))

(defn- modified-text [^bytes bs]
  (let [n (alength bs) out (StringBuilder.)]
    (loop [i 0]
      (when (< i n)
        (let [lead (aget bs i)]
          (if (neg? lead)
            (let [[unit width] (modified-unit bs i)]
              (.append out (char unit))
              (recur (+ i (long width))))
            (do (.append out (char lead)) (recur (inc i)))))))
    (str out)))

(defclass java.io.DataOutputStream [out ^:unsynchronized-mutable written]
  (write ([this x] (if (bytes? x) (.write this x 0 (alength x)) (.write this (byte-array [(unchecked-byte x)]) 0 1)))
    ([_ bs from n] (.write out bs (int from) (int n)) (set! written (+ written n)) nil))
  (number [this n width] (.write this (number-bytes n width) 0 width))
  (writeByte [this n] (.number this n 1))
  (writeBoolean [this b] (.number this (if b 1 0) 1))
  (writeShort [this n] (.number this n 2))
  (writeChar [this c] (.number this (int c) 2))
  (writeInt [this n] (.number this n 4))
  (writeLong [this n] (.number this n 8))
  (writeFloat [this x] (.number this (Float/floatToRawIntBits x) 4))
  (writeDouble [this x] (.number this (Double/doubleToRawLongBits x) 8))
  (writeBytes [this s] (.write this (byte-array (map (fn [c] (unchecked-byte (int c))) s))))
  (writeChars [this s] (doseq [c s] (.writeChar this c)))
  (writeUTF [this s]
    (when (nil? s) (throw (NullPointerException.)))
    (let [bs (modified-utf8 s)]
      (.writeShort this (alength bs))
      (.write this bs)))
  (size [_] (int written))
  (flush [_] (.flush out))
  (close [_] (.close out))
  :static
  (new [out] (java.io.DataOutputStream/<init> out 0)))

(defclass java.io.DataInputStream [in]
  (read ([_] (.read in)) ([_ bs] (.read in bs)) ([_ bs from n] (.read in bs (int from) (int n))))
  (readFully ([this bs] (.readFully this bs 0 (alength bs)))
    ([_ bs from n]
     (loop [done 0]
       (when (< done n)
         (let [got (.read in bs (int (+ from done)) (int (- n done)))]
           (when (neg? got) (throw (java.io.EOFException.)))
           (recur (+ done got)))))))
  (number [this width] (let [bs (byte-array width)] (.readFully this bs) (fetch-number bs 0 width true)))
  (readByte [this] (.number this 1))
  (readUnsignedByte [this] (int (bit-and (.number this 1) 0xff)))
  (readBoolean [this] (not (zero? (.number this 1))))
  (readShort [this] (.number this 2))
  (readUnsignedShort [this] (int (bit-and (.number this 2) 0xffff)))
  (readChar [this] (char (bit-and (.number this 2) 0xffff)))
  (readInt [this] (.number this 4))
  (readLong [this] (.number this 8))
  (readFloat [this] (Float/intBitsToFloat (.number this 4)))
  (readDouble [this] (Double/longBitsToDouble (.number this 8)))
  (readUTF [this] (let [bs (byte-array (.readUnsignedShort this))] (.readFully this bs) (modified-text bs)))
  (skipBytes [_ n] (int (.skip in n)))
  (skip [_ n] (.skip in n))
  (available [_] (.available in))
  (markSupported [_] (.markSupported in))
  (mark [_ n] (.mark in n))
  (reset [_] (.reset in))
  (close [_] (.close in)))
