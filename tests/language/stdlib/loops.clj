;; for, doseq, dotimes, while.

(prn (lazy-cat [1 2] [3]))
(prn (for [x (range 5) :when (odd? x) y [:a :b]] [x y]))
(prn (for [x (range 10) :while (< x 5) :let [z (* x x)] :when (even? z)] z))
(prn (for [x [1 2 3] y (range x) :while (< y 2)] [x y]))
(prn (for [x (list 1 2 3) y (list 4 5)] (* x y)))
(prn (let [a (atom [])] (doseq [x (range 40) :when (odd? x) :let [z x] :while (< x 20) y (list 1 2)] (swap! a conj [z y])) @a))
(prn (let [a (atom [])] (doseq [x {:a 1 :b 2} y nil] (swap! a conj x)) @a))
(prn (let [a (atom [])] (dotimes [i 3] (swap! a conj i)) @a))
(prn (let [a (atom 0)] (while (< @a 5) (swap! a inc)) @a))
(prn (macroexpand-1 '(when a b c)))
(prn (macroexpand-1 '(-> a (b c) d)))
