;; A tokenizer, a precedence-climbing parser, an evaluator, a printer and a simplifier for arithmetic.
(ns expressions
  (:require [clojure.string :as str] [clojure.walk :as walk]))

(def token-patterns
  [[:number #"^\d+(?:\.\d+)?(?:[eE][+-]?\d+)?"] [:name #"^[a-zA-Z_]\w*"] [:op #"^(?:<=|>=|==|[-+*/^%<>=!(),])"] [:space #"^\s+"]])

(defn tokenize [text]
  (loop [rest text, at 0, tokens []]
    (if (empty? rest)
      tokens
      (if-let [[kind matched] (some (fn [[kind pattern]] (when-let [m (re-find pattern rest)] [kind m])) token-patterns)]
        (recur (subs rest (count matched)) (+ at (count matched))
               (if (= kind :space) tokens (conj tokens {:kind kind :text matched :at at})))
        (throw (ex-info (str "Unexpected character " (pr-str (first rest))) {:at at}))))))

(def operators {"==" [1 :left '=] "<" [2 :left '<] ">" [2 :left '>] "<=" [2 :left '<=] ">=" [2 :left '>=] "+" [3 :left '+] "-" [3 :left '-] "*" [4 :left '*] "/" [4 :left '/] "%" [4 :left 'mod] "^" [6 :right 'pow]})

(declare parse-expression)

(defn parse-arguments [[{:keys [text]} & more :as tokens]]
  (if (= text ")")
    [[] more]
    (loop [arguments [] tokens tokens]
      (let [[argument [{:keys [text]} & more]] (parse-expression tokens 0)]
        (case text
          "," (recur (conj arguments argument) more)
          ")" [(conj arguments argument) more]
          (throw (ex-info "Expected , or )" {:found text})))))))

(defn parse-primary [[{:keys [kind text at] :as token} & more]]
  (cond
    (nil? token) (throw (ex-info "Unexpected end" {}))
    (= kind :number) [(if (re-find #"[.eE]" text) (parse-double text) (parse-long text)) more]
    (= kind :name) (if (= "(" (:text (first more)))
                     (let [[arguments more] (parse-arguments (rest more))]
                       [(cons (symbol text) arguments) more])
                     [(symbol text) more])
    (= text "(") (let [[value [closing & more]] (parse-expression more 0)]
                   (when-not (= ")" (:text closing)) (throw (ex-info "Expected )" {:found (:text closing)})))
                   [value more])
    (= text "-") (let [[value more] (parse-expression more 5)] [(list '- value) more])
    :else (throw (ex-info (str "Unexpected " text) {:at at}))))

(defn parse-expression [tokens minimum]
  (loop [[left more] (parse-primary tokens)]
    (let [[precedence side operator] (operators (:text (first more)))]
      (if (and precedence (>= precedence minimum))
        (let [[right more] (parse-expression (rest more) (if (= side :left) (inc precedence) precedence))]
          (recur [(list operator left right) more]))
        [left more]))))

(defn parse [text]
  (let [[tree more] (parse-expression (tokenize text) 0)]
    (if (seq more) (throw (ex-info "Left over" {:tokens (mapv :text more)})) tree)))

(def functions {'+ +' '- -' '* *' '/ / 'mod mod 'pow #(reduce *' (repeat %2 %1)) 'max max 'min min '< < '> > '<= <= '>= >= '= == 'sqrt #(Math/sqrt (double %)) 'abs abs})

(defn evaluate [tree bindings]
  (cond
    (number? tree) tree
    (symbol? tree) (if-let [[_ v] (find bindings tree)] v (throw (ex-info (str "Unbound: " tree) {:name tree})))
    :else (let [[f & arguments] tree]
            (apply (or (functions f) (throw (ex-info (str "No function: " f) {})))
                   (map #(evaluate % bindings) arguments)))))

(defn simplify [tree]
  (walk/postwalk
   (fn [node]
     (if-not (seq? node)
       node
       (let [[f a b] node]
         (cond
           (and (every? number? (rest node)) (functions f)) (apply (functions f) (rest node))
           (and (= f '+) (= a 0)) b
           (and ('#{+ -} f) (= b 0)) a
           (and (= f '*) (some #{0} [a b])) 0
           (and (= f '*) (= a 1)) b
           (and ('#{* /} f) (= b 1)) a
           :else node))))
   tree))

(doseq [text ["1 + 2 * 3" "(1 + 2) * 3" "2 ^ 3 ^ 2" "-2 ^ 2" "1 - 2 - 3" "7 / 2" "7.0 / 2" "7 % 4 - -3" "x * x + y" "max(1, x, 3) + min(2, y)" "sqrt(16) + abs(-3)" "1 <= 2" "1 + 1 == 2"
              "1 +" "(1 + 2" "1 2" "1 $ 2" "nope(1)" "zz + 1" "2 ^ 100" "1 / 0" "0 * x + 1 * y" "(1 + 2) * x / 1 - 0" "f()" "1e3 + 1.5E-2" ""]]
  (println (pr-str text) "=>"
           (try (let [tree (parse text)]
                  [tree (simplify tree) (try (evaluate tree '{x 5 y 1/2}) (catch ArithmeticException e (.getMessage e)))])
                (catch clojure.lang.ExceptionInfo e [(ex-message e) (ex-data e)])
                (catch Exception e [(class e) (.getMessage e)]))))
