(ns sat.puzzles
  "Puzzles as problems for the solver: each gives {:problem …, :show (fn [model] lines)}."
  (:require [clojure.string :as str]))

(defn- at-most-one [literals]
  (for [[a & more] (take-while seq (iterate rest literals)), b more]
    [(- a) (- b)]))

(defn- exactly-one [literals]
  (cons (vec literals) (at-most-one literals)))

(defn queens
  "n queens on a board of n by n, none of which attacks another."
  [n]
  (let [cell (fn [row column] (+ 1 column (* n row)))
        board (for [row (range n), column (range n)] [row column])
        lines (fn [f] (map (fn [[_ cells]] (map #(apply cell %) cells)) (sort-by key (group-by f board))))]
    {:problem {:variables (* n n)
               :clauses (vec (concat (mapcat exactly-one (lines first))
                                     (mapcat exactly-one (lines second))
                                     (mapcat at-most-one (lines (fn [[row column]] (+ row column))))
                                     (mapcat at-most-one (lines (fn [[row column]] (- row column))))))}
     :show (fn [model]
             (for [row (partition n model)]
               (str/join " " (map #(if (pos? %) "Q" ".") row))))}))

(defn sudoku
  "A text of 81 digits, row by row; 0 or . for a free cell."
  [text]
  (let [digits (map #(if (= % \.) 0 (- (int %) (int \0))) text)]
    (when-not (and (= 81 (count digits)) (every? #(<= 0 % 9) digits))
      (throw (ex-info "A sudoku has 81 digits" {})))
    (let [cell (fn [row column digit] (+ digit (* 9 (+ column (* 9 row)))))
          nine (range 9)
          groups (concat
                  (for [row nine, column nine] (for [d (range 1 10)] (cell row column d)))
                  (for [row nine, d (range 1 10)] (for [column nine] (cell row column d)))
                  (for [column nine, d (range 1 10)] (for [row nine] (cell row column d)))
                  (for [box nine, d (range 1 10)]
                    (for [i nine]
                      (cell (+ (* 3 (quot box 3)) (quot i 3)) (+ (* 3 (rem box 3)) (rem i 3)) d))))]
      {:problem {:variables 729
                 :clauses (vec (concat (mapcat exactly-one groups)
                                       (for [[i d] (map-indexed vector digits) :when (pos? d)]
                                         [(cell (quot i 9) (rem i 9) d)])))}
       :show (fn [model]
               (for [row (partition 81 model)]
                 (str/join " " (for [options (partition 9 row)]
                                 (inc (count (take-while neg? options)))))))})))

(defn pigeons
  "n + 1 pigeons in n holes, one in each: there is no way, and that is hard to see."
  [n]
  (let [in (fn [pigeon hole] (+ 1 hole (* n pigeon)))]
    {:problem {:variables (* n (inc n))
               :clauses (vec (concat (for [pigeon (range (inc n))] (mapv #(in pigeon %) (range n)))
                                     (mapcat (fn [hole] (at-most-one (map #(in % hole) (range (inc n))))) (range n))))}
     :show (constantly ["?"])}))
