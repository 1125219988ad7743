; What Collection.toArray does with an array that it is given.
(defn given [c n]
  (let [a (object-array (repeat n :old))
        r (try (.toArray ^java.util.Collection c a) (catch Throwable e (class e)))]
    (if (class? r) r [(identical? a r) (vec r)])))
(defn class-given [c type]
  (try (class (.toArray ^java.util.Collection c (make-array type 0))) (catch Throwable e (class e))))

(doseq [[kind c] (array-map
                  :ArrayList (java.util.ArrayList. [1 2]) :LinkedList (java.util.LinkedList. [1 2]) :ArrayDeque (java.util.ArrayDeque. [1 2])
                  :HashSet (java.util.HashSet. [1 2]) :LinkedHashSet (java.util.LinkedHashSet. [1 2]) :TreeSet (java.util.TreeSet. [1 2])
                  :PriorityQueue (java.util.PriorityQueue. [1 2]) :Stack (doto (java.util.Stack.) (.push 1)) :Vector (java.util.Vector. [1 2])
                  :CopyOnWriteArrayList (java.util.concurrent.CopyOnWriteArrayList. [1 2])
                  :LinkedBlockingQueue (java.util.concurrent.LinkedBlockingQueue. [1 2])
                  :ConcurrentLinkedQueue (java.util.concurrent.ConcurrentLinkedQueue. [1 2])
                  :asList (java.util.Arrays/asList (object-array [1 2])) :unmodifiable (java.util.Collections/unmodifiableList [1 2])
                  :subList (.subList (java.util.ArrayList. [1 2 3]) 0 2) :values (.values (java.util.HashMap. {:a 1}))
                  :keySet (.keySet (java.util.HashMap. {:a 1})) :vector [1 2] :list (list 1 2) :lazy (map inc [0 1]) :set #{1}
                  :sorted (sorted-set 1 2) :subvec (subvec [0 1 2] 1) :vals (vals {:a 1}) :entries (.entrySet {:a 1}) :entry (first {:a 1})
                  :queue (conj clojure.lang.PersistentQueue/EMPTY 1 2) :range (range 2) :cons (cons 1 [2]) :seq (seq [1 2])
                  :vector-of (vector-of :int 1 2) :empty [] :none () :empty-list (java.util.ArrayList.))]
  (println kind (map (fn [n] (given c n)) (range 5)) (class (.toArray ^java.util.Collection c)) (class-given c Number) (class-given c String)))
(let [^objects none nil] (println (try (.toArray (java.util.ArrayList. [1]) none) (catch NullPointerException e :null))))
(println (class (.toArray (java.util.ArrayList. ["a"]) (reify java.util.function.IntFunction (apply [_ n] (make-array String n))))))
