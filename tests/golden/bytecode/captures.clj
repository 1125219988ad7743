; Closures: registers, captures, the function itself; a once function gives up what it captured.
(defn adder [n] (fn [x] (+ n x)))
(defn nested [a] (fn self [b] (fn [c] [a b c self])))
(defn counted [s] (lazy-seq (list (count s))))
