; A small Datalog: facts, rules with recursion and negation, queries; bottom-up to a fixpoint.
(ns datalog
  (:require [clojure.set :as set]
            [clojure.string :as str]
            [clojure.walk :as walk]))

(defn variable? [x] (and (symbol? x) (str/starts-with? (name x) "?")))

(defn unify-term [bindings pattern value]
  (cond
    (nil? bindings) nil
    (= '_ pattern) bindings
    (variable? pattern) (let [bound (get bindings pattern ::none)]
                          (cond (= bound ::none) (assoc bindings pattern value)
                                (= bound value) bindings))
    (= pattern value) bindings))

(defn unify [bindings pattern fact]
  (when (= (count pattern) (count fact))
    (reduce (fn [b [p v]] (or (unify-term b p v) (reduced nil))) bindings (map vector pattern fact))))

(defn substitute [bindings form]
  (walk/postwalk (fn [x] (if (variable? x) (get bindings x x) x)) form))

(def predicates {'< < '> > '= = 'not= not= '+ + '- -})

(defmulti clause-kind (fn [clause] (cond (seq? (first clause)) :function
                                         (= 'not (first clause)) :not
                                         (contains? predicates (first clause)) :test
                                         :else :pattern)))
(defmethod clause-kind :default [_] :pattern)
(defmethod clause-kind :not [_] :not)
(defmethod clause-kind :test [_] :test)
(defmethod clause-kind :function [_] :function)

(defn solve-clause [db bindings-set clause]
  (case (clause-kind clause)
    :pattern (into #{} (for [b bindings-set
                             :let [[relation & args] (substitute b clause)]
                             fact (get db relation)
                             :let [unified (unify b (vec args) fact)]
                             :when unified]
                         unified))
    :not (let [[_ inner] clause]
           (into #{} (remove (fn [b] (seq (solve-clause db #{b} inner)))) bindings-set))
    :test (into #{} (filter (fn [b] (let [[op & args] (substitute b clause)] (apply (predicates op) args)))) bindings-set)
    :function (let [[[op & args] result] clause]
                (into #{} (keep (fn [b] (unify-term b result (apply (predicates op) (substitute b args))))) bindings-set))))

(defn solve [db body] (reduce (partial solve-clause db) #{{}} body))

(defn rule->facts [db {:keys [head body]}]
  (let [[relation & args] head]
    {relation (into #{} (map (fn [b] (vec (substitute b args)))) (solve db body))}))

(defn strata
  "Rules grouped so that what is negated is complete before it is asked."
  [rules]
  (let [negated (set (for [{:keys [body]} rules, [op inner] body :when (= 'not op)] (first inner)))]
    (remove empty? [(filter #(contains? negated (first (:head %))) rules)
                    (remove #(contains? negated (first (:head %))) rules)])))

(defn fixpoint [db rules]
  (loop [db db rounds 0]
    (let [larger (apply merge-with set/union db (map (partial rule->facts db) rules))]
      (if (= db larger) (with-meta db {:rounds rounds}) (recur larger (inc rounds))))))

(defn infer [db rules] (reduce fixpoint db (strata rules)))

(defmacro rules [& forms]
  (mapv (fn [[head _ & body]] {:head (list 'quote head) :body (list 'quote (vec body))}) (partition-by #{'.} forms))
  `(quote ~(vec (for [form (remove #{'(.)} (partition-by #{'.} forms))
                      :let [[head arrow & body] form]]
                  (do (assert (= :- arrow)) {:head head :body (vec body)})))))

(defn q [db find & body]
  (sort-by pr-str (map (fn [b] (substitute b find)) (solve db body))))

(defn facts [& triples] (reduce (fn [db [relation & args]] (update db relation (fnil conj #{}) (vec args))) {} triples))

(def family
  (facts '[parent ann bob] '[parent ann carl] '[parent bob dora] '[parent carl eve] '[parent dora fred]
         '[age ann 80] '[age bob 55] '[age carl 50] '[age dora 30] '[age eve 28] '[age fred 5]
         '[person ann] '[person bob] '[person carl] '[person dora] '[person eve] '[person fred]))

(def family-rules
  (rules (ancestor ?a ?b) :- (parent ?a ?b) .
         (ancestor ?a ?c) :- (parent ?a ?b) (ancestor ?b ?c) .
         (sibling ?x ?y) :- (parent ?p ?x) (parent ?p ?y) (not= ?x ?y) .
         (cousin ?x ?y) :- (parent ?p ?x) (parent ?r ?y) (sibling ?p ?r) .
         (has-child ?x) :- (parent ?x _) .
         (childless ?x) :- (person ?x) (not (has-child ?x)) .
         (gap ?x ?y ?d) :- (parent ?x ?y) (age ?x ?a) (age ?y ?b) ((- ?a ?b) ?d)))

(def db (infer family family-rules))
(println (count family-rules) (first family-rules))
(println "descendants of ann:" (q db '?x '(ancestor ann ?x)))
(println "ancestors of fred:" (q db '?x '(ancestor ?x fred)))
(println "siblings:" (q db '[?x ?y] '(sibling ?x ?y)))
(println "cousins:" (q db '[?x ?y] '(cousin ?x ?y)))
(println "childless:" (q db '?x '(childless ?x)))
(println "gaps over 26:" (q db '[?x ?y ?d] '(gap ?x ?y ?d) '(> ?d 26)))
(println "older than carl:" (q db '{:name ?x :age ?a} '(age ?x ?a) '(age carl ?c) '(> ?a ?c)))
(println "join:" (q db '[?g ?c] '(parent ?g ?p) '(parent ?p ?c) '(not (has-child ?c))))
(println (meta (fixpoint (select-keys family ['parent]) (take 2 family-rules))))
(println (into (sorted-map) (map (fn [[k v]] [k (count v)])) db))
(println (unify {} '[?a ?b ?a] [1 2 1]) (unify {} '[?a ?b ?a] [1 2 3]) (unify {} '[_ 2] [1 2]) (unify {'?a 1} '[?a] [2]))
(println (try (q db '?x '(< ?x 1)) (catch Exception e (class e))))
(println (let [graph (apply facts (for [i (range 4)] ['edge i (mod (inc i) 4)]))
               closed (fixpoint graph (rules (path ?a ?b) :- (edge ?a ?b) . (path ?a ?c) :- (path ?a ?b) (edge ?b ?c)))]
           [(count (get closed 'path)) (meta closed)]))
