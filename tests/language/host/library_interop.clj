; What libraries reach for below clojure.core: clojure.lang's classes, character sequences, print-methods.
(ns library-interop
  [:require [clojure.string :as str]]
  (:import (java.lang.ref ReferenceQueue SoftReference)))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(deftype Piece [text from n]
  CharSequence
  (length [_] n)
  (charAt [_ i] (.charAt text (+ from i)))
  (subSequence [_ a b] (Piece. text (+ from a) (- b a)))
  (toString [_] (subs text from (+ from n))))
(def piece (->Piece "xxabcabcyy" 2 6))
(show (count piece) (re-find #"b." piece) (re-matches #"(abc)+" piece) (re-seq #"[ac]" piece) (.lookingAt (re-matcher #"abc" piece)) (str/upper-case piece) (str/replace piece "b" "-") (str/blank? piece) (seq piece))

(defmacro counted [type-name field]
  `(deftype ~type-name [~field]
     clojure.lang.Seqable (seq [_#] (seq ~field))
     clojure.lang.Counted (count [_#] (count ~field))
     clojure.lang.ILookup (valAt [_# k#] (get ~field k#)) (valAt [_# k# d#] (get ~field k# d#))))
(counted Wrapped items)
(show (count (->Wrapped [1 2])) (seq (->Wrapped [1 2])) (get (->Wrapped {:a 1}) :a) (:b (->Wrapped {:a 1}) 5))

(deftype Shown [x])
(defmethod print-method Shown [v w] (.write w (str "<" (pr-str (.-x v)) ">")))
(show (with-out-str (print (->Shown "s"))) (with-out-str (pr (->Shown "s"))) (with-out-str (println [(->Shown "s")])) (pr-str (->Shown "s")))

(show (clojure.lang.RT/map (to-array [:a 1 :b 2])) (clojure.lang.RT/set (to-array [1])) (clojure.lang.PersistentHashSet/createWithCheck [1 1]) (clojure.lang.PersistentHashSet/createWithCheck [3]) (clojure.lang.PersistentArrayMap/createWithCheck (to-array [:a 1 :a 2]))
      (= (clojure.lang.APersistentMap/mapHash {:a 1}) (.hashCode {:a 1})) (= (clojure.lang.APersistentMap/mapHasheq {:a 1}) (hash {:a 1})) (clojure.lang.APersistentMap/mapEquals {:a 1} {:a 1}) (clojure.lang.APersistentMap/mapEquals {:a 1} {:a 2}) (iterator-seq (clojure.lang.SeqIterator. [1 2]))
      (get clojure.lang.Compiler/CHAR_MAP \-) (count clojure.lang.Compiler/CHAR_MAP) ((clojure.lang.LispReader$StringReader.) (java.io.PushbackReader. (java.io.StringReader. "a\\tb\" c")) \" {} nil)
      clojure.lang.RT/checkSpecAsserts (set! (. clojure.lang.RT checkSpecAsserts) true) clojure.lang.RT/checkSpecAsserts (.poll (ReferenceQueue.)) (.get (SoftReference. 5 (ReferenceQueue.)))
      (BigInteger. (byte-array [1 0])) (BigInteger. (byte-array [-1 0])) (BigInteger. -1 (byte-array [1 0])) (BigInteger. (byte-array [-128])) (.setScale 2.55M 1 BigDecimal/ROUND_HALF_UP) (.setScale 2.55M 0 BigDecimal/ROUND_FLOOR)
      (.getResource (clojure.lang.RT/baseLoader) "no/such/file") (.getClassLoader String) (enumeration-seq (.getResources (.getContextClassLoader (Thread/currentThread)) "no/such/file")))

(set! *unchecked-math* true)
(defn wrapped [^long a ^long b] [(+ a b) (* a b) (- a) (inc a) (dec (- a)) (+ a b a) (- a b b)])
(defn boxed [a b] (+ a b))
(deftype Held [^long n] clojure.lang.IDeref (deref [_] (+ n n)))
(defn mixed [^long x] (let [y (bit-xor x (unsigned-bit-shift-right x 30)) z (* y -7046029254386353131)] (bit-xor z (unsigned-bit-shift-right z 27))))
(defn cut [x] (int x))
(set! *unchecked-math* false)
(defn checked [^long a] (inc a))
(show (wrapped Long/MAX_VALUE 2) (wrapped 3 4) (boxed Long/MAX_VALUE 1) @(->Held Long/MAX_VALUE) (mixed 123456789) (cut 3000000000) (checked Long/MAX_VALUE))
