; What the JVM has for longs only makes a long of a primitive short or byte; of an object it gives the object.

(defmacro each [& forms]
  `(do ~@(for [form forms]
           `(println '~form "=>" (try (pr-str ~form) (catch Exception e# (str (.getSimpleName (class e#)) ": " (ex-message e#))))))))

(defn object [x] (first [x]))

(each (class (max (short 5) 1)) (class (min (byte 5) 7)) (class (max (short 5) (short 1))) (class (max 1 (short 5)))
      (class (max 1 2 (short 5))) (class (let [x (short 5)] (max x 1))) (class (let [x (byte 5)] (max x x)))
      (class (min (unchecked-short 5) 10)) (class (min (unchecked-byte 5) 10)) (class (min (aget (short-array 1) 0) 10))
      (class (let [a (byte-array 1)] (min (aget a 0) 10))) (class (max (short 5.5) 1)) (class (max (short 5) 1.5)))
(each (class (max (object (short 5)) 1)) (class (max (object (short 5)) (object (byte 1)))) (class (max (short 5)))
      (class (reduce max [(short 5) 1])) (class (max (.shortValue 5) 1)) (class (max (short 5) (object (short 7)))))
(each (class (num (short 5))) (class (num (byte 5))) (class (let [x (short 5)] (num x))) (class (num (object (short 5)))) (class (num (int 5))))
(each (class (let [x (short 5)] x)) (class (let [x (byte 5)] (identity x))) [(let [x (short 5)] x)] (let [x (byte 5)] (+ x 1)))
