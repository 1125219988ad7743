; Lists, conses, queues.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(def q (conj clojure.lang.PersistentQueue/EMPTY 1 2 3))
(show (seq q) (peek q) (seq (pop q)) (count q) (into [] q) (= q [1 2 3]) (seq (into q [4 5])) (empty? (empty q)) (peek clojure.lang.PersistentQueue/EMPTY) (seq (pop clojure.lang.PersistentQueue/EMPTY)) (hash q) (first q) (map inc q) (reduce + q) (seq (conj (pop (pop (pop q))) 9)) (class q) (sequential? q) (list? q) (meta (with-meta q {:a 1})))
(show '() (list 1 2) (conj () 1) (conj '(1) 2 3) (cons 0 '(1)) (rest '(1)) (next '(1)) (peek '(1 2)) (pop '(1 2)) (first ()) (count '(1 2 3)) (list? '(1)) (list? (cons 1 nil)) (list? (rest '(1 2))) (list? ()) (seq? (cons 1 nil)) (seq? [1]) (= '(1) [1]) (= () nil) (= () []) (hash ()) (hash '(1 2)) (hash [1 2]) (hash (map inc [0 1])) (class ()) (class '(1)) (class (cons 1 nil)) (class (rest '(1))) (class (seq [1])) (class (map inc [1])) (class (range 5)) (class (range)) (class (repeat 1)) (class (iterate inc 1)) (class (cycle [1])) (class (seq "a")) (class (seq {:a 1})) (class (keys {:a 1})) (class (vals {:a 1})) (class (filter odd? [1])) (class (concat [1])) (class (rseq [1])) (class (list* 1 [2])) (class (sort [1])) (class (reverse [1])) (class (rest [1 2])) (class (next '(1 2))) (class (range 0.5 2)) (class (subvec [1] 0)) (class (first {:a 1})) (class #{1}) (class (sorted-set)) (empty (cons 1 nil)) (empty (map inc [1])) (into '(1) [2 3]) (nth '(1 2) 5) (nth '(1 2) 5 :d) (reduce + (apply list (range 1000))) (count (apply list (range 1000))) (reverse '(1 2)) (list nil) (list* 1 2 '(3)) (apply list [1 2]))
(def long-list (apply list (range 5000)))
(show (reduce + long-list) (count (map inc long-list)) (last long-list) (nth long-list 4999) (= long-list (range 5000)) (count (into () long-list)) (hash long-list) (count (doall (concat long-list long-list))) (reduce + (reduce concat (map list (range 200)))))

; Deques without nil, all elements at once, and maps that take no nil.
(defn tried [f] (try (f) (catch Exception e (symbol (.getSimpleName (class e))))))
(doseq [make [#(java.util.ArrayDeque.) #(java.util.LinkedList.)]
        put [#(.add % nil) #(.addFirst % nil) #(.addLast % nil) #(.push % nil) #(.offer % nil) #(.offerFirst % nil)
             #(.offerLast % nil) #(.addAll % [1 nil 2]) #(.addAll % nil)]]
  (let [d (make)] (println (.getSimpleName (class d)) (tried #(put d)) (vec d))))
(doseq [q [(java.util.concurrent.LinkedBlockingQueue. 3) (java.util.concurrent.ArrayBlockingQueue. 3)
           (java.util.concurrent.ConcurrentLinkedQueue.)]]
  (println (tried #(.addAll q [1 2])) (tried #(.addAll q [])) (tried #(.addAll q nil)) (tried #(.addAll q [nil])) (vec q)))
(let [m (java.util.concurrent.ConcurrentHashMap. {:a 1})]
  (println (map tried [#(.putIfAbsent m :a nil) #(.putIfAbsent m :b nil) #(.replace m :z nil) #(.replace m :a nil 1)
                       #(.replace m :a 1 nil) #(.replace m :a 1 2) #(.get m :a)])))
(doseq [m [(java.util.HashMap.) (java.util.LinkedHashMap.) (java.util.TreeMap.)] x [nil [] [1] [[1 2]] 1 {1 2}]]
  (println (.getSimpleName (class m)) x (tried #(.putAll m x)) (into (sorted-map) m)))
; The entries of a record are a set.
(defrecord Box [w h])
(println (.toString (java.util.LinkedHashMap. (->Box 1 2))) (.toString (doto (java.util.LinkedHashMap.) (.putAll (assoc (->Box 1 2) :z 1 :b 3)))))
