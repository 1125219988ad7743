;; case expands to the JVM's case*, which walkers of code take apart and put together.
(require '[clojure.walk :as walk])
(defmacro show [& forms]
  `(do ~@(map (fn [form] `(prn '~form (try ~form (catch Throwable e# [(class e#) (ex-message e#)])))) forms)))
(defn without-numbers [form]
  (walk/postwalk #(if (and (symbol? %) (re-find #"^G__" (name %))) 'value %) form))
(defmacro layout [& clauses] `(prn '~clauses (without-numbers (macroexpand-1 '(case ~'x ~@clauses)))))

(layout 1 2 3)
(layout :a 2 "b" 3)
(layout :a 2 :b 3)
(layout [1] 2 {:a 1} 3 nil 4)
(layout (1 2 3) :low (4 5) :mid 100000 :far :none)
(layout 1 :a 100 :b 10000 :c 1000000 :d)
(layout 3000000000 :a 1 :b)
; Constants of one hash share a slot, where they are compared.
(layout "Aa" 1 "BB" 2 "C" 3 :none)
(layout "AaAa" 1 "BBBB" 2 "AaBB" 3 "hello world, this is" 3 "zzzzzzzzzzzzzz" 4)
(layout \a 1 b 2 1.5 3 1/2 4 1M 5 true 6)

(defn answers [form values] (map (fn [v] (eval `(let [~'x ~v] ~form))) values))
(show
 (map (fn [v] (case v "Aa" 1 "BB" 2 "C" 3 :none)) ["Aa" "BB" "C" "D" nil 1])
 (map (fn [v] (case v (1 2 3) (str "low" v) (4 5) :mid :none)) [1 2 3 4 5 6 1.0 nil 1N (int 2)])
 (answers (walk/macroexpand-all '(case x "Aa" 1 "BB" 2 "C" 3 :none)) ["Aa" "BB" "C" "D"])
 (answers (walk/macroexpand-all '(case x ("Aa" "BB") (inc 1) (:a :b 7) (when x 8) "AaBB" 4 "BBAa" 5 :none))
          ["Aa" "BB" "AaBB" "BBAa" :a :b 7 "D"])
 (answers (walk/macroexpand-all '(case x "AaAa" 1 "BBBB" 2 "hello world, this is" 3 "zzzzzzzzzzzzzz" 4 5))
          ["AaAa" "BBBB" "AaBB" "hello world, this is" "zzzzzzzzzzzzzz" "BB" nil])
 (answers '(case* x 0 0 :none {1 [1 :one] 2 [2 :two]} :compact :int) [1 2 3 nil])
 (answers '(case* x 0 1 :none {0 ["b" 3] 1 ["a" 2]} :compact :hash-equiv nil) ["a" "b" :a])
 (answers '(case* x 0 1 :none {0 [:b 3] 1 [:k 2]} :compact :hash-identity nil) [:k :b :c])
 (case 7 1 2))
; The first branch that does not compile is the one that the JVM compiles first.
(show (try (eval '(case 1 nil a1 0 b1 5 c1 d1)) (catch Exception e (ex-message (ex-cause e)))))
; Nothing is bound around branches, not even those that several constants share.
(defmacro locals [] (list 'quote (vec (remove #(re-find #"^G__" (name %)) (keys &env)))))
(show (let [branch 5] (case 1 (1 2) (inc branch) 3 :x))
      (let [branch :k] [(case branch (:k :j) (str branch) 3 :x branch) (case 9 (:k :j) (str branch) 3 :x branch)])
      (let [x 2] (case x (1 2) (case (inc x) (2 3) (locals) :none) (locals)))
      (loop [i 0 seen []] (case i (0 1 2) (recur (inc i) (conj seen i)) (3 4) (recur (+ i 2) (conj seen [i])) seen)))
