(ns sat.dimacs
  "The text format of the SAT competitions (DIMACS CNF): `p cnf VARIABLES CLAUSES`, then clauses as numbers that end in 0;
  a variable is a positive number, its negation the negative one."
  (:require [clojure.string :as str]))

(defn- number [line-number text]
  (or (parse-long text)
      (throw (ex-info (str "Line " line-number ": a number is expected, not " (pr-str text)) {:line line-number}))))

(defn- clauses [numbered-lines]
  (loop [[[n line] & more] numbered-lines, open [], done []]
    (if (nil? n)
      (if (empty? open)
        done
        (throw (ex-info "The last clause does not end in 0" {})))
      (let [numbers (map #(number n %) (str/split (str/trim line) #"\s+"))
            [open done] (reduce (fn [[open done] x]
                                  (if (zero? x) [[] (conj done open)] [(conj open x) done]))
                                [open done]
                                numbers)]
        (recur more open done)))))

(defn parse
  "{:variables n, :clauses [[literal …] …]} of the lines of a file."
  [lines]
  (let [numbered (->> (map vector (iterate inc 1) lines)
                      (remove (fn [[_ line]] (or (str/blank? line) (str/starts-with? line "c")))))
        [n heading] (first numbered)
        [_ variables announced] (re-matches #"p\s+cnf\s+(\d+)\s+(\d+)\s*" (or heading ""))]
    (when-not variables
      (throw (ex-info (str "Line " (or n 1) ": expected a line like p cnf 3 2") {})))
    (let [variables (parse-long variables)
          found (clauses (take-while (fn [[_ line]] (not (str/starts-with? line "%"))) (rest numbered)))]
      (doseq [clause found, literal clause
              :when (< variables (abs literal))]
        (throw (ex-info (str "There is no variable " (abs literal) ": the heading says " variables) {})))
      (when-not (= (count found) (parse-long announced))
        (throw (ex-info (str "The heading says " announced " clauses, there are " (count found)) {})))
      {:variables variables :clauses found})))

(defn lines
  "The file of a problem."
  [{:keys [variables clauses]}]
  (cons (str "p cnf " variables " " (count clauses))
        (map #(str (str/join " " %) " 0") clauses)))
