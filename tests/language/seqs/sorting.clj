;; sort and sort-by: stability, comparators of every kind and comparators that contradict themselves.
(defmacro show [& expressions]
  `(do ~@(for [e expressions]
           `(println (pr-str '~e) "=>"
                     (try (pr-str ~e)
                          (catch Throwable t#
                            (str (.getName (class t#)) ": " (first (.split (str (.getMessage t#)) " [(]")))))))))
(defn numbers [n seed] (take n (iterate #(mod (+ (* % 1103515245) 12345) 2147483648) seed)))
(show
 (sort [3 1 2]) (sort nil) (sort ()) (sort {:b 1 :a 2}) (sort "hello") (sort (to-array [3 1 2])) (sort #{3 1 2}) (sort > [1 3 2]) (sort <= [3 1 2 3 1 2]) (sort >= [3 1 2 3 1 2]) (sort compare ["b" "a"]) (sort nil [3 1])
 (sort (fn [a b] true) (range 50)) (sort (fn [a b] false) (range 50)) (sort (constantly 1) (range 40)) (sort (constantly -1) (range 40)) (sort (constantly 0) [3 1 2])
 (sort (fn [a b] (<= (mod a 7) (mod b 7))) (range 31)) (sort (fn [a b] (<= (mod a 7) (mod b 7))) (range 100)) (sort (fn [a b] (- (mod (* a b) 7) 3)) (range 200)) (sort (fn [a b] (< (mod (+ a b) 5) 2)) (range 70))
 (= (sort (numbers 500 1)) (sort < (numbers 500 1)) (reverse (sort > (numbers 500 1)))) (apply <= (sort (numbers 700 5))) (apply > (distinct (sort (fn [a b] (compare b a)) (numbers 700 5))))
 (let [rows (map vector (map (fn [n] (mod n 10)) (numbers 300 9)) (range))] (= (sort-by first rows) (sort rows)))
 (let [rows (concat (map vector (range 100) (range)) (map vector (range 50) (range 1000 1050)) (map vector (range 200 0 -1) (range 2000 2200)))] (= (sort-by first rows) (sort rows)))
 (sort-by count ["ccc" "a" "bb" "c"]) (sort-by - [1 3 2]) (sort-by :a > [{:a 1} {:a 3} {:a 2}]) (sort-by (juxt :a :b) [{:a 2 :b 1} {:a 1 :b 2} {:a 1 :b 1}]) (sort-by key [1]) (sort-by inc ["a"]) (sort-by inc [[] ""]) (sort-by val {:a 2 :b 1})
 (sort [1 "a"]) (sort ["a" 1]) (sort [nil 1]) (sort [nil 1 nil]) (sort [:a 'a]) (sort [[1 2] [1] [0 5]]) (sort [1 1.0 1N 1/2]) (sort [true false true]) (sort [\b \a]) (sort ['b 'a/b 'a]) (sort [:b :a/b :a]) (sort [#{1} #{2}]) (sort 5)
 (sort 1 [3 1]) (sort :a [{:a 2} {:a 1}]) (sort {} [1 2]) (sort (fn [a b] "x") [1 2]) (sort (fn [a b] 0.5) [1 2]) (sort (fn [a b] -0.5) [2 1]) (sort (fn [a b] 4294967296) [2 1]) (sort (fn [a b] (throw (ex-info "no" {}))) [1 2]) (sort (fn [a b] (throw (ex-info "no" {}))) [1])
 (sort (comparator <) [3 1 2]) (sort (reify java.util.Comparator (compare [_ a b] (- b a))) [1 3 2]) (meta (sort (with-meta [2 1] {:a 1}))) (class (sort [2 1])) (let [a (to-array [3 1 2])] (sort a) (vec a)) (let [a (to-array ["ccc" "a" "bb"])] (sort-by count > a) (vec a)) (let [a (into-array String ["b" "a"])] [(sort a) (vec a)])
 (apply sorted-set-by <= [1 1 2]) (into (sorted-set-by (fn [a b] (> a b))) [1 2 3]) (into (sorted-map-by (comp - compare)) [[1 :a] [2 :b]]) (reverse (sort (sorted-set 3 1 2))))
