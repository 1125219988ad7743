;; Functions of core that are redefined for a while: callers see the new one, with-redefs itself does
;; not need the old one to put it back.
(defn calls [f & args] (apply f args))
(defmacro redefined [sym call]
  `(do (println '~sym (with-redefs [~sym (fn [& ~'_] :redefined)] ~call))
       (println '~sym (identical? ~sym (var-get (resolve '~sym))))))
(defn a [x] (map inc x)) (defn b [x] (slurp x)) (defn c [] (println "hi")) (defn d [n] (rand-int n)) (defn e [x] (vector x 1)) (defn f [x] (str x))
(defn g [x] (name x)) (defn h [x] (assoc x :a 1)) (defn i [x] (reduce + x)) (defn j [x] (keys x)) (defn k [x] (seq x)) (defn l [x] (apply str x))
(redefined map (a [1])) (redefined slurp (b "x")) (redefined println (c)) (redefined rand-int (d 3)) (redefined vector (e 1)) (redefined str (f 1))
(redefined name (g :x)) (redefined assoc (h {})) (redefined reduce (i [1])) (redefined keys (j {})) (redefined apply (l [1]))
(println (a [1]) (e 1) (f 1) (g :x) (h {}) (i [1 2]) (j {:a 1}) (l [1 2]))
(println (try (with-redefs [assoc (fn [& _] (throw (ex-info "inside" {})))] (h {})) (catch Exception x (ex-message x))) (h {}))
(println (with-redefs [] 1) (with-redefs [map 1 reduce 2] [map reduce]) (a [1]))
