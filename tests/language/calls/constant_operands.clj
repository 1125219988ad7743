; Arithmetic and comparisons with a constant on either side: every kind of number, and what is none.
(ns calls.constant-operands)

(defn try-it [f] (try (f) (catch NullPointerException _ :null) (catch Throwable e [(.getSimpleName (class e)) (ex-message e)])))
(doseq [x [1 1.5 nil "a" 3N 2/3 1M Long/MAX_VALUE Long/MIN_VALUE :k ##NaN]]
  (println (map try-it [#(+ 1 x) #(+ x 1) #(* 2 x) #(* x 2) #(+ 1000 x) #(- x 1000) #(- x 1) #(- 3 x) #(+ x 1 2) #(* x 3 0.5)]))
  (println (map try-it [#(/ x 2) #(quot x 3) #(mod x 3) #(rem x 3) #(max x 2) #(min x 2) #(unchecked-multiply x 3)]))
  (println (map try-it [#(bit-and x 255) #(bit-or x 1) #(bit-xor x 7) #(bit-shift-left x 3) #(bit-shift-right x 1)
                        #(unsigned-bit-shift-right x 60)]))
  (println (map try-it [#(if (< x 100000) 1 2) #(if (< 100000 x) 1 2) #(if (>= x 2.5) 1 2) #(if (<= 0 x) 1 2) #(if (> x 70000) 1 2)
                        #(if (<= 2.5 x) 1 2) #(if (== x 100000) 1 2)]))
  (println (map try-it [#(if (= x :k) 1 2) #(if (= "a" x) 1 2) #(if (= nil x) 1 2) #(if (= x 1.5) 1 2) #(if (= 1M x) 1 2) #(if (identical? x :k) 1 2)])))

(println (let [[a b c] [1 2]] [a b c]) (let [[a & more] (range 3)] [a more]) (try-it #(nth [1] 3)) (nth [1 2] 1) (nth [1] 5 nil)
         (nth nil 3) (try-it #(nth 5 0)) (nth "abc" 1) (nth '(1 2) 1 nil) (try-it #(nth '(1) 1)))

; Loops whose test is made again at the recur.
(defn sum-below [n] (loop [i 0 sum 0] (if (< i n) (recur (inc i) (+ sum i)) sum)))
(println (sum-below 10) (sum-below 0) (try-it #(sum-below nil)) (sum-below 5.5) (sum-below 7/2) (sum-below 4N) (sum-below 100000))
(println (loop [i 0] (when (< i 100000) (recur (+ i 3)))) (loop [i 10 a []] (if (pos? i) (recur (dec i) (conj a i)) a))
         (loop [i 10 a []] (if (<= i 0) a (recur (dec i) (conj a i))))
         (loop [i 0 a []] (if (>= i 100000) a (recur (+ i 30000) (conj a i))))
         (loop [i -3 a []] (if (neg? i) (recur (inc i) (conj a i)) a))
         (loop [i 0.0 a []] (if (<= i 2.5) (recur (+ i 0.75) (conj a i)) a))
         (loop [i 5 a []] (if (< 2 i) (if (odd? i) (recur (dec i) (conj a i)) (recur (dec i) a)) a)))
(defn down ([n] (down n 0)) ([n sum] (if (> n 0) (recur (dec n) (+ sum n)) sum)))
(println (down 100) (down 0) (down 2.5))
(println (try-it #(loop [i 0] (if (< i 3) (recur (if (= i 2) "two" (inc i))) i))))
(println (loop [i 0 fs []] (if (< i 3) (recur (inc i) (conj fs (fn [] i))) (map (fn [f] (f)) fs))))
(println (loop [i 0] (let [limit 3] (if (< i limit) (recur (inc i)) i))) (loop [n 5 i 0] (if (< i n) (recur (dec n) (inc i)) [n i])))
