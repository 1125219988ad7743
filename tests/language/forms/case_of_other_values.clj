; What case finds is decided by hashCode, made small, and then by equality: host collections equal constants, numbers of
; other types do where their hash codes share a slot of the switch.
(import '(java.util ArrayDeque ArrayList Arrays HashMap HashSet LinkedHashMap LinkedList TreeMap))
(defn found [x]
  (case x 0 :zero [1 2] :vector {} :no-entries {:a 1} :map #{1} :set [] :empty "s" :text \c :char nil :nil :none))
(doseq [x [(HashMap.) (HashMap. {:a 1}) (ArrayList. [1 2]) (ArrayList.) (HashSet. [1]) (HashSet.) (TreeMap.)
           (LinkedHashMap. {:a 1}) (LinkedList. [1 2]) (Arrays/asList (object-array [1 2])) (ArrayDeque. [1 2])
           (long-array [1 2]) (lazy-seq [1 2]) (range 1 3) (map inc [0 1]) '(1 2) (sorted-map :a 1) (sorted-set 1)
           (StringBuilder. "s") (Integer. 0) 0N 0.0 0M (byte 0) [(int 1) 2N]
           (ArrayList. [(int 1) 2]) (HashMap. {:a 1N}) (HashMap. {:a 2})]]
  (prn (class x) (found x)))
(prn (case (ArrayList. [1 [2]]) [1 [2]] 1 0) (case (HashMap. {:a [1]}) {:a [1]} 1 0) (case (ArrayList. [1]) [1] 1 [2] 2 0))
(prn (case [-1] [-1] 1 0) (case [(int -1)] [-1] 1 0) (case (ArrayList. [(int -1)]) [-1] 1 0) (case [-1N] [-1] 1 a 2 0))
(prn (case -1N -1 1 -2 2 0) (case -1N -1 1 a 2 0) (case (int -1) -1 1 a 2 0) (case (int -1) -1 1 0))
(prn (case 5N 5 1 0) (case 5N 5 1 a 2 0) (case 5M 5 1 a 2 0) (case 5M 5M 1 a 2 0) (case 5.0M 5M 1 a 2 0) (case 5.0M 5M 1 0))
(prn (case 1.0 1 1 1.0 2 0) (case (float 1.0) 1 1 1.0 2 0) (case (float 1.0) 1.0 1 0) (case (float 0.1) 0.1 1 0) (case -0.0 0.0 1 0))
(defrecord Point [x])
(prn (case (->Point 1) {:x 1} 1 0) (case {:x 1} {:x 1} 1 0))
(deftype Any [hash] Object (hashCode [_] (print "hash ") hash) (equals [_ other] (prn 'equals other) true))
(prn (case (->Any 0) 0 1 a 2 0))
(prn (case (->Any 0) 1 1 2 2 0))
(prn (case (->Any 0) {} 1 a 2 0))
(prn (case (->Any (.hashCode :k)) :k 1 :l 2 0))
(prn (case (->Any (.hashCode "text")) "text" 1 "other" 2 0))
(deftype All [] clojure.lang.IPersistentCollection (equiv [_ other] (prn 'equiv other) true) Object (hashCode [_] 994))
(prn (case (->All) [1 2] 1 [2 1] 2 0))
(prn (case (->All) [1] 1 [5 6] 2 0))
(prn (case (atom 1) 1 1 0) (case (java.util.concurrent.atomic.AtomicLong. 5) 5 1 0))
(prn (case (lazy-seq (prn 'realized) [7]) 1 1 2 2 :none) (case (lazy-seq (prn 'realized) [7]) a 1 b 2 :none))
(prn (case (map #(doto % prn) [1 2]) :k 1 :l 2 :none))
; Of constants with one hash the JVM makes a condp, in which the default is compiled.
(doseq [form '[(case 1 1 :a "a" :b :a (nil 1) \a :c nil :d (quote a b)) (case 1 1 :a "a" (nil 1) :a 2 \a :c nil :d (quote a b))
               (case 1 -1 :a 0 (nil 1) (quote a b)) (case 1 1 :a :a (nil 1) (quote a b))]]
  (prn (try (eval form) (catch Throwable e (ex-message (or (ex-cause e) e))))))
