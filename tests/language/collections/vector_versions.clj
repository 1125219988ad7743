; Many versions of a vector from the same one: none of them sees what another one added.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(show (let [v (conj [] 1 2 3) a (conj v :a) b (conj v :b) c (conj v :c)] [v a b c (conj a 4) (conj b 5) (conj a 6)])
      (let [v (conj [1 2] 3) p (pop v) q (conj p :q) r (conj p :r)] [v p q r])
      (let [v (reduce conj [] (range 31)) a (conj v :a) b (conj v :b) aa (conj a 1) ab (conj a 2) ba (conj b 3)]
        (mapv #(subvec % 30) [v a b aa ab ba]))
      (let [v (reduce conj [] (range 32)) a (conj v :a) b (conj v :b)] (mapv #(subvec % 31) [v a b (conj a 1) (conj b 2)]))
      (let [v (reduce conj [] (range 5)) w (assoc v 4 :w) x (conj w :x) y (conj w :y) z (conj v :z)] [v w x y z])
      (let [v (reduce conj [] (range 5)) t (transient (conj v 5)) w (persistent! (conj! t 6)) x (conj w 7)] [v (conj v :v) w x (conj w :w)])
      (let [v (with-meta (conj [] 1) {:m 1}) w (conj v 2)] [(meta v) (meta w) (meta (conj w 3)) (conj v 9)])
      (let [v (conj [] 1) s (seq (conj v 2)) t (conj v 3)] [s t (vec s) (rseq t) (reduce + t) (count v) (hash v) (= v [1])])
      (let [v (conj (vec (range 3)) 3)] [(= (conj v 4) (range 5)) (hash (conj v 4)) (hash (vec (range 5))) (peek (pop (conj v 4)))])
      (let [lazy (map inc (range 3)) v (conj [] 0) a (conj v lazy) b (conj v lazy 1)] [v a b])
      (let [base (reduce conj [] (range 20))]
        (reduce (fn [sum i] (+ sum (count (conj base i)) (peek (conj base i)) (reduce + base))) 0 (range 50)))
      (let [vs (vec (reductions conj [] (range 70)))] (every? #(= (nth vs %) (range %)) (range 71)))
      (let [vs (vec (reductions conj [] (range 40))) ws (mapv #(conj % :x) vs)]
        [(every? #(= (nth vs %) (range %)) (range 41)) (every? #(= (peek (nth ws %)) :x) (range 41)) (mapv count ws)]))

; The same base in several threads at once.
(show (let [base (conj [] 1 2 3 4 5)
            ones (mapv (fn [t] (future (mapv (fn [i] (conj base [t i])) (range 30)))) (range 4))]
        [(every? true? (for [t (range 4) i (range 30)] (= (nth @(nth ones t) i) [1 2 3 4 5 [t i]]))) base]))
(shutdown-agents)
