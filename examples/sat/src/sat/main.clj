(ns sat.main
  "Solves problems of propositional logic, and puzzles by way of them."
  (:require [clojure.java.io :as io]
            [clojure.string :as str]
            [sat.dimacs :as dimacs]
            [sat.puzzles :as puzzles]
            [sat.solver :as solver])
  (:gen-class))

(def ^:private usage
  "Usage: sat [--statistics] [--write] COMMAND
  FILE            a problem in the DIMACS format
  queens N        N queens on a board of N by N
  sudoku DIGITS   81 digits, 0 for a free cell
  pigeons N       N + 1 pigeons in N holes
--write prints the problem instead of solving it.")

(defn- number [text]
  (let [n (some-> text parse-long)]
    (if (and n (<= 1 n 50))
      n
      (throw (ex-info (str "A number from 1 to 50 is expected, not " (pr-str text)) {})))))

(defn- puzzle [[command argument]]
  (case command
    "queens" (puzzles/queens (number argument))
    "sudoku" (puzzles/sudoku (str argument))
    "pigeons" (puzzles/pigeons (number argument))
    {:problem (with-open [reader (io/reader command)]
                (dimacs/parse (line-seq reader)))
     :show (fn [model] [(str "v " (str/join " " model) " 0")])}))

(defn- run [flags arguments]
  (let [{:keys [problem show]} (puzzle arguments)]
    (if (:write flags)
      (run! println (dimacs/lines problem))
      (let [{:keys [model decisions propagations conflicts]} (solver/solve problem)]
        (println (if model "SATISFIABLE" "UNSATISFIABLE"))
        (when model
          (run! println (show model)))
        (when (:statistics flags)
          (println (format "%d variables, %d clauses: %,d decisions, %,d propagations, %,d conflicts"
                           (:variables problem) (count (:clauses problem)) decisions propagations conflicts)))))))

(defn -main [& args]
  (let [[flags arguments] (split-with #(str/starts-with? % "--") args)
        known {"--statistics" :statistics "--write" :write}
        fail (fn [status text]
               (binding [*out* *err*]
                 (println text))
               (System/exit status))]
    (cond
      (some #{"--help"} flags) (println usage)
      (or (empty? arguments) (not-every? known flags)) (fail 2 usage)
      :else (try
              (run (set (map known flags)) arguments)
              (catch Exception e
                (fail 1 (str "sat: " (ex-message e))))))))
