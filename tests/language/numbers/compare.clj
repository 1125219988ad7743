; Comparison and equality between numeric types.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(def ns* [0 0N 0.0 -0.0 0M 0.00M 1 1N 1.0 1M 1.0M 1/2 0.5 0.5M -1 ##Inf ##-Inf 9007199254740993 9007199254740992.0 100000000000000000000N 1e20 1e20M])
(doseq [a ns*] (println (pr-str a) (apply str (map #(if (= a %) 1 0) ns*)) (apply str (map #(if (== a %) 1 0) ns*)) (apply str (map #(if (< a %) 1 0) ns*)) (apply str (map #(if (<= a %) 1 0) ns*)) (apply str (map #(case (long (compare a %)) -1 "-" 0 "0" 1 "+") ns*))))
(prn (map hash (remove #(and (double? %) (Double/isNaN %)) ns*)))
(show (< 1 2 3) (< 1 3 2) (<= 1 1 2) (> 3 2 1) (>= 3 3 1) (= 1 1 1) (= 1 1 2) (== 1 1.0 1N) (not= 1 2) (not= 1 1) (< 1) (= 1) (== 1) (= nil nil) (= nil false) (== 1 :a) (== nil 1) (= 1 "1") (< 1/2 0.6 2/3) (= 1/2 2/4) (= 0.1 0.1M) (== 0.5 1/2) (= 1 1.0) (= (int 1) 1) (= (float 0.5) 0.5) (= (float 0.1) 0.1) (= (byte 1) (short 1) (int 1) 1N) (= \a 97) (identical? 1 1) (identical? 100 100))
(show (zero? 0.0) (zero? -0.0) (zero? 0N) (zero? 0M) (pos? 1/2) (neg? -0.0) (neg? -1e-300) (even? 0) (odd? -1) (even? 10N) (odd? -3N) (number? 1) (number? "1") (integer? 1N) (integer? 1.0) (int? 1N) (int? 1) (ratio? 1/2) (ratio? 1) (rational? 1M) (rational? 1.0) (decimal? 1M) (float? 1.0) (float? 1M) (double? 1.0) (pos-int? 1) (pos-int? 0) (nat-int? 0) (neg-int? -1) (pos-int? 1N) (infinite? ##Inf) (NaN? ##NaN) (NaN? 1.0))
(show (hash-map 1 :a 1.0 :b 1N :c) (get {1 :a} 1N) (get {1 :a} 1.0) (get {1.0 :a} 1) (#{1 2} 1N) (get {1/2 :x} 2/4) (get {1M :x} 1.0M) (get {0.0 :z} -0.0) (contains? #{##NaN} ##NaN) (distinct [1 1N 1.0 1M]) (set [1 1N 1.0]) (sort [3 1N 2.5 1/2 -1M]) (frequencies [1 1N 1.0]) (into #{} [0.0 -0.0]) (= [1 2] [1N 2N]) (= {1 2} {1N 2}) (= #{1} #{1N}) (= [1] [1.0]))
