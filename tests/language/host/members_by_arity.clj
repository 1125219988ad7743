; What calls of methods say whose number of arguments no method of the class takes: without arguments the JVM looks for a field in
; the end. Maps of Clojure have the forEach of a map and that of an Iterable.
(import '(java.util.function BiConsumer Consumer Function Predicate) 'java.util.Comparator 'java.time.LocalDate 'java.io.File)

(defmacro fault [form]
  `(try ~form (catch Throwable t# (str (.getName (class t#)) ": " (clojure.string/replace (ex-message t#) #"class user\S*" "class ours")))))

(def path (.toPath (File. "a")))
(println (fault (.getFileName path 1)))
(println (fault (.relativize path)))
(println (fault (.plusDays (LocalDate/of 2020 1 1))))
(println (fault (.plusDays (LocalDate/of 2020 1 1) 1 2)))
(println (fault (.limit (.stream [1]))))
(println (fault (.add (java.util.PriorityQueue.))))
(println (fault (.countDown (java.util.concurrent.CountDownLatch. 1) 1)))
(println (fault (.submit (java.util.concurrent.ForkJoinPool. 1))))

(def id (reify Function (apply [_ x] x)))
(println (fault (.apply id)))
(println (fault (.apply id 1 2)))
(println (.apply id 1))
(def order (reify Comparator (compare [_ a b] (compare b a))))
(println (fault (.compare order 1)))
(println (.compare order 1 2))
(println (fault (.test (reify Predicate (test [_ x] true)))))
; A method of the interface that the type lacks is another fault.
(println (fault (.test (reify Predicate) 1)))

(def pair (reify BiConsumer (accept [_ k v] (println k v))))
(def single (reify Consumer (accept [_ x] (println x))))
(defrecord Point [x y])
(doseq [m [{:a 1 :b 2} (sorted-map 2 :two 1 :one) (->Point 3 4) {} (apply array-map (range 20)) (struct (create-struct :s) 5)
           (java.util.TreeMap. {:t 1}) (java.util.HashMap. {:h 1})]]
  (.forEach m pair))
(doseq [xs [{:a 1} [1 2] '(3) #{4} (sorted-set 6 5) (java.util.ArrayList. [7]) (->Point 3 4)]]
  (.forEach xs single))

(println (fault (vreset! (:missing {}) 1)))

; A protocol's interface declares a method of each of its arities: those that a type left out are abstract.
(defprotocol Arities (one-or-two [x] [x y]) (one [x]) (left-out? [x]))
(defprotocol Others (one-of-others [x]))
(deftype Both [a] Others (one-of-others [_] 1) Arities (one-or-two [_] 1) (one [_] 2) Object (toString [_] "both"))
(defrecord Recorded [a] Arities (one-or-two [_ y] 1) (one [_] 2))
(doseq [x [(->Both 1) (->Recorded 1) (reify Arities (one-or-two [_] 1))]]
  (println (fault (.one_or_two x 1 2)))
  (println (fault (.one x 1)))
  (when-not (record? x) (println (fault (.left_out_QMARK_ x))))
  (println (fault (.one_of_others x 1)))
  (println (fault (.toString x 1)))
  (println (fault (.missing x)))
  (println (fault (left-out? x))))
(println (fault (.one_or_two (->Both 1) 1)))
(println (fault (one-or-two (->Both 1) 1)))
