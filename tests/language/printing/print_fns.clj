; pr, print, prn, println and their string versions.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(pr "a" \b :c 'd 1 nil) (newline) (print "a" \b :c 'd 1 nil) (newline) (prn) (println) (prn "a" "b") (println "a" "b") (pr) (print) (prn nil) (println nil) (prn [1 "a" \b]) (println [1 "a" \b]) (println {:a "x" "b" \c}) (println '("a" (\b))) (println #{"a"}) (println ["nested" ["deep" {"k" "v"}]])
(show (pr-str) (pr-str 1 "a") (print-str 1 "a") (prn-str "a") (println-str "a" [\b]) (with-out-str (print "x") (pr "y")) (with-out-str) (str "a" \b) (pr-str "a\"b\\c\n") (pr-str \space \newline \" \\) (print-str \space "x"))
(show [1 2.0 "s" \c :k 's nil true 1/2 1N 1M] '(1 (2 (3))) {:a {:b {:c 1}}} #{#{1}} (range 3) (map inc [1]) (lazy-seq nil) (cons 1 nil) (rest [1]) (seq {:a 1}) (first {:a 1}) (vals {:a 1}) (keys {:a 1}) (sorted-map 2 1 1 2) (sorted-set 3 1 2) (hash-map) (list) (vector) (repeat 2 :x) (subvec [1 2 3] 1) #'map (class 1) String (eduction (map inc) [1 2]) (re-pattern "a") (ex-message (Exception. "x")) (reduced? 1) (array-map 1 2 3 4) (quote quote) ''a '@a '#'a '(quote a b) '(quote) '(deref a) '(var a))
(show (binding [*print-length* 3] (pr-str (range 10))) (binding [*print-length* 3] (pr-str [1 2 3 4])) (binding [*print-length* 3] (pr-str [1 2 3])) (binding [*print-length* 2] (pr-str {:a 1 :b 2 :c 3})) (binding [*print-length* 2] (pr-str (sorted-set 1 2 3))) (binding [*print-length* 0] (pr-str [1] [] '(1))) (binding [*print-length* 2] (pr-str (range))) (binding [*print-level* 2] (pr-str [1 [2 [3 [4]]]])) (binding [*print-level* 1] (pr-str {:a {:b 1}} [[1]] '(1 (2)))) (binding [*print-level* 0] (pr-str [1] 1 {})) (binding [*print-level* 2 *print-length* 2] (pr-str [1 [2 [3]] 3 4])) (binding [*print-meta* true] (pr-str ^:a [1] (with-meta 'x {:b 1}) ^String 'y)) (binding [*print-readably* false] (pr-str "a" \b ["c\n"])) (binding [*print-dup* true] (pr-str [1 "a" :k {:a 1}] 1N 1.5M 1/2 \a (list 1) #{1})) (binding [*print-namespace-maps* true] (pr-str {:a/b 1 :a/c 2})) (binding [*print-namespace-maps* true] (pr-str {:a/b 1 :c/d 2} {:a/b {:a/c 1}} {:a 1} {'x/y 1} {} {"a" 1 :a/b 2})) (binding [*print-namespace-maps* false] (pr-str {:a/b 1})))
(binding [*print-length* 2] (prn (list 1 2 3)) (println [1 2 3]))
(defrecord P [x y])
(deftype T [a])
(show (->P 1 2) (assoc (->P 1 2) :z 3) (str (->P 1 "a")) (map->P {:x 1}) [(->P 1 [(->P 2 3)])] (binding [*print-length* 1] (pr-str (->P 1 2))) (pr-str P) (class (->P 1 2)))
(println (->P "a" \b)) (prn (->P "a" \b))
(defmethod print-method T [t w] (.write w (str "#T<" (.-a t) ">")))
(prn (->T 1) [(->T 2)] {:t (->T 3)}) (println (->T 4)) (println (str "x" (pr-str (->T 5))))
(defmethod print-method ::special [v w] (.write w "SPECIAL"))
(prn (with-meta [1 2] {:type ::special})) (println (with-meta {:a 1} {:type ::special}))
