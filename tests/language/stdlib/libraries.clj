;; clojure.set, walk, zip, data, template, math, edn.

(require '[clojure.set :as s] '[clojure.walk :as w] '[clojure.zip :as z] '[clojure.data :as d]
         '[clojure.template :as t] '[clojure.math :as m] '[clojure.edn :as edn] '[clojure.string :as str])

(prn (s/union #{1} #{2 3} #{4}) (s/intersection #{1 2 3} #{2 3} #{3 4}) (s/difference #{1 2 3} #{1} #{2}))
(prn (s/join #{{:a 1 :b 2} {:a 2 :b 3}} #{{:a 1 :c 2}}) (s/join #{{:a 1 :b 2} {:a 2 :b 3}} #{{:x 1 :c 2}} {:a :x}))
(prn (s/index #{{:a 1 :b 2} {:a 1 :b 3}} [:a]) (s/rename-keys {:a 1 :b 2} {:a :b :b :a}) (s/project #{{:a 1 :b 2}} [:a]))
(prn (s/map-invert {:a 1}) (s/subset? #{1} #{1 2}) (s/superset? #{1} #{1 2}) (s/select odd? #{1 2 3}) (s/rename #{{:a 1}} {:a :z}))
(prn (w/postwalk (fn [x] (if (number? x) (inc x) x)) [1 {:a 2 :b [3 '(4)]} #{5}]) (w/prewalk-replace {:a :b} [:a {:a :a}]))
(prn (w/keywordize-keys {"a" {"b" [1 {"c" 2}]}}) (w/stringify-keys {:a {:b 1}}) (w/macroexpand-all '(when a (when b c))))
(w/postwalk-demo [1 {:a 2}])
(prn (-> (z/vector-zip [1 [2 3] 4]) z/down z/right z/down (z/edit inc) z/root))
(prn (-> (z/vector-zip [1 [2 3] 4]) z/down z/right z/remove z/root))
(prn (loop [l (z/vector-zip [1 [2 [3]] 4]) acc []] (if (z/end? l) acc (recur (z/next l) (conj acc (z/node l))))))
(prn (-> (z/vector-zip [1 [2 3] 4]) z/down z/rightmost (z/insert-left :x) (z/insert-right :y) z/leftmost z/right z/left z/root))
(prn (-> (z/seq-zip '(1 (2 3))) z/down z/right (z/append-child 9) (z/insert-child 0) z/root))
(prn (d/diff {:a 1 :b [1 2 3] :c #{1 2}} {:a 1 :b [1 3] :c #{2 3} :d nil}))
(prn (d/diff [1 2 3] [1 5 3 4]) (d/diff {:a nil} {:a nil :b 1}) (d/diff nil 1) (d/diff #{1} #{1}) (d/diff {:a {:b 1 :c 2}} {:a {:b 1 :d 3}}))
(prn (t/apply-template '[x y] '(+ x y x) [1 2]) (macroexpand-1 '(t/do-template [x] (prn x) 1 2)))
(prn (m/floor-mod -3 5) (m/round 2.5) (m/sqrt 2) (m/pow 2 10) m/PI (m/floor -1.5) (m/signum -2.0))
(prn (try (m/add-exact Long/MAX_VALUE 1) (catch ArithmeticException e (ex-message e))))
(prn (edn/read-string "{:a [1 #{2}] :b #inst \"2020-01-01\"}") (edn/read-string {:readers {'x inc}} "#x 1") (edn/read-string {:default vector} "#y 1") (edn/read-string ""))
(prn (str/upper-case "abc") (str/split "a,b,,c,," #",") (str/join "-" [1 2]) (str/replace "a.b" "." "x") (str/blank? " ") (str/capitalize "hELLO"))
