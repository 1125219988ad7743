(ns gate.cases)
(defmacro texts [x] `(case ~x ~@(mapcat (fn [i] [(str "k" (* i i i)) i]) (range 40)) 0))
(defn text [x] (texts x))
(defn small [x] (case x :a 1 (:c :d) 3 0))
(defn pair [x] (case x [1 2] 1 [1.5 nil] 3 0))
(defn real [x] (case x 0.5 1 1000000 3 0))
(defn -main []
  (let [xs [:a :d "k8" "b" 1000 1.5 [1 2] nil 1/2 inc (Object.)]]
    (println (reduce (fn [n i] (let [x (xs (rem i 11))] (+ n (text x) (small x) (pair x) (real x))))
                     0 (range 5000)))))
