; Longs that use all 64 bits: a random number generator, and a hash of bytes that wraps around.
(ns bench.wide-longs)

(defn step ^long [^long x]
  (let [x (bit-xor x (bit-shift-left x 13))
        x (bit-xor x (unsigned-bit-shift-right x 7))]
    (bit-xor x (bit-shift-left x 17))))

(defn digest ^long [^bytes data]
  (loop [i 0 h -3750763034362895579]
    (if (< i (alength data))
      (recur (inc i) (unchecked-multiply (bit-xor h (bit-and 255 (aget data i))) 1099511628211))
      h)))

(def data (byte-array (map unchecked-byte (range 10000))))

(defn run []
  [(loop [i 0 x 88172645463325252 low 0]
     (if (< i 30000)
       (let [x (step x)] (recur (inc i) x (+ low (bit-and x 255))))
       low))
   (digest data)])
