; Division by zero where the compiler knows a primitive, and where it does not.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(show (/ 1.0 0) (/ 1 0.0) (/ 0.0 0.0) (/ 1.0 0.0) (let [x 0.0] (/ 5 x)) (let [x 0.0 y (* x 2)] (/ 1 y)) ((fn [x] (/ 1 x)) 0.0) ((fn [^double x] (/ 1 x)) 0.0) ((fn [a b] (/ a b)) 1.0 0.0) (map #(/ % 0.0) [1 2.0]) (apply / [1.0 0.0]) (/ (Math/sqrt 4) 0) (/ (double 1) 0) (loop [x 1.0 n 0] (if (< n 3) (recur (/ x 0) (inc n)) x)) (quot 1 0) (rem 1 0) (mod 1 0) (let [a 5] (quot a 0)) ((fn [a] (quot a 0)) 1) (/ 10 4.0) (/ "a" 2.0) (/ nil 2.0) (/ 1/2 0.0) (/ 3M 2.0) (/ 6.0) (/ 0.0) (/ 8.0 2 2) (quot 1.0 0) (let [f (fn [x y] (/ x y))] (f 10 2)) (reduce / [8.0 0.0]))
