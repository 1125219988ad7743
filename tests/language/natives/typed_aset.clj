;; aset-int and its like, and java.lang.reflect.Array, widen the element to the array's type and refuse what is wider.

(import 'java.lang.reflect.Array)

(defn- told [f]
  (try (f) (catch Throwable e (str (.getSimpleName (class e)) ": " (.getMessage e)))))

(def arrays
  {"byte" #(byte-array 1) "short" #(short-array 1) "int" #(int-array 1) "long" #(long-array 1) "float" #(float-array 1)
   "double" #(double-array 1) "char" #(char-array 1) "boolean" #(boolean-array 1) "Object" #(object-array 1)
   "String" #(into-array ["a"]) "Number" #(into-array Number [1])})

(def setters
  [["aset-byte" aset-byte 1] ["aset-short" aset-short 1] ["aset-int" aset-int 1] ["aset-long" aset-long 1]
   ["aset-float" aset-float 1] ["aset-double" aset-double 1] ["aset-char" aset-char \a] ["aset-boolean" aset-boolean true]])

(doseq [[type make] (sort arrays), [label setter x] setters]
  (println label type (told #(let [array (make)] (setter array 0 x) (first array)))))

(doseq [[type make] (sort arrays), x [(byte 1) (short 1) (int 1) 1 (float 1) 1.0 \a true nil "x" 1N]]
  (println type (class x) (told #(let [array (make)] (Array/set array 0 x) (first array)))))

(println (told #(aset-int (int-array 1) 1 1)) (told #(aset-int (int-array 1) 0 1.7)) (told #(aset-byte (byte-array 1) 0 200)))
(println (told #(aset-long (to-array-2d [[1]]) 0 0 2)) (told #(let [a (make-array Long/TYPE 2 2)] (aset-int a 1 1 7) (aget a 1 1))))
(println (told #(Array/setInt (long-array 1) 0 5)) (told #(Array/setInt (short-array 1) 0 5)))
