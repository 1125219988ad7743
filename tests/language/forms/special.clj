; if, do, let, quote, def, var, fn, loop, set!
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(show (if true 1) (if false 1) (if nil 1 2) (if 0 :truthy) (if "" :truthy) (if () :truthy) (do) (do 1) (do 1 2) (let []) (let [a 1]) (let [a 1 b a] [a b]) (quote a))
(def x)
(show (bound? #'x) (var? #'x) (def y "doc" 5) (:doc (meta #'y)) (def ^:private z 1) (:private (meta #'z)) (def ^{:a (+ 1 2)} w 1) (:a (meta #'w)) ((fn [])) ((fn f [n] (if (zero? n) :done (f (dec n)))) 10))
(show (let [a 1 a (inc a) a (* a 10)] a) (let [[a b] [1 2] c (+ a b)] c) (loop [i 0 acc []] (if (< i 5) (recur (inc i) (conj acc i)) acc)) (loop [] 1))
(show ((fn [x & more] [x more]) 1) ((fn [x & more] [x more]) 1 2 3) ((fn [& {:keys [a]}] a) :a 1) ((fn ([] 0) ([x] 1) ([x y & z] [x y z])) 1 2 3 4))
(show (let [if 1] if) (let [map inc] (map 1)) ((fn [+] (+ 1 2)) -))
(defn cause [form] (try (eval form) (catch Throwable e (let [c (ex-cause e)] [(class e) (class c) (ex-message c)]))))
(doseq [form '[(if) (if 1 2 3 4) (def) (def "x" 1) (loop [i 0] (recur)) (var nope) nope nope/x (nope 1) (clojure.core/nope 1) (throw) (fn* [x & y & z]) (let [1 2] 3)
               (do (loop [] (recur) 1)) (try (recur)) (loop [] (try (recur) (finally 1))) (let* [a] 1) (Foo. 1) (case) (new Nope) (. "a") (set! 1 2) (def a 1 2 3) (def zz/x 1) (fn ([x] 1) ([y] 2)) (fn ([& x] 1) ([& y] 2)) (fn ([& x] 1) ([a b] 2)) (monitor-enter)]]
  (prn form (let [r (cause form)] (if (= 3 (count r)) r :other))))
