;; Matrices, graphs and dynamic programming over plain data.
(ns algorithms
  (:require [clojure.set :as set] [clojure.string :as str]))

(defn transpose [m] (apply mapv vector m))
(defn mul [a b] (let [columns (transpose b)] (mapv (fn [row] (mapv #(reduce + (map * row %)) columns)) a)))
(defn identity-matrix [n] (mapv (fn [i] (mapv #(if (= i %) 1 0) (range n))) (range n)))
(defn power [m n] (loop [result (identity-matrix (count m)) m m n n] (if (zero? n) result (recur (if (odd? n) (mul result m) result) (mul m m) (quot n 2)))))
(defn minor [m i j] (mapv #(into (subvec % 0 j) (subvec % (inc j))) (into (subvec m 0 i) (subvec m (inc i)))))
(defn det [m] (if (= 1 (count m)) (ffirst m) (reduce + (map-indexed (fn [j x] (* (if (even? j) 1 -1) x (det (minor m 0 j)))) (first m)))))
(defn solve [m b]
  (let [n (count m)
        rows (loop [rows (mapv conj m b) k 0]
               (if (= k n)
                 rows
                 (let [pivot (first (filter #(not (zero? (get-in rows [% k]))) (range k n)))
                       rows (assoc rows k (rows pivot) pivot (rows k))
                       row (mapv #(/ % (get-in rows [k k])) (rows k))
                       rows (assoc rows k row)]
                   (recur (mapv (fn [i r] (if (= i k) r (mapv #(- %1 (* (nth r k) %2)) r row))) (range) rows) (inc k)))))]
    (mapv peek rows)))

(println (mul [[1 2] [3 4]] [[0 1] [1 0]]))
(println (first (first (power [[1 1] [1 0]] 40))))
(println (det [[2 -1 0] [1 3 5] [4 1/2 6]]) (det [[1.5 2] [3 4]]))
(println (solve [[2 1 -1] [-3 -1 2] [-2 1 2]] [8 -11 -3]) (solve [[0 1] [1/2 3]] [5 1]))
(println (try (power [[1e18 Long/MAX_VALUE] [1 1]] 3) (catch Exception e (ex-message e))))
(println (try (mul [[Long/MAX_VALUE 2]] [[2] [1]]) (catch Exception e [(class e) (ex-message e)])))

(def graph {:a {:b 7 :c 9 :f 14} :b {:a 7 :c 10 :d 15} :c {:a 9 :b 10 :d 11 :f 2} :d {:b 15 :c 11 :e 6} :e {:d 6 :f 9} :f {:a 14 :c 2 :e 9}})
(defn dijkstra [graph from]
  (loop [queue (sorted-set [0 from nil]) done (sorted-map)]
    (if-let [[cost node via :as item] (first queue)]
      (if (done node)
        (recur (disj queue item) done)
        (recur (into (disj queue item) (for [[n w] (graph node) :when (not (done n))] [(+ cost w) n node])) (assoc done node [cost via])))
      done)))
(defn path [done to] (->> to (iterate #(second (done %))) (take-while some?) reverse vec))
(let [done (dijkstra graph :a)] (println done) (println (path done :e)))

(defn topological [deps]
  (loop [deps (into (sorted-map) deps) order []]
    (if (empty? deps)
      order
      (let [free (sort (for [[k ds] deps :when (empty? (filter deps ds))] k))]
        (if (empty? free)
          (throw (ex-info "cycle" {:among (set (keys deps))}))
          (recur (apply dissoc deps free) (into order free)))))))
(println (topological {:app #{:db :web} :web #{:http :log} :db #{:log} :http #{} :log #{}}))
(println (try (topological {:a #{:b} :b #{:a} :c #{}}) (catch Exception e (ex-data e))))

(defn components [edges]
  (let [neighbours (reduce (fn [m [a b]] (-> m (update a (fnil conj (sorted-set)) b) (update b (fnil conj (sorted-set)) a))) (sorted-map) edges)
        reach (fn [from] (loop [seen (sorted-set) todo [from]] (if-let [n (peek todo)] (if (seen n) (recur seen (pop todo)) (recur (conj seen n) (into (pop todo) (remove seen) (neighbours n)))) seen)))]
    (distinct (map reach (keys neighbours)))))
(println (components [[1 2] [2 3] [4 5] [6 6] [5 7]]))

(def levenshtein (memoize (fn [a b] (cond (empty? a) (count b) (empty? b) (count a) (= (first a) (first b)) (levenshtein (rest a) (rest b)) :else (inc (min (levenshtein (rest a) b) (levenshtein a (rest b)) (levenshtein (rest a) (rest b))))))))
(println (levenshtein "kitten" "sitting") (levenshtein "" "abc"))
(defn knapsack [items capacity] (reduce (fn [best [weight value]] (reduce (fn [b c] (if (>= c weight) (assoc b c (max (b c) (+ value (best (- c weight))))) b)) best (range capacity -1 -1))) (vec (repeat (inc capacity) 0)) items))
(println (peek (knapsack [[12 4] [2 2] [1 1] [1 2] [4 10]] 15)))
(defn permutations [s] (if (empty? s) '(()) (for [x s p (permutations (disj s x))] (cons x p))))
(println (permutations (sorted-set 1 2 3)))
(defn subsets [s] (reduce (fn [acc x] (into acc (map #(conj % x)) acc)) [#{}] s))
(println (sort-by (juxt count (comp vec sort)) (subsets [1 2 3])))
(def primes ((fn sieve [s] (lazy-seq (let [[p & more] s] (cons p (sieve (remove #(zero? (mod % p)) more)))))) (iterate inc 2)))
(println (take 12 primes) (nth primes 20))
(def fibs (lazy-cat [0 1] (map +' fibs (rest fibs))))
(println (take 15 fibs) (nth fibs 100))
(defn queens [n] (reduce (fn [boards row] (for [b boards c (range n) :when (every? true? (map-indexed (fn [i q] (and (not= q c) (not= (- row i) (Math/abs (- q c))))) b))] (conj b c))) [[]] (range n)))
(println (count (queens 5)) (first (queens 5)))
(println (->> (for [a (range 1 20) b (range a 20) c (range b 30) :when (= (+ (* a a) (* b b)) (* c c))] [a b c]) (take 4)))
(println (str/join " " (map (fn [n] (cond (zero? (rem n 15)) "FizzBuzz" (zero? (rem n 5)) "Buzz" (zero? (rem n 3)) "Fizz" :else n)) (range 1 16))))
(defn gcd [a b] (if (zero? b) a (recur b (mod a b))))
(println (gcd 1071 462) (reduce gcd [48 180 36]) (reduce (fn [a b] (/ (* a b) (gcd a b))) (range 1 21)))
(defn hanoi [n from to via] (when (pos? n) (concat (hanoi (dec n) from via to) [[from to]] (hanoi (dec n) via to from))))
(println (count (hanoi 6 :a :c :b)) (take 5 (hanoi 3 :a :c :b)))
