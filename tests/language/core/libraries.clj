; clojure.walk, zip, data, edn, template and the other small libraries.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(require '[clojure.walk :as w] '[clojure.zip :as z] '[clojure.data :as d] '[clojure.template :as tm])
(show (w/postwalk #(if (number? %) (inc %) %) [1 {:a 2} '(3) #{4}]) (w/prewalk #(if (vector? %) (vec (rest %)) %) [1 [2 [3 4]]]) (w/keywordize-keys {"a" {"b" 1}}) (w/stringify-keys {:a {:b 1}}) (w/walk inc #(reduce + %) [1 2 3]) (w/postwalk-replace {:a :b} [:a {:a :a}]) (w/prewalk-replace {1 2} [1 [1]]) (w/macroexpand-all '(when a (when b c))) (w/postwalk identity {:a [1 (sorted-map 1 2)]}) (class (w/postwalk identity '(1 2))) (with-out-str (w/postwalk-demo [1 [2]])) (with-out-str (w/prewalk-demo [1 [2]])))
(def zp (z/vector-zip [1 [2 3] [4 [5]]]))
(show (-> zp z/down z/node) (-> zp z/down z/right z/node) (-> zp z/down z/right z/down z/node) (-> zp z/down z/right z/down z/right z/up z/node) (-> zp z/down (z/replace :x) z/root) (-> zp z/down (z/edit inc) z/root) (-> zp z/down z/remove z/root) (-> zp z/down (z/insert-right :r) z/root) (-> zp z/down (z/insert-left :l) z/root) (-> zp (z/append-child 9) z/root) (-> zp (z/insert-child 0) z/root) (-> zp z/next z/next z/node) (z/end? zp) (loop [l zp acc []] (if (z/end? l) acc (recur (z/next l) (if (z/branch? l) acc (conj acc (z/node l)))))) (-> zp z/down z/rights) (-> zp z/down z/right z/lefts) (-> zp z/down z/rightmost z/node) (-> zp z/down z/right z/path) (z/up zp) (z/left zp) (-> zp z/down z/right z/children) (-> (z/seq-zip '(1 (2 3))) z/down z/right z/down z/node) (-> (z/xml-zip {:tag :a :content ["b"]}) z/down z/node))
(show (d/diff [1 2 3] [1 5 3]) (d/diff {:a 1 :b 2} {:a 1 :b 3 :c 4}) (d/diff #{1 2} #{2 3}) (d/diff 1 1) (d/diff 1 2) (d/diff {:a {:b 1}} {:a {:b 2}}) (d/diff nil 1) (d/diff [1] '(1)))
(show (tm/do-template [a b] (println a b) 1 2 3 4) (tm/apply-template '[x y] '(+ x y) [1 2]))
(require '[clojure.repl :as r] '[clojure.pprint :as pp] '[clojure.stacktrace :as st])
(show (r/apropos "nothing-like-this") (r/demunge "user$foo_bar") (with-out-str (pp/pprint {:a 1 :b [1 2]})) (with-out-str (pp/pprint (range 40))) (with-out-str (pp/print-table [{:a 1 :b 2} {:a 3 :b 4}])) (ex-message (st/root-cause (Exception. "a" (Exception. "root")))))
(with-out-str (r/doc map))
; catch, finally and & are told with the form that they are a part of
(show (= (with-out-str (r/doc catch)) (with-out-str (r/doc finally)) (with-out-str (r/doc try)))
      (= (with-out-str (r/doc &)) (with-out-str (r/doc fn)))
      (count (re-seq #"catch classname|\(catch Class" (with-out-str (r/doc catch)))))
