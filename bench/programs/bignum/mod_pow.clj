;; Modular powers with numbers of 128 bits.
(ns bench.mod_pow)

(defn- mod-pow [b e m]
  (loop [b b e e r 1N]
    (if (zero? e)
      r
      (recur (mod (* b b) m) (quot e 2) (if (odd? e) (mod (* r b) m) r)))))

(defn run []
  (let [m (- (reduce * (repeat 127 2N)) 1)]
    (long (mod (reduce + (map #(mod-pow (bigint (+ 3 %)) (- m 2) m) (range 40))) 1000000007))))
