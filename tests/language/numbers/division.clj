; quot, rem, mod with every sign and type.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(defn attempt [f & args] (try (apply f args) (catch Throwable e [(.getSimpleName (class e)) (ex-message e)])))
(doseq [a [7 -7 7N -7N 7.5 -7.5 7/2 -7/2 7.5M -7.5M 0 6] b [2 -2 2N 2.0 -2.0 1/2 -3/2 2M 3 0 0.0]]
  (println (pr-str a b) (pr-str (attempt quot a b) (attempt rem a b) (attempt mod a b))))
(show (quot -9223372036854775808 -1) (rem -9223372036854775808 -1) (mod -9223372036854775808 -1) (quot 1e20 3) (quot 100000000000000000000 3) (rem 100000000000000000000 7) (mod -100000000000000000000 7) (mod 5 3) (mod -5 3) (mod 5 -3) (mod -5 -3) (mod 0 3) (mod 6 3) (mod -6 3))
