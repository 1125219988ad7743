; Roman numerals of numbers that are no integers, and the parameter of ~@c.
(require '[clojure.pprint :as pp])
(defn shown [& args] (try (apply pp/cl-format nil args) (catch Exception e [(.getSimpleName (class e)) (ex-message e)])))
(doseq [n [1 4 9 1999 3999 4000 0 -1 1.5 9.9 10.0 12.5 0.5 4.9E-324 102.001 102001/1000 100.5M 5M 3/2 1/2 203/2 10N 199.99 20.5 "a"]]
  (prn n (shown "~@r" n) (shown "~:@r" n)))
(prn (map (fn [n] (shown "~@r ~:*~:@r" n)) (range 90 3999 317)))
(prn (shown "~'o@c" \a) (shown "~'u@c" \a) (shown "~@c" \a) (shown "~v@c" nil \a) (shown "~'0@c" \a) (shown "~v@c" :k \a) (shown "~'oc" \a))
(defn failing [] (lazy-seq (throw (IllegalStateException. "computed"))))
(prn (shown "~r" (failing)) (shown "~:r" (failing)) (shown "~@r" (failing)) (shown "~d" (failing)) (shown "~r" 0) (shown "~r" -0.5) (shown "~r" 0.0))
;; Bases that are no integers.
(doseq [[directive base n] [["~v:@r" 2.0 10] ["~v:@r" 2.5 10] ["~vr" 2.5 10] ["~v:r" 2.5 1000] ["~vr" 36.5 1234] ["~v:@r" 10.0 10000] ["~vr" 2N 10]]]
  (println directive base n (pp/cl-format nil directive base n)))
;; Remainders of large doubles that are no digits: the first from the left is told.
(prn (map #(shown "~,,,2:@d" %) [Double/MAX_VALUE 1e30 1e25 -1e100 1e19 9.3e18]))
