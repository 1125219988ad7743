;; Digits of pi by a spigot: products, sums and quotients of big integers.
(ns bench.pi_digits)

(defn- digits [n]
  (loop [q 1N r 0N t 1N k 1 m 3N x 3N out 0 got 0]
    (if (= got n)
      out
      (if (< (+ (* 4 q) r (- t)) (* m t))
        (recur (* 10 q) (* 10 (- r (* m t))) t k
               (- (quot (* 10 (+ (* 3 q) r)) t) (* 10 m)) x
               (mod (+ (* 10 out) (long m)) 1000007) (inc got))
        (recur (* q k) (* (+ (* 2 q) r) x) (* t x) (inc k)
               (quot (+ (* q (+ (* 7 k) 2)) (* r x)) (* t x)) (+ x 2) out got)))))

(defn run [] (long (digits 400)))
