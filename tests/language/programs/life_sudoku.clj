;; Conway's life, a sudoku solver, roman numerals, a bowling score, Caesar and run-length codes.
(ns puzzles
  (:require [clojure.string :as str] [clojure.set :as set]))

(defn neighbours [[x y]] (for [dx [-1 0 1] dy [-1 0 1] :when (not= 0 dx dy)] [(+ x dx) (+ y dy)]))
(defn step [cells] (set (for [[cell n] (frequencies (mapcat neighbours cells)) :when (or (= n 3) (and (= n 2) (cells cell)))] cell)))
(defn render [cells] (str/join "\n" (for [y (range 6)] (apply str (for [x (range 6)] (if (cells [x y]) \# \.))))))
(doseq [generation (take 3 (iterate step #{[1 0] [2 1] [0 2] [1 2] [2 2]}))] (println (render generation)) (println (sort generation)))
(println (step #{[2 1] [2 2] [2 3]}))
(println (nth (iterate step #{[0 0] [1 0] [2 0]}) 2))

(def board
  (mapv #(mapv (fn [c] (- (int c) (int \0))) %)
        (str/split "530070000 600195000 098000060 800060003 400803001 700020006 060000280 000419005 000080079" #" ")))
(defn candidates [board r c]
  (set/difference (set (range 1 10)) (set (board r)) (set (map #(% c) board))
                  (set (for [i (range 3) j (range 3)] (get-in board [(+ i (* 3 (quot r 3))) (+ j (* 3 (quot c 3)))])))))
(defn solve [board]
  (let [open (for [r (range 9) c (range 9) :when (zero? (get-in board [r c]))] [r c])]
    (if (empty? open)
      board
      (let [[r c] (apply min-key (fn [[r c]] (count (candidates board r c))) open)]
        (some (fn [v] (solve (assoc-in board [r c] v))) (sort (candidates board r c)))))))
(println (candidates board 0 2) (candidates board 4 4))
(let [filled (mapv vec (partition 9 (map #(inc (mod (+ (* 3 (mod (quot % 9) 3)) (quot (quot % 9) 3) (mod % 9)) 9)) (range 81))))
      holes (reduce #(assoc-in %1 %2 0) filled [[0 0] [0 1] [1 4] [2 8] [3 3] [4 4] [5 5] [8 8] [8 0]])]
  (println (= filled (solve holes)))
  (println (str/join " " (map #(apply str %) (solve holes)))))

(def numerals [[1000 "M"] [900 "CM"] [500 "D"] [400 "CD"] [100 "C"] [90 "XC"] [50 "L"] [40 "XL"] [10 "X"] [9 "IX"] [5 "V"] [4 "IV"] [1 "I"]])
(defn roman [n] (loop [n n [[value text] & more :as all] numerals out ""] (cond (zero? n) out (>= n value) (recur (- n value) all (str out text)) :else (recur n more out))))
(defn unroman [s] (let [values (map {\I 1 \V 5 \X 10 \L 50 \C 100 \D 500 \M 1000} s)] (reduce + (map (fn [a b] (if (< a (or b 0)) (- a) a)) values (concat (rest values) [nil])))))
(println (map roman [1 4 9 14 1990 2024 3999]) (map (comp unroman roman) [1 4 9 14 1990 2024 3999]))

(defn bowling [rolls]
  (loop [frame 1 [a b c :as rolls] rolls total 0]
    (cond (or (> frame 10) (nil? a)) total
          (= a 10) (recur (inc frame) (rest rolls) (+ total 10 (or b 0) (or c 0)))
          (= 10 (+ a b)) (recur (inc frame) (drop 2 rolls) (+ total 10 (or c 0)))
          :else (recur (inc frame) (drop 2 rolls) (+ total a b)))))
(println (bowling (repeat 12 10)) (bowling (repeat 21 5)) (bowling [10 7 3 9 0 10 0 8 8 2 0 6 10 10 10 8 1]))

(defn caesar [n s] (apply str (map (fn [c] (let [base (cond (Character/isUpperCase c) 65 (Character/isLowerCase c) 97)] (if base (char (+ base (mod (+ n (- (int c) base)) 26))) c))) s)))
(println (caesar 3 "Hello, World! xyz") (caesar -3 (caesar 3 "Hello, World! xyz")))
(defn encode [s] (mapcat (fn [run] [(count run) (first run)]) (partition-by identity s)))
(defn decode [code] (apply str (mapcat (fn [[n c]] (repeat n c)) (partition 2 code))))
(println (encode "aaabccd") (decode (encode "aaabccd")) (str/replace "aaabccd" #"(.)\1*" (fn [[run c]] (str (count run) c))))
(println (re-seq #"(\d+)(\w)" "3a1b12c") (map (juxt (comp parse-long second) #(nth % 2)) (re-seq #"(\d+)(\w)" "3a1b12c")))
(println (map (fn [n] [n (reduce + (filter #(zero? (rem n %)) (range 1 n)))]) [6 28 12]) (filter (fn [n] (= n (reduce + (map #(let [d (- (int %) 48)] (* d d d)) (str n))))) (range 100 500)))
(println (->> "the quick brown fox jumps over the lazy dog the end" (re-seq #"\w+") frequencies (sort-by (juxt (comp - val) key)) (take 4)))
(println (group-by (comp sort seq) ["listen" "silent" "enlist" "google" "elgoog" "abc"]))
(println (take-while #(not= 1 %) (iterate #(if (even? %) (/ % 2) (inc (* 3 %))) 27)) (count (take-while #(not= 1 %) (iterate #(if (even? %) (/ % 2) (inc (* 3 %))) 97))))
(println (Integer/toString 255 2) (Integer/parseInt "ff" 16) (reduce #(+ (* 2 %1) (- (int %2) 48)) 0 "101101") (apply str (map #(bit-and 1 (bit-shift-right 202 %)) (range 7 -1 -1))))
(println (for [row (take 6 (iterate #(mapv +' (cons 0 %) (conj % 0)) [1]))] (str/join " " row)))
