; Records.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(defrecord P [x y])
(def p (->P 1 2))
(show p (:x p) (.-x p) (.x p) (get p :y) (get p :z :d) (:z p 5) (map->P {:x 1 :y 2 :z 3}) (map->P {}) (P. 1 2) (assoc p :x 5) (assoc p :z 9) (dissoc p :x) (dissoc (assoc p :z 1) :z) (class (dissoc p :x)) (class (dissoc (assoc p :z 1) :z)) (= p (->P 1 2)) (= p {:x 1 :y 2}) (= {:x 1 :y 2} p) (.equals p {:x 1 :y 2}) (hash p) (= (hash p) (hash {:x 1 :y 2})) (keys p) (vals p) (seq p) (count p) (count (assoc p :z 1)) (contains? p :x) (contains? p :q) (find p :x) (map? p) (record? p) (record? {}) (instance? P p) (instance? clojure.lang.IRecord p) (associative? p) (coll? p) (into {} p) (merge p {:x 9 :w 1}) (select-keys p [:x]) (update p :x inc) (assoc-in p [:x :y] 1) (meta (with-meta p {:m 1})) (= p (with-meta p {:m 1})) (let [{:keys [x y]} p] [x y]) (reduce-kv (fn [a k v] (+ a v)) 0 p) (empty p) (conj p [:x 7]) (conj p {:q 1}) (ifn? p) (str p) (pr-str p) (class p) (.getName P) (= (->P 1 2) (->P 1 2.0)) (sort-by :x [(->P 2 1) (->P 1 2)]) (set [(->P 1 2) (->P 1 2)]) ({(->P 1 2) :found} (->P 1 2)) (P/getBasis) (P/create {:x 1}) (map (juxt :x :y) [(->P 1 2) (->P 3 4)]) (map key p) (zipmap [:a] [p]) (read-string "#user.P[1 2]") (read-string "#user.P{:x 1}") (= #user.P[1 2] p) (.hashCode p) (.containsKey p :x) (.get p :x) (.size p) (.valAt p :x))
(defrecord Q [a b] Object (toString [_] (str "Q<" a ">")) clojure.lang.IDeref (deref [_] b) Comparable (compareTo [_ o] (compare a (:a o))))
(show (str (->Q 1 2)) @(->Q 1 :deref) (map :a (sort [(->Q 2 0) (->Q 1 0)])) (compare (->Q 1 0) (->Q 2 0)) (format "%s" (->Q 1 2)))
(defrecord E []) (show (->E) (= (->E) (->E)) (assoc (->E) :a 1) (seq (->E)) (count (->E)))
(defrecord Big [a b c d e f g h i j k l]) (show (->Big 1 2 3 4 5 6 7 8 9 10 11 12) (:l (->Big 1 2 3 4 5 6 7 8 9 10 11 12)) (map->Big {:c 3}))
(defrecord R2 [x]) (show (= (->R2 1) (->E)) (= (->R2 1) (assoc (->E) :x 1)) (= [(->R2 1)] [(->R2 1)]))
