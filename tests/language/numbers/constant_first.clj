;; Sums and products of three and more with a constant first: the same as with it anywhere else.
(defmacro show [f] `(println '~f (try ~f (catch Throwable e# [(class e#) (ex-message e#)]))))
(def a 3) (def n nil) (def s "x")
(show (+ 1 a 2)) (show (* 2 a 2.5)) (show (+ 1 n a)) (show (+ 1 a n)) (show (+ 1 s n)) (show (* 2 s a)) (show (+ 1.5 a 1N)) (show (+ 1 2 3)) (show (+ 9223372036854775807 a -5)) (show (* 9223372036854775807 a 0)) (show (+ 1 Double/NaN a)) (show (+ 0.1 0.2 0.3)) (show (+ 1 -0.0 -0.0)) (show (* -0.0 0 1)) (show (let [f (fn [x y] (+ 1 x y))] (f 2 3))) (show (+ 1M a 2/3)) (show (+ 0 -0.0)) (show (let [x (atom 0)] [(+ 1 (swap! x inc) (* 10 (swap! x inc))) @x]))
