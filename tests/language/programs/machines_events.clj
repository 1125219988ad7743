;; State machines, event sourcing, a stack machine with its compiler, a small Lisp, undo with zippers.
(ns machines
  (:require [clojure.string :as str] [clojure.zip :as zip] [clojure.edn :as edn]))

;; A state machine as data, and a macro that writes it.
(defmacro defmachine [name & transitions]
  `(def ~name
     ~(reduce (fn [m [from event to action]]
                (assoc-in m [(keyword from) (keyword event)] (cond-> {:to (keyword to)} action (assoc :action action))))
              {} (map #(remove '#{-> :do} %) transitions))))
(defmachine turnstile
  [locked coin -> open :do (constantly "unlock")]
  [locked push -> locked :do (fn [n] (str "alarm " n))]
  [open push -> locked]
  [open coin -> open :do (constantly "refund")])
(defn run-machine [machine start events]
  (reductions (fn [[state log n] event]
                (if-let [{:keys [to action]} (get-in machine [state event])]
                  [to (cond-> log action (conj (action n))) (inc n)]
                  (reduced [:stuck log event])))
              [start [] 0] events))
(println (last (run-machine turnstile :locked [:push :coin :coin :push :push])))
(println (last (run-machine turnstile :locked [:coin :kick :push])))

;; Event sourcing
(defmulti apply-event (fn [state event] (:type event)))
(defmethod apply-event :opened [_ {:keys [id]}] {:id id :lines (sorted-map) :status :open})
(defmethod apply-event :added [s {:keys [sku n price]}] (update-in s [:lines sku] (fn [{have :n}] {:n (+ (or have 0) n) :price price})))
(defmethod apply-event :removed [s {:keys [sku]}] (update s :lines dissoc sku))
(defmethod apply-event :closed [s _] (assoc s :status :closed))
(defmulti handle (fn [state command] [(:status state) (:do command)]))
(defmethod handle [nil :open] [_ {:keys [id]}] [{:type :opened :id id}])
(defmethod handle [:open :add] [_ {:keys [n] :as c}] (if (pos? n) [(-> c (dissoc :do) (assoc :type :added))] (throw (ex-info "n must be positive" {:n n}))))
(defmethod handle [:open :remove] [s {:keys [sku]}] (when (contains? (:lines s) sku) [{:type :removed :sku sku}]))
(defmethod handle [:open :close] [s _] (if (empty? (:lines s)) (throw (ex-info "empty order" {})) [{:type :closed}]))
(defmethod handle :default [s c] (throw (ex-info (str "cannot " (name (:do c)) " when " (pr-str (:status s))) {:command c})))
(let [store (atom []) state #(reduce apply-event nil @store)]
  (doseq [c [{:do :add :sku "a" :n 1} {:do :open :id 7} {:do :close} {:do :add :sku "tea" :n 2 :price 1.25M} {:do :add :sku "tea" :n 3 :price 1.20M} {:do :add :sku "mug" :n 1 :price 8M} {:do :add :sku "x" :n 0}
             {:do :remove :sku "nope"} {:do :remove :sku "mug"} {:do :close} {:do :open :id 8}]]
    (println (try (swap! store into (handle (state) c)) (count @store) (catch Exception e [(ex-message e) (ex-data e)]))))
  (println (state))
  (println (map (comp :status #(reduce apply-event nil %) #(take % @store)) (range 6)))
  (println (= @store (edn/read-string (pr-str @store)))))

;; A compiler to a stack machine
(defn compile-form [form]
  (cond (number? form) [[:push form]]
        (symbol? form) [[:load form]]
        (seq? form) (let [[op & args] form]
                      (case op
                        let (let [[[n v] body] args] (concat (compile-form v) [[:store n]] (compile-form body)))
                        if (let [[c t e] (map compile-form args)] (concat c [[:jump-unless (inc (count t))]] (butlast (concat t [nil])) [[:jump (count e)]] e))
                        (concat (mapcat compile-form args) [[:call op (count args)]])))))
(defn run-code [code]
  (let [code (vec code)]
    (loop [pc 0 stack () env {} steps 0]
      (if-let [[op a b] (get code pc)]
        (case op
          :push (recur (inc pc) (conj stack a) env (inc steps))
          :load (recur (inc pc) (conj stack (env a)) env (inc steps))
          :store (recur (inc pc) (pop stack) (assoc env a (peek stack)) (inc steps))
          :jump (recur (+ pc 1 a) stack env (inc steps))
          :jump-unless (recur (if (peek stack) (inc pc) (+ pc 1 a)) (pop stack) env (inc steps))
          :call (recur (inc pc) (conj (drop b stack) (apply ({'+ + '- - '* * '< < 'max max} a) (reverse (take b stack)))) env (inc steps)))
        {:result (peek stack) :steps steps}))))
(doseq [form '[(+ 1 (* 2 3)) (let [x 5] (- x 2)) (if (< 1 2) (+ 10 1) 20) (if (< 2 1) 10 (max 1 2 3)) (let [x 3] (let [y (* x x)] (+ x y)))]]
  (println form (count (compile-form form)) (run-code (compile-form form))))

;; A Lisp in Clojure
(defn evaluate [x env]
  (cond (symbol? x) (if-let [e (find @env x)] (val e) (if-let [up (::up @env)] (recur x up) (throw (ex-info (str "unbound " x) {}))))
        (not (seq? x)) x
        :else (let [[op a b c & more] x]
                (case op
                  quote a
                  if (recur (if (evaluate a env) b c) env)
                  define (do (swap! env assoc a (evaluate b env)) a)
                  lambda (fn [& args] (evaluate b (atom (assoc (zipmap a args) ::up env))))
                  begin (last (map #(evaluate % env) (rest x)))
                  (apply (evaluate op env) (map #(evaluate % env) (rest x)))))))
(def env (atom {'+ + '- - '* * '< < '= = 'list list 'car first 'cdr rest 'null? empty? 'cons cons}))
(doseq [form '[(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1)))))) (fact 15) (define map1 (lambda (f xs) (if (null? xs) (quote ()) (cons (f (car xs)) (map1 f (cdr xs))))))
               (map1 (lambda (x) (* x x)) (list 1 2 3)) (((lambda (x) (lambda (y) (list x y))) 1) 2) (begin (define z 1) (+ z 1)) (quote (a b)) nope (fact (quote a))]]
  (println (try (evaluate form env) (catch Exception e [(class e) (first (str/split (ex-message e) #" \("))]))))

;; Zippers
(let [z (zip/vector-zip [1 [2 [3 4]] 5])]
  (println (-> z zip/down zip/right zip/down zip/right (zip/edit conj :new) zip/root))
  (println (loop [loc z] (if (zip/end? loc) (zip/root loc) (recur (zip/next (if (and (number? (zip/node loc)) (odd? (zip/node loc))) (zip/edit loc * 10) loc))))))
  (println (-> z zip/down zip/rightmost (zip/insert-left :x) (zip/insert-right :y) zip/remove zip/root) (zip/path (-> z zip/down zip/right zip/down)))
  (println (map zip/node (take-while (complement zip/end?) (iterate zip/next z)))))

;; Undo
(defrecord History [past present future])
(defn change [{:keys [past present]} f & args] (->History (conj past present) (apply f present args) ()))
(defn undo [{:keys [past present future] :as h}] (if (seq past) (->History (pop past) (peek past) (conj future present)) h))
(defn redo [{:keys [past present future] :as h}] (if (seq future) (->History (conj past present) (peek future) (pop future)) h))
(println (reduce (fn [h step] (step h)) (->History [] "" ()) [#(change % str "a") #(change % str "b") undo #(change % str "c") undo undo undo redo redo redo]))
