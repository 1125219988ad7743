; Iterators of mutable collections take out what they gave last; removeIf, removeAll and retainAll of sets and queues.
(import '(java.util ArrayList ArrayDeque PriorityQueue TreeSet) 'java.util.function.Predicate
        '(java.util.concurrent ArrayBlockingQueue ConcurrentLinkedDeque ConcurrentLinkedQueue ConcurrentSkipListMap ConcurrentSkipListSet
                               LinkedBlockingDeque LinkedBlockingQueue LinkedTransferQueue PriorityBlockingQueue))

(defmacro try-all [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form)
                          (catch Throwable e# (str (.getName (class e#)) ": " (ex-message e#))))))))
(defn when-true [f] (reify Predicate (test [_ x] (boolean (f x)))))

(doseq [make [(fn [xs] (ArrayList. xs)) (fn [xs] (ArrayDeque. xs)) (fn [xs] (PriorityQueue. xs)) (fn [xs] (TreeSet. xs))
              (fn [xs] (ArrayBlockingQueue. 9 false xs)) (fn [xs] (LinkedBlockingQueue. xs)) (fn [xs] (LinkedBlockingDeque. xs))
              (fn [xs] (PriorityBlockingQueue. xs)) (fn [xs] (ConcurrentLinkedQueue. xs)) (fn [xs] (ConcurrentLinkedDeque. xs))
              (fn [xs] (ConcurrentSkipListSet. xs)) (fn [xs] (LinkedTransferQueue. xs))
              (fn [xs] (.keySet (ConcurrentSkipListMap. (zipmap xs xs))))]]
  (let [c (make [1 2 3 4]) it (.iterator c)]
    (println (.getSimpleName (class (make []))))
    (try-all (.remove it) (.next it) (.remove it) (.remove it) (str c) (.next it) (.hasNext it) (.remove it) (.next it) (.next it) (.next it) (.remove it) (str c)
             (.removeIf c (when-true odd?)) (str c)))
  (let [c (make [5 6 7 8])]
    (try-all (.removeIf c (when-true even?)) (str c) (.removeIf c (when-true even?)) (.removeAll c [5]) (str c) (.retainAll c [1]) (str c) (.removeIf c nil))))

(println "heaps")
(doseq [xs [[9 4 7 1 8 2 6] [1 5 2 6 7 3 4] (vec (range 15)) [0 10 1 11 12 2 3]]]
  (try-all (str (PriorityQueue. xs))
           (str (let [q (PriorityQueue. xs)] (.removeIf q (when-true even?)) q))
           (let [q (PriorityQueue. xs) it (.iterator q)]
             (loop [seen []]
               (if (.hasNext it)
                 (let [x (.next it)]
                   (when (or (odd? x) (= x 12)) (.remove it))
                   (recur (conj seen x)))
                 [seen (str q)])))))

(println "changes by others")
(try-all (let [s (TreeSet. [1 2 3]) it (.iterator s)] (.next it) (.add s 9) (.next it))
         (let [q (PriorityQueue. [1 2 3]) it (.iterator q)] (.next it) (.poll q) (.next it))
         (let [q (LinkedBlockingQueue. [1 2 3]) it (.iterator q)] (.next it) (.poll q) [(.next it) (.remove it) (str q)])
         (.add (TreeSet. [1]) nil) (ArrayBlockingQueue. 1 false [1 2]) (str (ArrayBlockingQueue. 2 true [1 2]))
         (first (TreeSet. [3 1 2])) (vec (TreeSet. [3 1 2])) (reduce + (TreeSet. [3 1 2])))
