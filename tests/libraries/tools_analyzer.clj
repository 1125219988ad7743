(ns libraries.tools-analyzer
  (:require [clojure.tools.analyzer :as ana] [clojure.tools.analyzer.ast :as ast] [clojure.tools.analyzer.env :as env] [clojure.tools.analyzer.utils :as u] [clojure.tools.analyzer.passes :as passes] [clojure.tools.analyzer.passes.uniquify :refer [uniquify-locals]] [clojure.tools.analyzer.passes.trim :refer [trim]] [clojure.tools.analyzer.passes.emit-form :as ef] [clojure.tools.analyzer.passes.constant-lifter :refer [constant-lift]] [clojure.tools.analyzer.passes.collect-closed-overs :refer [collect-closed-overs]]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(def special? #{'do 'if 'let* 'fn* 'quote 'def 'loop* 'recur 'try 'throw 'new '. 'set! 'letfn* 'var 'catch 'finally})
(defn expand [form env]
  (let [op (when (seq? form) (first form)) v (when (and (symbol? op) (not (special? op)) (not (get (:locals env) op))) (resolve op))]
    (if (and v (:macro (meta v))) (apply v form (:locals env) (rest form)) form)))
(def global (atom {:namespaces {'user {:ns 'user :mappings (assoc (ns-map 'clojure.core) 'str #'clojure.core/str) :aliases {}} 'libraries.tools-analyzer {:ns 'libraries.tools-analyzer :mappings (ns-map 'clojure.core) :aliases {}} 'clojure.core {:ns 'clojure.core :mappings (ns-map 'clojure.core) :aliases {}}}}))
(defn analyze [form]
  (binding [ana/macroexpand-1 expand ana/create-var (fn [sym env] (intern *ns* sym)) ana/parse ana/-parse ana/var? var?]
    (env/with-env global (ana/analyze form (assoc (ana/empty-env) :ns 'user)))))
(defn form-of [ast] (ef/emit-form ast))
(show (:op (analyze 1)) (map :op (ast/children (analyze '(if a.b/c 1 [2 3])))) (form-of (analyze '(let [x 1 y (inc x)] (when y {:a x})))) (:children (analyze '(try 1 (catch Exception e 2) (finally 3)))) (map :op (ast/nodes (analyze '(fn [a] (loop [b a] (if b (recur nil) #{a})))))) (form-of (analyze '(fn f ([x] x) ([x & y] y))))
      (form-of (uniquify-locals (analyze '(let [x 1] (let [x x] x))))) (:op (constant-lift (analyze '[1 2 {:a 3}]))) (:op (constant-lift (analyze '[x.y/z 2]))) (analyze '(if)) (analyze '(recur 1)) (analyze '(let* [x] 1)) (analyze '(def)) (analyze '(let* [a/b 1] 1)) (analyze '(throw)) (form-of (analyze '(letfn [(e? [n] (o? n)) (o? [n] (e? n))] (e? 1)))) (form-of (analyze '(quote (a b)))) (form-of (analyze '(. "x" length))) (form-of (analyze '(new String "a")))
      (ast/postwalk (analyze '(do 1 2)) (fn [n] (dissoc n :env))) (mapv :val (filter #(= :const (:op %)) (ast/nodes (analyze '[1 [2 "s"] :k])))) (let [order (atom [])] (ast/walk (analyze '(if 1 2 3)) #(do (swap! order conj [:pre (:op %)]) %) #(do (swap! order conj [:post (:op %)]) %)) @order)
      (let [ast (collect-closed-overs (uniquify-locals (analyze '(let [q 1] (fn [] q)))))] (keys (:closed-overs (first (filter #(= :fn (:op %)) (ast/nodes ast)))))) (u/into! [1] [2]) (u/rseqv [1 2 3]) (u/butlast+last [1 2 3]) (u/ctx {:context :ctx/return} :ctx/expr) (u/classify {:a 1}) (u/classify 'x) (map u/classify [1 "s" \c :k #"r" nil true [] #{} (list 1) String #'map]) (u/regex? #"a") (u/mmerge {:a #{1}} {:a #{2}}) (u/dissoc-env {:env 1 :b 2}) (u/source-info {:line 1 :x 2}) (u/const-val {:op :const :val 4 :form 4}))
