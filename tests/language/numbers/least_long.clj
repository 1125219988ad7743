; Subtracting the least long: boxed operands negate it first, which overflows; primitive ones do not.
(defmacro show [& forms]
  `(do ~@(for [form forms] `(println '~form "=>" (try (pr-str ~form) (catch Throwable e# (pr-str [(class e#) (ex-message e#)])))))))

(def m Long/MIN_VALUE)
(defn f [^long x] (- x Long/MIN_VALUE))
(defn h [x y] (- x y))

(show (- -17 Long/MIN_VALUE) (- 0 Long/MIN_VALUE) (- -17 m) (- m Long/MIN_VALUE) (- m m) (f -1) (f 1) (h -1 m) (h m m) (- 1.5 Long/MIN_VALUE)
      (- (identity 1.5) Long/MIN_VALUE) (- -17N Long/MIN_VALUE) (- 1/2 Long/MIN_VALUE) (- 5M Long/MIN_VALUE) (- 5M m) (- -17 -9223372036854775808)
      (- -17 1 m) (apply - [-17 m]) (reduce - [-17 m]) (-' -17 m) (let [x -17 y m] (- x y)) (map - [-17] [m]) (- Long/MIN_VALUE) (- m) (- 0 m)
      (loop [i -17] (if (< i 0) (recur (- i Long/MIN_VALUE)) i)) (- (long -3) m) (- (count []) Long/MIN_VALUE) (unchecked-subtract -17 m)
      (- (double 1) Long/MIN_VALUE) (- nil m) (- m nil) (- "a" m) (h "a" m) (- m 1) (- m -1) (h m 1) (h 1 (inc m)) (- (inc m) 1))
