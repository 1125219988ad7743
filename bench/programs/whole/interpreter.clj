;; An interpreter for a small language: parsed from text, environments in maps.
(ns bench.interpreter
  (:require [clojure.string :as str]))

(def ^:private program
  "(let fib (fn (n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2))))) (fib 29))")

(defn- tokens [text] (re-seq #"[()]|[^\s()]+" text))

(defn- parse [tokens]
  (loop [tokens tokens stack (list [])]
    (if-let [t (first tokens)]
      (case t
        "(" (recur (rest tokens) (conj stack []))
        ")" (let [done (peek stack) stack (pop stack)]
              (recur (rest tokens) (conj (pop stack) (conj (peek stack) done))))
        (recur (rest tokens)
               (conj (pop stack) (conj (peek stack) (if (re-matches #"-?\d+" t) (parse-long t) (keyword t))))))
      (peek (peek stack)))))

(defmulti ^:private evaluate (fn [form _] (cond (vector? form) (if (#{:if :let :fn} (first form)) (first form) :call) (keyword? form) :name :else :constant)))
(defmethod evaluate :constant [form _] form)
(defmethod evaluate :name [form env] (let [v (get env form ::none)] (if (= v ::none) (throw (ex-info "unbound" {:name form})) v)))
(defmethod evaluate :if [[_ test then else] env] (if (evaluate test env) (evaluate then env) (evaluate else env)))
(defmethod evaluate :fn [[_ params body] env] {:params params :body body :env env})
(defmethod evaluate :let [[_ name value body] env]
  (let [v (evaluate value env)]
    (evaluate body (assoc env name (if (map? v) (assoc v :self name) v)))))
(defmethod evaluate :call [[f & args] env]
  (let [f (evaluate f env) values (mapv #(evaluate % env) args)]
    (if (fn? f)
      (apply f values)
      (evaluate (:body f) (into (assoc (:env f) (:self f) f) (map vector (:params f) values))))))

(defn run []
  (evaluate (parse (tokens program)) {:+ + :- - :< <}))
