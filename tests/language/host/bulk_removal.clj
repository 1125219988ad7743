;; removeAll, retainAll and containsAll ask a collection's own contains, once for each element; positions in lists.
(import '(java.util ArrayDeque ArrayList Collection HashSet LinkedHashSet LinkedList List PriorityQueue Random TreeSet Vector))
(defmacro attempt [x] `(try ~x (catch Throwable e# (class e#))))

(def asked (atom []))
(deftype One [x]
  Collection
  (contains [_ y] (swap! asked conj y) (= x y))
  (size [_] 1)
  (isEmpty [_] false)
  (iterator [_] (.iterator [x])))
(defn asks [f] (reset! asked []) [(f) @asked])

(doseq [^Collection c [(ArrayList. [1 2 3]) (LinkedList. [1 2 3]) (ArrayDeque. [1 2 3]) (Vector. [1 2 3]) (PriorityQueue. [1 2 3])
                       (HashSet. [1 2 3]) (LinkedHashSet. [3 2 1]) (TreeSet. [1 2 3])]]
  (prn (class c) (asks #(.removeAll c (One. 2))) (vec c) (asks #(.retainAll c (One. 2))) (vec c)))

;; An Integer is in a Clojure set of its Long, but not in a HashSet of it.
(let [kept (fn [other] (let [l (ArrayList. [(int 1) 1 1.0 1N])] [(.removeAll l other) (mapv class l)]))]
  (prn (kept #{1}) (kept [1]) (kept (HashSet. [1])) (kept (ArrayList. [1]))))
(prn (.containsAll (ArrayList. [1 2]) [(int 1)]) (.containsAll (HashSet. [1]) [(int 1)]) (.containsAll [1 2] [(int 1)]) (.containsAll #{1} [(int 1)]))
(prn (.removeAll (HashSet. [1 2 3]) [(int 1)]) (.removeAll (HashSet. [1]) [(int 1)]))
(doseq [^Collection c [(ArrayList. [1 2]) (HashSet. [1 2])]]
  (prn (.retainAll c c) (vec c) (.removeAll c c) (vec c)))

;; As many insertions and removals in the middle as there are elements.
(doseq [^List l [(ArrayList.) (LinkedList.) (Vector.)] :let [random (Random. 7)]]
  (dotimes [i 200]
    (if (or (< (.nextInt random 5) 3) (.isEmpty l))
      (.add l (.nextInt random (inc (.size l))) i)
      (.remove l (int (.nextInt random (.size l))))))
  (prn (vec l)))

(prn (map #(attempt (.addAll (PriorityQueue.) %)) [nil [] [1]]) (let [q (PriorityQueue. [1])] (attempt (.addAll q q))))
(prn (attempt (BigInteger. 8 8)) (attempt (BigInteger. 8 "a")) (map str [(java.util.Locale. "" "" "x") (java.util.Locale. "en" "" "x")]))
(prn (attempt (.removeAll #{1} [])) (attempt (.retainAll [] [1])) (map #(attempt (.removeAll % nil)) [(TreeSet. [1]) (HashSet. [1]) (ArrayList. [1]) (PriorityQueue. [1])]))
