;; Iterators of lists and sets that change otherwise than by the iterator.
(defn made [c xs] (doto (.newInstance c) (.addAll xs)))
(defn told [f & args] (try (apply f args) (catch Throwable e (.getSimpleName (class e)))))
(defn iterated
  "What f says of the collection and of an iterator that has given one element."
  [c f]
  (told #(let [coll (made c [1 2 3]) it (.iterator coll)] (.next it) (f coll it))))
(defn left [it] [(.hasNext it) (told #(.next it))])

(doseq [c [java.util.ArrayList java.util.LinkedList java.util.Vector java.util.Stack java.util.HashSet java.util.LinkedHashSet]]
  (println (.getSimpleName c)
           (iterated c (fn [coll it] (.add coll 5) (left it)))
           (iterated c (fn [coll it] (.next it) (.remove coll (first coll)) (left it)))
           (iterated c (fn [coll it] (.clear coll) (left it)))
           (iterated c (fn [coll it] (.remove it) (.next it) (.remove it) [(vec coll) (left it) (left it)]))
           (iterated c (fn [coll it] (.add coll 7) (.remove it)))
           (iterated c (fn [coll it] (while (.hasNext it) (when (= 2 (.next it)) (.remove it))) (vec coll)))
           (told #(let [coll (made c (range 100))] (doseq [x coll] (when (= x 50) (.add coll 1000))) (count coll)))
           (told #(let [coll (made c (range 3))] (doseq [x coll] (.add coll (+ x 1000))) (count coll)))))

(println (let [coll (java.util.ArrayList. [1 2 3]) it (.iterator coll)] (.next it) (.set coll 1 7) [(.next it) (.next it) (.hasNext it)]))
(println (let [coll (java.util.concurrent.CopyOnWriteArrayList. [1 2 3]) it (.iterator coll)]
           (.next it)
           (.add coll 8)
           (.remove coll (int 0))
           [(.next it) (told #(.remove it)) (.next it) (.hasNext it) (vec coll)]))
