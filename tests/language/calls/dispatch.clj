; case, =, nth and lookups at their edges: what the word of a value decides and what it does not.
(ns calls.dispatch)

(defn small [x] (case x 1 :one :k :keyword "s" :string \c :char nil :nil true :true 2.5 :double sym :symbol :other))
(println (map small [1 :k "s" \c nil true 2.5 'sym :z 2 false 1.0 (int 1) 1N "t" 'other]))
(defn wide [x] (case x 0 :zero 1 :one 2 :two 3 :three 4 :four 5 :five 6 :six 7 :seven 8 :eight 9 :nine :many))
(println (map wide [0 5 9 10 -1 (int 3) 3N 3.0 :k nil]))
(defn grouped [x] (case x (1 3 5) :odd (:a :b) :letter [1 2] :vector -1 :negative :none))
(println (map grouped [1 3 5 :a :b :c [1 2] '(1 2) -1 2]))
(println (try (case 5 1 2) (catch IllegalArgumentException e (ex-message e))) (case 7N 7 :seven) (case (long 7) 7N :big :not))

(defrecord R [a])
(def values [nil true false 0 1 1.0 1N 1/2 \a "a" :a 'a [] [1] '() '(1) {} #{} {:a 1} (->R 1) (int 1)])
(defn equal [x y] [(= x y) (if (= x y) 1 0) (not= x y)])
(doseq [x values] (println (apply str (map #(second (equal x %)) values)) (= x x) (= x 1) (if (= x 1) 1 0) (= x nil) (= nil x) (= x :a) (= :a x)))
(deftype Same [] clojure.lang.IPersistentCollection
  (equiv [_ _] true) (seq [_] nil) (count [_] 0) (cons [this _] this) (empty [this] this))
(println (map #(= (->Same) %) [nil true :a 1 "s" []]) (map #(= % (->Same)) [nil true :a 1 "s"]) (if (= :a (->Same)) 1 2) (if (= nil (->Same)) 1 2))

(defn at [v i] (try (nth v i) (catch Exception e (.getSimpleName (class e)))))
(println (map at [[1 2] [1 2] [1 2] (vec (range 40)) (vec (range 40)) (vec (range 2000)) (subvec [1 2 3] 1) '(1 2) "ab" nil (range 5)]
              [0 2 -1 33 31 1055 1 1 1 3 2]))
(println (map #(nth [1 2 3] %) [0 1.9 1N (int 2)]))

(def m {:a 1 :n nil})
(def big (zipmap (range 20) (range)))
(println (:a m 2) (:n m 2) (:z m 2) (:z nil 2) (:z [1] 2) (:a (->R 5) 2) (:z (->R 5) 2))
(println (let [log (atom [])] [(:z (do (swap! log conj :map) m) (do (swap! log conj :default) 3)) @log]))
(defn call [f x] (f x))
(println (call m :a) (call m :z) (call :a m) (call :a nil) (call #{:a} :a) (call [7 8] 1) (call big 7) (call big :z) (call 'a {'a 1}))
(println (try (call 5 1) (catch ClassCastException _ :cast)) (try (call nil 1) (catch NullPointerException _ :null)))
(def ^:dynamic *a* 0)
(def ^:dynamic *b* 0)
(println (binding [*a* 1 *b* (+ *a* 5)] [*a* *b* (binding [*a* 2] [*a* *b* (set! *b* 9)]) *b*]) *a* *b*)
(println (apply + [1 2 3]) (apply + 1 2 [3 4]) (apply max (range 100)) (apply str (range 20)) (apply (fn [a b & c] [a b c]) 1 [2 3 4])
         (apply (fn [& xs] (count xs)) (range 50)) (apply vector 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 [19]))
