; Calls: windows, inline caches, tail positions, variadic functions.
(defn twice [f x] (f (f x)))
(defn fib [n] (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))
(defn variadic [a & more] (apply twice a more))
