;; Collection.toArray with an array that is passed, and into-array with a type.
(defmacro show [form]
  `(println (try (pr-str ~form) (catch Throwable e# (str (.getName (class e#)) ": " (ex-message e#))))))

(defn filled [coll passed]
  (let [result (.toArray coll passed)]
    [(.getName (class result)) (vec result) (identical? result passed)]))

(def kinds
  [[1 2 3] (list 1 2 3) (map inc [0 1 2]) (range 1 4) (sorted-set 1 2 3) (subvec [0 1 2 3] 1) #{1}
   (into clojure.lang.PersistentQueue/EMPTY [1 2 3]) (keys {1 2}) (.keySet {1 2}) (.values {1 2}) (first {1 2})
   (java.util.ArrayList. [1 2 3]) (java.util.LinkedList. [1 2 3]) (java.util.ArrayDeque. [1 2 3])
   (java.util.HashSet. [1]) (java.util.TreeSet. [1 2 3]) (java.util.PriorityQueue. [1 2 3])
   (.keySet (java.util.HashMap. {1 2})) (.values (java.util.HashMap. {1 2}))
   (doto (java.util.concurrent.LinkedBlockingQueue.) (.add 1))
   (doto (java.util.concurrent.ArrayBlockingQueue. 4) (.add 1))
   (java.util.concurrent.CopyOnWriteArrayList. [1 2])])

(doseq [coll kinds]
  (println (.getName (class coll)))
  (show (filled coll (make-array Long 0)))
  (show (filled coll (make-array Long 3)))
  (show (filled coll (into-array Long (repeat 5 9))))
  (show (filled coll (object-array [:a :b :c :d])))
  (show (filled coll (make-array String 5)))
  (show (class (.toArray coll))))

(show (filled [] (into-array String ["x" "y"])))
(show (filled ["a"] nil))
(show (filled (java.util.ArrayList. ["a"]) nil))
(show (filled [1] (int-array 2)))

;; Types that into-array has a checked cast for; the others take what Java widens.
(doseq [type [Integer/TYPE Byte/TYPE Short/TYPE Character/TYPE Float/TYPE Double/TYPE Long/TYPE Boolean/TYPE]
        x [1 1.5 (int 3) (float 2.5) (byte 7) (short 8) \a true "s" nil 300 40000 3000000000 5N 1/2 2.5M (biginteger 9)]]
  (print type (pr-str x) "")
  (show (let [y (aget (into-array type [x]) 0)] [y (class y)])))

;; aset with several indices widens, too.
(show (let [a (make-array Double/TYPE 1 1)] (aset a 0 0 1) (aget a 0 0)))
(show (let [a (make-array Long/TYPE 1 1)] (aset a 0 0 \a) (aget a 0 0)))
(show (let [a (make-array Integer/TYPE 1 1)] (aset a 0 0 (byte 3)) (aget a 0 0)))
(show (let [a (make-array Integer/TYPE 1 1)] (aset a 0 0 3)))
(show (let [a (make-array Float/TYPE 1 1)] (aset a 0 0 2.5)))
(show (let [a (make-array Short/TYPE 1 1)] (aset a 0 0 \a)))

;; The index of a seq that has one.
(show (map #(.index %) [(seq "abc") (next (seq "abc")) (rseq [1 2 3]) (next (rseq [1 2 3])) (seq (int-array 2))
                        (nnext (seq (object-array 3))) (rest (seq (subvec [1 2 3] 1)))]))
