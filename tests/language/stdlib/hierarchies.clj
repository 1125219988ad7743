;; derive, isa?, ancestors.

(prn (let [h (-> (make-hierarchy) (derive :a :b) (derive :b :c) (derive :x :b))] [(isa? h :a :c) (parents h :a) (ancestors h :a) (descendants h :c) (isa? h [:a :x] [:c :b]) (underive h :b :c)]))
(prn (let [h (-> (make-hierarchy) (derive :b :c) (derive :a :b) (derive :c :d))] h))
(prn (try (-> (make-hierarchy) (derive :a :b) (derive :b :a)) (catch Exception e (ex-message e))))
(prn (try (-> (make-hierarchy) (derive :a :b) (derive :b :c) (derive :a :c)) (catch Exception e (ex-message e))))
(prn (isa? String Object))
(prn (isa? Long Number))
(prn (contains? (ancestors Long) Comparable))
(prn (contains? (parents Long) Number))
(prn (supers Object))
(prn (bases String))
