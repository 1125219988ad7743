(ns sat.solver
  "Is there an assignment that makes all clauses true? Search with unit propagation over two watched literals and conflict
  clauses (Moskewicz et al., Chaff: engineering an efficient SAT solver, 2001; Eén and Sörensson, An extensible SAT-solver, 2003).

  Literals are numbered 2v and 2v+1 for the variable v, counted from 0, and its negation. The state is in arrays:
  `value` says of each literal whether it is true (1), false (-1) or open (0)."
  (:import (java.util ArrayList)))

(set! *warn-on-reflection* true)

(defn- code ^long [^long literal]
  (if (pos? literal)
    (* 2 (dec literal))
    (inc (* 2 (dec (- literal))))))

(defn- negation ^long [^long literal] (bit-xor literal 1))

(defn- new-solver [^long variables]
  {:variables variables
   :value (long-array (* 2 variables))
   :level (long-array variables)
   :reason (object-array variables)                     ; the clause that forced a variable
   :activity (double-array variables)
   :phase (long-array variables)                        ; the literal last chosen, 0 or 1 beside 2v
   :watches (object-array (repeatedly (* 2 variables) #(ArrayList.)))
   :trail (long-array variables)                        ; the true literals in order
   :state (long-array 2)                                ; lengths of the trail, and of what was propagated
   :marks (ArrayList.)                                  ; the trail's length where each level began
   :bump (double-array [1.0])
   :counts (long-array 3)})                             ; decisions, propagations, conflicts

(defn- value ^long [solver ^long literal] (aget ^longs (:value solver) literal))

(defn- assign! [solver literal reason]
  (let [literal (long literal)
        ^longs values (:value solver)
        ^longs state (:state solver)
        variable (quot literal 2)]
    (aset values literal 1)
    (aset values (negation literal) -1)
    (aset ^longs (:level solver) variable (.size ^ArrayList (:marks solver)))
    (aset ^objects (:reason solver) variable reason)
    (aset ^longs (:phase solver) variable (bit-and literal 1))
    (aset ^longs (:trail solver) (aget state 0) literal)
    (aset state 0 (inc (aget state 0)))))

(defn- watch! [solver literal clause]
  (.add ^ArrayList (aget ^objects (:watches solver) (long literal)) clause))

(defn- other-watch
  "Puts a literal that is not false in the second place of a clause; false if there is none."
  [^longs values ^longs clause]
  (let [n (alength clause)]
    (loop [i 2]
      (cond
        (= i n) false
        (neg? (aget values (aget clause i))) (recur (inc i))
        :else (let [found (aget clause i)]
                (aset clause i (aget clause 1))
                (aset clause 1 found)
                true)))))

(defn- visit-watches
  "What follows from `literal` having become false: nil, or the clause that cannot be true any more."
  [solver ^long literal]
  (let [^longs values (:value solver)
        ^ArrayList watching (aget ^objects (:watches solver) literal)
        n (.size watching)]
    (loop [i 0, kept 0]
      (if (= i n)
        (do (.clear (.subList watching kept n)) nil)
        (let [^longs clause (.get watching i)]
          (when (= literal (aget clause 0))
            (aset clause 0 (aget clause 1))
            (aset clause 1 literal))
          (let [first-literal (aget clause 0)]
            (cond
              (pos? (aget values first-literal))
              (do (.set watching kept clause) (recur (inc i) (inc kept)))

              (other-watch values clause)
              (do (watch! solver (aget clause 1) clause) (recur (inc i) kept))

              (zero? (aget values first-literal))
              (do (assign! solver first-literal clause)
                  (.set watching kept clause)
                  (recur (inc i) (inc kept)))

              :else
              (do (loop [i i, kept kept]
                    (if (< i n)
                      (do (.set watching kept (.get watching i)) (recur (inc i) (inc kept)))
                      (.clear (.subList watching kept n))))
                  clause))))))))

(defn- propagate
  "Follows all that the trail forces; nil, or a clause in conflict."
  [solver]
  (let [^longs state (:state solver)
        ^longs trail (:trail solver)
        ^longs counts (:counts solver)]
    (loop []
      (when (< (aget state 1) (aget state 0))
        (let [literal (aget trail (aget state 1))]
          (aset state 1 (inc (aget state 1)))
          (aset counts 1 (inc (aget counts 1)))
          (or (visit-watches solver (negation literal))
              (recur)))))))

(defn- bump! [solver ^long variable]
  (let [^doubles activity (:activity solver)
        ^doubles bump (:bump solver)]
    (aset activity variable (+ (aget activity variable) (aget bump 0)))
    (when (> (aget activity variable) 1e100)
      (dotimes [v (alength activity)]
        (aset activity v (* 1e-100 (aget activity v))))
      (aset bump 0 (* 1e-100 (aget bump 0))))))

(defn- analyze
  "The clause that a conflict teaches, its asserting literal first, and the level to go back to."
  [solver conflict]
  (let [^longs levels (:level solver)
        ^longs trail (:trail solver)
        ^objects reasons (:reason solver)
        level (.size ^ArrayList (:marks solver))]
    (loop [^longs clause conflict, seen (transient #{}), learnt (transient []), open 0
           at (dec (aget ^longs (:state solver) 0)), skip -1]
      (let [[seen learnt open]
            (reduce (fn [[seen learnt open] literal]
                      (let [literal (long literal), variable (quot literal 2), at-level (aget levels variable)]
                        (if (or (= literal (long skip)) (zero? at-level) (contains? seen variable))
                          [seen learnt open]
                          (do (bump! solver variable)
                              (if (= at-level level)
                                [(conj! seen variable) learnt (inc (long open))]
                                [(conj! seen variable) (conj! learnt literal) open])))))
                    [seen learnt open]
                    clause)
            at (long (loop [at at] (if (contains? seen (quot (aget trail at) 2)) at (recur (dec at)))))
            literal (aget trail at)]
        (if (= 1 open)
          (let [others (sort-by #(- (aget levels (quot (long %) 2))) (persistent! learnt))]
            [(long-array (cons (negation literal) others))
             (if (seq others) (aget levels (quot (long (first others)) 2)) 0)])
          (recur (aget reasons (quot literal 2)) seen learnt (dec (long open)) (dec at) literal))))))

(defn- go-back! [solver ^long level]
  (let [^ArrayList marks (:marks solver)
        ^longs values (:value solver)
        ^longs trail (:trail solver)
        ^longs state (:state solver)]
    (when (< level (.size marks))
      (let [length (long (.get marks (int level)))]
        (loop [i (dec (aget state 0))]
          (when (<= length i)
            (let [literal (aget trail i)]
              (aset values literal 0)
              (aset values (negation literal) 0))
            (recur (dec i))))
        (aset state 0 length)
        (aset state 1 length)
        (.clear (.subList marks (int level) (.size marks)))))))

(defn- choose
  "The open variable that was in most conflicts lately, as the literal it last was; nil if none is open."
  [solver]
  (let [^longs values (:value solver)
        ^doubles activity (:activity solver)
        n (alength activity)]
    (loop [v 0, best -1]
      (cond
        (< v n) (recur (inc v)
                       (if (and (zero? (aget values (* 2 v)))
                                (or (neg? best) (> (aget activity v) (aget activity best))))
                         v
                         best))
        (neg? best) nil
        :else (+ (* 2 best) (aget ^longs (:phase solver) best))))))

(defn- learn! [solver ^longs clause ^long level]
  (go-back! solver level)
  (let [^doubles bump (:bump solver)]
    (aset bump 0 (/ (aget bump 0) 0.95)))
  (if (= 1 (alength clause))
    (assign! solver (aget clause 0) nil)
    (do (watch! solver (aget clause 0) clause)
        (watch! solver (aget clause 1) clause)
        (assign! solver (aget clause 0) clause))))

(defn- add-clause!
  "False if the clause cannot be true."
  [solver literals]
  (let [codes (distinct (map code literals))]
    (cond
      (some (set codes) (map negation codes)) true
      (empty? codes) false
      (next codes) (let [clause (long-array codes)]
                     (watch! solver (aget clause 0) clause)
                     (watch! solver (aget clause 1) clause)
                     true)
      :else (let [literal (first codes)]
              (case (value solver literal)
                1 true
                -1 false
                (do (assign! solver literal nil) true))))))

(defn- search [solver]
  (let [^longs counts (:counts solver)
        ^ArrayList marks (:marks solver)
        count! (fn [i] (aset counts i (inc (aget counts i))))]
    (loop [left 100, limit 100]
      (if-let [conflict (propagate solver)]
        (do (count! 2)
            (if (zero? (.size marks))
              false
              (let [[clause level] (analyze solver conflict)]
                (learn! solver clause level)
                (if (pos? left)
                  (recur (dec left) limit)
                  (let [limit (quot (* 3 limit) 2)]
                    (go-back! solver 0)
                    (recur limit limit))))))
        (if-let [literal (choose solver)]
          (do (count! 0)
              (.add marks (aget ^longs (:state solver) 0))
              (assign! solver literal nil)
              (recur left limit))
          true)))))

(defn solve
  "{:model [literal …] or nil, :decisions n, :propagations n, :conflicts n} of {:variables n, :clauses [[literal …] …]}."
  [{:keys [variables clauses]}]
  (let [solver (new-solver variables)
        ;; Most often false: the encodings of puzzles have few true variables.
        _ (java.util.Arrays/fill ^longs (:phase solver) 1)
        satisfied (and (every? #(add-clause! solver %) clauses)
                       (search solver))
        [decisions propagations conflicts] (:counts solver)]
    {:model (when satisfied
              (mapv #(if (pos? (value solver (* 2 (long %)))) (inc (long %)) (- (inc (long %)))) (range variables)))
     :decisions decisions :propagations propagations :conflicts conflicts}))
