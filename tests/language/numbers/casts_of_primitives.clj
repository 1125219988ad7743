; The casts of a primitive double or float compare its value, fraction and all, with their range; those of an object
; make a long of it first, whose range they tell first.

(defmacro each [& forms]
  `(do ~@(for [form forms]
           `(println '~form "=>" (try (pr-str ~form) (catch Exception e# (str (.getSimpleName (class e#)) ": " (ex-message e#))))))))

(defn object [x] (first [x]))
(defn doubles-to [^double x] [(int x) (short x) (byte x)])

(each (int 1.5) (short 1.5) (byte -1.5) (char 65.5))
(each (int 1e10) (int 1e20) (int ##Inf) (int ##NaN) (int 2147483647.5) (int -2147483648.5))
(each (short 1e10) (short 1e20) (short ##NaN) (short 32767.5) (short 32768.0))
(each (byte 1e10) (byte 1e20) (byte ##NaN) (byte 127.5) (byte -128.5))
(each (char 1e10) (char 1e20) (char ##NaN) (char 65535.5) (char -0.5))
(each (int (object 1.5)) (short (object 1.5)) (byte (object -1.5)) (char (object 65.5)))
(each (int (object 1e10)) (int (object 1e20)) (int (object ##Inf)) (int (object ##NaN)) (int (object 2147483647.5))
      (int (object -2147483648.5)) (int (object 2147483648.0)) (int (object 9.223372036854775807e18)))
(each (short (object 1e10)) (short (object 1e20)) (short (object ##NaN)) (short (object 32767.5)) (short (object ##-Inf)))
(each (byte (object 1e10)) (byte (object 1e20)) (byte (object ##NaN)) (byte (object 127.5)))
(each (char (object 1e20)) (= \u0000 (char (object ##NaN))) (= \uffff (char (object 65535.5))) (= \u0000 (char (object -0.5))))
(each (int (object 1e10M)) (int (object 1e20M)) (int (object 100000000000N)) (short (object 100000N)) (byte (object 1000/3)))
(each (byte \é) (byte (object \é)) (short \é) (byte \a))
(each (int (float 1.5)) (int (float 1e20)) (short (float 1e20)) (byte (float 300)) (char (float -1)) (byte (object (float 300)))
      (int (object (float 1e30))) (char (object (float 1e30))) (float 1e300) (float 1e300M))

; What is known to be primitive.
(each (let [x 1e20] (int x)) (let [x (* 1.0 1e20)] (int x)) (int (* 2 1e20)) (int (Math/sqrt 1e50)) (int (double (object 1e20)))
      (loop [x 1e20] (short x)) (doubles-to 1.5) (doubles-to 1e20) (if (object true) (int (if (object true) 1e20 2.0)) 0))
; And what is not.
(each (apply int [1e20]) (mapv int [1e20]) (mapv short [1e20]) (mapv byte [1e20]) (mapv char [1e20]))
(each (let [x (max 1e20 (object 1))] (int x)))

; An int all the same.
(each (class (int 1.5)) (let [n (int 1.5)] (class n)) (+ 1 (int 1.7)) (= 1 (int 1.7)) (class (short 1.5)) (class (byte 1.5))
      (loop [i (int 3.7) r []] (if (pos? i) (recur (dec i) (conj r i)) r))
      (loop [i (int 5.5)] (if (> i 10) (class i) (recur (inc i))))
      (nth [:a :b] (int 1.9)) (aget (long-array [1 2 3]) (int 2.5)) [(int 2.5)] (str (int 2.5)))
(set! *unchecked-math* true)
(each (int 1e20) (short 70000.5) (byte 300.0) (= \uffff (char 1e20)))
(set! *unchecked-math* false)

; Arrays and vectors of primitives take objects.
(each (aset-int (int-array 1) 0 1e10) (aset-int (int-array 1) 0 1e20) (aset-short (short-array 1) 0 1e20) (aset-byte (byte-array 1) 0 1e20)
      (aset-char (char-array 1) 0 1e20) (vector-of :int 1e10) (vector-of :short 1e20) (vector-of :char 1e20))

;; A primitive double is cast to a char by way of an int, one that is an object by way of a long.
(prn (map int [(unchecked-char 8202250340800541.0) (unchecked-char 1e10) (unchecked-char -1e10) (unchecked-char 70000.0) (unchecked-char (float 1e9))])
     (map (comp int unchecked-char) [8202250340800541.0 1e10 -1e10 70000.0 (float 1e9)]))


;; RT's casts are what int and its kin are inlined into.
(doseq [f [#(clojure.lang.RT/intCast 1e300) #(clojure.lang.RT/shortCast 1e300) #(clojure.lang.RT/byteCast 1e300) #(clojure.lang.RT/charCast 1e300)
           #(clojure.lang.RT/intCast 3000000000) #(clojure.lang.RT/intCast (identity 1e300)) #(int 1e300) #(clojure.lang.RT/intCast 7.9)]]
  (prn (try (f) (catch Exception e (ex-message e)))))
