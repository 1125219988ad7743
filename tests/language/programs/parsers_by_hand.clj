(ns programs.parsers-by-hand (:require [clojure.string :as str]))
;; tokenizer
(def token-re #"\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|([A-Za-z_]\w*)|(<=|>=|==|!=|&&|\|\||[-+*/^%(),=<>!?:]))")
(defn tokenize [s]
  (let [m (re-matcher token-re s)]
    (loop [pos 0 acc []]
      (if (str/blank? (subs s pos)) acc
        (if (and (.find m pos) (= pos (.start m)))
          (let [[_ num id op] (re-groups m)]
            (recur (.end m) (conj acc (cond num [:num (if (re-find #"[.eE]" num) (Double/parseDouble num) (Long/parseLong num))]
                                           id [:id (symbol id)] :else [:op op]))))
          (throw (ex-info (str "Unexpected character '" (nth s pos) "' at " pos) {:pos pos :near (subs s pos (min (count s) (+ pos 5)))})))))))
(def ^:dynamic *tokens*)
(defn peek-tok [] (first @*tokens*))
(defn advance! [] (let [t (first @*tokens*)] (vswap! *tokens* rest) t))
(defn accept [op] (when (= [:op op] (peek-tok)) (advance!)))
(defn expect [op] (or (accept op) (throw (ex-info (str "Expected " op " but got " (or (second (peek-tok)) "end of input")) {:expected op}))))
(def levels [{"||" 'or} {"&&" 'and} {"==" '= "!=" 'not=} {"<" '< ">" '> "<=" '<= ">=" '>=} {"+" '+ "-" '-} {"*" '* "/" '/ "%" 'mod}])
(declare expr)
(defn primary []
  (let [[kind v :as t] (advance!)]
    (case kind
      :num v
      :id (if (accept "(")
            (loop [args []]
              (if (accept ")") (list* v args)
                (let [args (conj args (expr))]
                  (if (accept ",") (recur args) (do (expect ")") (list* v args))))))
            v)
      :op (case v
            "(" (let [e (expr)] (expect ")") e)
            "-" (list '- (primary))
            "!" (list 'not (primary))
            (throw (ex-info (str "Unexpected " v) {:token t})))
      (throw (ex-info "Unexpected end of input" {})))))
(defn power [] (let [b (primary)] (if (accept "^") (list 'pow b (power)) b)))
(defn binary [n]
  (if (= n (count levels)) (power)
    (loop [l (binary (inc n))]
      (if-let [f (and (= :op (first (peek-tok))) (get (levels n) (second (peek-tok))))]
        (do (advance!) (recur (list f l (binary (inc n)))))
        l))))
(defn expr []
  (let [c (binary 0)]
    (if (accept "?") (let [a (expr)] (expect ":") (list 'if c a (expr))) c)))
(defn parse [s]
  (binding [*tokens* (volatile! (tokenize s))]
    (let [e (expr)] (when-let [[_ t] (peek-tok)] (throw (ex-info (str "Trailing " t) {:rest (vec @*tokens*)}))) e)))
(defn pow [a b] (if (and (integer? a) (nat-int? b)) (reduce *' (repeat b a)) (Math/pow a b)))
(defn run [s env]
  (let [f (binding [*ns* (the-ns 'programs.parsers-by-hand)] (eval `(fn [{:keys [~@(map (comp symbol name) (keys env))]}] ~(parse s))))] (f env)))

(doseq [s ["1 + 2 * 3" "(1 + 2) * 3" "2 ^ 3 ^ 2" "-x + 4" "x > 3 && y < 2 ? max(x, y) : min(x,y,0)" "10 / 4" "10 % 4" "2^100" "1e3 + 0.5"
           "1 +" "(1" "1 2" "$" "foo(1)" "10 / 0" "x == 5 || y" "!(x<1)" "f(" "max()" ]]
  (println (format "%-45s" s)
    (try (let [e (parse s)] (str (pr-str e) " => " (pr-str (run s {:x 5 :y 1.5}))))
      (catch clojure.lang.ExceptionInfo e (str "ERR " (ex-message e) " " (ex-data e)))
      (catch clojure.lang.Compiler$CompilerException e (str "COMPILE " (ex-message (ex-cause e))))
      (catch Exception e (str (class e) ": " (.getMessage e))))))
;; parser combinators
(defn p-return [v] (fn [s] [v s]))
(defn p-bind [p f] (fn [s] (when-let [[v r] (p s)] ((f v) r))))
(defmacro p-do [bindings & body]
  (if (seq bindings)
    (let [[n p & more] bindings] `(p-bind ~p (fn [~n] (p-do ~more ~@body))))
    `(p-return (do ~@body))))
(defn p-or [& ps] (fn [s] (some #(% s) ps)))
(defn many [p] (fn [s] (loop [acc [] s s] (if-let [[v r] (p s)] (recur (conj acc v) r) [acc s]))))
(defn many1 [p] (p-do [x p xs (many p)] (into [x] xs)))
(defn sat [pred] (fn [s] (when-let [c (first s)] (when (pred c) [c (rest s)]))))
(defn ch [c] (sat #{c}))
(defn tok [p] (p-do [v p _ (many (ch \space))] v))
(defn sep-by [p sep] (p-or (p-do [x p xs (many (p-do [_ sep y p] y))] (into [x] xs)) (p-return [])))
(declare json)
(def jstr (tok (p-do [_ (ch \") cs (many (p-or (p-do [_ (ch \\) c (sat any?)] (get {\n \newline \t \tab} c c)) (sat (complement #{\" \\})))) _ (ch \")] (apply str cs))))
(def jnum (tok (p-do [cs (many1 (sat #(or (Character/isDigit ^char %) (#{\- \. \e} %))))] (read-string (apply str cs)))))
(defn word [w v] (tok (fn [s] (when (= (seq w) (take (count w) s)) [v (drop (count w) s)]))))
(def jarr (p-do [_ (tok (ch \[)) xs (sep-by #'json (tok (ch \,))) _ (tok (ch \]))] xs))
(def jobj (p-do [_ (tok (ch \{)) kvs (sep-by (p-do [k jstr _ (tok (ch \:)) v #'json] [(keyword k) v]) (tok (ch \,))) _ (tok (ch \}))] (into {} kvs)))
(defn json [s] ((p-or jstr jnum jarr jobj (word "true" true) (word "false" false) (p-do [_ (word "null" :null)] nil)) s))
(doseq [t ["{\"a\": [1, 2.5, -3e2], \"b\": {\"c\": \"x\\ny\", \"d\": true}}" "[]" "[1, [2, [3, []]]]" "{\"a\" 1}" "nope" "[null, false]"]]
  (let [[v more] (json t)] (prn v (apply str more))))
