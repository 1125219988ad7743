(ns programs.graph-algorithms (:require [clojure.string :as str] [clojure.set :refer [union difference] :rename {difference minus}])
  (:import (java.util PriorityQueue Comparator ArrayDeque HashMap)))
(def edges [[:a :b 7] [:a :c 9] [:a :f 14] [:b :c 10] [:b :d 15] [:c :d 11] [:c :f 2] [:d :e 6] [:e :f 9]])
(def graph (reduce (fn [g [x y w]] (-> g (assoc-in [x y] w) (assoc-in [y x] w))) {} edges))
(defn dijkstra [g start]
  (loop [q (sorted-set [0 start]) dist {start 0} prev {}]
    (if-let [[d u :as top] (first q)]
      (let [[q dist prev]
            (reduce-kv (fn [[q dist prev] v w]
                         (let [nd (+ d w) old (dist v)]
                           (if (or (nil? old) (< nd old))
                             [(conj (if old (disj q [old v]) q) [nd v]) (assoc dist v nd) (assoc prev v u)]
                             [q dist prev])))
                       [(disj q top) dist prev] (g u))]
        (recur q dist prev))
      [dist prev])))
(defn path [prev to] (->> to (iterate prev) (take-while some?) reverse vec))
(let [[dist prev] (dijkstra graph :a)]
  (prn (into (sorted-map) dist)) (prn (path prev :e)))
(defn pq-dijkstra [g start]
  (let [pq (PriorityQueue. 11 (reify Comparator (compare [_ x y] (Long/compare (first x) (first y))))) dist (HashMap.)]
    (.add pq [0 start])
    (while (not (.isEmpty pq))
      (let [[d u] (.poll pq)]
        (when-not (.containsKey dist u)
          (.put dist u d)
          (doseq [[v w] (g u) :when (not (.containsKey dist v))] (.offer pq [(+ d w) v])))))
    (into (sorted-map) dist)))
(prn (pq-dijkstra graph :a) (.size (PriorityQueue. [3 1 2])))
(defn bfs [g s] (loop [q (conj clojure.lang.PersistentQueue/EMPTY s) seen #{s} out []]
  (if-let [u (peek q)]
    (let [nx (remove seen (sort (keys (g u))))] (recur (into (pop q) nx) (into seen nx) (conj out u))) out)))
(defn dfs ([g s] (dfs g s #{} )) ([g s seen] (lazy-seq (when-not (seen s) (cons s (mapcat #(dfs g % (conj seen s)) (sort (keys (g s)))))))))
(prn (bfs graph :a) (take 8 (dfs graph :a)))
(def deps {:app [:db :web] :web [:http :json] :db [:json] :http [] :json []})
(defn topo [g]
  (letfn [(visit [{:keys [done path] :as st} n]
            (cond (done n) st
                  (some #{n} path) (throw (ex-info "Cycle!" {:cycle (conj path n)}))
                  :else (let [st (reduce visit (update st :path conj n) (g n))]
                          (-> st (update :done conj n) (update :path pop) (update :order conj n)))))]
    (:order (reduce visit {:done #{} :path [] :order []} (sort (keys g))))))
(prn (topo deps))
(try (topo (assoc deps :json [:app])) (catch Exception e (prn (ex-message e) (ex-data e))))
(defn floyd [g]
  (let [ns (sort (keys g)) d (atom (into {} (for [i ns j ns] [[i j] (if (= i j) 0 (get-in g [i j] ##Inf))])))]
    (doseq [k ns i ns j ns] (swap! d update [i j] min (+ (@d [i k]) (@d [k j])))) @d))
(let [f (floyd graph) ns (sort (keys graph))]
  (println (str "   " (str/join (map #(format "%4s" (name %)) ns))))
  (doseq [i ns] (println (format "%-3s%s" (name i) (str/join (map #(format "%4s" (f [i %])) ns))))))
(defn components [g] (loop [todo (set (keys g)) cs []] (if (empty? todo) cs (let [c (set (bfs g (first (sort todo))))] (recur (minus todo c) (conj cs c))))))
(prn (map sort (components (assoc graph :z {:y 1} :y {:z 1}))))
(defn kruskal [es] (:tree (reduce (fn [{:keys [sets tree] :as st} [x y w]]
  (let [sx (some #(when (% x) %) sets) sy (some #(when (% y) %) sets)]
    (if (= sx sy) st {:sets (conj (disj sets sx sy) (union sx sy)) :tree (conj tree [x y w])})))
  {:sets (set (map hash-set (distinct (mapcat butlast es)))) :tree []} (sort-by peek es))))
(prn (kruskal edges) (reduce + (map last (kruskal edges))))
(defn permutations [xs] (if (seq xs) (for [x xs p (permutations (remove #{x} xs))] (cons x p)) [[]]))
(prn (apply min-key first (for [[h & t] (permutations [:a :b :c :d]) :let [route (concat [h] t [h])]] [(reduce + (map #(get-in graph % 100) (partition 2 1 route))) route])))
(def memo-fib (memoize (fn [n] (if (< n 2) n (+' (memo-fib (- n 1)) (memo-fib (- n 2)))))))
(prn (memo-fib 90) (map memo-fib (range 10)))
(defn life [cells] (set (for [[c n] (frequencies (for [[x y] cells dx [-1 0 1] dy [-1 0 1] :when (not (and (zero? dx) (zero? dy)))] [(+ x dx) (+ y dy)])) :when (or (= n 3) (and (= n 2) (cells c)))] c)))
(doseq [g (take 3 (iterate life #{[1 0] [1 1] [1 2]}))] (println (sort g)))
(defn knapsack [items cap] (peek (reduce (fn [row [w v]] (mapv #(max (row %) (if (>= % w) (+ v (row (- % w))) 0)) (range (inc cap)))) (vec (repeat (inc cap) 0)) items)))
(prn (knapsack [[12 4] [2 2] [1 1] [1 2] [4 10]] 15))
(defn lev [a b] (peek (reduce (fn [prev [i ca]] (reduce (fn [row [j cb]] (conj row (if (= ca cb) (prev j) (inc (min (prev j) (prev (inc j)) (peek row)))))) [(inc i)] (map-indexed vector b))) (vec (range (inc (count b)))) (map-indexed vector a))))
(prn (lev "kitten" "sitting") (lev "" "abc"))
